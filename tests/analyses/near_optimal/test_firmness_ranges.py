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
from axplan.analyses.near_optimal.result import MAY, MUST, NEVER, NOTHING, NearOptimalRanges, verdict
from axplan.analyses.near_optimal.search import NearOptimalSpace
from axplan.core.errors import Infeasible
from axplan.inputs.objective import Objective, single
from axplan.inputs.parameters import build_inputs
from axplan.plan.certificate import Certificate, check_plan
from axplan.plan.certificate.values import VARIABLES
from axplan.plan.optimise import CertifiedPlan, optimise
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
    return {f"{row.kind}.{row.name}": (row.least, row.most, row.verdict) for row in rows}


def near(least: float, most: float, judged: str) -> Any:
    return (pytest.approx(least, abs=1e-6), pytest.approx(most, abs=1e-6), judged)


def test_ranges_by_hand() -> None:
    found = ranges(judge(0.1))
    assert found["industry.cars"] == near(8, 10, MUST)  # 8 · 4 + 2 · 2 = 36
    assert found["industry.ships"] == near(0, 2, MAY)
    assert found["stage.adoption"] == near(9, 10, MUST)  # 9 · 4 = 36, and one is left to lapse
    assert found["region.north"] == near(9, 10, MUST)
    assert found["year.2026"] == near(8, 10, MUST)  # 8 · 4 + 2 · 2 in 2027
    assert found["year.2027"] == near(0, 2, MAY)
    assert found["programme.data"] == near(0, 1, MAY)  # brings nothing here, but there is money for it
    assert found["total.public"] == near(9, 10, MUST)
    assert found["industry_stage.cars.adoption"] == near(8, 10, MUST)


def test_without_giving_anything_up_only_equally_good_plans_count() -> None:
    assert ranges(judge(0.0))["industry.ships"] == near(0, 0, NEVER)
    same = ranges(judge(0.0, industries={"ships": {}}))
    assert (same["industry.cars"], same["industry.ships"]) == (near(0, 10, MAY), near(0, 10, MAY))


def test_what_a_rule_forbids_is_in_no_plan() -> None:
    none = {"none": {"industry": "ships", "relation": "<=", "value": 0.0, "unit": "amount"}}
    assert ranges(judge(0.5, rules=none))["industry.ships"] == near(0, 0, NEVER)


@pytest.mark.parametrize(
    ("least", "most", "judged"),
    [(1, 2, MUST), (0, 2, MAY), (NOTHING / 2, 2, MAY), (0, NOTHING / 2, NEVER), (0, 0, NEVER)],
)
def test_a_verdict_follows_from_the_range(least: float, most: float, judged: str) -> None:
    assert verdict(least, most) == judged


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


def test_giving_up_more_widens_every_range() -> None:
    narrow, wide = frame(0.001), frame(0.01)
    assert (wide["least"] <= narrow["least"] + 1e-4).all()
    assert (wide["most"] >= narrow["most"] - 1e-4).all()
    assert (wide["most"] - wide["least"]).sum() > 2 * (narrow["most"] - narrow["least"]).sum()


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
