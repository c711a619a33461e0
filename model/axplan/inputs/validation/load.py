"""Tables → typed sheets, cell by cell. What cannot be read becomes a problem and is left out, so that the validation
across tables can still look at everything else and the user sees all problems in one pass."""

import dataclasses
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from axplan.core.problem import Problem
from axplan.inputs.schema import sheet_declarations
from axplan.inputs.schema.core import ColumnSpec, Sheet
from axplan.inputs.tables import Row, Table, Tables, is_blank, plain
from axplan.inputs.validation.cells import Fault, Known, is_needed, read_cell, shown
from axplan.inputs.validation.places import problem
from axplan.inputs.validation.suggest import hint, nearest


@dataclass
class SheetLoader:
    """Everything known while sheets are read: the tables, the keys of each sheet, the sheets and problems so far."""

    tables: Tables
    known: Known
    loaded: dict[str, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def report(
        self, code: str, table: str, row: int | None = None, column: str | int | None = None, /, **values: object
    ) -> None:
        """Note a problem at a cell, a heading, a row or a sheet."""
        self.problems.append(problem(self.tables, code, table, row, column, **values))

    def keys(self, sheet: str) -> tuple[str, ...] | None:
        """The keys of a sheet in the order of its rows; None when the sheet is missing."""
        return tuple(dict.fromkeys(self.known[sheet].values())) if sheet in self.known else None

    @property
    def years(self) -> tuple[str, ...] | None:
        """The headings of the years of the plan; None while the settings cannot tell."""
        years = plan_years(self.loaded["settings"])
        return None if years is None else tuple(map(str, years))


def plan_years(settings: Any) -> range | None:
    """first_year … first_year + plan_years − 1, if both could be read."""
    if settings.first_year is None or settings.plan_years is None:
        return None
    return range(settings.first_year, settings.first_year + settings.plan_years)


def known_keys(tables: Tables) -> Known:
    """label or key → key for every sheet that is there, whatever else may be wrong with it."""
    return {
        name: _labelled_keys(sheet, tables[name])
        for name, sheet in sheet_declarations().items()
        if sheet.key and name in tables and sheet.first_column in tables[name].columns
    }


def _labelled_keys(sheet: Sheet, table: Table) -> dict[str, str]:
    named: dict[str, str] = {}
    for row in table.rows:
        key = row.values.get(sheet.first_column)
        if isinstance(key, str):
            labels = (row.values.get("label_ko"), row.values.get("label_en"), key)
            named |= {plain(label): plain(key) for label in labels if isinstance(label, str)}
    return named


def load_sheet(loader: SheetLoader, sheet: Sheet) -> None:
    """Read one sheet into `loader.loaded`; a missing one loads as a sheet without rows."""
    table = loader.tables.get(sheet.name) or Table(sheet.name, {}, ())
    load = _load_record if sheet.record else _load_matrix if sheet.across else _load_rows
    loader.loaded[sheet.name] = load(loader, sheet, table)


def _read(loader: SheetLoader, table: Table, row: Row, name: str, column: ColumnSpec, at: str | None = None) -> Any:
    """The value of one cell, the default of a blank one, or None after reporting what is wrong with it.

    `at` is the heading the cell stands under, where that is not the column's own name.
    """
    heading = at or name
    raw = row.values.get(heading)
    if is_blank(raw):
        if is_needed(column, row.values) and heading in table.columns:
            _report_blank(loader, table, row, name, column, heading)
        return column.default
    value = read_cell(column, raw, loader.known)
    if isinstance(value, Fault):
        loader.report(
            value.code, table.name, row.number, heading, **{"column": name, "found": shown(raw), **value.values}
        )
        return None
    return value


def _report_blank(loader: SheetLoader, table: Table, row: Row, name: str, column: ColumnSpec, heading: str) -> None:
    if column.needed_for is None:
        loader.report("E202", table.name, row.number, heading, column=name)
    else:
        other, value = column.needed_for
        loader.report("E211", table.name, row.number, heading, column=name, other=other, value=value)


def _load_record(loader: SheetLoader, sheet: Sheet, table: Table) -> Any:
    """One value per row. A setting that could not be read is None; then there is a problem that says so."""
    found: dict[str, Any] = {}
    first: dict[str, int] = {}
    for row in table.rows:
        name = plain(row.values.get("key"))
        if name not in sheet.columns:
            _report_unknown_setting(loader, sheet, row)
        elif name in found:
            values = {"column": "key", "found": f"'{name}'", "first": first[name]}
            loader.report("E205", sheet.name, row.number, "key", **values)
        else:
            found[name] = _read(loader, table, row, name, sheet.columns[name], at="value")
            first[name] = row.number
            _check_unit(loader, sheet, row, name)
    if "key" in table.columns:
        _report_missing_settings(loader, sheet, found)
    return sheet.loads_as(**{name: found.get(name) for name in sheet.columns})


def _report_unknown_setting(loader: SheetLoader, sheet: Sheet, row: Row) -> None:
    name = row.values.get("key")
    if is_blank(name):
        loader.report("E202", sheet.name, row.number, "key", column="key")
        return
    titles = {title: key for key, column in sheet.columns.items() for title in (column.title.ko, column.title.en)}
    likely = nearest(plain(name), sheet.columns, labels=titles)
    values = {"column": "key", "found": shown(name), "names": ", ".join(sheet.columns), "hint": hint(likely)}
    loader.report("E210", sheet.name, row.number, "key", **values)


def _report_missing_settings(loader: SheetLoader, sheet: Sheet, found: Collection[str]) -> None:
    for name, column in sheet.columns.items():
        if name not in found:
            loader.report("E104", sheet.name, name=name, title=column.title)


def _check_unit(loader: SheetLoader, sheet: Sheet, row: Row, name: str) -> None:
    unit, given = sheet.columns[name].unit, row.values.get("unit")
    if not is_blank(given) and plain(given) not in unit.spellings:
        loader.report("E208", sheet.name, row.number, "unit", column=name, found=shown(given), unit=unit.words)


def _load_rows(loader: SheetLoader, sheet: Sheet, table: Table) -> Any:
    keys: dict[Any, int] = {}
    columns: dict[str, dict[Any, Any]] = {name: {} for name in sheet.columns if name not in sheet.key}
    for position, row in enumerate(table.rows):
        key = _row_key(loader, sheet, table, row, keys) if sheet.key else position
        if key is not None:
            keys[key] = row.number
        for name, cells in columns.items():
            value = _read(loader, table, row, name, sheet.columns[name])
            if value is not None and key is not None:
                cells[key] = value
    parts = {name: tuple(k[n] if len(sheet.key) > 1 else k for k in keys) for n, name in enumerate(sheet.key)}
    fields = {f.name: f.name.rstrip("_") for f in dataclasses.fields(sheet.loads_as)}
    return sheet.loads_as(**{attribute: parts.get(name, columns.get(name)) for attribute, name in fields.items()})


def _row_key(loader: SheetLoader, sheet: Sheet, table: Table, row: Row, seen: dict[Any, int]) -> Any:
    parts = [_read(loader, table, row, name, sheet.columns[name]) for name in sheet.key]
    if any(part is None for part in parts):
        return None
    key = parts[0] if len(parts) == 1 else tuple(parts)
    if key in seen:
        last = sheet.key[-1]
        values = {"column": ", ".join(sheet.key), "found": ", ".join(shown(part) for part in parts), "first": seen[key]}
        loader.report("E205", sheet.name, row.number, last, **values)
        return None
    return key


def _load_matrix(loader: SheetLoader, sheet: Sheet, table: Table) -> Any:
    assert sheet.cell is not None
    # A blank cell is judged by whether its column must be there; a column that may stay away may have gaps.
    needed = dataclasses.replace(sheet.cell, default=None)
    optional = dataclasses.replace(needed, required=False)
    wanted = set(wanted_columns(loader, sheet) or ()) if sheet.cell.required else set()
    names = [name for name in table.columns if may_be_column(loader, sheet, name)]
    keys: dict[str, int] = {}
    value: dict[tuple[str, Any], float] = {}
    for row in table.rows:
        key = _row_key(loader, sheet, table, row, keys)
        if key is not None:
            keys[key] = row.number
        for name in names:
            number = _read(loader, table, row, name, needed if name in wanted else optional)
            if number is not None and key is not None:
                value[key, _across_key(sheet, name)] = number
    return sheet.loads_as(**{sheet.key[0]: tuple(keys), "value": value})


def wanted_columns(loader: SheetLoader, sheet: Sheet) -> tuple[str, ...] | None:
    """The columns a matrix needs besides its key; None while the sheet they follow cannot tell."""
    if sheet.across == "years":
        return loader.years
    if sheet.across == "ages":
        return ()
    if sheet.across == "initiative":
        return tuple(name for name, yes in loader.loaded["industries"].initiative.items() if yes)
    return loader.keys(sheet.across or "")


def may_be_column(loader: SheetLoader, sheet: Sheet, name: str) -> bool:
    """Can a matrix have a column of this name?"""
    if sheet.across == "ages":
        return name.startswith("age_") and name.removeprefix("age_").isdigit()
    if sheet.across == "years":
        return name.isdigit() and (loader.years is None or name in loader.years)
    names = loader.keys(sheet.parent)
    return name not in sheet.key and (names is None or name in names)


def _across_key(sheet: Sheet, name: str) -> Any:
    return int(name.removeprefix("age_")) if sheet.across in ("years", "ages") else name
