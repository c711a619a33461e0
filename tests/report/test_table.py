"""Columns and cells of a declared table are called by their names."""

from __future__ import annotations

import pytest

from axplan.report.page.placed import Placed
from axplan.report.tables.table import Column, Line, across, lay_out, minus, number, quotient, share_of

COLUMNS = [
    Column("Use"), Column("2026", "n0", adds=True, name="2026"), Column("2027", "n0", adds=True, name="2027"),
    Column("Sum", "n0", adds=True, computed=across(["2026", "2027"]), name="sum"),
    Column("Part", "share", adds=True, computed=share_of("sum")),
    Column("Rise", "n0", adds=True, computed=minus("2027", "2026"), name="rise"),
    Column("Rate", "share", adds=True, computed=quotient("rise", "2026")),
]  # fmt: skip
LINES = [Line("All", lines=(Line("a", [1.0, 3.0], key="a"), Line("b", [4.0, 2.0], key="b")), key="total")]


def placed() -> Placed:
    return Placed.keyed("S", 4, lay_out(LINES, COLUMNS, 5), COLUMNS)


def test_a_computed_column_follows_the_columns_it_names() -> None:
    """All: 1+4 = 5 and 3+2 = 5, sum 10 (the whole), rise (3−1)+(2−4) = 0; a: 4 of 10, rise 2, twice what it was."""
    values = {key: [number(value) for value in row[1:]] for key, row in placed().values.items()}
    assert values == {"total": [5, 5, 10, 1, 0, 0], "a": [1, 3, 4, 0.4, 2, 2], "b": [4, 2, 6, 0.6, -2, -0.5]}


def test_cells_lines_and_columns_are_found_by_name() -> None:
    found = placed()
    assert (found.cell("a", "sum").text, found.value("a", "sum")) == ("='S'!D7", 4)
    assert (found.local("b", "2026"), found.local("b", "2026", fixed=True)) == ("B8", "$B8")
    assert found.along("a", "2026", "2027") == (["S", 6, 0], ["S", 4, 1, 4, 2], ["S", 6, 1, 6, 2])
    assert found.down("sum", "a", "b") == (["S", 4, 3], ["S", 6, 0, 7, 0], ["S", 6, 3, 7, 3])


@pytest.mark.parametrize(
    "columns", [[*COLUMNS, Column("x", computed=minus("sum", "nowhere"))], [*COLUMNS, Column("x", name="sum")]]
)
def test_a_name_that_is_not_there_or_there_twice_is_an_error_when_the_table_is_declared(columns: list[Column]) -> None:
    with pytest.raises(ValueError, match="sum"):
        lay_out(LINES, columns, 0)
