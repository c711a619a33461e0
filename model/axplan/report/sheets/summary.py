"""The first sheet: what the plan brings, what it costs, who gets it when, and how to read it."""

from __future__ import annotations

import math

from axplan.report.context import Book
from axplan.report.layout import Placed
from axplan.report.sheets.by_valuation import ranking_notes
from axplan.report.sheets.provenance import NOT_STATED, grade_counts
from axplan.report.sheets.summary_charts import charts
from axplan.report.sheets.summary_headline import headline
from axplan.report.table import Column, Formula, Line, across, share_of
from axplan.schema.policy import GRADES

SPENT = ("commitment_uses", "trainee_uses", "outlay_uses", "administration", "preferred_return")
"""What the funds spend, by item of their ledgers."""


def write(book: Book) -> None:
    """Headline, charts, industry × stage, money by year, notes, warnings, links. Written last, as it shows other sheets."""
    page = book.start("summary", book.money_unit, book.facts.get(f"title.{book.language}", ""))
    page.block()
    top, remarks = page.row, []
    for item in headline(book):
        page.put(page.row, 0, item.label, "cell", Column("", widest=40))
        page.put(page.row, 1, item.value, "key", Column("", item.number))
        page.put(page.row, 2, item.unit, "cell")
        remarks.append((page.row, item.remark))
        page.row += 1
    page.row += 1
    page.text(book.say("industry_by_stage"), "heading")
    by_stage = _write_industries(book)
    page.text(book.say("money_by_year"), "heading")
    by_year = _write_years(book)
    for column in range(3, page.columns):
        page.room.widen(column, 12.5)
    for row, remark in remarks:
        page.span(row, 3, remark, "remark", last=page.columns - 1)
    page.beside(charts(book, by_stage, by_year), top)
    _write_notes(book)
    _write_links(book)
    page.repeated = (0, 0)


def _write_industries(book: Book) -> Placed:
    x, source = book.plan.inputs, book.placed["by_industry"]
    at, count = len(x.years) + 1, len(x.stages.stage)
    columns = [
        Column(book.heading("commitments", "industry"), widest=40),
        *(book.money_column(book.label("stages", s)) for s in x.stages.stage),
        book.money_column(book.say("public_total"), computed=across(1, count)),
        Column(book.say("share"), "share", adds=True, computed=share_of(count + 1)),
    ]
    lines = tuple(
        Line(book.label("industries", i), [source.cell((i, s), at) for s in x.stages.stage], key=i)
        for i in x.initiative_industries
    )
    return book.pages["summary"].table(columns, [Line(book.say("total"), lines=lines, key="total")])


def _write_years(book: Book) -> Placed:
    x = book.plan.inputs
    ledgers = [book.placed[f"ledger {f}"] for f in x.funds.fund]
    columns = [
        Column(book.say("use"), widest=40),
        *book.year_columns(),
        book.money_column(book.say("sum"), computed=across(1, len(x.years))),
    ]

    def cell(item: str, column: int) -> Formula:
        total = sum(float(ledger.value(item, column) or 0) for ledger in ledgers)
        return Formula("=" + "+".join(ledger.address(item, column) for ledger in ledgers), total)

    lines = tuple(
        Line(book.heading("ledger", item), [cell(item, n) for n in range(1, len(x.years) + 1)], key=item)
        for item in SPENT
    )
    return book.pages["summary"].table(columns, [Line(book.say("total"), lines=lines, key="total")])


def _write_notes(book: Book) -> None:
    page = book.pages["summary"]
    page.block()
    page.row += 1
    page.text(book.say("notes_heading"), "heading")
    notes = [
        book.say("note_money"), *ranking_notes(book), book.say("note_overlap"), book.say("note_employment"),
        book.say("not_valued"), _evidence_note(book), *_soft_note(book),
    ]  # fmt: skip
    for note in notes:
        page.note(f"· {note}")
    warnings = [problem.line(book.language) for problem in book.plan.inputs.warnings]
    if warnings:
        page.row += 1
        page.section(book.say("warnings_heading"))
    for line in warnings:
        page.note(f"· {line}")
    page.row += 1


def _evidence_note(book: Book) -> str:
    counts = grade_counts(book)
    listed = ", ".join(f"{book.word('grade', g)} {counts[g]}" for g in (*GRADES, NOT_STATED) if counts[g])
    return book.say("note_evidence", count=sum(counts.values()), listed=listed)


def _soft_note(book: Book) -> list[str]:
    """A word on soft rules that are missed; nothing where none is."""
    frame = book.plan.frames["rules"]
    missed = frame[(frame["violation"] > 0) & frame["penalty"].notna()]
    if not len(missed):
        return []
    names = ", ".join(dict.fromkeys(book.label("rules", n) for n in missed["rule"]))
    return [book.say("note_soft", count=len(missed), names=names)]


def _write_links(book: Book) -> None:
    """Links to the other sheets, side by side in the first column and in pairs of columns."""
    page = book.pages["summary"]
    page.section(book.say("links_heading"))
    places = [(0, 0), *((first, first + 1) for first in range(1, page.columns - 1, 2))]
    look = page.styles.get("link")
    titles = [other.sheet.get_name() for other in book.pages.values() if other is not page]
    for n, title in enumerate(titles):
        first, last = places[n % len(places)]
        row = page.row + n // len(places)
        if last > first:
            page.sheet.merge_range(row, first, row, last, "", look)
        page.sheet.write_url(row, first, f"internal:'{title}'!A1", look, title)
    page.row += math.ceil(len(titles) / len(places))
