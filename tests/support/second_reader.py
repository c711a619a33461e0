"""A second reader of workbooks (python-calamine), and what both must agree on: every cell that holds something."""

from __future__ import annotations

import warnings
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import openpyxl
from python_calamine import CalamineWorkbook, SheetTypeEnum

from axplan.inputs.schema import sheet_declarations
from axplan.inputs.tables import CellError, is_blank
from axplan.workbook.xlsx.gate import admit
from axplan.workbook.xlsx.grid import read_grid
from axplan.workbook.xlsx.package import open_package

Cells = dict[tuple[int, int], Any]
MOMENT = "a date or a time"


def our_cells(path: Path) -> dict[str, Cells]:
    """What the package reads of the declared sheets."""
    package = open_package(admit(path)[0])
    return {
        sheet.name: {(r, c): value for r, row in read_grid(package, sheet).cells.items() for c, value in row.items()}
        for sheet in package.sheets
        if sheet.part and sheet.name in sheet_declarations()
    }


def their_cells(path: Path) -> dict[str, Cells]:
    """What calamine reads of them. Never call it for a file that the gate refuses: a far cell takes all memory."""
    with CalamineWorkbook.from_path(path) as book:
        names = [m.name for m in book.sheets_metadata if m.typ == SheetTypeEnum.WorkSheet]
        return {name: _cells(book.get_sheet_by_name(name)) for name in names if name in sheet_declarations()}


def _cells(sheet: Any) -> Cells:
    rows = sheet.to_python(skip_empty_area=False)
    return {(r, c): value for r, row in enumerate(rows, start=1) for c, value in enumerate(row, start=1) if value != ""}


def third_cells(path: Path) -> dict[str, Cells]:
    """What openpyxl reads of them: the judge between the two, for calamine passes over some text that is there."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(path, data_only=True)
    return {
        sheet.title: {(c.row, c.column): c.value for row in sheet.iter_rows() for c in row if c.value is not None}
        for sheet in book.worksheets
        if sheet.title in sheet_declarations()
    }


def disagreements(ours: dict[str, Cells], theirs: dict[str, Cells]) -> list[str]:
    """Cells that only one of the readers has, or both with another value.

    Errors are left out: calamine shows them, and formulas without a value, as blank cells. Of dates it is compared that
    both are dates.
    """
    found = [f"sheet {name}" for name in ours.keys() ^ theirs.keys()]
    for name in ours.keys() & theirs.keys():
        for place in sorted(ours[name].keys() | theirs[name].keys()):
            mine, other = ours[name].get(place), theirs[name].get(place)
            if not isinstance(mine, CellError) and _comparable(mine) != _comparable(other):
                found.append(f"{name} {place}: {mine!r} / {other!r}")
    return found


def _comparable(value: Any) -> Any:
    if is_blank(value):
        return None
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, int | float):
        return float(value)
    return MOMENT if isinstance(value, datetime | date | time | timedelta) else str(value).strip()
