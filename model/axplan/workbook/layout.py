"""Where the table stands on a sheet: the row of column names, the title and unit rows beneath it, the data."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from axplan.inputs.schema import sheet_declarations
from axplan.inputs.schema.core import RECORD_COLUMNS, Sheet
from axplan.inputs.tables import Raw, Row, Table, is_blank, plain

SEARCHED_ROWS = 10
"""The column names stand in one of the first rows; what is above them is not read."""

AMOUNT = re.compile(r"[△▲−–+(-]*[.]?\d")
"""How a text begins that was meant as a number."""

Line = tuple[int, Sequence[Raw]]
"""The number of a row and its cells from column A on."""


def to_table(name: str, lines: Iterable[Line]) -> Table:
    """The table on the sheet `name`. Blank rows are skipped; every row keeps its number in the sheet."""
    filled = [(number, cells) for number, cells in lines if not all(map(is_blank, cells))]
    sheet = sheet_declarations().get(name)
    if sheet is None or not filled:
        return Table(name, {}, ())
    start = _header_index(sheet, filled)
    header_row, cells = filled[start]
    columns, repeated = _columns(cells)
    rows = [Row(number, _values(columns, cells)) for number, cells in filled[start + 1 :]]
    units = None
    if rows and _is_title_row(sheet, rows[0]):
        del rows[0]
    if rows and _is_unit_row(sheet, rows[0]):
        units = rows.pop(0)
    # A row that has something only beside the table holds nothing of it.
    return Table(name, columns, tuple(row for row in rows if row.values), header_row, repeated, units)


def _header_index(sheet: Sheet, filled: Sequence[Line]) -> int:
    """The row that contains the name of the key column; without one the first row that is not blank."""
    for index, (number, cells) in enumerate(filled):
        if number > SEARCHED_ROWS:
            break
        if sheet.first_column in map(plain, cells):
            return index
    return 0


def _columns(cells: Sequence[Raw]) -> tuple[dict[str, int], tuple[tuple[str, int], ...]]:
    """The position of each column name, and the names that stand again with theirs."""
    columns: dict[str, int] = {}
    repeated = []
    for position, cell in enumerate(cells, start=1):
        name = plain(cell)
        if name in columns:
            repeated.append((name, position))
        elif name:
            columns[name] = position
    return columns, tuple(repeated)


def _values(columns: Mapping[str, int], cells: Sequence[Raw]) -> dict[str, Raw]:
    return {
        name: cells[position - 1]
        for name, position in columns.items()
        if position <= len(cells) and not is_blank(cells[position - 1])
    }


def _is_title_row(sheet: Sheet, row: Row) -> bool:
    columns = RECORD_COLUMNS if sheet.record else sheet.columns
    titles = {name: (c.title.both, c.title.ko, c.title.en) for name, c in columns.items()}
    return _resembles(row, titles)


def _is_unit_row(sheet: Sheet, row: Row) -> bool:
    """Units stand where no key does: at least half of them as declared, or nothing but words in columns of numbers."""
    if sheet.first_column in row.values:
        return False
    columns = {name: sheet.columns.get(name, sheet.cell) for name in row.values if name not in sheet.key}
    spellings = {name: column.unit.spellings for name, column in columns.items() if column and column.unit.ko}
    return _resembles(row, spellings) or _all_words(row, spellings)


def _all_words(row: Row, names: Collection[str]) -> bool:
    """Units that were all changed: text without a digit in front in every one of these columns that has something."""
    found = [row.values[name] for name in names]
    return len(found) > 1 and all(isinstance(cell, str) and not AMOUNT.match(plain(cell)) for cell in found)


def _resembles(row: Row, words: Mapping[str, Sequence[str]]) -> bool:
    """Do at least half of the cells that could hold one of these words hold it?"""
    cells = [plain(value) in words[name] for name, value in row.values.items() if name in words]
    return any(cells) and 2 * sum(cells) >= len(cells)
