"""Addresses such as `appropriations.axpf.2027`: how they are written, and the cells of the tables they mean."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from axplan.core.text import Text, first_few
from axplan.inputs.schema import sheet_declarations
from axplan.inputs.schema.core import ColumnSpec, Sheet
from axplan.inputs.tables import Raw, Row, Table, Tables, plain
from axplan.inputs.validation.cells import Fault
from axplan.inputs.validation.load import known_keys
from axplan.inputs.validation.suggest import NO_HINT, hint, nearest
from axplan.scenario.changes import EVERY, Address

NEW_COLUMNS = {"years": re.compile(r"\d{4}"), "ages": re.compile(r"age_\d+")}
"""Columns that a matrix may be given, besides the keys of the sheet it follows."""


@dataclass(frozen=True)
class Cell:
    """A cell that is there or that can be filled in: its row in the sheet and what it holds (None = blank)."""

    table: str
    number: int
    row: str
    column: str
    old: Raw


def read_address(text: str) -> Address | Fault:
    """The three parts of an address, or why it is none (E409)."""
    parts = [plain(part) for part in text.split(".")]
    if len(parts) == 3 and all(parts):
        return Address(*parts)
    return Fault("E409", {"found": text, "hint": hint(_address_meant(parts))})


def _address_meant(parts: list[str]) -> str | None:
    """The address behind two slips: a setting without `.value`, and dots between the parts of a row's key."""
    sheet = sheet_declarations().get(parts[0])
    if sheet is None or not all(parts):
        return None
    if sheet.record and len(parts) == 2:
        return f"{parts[0]}.{parts[1]}.value"
    if len(sheet.key) > 1 and len(parts) == len(sheet.key) + 2:
        return f"{parts[0]}.{'/'.join(parts[1:-1])}.{parts[-1]}"
    return None


def changeable_sheets() -> Mapping[str, Sheet]:
    """The sheets whose rows have names, so that a cell can be addressed."""
    return {name: sheet for name, sheet in sheet_declarations().items() if sheet.key or sheet.record}


def row_name(sheet: Sheet, row: Row) -> str:
    """The name of a row: its key, or the parts of its key with a slash between them."""
    return "/".join(plain(row.values.get(name)) for name in sheet.name_columns)


def declaration(sheet: Sheet, row: str, column: str) -> ColumnSpec | None:
    """The declaration of a cell; None for a column that nobody declared."""
    if sheet.record:
        return sheet.columns.get(row) if column == "value" else None
    return None if column in sheet.key else sheet.columns.get(column, sheet.cell)


def cells_at(tables: Tables, address: Address) -> list[Cell] | list[Fault]:
    """The cells an address means in these tables, or why there are none (E410, E411, E412), all reasons at once.

    A sheet that is needed and missing has no cells: that it is missing is said elsewhere.
    """
    sheets = changeable_sheets()
    if address.table not in sheets:
        return [_no_sheet(address)]
    sheet, table = sheets[address.table], tables.get(address.table)
    if table is None and not sheet.optional:
        return []
    table = table or Table(sheet.name, {}, ())
    rows, columns = rows_at(tables, sheet.name, address.row, str(address)), _columns_at(tables, sheet, table, address)
    if isinstance(rows, Fault) or isinstance(columns, Fault):
        return [found for found in (rows, columns) if isinstance(found, Fault)]
    return [
        Cell(sheet.name, row.number, row_name(sheet, row), column, row.values.get(column))
        for row in rows
        for column in columns
    ]


def _no_sheet(address: Address) -> Fault:
    sheets = changeable_sheets()
    titles = {title: name for name, sheet in sheets.items() for title in (sheet.title.ko, sheet.title.en)}
    likely = nearest(address.table, sheets, titles)
    values = {"address": address, "sheet": address.table, "names": ", ".join(sheets), "hint": hint(likely)}
    return Fault("E410", values)


def rows_at(tables: Tables, name: str, wanted: str, address: str) -> list[Row] | Fault:
    """The rows of a sheet with this name, `*` standing for any (part of a) name; or E411."""
    sheet, table = sheet_declarations()[name], tables.get(name)
    rows = table.rows if table else ()
    found = [row for row in rows if _matches(row_name(sheet, row), wanted)]
    if found:
        return found
    choices = sheet.columns[sheet.key[0]].choices if sheet.key else ()  # such as the indicators a floor may have
    names = list(choices) or [row_name(sheet, row) for row in rows]
    likely = nearest(wanted, names, known_keys(tables).get(name) if len(sheet.key) == 1 else None)
    values = {
        "address": address,
        "sheet": name,
        "row": wanted,
        "names": (first_few(names) or "-"),
        "hint": hint(likely),
    }
    return Fault("E411", values)


def _matches(name: str, wanted: str) -> bool:
    if wanted == EVERY:
        return True
    parts, pattern = name.split("/"), wanted.split("/")
    return len(parts) == len(pattern) and all(p in (EVERY, part) for part, p in zip(parts, pattern, strict=True))


def _columns_at(tables: Tables, sheet: Sheet, table: Table, address: Address) -> list[str] | Fault:
    """The columns of an address: one, or with `*` every column of a matrix; or E412."""
    names = _column_names(tables, sheet, table)
    if sheet.across and address.column == EVERY and any(name in table.columns for name in names):
        return [name for name in names if name in table.columns]
    new = NEW_COLUMNS.get(sheet.across or "")
    if address.column in names or (new and new.fullmatch(address.column)):
        return [address.column]
    values = {"address": address, "sheet": sheet.name, "column": address.column, "names": (first_few(names) or "-")}
    return Fault("E412", {**values, "hint": _column_hint(tables, sheet, address.column, names)})


def _column_names(tables: Tables, sheet: Sheet, table: Table) -> list[str]:
    """The columns that can be changed: not those that name the row."""
    if sheet.record:
        return ["value"]
    if not sheet.across:
        return [name for name in sheet.columns if name not in sheet.key]
    across = _labels_across(tables, sheet).values()
    return list(dict.fromkeys([*(name for name in table.columns if name not in sheet.key), *across]))


def _labels_across(tables: Tables, sheet: Sheet) -> Mapping[str, str]:
    """Label or key → key of the rows that are the columns of a matrix."""
    return known_keys(tables).get(sheet.parent, {})


def _column_hint(tables: Tables, sheet: Sheet, column: str, names: Iterable[str]) -> Text:
    if sheet.record or column == EVERY:
        return NO_HINT
    titles = {title: n for n, c in sheet.columns.items() if n not in sheet.key for title in (c.title.ko, c.title.en)}
    return hint(nearest(column, names, {**titles, **_labels_across(tables, sheet)}))
