"""A workbook as tables: raw values that remember the sheet and the cell they came from."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from axplan.schema import sheet_declarations
from axplan.tables import CellError, Raw, Table, Tables
from axplan.workbook.gate import damaged, workbook_bytes
from axplan.workbook.layout import Line, to_table

CONTROL = re.compile(r"_x(00[01][0-9A-F]|FFF[EF])_")
"""Characters that XML cannot hold are written like this; a line break pasted from Windows is _x000D_."""


class Formula(str):
    """A formula whose value has to be looked up."""


def read_workbook(path: Path) -> Tables:
    """Read every sheet that the data dictionary declares. Other sheets are kept by name only.

    A formula stands for the value it had when the file was saved; one without a value, and one that is an error
    (#REF!, #DIV/0! …), becomes a `CellError`.

    Raises
    ------
    UsageError, EnvironmentFault, InputError: the file is missing, may not be read, or is no workbook (see `gate`).
    """
    content = workbook_bytes(path)
    try:
        grids = _read_grids(content)
    except Exception as fault:  # a broken workbook can fail anywhere inside the library that reads it
        raise damaged(path, f"{type(fault).__name__}: {fault}") from fault
    tables = {name: to_table(name, lines) if lines else Table(name, {}, ()) for name, lines in grids.items()}
    return Tables(path, tables)


def _read_grids(content: bytes) -> dict[str, list[Line]]:
    """The cells of every sheet; where formulas occur, a second reading supplies the values they had."""
    grids = _cells(content, data_only=False)
    if not any(isinstance(cell, Formula) for lines in grids.values() for _, cells in lines for cell in cells):
        return grids
    cached = _cells(content, data_only=True)
    return {name: list(_calculated(lines, cached[name])) for name, lines in grids.items()}


def _calculated(lines: list[Line], cached: list[Line]) -> Iterator[Line]:
    values = {number: cells for number, cells in cached}
    for number, cells in lines:
        yield (
            number,
            [
                _value_of(cell, values.get(number, ()), position) if isinstance(cell, Formula) else cell
                for position, cell in enumerate(cells)
            ],
        )


def _value_of(formula: Formula, cells: Any, position: int) -> Raw:
    value: Raw = cells[position] if position < len(cells) else None
    return CellError(str(formula)) if value is None else value


def _cells(content: bytes, data_only: bool) -> dict[str, list[Line]]:
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what the library does not support (drop-downs, charts) is not read here
        book = load_workbook(BytesIO(content), read_only=True, data_only=data_only, keep_links=False)
        declared = sheet_declarations()
        grids = {sheet.title: list(_lines(sheet)) if sheet.title in declared else [] for sheet in book.worksheets}
        book.close()
    return grids


def _lines(sheet: Any) -> Iterator[Line]:
    sheet.reset_dimensions()  # what a file says about its size can be far too large, or too small
    for number, row in enumerate(sheet.iter_rows(), start=1):
        if row:
            yield number, [_raw(cell) for cell in row]


def _raw(cell: Any) -> Raw:
    value: Raw = cell.value
    if value is None:
        return "" if cell.data_type == "str" else None  # a formula that says "" is calculated, and blank
    if cell.data_type == "n":
        return value
    if cell.data_type == "s":
        return _unescaped(str(value))
    if cell.data_type == "f":
        return Formula(getattr(value, "text", None) or value)
    return CellError(str(value)) if cell.data_type == "e" else value


def _unescaped(text: str) -> str:
    return CONTROL.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
