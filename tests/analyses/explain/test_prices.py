"""Shadow prices and how far they hold; the price of rules and targets."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from axplan.analyses.explain.binding import Binding, explain_plan
from axplan.analyses.explain.removals import INDUSTRY_STAGE
from axplan.analyses.explain.shadow_prices import Price
from axplan.formulation import build_model
from axplan.formulation.compile import compile_model
from axplan.inputs.objective import Objective, single
from axplan.inputs.parameters import build_inputs
from axplan.plan.optimise import optimise
from axplan.plan.right_hand_sides import APPROPRIATION, CAPACITY, RULE, SPEED, TARGET
from axplan.solver import Arrays, solve
from axplan.solver.arrays import Span
from axplan.solver.rhs_ranging import BORDER, LESS, LIMIT, RhsRanging, RhsShift
from price_campaign import check
from small_baseline import Changes, small_baseline
from solved_cases import ONE_STAGE, money
from tiny import tiny_inputs


def small(cost: list[float], rows: list[list[float]], lower: list[float], upper: list[float]) -> Arrays:
    """maximise cost·x subject to lower ≤ rows·x ≤ upper, 0 ≤ x ≤ 100."""
    width, height = len(cost), len(rows)
    return Arrays(
        np.array(cost, dtype=float), np.zeros(width), np.full(width, 100.0), np.array(lower, dtype=float), np.array(upper, dtype=float),
        np.arange(0, width * height + 1, width, dtype=np.int32), np.tile(np.arange(width, dtype=np.int32), height),
        np.array(rows, dtype=float).ravel(), {"x": Span(0, tuple(range(width)))}, {"row": Span(0, tuple(range(height)))},
    )  # fmt: skip


def ranging(arrays: Arrays) -> RhsRanging:
    return RhsRanging(arrays, solve(arrays, keep_basis=True))


FREE = -np.inf


def test_a_price_holds_until_what_it_promises_is_wrong_by_the_share() -> None:
    """max 3x with x ≤ 4 + δ and x ≤ 6: three a unit up to 2 more, nothing after. At δ the mean is 6 ÷ δ, 1 % less than 3 at 2.0202."""
    found = ranging(small([3], [[1], [1]], [FREE, FREE], [4, 6]))
    up = found.side(RhsShift([(0, 1.0)]), 1.0, 10.0)
    assert (up.slope, up.end) == (pytest.approx(3), LESS)
    assert up.reach == pytest.approx(2 / 0.99, rel=1e-3)
    assert up.worth == pytest.approx(6, rel=1e-3)
    down = found.side(RhsShift([(0, 1.0)]), -1.0, 4.0)
    assert (down.slope, down.end, down.reach, down.worth) == (pytest.approx(3), LIMIT, 4, pytest.approx(-12))


def test_at_a_corner_more_and_less_are_worth_different_amounts() -> None:
    """max 3x with x ≤ 4 + δ and x ≤ 4: nothing more to gain, three a unit to lose, whichever row the solver's price hangs on."""
    found = ranging(small([3], [[1], [1]], [FREE, FREE], [4, 4]))
    up, down = (found.side(RhsShift([(0, 1.0)]), way, 2.0) for way in (1.0, -1.0))
    assert up.slope == pytest.approx(0, abs=1e-9)
    assert down.slope == pytest.approx(3)
    assert (up.reach, up.end) == (2.0, LIMIT)


def test_beyond_the_border_there_is_no_plan() -> None:
    """x ≤ 4 + δ and x ≥ 3: one less is as far as it goes."""
    down = ranging(small([3], [[1], [1]], [FREE, 3], [4, np.inf])).side(RhsShift([(0, 1.0)]), -1.0, 10.0)
    assert (down.slope, down.end) == (pytest.approx(3), BORDER)
    assert down.reach == pytest.approx(1, rel=1e-3)
    assert down.reach <= 1 + 1e-6


def test_at_the_border_itself_there_is_no_range() -> None:
    down = ranging(small([3], [[1], [1]], [FREE, 4], [4, np.inf])).side(RhsShift([(0, 1.0)]), -1.0, 10.0)
    assert (down.reach, down.end, down.worth) == (0.0, BORDER, 0.0)


def test_a_price_wears_off_over_many_small_steps() -> None:
    """Ten goods worth 10, 9, …, 1 with room for 1 each, and 0.5 to share out: the first unit is worth 10; after 0.5 the next is worth 9."""
    goods = [[1.0] * 10, *np.eye(10).tolist()]
    found = ranging(small(list(range(10, 0, -1)), goods, [FREE] * 11, [0.5, *[1.0] * 10]))
    up = found.side(RhsShift([(0, 1.0)]), 1.0, 9.0)
    assert up.slope == pytest.approx(10)
    assert up.reach == pytest.approx(0.5 / 0.9, rel=1e-3)  # 5 + 9 (δ − 0.5) = 9.9 δ


def test_following_one_thing_leaves_no_trace_for_the_next() -> None:
    found = ranging(small([3, 2], [[1, 0], [0, 1]], [FREE, FREE], [4, 5]))
    first = found.side(RhsShift([(0, 1.0)]), 1.0, 10.0)
    found.side(RhsShift([(1, 1.0)]), 1.0, 10.0)
    assert found.side(RhsShift([(0, 1.0)]), 1.0, 10.0) == first


SCENES: dict[str, tuple[Changes, Objective, tuple[str, ...]]] = {
    "as it is": ({}, single("production"), ()),
    "value added": ({}, single("value_added"), (TARGET,)),
    "less money": ({"appropriations": {"axpf": {str(t): 6_900.0 for t in range(2026, 2031)}}}, single("production"), (RULE,)),
    "weighted": ({"stages": {"adoption": {"additionality": 0.3}}}, Objective({"production": 1.0, "employment": 1.0}), (APPROPRIATION,)),
}  # fmt: skip


