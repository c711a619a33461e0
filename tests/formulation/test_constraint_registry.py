"""Everything that is known of a constraint is declared beside its rule; what is forgotten there is found here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain
from types import MappingProxyType

import pyomo.environ as pyo
import pytest

from axplan.analyses.explain.shortfalls import REQUIREMENTS
from axplan.core.text import Text
from axplan.formulation import build_model
from axplan.formulation.constraint_registry import (
    IDENTITY,
    KINDS,
    PHYSICAL,
    REGISTRY,
    REQUIREMENT,
    UNITS,
    Constraint,
    Movable,
    describe,
)  # fmt: skip
from axplan.formulation.funds import subscription_bounds
from axplan.inputs.schema import sheet_declarations
from tiny import tiny_inputs

X = tiny_inputs(
    tracks={"reskilled": {"target": 1500}}, appropriations={"main": {2026: 100, 2027: 200}},
    programmes={"data": {"minimum_progress": 0.4}}, funds={"main": {"carry_over_limit": 0.5, "solvency_share": 0.8, "private_ratio": 1.5}},
    rules={"cap": {"label_ko": "한도", "label_en": "Cap", "value": 5.0}}, floors={"employment": {"at_least": 1234.5}},
)  # fmt: skip
KEYS = {"funds": "main", "tracks": "reskilled", "programmes": "data", "rules": "cap", "floors": "employment"}


def gaps(model: pyo.ConcreteModel, registry: Mapping[str, Constraint] = MappingProxyType(REGISTRY)) -> list[str]:
    """What is missing or wrong in a registry of a model."""
    constraints = {component.name for component in model.component_objects(pyo.Constraint)}
    bounded = {name for name, known in registry.items() if known.is_bound}
    variables = {component.name for component in model.component_objects(pyo.Var)}
    return [
        *(f"{name}: not registered" for name in sorted(constraints - set(registry))),
        *(f"{name}: not in the model" for name in sorted(set(registry) - bounded - constraints | bounded - variables)),
        *chain.from_iterable(faults(name, known) for name, known in registry.items()),
    ]


def faults(name: str, known: Constraint) -> Iterator[str]:
    """What an entry says that does not exist, and what it does not say."""
    sheets = sheet_declarations()
    if known.name != name or known.title.ko == known.title.en or known.kind not in KINDS:
        yield f"{name}: name, title or kind"
    if known.sheet and not sheets[known.sheet].key:
        yield f"{name}: nobody has a row of {known.sheet}"
    for parameter in (*known.parameters, *(f"{figure.sheet}.{figure.column}" for figure in known.movable)):
        sheet, _, column = parameter.partition(".")
        declared = sheets.get(sheet)
        if not declared or not (declared.across if column == "*" else column in declared.columns or declared.across):
            yield f"{name}: there is no {parameter}"
    if (known.kind == IDENTITY) == bool(known.parameters):
        yield f"{name}: an identity has no parameters of its own, everything else has"
    if (known.kind in (IDENTITY, PHYSICAL)) == bool(known.movable):
        yield f"{name}: what nobody can give way on leaves nothing to move, everything else does"
    if not {figure.unit for figure in known.movable} <= set(UNITS):
        yield f"{name}: unit"


@pytest.fixture(scope="module")
def model() -> pyo.ConcreteModel:
    return build_model(X, {"production": 1.0})


def test_every_constraint_is_registered_with_sheets_and_columns_that_exist(model: pyo.ConcreteModel) -> None:
    assert gaps(model) == []


def test_a_forgotten_or_wrong_entry_is_noticed(model: pyo.ConcreteModel) -> None:
    known = REGISTRY["target"]
    others = {name: entry for name, entry in REGISTRY.items() if name != "target"}
    assert gaps(model, others) == ["target: not registered"]
    assert gaps(model, {**REGISTRY, "quota": replace(known, name="quota")}) == ["quota: not in the model"]
    wrong = replace(known, parameters=("tracks.goal",))
    assert gaps(model, {**REGISTRY, "target": wrong}) == ["target: there is no tracks.goal"]
    wrong = replace(known, movable=(Movable("target", "track", "target", "persons"),))
    assert gaps(model, {**REGISTRY, "target": wrong}) == ["target: there is no track.target"]
    assert gaps(model, {**REGISTRY, "target": replace(known, movable=())}) != []


def test_a_bound_that_depends_on_the_inputs_is_registered_under_its_variable(model: pyo.ConcreteModel) -> None:
    assert REGISTRY["subscription"].rule is subscription_bounds
    assert {name for name, known in REGISTRY.items() if known.is_bound} == {"subscription"}


def test_every_requirement_may_be_missed_by_the_elastic_plan_and_nothing_else() -> None:
    assert set(REQUIREMENTS) == {name for name, known in REGISTRY.items() if known.kind == REQUIREMENT}


@pytest.mark.parametrize("constraint", REGISTRY)
def test_every_constraint_is_named_in_both_languages_with_its_name_in_the_model(constraint: str) -> None:
    known = REGISTRY[constraint]
    key = KEYS[known.sheet] if known.sheet else ""
    text = describe(X, constraint, key)
    assert text.ko != text.en
    assert text != Text("", "")
    for words in (text.ko, text.en):
        assert constraint in words
        assert not key or f"[{key}]" in words
    assert known.unit_of(X, key) in UNITS


@pytest.mark.parametrize("constraint", [name for name, known in REGISTRY.items() if known.movable])
def test_what_may_be_moved_may_be_moved_somewhere_else(constraint: str) -> None:
    known = REGISTRY[constraint]
    for figure in known.movable:
        (end,) = figure.ends(X, KEYS[known.sheet], 0.5)
        assert end != 0.5


@pytest.mark.parametrize(
    ("constraint", "key", "figure"),
    [
        ("target", "reskilled", "1,500 people by 2027"),
        ("fund_balance", "main", "KRW 30 bn in all"),  # 100 + 200 억원
        ("progress_requirement", "data", "at least 40%"),
        ("carry_over_limit", "main", "50% of receipts"),
        ("solvency", "main", "80.0% of private subscriptions"),
        ("indicator_floor", "employment", "at least 1,234.5 person-years"),
        ("capacity", "reskilled", "1,000 people in the first year, +0% a year"),
        ("subscription", "main", "up to 1.5 times the appropriation"),
    ],
)
def test_what_is_demanded_is_said_with_its_size(constraint: str, key: str, figure: str) -> None:
    assert figure in describe(X, constraint, key).en
