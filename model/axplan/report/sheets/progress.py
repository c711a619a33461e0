"""How far the enabling programmes come, what they deliver, and where the regional ones are built."""

from __future__ import annotations

from axplan.report.context import Book
from axplan.report.pivot import sums
from axplan.report.prices import whole
from axplan.report.sheets.programmes import by_pillar
from axplan.report.table import LABEL, Column, Line, across


def write(book: Book) -> None:
    """Progress by year beside the minimum, quantities in their own unit; then outlays of regional programmes."""
    page, x = book.start("progress"), book.plan.inputs
    if not x.programmes.programme:
        page.note(book.say("nothing_here"))
        return
    _write_regional(book)
    page.section(book.say("progress_heading"))
    frame = book.plan.frames["progress"]
    made, delivered = sums(frame, "programme year", "progress"), sums(frame, "programme year", "delivered")
    last = x.years[-1]
    columns = [
        Column(book.say("pillar_and_programme"), widest=LABEL),
        *book.year_columns("share", adds=False),
        Column(book.say("minimum"), "share"),
        Column(book.heading("progress", "delivered"), whole(*(delivered[p, last] for p in x.programmes.quantity))),
        Column(book.say("planned_quantity"), "n0"),
        Column(book.say("quantity_unit")),
    ]

    def leaf(p: str) -> Line:
        has = p in x.programmes.quantity
        return Line(
            book.label("programmes", p),
            [*(made[p, t] for t in x.years), x.programmes.minimum_progress[p], delivered[p, last] if has else None,
             x.programmes.quantity.get(p), x.programmes.quantity_unit.get(p)],
            key=p,
        )  # fmt: skip

    book.placed["progress"] = page.table(
        columns,
        [
            Line(book.word("pillar", pillar), lines=tuple(leaf(p) for p in mine), role="subtotal")
            for pillar, mine in by_pillar(x.programmes.pillar).items()
        ],
    )


def _write_regional(book: Book) -> None:
    page, x = book.pages["progress"], book.plan.inputs
    regional = [p for p in x.programmes.programme if x.programmes.regional[p]]
    if not regional:
        return
    page.section(book.say("regional_heading", unit=book.money_unit))
    outlay = sums(book.plan.frames["outlays"], "programme region", "outlay")
    regions = x.regions.region
    columns = [
        Column(book.heading("outlays", "programme"), widest=LABEL),
        *(book.money_column(book.label("regions", r)) for r in regions),
        book.money_column(book.say("sum"), computed=across(1, len(regions))),
    ]
    lines = tuple(
        Line(book.label("programmes", p), [book.cash(outlay[p, r]) for r in regions], key=p) for p in regional
    )
    book.placed["regional"] = page.table(columns, [Line(book.say("total"), lines=lines, key="total")])
