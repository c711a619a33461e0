"""Public money by region: the growth initiative by year and stage, and everything together."""

from __future__ import annotations

from axplan.report.context import Book
from axplan.report.pivot import sums
from axplan.report.table import LABEL, Column, Line, across, plus, share_of
from axplan.schema.core import NATIONAL


def write(book: Book) -> None:
    """All public money by region first, then commitments by region, stage and year."""
    page = book.start("by_region", book.money_unit)
    page.section(book.say("by_region_all"))
    _write_everything(book)
    page.section(book.say("by_region_commitments"))
    x, frame = book.plan.inputs, book.plan.frames["commitments"]
    public, private = (sums(frame, "region stage year", name) for name in ("commitment", "private"))
    count = len(x.years)

    def leaf(r: str, s: str) -> Line:
        matched = book.cash(sum(private[r, s, t] for t in x.years))
        return Line(book.label("stages", s), [*(book.cash(public[r, s, t]) for t in x.years), None, None, matched])

    columns = [
        Column(book.say("region_and_stage"), widest=LABEL),
        *book.year_columns(),
        book.money_column(book.say("public_total"), computed=across(1, count)),
        Column(book.say("share"), "share", adds=True, computed=share_of(count + 1)),
        book.money_column(book.heading("commitments", "private")),
        book.money_column(book.heading("commitments", "investment"), computed=plus(count + 1, count + 3)),
    ]
    regions = tuple(
        Line(book.label("regions", r), lines=tuple(leaf(r, s) for s in x.stages.stage), key=r) for r in x.regions.region
    )
    book.placed["by_region"] = page.table(columns, [Line(book.say("total"), lines=regions, key="total")])


def _write_everything(book: Book) -> None:
    page, frames = book.pages["by_region"], book.plan.frames
    parts = [
        sums(frames["commitments"], "region", "commitment"),
        sums(frames["trainees"], "region", "public"),
        sums(frames["outlays"], "region", "outlay"),
    ]
    people = sums(frames["trainees"], "region", "trainees")
    regions = [*book.plan.inputs.regions.region, *([NATIONAL] if parts[2][NATIONAL] else [])]
    columns = [
        Column(book.heading("commitments", "region")),
        *(
            book.money_column(book.heading("ledger", name))
            for name in ("commitment_uses", "trainee_uses", "outlay_uses")
        ),
        book.money_column(book.say("public_total"), computed=across(1, 3)),
        Column(book.say("share"), "share", adds=True, computed=share_of(4)),
        Column(
            book.say("unit_below", what=book.heading("trainees", "trainees"), unit=book.say("persons")), "n0", adds=True
        ),
    ]
    lines = tuple(
        Line(book.label("regions", r), [*(book.cash(part[r]) for part in parts), None, None, people[r]], key=r)
        for r in regions
    )
    book.placed["region_money"] = page.table(columns, [Line(book.say("total"), lines=lines, key="total")])
