"""Enabling programmes: money by pillar, progress, what is delivered, and where regional ones are built."""

from __future__ import annotations

from collections.abc import Mapping

from axplan.report.context import Book
from axplan.report.pivot import sums
from axplan.report.table import LABEL, Column, Line, across, plus


def write(book: Book) -> None:
    """Outlays by pillar, then progress and quantities, then regional programmes by region."""
    page, x = book.start("programmes", book.money_unit), book.plan.inputs
    if not x.programmes.programme:
        page.note(book.say("nothing_here"))
        return
    frame = book.plan.frames["outlays"]
    outlay, private = sums(frame, "programme year", "outlay"), sums(frame, "programme", "private")
    count = len(x.years)
    columns = [
        Column(book.say("pillar_and_programme"), widest=LABEL),
        *book.year_columns(),
        book.money_column(book.heading("outlays", "outlay"), computed=across(1, count)),
        book.money_column(book.heading("outlays", "private")),
        book.money_column(book.say("public_and_private"), computed=plus(count + 1, count + 2)),
        Column(book.heading("ledger", "fund"), widest=40),
    ]

    def leaf(p: str) -> Line:
        amounts = [book.cash(outlay[p, t]) for t in x.years]
        return Line(
            book.label("programmes", p),
            [*amounts, None, book.cash(private[p]), None, book.label("funds", x.programmes.fund[p])],
            key=p,
        )

    pillars = tuple(
        Line(book.word("pillar", pillar), lines=tuple(leaf(p) for p in mine))
        for pillar, mine in by_pillar(x.programmes.pillar).items()
    )
    book.placed["programmes"] = page.table(columns, [Line(book.say("total"), lines=pillars, key="total")])


def by_pillar(pillar: Mapping[str, str]) -> dict[str, list[str]]:
    """Pillar → its programmes, in the order of the sheet."""
    found: dict[str, list[str]] = {}
    for p, name in pillar.items():
        found.setdefault(name, []).append(p)
    return found
