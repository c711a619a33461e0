"""From a code, a cell and values to a problem that knows its place and its rank in sheet and row order."""

from __future__ import annotations

from axplan import catalogue
from axplan.errors import Problem
from axplan.schema import sheet_declarations
from axplan.tables import Tables


def problem(
    tables: Tables, code: str, table: str, row: int | None = None, column: str | int | None = None, /, **values: object
) -> Problem:
    """The problem `code` at a cell (row and column), at a heading (column only), or at a whole row or sheet."""
    sheet = tables.get(table)
    place = sheet.place(row, column) if sheet else table
    ranks = list(sheet_declarations())
    rank = ranks.index(table) if table in ranks else len(ranks)
    position = sheet.position(column) if sheet else 0
    return catalogue.problem(code, place, (rank, row or 0, position), **values)
