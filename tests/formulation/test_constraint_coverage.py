"""No constraint without an equation, and none without tests that show it holding, binding and broken."""

import inspect
import re
import runpy
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import pyomo.environ as pyo
import pytest

from axplan.formulation import CONSTRAINTS, build_model
from constraint_coverage import BREAKS, KINDS, SHOWN
from tiny import tiny_inputs

Shown = Mapping[tuple[str, str], list[Callable[..., None]]]

FULL: dict[str, Any] = {
    "tracks": {"leaders": {}, "reskilled": {"supervisor": "leaders", "span": 10}},
    "stages": {"adoption": {"annual_ceiling": 0.5}},
    "funds": {"main": {"carry_over_limit": 0.5}},
    "programmes": {"data": {"operating_cost": 1.0}, "centres": {"regional": "yes"}},
    "unlocks": {"data": {"design": 0.1}},
    "rules": {"soft": {"relation": "=", "penalty": 1}},
    "floors": {"employment": {"at_least": 0}},
}
"""Every constraint of the model has a row, every variable an entry."""


@pytest.fixture(scope="module")
def model() -> pyo.ConcreteModel:
    return build_model(tiny_inputs(**FULL), {"production": 1.0})


@pytest.fixture(scope="module")
def shown() -> Shown:
    """What the tests beside this one show, whichever of them are being run."""
    SHOWN.clear()
    for tests in sorted(Path(__file__).parent.glob("test_*.py")):
        if tests.name != Path(__file__).name:
            runpy.run_path(str(tests))
    return dict(SHOWN)


def test_every_constraint_of_the_model_is_registered_and_every_registered_one_is_in_the_model(
    model: pyo.ConcreteModel,
) -> None:
    assert {c.name for c in model.component_objects(pyo.Constraint)} == set(CONSTRAINTS)
    assert all(len(model.component(name)) > 0 for name in CONSTRAINTS)


def unshown(constraints: Iterable[str], shown: Shown) -> list[tuple[str, str]]:
    return [(constraint, kind) for constraint in constraints for kind in KINDS if (constraint, kind) not in shown]


def test_every_constraint_is_shown_to_hold_to_bind_and_to_break(shown: Shown) -> None:
    assert unshown(CONSTRAINTS, shown) == []


def test_a_new_constraint_without_tests_would_be_found(shown: Shown) -> None:
    assert unshown([*CONSTRAINTS, "new_limit"], shown) == [("new_limit", kind) for kind in KINDS]


@pytest.mark.parametrize("constraint", CONSTRAINTS)
def test_breaking_a_constraint_is_shown_on_its_own_row(constraint: str, shown: Shown) -> None:
    assert all(f'violation("{constraint}"' in inspect.getsource(test) for test in shown[constraint, BREAKS])


def test_nothing_is_shown_about_a_constraint_that_does_not_exist(shown: Shown) -> None:
    assert {constraint for constraint, _ in shown} <= set(CONSTRAINTS)


@pytest.mark.parametrize("constraint", CONSTRAINTS)
def test_the_docstring_of_a_constraint_is_an_equation_in_the_variables_of_its_row(
    constraint: str, model: pyo.ConcreteModel
) -> None:
    equation = CONSTRAINTS[constraint].__doc__ or ""
    assert re.search(r"[=≤≥]", equation)
    rows = model.component(constraint).values()
    names = {v.parent_component().name for row in rows for v in row.body.linear_vars}
    offered = {
        "fund_balance": {"uses": {"stage_total", "trainees", "outlay", "progress"}, "recoveries": {"stage_total"}},
        "solvency": {"receivables": {"stage_total"}},
        "rule_limit": {"selected": {"stage_total"}},
    }
    said = {name for name in names if re.search(rf"\b{name}\b", equation)}
    for word, stands_for in offered.get(constraint, {}).items():
        assert re.search(rf"\b{word}\b", equation)
        said |= stands_for
    assert names <= said, f"{names - said} stand in the row, not in the equation"
