"""How deep the use of AI goes, by industry, stage and year."""

from __future__ import annotations

from axplan.report.context import Book
from axplan.report.pivot import sums
from axplan.report.table import LABEL, Column, Line


def write(book: Book) -> None:
    """The depth reached by the end of each year: the mean over regions and tasks, weighed by full cost."""
    page, x = book.start("depth"), book.plan.inputs
    frame = book.plan.frames["depths"]
    weighed = sums(frame.assign(taken=frame["depth"] * frame["full_cost"]), "industry stage year", "taken")
    whole = sums(frame, "industry stage year", "full_cost")

    def leaf(i: str, s: str) -> Line:
        depths = [weighed[i, s, t] / whole[i, s, t] if whole[i, s, t] else None for t in x.years]
        return Line(book.label("stages", s), [x.stages.initial_depth[s], *depths], key=(i, s))

    columns = [
        Column(book.say("industry_and_stage"), widest=LABEL),
        Column(book.say("before"), "share"),
        *book.year_columns("share", adds=False),
    ]
    industries = [
        Line(book.label("industries", i), lines=tuple(leaf(i, s) for s in x.stages.stage), role="subtotal")
        for i in x.initiative_industries
    ]
    book.placed["depth"] = page.table(columns, industries)
    page.note(book.say("depth_note"))
