"""Percentages among shares: one slip is told at its cell, a column of them once."""

from __future__ import annotations

from typing import Any

import pytest

from axplan.inputs.validation import check_tables
from tiny import Change, tiny_tables

THREE_TASKS = ("design", "repair", "logistics")
TWO_REGIONS: dict[str, Change] = {"regions": {"south": {}}}


def found(**changes: Change) -> list[tuple[str, str]]:
    return [(p.place, p.code) for p in check_tables(tiny_tables(**changes))[1]]


def uplifts(*values: Any) -> list[tuple[str, str]]:
    return found(tasks={k: {"uplift": value} for k, value in zip(THREE_TASKS, values, strict=True)})


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((12, 30, 50), [("tasks!D2:D4", "E214")]),
        ((12, 0, 50), [("tasks!D2:D4", "E214")]),
        ((12, 1, 50), [("tasks!D2:D4", "E214")]),  # 1 may be 1 % as well as all of it
        ((0.5, 30, 50), [("tasks!D3:D4", "E214")]),
        ((0.12, 0.3, 50), [("tasks!D4", "E204")]),
        ((0, 0, 50), [("tasks!D4", "E204")]),
        ((0.12, 30, "50%"), [("tasks!D3", "E204"), ("tasks!D4", "E203")]),
        ((1200, 3000, 5000), [("tasks!D2", "E204"), ("tasks!D3", "E204"), ("tasks!D4", "E204")]),  # no percentages
        ((-12, -30, -50), [("tasks!D2", "E204"), ("tasks!D3", "E204"), ("tasks!D4", "E204")]),
        ((0.12, 0.3, 1), []),
    ],
)
def test_a_column_is_judged_as_a_whole(values: tuple[Any, ...], expected: list[tuple[str, str]]) -> None:
    assert uplifts(*values) == expected


def test_the_cure_is_said_with_the_first_value() -> None:
    changes = {k: {"uplift": value} for k, value in zip(THREE_TASKS, (12, 30, 50), strict=True)}
    line = check_tables(tiny_tables(tasks={**changes, "safety": {"uplift": 60}}))[1][0].line("en")
    assert line == "tasks!D2:D5  uplift = 12, 30, 50 …  → shares. Divide all of them by 100: 12 → 0.12   [E214]"


def test_a_matrix_of_percentages_is_told_once_and_its_sums_are_not_complained_of() -> None:
    siting = {"cars": {"north": 36, "south": 64}, "toys": {"north": 100, "south": 0}}
    assert found(**TWO_REGIONS, siting=siting) == [("siting!B2:C3", "E214")]


def test_a_row_of_percentages_in_a_matrix_of_shares_is_told_once() -> None:
    siting = {i: {"north": 0.4, "south": 0.6} for i in ("cars", "toys", "ships", "steel")}
    siting["ships"] = {"north": 40, "south": 60}
    industries = {"ships": {}, "steel": {}}
    assert found(**TWO_REGIONS, industries=industries, siting=siting) == [("siting!B4:C4", "E214")]


def test_widths_that_sum_to_a_hundred_are_percentages() -> None:
    widths = {(s, g): {"width": 50} for s in ("adoption", "scale_up") for g in (1, 2)}
    assert found(segments=widths) == [("segments!C2:C5", "E214")]


def test_columns_that_allow_more_than_the_whole_are_questioned_from_five_hundred_per_cent() -> None:
    assert found(funds={"main": {"carry_over_limit": 4.9}}) == []
    assert found(funds={"main": {"carry_over_limit": 50}}) == [("funds!L2", "W214")]
    assert found(tracks={"reskilled": {"capacity_growth": 35}, "leaders": {"capacity_growth": 20}}) == [
        ("tracks!J2:J3", "W214")
    ]


def test_profiles_in_per_cent_are_found_although_large_shares_are_allowed() -> None:
    profile = {
        "adoption": {"age_0": -20, "age_1": 30, "age_2": 100},
        "scale_up": {"age_0": 10, "age_1": 50, "age_2": 100},
    }
    assert found(effect_profile=profile) == [("effect_profile!B2:D3", "E214")]
