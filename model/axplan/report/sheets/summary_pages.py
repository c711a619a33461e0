"""How the summary falls on two printed pages."""

from axplan.report.page.layout import Page
from axplan.report.page.paper import PRINT_HEIGHT, PRINT_WIDTH
from axplan.report.styles import ROW_HEIGHT
from axplan.report.tables.table import NARROWEST

FILLED = 0.96
"""Part of a printed page that is filled at most."""

NARROWEST_CARD = 11.5
"""Width of the columns that cards, charts and texts share."""

SMALLEST_PRINT = 0.72
"""The first page is read in meetings; rather than in smaller print the summary goes on to a third page."""

ROUNDS = 12
"""Halvings of the range in which the width lies; the last is a fraction of a point."""


def fit_two_pages(page: Page, columns: int, second: int) -> None:
    """Give the columns after the labels one width, the sheet the width with which the rows before `second` and those
    from there on fill a page each. It is never so wide that it prints smaller than `SMALLEST_PRINT`; then the second
    page runs over to a third.
    """
    widest = max(NARROWEST_CARD, *(page.room.widths.get(at, NARROWEST) for at in range(1, columns)))
    for at in range(1, columns):
        page.room.widen(at, widest)
    width = page.room.points(columns)
    if _fits(page, width, 1.0, second):
        return
    # a wider sheet has higher charts and fewer lines of text, so that its width is found step by step
    narrow, wide = 1.0, max(1.0, PRINT_WIDTH / SMALLEST_PRINT / width)
    for _ in range(ROUNDS):
        middle = (narrow + wide) / 2
        narrow, wide = (narrow, middle) if _fits(page, width, middle, second) else (middle, wide)
    page.room.stretch(columns, wide)


def _fits(page: Page, width: float, factor: float, second: int) -> bool:
    return _height(page, width, factor, second) <= FILLED * factor * width * PRINT_HEIGHT / PRINT_WIDTH


def _height(page: Page, width: float, factor: float, second: int) -> float:
    """Height in points of the higher page of a sheet wider by a factor; the title comes again on the second."""
    heights = {**page.room.heights(factor), **page.bands.heights(factor * width)}
    rows = [heights.get(row, ROW_HEIGHT) for row in range(page.row)]
    return max(sum(rows[:second]), sum(rows[second:]) + 2 * ROW_HEIGHT)
