"""Every constraint and every bound, broken on purpose: the certificate names what is broken and nothing else."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import pytest

from axplan.formulation import CONSTRAINTS
from full_case import LAST, TOTALS_FROM, VARIABLES, Draft, full_inputs, full_solution

NORTH, SOUTH = ("toys", "north"), ("toys", "south")
EXPORT = ("cars", "north", "design", "export")


def train(draft: Draft, track: str, place: tuple[str, str], year: int, by: float) -> None:
    """Train more people, pay for them, and carry them on in the stock."""
    data = draft.inputs.tracks
    draft.add("trainees", track, *place, year, by=by)
    for t in range(year, LAST + 1):
        draft.add("stock", track, *place, t, by=by * (1 - data.attrition[track]) ** (t - year))
    draft.spend(data.fund[track], year, data.unit_cost[track] * (1 - data.employer_share[track]) * by)


def too_many_at_once(draft: Draft) -> None:
    train(draft, "reskilled", SOUTH, LAST, 440.0)


def too_many_of_the_employed(draft: Draft) -> None:
    train(draft, "leaders", NORTH, 2026, 300.0)


def money_lost(draft: Draft) -> None:
    draft.add("lapse", "main", LAST, by=1.0)


def too_much_kept(draft: Draft) -> None:
    draft.add("balance", "main", LAST, by=600.0)
    draft.add("lapse", "main", LAST, by=-600.0)


def more_borrowed_than_covered(draft: Draft) -> None:
    draft.add("subscription", "main", LAST, by=400.0)
    draft.add("lapse", "main", LAST, by=400.0)


def committed_by_nobody(total: str) -> Callable[[Draft], None]:
    """A total of commitments is larger than what it sums; what is over it, its money and its people, follow."""

    def spoil(draft: Draft) -> None:
        draft.commit(*EXPORT, 1, LAST, by=1.0, from_total=total)
        if "invested" in TOTALS_FROM[total]:
            staff(draft, 2.0)

    return spoil


def staff(draft: Draft, investment: float) -> None:
    """Train the people whom more investment in cars in the north needs in the last year."""
    for track in ("leaders", "reskilled"):
        train(draft, track, ("cars", "north"), LAST, investment * draft.inputs.tracks.requirement[track])


VALUES_THAT_BREAK: dict[str, Callable[[Draft], None]] = {
    "depth_balance": lambda draft: draft.add("depth", *EXPORT, LAST, by=-0.001),
    "progress_balance": lambda draft: draft.add("progress", "standards", LAST, by=0.001),
    "stock_balance": lambda draft: draft.add("stock", "leaders", *SOUTH, LAST, by=0.01),
    "fund_balance": money_lost,
    "carry_over_limit": too_much_kept,
    "solvency": more_borrowed_than_covered,
    "reach_balance": lambda draft: draft.add("reach", "design", LAST, by=0.001),
    **{f"{total}_balance": committed_by_nobody(total) for total in TOTALS_FROM if total != "commitment"},
    "capacity": too_many_at_once,
    "employment_ceiling": too_many_of_the_employed,
}
"""Constraint → how to spoil the plan so that this one breaks and all others hold."""

INPUTS_THAT_BREAK: dict[str, dict[str, Any]] = {
    "segment_limit": {"segments": {("adoption", 1): {"width": 0.001}, ("adoption", 2): {"width": 0.999}}},
    "stage_transition": {"stages": {"adoption": {"conversion": 0.01}}},
    "adoption_speed": {"stages": {"adoption": {"annual_ceiling": 0.3}}},
    "depth_ceiling": {"tasks": {"design": {"ceiling": 0.06}, "quality": {"ceiling": 0.06}}},
    "annual_ceiling": {"programmes": {"data": {"annual_ceiling": 0.01}}},
    "progress_requirement": {"programmes": {"data": {"minimum_progress": 0.95}}},
    "supervision": {"tracks": {"reskilled": {"span": 0.1}}},
    "skill_requirement": {"tracks": {"reskilled": {"requirement": 5.0}}},
    "target": {"tracks": {"reskilled": {"target": 1500}}},
    "rule_limit": {"rules": {"cap": {"value": 10.0}}},
    "indicator_floor": {"floors": {"employment": {"at_least": 1e6}}},
}
"""Constraint → inputs under which the same plan breaks this one and keeps all others."""


def negative_commitment(draft: Draft) -> None:
    """Take back more of segment 1 than was given and buy the same depth in segment 2, at twice the price."""
    taken = draft.values["commitment"][*EXPORT, 1, LAST] + 1.0
    draft.commit(*EXPORT, 1, LAST, by=-taken)
    draft.commit(*EXPORT, 2, LAST, by=2 * taken)
    staff(draft, 2 * taken)


def below_zero(variable: str, *index: Any) -> Callable[[Draft], None]:
    return lambda draft: draft.add(variable, *index, by=-1.0 - draft.values[variable][index])


def negative_outlay(draft: Draft) -> None:
    moved = draft.values["outlay"]["data", "north", LAST] + 1.0
    draft.add("outlay", "data", "north", LAST, by=-moved)
    draft.add("outlay", "data", "south", LAST, by=moved)


def more_than_complete(draft: Draft) -> None:
    """Build half a year earlier, run it and use it, and build on beyond the whole."""
    more = 1.2 - draft.values["progress"]["standards", LAST]
    for year, built in ((LAST - 1, 0.5), (LAST, more - 0.5)):
        draft.add("outlay", "standards", "national", year, by=100 * built)
        draft.spend("extra", year, 100 * built)
    draft.add("progress", "standards", LAST - 1, by=0.5)
    draft.add("progress", "standards", LAST, by=more)
    draft.spend("extra", LAST, 0.5 * draft.inputs.programmes.operating_cost["standards"])
    draft.add("reach", "design", LAST, by=0.5 * draft.inputs.unlocks["standards", "design"])


def negative_trainees(draft: Draft) -> None:
    moved = draft.values["trainees"]["leaders", *NORTH, LAST] + 1.0
    train(draft, "leaders", NORTH, LAST, -moved)
    train(draft, "leaders", SOUTH, LAST, moved)


def too_many_subscriptions(draft: Draft) -> None:
    draft.add("subscription", "main", LAST, by=510.0)
    draft.add("balance", "main", LAST, by=600.0)
    draft.add("lapse", "main", LAST, by=-90.0)


def negative_lapse(draft: Draft) -> None:
    taken = draft.values["lapse"]["extra", LAST] + 5.0
    draft.add("lapse", "extra", LAST, by=-taken)
    draft.add("balance", "extra", LAST, by=taken)


def negative_balance(draft: Draft) -> None:
    draft.add("balance", "main", LAST, by=-5.0)
    draft.add("lapse", "main", LAST, by=5.0)


def negative_violation(variable: str, rule: str) -> Callable[[Draft], None]:
    """A rule that is kept with room to spare is credited with the opposite of a miss."""

    def spoil(draft: Draft) -> None:
        draft.add(variable, rule, "all", by=-1.0)
        draft.objective += draft.inputs.rules.penalty[rule]

    return spoil


BOUNDS_THAT_BREAK: dict[str, tuple[Callable[[Draft], None], set[str]]] = {
    "commitment": (negative_commitment, set()),
    "depth": (lambda draft: draft.add("depth", *EXPORT, LAST, by=-1.0), {"depth_balance"}),
    "committed": (
        below_zero("committed", *EXPORT, LAST),
        {"committed_balance", "task_total_balance", "place_total_balance"},
    ),
    "task_total": (below_zero("task_total", "design", "export", LAST), {"task_total_balance", "stage_total_balance"}),
    "place_total": (
        below_zero("place_total", *EXPORT[:2], "export", LAST),
        {"place_total_balance", "invested_balance"},
    ),
    "stage_total": (below_zero("stage_total", "export", LAST), {"stage_total_balance", "fund_balance"}),
    "invested": (below_zero("invested", *EXPORT[:2], LAST), {"invested_balance"}),
    "reach": (below_zero("reach", "design", LAST), {"reach_balance", "depth_ceiling"}),
    "outlay": (negative_outlay, set()),
    "progress": (more_than_complete, set()),
    "trainees": (negative_trainees, set()),
    "stock": (lambda draft: draft.add("stock", "leaders", *SOUTH, LAST, by=-100.0), {"stock_balance"}),
    "subscription": (too_many_subscriptions, set()),
    "lapse": (negative_lapse, set()),
    "balance": (negative_balance, set()),
    "shortfall": (negative_violation("shortfall", "train_cars"), set()),
    "excess": (negative_violation("excess", "spare_outlay"), set()),
}
"""Variable → how to break its bound, and what must break with it: a depth, a total or a stock below 0 cannot come about
without a broken balance or a negative commitment, progress or trainee."""


def test_the_optimal_plan_passes_every_check() -> None:
    assert Draft().broken() == set()


def test_every_constraint_and_every_bound_is_broken_here() -> None:
    solution = full_solution()[1]
    assert set(VALUES_THAT_BREAK) | set(INPUTS_THAT_BREAK) == set(CONSTRAINTS) == set(solution.arrays.rows)
    assert set(BOUNDS_THAT_BREAK) == set(VARIABLES) == set(solution.arrays.columns)


def test_every_constraint_and_every_bound_has_a_check() -> None:
    expected = {"values", "objective", *CONSTRAINTS, *(f"bounds:{variable}" for variable in VARIABLES)}
    assert set(Draft().checks()) == expected


@pytest.mark.parametrize("name", CONSTRAINTS)
def test_every_constraint_has_rows_in_the_case_it_is_tested_on(name: str) -> None:
    assert Draft().checks()[name].index in [
        index if isinstance(index, tuple) else (index,) for index in full_solution()[1].arrays.rows[name].indices
    ]


@pytest.mark.parametrize("name", VALUES_THAT_BREAK)
def test_a_spoiled_plan_breaks_exactly_one_constraint(name: str) -> None:
    draft = Draft()
    VALUES_THAT_BREAK[name](draft)
    assert draft.broken() == {name}


@pytest.mark.parametrize("name", INPUTS_THAT_BREAK)
def test_a_plan_for_other_inputs_breaks_exactly_one_constraint(name: str) -> None:
    assert Draft().broken(full_inputs(**INPUTS_THAT_BREAK[name])) == {name}


OTHER_KINDS_OF_ROWS: list[tuple[str, dict[str, Any]]] = [
    ("rule_limit", {"rules": {"cars_spending": {"value": 0.01}}}),
    ("rule_limit", {"rules": {"export_money": {"value": 0.001}}}),
    ("indicator_floor", {"floors": {"net_benefit": {"at_least": 1.0}}}),
    ("fund_balance", {"programmes": {"data": {"operating_cost": 6.0}}}),
    ("adoption_speed", {"stages": {"export": {"annual_ceiling": 0.15}}}),
]
"""The same, where a family has several kinds of rows, and for what stands in rows beside other things."""


@pytest.mark.parametrize(("name", "changes"), OTHER_KINDS_OF_ROWS)
def test_every_kind_of_row_of_a_family_is_looked_at(name: str, changes: dict[str, Any]) -> None:
    assert Draft().broken(full_inputs(**changes)) == {name}


@pytest.mark.parametrize("variable", BOUNDS_THAT_BREAK)
def test_a_value_outside_its_bounds_is_named(variable: str) -> None:
    draft = Draft()
    spoil, also = BOUNDS_THAT_BREAK[variable]
    spoil(draft)
    assert draft.broken() == {f"bounds:{variable}", *also}


@pytest.mark.parametrize(("name", "size"), [("depth", 1e-5), ("stock", 1e-3), ("balance", 1e-2)])
def test_a_small_spoil_is_noticed_and_rounding_is_not(name: str, size: float) -> None:
    at = {"depth": EXPORT, "stock": ("leaders", *SOUTH), "balance": ("main",)}[name]
    for factor, noticed in ((1.0, True), (1e-6, False)):
        draft = Draft()
        draft.add(name, *at, LAST, by=size * factor)
        assert bool(draft.broken()) is noticed


def test_the_worst_index_is_reported_with_both_sides() -> None:
    draft = Draft()
    kept = draft.values["balance"]["main", LAST]
    too_much_kept(draft)
    check = draft.checks()["carry_over_limit"]
    assert check.index == ("main", LAST)
    assert check.left == pytest.approx(kept + 600.0)
    assert check.right == pytest.approx(0.5 * 1000.0)
    assert check.violation == pytest.approx((kept + 100.0) / 1000.0 * 1000.0 / max(kept + 600.0, 500.0))


@pytest.mark.parametrize("nothing", [math.nan, math.inf, -math.inf])
def test_a_value_that_is_no_number_is_named(nothing: float) -> None:
    draft = Draft()
    draft.values["outlay"]["data", "south", 2027] = nothing
    assert draft.broken() == {"values"}
    assert draft.checks()["values"].index == ("outlay", "data", "south", 2027)


def test_a_missing_value_is_named() -> None:
    draft = Draft()
    del draft.values["stock"]["leaders", "cars", "south", 2026]
    check = draft.checks()["values"]
    assert (check.ok, check.index) == (False, ("stock", "leaders", "cars", "south", 2026))
    assert check.left == check.right - 1


def test_a_missing_variable_is_noticed() -> None:
    draft = Draft()
    del draft.values["subscription"]
    assert draft.checks()["values"].index == ("subscription", "main", 2026)


@pytest.mark.parametrize(
    ("variable", "index", "named"),
    [("progress", ("data", 2031), ("progress", "data", 2031)), ("gifts", "data", ("gifts", "data"))],
)
def test_a_value_that_belongs_nowhere_is_named(variable: str, index: Any, named: tuple[Any, ...]) -> None:
    draft = Draft()
    draft.values.setdefault(variable, {})[index] = 0.0
    assert draft.checks()["values"].index == named
    assert not draft.checks()["values"].ok


@pytest.mark.parametrize("claim", [1 + 1e-6, 1 - 1e-6, -1.0, math.nan, math.inf])
def test_a_wrong_objective_is_noticed(claim: float) -> None:
    draft = Draft()
    draft.objective *= claim
    assert draft.broken() == {"objective"}
