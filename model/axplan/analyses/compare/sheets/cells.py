"""입력의 차이: every cell that differs, with both values, and what it is changed together with."""

import datetime
from collections.abc import Sequence
from typing import TypeGuard

from axplan.analyses.compare.book_context import PairBook
from axplan.analyses.compare.differences import Difference
from axplan.analyses.compare.labels import cell_declaration, column_words, row_words, sheet_words
from axplan.report.tables.table import LABEL, Column, Value

WIDE = 12.0


def write(book: PairBook) -> None:
    """One line a cell."""
    page, pair = book.start("compared_cells"), book.pair
    page.note(book.say("compared_cells_note"))
    if not pair.cells:
        page.note(book.say("compared_same_cells"))
        return
    columns = _columns(book)
    page.headings(columns)
    for cell in pair.cells:
        page.line(_values(book, cell), _formatted(columns, cell))


def _columns(book: PairBook) -> Sequence[Column]:
    return [
        Column(book.say("sheet")),
        Column(book.say("compared_row"), widest=LABEL),
        Column(book.say("column"), widest=LABEL),
        Column(book.say("unit"), "centre"),
        Column(book.say("compared_address"), widest=LABEL),
        Column(book.say("before"), "right", widest=LABEL, narrowest=WIDE, name="old"),
        Column(book.say("after"), "right", widest=LABEL, narrowest=WIDE, name="new"),
        Column(book.say("compared_group"), widest=LABEL),
    ]


def _values(book: PairBook, cell: Difference) -> list[Value]:
    tables = book.pair.after.tables, book.pair.before.tables
    column, group = cell_declaration(cell), book.pair.group_of(cell)
    return [
        book.tell(sheet_words(cell.table)),
        book.tell(row_words(cell.table, cell.row, *tables)),
        book.tell(column_words(cell.table, cell.row, cell.column, *tables)),
        book.tell(column.unit) if column and column.numeric else "",
        cell.address,
        _value(cell.old),
        _value(cell.new),
        book.tell(book.pair.words([group])) if group else book.say("compared_idle"),
    ]


def _is_number(raw: object) -> TypeGuard[float]:
    return isinstance(raw, int | float) and not isinstance(raw, bool)


def _value(raw: object) -> Value:
    if raw is None or _is_number(raw):
        return raw
    return raw.isoformat() if isinstance(raw, datetime.date) else str(raw)


def _formatted(columns: Sequence[Column], cell: Difference) -> list[Column]:
    """The columns with the values of this line as they are, be they numbers or text."""
    numbers = [name for name, raw in (("old", cell.old), ("new", cell.new)) if _is_number(raw)]
    return [Column("", "general") if column.name in numbers else column for column in columns]
