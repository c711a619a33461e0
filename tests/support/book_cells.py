"""Looking up cells of a written workbook by what stands beside and above them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def row_of(sheet: Any, label: str, after: int = 1, before: int = 10**6) -> int:
    """The first row below `after` whose first cell holds the label."""
    for row in range(after, min(sheet.max_row, before) + 1):
        if sheet.cell(row, 1).value == label:
            return row
    raise AssertionError(f"{label!r} does not stand in {sheet.title}")


def numbers(sheet: Any, row: int, count: int, first: int = 2) -> list[float]:
    """The numbers of a row; empty cells count as 0."""
    return [float(sheet.cell(row, at).value or 0) for at in range(first, first + count)]


def rows_under(sheet: Any, label: str, after: int = 1) -> dict[str, int]:
    """First cell → row, of the rows below a label until an empty one."""
    found = {}
    row = row_of(sheet, label, after) + 1
    while sheet.cell(row, 1).value is not None:
        found.setdefault(str(sheet.cell(row, 1).value), row)
        row += 1
    return found


def filled(workbook: Any) -> Iterator[tuple[str, Any]]:
    """(sheet, cell) of every cell that holds something."""
    for sheet in workbook.worksheets:
        for row in sheet.iter_rows():
            yield from ((sheet.title, cell) for cell in row if cell.value is not None)
