"""What a plan is worth by the certificate: benefit and every cost of net_benefit, worked out item by item."""

from __future__ import annotations

from typing import Any

import pytest

from axplan.formulation import build_model
from axplan.formulation.compile import compile_model
from axplan.inputs.parameters import Inputs
from axplan.plan.certificate import check_plan
from axplan.plan.certificate.checks import Check
from axplan.plan.certificate.values import VARIABLES, Values
from axplan.solver import solve
from tiny import tiny_inputs

WEIGHTS = {"net_benefit": 1.0}

COSTLY: dict[str, Any] = {
    "settings": {"appraisal_end": 2028, "social_discount_rate": 0.25},
    "industries": {"cars": {"value_added_rate": 0.8}},
    "tracks": {"reskilled": {"target": 100, "initial_capacity": 60}},
    "programmes": {"data": {"private_match": 0.25, "annual_ceiling": 0.5, "minimum_progress": 1.0, "operating_cost": 4.0}},
    "funds": {"main": {"admin_rate": 0.1}},
}  # fmt: skip
"""A year counts 1, 0.8 and 0.64. What brings the most net benefit:

adoption in 2026: 1 억원 in segment 1 adds 1 + 0.8 + 0.64 of output, 1.952 of value added, for 1 and 0.1; in segment 2 half
of that, which is less than its cost. 50 억원. scale_up in 2027: 1.152 for 0.88; 50 억원, as half has been adopted.
60 people in 2027 and the other 40 before; half of the programme in each year, for 40 of public and 10 of private money.
"""
BENEFIT = 50 * 1.952 + 50 * 1.152
STAGES = 50 * 0.5 * 2 + 0.8 * 50 * 0.5 * 2
TRAINING = 40 * 0.1 + 0.8 * 60 * 0.1
BUILDING = 1.25 * 40 + 0.8 * 1.25 * 40
RUNNING = 0.8 * 4 * 0.5 + 0.64 * 4 * 1.0
ADMINISTRATION = 0.1 * (50 + 40 * 0.05 + 40) + 0.8 * 0.1 * (50 + 60 * 0.05 + 40 + 4 * 0.5)
NET = BENEFIT - STAGES - TRAINING - BUILDING - RUNNING - ADMINISTRATION


def planned(**changes: Any) -> tuple[Inputs, Values, float]:
    x = tiny_inputs(**{**COSTLY, **changes})
    solution = solve(compile_model(build_model(x, WEIGHTS)))
    return x, {name: solution.values(name) for name in VARIABLES}, solution.objective


def checked(x: Inputs, values: Values, weights: dict[str, float], claim: float) -> dict[str, Check]:
    return {check.name: check for check in check_plan(x, values, weights, claim)}


def test_net_benefit_is_own_value_added_less_every_cost_of_the_plan() -> None:
    x, values, objective = planned()
    check = checked(x, values, WEIGHTS, objective)["objective"]
    assert check.ok
    assert check.left * 1e4 == pytest.approx(NET)
    assert pytest.approx(-54.56) == NET


FREE: list[tuple[str, str, dict[str, float], float]] = [
    ("tracks", "reskilled", {"unit_cost": 0.0}, TRAINING + 0.1 * 0.05 * (40 + 0.8 * 60)),
    ("tracks", "reskilled", {"employer_share": 1.0}, 0.1 * 0.05 * (40 + 0.8 * 60)),
    ("programmes", "data", {"operating_cost": 0.0}, RUNNING + 0.8 * 0.1 * 4 * 0.5),
    ("programmes", "data", {"private_match": 0.0}, 0.25 * (40 + 0.8 * 40)),
    ("funds", "main", {"admin_rate": 0.0}, ADMINISTRATION),
]
"""Sheet, row, what costs nothing, and what the same plan saves by that."""


@pytest.mark.parametrize(("sheet", "row", "free", "saved"), FREE)
def test_each_item_of_cost_counts_by_its_own_column(sheet: str, row: str, free: dict[str, float], saved: float) -> None:
    _, values, _ = planned()
    x = tiny_inputs(**{**COSTLY, sheet: {row: {**COSTLY[sheet][row], **free}}})
    assert checked(x, values, WEIGHTS, 0.0)["objective"].left * 1e4 - NET == pytest.approx(saved)


def test_after_the_appraisal_nothing_runs_and_nothing_is_gained() -> None:
    _, values, _ = planned()
    x = tiny_inputs(**{**COSTLY, "settings": {**COSTLY["settings"], "appraisal_end": 2027}})
    lost = 0.64 * 0.8 * (50 + 50) - 0.64 * 4
    assert checked(x, values, WEIGHTS, 0.0)["objective"].left * 1e4 == pytest.approx(NET - lost)


def test_a_weighted_objective_takes_its_share_of_the_costs() -> None:
    x, values, _ = planned()
    # output is worth 2 of production
    output = 50 * 2.44 + 50 * 1.44
    left = checked(x, values, {"net_benefit": 0.5, "production": 3.0}, 0.0)["objective"].left
    assert left * 1e4 == pytest.approx(0.5 * NET + 3 * 2 * output)


@pytest.mark.parametrize(("at_least", "holds"), [(NET - 0.01, True), (NET + 0.01, False)])
def test_a_floor_under_net_benefit_may_lie_below_nothing(at_least: float, holds: bool) -> None:
    _, values, _ = planned()
    x = tiny_inputs(**COSTLY, floors={"net_benefit": {"indicator": "net_benefit", "at_least": at_least / 1e4}})
    check = checked(x, values, {"production": 1.0}, 0.0)["indicator_floor"]
    assert check.index == ("net_benefit",)
    assert check.left * 1e4 == pytest.approx(NET)
    assert (check.left >= check.right) is holds
