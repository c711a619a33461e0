"""Ranges of budget aggregates in plans that are nearly as good: by hand, and what every range has to be on a larger case.

By hand: 10 억원 are worth 4 each in cars in 2026, 2 in cars in 2027 or in ships in 2026, 1 in ships in 2027. With a tenth of the
40 given up, a plan is worth 36 at least.
"""

from __future__ import annotations

import dataclasses
from functools import cache
from typing import Any

import numpy as np
import pandas as pd
import pytest

from axplan.analyses.near_optimal.aggregates import KINDS
from axplan.analyses.near_optimal.alternatives import distances, most_different, shares
from axplan.analyses.near_optimal.mga import near_optimal_ranges, near_optimal_space
from axplan.analyses.near_optimal.result import BETWEEN, FIRM, LOOSE, NOTHING, UNPLANNED, NearOptimalRanges, class_of
from axplan.analyses.near_optimal.search import NearOptimalSpace
from axplan.core.errors import Infeasible
from axplan.inputs.objective import Objective, single
from axplan.inputs.parameters import build_inputs
from axplan.plan.certificate import Certificate, check_plan
from axplan.plan.certificate.values import VARIABLES
from axplan.plan.optimise import CertifiedPlan, optimise
from axplan.report.tables.columns import TABLES
from axplan.solver import solve
from axplan.solver.session import LEAST, MOST
from small_baseline import small_baseline
from solved_cases import TWO, money
from tiny import tiny_inputs


def judge(within: float, **changes: Any) -> NearOptimalRanges:
    best = optimise(tiny_inputs(**{**TWO, **changes}), single("production"))
    return near_optimal_ranges(best, within)


def ranges(found: NearOptimalRanges) -> dict[str, tuple[float, float, str]]:
    rows = found.aggregates.itertuples(index=False)
    return {f"{row.kind}.{row.name}": (row.least, row.most, row.firmness) for row in rows}


def near(least: float, most: float, judged: str) -> Any:
    return (pytest.approx(least, abs=1e-6), pytest.approx(most, abs=1e-6), judged)


def test_ranges_by_hand() -> None:
    found = ranges(judge(0.1))
    assert found["industry.cars"] == near(8, 10, BETWEEN)  # 8 · 4 + 2 · 2 = 36
    assert found["industry.ships"] == near(0, 2, UNPLANNED)
    assert found["stage.adoption"] == near(9, 10, FIRM)  # 9 · 4 = 36, and one is left to lapse
    assert found["region.north"] == near(9, 10, FIRM)
    assert found["year.2026"] == near(8, 10, BETWEEN)  # 8 · 4 + 2 · 2 in 2027
    assert found["year.2027"] == near(0, 2, UNPLANNED)
    assert found["programme.data"] == near(0, 1, UNPLANNED)  # brings nothing here, but there is money for it
    assert found["total.public"] == near(9, 10, FIRM)
    assert found["industry_stage.cars.adoption"] == near(8, 10, BETWEEN)


def test_by_hand_what_programmes_cost_to_run_is_public_money_of_the_year_after() -> None:
    """Data must be completed by 2027 for 4 of the 10 억원, and costs 2 in the year after for all of it. The plan builds it in
    2027 and spends 6 on cars, worth 4 each. A quarter of the 24 may be given up: 4.5 on cars in 2026 are enough, and of the
    other 5.5 at most 1.5 pay for running costs: of three quarters of data, built in 2026 for 3; 1 completes it in 2027."""
    data = {"data": {"cost": 4.0, "minimum_progress": 1.0, "operating_cost": 2.0}}
    found = ranges(judge(0.25, programmes=data))
    assert found["running.data"] == near(0, 1.5, UNPLANNED)
    assert found["programme.data"] == near(4, 4, FIRM)
    assert found["total.running"] == found["running.data"]


