"""Changes → changed tables. What cannot be changed becomes a problem and is left out; everything else is done."""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from axplan.core.problem import Problem
from axplan.core.text import Text
from axplan.inputs.schema import sheet_declarations
from axplan.inputs.schema.indicators import VALUATIONS
from axplan.inputs.tables import Raw, Row, Table, Tables, as_number, is_blank
from axplan.inputs.validation.cells import Fault, shown
from axplan.scenario.addresses import Cell, cells_at, declaration, row_name, rows_at
from axplan.scenario.changes import (
    ADDED,
    CHANGED,
    DROPPED,
    RULES,
    SCALE,
    SET,
    Change,
    Drop,
    Edit,
    Layer,
    NewRule,
    Origin,
)

BLANK = Text("빈 셀", "a blank cell")

FLOORS, INDICATOR, FLOOR = "floors", "indicator", "at_least"


@dataclass
class Overlay:
    """One layer while it is applied to `tables`; `taken` holds who changes what, so that nobody else does."""

    tables: Tables
    taken: dict[tuple[str, ...], Origin] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def take(self, origin: Origin, address: object, *keys: tuple[str, ...]) -> list[tuple[str, ...]]:
        """The keys that nobody had; the first of the others is a problem (E413)."""
        clashes = [key for key in keys if key in self.taken]
        if clashes:
            values = {"address": address, "cell": ".".join(clashes[0]), "first": self.taken[clashes[0]].place}
            self.problems.append(origin.problem("E413", **values))
        free = [key for key in keys if key not in self.taken]
        self.taken |= dict.fromkeys(free, origin)
        return free

    def report(self, origin: Origin, faults: Iterable[Fault]) -> None:
        """Add faults as problems of the line that asked for the change."""
        self.problems += [origin.problem(fault.code, **fault.values) for fault in faults]


def apply_layer(tables: Tables, layer: Layer) -> tuple[Tables, list[Change], list[Problem]]:
    """The tables as one layer changes them, every cell that was changed, and what could not be done.

    Rules are dropped first; then cells are changed, as the layers before left them; then rules are added.
    """
    work = Overlay(tables)
    for drop in layer.drops:
        _drop(work, drop)
    for edit in layer.edits:
        _edit(work, edit)
    for rule in layer.rules:
        _add(work, rule)
    return with_changes(tables, work.changes), work.changes, work.problems


def apply_layers(tables: Tables, layers: Iterable[Layer]) -> tuple[Tables, list[Change], list[Problem]]:
    """`apply_layer` for one layer after the other."""
    changes: list[Change] = []
    problems: list[Problem] = []
    for layer in layers:
        tables, made, refused = apply_layer(tables, layer)
        changes += made
        problems += refused
    return tables, changes, problems


def _drop(work: Overlay, drop: Drop) -> None:
    sheet, address = sheet_declarations()[RULES], f"{RULES}.{drop.rule}"
    rows = rows_at(work.tables, RULES, drop.rule, address)
    if isinstance(rows, Fault):
        work.report(drop.origin, [rows])
        return
    free = {name for _, name in work.take(drop.origin, address, *((RULES, row_name(sheet, row)) for row in rows))}
    for row in rows:
        name = row_name(sheet, row)
        if name in free:
            work.changes += [
                Change(RULES, name, column, old, None, drop.origin, row.number, DROPPED)
                for column, old in row.values.items()
            ]


def _edit(work: Overlay, edit: Edit) -> None:
    if _is_new_floor(work.tables, edit):
        _add_floor(work, edit)
        return
    cells = _standing(work, edit, cells_at(work.tables, edit.address))
    values = {cell: _new_value(edit, cell) for cell in cells}
    new = {cell: value for cell, value in values.items() if not isinstance(value, Fault)}
    faults = [value for value in values.values() if isinstance(value, Fault)]
    if not (edit.address.is_wild and new):  # of many cells those are left out that hold no number
        work.report(edit.origin, faults[:1])
    free = set(work.take(edit.origin, edit.address, *((c.table, c.row, c.column) for c in new)))
    work.changes += [
        Change(cell.table, cell.row, cell.column, cell.old, value, edit.origin, cell.number, CHANGED)
        for cell, value in new.items()
        if (cell.table, cell.row, cell.column) in free
    ]


def _is_new_floor(tables: Tables, edit: Edit) -> bool:
    """Is a floor set under an indicator without a row? Its rows are known without a workbook that has them."""
    address, table = edit.address, tables.get(FLOORS)
    names = {row_name(sheet_declarations()[FLOORS], row) for row in table.rows} if table else set()
    wanted = (address.table, address.column, edit.how) == (FLOORS, FLOOR, SET)
    return wanted and address.row in VALUATIONS and address.row not in names


def _add_floor(work: Overlay, edit: Edit) -> None:
    name, origin = edit.address.row, edit.origin
    if work.take(origin, edit.address, (FLOORS, name, FLOOR)):
        number = _next_row(work, FLOORS)
        cells = {INDICATOR: name, FLOOR: edit.amount}
        work.changes += [Change(FLOORS, name, c, None, value, origin, number, ADDED) for c, value in cells.items()]


