"""Where a table stands, for other tables, texts and charts that show its cells: rows by key, columns by name."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from axplan.report.tables.table import Column, Formula, Laid, Value, positions, shown

Area = list[Any]
"""[sheet name, first row, first column, last row, last column], counted from 0; a cell is [sheet name, row, column]."""

Series = tuple[str | Area, Area, Area]
"""What a chart shows: a name (text or its cell), the cells of the categories, the cells of the values."""


@dataclass(frozen=True)
class Placed:
    """Where a table stands: its sheet, the row of its headings, for each key of a line the row and the values of its
    cells, and the positions of the columns that have a name. Labels stand in the first column."""

    sheet: str
    head: int
    rows: Mapping[Any, int]
    values: Mapping[Any, Sequence[Value]]
    at: Mapping[str, int]

    @staticmethod
    def keyed(sheet: str, head: int, laid: Sequence[Laid], columns: Sequence[Column]) -> Placed:
        """The lines of a table that have a key."""
        keyed = {h.line.key: h for top in laid for h in top.walk() if h.line.key is not None}
        rows, values = ({key: getattr(h, of) for key, h in keyed.items()} for of in ("row", "values"))
        return Placed(sheet, head, rows, values, positions(columns))

    def cell(self, key: Hashable, column: str) -> Formula:
        """A formula that shows the cell of a line from any sheet."""
        return Formula(f"={self.address(key, column)}", self.value(key, column))

    def address(self, key: Hashable, column: str) -> str:
        """The cell's address for a formula on another sheet."""
        return f"'{self.sheet}'!{self.local(key, column)}"

    def local(self, key: Hashable, column: str, fixed: bool = False) -> str:
        """The cell's address for a formula on the same sheet; `fixed`: with a column that stays when it is copied."""
        return str(xl_rowcol_to_cell(self.rows[key], self.at[column], col_abs=fixed))

    def value(self, key: Hashable, column: str) -> str | float | None:
        """What the cell of a line shows."""
        return shown(self.values[key][self.at[column]])

    def label(self, key: Hashable) -> Area:
        """The cell with the name of a line."""
        return [self.sheet, self.rows[key], 0]

    def labels(self, first: Hashable, last: Hashable) -> Area:
        """The names of the lines from one to another."""
        return [self.sheet, self.rows[first], 0, self.rows[last], 0]

    def heading(self, column: str) -> Area:
        """The cell with the heading of a column."""
        return [self.sheet, self.head, self.at[column]]

    def headings(self, first: str, last: str) -> Area:
        """The headings from one column to another."""
        return [self.sheet, self.head, self.at[first], self.head, self.at[last]]

    def span(self, key: Hashable, first: str, last: str) -> Area:
        """The cells of a line from one column to another."""
        return [self.sheet, self.rows[key], self.at[first], self.rows[key], self.at[last]]

    def stack(self, first: Hashable, last: Hashable, column: str) -> Area:
        """The cells of a column from one line to another."""
        return [self.sheet, self.rows[first], self.at[column], self.rows[last], self.at[column]]

    def along(self, key: Hashable, first: str, last: str) -> Series:
        """A line as a series over the headings of its columns."""
        return self.label(key), self.headings(first, last), self.span(key, first, last)

    def down(self, column: str, first: Hashable, last: Hashable) -> Series:
        """A column as a series over the names of its lines."""
        return self.heading(column), self.labels(first, last), self.stack(first, last, column)
