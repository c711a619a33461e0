"""A copy of a workbook (or folder of tables) to write into, and whether a file is such a copy as it was left."""

from __future__ import annotations

import csv
import hashlib
import re
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

from axplan.core.errors import InputError
from axplan.inputs import messages
from axplan.inputs.schema.core import NOTES_SHEET
from axplan.inputs.tables import Tables, column_letters

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

FINGERPRINT = "axplan-content"
"""The document property that holds a hash of the copy's cells, so that nobody's edits get lost."""

FORBIDDEN = re.compile(r"[\\/*?:\[\]]")
"""What the name of a sheet may not contain, and that of a file may."""


def is_ours(book: Any) -> bool:
    """Did an earlier check make this workbook?"""
    return FINGERPRINT in book.custom_doc_props.names


def signature(book: Any) -> str | None:
    """The fingerprint the workbook had when it was made; None if it is not one of ours."""
    return str(book.custom_doc_props[FINGERPRINT].value) if is_ours(book) else None


def fingerprint(book: Workbook) -> str:
    """A hash of every cell's content but those of the list."""
    said = [
        (sheet.title, cell.coordinate, _content(cell.value))
        for sheet in book.worksheets
        if sheet.title != NOTES_SHEET
        for cell in sorted(filled(sheet), key=lambda cell: (cell.row, cell.column))
        if cell.value is not None
    ]
    return hashlib.sha256(repr(said).encode()).hexdigest()


def _content(value: Any) -> str:
    """What a cell says: 2026 and 2026.0 alike, a formula by its text."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(getattr(value, "text", value))


def filled(sheet: Worksheet) -> list[Any]:
    """The cells that the sheet holds; going through its rows would make all the others up to the last one."""
    return list(sheet._cells.values())


def sign(book: Any) -> None:
    """Note the fingerprint in the workbook."""
    from openpyxl.packaging.custom import StringProperty

    if is_ours(book):
        del book.custom_doc_props[FINGERPRINT]
    book.custom_doc_props.append(StringProperty(name=FINGERPRINT, value=fingerprint(book)))


def loaded(path: Path) -> Workbook:
    """The workbook with everything the copying library knows: formulas, formats, comments, drop-downs.

    Raises
    ------
    InputError: the library cannot read it (E114).
    """
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what the library cannot copy (drawn shapes) stays in the original
            return load_workbook(path, rich_text=True)
    except Exception as fault:  # what our reader can read may still be too much for the library that copies it
        reason = f"{type(fault).__name__}: {fault}"
        raise InputError([messages.problem("E114", path.name, reason=reason)]) from fault


def from_folder(folder: Path, tables: Tables) -> Workbook:
    """A plain workbook whose cells have the addresses they have in the CSV files."""
    from openpyxl import Workbook
    from openpyxl.styles import Font

    book = Workbook()
    book.remove(book.worksheets[0])
    for name, table in tables.tables.items():
        sheet = book.create_sheet(FORBIDDEN.sub("_", name)[:31])
        with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as text:
            for row, fields in enumerate(csv.reader(text), start=1):
                for column, field in enumerate(fields, start=1):
                    put(sheet, row, column, field)
        for data in table.rows:
            for heading, value in data.values.items():
                if isinstance(value, int | float):
                    sheet.cell(data.number, table.columns[heading]).value = value
        for heading, position in table.columns.items():
            sheet.cell(table.header_row, position).font = Font(bold=True)
            sheet.column_dimensions[column_letters(position)].width = max(12, len(heading) + 2)
        sheet.freeze_panes = f"B{table.header_row + 1}"
    return book


def put(sheet: Worksheet, row: int, column: int, text: str) -> Any:
    """Write text as text: what begins with '=' does not become a formula."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    cell = sheet.cell(row, column)
    if text:
        cell.value = ILLEGAL_CHARACTERS_RE.sub(" ", text)[:32_767]
        cell.data_type = "s"
    return cell