def test_without_giving_anything_up_only_equally_good_plans_count() -> None:
    assert ranges(judge(0.0))["industry.ships"] == near(0, 0, UNPLANNED)
    same = ranges(judge(0.0, industries={"ships": {}}))
    assert (same["industry.cars"], same["industry.ships"]) == (near(0, 10, LOOSE), near(0, 10, LOOSE))


def test_what_a_rule_forbids_is_in_no_plan() -> None:
    none = {"none": {"industry": "ships", "relation": "<=", "value": 0.0, "unit": "amount"}}
    assert ranges(judge(0.5, rules=none))["industry.ships"] == near(0, 0, UNPLANNED)


@pytest.mark.parametrize(
    ("amount", "least", "judged"),
    [(10, 10, FIRM), (10, 9, FIRM), (10, 9 - 1e-8, FIRM), (10, 8.9, BETWEEN), (10, 5, BETWEEN), (10, 4.9, LOOSE), (10, 0, LOOSE),
     (0, 0, UNPLANNED), (NOTHING / 2, 0, UNPLANNED)],
)  # fmt: skip
def test_a_class_is_the_share_of_the_planned_amount_that_every_good_plan_spends(
    amount: float, least: float, judged: str
) -> None:
    assert class_of(amount, least) == judged


def test_without_a_plan_what_collides_is_named() -> None:
    with pytest.raises(Infeasible) as told:
        optimise(tiny_inputs(appropriations=money(0), tracks={"reskilled": {"target": 1500}}), single("production"))
    assert told.value.groups


@cache
def best() -> CertifiedPlan:
    return optimise(build_inputs(small_baseline()), single("production"))


@cache
def search(within: float) -> NearOptimalSpace:
    return near_optimal_space(best(), within)


@cache
def found(within: float) -> NearOptimalRanges:
    return near_optimal_ranges(best(), within)


def frame(within: float) -> pd.DataFrame:
    return found(within).aggregates


def test_every_kind_is_ranged_and_the_plan_lies_within() -> None:
    ranged = frame(0.01)
    assert set(ranged["kind"]) == set(KINDS)
    assert not ranged.duplicated(["kind", "name"]).any()
    assert (ranged["least"] <= ranged["amount"] + 1e-6).all()
    assert (ranged["amount"] <= ranged["most"] + 1e-6).all()
    assert (ranged["least"] >= 0).all()


def test_the_plan_is_the_one_of_the_budget() -> None:
    ranged = frame(0.01).set_index(["kind", "name"])["amount"]
    spent = best().plan.frames["commitments"].groupby("industry")["commitment"].sum()
    for industry, amount in spent.items():
        assert ranged["industry", industry] == pytest.approx(amount, rel=1e-9)


def test_the_ranges_are_a_frame_that_the_report_can_read() -> None:
    made = found(0.01).frame()
    assert list(made.columns) == list(TABLES["ranges"])
    assert made["planned"].tolist() == frame(0.01)["amount"].tolist()


def test_every_sum_of_totals_is_the_sum_over_the_cells() -> None:
    """The aggregates are made of totals; in a solution they are what the commitments, the people and the outlays add up to."""
    made, x = best(), best().plan.inputs
    amounts = {(a.kind, a.key): a.of(made.solution.x) for a in search(0.01).aggregates}
    spent = made.plan.frames["commitments"]
    for kind, column in (("industry", "industry"), ("stage", "stage"), ("region", "region"), ("task", "task")):
        for key, amount in spent.groupby(column)["commitment"].sum().items():
            assert amounts[kind, (key,)] == pytest.approx(amount, rel=1e-9)
    running = made.plan.frames["running_costs"]
    assert amounts["total", ("running",)] == pytest.approx(running["running_cost"].sum(), rel=1e-9)
    uses = made.plan.frames["ledger"][["commitment_uses", "trainee_uses", "outlay_uses", "running_uses"]]
    assert amounts["total", ("public",)] == pytest.approx(uses.to_numpy().sum(), rel=1e-9)
    assert sum(amounts["year", (t,)] for t in x.years) == pytest.approx(amounts["total", ("public",)], rel=1e-9)


