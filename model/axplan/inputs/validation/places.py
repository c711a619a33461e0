"""From a code, a cell and values to a problem that knows its place and its rank in sheet and row order."""

from collections.abc import Collection
from dataclasses import replace

from axplan.core.problem import Problem
from axplan.core.text import Text
from axplan.inputs import messages
from axplan.inputs.schema import sheet_declarations
from axplan.inputs.tables import Tables, column_letters, plain

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
    found = messages.problem(code, place, (rank, row or 0, position), **values)
    return replace(found, where=in_words(tables, table, row))


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


def in_words(tables: Tables, table: str, row: int | None) -> Text | None:
    """The title of a sheet and, of a row, its label in each language or its key; None for a sheet that is not known."""
    declared, sheet = sheet_declarations().get(table), tables.get(table)
    if declared is None:
        return None
    cells = next((found.values for found in sheet.rows if found.number == row), {}) if sheet else {}
    key = plain(cells.get(declared.name_columns[0])) if cells and declared.name_columns else ""
    parts = [(title, plain(cells.get(f"label_{language}")) or key) for title, language in (
        (declared.title.ko, "ko"), (declared.title.en, "en")
    )]  # fmt: skip
    return Text(*(f"{title} · {label}" if label else title for title, label in parts))
