"""The optimal plan of the full case spoiled on purpose: how to break every constraint and every bound."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from full_case import LAST, Draft

NORTH, SOUTH = ("toys", "north"), ("toys", "south")
CARS_NORTH = ("cars", "north")
EXPORT, QUALITY = (*CARS_NORTH, "design", "export"), (*CARS_NORTH, "quality", "export")


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


def followed(draft: Draft, by: float) -> None:
    """All that is summed from the last year's commitments to QUALITY changes, and what they cost; they do not."""
    draft.commit(*QUALITY, 1, LAST, by=by)
    draft.add("commitment", *QUALITY, 1, LAST, by=-by)
    draft.spend("main", LAST, by)
    for track in ("leaders", "reskilled"):
        train(draft, track, CARS_NORTH, LAST, 2 * max(by, 0.0) * draft.inputs.tracks.requirement[track])


def another_task(draft: Draft, by: float) -> None:
    """The other task takes what this one gets, so that the stage is what it was."""
    draft.add("task_total", "design", "export", LAST, by=by)
    draft.add("task_total", "quality", "export", LAST, by=-by)


def less_in_a_place(draft: Draft, by: float) -> None:
    draft.add("place_total", *CARS_NORTH, "export", LAST, by=-by)
    draft.invest(*CARS_NORTH, LAST, -2 * by)


def more_of_a_stage(draft: Draft, by: float) -> None:
    draft.add("stage_total", "export", LAST, by=by)
    draft.spend("main", LAST, by)


VALUES_THAT_BREAK: dict[str, Callable[[Draft], None]] = {
    "depth_balance": lambda draft: draft.add("depth", *EXPORT, LAST, by=-0.001),
    "committed_balance": lambda draft: followed(draft, by=0.01),
    "task_total_balance": lambda draft: another_task(draft, by=0.01),
    "place_total_balance": lambda draft: less_in_a_place(draft, by=0.01),
    "stage_total_balance": lambda draft: more_of_a_stage(draft, by=0.01),
    "invested_balance": lambda draft: draft.add("invested", *CARS_NORTH, LAST, by=-0.01),
    "reach_balance": lambda draft: draft.add("reach", "design", 2027, by=0.001),
    "progress_balance": lambda draft: draft.add("progress", "standards", LAST, by=0.001),
    "stock_balance": lambda draft: draft.add("stock", "leaders", *SOUTH, LAST, by=0.01),
    "fund_balance": money_lost,
    "carry_over_limit": too_much_kept,
    "solvency": more_borrowed_than_covered,
    "capacity": too_many_at_once,
    "employment_ceiling": too_many_of_the_employed,
}
"""Constraint → how to spoil the plan so that this one breaks and all others hold."""

INPUTS_THAT_BREAK: dict[str, dict[str, Any]] = {
    "segment_limit": {"segments": {("adoption", 1): {"width": 0.001}, ("adoption", 2): {"width": 0.999}}},
    "stage_transition": {"stages": {"adoption": {"conversion": 0.01}}},
    "adoption_speed": {"stages": {"adoption": {"annual_ceiling": 0.39}}},
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

OTHER_CASES_THAT_BREAK: list[tuple[str, dict[str, Any]]] = [
    ("rule_limit", {"rules": {"northern_money": {"value": 0.3}}}),  # more than half of it is spent there
    ("rule_limit", {"rules": {"of_the_fund": {"value": 0.01}}}),  # 30 억원 of the fund's 3 000
    ("indicator_floor", {"floors": {"net_benefit": {"at_least": 0.0}}}),
    ("fund_balance", {"programmes": {"data": {"operating_cost": 6.0}}}),
    ("adoption_speed", {"stages": {"export": {"annual_ceiling": 0.15}}}),  # a quarter of a cell in 2027
]
"""The same, where a family has several kinds of rows, and for what stands in rows beside other things."""


def negative_commitment(draft: Draft) -> None:
    """Take back more of segment 1 than was given and buy the same depth in segment 2, at twice the price."""
    taken = draft.values["commitment"][*EXPORT, 1, LAST] + 1.0
    draft.commit(*EXPORT, 1, LAST, by=-taken)
    draft.commit(*EXPORT, 2, LAST, by=2 * taken)
    draft.spend("main", LAST, taken)
    for track in ("leaders", "reskilled"):
        train(draft, track, CARS_NORTH, LAST, 2 * taken * draft.inputs.tracks.requirement[track])


def negative(spoil: Callable[[Draft, float], None], variable: str, *index: Any) -> Callable[[Draft], None]:
    """Spoil a value until it is −1; `spoil` adds to it or takes from it as `by` says."""

    def spoiled(draft: Draft) -> None:
        before = draft.values[variable][index]
        spoil(draft, -(before + 1.0))
        assert draft.values[variable][index] == pytest.approx(-1.0)

    return spoiled


def negative_outlay(draft: Draft) -> None:
    moved = draft.values["outlay"]["data", "north", LAST] + 1.0
    draft.add("outlay", "data", "north", LAST, by=-moved)
    draft.add("outlay", "data", "south", LAST, by=moved)


def more_than_complete(draft: Draft) -> None:
    more = 1.2 - draft.values["progress"]["standards", LAST]
    draft.add("progress", "standards", LAST, by=more)
    draft.add("outlay", "standards", "national", LAST, by=100 * more)
    draft.spend("extra", LAST, 100 * more)


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
    "committed": (negative(followed, "committed", *QUALITY, LAST), {"committed_balance"}),
    "task_total": (negative(another_task, "task_total", "design", "export", LAST), {"task_total_balance"}),
    "place_total": (
        negative(lambda draft, by: less_in_a_place(draft, -by), "place_total", *CARS_NORTH, "export", LAST),
        {"place_total_balance"},
    ),
    "stage_total": (negative(more_of_a_stage, "stage_total", "export", LAST), {"stage_total_balance"}),
    "invested": (
        negative(lambda draft, by: draft.add("invested", *CARS_NORTH, LAST, by=by), "invested", *CARS_NORTH, LAST),
        {"invested_balance"},
    ),
    "reach": (lambda draft: draft.add("reach", "design", 2026, by=-0.01), {"reach_balance"}),
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
"""Variable → how to break its bound, and what must break with it: a depth, a stock or a total below 0 cannot come about
without a broken balance or a negative commitment or trainee."""
