"""Shares typed as percentages, judged by the column as a whole: 12, 30, 50 where 0.12, 0.3, 0.5 were meant.

One such value among shares is a slip of its own. Where most values of a column (or of a row or the whole of a matrix)
are likely to be percentages, the column is reported once, and not cell by cell.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from axplan.core.problem import Problem
from axplan.core.text import first_few
from axplan.inputs.schema import sheet_declarations
from axplan.inputs.schema.core import SHARE, SHARE_PER_YEAR, ColumnSpec, Sheet
from axplan.inputs.tables import Raw, Table, plain
from axplan.inputs.validation.cells import within
from axplan.inputs.validation.checked import Checked
from axplan.inputs.validation.places import block_problem

LARGE = 5.0
"""A share of 500 % or more, in a column that allows it, is likely to be a percentage."""

EXAMPLES = 3


@dataclass(frozen=True)
class Group:
    """Shares typed alike: a column, a row of a matrix, a matrix. `cells` has (row number, heading) → number."""

    table: str
    name: str
    column: ColumnSpec
    cells: dict[tuple[int, str], float]

    def likely(self) -> dict[tuple[int, str], float]:
        """The cells that are likely to be percentages."""
        return {cell: value for cell, value in self.cells.items() if is_percentage(self.column, value)}


def is_percentage(column: ColumnSpec, value: float) -> bool:
    """Is the number more than a share of this column can be expected to be, and a hundredth of it possible?"""
    bounded = column.maximum is not None and column.maximum <= 1
    return (abs(value) > 1 if bounded else abs(value) >= LARGE) and within(column, value / 100)


def judge_percentages(c: Checked) -> tuple[list[Problem], set[tuple[str, tuple[int, int, int]]]]:
    """The problems of whole columns, and which problems of single cells (code, order) they make needless."""
    found: list[Problem] = []
    needless: set[tuple[str, tuple[int, int, int]]] = set()
    judged: set[tuple[str, int, str]] = set()
    for group in _groups(c):
        likely = group.likely()
        whole = len(likely) > 1 and 2 * len(likely) > len(group.cells)
        if not likely or judged & {(group.table, *cell) for cell in likely}:
            continue
        wrong = any(not within(group.column, value) for value in likely.values())
        if whole:
            found.append(_problem(c, group, likely, "E214" if wrong else "W214"))
            needless |= {("E204", _order(c, group.table, *cell)) for cell in likely}
            judged |= {(group.table, *cell) for cell in likely}
        elif not wrong and group.name in c.tables[group.table].columns:
            found += [_problem(c, group, {cell: value}, "W214") for cell, value in likely.items()]
    return found, needless


def _problem(c: Checked, group: Group, likely: dict[tuple[int, str], float], code: str) -> Problem:
    numbers = list(likely.values())
    shown = first_few([f"{number:g}" for number in numbers], EXAMPLES)
    values = {"column": group.name, "found": shown, "typed": numbers[0], "meant": numbers[0] / 100}
    return block_problem(c.tables, code, group.table, list(likely), **values)


def _order(c: Checked, table: str, row: int, heading: str) -> tuple[int, int, int]:
    return list(sheet_declarations()).index(table), row, c.tables[table].position(heading)


def _groups(c: Checked) -> Iterator[Group]:
    """Every column of shares; for a matrix of shares the whole of it first, and then row by row."""
    for sheet in sheet_declarations().values():
        table = c.tables.get(sheet.name)
        if table is None or sheet.record:
            continue
        for name, column in sheet.columns.items():
            if _holds_shares(column):
                yield Group(sheet.name, name, column, _numbers(table, [name]))
        if sheet.cell is not None and _holds_shares(sheet.cell):
            yield from _matrix_groups(sheet, sheet.cell, table)


def _matrix_groups(sheet: Sheet, cell: ColumnSpec, table: Table) -> Iterator[Group]:
    cells = _numbers(table, [name for name in table.columns if name not in sheet.columns])
    yield Group(sheet.name, sheet.name, cell, cells)
    for row in table.rows:
        name = plain(row.values.get(sheet.key[0]))
        yield Group(sheet.name, name, cell, {at: value for at, value in cells.items() if at[0] == row.number})


def _holds_shares(column: ColumnSpec) -> bool:
    return column.unit in (SHARE, SHARE_PER_YEAR)


def _numbers(table: Table, names: list[str]) -> dict[tuple[int, str], float]:
    """The numbers other than zero that stand in these columns."""
    found = {(row.number, name): row.values.get(name) for row in table.rows for name in names}
    return {at: float(raw) for at, raw in found.items() if _is_number(raw) and raw}  # type: ignore[arg-type]


def _is_number(raw: Raw) -> bool:
    return isinstance(raw, int | float) and not isinstance(raw, bool) and abs(raw) < 1e300
