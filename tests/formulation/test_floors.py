"""Floors under indicators: of 10 억원, one in cars brings 4 억원 of production and 2 person-years, one in ships 2 and 6."""

from __future__ import annotations

from typing import Any

import pytest

from axplan.core.errors import Infeasible
from axplan.inputs.objective import single
from axplan.plan.optimise import optimise
from constraint_coverage import BINDS, BREAKS, HOLDS, shows
from solved_cases import ADOPTION, ONE_STAGE, TWO, Case, money
from tiny import tiny_inputs


def floor(**at_least: float | None) -> dict[str, Any]:
    return {**TWO, "floors": {v: {"at_least": amount} for v, amount in at_least.items()}}


def test_without_a_floor_the_money_goes_where_production_is_highest() -> None:
    assert Case(**TWO).best == pytest.approx(40)


@shows("indicator_floor", HOLDS, BINDS)
def test_a_floor_moves_as_much_money_as_it_needs_and_its_dual_is_its_price() -> None:
    # 2 · (10 − x) + 6 · x = 40 person-years: 5 억원 go to ships, each at the price of 2 억원 of production
    case = Case(**floor(employment=40))
    assert case.best == pytest.approx(30)
    assert case.spent("ships") == pytest.approx(5)
    assert case.dual("indicator_floor", "employment") == pytest.approx(-0.5)
    assert case.gain("indicator_floor", "employment", 4) == pytest.approx(-2)


@pytest.mark.parametrize("at_least", [0, 20, None])
def test_a_floor_that_is_met_anyway_or_blank_changes_nothing(at_least: float | None) -> None:
    assert Case(**floor(employment=at_least)).best == pytest.approx(40)


@shows("indicator_floor", BREAKS)
@pytest.mark.parametrize(("ships", "missed"), [(0, 20), (4, 4), (5, 0), (10, 0)])
def test_a_plan_below_the_floor_breaks_it(ships: float, missed: float) -> None:
    case = Case(**floor(employment=40))
    rest = ("north", "design", "adoption", 1, 2026)
    spent = {("cars", *rest): 10.0 - ships, ("ships", *rest): ships}
    assert case.violation("indicator_floor", "employment", commitment=spent) == pytest.approx(missed)


NET = {"stages": ONE_STAGE, "appropriations": money(10)}
"""10 억원 in cars: 40 of production; a net benefit of 0.25 × 20 − 0.5 × 20 = −5, so that each of them costs 0.5."""


@shows("indicator_floor", HOLDS, BINDS)
def test_a_floor_under_net_benefit_may_be_negative_and_stops_the_spending() -> None:
    # at least −3 억원 (−0.0003 조원): 6 억원 may be spent, × 4. One 억원 more of net benefit takes 2 of spending, 8 of production
    case = Case(**NET, floors={"net_benefit": {"at_least": -0.0003}})
    assert case.best == pytest.approx(24)
    assert case.dual("indicator_floor", "net_benefit") / 10_000 == pytest.approx(-8)
    assert case.gain("indicator_floor", "net_benefit", 0.0001) == pytest.approx(-8)
    assert Case(**NET, floors={"net_benefit": {"at_least": -1}}).best == pytest.approx(40)


@shows("indicator_floor", BREAKS)
@pytest.mark.parametrize(("spent", "missed"), [(10, 2), (6, 0), (0, 0)])
def test_a_plan_below_the_floor_under_net_benefit_breaks_it(spent: float, missed: float) -> None:
    case = Case(**NET, floors={"net_benefit": {"at_least": -0.0003}})
    by = case.violation("indicator_floor", "net_benefit", commitment={(*ADOPTION, 1, 2026): float(spent)})
    assert by * 10_000 == pytest.approx(missed)


def test_two_floors_hold_together() -> None:
    # exports bring the same per 억원 of output in both; 10 억원 make 20 억원 of output
    case = Case(**floor(employment=40, exports=20 * 2.0 / 10_000))
    assert case.best == pytest.approx(30)


def test_a_floor_that_nothing_reaches_is_named() -> None:
    with pytest.raises(Infeasible) as told:
        optimise(tiny_inputs(**floor(employment=61)), single("production"))
    assert any("취업유발, 61 인·년 이상" in group.ko for group in told.value.groups)
    assert any("at least 61 person-years" in group.en for group in told.value.groups)


def test_the_plan_tells_what_the_floor_costs() -> None:
    plan = optimise(tiny_inputs(**floor(employment=40, exports=None)), single("production")).plan
    (row,) = plan.frames["floors"].to_dict("records")
    assert row == {"indicator": "employment", "at_least": 40, "reached": pytest.approx(40), "slack": 0.0,
                   "shadow_price": pytest.approx(-0.5 / 10_000)}  # fmt: skip
