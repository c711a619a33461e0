"""A declared table in the terminal: sums below their lines, digits as the columns ask for, and no markup."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest
from rich.console import Console

from axplan.report.tables.table import Column, Line, across, minus
from axplan.report.terminal_table import print_heading, print_table


def printed(columns: Sequence[Column], lines: Sequence[Line], title: str = "", headings: bool = True) -> list[str]:
    """What stands in the terminal, line by line."""
    out = io.StringIO()
    print_table(Console(file=out, width=80), columns, lines, title, headings)
    return [line for line in out.getvalue().splitlines() if line.strip()]


def test_a_sum_stands_below_its_lines_under_a_rule() -> None:
    """1000 + 3 and 2 + 4.5, across and down."""
    columns = [
        Column("Use"), Column("One", "n0", adds=True, name="one"), Column("Two", "n1", adds=True, name="two"),
        Column("Both", "n2", adds=True, computed=across(["one", "two"])), Column("Part", "share"),
    ]  # fmt: skip
    total = Line("All", lines=(Line("a", [1000.0, 2.0, None, 0.25]), Line("b", [3.0, 4.5])))
    heads, rule, *lines = printed(columns, [total])
    assert heads.split() == ["Use", "One", "Two", "Both", "Part"]
    assert set(rule.strip()) == {"─"}
    assert [line.split() for line in lines] == [
        ["a", "1,000", "2.0", "1,002.00", "25.0%"], ["b", "3", "4.5", "7.50"], ["All", "1,003", "6.5", "1,009.50"],
    ]  # fmt: skip


def test_text_is_not_taken_for_markup() -> None:
    lines = printed([Column("[i]"), Column("[b]", "right")], [Line("[bold]name[/bold]", ["[/]"])], "[u]title[/u]")
    assert [line.split() for line in lines if "─" not in line] == [
        ["[u]title[/u]"], ["[i]", "[b]"], ["[bold]name[/bold]", "[/]"],
    ]  # fmt: skip
    out = io.StringIO()
    print_heading(Console(file=out, width=80), "[u]title[/u]")
    assert out.getvalue() == "[u]title[/u]\n"


def test_a_table_may_do_without_headings() -> None:
    assert [line.split() for line in printed([Column("a"), Column("b")], [Line("x", ["y"])], headings=False)] == [
        ["x", "y"]
    ]


def test_a_column_that_is_not_there_cannot_be_computed_from() -> None:
    with pytest.raises(ValueError, match="nowhere"):
        printed([Column("a"), Column("b", "n0", computed=minus("a", "nowhere"))], [])
