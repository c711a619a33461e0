"""Figures in large cells side by side, and other cells that take more than one column of a sheet."""

from collections.abc import Sequence
from dataclasses import dataclass

from axplan.report.page.layout import Page
from axplan.report.styles import LETTERS
from axplan.report.tables.table import Formula, Value, shown

CARD_ROWS = 3
"""Rows of a sheet that cards take: label, figure, remark."""

VALUE_LINES = 2
"""Height of a figure in lines of ordinary letters."""


@dataclass(frozen=True)
class Card:
    """A figure: what it is, its value and kind of number, and a line below it."""

    label: str
    value: Value
    number: str
    remark: Value = ""


def write_cards(page: Page, cards: Sequence[Card], columns: int) -> None:
    """Three rows in which the cards share the first `columns` columns of the sheet in nearly equal parts."""
    for n, card in enumerate(cards):
        first, last = (columns * n // len(cards), columns * (n + 1) // len(cards) - 1)
        merged(page, page.row, first, last, card.label, "card_label")
        merged(page, page.row + 1, first, last, card.value, "card_value", card.number)
        merged(page, page.row + 2, first, last, card.remark, "card_remark")
        page.room.wraps(page.row + 1, first, last, "\n" * (VALUE_LINES - 1))
    page.row += CARD_ROWS
    page.columns = max(page.columns, columns)


def merged(
    page: Page, row: int, first: int, last: int, value: Value, role: str, number: str = "text", indent: int = 0
) -> None:
    """A cell over some columns of a row."""
    look, seen = page.styles.get(role, number, indent), shown(value)
    if last > first:
        page.sheet.merge_range(row, first, row, last, "", look)
    if isinstance(value, Formula):
        page.sheet.write_formula(row, first, value.text, look, "" if seen is None else seen)
    elif isinstance(seen, str):
        page.sheet.write_string(row, first, seen, look)
    elif seen is not None:
        page.sheet.write_number(row, first, seen, look)
    if isinstance(seen, str):
        page.room.wraps(row, first, last, "  " * indent + seen, LETTERS.get(role, 1.0))