def test_giving_up_more_widens_every_range() -> None:
    narrow, wide = frame(0.001), frame(0.01)
    assert (wide["least"] <= narrow["least"] + 1e-4).all()
    assert (wide["most"] >= narrow["most"] - 1e-4).all()
    assert (wide["most"] - wide["least"]).sum() > 1.05 * (narrow["most"] - narrow["least"]).sum()


def test_ends_are_reached_by_plans_that_hold_and_are_good_enough() -> None:
    """Each end that is looked at is a plan: re-checked, worth no less than 99 %, and with just that amount."""
    looking, x = search(0.01), best().plan.inputs
    for direction in looking.directions[::7]:
        solution = looking.solution(direction)
        end = looking.plan_at(direction, solution)
        values = {name: looking.arrays.columns[name].named(solution) for name in VARIABLES}
        assert Certificate(check_plan(x, values, {"production": 1.0}, end.worth)).ok, direction
        assert end.worth >= 0.99 * best().plan.value * (1 - 1e-7)
        row = frame(0.01).iloc[direction[0]]
        assert end.amount == pytest.approx(row["least" if direction[1] == LEAST else "most"], abs=1e-4)


def test_nothing_beyond_an_end_is_good_enough() -> None:
    """The least and the most found by the search are those of models solved from nothing."""
    looking = search(0.01)
    for n, end in looking.directions[::11]:
        cost = looking.aggregates[n].cost(len(looking.arrays.cost))
        sign = 1.0 if end == MOST else -1.0
        cold = solve(dataclasses.replace(looking.arrays, cost=sign * cost))
        row = frame(0.01).iloc[n]
        assert sign * cold.objective == pytest.approx(row["most" if end == MOST else "least"], abs=1e-3), (n, end)


def test_a_weighted_objective_is_judged_by_what_it_maximises() -> None:
    weighted = optimise(build_inputs(small_baseline()), Objective({"production": 1.0, "exports": 2.0}))
    looking = near_optimal_space(weighted, 0.01)
    direction = looking.directions[0]
    assert looking.end(direction).worth >= 0.99 * weighted.plan.value * (1 - 1e-7)


def test_other_plans_are_good_enough_and_far_apart() -> None:
    others = found(0.01).alternatives
    assert 2 <= len(others) - 1 <= 5
    assert others.iloc[0][["plan", "given_up", "moved"]].tolist() == [0, 0, 0]
    assert (others["given_up"] <= 0.01 + 1e-6).all()
    assert (others["moved"][1:] > 1e-3).all()
    names = found(0.01).plans
    places = names[names["kind"] == "industry_stage_region"].pivot(index="plan", columns="name", values="amount")
    apart = distances(shares(places.to_numpy().tolist()), shares(places.to_numpy().tolist()))
    assert (apart[~np.eye(len(apart), dtype=bool)] > 1e-3).all()


@pytest.mark.parametrize(
    ("optimum_at", "plans", "chosen"),
    [([1, 0], [[1, 0], [0, 1], [0.5, 0.5]], [1, 2]), ([1, 0], [[1, 0], [2, 0]], []), ([1, 0, 0], [[0, 1, 0], [0, 0, 1], [0, 0, 2]], [0, 1]),
     ([1, 0], [], [])],
)  # fmt: skip
def test_plans_are_chosen_by_the_share_that_goes_elsewhere(
    optimum_at: list[float], plans: list[list[float]], chosen: list[int]
) -> None:
    assert sorted(most_different(optimum_at, plans, 5)) == chosen


def test_two_processes_find_what_one_finds() -> None:
    one, two = found(0.01), near_optimal_ranges(best(), 0.01, jobs=2)
    pd.testing.assert_frame_equal(one.aggregates, two.aggregates)
    pd.testing.assert_frame_equal(one.alternatives, two.alternatives)
