"""Rules of the analyst: what is warned of or refused, and what rightly passes."""

from __future__ import annotations

from typing import Any

import pytest

from axplan.inputs.validation import check_tables
from tiny import Change, tiny_tables

LONGER: dict[str, Any] = {"plan_years": 3}
TWO_PLACES: dict[str, Change] = {
    "regions": {"south": {}},
    "siting": {"cars": {"north": 1.0, "south": 0.0}, "toys": {"north": 0.0, "south": 1.0}},
}
GROWTH: dict[str, Any] = {"unit": "growth", "relation": "<=", "value": 0.35}


def codes(rule: dict[str, Any], **changes: Change) -> list[str]:
    return [p.code for p in check_tables(tiny_tables(rules={"cap": rule}, **changes))[1]]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ({"region": "north"}, []),
        ({"region": "south"}, ["E322"]),
        ({"measure": "investment", "region": "south"}, ["E322"]),
        ({"measure": "trainees", "region": "south"}, []),
        ({"measure": "trainees", "region": "south", "industry": "cars"}, ["E322"]),
        ({"measure": "trainees", "industry": "toys"}, []),
        ({"industry": "toys"}, ["E322"]),
        ({"measure": "outlay"}, []),
        ({"measure": "outlay", "programme": "data", "region": "north"}, ["E322"]),
    ],
)
def test_a_rule_must_select_something(rule: dict[str, Any], expected: list[str]) -> None:
    assert codes(rule, **TWO_PLACES) == expected


def test_a_region_selects_programmes_that_are_built_in_the_regions() -> None:
    assert codes({"measure": "outlay", "region": "north"}, programmes={"data": {"regional": "yes"}}) == []


def test_growth_of_a_later_stage_must_wait_until_the_stage_can_begin() -> None:
    assert codes({**GROWTH, "stage": "scale_up"}, settings=LONGER) == ["W320"]
    assert codes({**GROWTH, "stage": "scale_up", "from": 2027}, settings=LONGER) == []
    assert codes({**GROWTH, "stage": "adoption,scale_up"}, settings=LONGER) == []
    assert codes({**GROWTH, "stage": "scale_up", "relation": ">="}, settings=LONGER) == []
    assert codes({**GROWTH, "stage": "scale_up", "relation": "="}, settings=LONGER) == ["W320"]


@pytest.mark.parametrize(
    ("stages", "expected"),
    [
        ({"adoption": {"conversion_lag": 0}}, []),
        ({"adoption": {"initial_depth": 0.1}}, []),
        ({"adoption": {"initial_depth": 0.1, "conversion": 0.0}}, ["W320"]),
        ({"adoption": {"initial_depth": 0.1}, "scale_up": {"initial_depth": 0.1}}, ["W320"]),
    ],
)
def test_a_later_stage_can_begin_at_once_when_something_has_been_passed_on(
    stages: dict[str, Any], expected: list[str]
) -> None:
    assert codes({**GROWTH, "stage": "scale_up"}, stages=stages) == expected


def test_growth_needs_room_under_the_ceiling() -> None:
    full: dict[str, Any] = {"tasks": {"design": {"ceiling": 0.0}}, "unlocks": {"data": {"design": 0.5}}}
    assert codes({**GROWTH, "stage": "adoption"}, settings=LONGER, **full) == ["W320"]
    assert codes({**GROWTH, "stage": "adoption", "from": 2027}, settings=LONGER, **full) == []


def test_growth_of_training_needs_capacity_and_supervisors() -> None:
    rule = {**GROWTH, "measure": "trainees", "track": "reskilled"}
    supervised: dict[str, Any] = {"leaders": {"initial_stock": 0}, "reskilled": {"supervisor": "leaders", "span": 5}}
    assert codes(rule) == []
    assert codes(rule, tracks={"reskilled": {"initial_capacity": 0}}) == ["W320"]
    assert codes(rule, tracks=supervised) == ["W320"]
    supervised["leaders"] = {"initial_stock": 1}
    assert codes(rule, tracks=supervised) == []


def test_growth_of_outlays_needs_a_programme_that_may_progress() -> None:
    rule = {**GROWTH, "measure": "outlay"}
    assert codes(rule) == []
    assert codes(rule, programmes={"data": {"annual_ceiling": 0.0}}) == ["W320"]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ({"unit": "share", "value": 0.5, "region": "north"}, []),
        ({"unit": "share", "value": 1.5, "region": "north"}, ["E324"]),
        ({"unit": "share", "value": 0.5}, ["W321"]),
        ({"unit": "share", "value": 0.5, "measure": "trainees", "track": "reskilled"}, ["W321"]),
        ({"unit": "growth", "value": -1}, []),
        ({"unit": "growth", "value": -1.1}, ["E324"]),
        ({"unit": "growth", "value": 5}, []),
        ({"unit": "growth", "value": 5.1}, ["W322"]),
        ({"unit": "amount", "value": -1}, ["E324"]),
        ({"unit": "amount", "value": 1e9}, []),
    ],
)
def test_values_must_be_possible_and_are_questioned_when_unlikely(rule: dict[str, Any], expected: list[str]) -> None:
    assert codes(rule) == expected


def test_years_are_checked_one_by_one_and_together() -> None:
    assert codes({"from": 2026, "to": 2027}) == []
    assert codes({"from": 2025, "to": 2028}) == ["E321", "E321"]
    assert codes({"from": 2027, "to": 2026}) == ["E325"]
    assert codes({**GROWTH, "to": 2026}) == ["E323"]
    assert codes({**GROWTH, "from": 2026, "to": 2027}) == []


def test_a_rule_that_could_not_be_read_is_not_judged_further() -> None:
    assert codes({"unit": "share", "region": "nowhere"}) == ["E201"]
    assert codes({**GROWTH, "stage": "scale_pu"}) == ["E201"]


def test_every_filter_that_cannot_apply_is_named() -> None:
    rule = {"measure": "outlay", "industry": "cars", "task": "design", "track": "reskilled", "programme": "data"}
    problems = check_tables(tiny_tables(rules={"cap": rule}))[1]
    assert [(p.code, p.place) for p in problems] == [("E320", "rules!E2"), ("E320", "rules!G2"), ("E320", "rules!I2")]
