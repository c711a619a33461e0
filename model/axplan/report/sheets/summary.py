"""The first sheet: what the plan brings and costs, what giving way would bring, what to beware of; then the rest."""

from __future__ import annotations

from collections.abc import Sequence

from axplan.inputs.objective import NAMES
from axplan.report.context import Book
from axplan.report.page.bands import ROWS
from axplan.report.page.cards import merged, write_cards
from axplan.report.page.layout import TOP, UNIT_ROW, Page
from axplan.report.sheets.summary_charts import charts
from axplan.report.sheets.summary_figures import write_figures
from axplan.report.sheets.summary_headline import headline
from axplan.report.sheets.summary_notes import cautions, left_over, reading_notes, write_contents
from axplan.report.sheets.summary_pages import fit_two_pages
from axplan.report.sheets.summary_prices import price_sentences
from axplan.report.tables.table import Column, Formula, Line, across

SPENT = ("commitment_uses", "trainee_uses", "outlay_uses", "administration", "preferred_return")
"""What the funds spend, by item of their ledgers."""

FEWEST_COLUMNS = 10
LABEL = 17.0
"""Widest a label gets before it wraps."""

Section = tuple[str, Sequence[str]]
"""A heading and the lines below it."""


def write(book: Book) -> None:
    """A first page that is complete in itself; a second with money by year, further figures, how to read, and contents.

    Written last, as it shows cells of other sheets.
    """
    page = book.start("summary", book.money_unit, book.facts.get(f"title.{book.language}", ""))
    columns = max(FEWEST_COLUMNS, len(book.plan.inputs.years) + 2)
    page.row = UNIT_ROW
    page.text(_purpose(book), "heading")
    page.block()
    page.row = TOP + 1
    write_cards(page, list(headline(book)), columns)
    page.row += 1
    second = _write_first_page(book, page, columns)
    page.block()
    contents = _write_second_page(book, page, columns)
    fit_two_pages(page, columns, second)
    _write_section(page, columns, (book.say("warnings_heading"), left_over(book)))
    page.repeated = (0, 0)
    page.back = (f"internal:'{page.sheet.get_name()}'!A{contents + 1}", book.say("links_below"))


def _purpose(book: Book) -> str:
    """The objective as a sentence."""
    x, objective = book.plan.inputs, book.plan.objective
    return book.say(
        "purpose", name=book.tell(NAMES[objective.indicator]), first=x.years[0], last=x.years[-1],
        until=x.effect_years[-1], rate=x.settings.social_discount_rate,
    )  # fmt: skip


def _write_first_page(book: Book, page: Page, columns: int) -> int:
    """Charts, what giving way would bring, what to beware of. The charts read the table that comes right after; its row."""
    sections: list[Section] = [
        (book.say("relax_heading"), [f"{n}. {line}" for n, line in enumerate(price_sentences(book), start=1)]),
        (book.say("cautions_heading"), [f"· {line}" for line in cautions(book)]),
    ]
    second = page.row + ROWS + 1 + sum(_rows(section) for section in sections)
    page.band(charts(book, page.sketch(*_spending(book), second + 1)))
    for section in sections:
        _write_section(page, columns, section)
    return second


def _rows(section: Section) -> int:
    """Rows of a section with its heading and the empty row after it; none where it has no lines."""
    return len(section[1]) + 2 if section[1] else 0


def _write_section(page: Page, columns: int, section: Section) -> None:
    heading, lines = section
    if not lines:
        return
    page.section(heading)
    for line in lines:
        merged(page, page.row, 0, columns - 1, line, "note")
        page.row += 1
    page.row += 1


def _write_second_page(book: Book, page: Page, columns: int) -> int:
    """Money by year, further figures, how to read them, contents; the row of the contents."""
    page.text(book.say("money_by_year"), "heading")
    page.table(*_spending(book))
    page.text(book.say("figures_heading"), "heading")
    write_figures(book, page, columns)
    page.text(book.say("notes_heading"), "heading")
    for note in reading_notes(book):
        merged(page, page.row, 0, columns - 1, f"· {note}", "note")
        page.row += 1
    page.row += 1
    contents = page.row
    page.section(book.say("links_heading"))
    write_contents(book, page, columns)
    return contents


def _spending(book: Book) -> tuple[Sequence[Column], Sequence[Line]]:
    """Use of the funds → year, as sums over their ledgers."""
    x = book.plan.inputs
    ledgers = [book.placed[f"ledger {f}"] for f in x.funds.fund]
    columns = [
        Column(book.say("use"), widest=LABEL),
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
    return columns, [Line(book.say("total"), lines=lines, key="total")]
