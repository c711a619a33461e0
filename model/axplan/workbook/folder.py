"""A folder of CSV tables: the same tables as a workbook, for version control and scripts."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path

from axplan.errors import InputError, Problem, Text
from axplan.schema import sheet_declarations
from axplan.schema.core import Sheet
from axplan.tables import Raw, Row, Table, Tables


def read_folder(folder: Path) -> Tables:
    """Read every `*.csv` of `folder` as a table. Numbers are read where the dictionary declares numbers.

    Raises
    ------
    InputError: a file that is not UTF-8 text.
    """
    return Tables(folder, {path.stem: _read_file(path) for path in sorted(folder.glob("*.csv"))})


def _read_file(path: Path) -> Table:
    sheet = sheet_declarations().get(path.stem)
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.reader(lines, strict=True)
            numbered = [(reader.line_num, line) for line in reader if any(line)]
    except (UnicodeDecodeError, csv.Error) as fault:
        raise InputError([Problem("E111", path.name, Text(f"읽을 수 없는 CSV: {fault}", f"an unreadable CSV file: {fault}"),
                                  Text("UTF-8로 저장한 CSV", "a CSV file saved as UTF-8"))]) from fault  # fmt: skip
    header = [name.strip() for name in numbered[0][1]] if numbered else []
    columns: dict[str, int] = {}
    repeated = []
    for position, name in enumerate(header, start=1):
        if name in columns:
            repeated.append((name, position))
        elif name:
            columns[name] = position
    rows = tuple(Row(number, _values(sheet, columns, line)) for number, line in numbered[1:])
    return Table(path.stem, columns, rows, header_row=1, repeated=tuple(repeated))


def _values(sheet: Sheet | None, columns: Mapping[str, int], line: list[str]) -> dict[str, Raw]:
    named = {name: line[position - 1] for name, position in columns.items() if position <= len(line)}
    return {name: _value(sheet, name, text, named) for name, text in named.items() if text.strip()}


def _value(sheet: Sheet | None, name: str, text: str, row: Mapping[str, str]) -> Raw:
    """A CSV field as the cell of a workbook would hold it: a number where a number is declared and one stands."""
    if sheet is None:
        return text
    column = sheet.columns.get(row.get("key", "").strip() if sheet.record and name == "value" else name, sheet.cell)
    if column is None or not column.numeric:
        return text
    try:
        number = float(text) if "_" not in text else None
    except ValueError:
        return text
    if number is None:
        return text
    return int(number) if number.is_integer() and abs(number) < 2**53 else number


def write_folder(tables: Tables, folder: Path) -> list[Path]:
    """Write each table as `folder/<sheet>.csv`, shortest exact numbers, one line per row."""
    folder.mkdir(parents=True, exist_ok=True)
    return [_write_file(table, folder / f"{table.name}.csv") for table in tables.tables.values()]


def _write_file(table: Table, path: Path) -> Path:
    lines: Iterable[list[str]] = ([_text(row.values.get(name)) for name in table.columns] for row in table.rows)
    with path.open("w", encoding="utf-8", newline="") as target:
        writer = csv.writer(target, lineterminator="\n")
        writer.writerow(list(table.columns))
        writer.writerows(lines)
    return path


def _text(value: Raw) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return str(int(value))
    return repr(value) if isinstance(value, float) else str(value)
