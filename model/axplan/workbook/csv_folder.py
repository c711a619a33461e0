"""A folder of CSV tables: the same tables as a workbook, for version control and scripts."""

import csv
from dataclasses import replace
from pathlib import Path

from axplan.core.atomic_files import environment_faults, write_file
from axplan.core.errors import InputError
from axplan.core.problem import Problem
from axplan.core.text import Text
from axplan.inputs import messages
from axplan.inputs.schema import sheet_declarations
from axplan.inputs.schema.core import Sheet
from axplan.inputs.tables import Raw, Row, Table, Tables, as_number, plain
from axplan.workbook.layout import Line, to_table


def read_folder(folder: Path) -> Tables:
    """Read every `*.csv` of `folder` as a table, in workbook order. Numbers are read where the dictionary declares
    numbers.

    Raises
    ------
    InputError: no CSV files (E115), or files that are not UTF-8 text (E111), every one of them.
    """
    order = list(sheet_declarations())
    paths = sorted(folder.glob("*.csv"), key=lambda p: (order.index(p.stem) if p.stem in order else len(order), p.stem))
    if not paths:
        raise InputError([messages.problem("E115", folder.name)])
    tables: dict[str, Table] = {}
    problems: list[Problem] = []
    for path in paths:
        try:
            tables[path.stem] = _read_file(path)
        except (UnicodeDecodeError, csv.Error) as fault:
            problems.append(messages.problem("E111", path.name, reason=_reason(path, fault)))
    if problems:
        raise InputError(problems)
    return Tables(folder, tables)


def _reason(path: Path, fault: Exception) -> Text:
    if isinstance(fault, UnicodeDecodeError):
        try:
            path.read_text(encoding="cp949")
            return Text("CP949로 저장됨", "saved in code page 949")
        except UnicodeDecodeError:
            pass
    return Text(str(fault), str(fault))


def _read_file(path: Path) -> Table:
    with path.open(encoding="utf-8-sig", newline="") as text:
        lines: list[Line] = list(enumerate(csv.reader(text, strict=True), start=1))
    table = to_table(path.stem, lines)
    sheet = sheet_declarations().get(path.stem)
    if sheet is None:
        return table
    return replace(table, rows=tuple(_with_numbers(sheet, row) for row in table.rows))


def _with_numbers(sheet: Sheet, row: Row) -> Row:
    """The row as a workbook would hold it: a number where a number is declared and one stands."""
    setting = plain(row.values.get("key"))
    declared = {name: sheet.columns.get(setting if sheet.record else name, sheet.cell) for name in row.values}
    numeric = {
        name
        for name, column in declared.items()
        if column and column.numeric and not (sheet.record and name != "value")
    }
    return Row(row.number, {name: _number(value) if name in numeric else value for name, value in row.values.items()})


def _number(value: Raw) -> Raw:
    text = str(value)
    try:
        number = float(text)
    except ValueError:
        return value
    if "_" in text or not text.isascii():
        return value  # Python would read these, a spreadsheet would not
    return as_number(number)


def write_folder(tables: Tables, folder: Path) -> list[Path]:
    """Write each table as `folder/<sheet>.csv`: shortest exact numbers, one line per row.

    Raises
    ------
    EnvironmentFault: the folder cannot be written.
    """
    with environment_faults(folder):
        folder.mkdir(parents=True, exist_ok=True)
    return [_write_file(table, folder / f"{table.name}.csv") for table in tables.tables.values() if table.columns]


def _write_file(table: Table, path: Path) -> Path:
    rows = ([_text(row.values.get(name)) for name in table.columns] for row in table.rows)
    content = "".join(",".join(map(_quoted, fields)) + "\n" for fields in (list(table.columns), *rows))
    write_file(path, content)
    return path


def _quoted(text: str) -> str:
    """The field as RFC 4180 wants it. Python's own writer leaves a lone carriage return bare, which ends the line."""
    return '"' + text.replace('"', '""') + '"' if any(sign in text for sign in ',"\r\n') else text


def _text(value: Raw) -> str:
    if value is None:
        return ""
    return repr(as_number(value)) if isinstance(value, float) else str(value)
