"""Rows that follow a table of years: the change on the year before, and what has been spent so far."""

from collections.abc import Sequence

from xlsxwriter.utility import xl_rowcol_to_cell

from axplan.report.context import Book
from axplan.report.page.layout import Page
from axplan.report.tables.table import Column, Formula, Value


def write_changes(book: Book, page: Page, columns: Sequence[Column], row: int, amounts: Sequence[float]) -> None:
    """Below a table: by how much the amounts of `row` (one a year, from the second column) rise or fall (△), also as a
    share."""
    money = [Column(columns[0].title), *(Column("", book.money_number) for _ in amounts)]
    share = [Column(columns[0].title), *(Column("", "share") for _ in amounts)]
    page.row -= 1
    page.line([book.say("change"), None, *_changes(row, amounts)], money)
    page.line([book.say("change_rate"), None, *_rates(row, amounts)], share)
    page.row += 1


def write_so_far(book: Book, page: Page, columns: Sequence[Column], row: int, amounts: Sequence[float]) -> None:
    """One row: the amounts of `row` added up from the first year."""
    first = xl_rowcol_to_cell(row, 1, col_abs=True)
    cells: list[Value] = []
    total = 0.0
    for n, amount in enumerate(amounts, start=1):
        total += amount
        cells.append(Formula(f"=SUM({first}:{xl_rowcol_to_cell(row, n)})", round(total, 9)))
    page.line([book.say("so_far"), *cells], [columns[0], *(Column("", book.money_number) for _ in amounts)])


def _changes(row: int, amounts: Sequence[float]) -> list[Value]:
    return [
        Formula(f"={xl_rowcol_to_cell(row, n + 1)}-{xl_rowcol_to_cell(row, n)}", round(amounts[n] - amounts[n - 1], 9))
        for n in range(1, len(amounts))
    ]


def _rates(row: int, amounts: Sequence[float]) -> list[Value]:
    rates: list[Value] = []
    for n in range(1, len(amounts)):
        now, before = xl_rowcol_to_cell(row, n + 1), xl_rowcol_to_cell(row, n)
        rate = amounts[n] / amounts[n - 1] - 1 if amounts[n - 1] else 0.0
        rates.append(Formula(f"=IF({before}=0,0,{now}/{before}-1)", rate))
    return rates
