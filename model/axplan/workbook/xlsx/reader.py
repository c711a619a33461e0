"""A workbook as tables: raw values that remember the sheet and the cell they came from."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from axplan.core.problem import Problem
from axplan.core.text import first_few
from axplan.inputs import messages
from axplan.inputs.schema import sheet_declarations
from axplan.inputs.tables import Table, Tables, column_letters, is_blank
from axplan.workbook.layout import Line, to_table
from axplan.workbook.xlsx.gate import FIRST, admit
from axplan.workbook.xlsx.grid import Grid, Range, read_grid
from axplan.workbook.xlsx.package import SheetPart, open_package


def read_workbook(path: Path) -> Tables:
    """Read every sheet that the data dictionary declares. Other sheets are kept by name only.

    A formula stands for the value it had when the file was saved; one without a value, and one that is an error
    (#REF!, #DIV/0! …), becomes a `CellError`. What is merged or hidden, macros, and attributes of rows and cells that
    are not known, are noted.

    Raises
    ------
    UsageError, EnvironmentFault, InputError: the file is missing, may not be read, or is no workbook that can be read
    whole (see `gate`, `package` and `grid`).
    """
    archive, notes = admit(path)
    package = open_package(archive)
    tables: dict[str, Table] = {}
    unknown: set[str] = set()
    for sheet in package.sheets:
        if sheet.name in sheet_declarations() and sheet.part:
            grid = read_grid(package, sheet)
            lines = grid.lines()
            tables[sheet.name] = to_table(sheet.name, lines)
            notes += _notes(sheet, tables[sheet.name], grid, lines)
            unknown |= grid.unknown
        elif sheet.part:
            tables[sheet.name] = Table(sheet.name, {}, ())
    if unknown:
        notes.append(messages.problem("W108", path.name, FIRST, names=first_few(sorted(unknown))))
    return Tables(path, tables, tuple(notes))


def _notes(sheet: SheetPart, table: Table, grid: Grid, lines: list[Line]) -> Iterator[Problem]:
    """What the cells alone do not tell."""
    rank = list(sheet_declarations()).index(sheet.name)
    if sheet.hidden:
        yield messages.problem("W105", sheet.name, (rank, 0, 0))
    if hidden := [*_hidden_rows(table, grid), *_hidden_columns(table, grid)]:
        yield messages.problem("W106", sheet.name, (rank, 0, 0), ranges=first_few(hidden))
    for merged in grid.merged:
        if _is_in_table(table, merged):
            row, column, *_ = merged
            yield messages.problem("E108", f"{sheet.name}!{_range(merged)}", (rank, row, column), range=_range(merged))
    for number, column in _nameless(table, lines):
        place = f"{sheet.name}!{column_letters(column)}{number}"
        yield messages.problem("W107", place, (rank, number, column), column=column_letters(column))


def _hidden_rows(table: Table, grid: Grid) -> Iterator[str]:
    """Hidden rows of data, those that follow each other together."""
    hidden = sorted(row.number for row in table.rows if row.number in grid.hidden_rows)
    for _, run in groupby(enumerate(hidden), lambda pair: pair[1] - pair[0]):
        numbers = [number for _, number in run]
        yield f"{numbers[0]}:{numbers[-1]}"


def _hidden_columns(table: Table, grid: Grid) -> Iterator[str]:
    for first, last in grid.hidden_columns:
        within = [position for position in table.columns.values() if first <= position <= last]
        if within:
            yield f"{column_letters(min(within))}:{column_letters(max(within))}"


def _is_in_table(table: Table, merged: Range) -> bool:
    """A title merged above the table, or notes merged beside it, do no harm."""
    first_row, first_column, last_row, last_column = merged
    is_single = (first_row, first_column) == (last_row, last_column)
    columns: Iterable[int] = table.columns.values()
    return not is_single and last_row >= table.header_row and any(first_column <= at <= last_column for at in columns)


def _range(merged: Range) -> str:
    first_row, first_column, last_row, last_column = merged
    return f"{column_letters(first_column)}{first_row}:{column_letters(last_column)}{last_row}"


def _nameless(table: Table, lines: list[Line]) -> Iterator[tuple[int, int]]:
    """The first value of every column under the headings that has values but no name: it is not read."""
    named = {*table.columns.values(), *(position for _, position in table.repeated)}
    for number, cells in lines if table.columns else ():
        for position, cell in enumerate(cells, start=1):
            if number > table.header_row and position not in named and not is_blank(cell):
                named.add(position)
                yield number, position
