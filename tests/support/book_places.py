"""Where things of a written workbook are, and what its formulas refer to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any

from openpyxl.utils import range_boundaries

EMU_PER_PIXEL = 9525
PIXELS_PER_POINT = 4 / 3
STANDARD_WIDTH = 9.14
"""Of a column that nobody gave a width, in letters."""
PAGE_HEIGHT = 595.0 - 72 * (0.6 + 0.65)
"""Points between the upper and the lower margin of A4 on its side."""


@dataclass(frozen=True)
class Box:
    """An area of a sheet in pixels from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float

    def covers(self, other: Box) -> bool:
        """Whether the two share more than a border."""
        return (
            min(self.right, other.right) - max(self.left, other.left) > 1
            and min(self.bottom, other.bottom) - max(self.top, other.top) > 1
        )


def widths(sheet: Any) -> dict[int, float]:
    """Column (from 1) → its width; neighbours of one width are written as one entry."""
    entries = sheet.column_dimensions.values()
    return {at: entry.width for entry in entries for at in range(entry.min or 1, (entry.max or 0) + 1)}


class Grid:
    """Pixels at which the rows and columns of a sheet begin; both are counted from 0."""

    def __init__(self, sheet: Any) -> None:
        columns, rows = (range(1, count + 60) for count in (sheet.max_column, sheet.max_row))
        known = widths(sheet)
        wide = (known.get(at, STANDARD_WIDTH) for at in columns)
        heights = (sheet.row_dimensions[at].height or sheet.sheet_format.defaultRowHeight for at in rows)
        self.lefts = [0.0, *accumulate(round(7 * width) for width in wide)]
        self.tops = [0.0, *accumulate(height * PIXELS_PER_POINT for height in heights)]

    def area(self, first_row: int, first_column: int, last_row: int, last_column: int) -> Box:
        return Box(self.lefts[first_column], self.tops[first_row], self.lefts[last_column + 1], self.tops[last_row + 1])

    def chart(self, anchor: Any) -> Box:
        begin, end = anchor._from, anchor.to
        return Box(
            self.lefts[begin.col] + begin.colOff / EMU_PER_PIXEL, self.tops[begin.row] + begin.rowOff / EMU_PER_PIXEL,
            self.lefts[end.col] + end.colOff / EMU_PER_PIXEL, self.tops[end.row] + end.rowOff / EMU_PER_PIXEL,
        )  # fmt: skip


def charts(sheet: Any) -> list[Box]:
    """The charts of a sheet as areas."""
    grid = Grid(sheet)
    return [grid.chart(chart.anchor) for chart in sheet._charts]


def contents(sheet: Any) -> Iterator[tuple[str, Box]]:
    """(address, area) of every cell that holds something; of merged cells the whole area."""
    grid = Grid(sheet)
    merged = {str(area).split(":")[0]: area.bounds for area in sheet.merged_cells.ranges}
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is not None:
                alone = (cell.column, cell.row, cell.column, cell.row)
                left, top, right, bottom = merged.get(cell.coordinate, alone)
                yield cell.coordinate, grid.area(top - 1, left - 1, bottom - 1, right - 1)


def series(sheet: Any) -> Iterator[tuple[str, str, str]]:
    """(name, categories, values) of every series of every chart, as references or text."""
    for chart in sheet._charts:
        for part in (chart, *(other for other in chart._charts if other is not chart)):
            for one in part.series:
                name = one.tx.strRef.f if one.tx.strRef else one.tx.v
                names, values = (one.cat or one.xVal), (one.val or one.yVal)  # those of a scatter chart are x and y
                yield name, (names.strRef or names.numRef).f, values.numRef.f


def cells(workbook: Any, reference: str) -> list[Any]:
    """The cells a reference such as 'Sheet'!$A$1:$B$2 means."""
    name, _, area = reference.rpartition("!")
    left, top, right, bottom = range_boundaries(area.replace("$", ""))
    sheet = workbook[name.strip("'").replace("''", "'")]
    return [cell for row in sheet.iter_rows(top, bottom, left, right) for cell in row]


SUM = re.compile(r"=SUM\(([^()]*)\)(?:\+SUM\(([^()]*)\))*$")


def sums(book: Any, name: str) -> Iterator[tuple[Any, list[Any]]]:
    """(cell, the cells it adds up) of every cell of a sheet whose formula is a sum, with the values that are shown."""
    written, shown = book.sheet(name, "written"), book.sheet(name)
    for row in written.iter_rows():
        for cell in row:
            if isinstance(cell.value, str) and SUM.match(cell.value):
                areas = re.findall(r"\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?", cell.value)
                parts = [part for area in areas for part in cells(book.shown, f"'{shown.title}'!{area}")]
                yield shown[cell.coordinate], parts


LINK = re.compile(r"='([^']+)'!\$?([A-Z]+)\$?(\d+)$")


def links(book: Any, name: str) -> Iterator[tuple[Any, Any]]:
    """(cell, the cell it shows) of every cell of a sheet whose formula is a plain reference."""
    for row in book.sheet(name, "written").iter_rows():
        for cell in row:
            if isinstance(cell.value, str) and (found := LINK.match(cell.value)):
                yield book.sheet(name)[cell.coordinate], book.shown[found[1]][f"{found[2]}{found[3]}"]


def pages(sheet: Any) -> list[tuple[float, float]]:
    """(first, last) pixel of the pages a sheet is told to print on, where it is told where they begin."""
    tops = Grid(sheet).tops
    begins = [0, *(mark.id for mark in sheet.row_breaks.brk), sheet.max_row]
    return [(tops[first], tops[last]) for first, last in pairwise(begins)]