@pytest.mark.parametrize(
    "scene", [scene if n == 0 else pytest.param(scene, marks=pytest.mark.slow) for n, scene in enumerate(SCENES)]
)
def test_prices_are_right_next_to_here_and_at_both_ends_of_their_range(scene: str) -> None:
    """The long one, over whole scenarios, is `make prices`."""
    changes, objective, kinds = SCENES[scene]
    found = check(build_inputs(small_baseline(changes)), objective, kinds)
    assert not found.faults
    assert found.ends >= 6


@pytest.fixture(scope="module")
def bound() -> Binding:
    return explain_plan(optimise(build_inputs(small_baseline())))


def test_the_price_of_a_rule_is_what_the_plan_gains_without_it(bound: Binding) -> None:
    x = bound.plan.inputs
    gains = {(r.kind, r.key): r.gain for r in bound.removals}
    assert set(gains) == {*((TARGET, w) for w in x.tracks.track), *((RULE, n) for n in x.rules.rule)}
    arrays = compile_model(build_model(x, {"production": 1.0}))
    for (kind, key), gain in gains.items():
        span = arrays.rows["target" if kind == TARGET else "rule_limit"]
        rows = [span.start + n for n, at in enumerate(span.indices) if (at[0] if kind == RULE else at) == key]
        lower, upper = arrays.row_lower.copy(), arrays.row_upper.copy()
        lower[rows], upper[rows] = -np.inf, np.inf
        free = solve(Arrays(**{**vars(arrays), "row_lower": lower, "row_upper": upper})).objective
        assert gain == pytest.approx(free - bound.plan.value, abs=1e-7), key
    assert max(gain or 0.0 for gain in gains.values()) > 0.1
    assert min(gain or 0.0 for gain in gains.values()) > -1e-9


def test_what_moves_most_is_told_largest_first(bound: Binding) -> None:
    floor = next(r for r in bound.removals if r.key == "steel_floor")
    changes = [abs(moved.change) for moved in floor.moved]
    assert changes == sorted(changes, reverse=True)
    assert floor.moved[0].line[0] == INDUSTRY_STAGE
    assert all(not r.moved for r in bound.removals if r.gain == 0)


def test_by_hand_the_price_of_an_appropriation() -> None:
    """40 억원 in 2026, all in segment 1: each brings 1 억원 of output in two years, valued at 2: 4 억원, up to the 50 that the segment takes."""
    x = tiny_inputs(appropriations={"main": {2026: 40, 2027: 0}}, funds={"main": {"private_ratio": 0}})
    found = explain_plan(optimise(x))
    first = next(p for p in found.prices if p.move.kind == APPROPRIATION and p.move.key == ("main", 2026))
    assert first.up.slope == pytest.approx(4e-4)
    assert first.down.slope == pytest.approx(4e-4)
    assert first.down.reach == 40
    assert first.up.reach == pytest.approx(10 / 0.98, rel=2e-3)  # a further one is worth half: 40 + 2 (δ − 10) = 3.96 δ


def price(found: Binding, kind: str, *key: Any) -> Price:
    return next(p for p in found.prices if (p.move.kind, p.move.key) == (kind, key))


def test_by_hand_an_appropriation_moves_what_rules_allow_that_are_a_share_of_it() -> None:
    """Half of 40 억원 may be committed: 20, each worth 4. One more appropriated lets half a 억원 more be committed: 2."""
    half = {"relation": "<=", "value": 0.5, "unit": "appropriation_share"}
    x = tiny_inputs(stages=ONE_STAGE, appropriations=money(40), rules={"cap": half})
    found = explain_plan(optimise(x))
    assert found.plan.value == pytest.approx(80e-4)
    assert price(found, APPROPRIATION, "main", 2026).up.slope == pytest.approx(2e-4)
    cap = price(found, RULE, "cap", "all")
    assert (cap.move.now, cap.up.slope) == (20, pytest.approx(4e-4))


def test_by_hand_the_price_of_a_training_place() -> None:
    """One person for each 억원 invested, half of which is private: 10 places let 5 be committed in 2026, worth 4 each, and
    10 more 5 in 2027, worth 2. One place more lets half a 억원 more be committed: 2 in 2026, 1 in 2027."""
    places = {"reskilled": {"requirement": 1.0, "initial_capacity": 10}}
    found = explain_plan(optimise(tiny_inputs(stages=ONE_STAGE, tracks=places)))
    assert found.plan.value == pytest.approx(30e-4)
    assert price(found, CAPACITY, "reskilled", 2026).up.slope == pytest.approx(2e-4)
    assert price(found, CAPACITY, "reskilled", 2027).up.slope == pytest.approx(1e-4)
    assert price(found, CAPACITY, "reskilled", 2026).move.now == 10


def test_by_hand_the_price_of_the_speed_of_adoption() -> None:
    """A tenth of the cell a year: 10 억원 in each, worth 4 and 2. A basis point more is 0.01 억원 more in each: 0.06."""
    found = explain_plan(optimise(tiny_inputs(stages={"scale_up": None, "adoption": {"annual_ceiling": 0.1}})))
    assert found.plan.value == pytest.approx(60e-4)
    speed = price(found, SPEED, "adoption")
    assert (speed.move.now, speed.up.slope) == (pytest.approx(1000), pytest.approx(0.06e-4))


def test_progress_is_told_to_the_end() -> None:
    heard: list[tuple[int, int]] = []
    explain_plan(optimise(tiny_inputs()), lambda known, count: heard.append((known, count)))
    assert heard[0][0] == 0
    assert heard[-1][0] == heard[-1][1] > 0
