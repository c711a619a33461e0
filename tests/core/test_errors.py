"""The error tree: every class knows its exit code, every text has two languages."""

from __future__ import annotations

import pytest

from axplan.core import errors
from axplan.core.errors import AxplanError, InputError
from axplan.core.problem import MOST_LISTED, Problem
from axplan.core.text import Text


def subclasses(root: type[AxplanError]) -> list[type[AxplanError]]:
    return [root, *(below for child in root.__subclasses__() for below in subclasses(child))]


def test_the_tree_drawn_on_top_names_every_class() -> None:
    drawn = errors.__doc__ or ""
    for error in subclasses(AxplanError):
        assert error.__name__ in drawn
        assert error.exit_code in {1, 2, 3, 4, 70}


def test_problems_come_in_sheet_and_row_order() -> None:
    places = [(1, 5, 0), (0, 9, 2), (0, 9, 1), (0, 2, 0)]
    listed = InputError([Problem("E203", f"x!{place}", Text("", ""), Text("", ""), order=place) for place in places])
    assert [problem.order for problem in listed.problems] == sorted(places)


def test_only_errors_are_counted_not_warnings() -> None:
    mixed = InputError([Problem(code, "x!A1", Text("", ""), Text("", "")) for code in ("E203", "W101")])
    assert "1 problem" in mixed.message.en
    assert len(mixed.lines("en")) == 3


def test_texts_fill_in_values_in_their_own_language() -> None:
    text = Text("{who}의 {n}", "{n} of {who}").format(who=Text("기금", "the fund"), n=3)
    assert (text.ko, text.en) == ("기금의 3", "3 of the fund")
    assert text.in_("ko") == "기금의 3"


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_problem_reads_place_found_allowed_code(language: str) -> None:
    line = Problem("E203", "industries!D4", Text("ㄱ", "a"), Text("ㄴ", "b")).line(language)
    assert line.startswith("industries!D4")
    assert line.endswith("[E203]")


def test_thousands_of_problems_are_counted_and_not_all_told() -> None:
    many = [Problem("E202", f"x!A{n}", Text("", ""), Text("", "")) for n in range(MOST_LISTED + 1200)]
    lines = errors.listed(many, "en")
    assert len(lines) == MOST_LISTED + 1
    assert "1,200 more" in lines[-1]
    assert "1,200건" in errors.listed(many, "ko")[-1]
    assert len(errors.listed(many[:3], "ko")) == 3
