"""세부사업별: a block for each stage, track and programme with its form of support, shares, period, cost and their basis."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from axplan.report.page.cards import merged
from axplan.report.sheets.details_basis import basis
from axplan.report.sheets.details_terms import period, shares, support
from axplan.report.tables.pivot import Sums, sums
from axplan.report.tables.table import LABEL, Column, Line, Value, across

if TYPE_CHECKING:
    from axplan.report.context import Book
    from axplan.report.page.layout import Page, Placed

KINDS = {
    "stage": ("stages", "commitments", "private"),
    "track": ("tracks", "trainees", "employer"),
    "programme": ("programmes", "outlays", "private"),
}
"""Kind of line → its sheet of the inputs, its frame, and the column of what firms pay."""

TERMS = ("support", "shares", "payer", "period", "basis")
"""지원형태, 분담, 재원, 사업기간, 산출근거, in the order of a block."""

NARROWEST_YEAR = 12.0
"""Terms stand in sentences over the columns of the years."""


def write(book: Book) -> None:
    """A section for each kind, a block for each of its lines; public money shows the cell of the overall table."""
    page = book.start("details", book.money_unit)
    for kind, (sheet, frame, column) in KINDS.items():
        private = sums(book.plan.frames[frame], f"{kind} year", column)
        for name in getattr(getattr(book.plan.inputs, sheet), kind):
            _write_block(book, page, kind, name, private)
    page.repeated = None  # every block has headings of its own


def _write_block(book: Book, page: Page, kind: str, name: str, private: Sums) -> None:
    """Name, terms, then public, private and all money by year; the basis is of the cells below it."""
    page.section(book.label(KINDS[kind][0], name))
    columns, lines = _columns(book), tuple(_lines(book, kind, name, private))
    below = page.sketch(columns, [Line(book.say("block_total"), lines=lines, key="total")], page.row + len(TERMS))
    for term, text in _terms(book, kind, name, below).items():
        page.put(page.row, 0, book.say(f"term_{term}"), "cell")
        merged(page, page.row, 1, len(columns) - 1, text, "cell")
        page.row += 1
    placed = page.table(columns, [Line(book.say("block_total"), lines=lines, key="total")])
    book.placed[f"details {kind} {name}"] = placed


def _columns(book: Book) -> list[Column]:
    count = len(book.plan.inputs.years)
    return [
        Column(book.say("term"), widest=LABEL, narrowest=30.0),
        *(book.money_column(str(t), narrowest=NARROWEST_YEAR) for t in book.plan.inputs.years),
        book.money_column(book.say("total_cost"), narrowest=NARROWEST_YEAR, computed=across(1, count)),
    ]


def _lines(book: Book, kind: str, name: str, private: Sums) -> Iterator[Line]:
    years = book.plan.inputs.years
    overview = book.placed["overview"]
    public: list[Value] = [overview.cell((kind, name), n) for n in range(1, len(years) + 1)]
    yield Line(book.say("block_public"), public, key="public")
    yield Line(book.say("block_private"), [book.cash(private[name, t]) for t in years], key="private")


def _terms(book: Book, kind: str, name: str, below: Placed) -> dict[str, Value]:
    fund = getattr(book.plan.inputs, KINDS[kind][0]).fund[name]
    return {
        "support": support(book, kind, name),
        "shares": shares(book, kind, name),
        "payer": book.label("funds", fund),
        "period": period(book, below),
        "basis": basis(book, kind, name, below),
    }
