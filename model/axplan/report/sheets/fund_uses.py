"""What each fund spends, by use and year."""

from __future__ import annotations

from collections.abc import Mapping

from axplan.report.context import Book
from axplan.report.pivot import Sums, sums
from axplan.report.table import LABEL, Column, Line, across, share_of

COSTS = ("administration", "preferred_return")
"""What a fund spends besides its uses, in the order of its ledger."""


def write(book: Book) -> None:
    """Fund → use → stage, track or programme; administration and preferred return close each fund."""
    page = book.start("fund_uses", book.money_unit)
    x = book.plan.inputs
    count = len(x.years)
    columns = [
        Column(book.say("fund_and_use"), widest=LABEL),
        *book.year_columns(),
        book.money_column(book.say("sum"), computed=across(1, count)),
        Column(book.say("share"), "share", adds=True, computed=share_of(count + 1)),
    ]
    frames = book.plan.frames
    uses = (
        ("commitment_uses", "stages", x.stages.fund, sums(frames["commitments"], "stage year", "commitment")),
        ("trainee_uses", "tracks", x.tracks.fund, sums(frames["trainees"], "track year", "public")),
        ("outlay_uses", "programmes", x.programmes.fund, sums(frames["outlays"], "programme year", "outlay")),
    )
    funds = tuple(
        Line(
            book.label("funds", f),
            lines=tuple(line for use in uses for line in _use(book, f, *use)) + _costs(book, f),
            key=f,
        )
        for f in x.funds.fund
    )
    book.placed["fund_uses"] = page.table(columns, [Line(book.say("total"), lines=funds, key="total")])


def _use(book: Book, fund: str, use: str, sheet: str, paid_by: Mapping[str, str], spent: Sums) -> list[Line]:
    """The line of a use and the lines below it; nothing where the fund pays for no such thing."""
    items = tuple(
        Line(book.label(sheet, name), [book.cash(spent[name, t]) for t in book.plan.inputs.years])
        for name, f in paid_by.items()
        if f == fund
    )
    return [Line(book.heading("ledger", use), lines=items, key=(fund, use))] if items else []


def _costs(book: Book, fund: str) -> tuple[Line, ...]:
    ledger = book.plan.frames["ledger"]
    mine = ledger[ledger["fund"] == fund]
    return tuple(
        Line(book.heading("ledger", cost), [book.cash(amount) for amount in mine[cost].tolist()], key=(fund, cost))
        for cost in COSTS
        if mine[cost].any()
    )
