"""The efficient frontier: straight and bent ones by hand, and what every frontier has to be on larger cases."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Any

import pytest

from axplan.analyses.pareto.aims import REGIONAL_BALANCE
from axplan.analyses.pareto.conflict import no_conflict
from axplan.analyses.pareto.frontier import ParetoFrontier, ParetoPoint, pareto_frontier, price_unit, small_price
from axplan.analyses.pareto.run import below
from axplan.analyses.pareto.search import nondominated
from axplan.core.errors import Infeasible
from axplan.inputs.objective import single
from axplan.inputs.parameters import Inputs, build_inputs
from axplan.inputs.schema.core import EOK
from axplan.inputs.schema.indicators import EMPLOYMENT, EXPORTS, NET_BENEFIT, PRODUCTION, VALUE_ADDED
from axplan.inputs.schema.policy import Floors
from axplan.plan.optimise import optimise
from axplan.plan.warm_start import WarmStartedSolver
from small_baseline import small_baseline
from solved_cases import ONE_STAGE, TWO, money
from tiny import tiny_inputs


def tiny(changes: dict[str, Any], *aims: str, points: int = 5) -> ParetoFrontier:
    return pareto_frontier(tiny_inputs(**changes), aims, points)


def test_a_straight_frontier_by_hand() -> None:
    # from all in cars (40 억원, 20 person-years) to all in ships (20, 60): half a 억원 for each person-year
    found = tiny(TWO, PRODUCTION, EMPLOYMENT)
    assert [p.values for p in found.points] == [
        pytest.approx((amount / 10_000, people))
        for amount, people in ((40, 20), (35, 30), (30, 40), (25, 50), (20, 60))
    ]
    assert found.prices == [None, *[pytest.approx(0.5 / 10_000)] * 4]
    assert small_price(found, 1) == pytest.approx(0.5)
    assert price_unit(found) == EOK
    assert found.unanswered == 0


def test_the_first_aim_decides_between_plans_that_are_equal_in_the_second_and_the_other_way_round() -> None:
    # both bring the same production: of those plans the one with most employment, which is also the best of employment
    same = {**TWO, "industries": {"ships": {"employment_inducement": 30.0}}}
    found = tiny(same, PRODUCTION, EMPLOYMENT)
    assert [p.values for p in found.points] == [pytest.approx((40 / 10_000, 60))]
    assert found.prices == [None]
    # the same exports: of all plans that reach them the one with most production
    found = tiny(TWO, EXPORTS, PRODUCTION)
    assert [p.values for p in found.points] == [pytest.approx((0.004, 40 / 10_000))]


def test_a_bent_frontier_has_points_on_either_side_of_its_bend() -> None:
    # a rule keeps 4 of the 10 억원 in cars: from (40, 20) to (28, 44), nothing beyond
    kept = {**TWO, "rules": {"cars": {"industry": "cars", "relation": ">=", "value": 4.0, "unit": "amount"}}}
    found = tiny(kept, PRODUCTION, EMPLOYMENT, points=3)
    assert found.points[-1].values == pytest.approx((28 / 10_000, 44))
    assert found.points[1].values == pytest.approx((34 / 10_000, 32))


def test_balance_is_what_the_region_that_gets_least_gets() -> None:
    # it costs twice as much to bring the same depth about in the south: 1 억원 is worth 4 in the north and 2 in the south
    south = {"stages": ONE_STAGE, "appropriations": money(10), "regions": {"south": {"investment_cost": 2.0}},
             "siting": {"cars": {"north": 0.5, "south": 0.5}}}  # fmt: skip
    found = tiny(south, PRODUCTION, REGIONAL_BALANCE, points=3)
    assert [p.values for p in found.points] == [
        pytest.approx((40 / 10_000, 0)), pytest.approx((35 / 10_000, 2.5)), pytest.approx((30 / 10_000, 5))
    ]  # fmt: skip
    assert [p.regions for p in found.points][1] == pytest.approx({"north": 7.5, "south": 2.5})


def test_penalties_of_soft_rules_are_taken_off_the_first_aim() -> None:
    # each 억원 that is missing of 10 in ships costs 0.0001 조원: 1 억원, less than the 2 억원 that cars bring more
    soft = {
        **TWO,
        "rules": {"ships": {"industry": "ships", "relation": ">=", "value": 10.0, "unit": "amount", "penalty": 0.0001}},
    }
    found = tiny(soft, PRODUCTION, EMPLOYMENT, points=3)
    assert [p.values[0] for p in found.points] == [pytest.approx((40 - 10) / 10_000), pytest.approx((30 - 5) / 10_000), pytest.approx(20 / 10_000)]  # fmt: skip
    assert found.points[0].figures[PRODUCTION] == pytest.approx(40 / 10_000)


@pytest.mark.parametrize(
    ("aims", "values"),
    [((EXPORTS, PRODUCTION), (0, 0.004)), ((PRODUCTION, EXPORTS), (0.004, 0)), ((EXPORTS, EMPLOYMENT), (0, 60))],
)
def test_an_aim_that_nothing_brings_leaves_the_other_its_best(
    aims: tuple[str, str], values: tuple[float, float]
) -> None:
    none = {"cars": {"exports": 0.0}, "ships": {**TWO["industries"]["ships"], "exports": 0.0}}
    assert [p.values for p in tiny({**TWO, "industries": none}, *aims).points] == [pytest.approx(values)]


def test_without_money_there_is_one_plan_which_is_worth_nothing() -> None:
    assert [p.values for p in tiny({**TWO, "appropriations": money(0)}, PRODUCTION, EMPLOYMENT).points] == [(0, 0)]


def test_without_a_plan_what_collides_is_named() -> None:
    with pytest.raises(Infeasible) as told:
        tiny({**TWO, "floors": {"employment": {"at_least": 61}}}, PRODUCTION, EMPLOYMENT)
    assert told.value.groups


@pytest.mark.parametrize(
    ("values", "kept"),
    [([(3, 1), (2, 2), (1, 3)], [0, 1, 2]), ([(1, 3), (3, 1)], [1, 0]), ([(3, 1), (3, 1)], [0]), ([(3, 1), (2, 1), (1, 3)], [0, 2]),
     ([(3, 1), (3, 1 + 1e-9), (1, 3)], [1, 2])],
)  # fmt: skip
def test_what_is_equalled_or_beaten_is_left_out(values: Sequence[tuple[float, float]], kept: list[int]) -> None:
    assert nondominated(values, (2.0, 2.0)) == kept


PAIRS = ((VALUE_ADDED, EXPORTS), (PRODUCTION, REGIONAL_BALANCE), (EXPORTS, EMPLOYMENT, REGIONAL_BALANCE))


@cache
def small() -> Inputs:
    return build_inputs(small_baseline())


@cache
def found(aims: tuple[str, ...]) -> ParetoFrontier:
    return pareto_frontier(small(), aims, 9)


@pytest.mark.parametrize("aims", PAIRS)
def test_no_point_is_beaten_or_repeated_by_another(aims: tuple[str, ...]) -> None:
    points = found(aims).points
    assert len(points) > 4
    spans = [max(values) - min(values) for values in zip(*(p.values for p in points), strict=True)]
    for one in points:
        for other in points:
            if one is not other:
                worse = [b - a < -1e-6 * span for a, b, span in zip(one.values, other.values, spans, strict=True)]
                assert any(worse), (one.values, other.values)


@pytest.mark.parametrize("aims", PAIRS[:2])
def test_the_price_rises_along_the_frontier(aims: tuple[str, ...]) -> None:
    prices = [price for price in found(aims).prices if price is not None]
    assert all(one <= other * (1 + 1e-6) for one, other in pairwise(prices))


def test_the_ends_are_the_best_of_each_aim() -> None:
    points = found(PAIRS[0]).points
    for at, aim in enumerate(PAIRS[0]):
        best = optimise(small(), single(aim)).plan.value
        assert points[-at].values[at] == pytest.approx(best, rel=1e-9)


def test_nothing_better_than_a_point_exists() -> None:
    """The most of one indicator with a floor under the other is what the point has of it, whichever of them is maximised."""
    pair, solvers = PAIRS[0], [WarmStartedSolver(small(), single(aim)) for aim in PAIRS[0]]
    for point in found(pair).points:
        for at, aim in enumerate(pair):
            other = 1 - at
            floor = {pair[other]: point.values[other] * (1 - 1e-9)}
            x = with_floors(floor)
            most = solvers[at].solution(x).objective
            assert most == pytest.approx(point.values[at], rel=1e-6), aim


def with_floors(at_least: dict[str, float]) -> Inputs:
    return dataclasses.replace(small(), floors=Floors(indicator=tuple(at_least), at_least=at_least))


def test_figures_of_a_point_are_those_of_its_plan() -> None:
    for point in found(PAIRS[1]).points:
        assert point.figures[PRODUCTION] == pytest.approx(point.values[0])
        assert min(point.regions.values()) == pytest.approx(point.values[1], rel=1e-6)
        assert sum(point.regions.values()) == pytest.approx(point.figures["commitment"])


@pytest.mark.slow
def test_more_points_lie_closer() -> None:
    def widest(points: int) -> float:
        values = [p.values for p in pareto_frontier(small(), PAIRS[1], points).points]
        spans = [abs(a - b) for a, b in zip(values[0], values[-1], strict=True)]
        return max(
            max(abs(a - b) / s for a, b, s in zip(one, other, spans, strict=True)) for one, other in pairwise(values)
        )

    assert widest(3) > widest(5) > widest(9)


def test_aims_of_which_the_whole_frontier_spans_a_ten_thousandth_do_not_conflict() -> None:
    """Ships bring 0.01 % less production than cars and 0.01 % more employment: nobody can see the difference."""
    ships = {"production_inducement": 2 * (1 - 1e-4), "employment_inducement": 10 * (1 + 1e-4)}
    found = tiny({**TWO, "industries": {"ships": ships}}, PRODUCTION, EMPLOYMENT)
    assert len(found.points) > 1
    assert found.spans == [pytest.approx(1e-4, rel=1e-3)] * 2
    assert not found.conflict
    assert tiny(TWO, PRODUCTION, EMPLOYMENT).conflict
    assert "These aims do not conflict" in no_conflict(found, "en")
    assert "0.01%" in no_conflict(found, "ko")
    assert no_conflict(tiny(TWO, PRODUCTION, EMPLOYMENT), "en") == ""


def test_an_aim_that_can_be_had_for_nearly_nothing_does_not_conflict() -> None:
    """Ships bring 0.05 % less production and three times the employment: all of that costs a two-thousandth of the other."""
    ships = {"production_inducement": 2 * (1 - 5e-4), "employment_inducement": 30.0}
    found = tiny({**TWO, "industries": {"ships": ships}}, PRODUCTION, EMPLOYMENT)
    assert found.spans == [pytest.approx(5e-4, rel=1e-3), pytest.approx(2 / 3)]
    assert not found.conflict


def test_a_net_benefit_may_be_a_loss_and_its_floor_too() -> None:
    """By hand: 1 억원 in cars is worth 4 of production in 2026; its own value added is a quarter of 1 a year, 0.5 in two
    years, and it costs 0.5 · 2 = 1: a loss of 0.5. From 10 in cars (40, −5) to nothing (0, 0)."""
    found = tiny({"stages": ONE_STAGE, "appropriations": money(10)}, PRODUCTION, NET_BENEFIT, points=3)
    assert [p.values for p in found.points] == [
        pytest.approx((amount / 10_000, loss / 10_000), abs=1e-12) for amount, loss in ((40, -5), (20, -2.5), (0, 0))
    ]
    assert found.conflict
    floor = with_floor_of(found.points[1])
    assert optimise(floor, single(PRODUCTION)).plan.value == pytest.approx(20 / 10_000, rel=1e-6)


def with_floor_of(point: ParetoPoint) -> Inputs:
    floors = {"net_benefit": {"at_least": below(point.values[1])}}
    return tiny_inputs(stages=ONE_STAGE, appropriations=money(10), floors=floors)


def test_progress_counts_up_to_the_points() -> None:
    heard: list[tuple[int, int]] = []
    pareto_frontier(tiny_inputs(**TWO), (PRODUCTION, EMPLOYMENT), 4, lambda n, count: heard.append((n, count)))
    assert heard == [(1, 4), (2, 4), (3, 4), (4, 4)]
