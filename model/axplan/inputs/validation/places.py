"""From a code, a cell and values to a problem that knows its place and its rank in sheet and row order."""

from collections.abc import Collection

from axplan.core.problem import Problem
from axplan.inputs import messages
from axplan.inputs.schema import sheet_declarations
from axplan.inputs.tables import Tables, column_letters

Cells = Collection[tuple[int, str]]
"""Cells of one sheet: the number of the row and the heading of the column."""


def problem(
    tables: Tables, code: str, table: str, row: int | None = None, column: str | int | None = None, /, **values: object
) -> Problem:
    """The problem `code` at a cell (row and column), at a heading (column only), or at a whole row or sheet."""
    sheet = tables.get(table)
    place = sheet.place(row, column) if sheet else table
    ranks = list(sheet_declarations())
    rank = ranks.index(table) if table in ranks else len(ranks)
    position = sheet.position(column) if sheet else 0
    return messages.problem(code, place, (rank, row or 0, position), **values)


def block_problem(tables: Tables, code: str, table: str, cells: Cells, /, **values: object) -> Problem:
    """The problem `code` of several cells (row number, heading) together, at the range that holds them all."""
    sheet = tables[table]
    rows = sorted(row for row, _ in cells)
    columns = sorted(sheet.position(heading) for _, heading in cells)
    place = sheet.place(rows[0], columns[0])
    if len(cells) > 1:
        place += f":{column_letters(columns[-1])}{rows[-1]}"
    rank = list(sheet_declarations()).index(table)
    return messages.problem(code, place, (rank, rows[0], columns[0]), **values)
