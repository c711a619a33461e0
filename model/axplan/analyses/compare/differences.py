"""The input cells in which two sets of tables differ, in groups that can be changed one without the other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from axplan.analyses.compare.shapley import MAX_PLAYERS
from axplan.inputs.schema import sheet_declarations
from axplan.inputs.tables import Raw, Row, Table, Tables, is_blank
from axplan.scenario.addresses import changeable_sheets, row_name
from axplan.scenario.changes import RULES

DESCRIPTIVE_SHEETS = ("uncertainty", "provenance", "sources")
"""Sheets that no plan depends on."""

DESCRIPTIVE_COLUMNS = ("label_ko", "label_en", "quantity_unit")
"""Columns that only describe. (The unit of a rule says what its value means.)"""

EVERY_ROW = "*"
"""Stands for the row in a group that is a whole column."""


@dataclass(frozen=True)
class Difference:
    """A cell that two cases do not share; None = blank, or a row that is not there."""

    table: str
    row: str
    column: str
    old: Raw
    new: Raw

    @property
    def address(self) -> str:
        """The cell as a scenario file names it: table.row.column."""
        return f"{self.table}.{self.row}.{self.column}"

    @property
    def matters(self) -> bool:
        """Whether a plan can depend on it."""
        if self.table in DESCRIPTIVE_SHEETS:
            return False
        by_value = sheet_declarations()[self.table].record
        return self.column == "value" if by_value else self.column not in DESCRIPTIVE_COLUMNS


def differences(before: Tables, after: Tables) -> list[Difference]:
    """Every cell that differs, in the order of the sheets; numbers are compared as numbers (1 and 1.0 are the same)."""
    found: list[Difference] = []
    for name in changeable_sheets():
        old, new = (_cells(tables.get(name)) for tables in (before, after))
        for key in dict.fromkeys((*old, *new)):
            if not _same(old.get(key), new.get(key)):
                found.append(Difference(name, *key, old.get(key), new.get(key)))
    return found


def _cells(table: Table | None) -> dict[tuple[str, str], Raw]:
    """(row, column) → value of every cell that is not blank."""
    if table is None:
        return {}
    sheet = sheet_declarations()[table.name]
    return {
        (row_name(sheet, row), column): value
        for row in table.rows
        for column, value in row.values.items()
        if not is_blank(value)
    }


def _same(one: Raw, other: Raw) -> bool:
    if isinstance(one, int | float) and isinstance(other, int | float):
        return float(one) == float(other)
    return (one is None and other is None) or one == other


Group = tuple[str, ...]
"""What is changed together: (table,), (table, row), (table, column) or (table, row, column)."""


def groups(found: Sequence[Difference]) -> list[Group]:
    """The finest groups that are few enough to be shared among: cells, else columns and rules, else sheets.

    A rule is changed as a whole, and so is a sheet in which a row is new or gone, for its rows hang together.
    """
    matters = [difference for difference in found if difference.matters]
    finest: list[Group] = []
    for depth in (_cell, _column, _sheet):
        finest = list(dict.fromkeys(depth(difference, matters) for difference in matters))
        if len(finest) <= MAX_PLAYERS:
            break
    return finest


def _cell(d: Difference, found: Iterable[Difference]) -> Group:
    if d.table == RULES:
        return (d.table, d.row)
    return (d.table,) if _has_other_rows(d.table, found) else (d.table, d.row, d.column)


def _column(d: Difference, found: Iterable[Difference]) -> Group:
    if d.table == RULES or _has_other_rows(d.table, found):
        return (RULES,) if d.table == RULES else (d.table,)
    sheet = sheet_declarations()[d.table]
    return (d.table, d.row) if sheet.record or sheet.across else (d.table, EVERY_ROW, d.column)


def _sheet(d: Difference, _: Iterable[Difference]) -> Group:
    return (d.table,)


def _has_other_rows(table: str, found: Iterable[Difference]) -> bool:
    """Whether a key column differs: a row is new or gone."""
    keys = sheet_declarations()[table].key
    return any(d.table == table and d.column in keys for d in found)


def is_in(difference: Difference, group: Group) -> bool:
    """Whether a cell belongs to a group."""
    if difference.table != group[0]:
        return False
    if len(group) == 1:
        return True
    row_fits = group[1] in (EVERY_ROW, difference.row)
    return row_fits and (len(group) == 2 or group[2] == difference.column)


def mixed(before: Tables, after: Tables, found: Sequence[Difference], chosen: Iterable[Group]) -> Tables:
    """`before` with the cells of the chosen groups as they are in `after`."""
    made = dict(before.tables)
    for table, mine in _by_table(chosen).items():
        if (table,) in mine:
            made.pop(table, None)
            if table in after:
                made[table] = after[table]
        else:
            made[table] = _with_cells(made, after, table, [d for d in found if any(is_in(d, g) for g in mine)])
    return replace(before, tables=made)


def _by_table(chosen: Iterable[Group]) -> Mapping[str, list[Group]]:
    found: dict[str, list[Group]] = {}
    for group in chosen:
        found.setdefault(group[0], []).append(group)
    return found


def _with_cells(made: Mapping[str, Table], after: Tables, name: str, cells: Sequence[Difference]) -> Table:
    """A table with some cells replaced; a row that is wholly new is taken from `after`, one that loses its key goes."""
    sheet = sheet_declarations()[name]
    table = made.get(name) or Table(name, after[name].columns, ())
    wanted: dict[str, dict[str, Raw]] = {}
    for d in cells:
        wanted.setdefault(d.row, {})[d.column] = d.new
    rows = list(_changed_rows(table.rows, wanted, sheet.key, [row_name(sheet, row) for row in table.rows]))
    there = {row_name(sheet, row) for row in table.rows}
    last = max((row.number for row in rows), default=table.header_row)
    other = after.get(name)
    for row in other.rows if other else ():
        if row_name(sheet, row) in wanted and row_name(sheet, row) not in there:
            last += 1
            rows.append(Row(last, row.values))
    columns = {**table.columns, **{c: p for c, p in (other.columns if other else {}).items() if c not in table.columns}}
    return replace(table, rows=tuple(rows), columns=columns)


def _changed_rows(
    rows: Iterable[Row], wanted: Mapping[str, Mapping[str, Raw]], keys: tuple[str, ...], names: Sequence[str]
) -> Iterator[Row]:
    for row, name in zip(rows, names, strict=True):
        cells = wanted.get(name, {})
        if any(key in cells and cells[key] is None for key in keys):
            continue
        values = {column: value for column, value in {**row.values, **cells}.items() if value is not None}
        yield replace(row, values=values)
