"""Tables → typed sheets, cell by cell. What cannot be read becomes a problem and is left out, so that the checks
across tables can still look at everything else and the user sees all problems in one pass."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from axplan.checks.cells import Fault, Known, found_text, is_needed, read_cell
from axplan.checks.suggest import did_you_mean, nearest
from axplan.errors import Problem, Text
from axplan.schema import Sheets, sheet_declarations
from axplan.schema.core import Column, Sheet
from axplan.tables import Row, Table, Tables

RECORD_COLUMNS = ("key", "value")


@dataclass
class Loading:
    """Everything known while sheets are read: the tables, the keys of each sheet, the problems so far."""

    tables: Tables
    known: Known = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def report(
        self, code: str, table: str, found: Text, allowed: Text, row: int | None = None, column: str | None = None
    ) -> None:
        """Add a problem at a cell, at a row, or at a whole sheet."""
        self.problems.append(problem(self.tables, code, table, found, allowed, row, column))


def problem(
    tables: Tables, code: str, table: str, found: Text, allowed: Text, row: int | None = None, column: str | None = None
) -> Problem:
    """A problem that knows its place and its rank in sheet and row order."""
    sheet = tables.get(table)
    place = sheet.place(row, column) if sheet else table
    names = list(sheet_declarations())
    rank = names.index(table) if table in names else len(names)
    position = sheet.columns.get(column or "", 0) if sheet else 0
    return Problem(code, place, found, allowed, order=(rank, row or 0, position))


def load_sheets(tables: Tables) -> tuple[Sheets | None, list[Problem]]:
    """Read every declared sheet. The sheets are None only where the settings cannot be read at all."""
    loading = Loading(tables)
    declared = sheet_declarations()
    loading.known = {name: _labelled_keys(sheet, tables.get(name)) for name, sheet in declared.items() if sheet.key}
    _report_unknown_sheets(loading)
    loaded = {name: _load(loading, sheet) for name, sheet in declared.items()}
    if loaded["settings"] is None:
        return None, loading.problems
    years = {str(year) for year in _years(loaded["settings"])}
    initiative = {name for name, yes in loaded["industries"].initiative.items() if yes}
    for name, sheet in declared.items():
        if sheet.across:
            _check_columns_across(loading, sheet, years, initiative)
    return Sheets(**loaded), loading.problems


def _years(settings: Any) -> range:
    return range(settings.first_year, settings.first_year + settings.plan_years)


def _labelled_keys(sheet: Sheet, table: Table | None) -> dict[str, str]:
    """label or key → key, for the rows of a sheet."""
    named: dict[str, str] = {}
    for row in table.rows if table else ():
        key = row.values.get(sheet.key[0])
        if isinstance(key, str):
            labels = (row.values.get("label_ko"), row.values.get("label_en"), key)
            named |= {label.strip(): key.strip() for label in labels if isinstance(label, str)}
    return named


def _report_unknown_sheets(loading: Loading) -> None:
    declared = sheet_declarations()
    for name, sheet in declared.items():
        if name not in loading.tables and not sheet.optional:
            extra = [other for other in loading.tables.tables if other not in declared]
            close = nearest(name, extra)
            hint = Text(f" '{close}' 시트의 이름을 고치십시오.", f" Rename sheet '{close}'.") if close else Text("", "")
            loading.report(
                "E101",
                name,
                Text("시트가 없음", "the sheet is missing"),
                Text(f"'{name}' 시트({sheet.title.ko}).{hint.ko}", f"a sheet '{name}' ({sheet.title.en}).{hint.en}"),
            )
    for name in loading.tables.tables:
        if name not in declared:
            loading.report(
                "W101",
                name,
                Text("알 수 없는 시트", "an unknown sheet"),
                Text("읽지 않고 넘어갑니다", "it is not read"),
            )


def _load(loading: Loading, sheet: Sheet) -> Any:
    table = loading.tables.get(sheet.name) or Table(sheet.name, {}, ())
    if sheet.name in loading.tables:
        _report_columns(loading, sheet, table)
    if sheet.record:
        return _load_record(loading, sheet, table)
    if sheet.across:
        return _load_matrix(loading, sheet, table)
    return _load_rows(loading, sheet, table)


def _report_columns(loading: Loading, sheet: Sheet, table: Table) -> None:
    expected = RECORD_COLUMNS if sheet.record else tuple(sheet.columns)
    for name in expected:
        column = sheet.columns.get(name)
        optional = column is not None and not column.required and column.needed_for is None
        if name not in table.columns and not optional:
            extra = [other for other in table.columns if other not in expected]
            loading.report(
                "E102",
                sheet.name,
                Text(f"열 '{name}' 이(가) 없음", f"column '{name}' is missing"),
                Text("이 열이 있어야 합니다.", "the column is needed.").format()
                if not extra
                else _rename(nearest(name, extra)),
                row=table.header_row,
            )
    for name in table.columns:
        if not sheet.across and name not in (*expected, *(("unit",) if sheet.record else ())):
            loading.report(
                "W102",
                sheet.name,
                Text(f"알 수 없는 열 '{name}'", f"unknown column '{name}'"),
                Text("읽지 않고 넘어갑니다", "it is not read"),
                row=table.header_row,
                column=name,
            )
    for name, position in table.repeated:
        loading.report(
            "E103",
            sheet.name,
            Text(f"열 '{name}' 이(가) 두 번 나옴", f"column '{name}' stands twice"),
            Text("하나만 남기십시오", "keep one of them"),
            row=table.header_row,
            column=name,
        )


def _rename(close: str | None) -> Text:
    if close is None:
        return Text("이 열이 있어야 합니다", "the column is needed")
    return Text(
        f"이 열이 있어야 합니다. 열 '{close}'의 이름을 고치십시오", f"the column is needed. Rename column '{close}'"
    )


def _read(loading: Loading, table: Table, row: Row, name: str, column: Column, at: str | None = None) -> Any:
    """The value of one cell, the default of a blank one, or None after reporting what is wrong with it."""
    raw = row.values.get(at or name)
    if raw is None or (isinstance(raw, str) and not raw.strip()):
        if is_needed(column, row.values) and (at or name) in table.columns:
            loading.report(
                "E202",
                table.name,
                found_text(name, None),
                Text("값이 있어야 합니다", "a value is needed"),
                row.number,
                at or name,
            )
        return column.default
    value = read_cell(column, raw, loading.known)
    if isinstance(value, Fault):
        loading.report(value.code, table.name, found_text(name, raw), value.allowed, row.number, at or name)
        return None
    return value


def _load_record(loading: Loading, sheet: Sheet, table: Table) -> Any | None:
    found: dict[str, Any] = {}
    for row in table.rows:
        name = str(row.values.get("key", "")).strip()
        column = sheet.columns.get(name)
        if column is None:
            loading.report(
                "E201",
                sheet.name,
                found_text("key", row.values.get("key")),
                Text("설정의 이름.", "the name of a setting.").format(),
                row.number,
                "key",
            )
        elif name in found:
            loading.report("E205", sheet.name, found_text("key", name), Text("한 번만", "only once"), row.number, "key")
        else:
            found[name] = _read(loading, table, row, name, column, at="value")
            _check_unit(loading, sheet, row, column)
    for name in sheet.columns:
        if name not in found and table.rows:
            loading.report(
                "E104",
                sheet.name,
                Text(f"설정 '{name}' 이(가) 없음", f"setting '{name}' is missing"),
                Text("이 이름의 행이 있어야 합니다", "a row with this key is needed"),
            )
    if any(found.get(name) is None for name in sheet.columns):
        return None
    return sheet.loads_as(**found)


def _check_unit(loading: Loading, sheet: Sheet, row: Row, column: Column) -> None:
    unit = row.values.get("unit")
    if unit is not None and unit not in (column.unit.ko, column.unit.en, column.unit.both):
        loading.report(
            "E208",
            sheet.name,
            found_text("unit", unit),
            Text(
                f"단위 '{column.unit.ko}'; 값을 이 단위로 적으십시오",
                f"unit '{column.unit.en}'; give the value in this unit",
            ),
            row.number,
            "unit",
        )


def _load_rows(loading: Loading, sheet: Sheet, table: Table) -> Any:
    keys: list[Any] = []
    columns: dict[str, dict[Any, Any]] = {name: {} for name in sheet.columns if name not in sheet.key}
    for position, row in enumerate(table.rows):
        key = _row_key(loading, sheet, table, row, keys) if sheet.key else position
        if key is not None:
            keys.append(key)
        for name, column in sheet.columns.items():
            if name not in sheet.key:
                value = _read(loading, table, row, name, column)
                if value is not None and key is not None:
                    columns[name][key] = value
    _fill_absent_columns(sheet, table, keys, columns)
    fields = {f.name: f.name.rstrip("_") for f in dataclasses.fields(sheet.loads_as)}
    parts = {name: tuple(k[i] if len(sheet.key) > 1 else k for k in keys) for i, name in enumerate(sheet.key)}
    return sheet.loads_as(**{attribute: parts.get(name, columns.get(name)) for attribute, name in fields.items()})


def _fill_absent_columns(sheet: Sheet, table: Table, keys: list[Any], columns: dict[str, dict[Any, Any]]) -> None:
    for name, values in columns.items():
        default = sheet.columns[name].default
        if name not in table.columns and default is not None:
            values.update(dict.fromkeys(keys, default))


def _row_key(loading: Loading, sheet: Sheet, table: Table, row: Row, seen: Iterable[Any]) -> Any:
    parts = [_read(loading, table, row, name, sheet.columns[name]) for name in sheet.key]
    if any(part is None for part in parts):
        return None
    key = parts[0] if len(parts) == 1 else tuple(parts)
    if key in seen:
        loading.report(
            "E205",
            sheet.name,
            found_text(sheet.key[-1], parts[-1]),
            Text("한 번만 나와야 합니다", "a key may stand only once"),
            row.number,
            sheet.key[-1],
        )
        return None
    return key


def _load_matrix(loading: Loading, sheet: Sheet, table: Table) -> Any:
    assert sheet.cell is not None
    key_name = sheet.key[0]
    keys: list[str] = []
    value: dict[tuple[str, Any], float] = {}
    for row in table.rows:
        key = _row_key(loading, sheet, table, row, keys)
        if key is None:
            continue
        keys.append(key)
        for name in table.columns:
            if name != key_name:
                # A blank cell is judged later, when it is known which columns this sheet must have.
                number = _read(loading, table, row, name, dataclasses.replace(sheet.cell, required=False))
                if number is not None:
                    value[key, _across_key(sheet, name)] = number
    return sheet.loads_as(**{key_name: tuple(keys), "value": value})


def _across_key(sheet: Sheet, name: str) -> Any:
    digits = name.removeprefix("age_")
    return int(digits) if sheet.across in ("years", "ages") and digits.isdigit() else name


def _check_columns_across(loading: Loading, sheet: Sheet, years: set[str], initiative: set[str]) -> None:
    """The columns of a matrix against the keys they must be, and its rows against the sheet they refer to."""
    table = loading.tables.get(sheet.name)
    if table is None or sheet.cell is None:
        return
    wanted, allowed = _across_names(loading, sheet, table, years, initiative)
    for name in table.columns:
        if name not in allowed and name != sheet.key[0]:
            loading.report(
                "E105",
                sheet.name,
                Text(f"알 수 없는 열 '{name}'", f"unknown column '{name}'"),
                _one_of(sorted(allowed), name),
                table.header_row,
                name,
            )
    for name in wanted if sheet.cell.required else ():
        if name not in table.columns:
            loading.report(
                "E102",
                sheet.name,
                Text(f"열 '{name}' 이(가) 없음", f"column '{name}' is missing"),
                Text("이 열이 있어야 합니다", "the column is needed"),
                table.header_row,
            )
            continue
        for row in table.rows:
            if row.values.get(name) is None:
                loading.report(
                    "E202",
                    sheet.name,
                    found_text(name, None),
                    Text("값이 있어야 합니다; 없으면 0", "a value is needed; 0 for none"),
                    row.number,
                    name,
                )
    for missing in _missing_rows(loading, sheet, table):
        loading.report(
            "E106",
            sheet.name,
            Text(f"'{missing}' 행이 없음", f"row '{missing}' is missing"),
            Text(
                f"{sheet.columns[sheet.key[0]].refers_to} 시트의 모든 행",
                f"every row of sheet {sheet.columns[sheet.key[0]].refers_to}",
            ),
        )


def _across_names(
    loading: Loading, sheet: Sheet, table: Table, years: set[str], initiative: set[str]
) -> tuple[list[str], set[str]]:
    """The columns a matrix must have and those it may have."""
    if sheet.across == "years":
        return sorted(years), years
    if sheet.across == "ages":
        ages = {f"age_{age}" for age in range(len(table.columns))}
        return [], ages
    if sheet.across == "initiative":
        return sorted(initiative), set(loading.known["industries"].values())
    names = list(dict.fromkeys(loading.known[sheet.across or ""].values()))
    return names, set(names)


def _one_of(names: list[str], found: str) -> Text:
    hint = did_you_mean(nearest(found, names))
    listed = ", ".join(names[:8]) + (" …" if len(names) > 8 else "")
    return Text(f"{listed} 가운데 하나.{hint.ko}", f"one of {listed}.{hint.en}")


def _missing_rows(loading: Loading, sheet: Sheet, table: Table) -> Iterator[str]:
    if sheet.cell is None or (not sheet.cell.required and sheet.across != "ages"):
        return
    key = sheet.columns[sheet.key[0]]
    present = {str(row.values.get(sheet.key[0], "")).strip() for row in table.rows}
    yield from (name for name in dict.fromkeys(loading.known[key.refers_to or ""].values()) if name not in present)


def isclose_to_one(total: float) -> bool:
    """Shares that should sum to 1, typed with a few decimals."""
    return math.isclose(total, 1.0, abs_tol=1e-6)