def _next_row(work: Overlay, table: str) -> int:
    """The number of the first row behind all that are there or have been added."""
    added = (c.number for c in work.changes if c.kind == ADDED and c.table == table)
    return 1 + max(added, default=_last_row(work.tables.get(table)))


def _standing(work: Overlay, edit: Edit, found: list[Cell] | list[Fault]) -> list[Cell]:
    """The cells of rows that stay; a row that the same layer drops is a problem if it was named, not if it was `*`."""
    work.report(edit.origin, (item for item in found if isinstance(item, Fault)))
    cells = [item for item in found if isinstance(item, Cell)]
    gone = {(cell.table, cell.row) for cell in cells if (cell.table, cell.row) in work.taken}
    if gone and not edit.address.is_wild:
        work.take(edit.origin, edit.address, *gone)
    return [cell for cell in cells if (cell.table, cell.row) not in gone]


def _new_value(edit: Edit, cell: Cell) -> Raw | Fault:
    """What the cell is to hold: the amount, or the sum or product in decimals, as on paper (0.7 × 1.1 = 0.77)."""
    if edit.how == SET:
        return edit.amount
    column = declaration(sheet_declarations()[cell.table], cell.row, cell.column)
    if column is None or not column.numeric or not _is_number(cell.old) or not _is_number(edit.amount):
        return _not_a_number(edit, BLANK if is_blank(cell.old) else shown(cell.old))
    old, amount = Decimal(repr(cell.old)), Decimal(repr(edit.amount))
    return as_number(float(old * amount if edit.how == SCALE else old + amount))


def _not_a_number(edit: Edit, found: str | Text) -> Fault:
    return Fault("E415", {"address": edit.address, "found": found})


def _is_number(raw: Raw) -> bool:
    return isinstance(raw, int | float) and not isinstance(raw, bool) and math.isfinite(raw)


def _add(work: Overlay, rule: NewRule) -> None:
    if (RULES, rule.rule) in {(RULES, name) for name in _rule_names(work.tables)}:
        work.problems.append(rule.origin.problem("E416", rule=rule.rule))
        return
    cells: Mapping[str, tuple[Raw, Origin]] = {"rule": (rule.rule, rule.origin), **rule.cells}
    number = _next_row(work, RULES)
    work.changes += [
        Change(RULES, rule.rule, column, None, value, origin, number, ADDED)
        for column, (value, origin) in cells.items()
        if value is not None
    ]


def _rule_names(tables: Tables) -> Iterator[str]:
    table = tables.get(RULES)
    yield from (row_name(sheet_declarations()[RULES], row) for row in table.rows) if table else ()


def _last_row(table: Table | None) -> int:
    """The number of the last row that is in use."""
    if table is None:
        return 1
    units = table.units.number if table.units else 0
    return max(table.header_row, units, *(row.number for row in table.rows), 0)


def with_changes(tables: Tables, changes: Iterable[Change]) -> Tables:
    """The tables with these cells changed; a column that was not there is put behind the others."""
    by_table: dict[str, list[Change]] = {}
    for change in changes:
        by_table.setdefault(change.table, []).append(change)
    changed = {name: _changed_table(_table(tables, name), mine) for name, mine in by_table.items()}
    return replace(tables, tables={**tables.tables, **changed}) if changed else tables


def _table(tables: Tables, name: str) -> Table:
    """The table; for a sheet that is absent or blank one with all its columns and no rows."""
    table = tables.get(name)
    if table is not None and table.columns:
        return table
    declared = sheet_declarations()[name].columns
    return Table(name, {column: position for position, column in enumerate(declared, start=1)}, ())


def _changed_table(table: Table, changes: list[Change]) -> Table:
    cells: dict[int, dict[str, Raw]] = {}
    for change in changes:
        cells.setdefault(change.number, {})[change.column] = change.new
    dropped = {change.number for change in changes if change.kind == DROPPED}
    added = {change.number for change in changes if change.kind == ADDED}
    rows = (*table.rows, *(Row(number, {}) for number in sorted(added)))
    kept = tuple(_changed_row(row, cells.get(row.number, {})) for row in rows if row.number not in dropped)
    return replace(table, columns=_with_columns(table, cells.values()), rows=kept)


def _changed_row(row: Row, cells: Mapping[str, Raw]) -> Row:
    if not cells:
        return row
    return Row(row.number, {name: value for name, value in {**row.values, **cells}.items() if value is not None})


def _with_columns(table: Table, rows: Iterable[Mapping[str, Raw]]) -> dict[str, int]:
    last = max([*table.columns.values(), *(position for _, position in table.repeated)], default=0)
    new = dict.fromkeys(name for cells in rows for name in cells if name not in table.columns)
    return {**table.columns, **{name: position for position, name in enumerate(new, start=last + 1)}}
