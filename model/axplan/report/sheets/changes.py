"""Rows that follow a table of years: the change on the year before, and what has been spent so far."""

import itertools

from axplan.report.context import Book
from axplan.report.page.layout import Page
from axplan.report.page.placed import Placed
from axplan.report.tables.table import Column, Formula, Value, number

TOTAL = "total"
"""The line that the rows follow."""


def write_changes(book: Book, page: Page, placed: Placed, label: Column) -> None:
    """Below a table: by how much the total of each year rises or falls (△), and in %; `label` is its first column."""
    money, share = ([label, *(Column("", kind) for _ in book.year_names)] for kind in (book.money_number, "share"))
    steps = list(itertools.pairwise(book.year_names))
    page.row -= 1
    page.line([book.say("change"), None, *(_change(placed, *step) for step in steps)], money)
    page.line([book.say("change_rate"), None, *(_rate(placed, *step) for step in steps)], share)
    page.row += 1


def write_so_far(book: Book, page: Page, placed: Placed, label: Column) -> None:
    """One row: the total of each year added up from the first year."""
    years = book.year_names
    so_far = itertools.accumulate(number(placed.value(TOTAL, t)) for t in years)
    first = placed.local(TOTAL, years[0], fixed=True)
    cells: list[Value] = [
        Formula(f"=SUM({first}:{placed.local(TOTAL, t)})", round(sum_, 9))
        for t, sum_ in zip(years, so_far, strict=True)
    ]
    page.line([book.say("so_far"), *cells], [label, *(Column("", book.money_number) for _ in years)])


def _change(placed: Placed, before: str, now: str) -> Formula:
    change = number(placed.value(TOTAL, now)) - number(placed.value(TOTAL, before))
    return Formula(f"={placed.local(TOTAL, now)}-{placed.local(TOTAL, before)}", round(change, 9))


def _rate(placed: Placed, before: str, now: str) -> Formula:
    base, amount = (number(placed.value(TOTAL, t)) for t in (before, now))
    here, there = placed.local(TOTAL, now), placed.local(TOTAL, before)
    return Formula(f"=IF({there}=0,0,{here}/{there}-1)", amount / base - 1 if base else 0.0)
