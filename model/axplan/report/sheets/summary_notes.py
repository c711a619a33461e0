"""How to read the figures, and where the rest of the book is."""

import math

from axplan.inputs.schema.policy import GRADES
from axplan.report.context import Book
from axplan.report.page.cards import merged
from axplan.report.page.layout import Page
from axplan.report.sheets.by_valuation import ranking_notes
from axplan.report.sheets.provenance import NOT_STATED, grade_counts

NOTES = ("note_overlap", "note_employment", "not_valued")


def reading_notes(book: Book) -> list[str]:
    """How to read the figures."""
    return [book.say("note_money"), *ranking_notes(book), *(book.say(note) for note in NOTES), _evidence(book)]


def _evidence(book: Book) -> str:
    counts = grade_counts(book)
    listed = ", ".join(f"{book.word('grade', g)} {counts[g]}" for g in (*GRADES, NOT_STATED) if counts[g])
    return book.say("note_evidence", count=sum(counts.values()), listed=listed)


def write_contents(book: Book, page: Page, columns: int) -> None:
    """A link to every other sheet and a line on what it shows, in two halves of the sheet."""
    names = [name for name, other in book.pages.items() if other is not page]
    rows = math.ceil(len(names) / 2)
    half = columns // 2
    link, look = (1 if half <= 5 else 2), page.styles.get("link")
    for n, name in enumerate(names):
        first = half * (n // rows)
        row, last = page.row + n % rows, half - 1 if first == 0 else columns - 1
        title = book.pages[name].sheet.get_name()
        if link > 1:
            page.sheet.merge_range(row, first, row, first + link - 1, "", look)
        page.sheet.write_url(row, first, f"internal:'{title}'!A1", look, title)
        merged(page, row, first + link, last, book.say(f"about_{name}"), "remark")
    page.row += rows
