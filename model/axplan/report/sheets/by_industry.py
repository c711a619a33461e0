"""Public commitments by industry, stage and year."""

from __future__ import annotations

from axplan.report.context import Book
from axplan.report.pivot import sums
from axplan.report.table import LABEL, Column, Line, across, plus, share_of


def write(book: Book) -> None:
    """Commitments with the private money they bring."""
    page = book.start("by_industry", book.money_unit)
    x, frame = book.plan.inputs, book.plan.frames["commitments"]
    public, private = (sums(frame, "industry stage year", name) for name in ("commitment", "private"))
    count = len(x.years)

    def leaf(i: str, s: str) -> Line:
        amounts = [book.cash(public[i, s, t]) for t in x.years]
        matched = book.cash(sum(private[i, s, t] for t in x.years))
        return Line(book.label("stages", s), [*amounts, None, None, matched], key=(i, s))

    columns = [
        Column(book.say("industry_and_stage"), widest=LABEL),
        *book.year_columns(),
        book.money_column(book.say("public_total"), computed=across(1, count)),
        Column(book.say("share"), "share", adds=True, computed=share_of(count + 1)),
        book.money_column(book.heading("commitments", "private")),
        book.money_column(book.heading("commitments", "investment"), computed=plus(count + 1, count + 3)),
    ]
    industries = tuple(
        Line(book.label("industries", i), lines=tuple(leaf(i, s) for s in x.stages.stage), key=i)
        for i in x.initiative_industries
    )
    total = Line(book.say("total"), lines=industries, key="total")
    book.placed["by_industry"] = page.table(columns, [total])
