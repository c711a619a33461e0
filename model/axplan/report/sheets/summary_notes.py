"""What to look at before the figures are used, how to read them, and where the rest of the book is."""

import math

from axplan.inputs.schema.policy import GRADES
from axplan.report.context import Book
from axplan.report.page.cards import merged
from axplan.report.page.layout import Page
from axplan.report.sheets.appraisal_flows import SIDES
from axplan.report.sheets.by_valuation import ranking_notes
from axplan.report.sheets.provenance import NOT_STATED, grade_counts
from axplan.report.sheets.summary_headline import no_proportional
from axplan.report.sheets.summary_sums import written

MOST_WARNINGS = 3
"""Warnings about the inputs that stand on the first page; the others come last."""


def cautions(book: Book) -> list[str]:
    """Benefit below cost, soft rules that are missed, amounts that rounding has brought over a limit, warnings."""
    warnings = input_warnings(book)
    found = [*_below_cost(book), *_soft(book), *_rounding(book), *warnings[:MOST_WARNINGS]]
    if len(warnings) > MOST_WARNINGS:
        found.append(book.say("more_warnings", count=len(warnings) - MOST_WARNINGS))
    return found


def left_over(book: Book) -> list[str]:
    """All warnings about the inputs where they are too many for the first page."""
    warnings = input_warnings(book)
    return [f"· {line}" for line in warnings] if len(warnings) > MOST_WARNINGS else []


def input_warnings(book: Book) -> list[str]:
    """What the checks found worth saying, with the cell it stands in."""
    return [book.say("input_warning", line=problem.line(book.language)) for problem in book.plan.inputs.warnings]


def _below_cost(book: Book) -> list[str]:
    """A plain word where benefit falls short of cost."""
    placed = book.placed["appraisal"]
    ratio, without = (placed.value("benefit_cost_ratio", side) for side in SIDES)
    if not isinstance(ratio, float) or ratio >= 1:
        return []
    short = written(placed.cell("npv", SIDES[0]), book.money.decimals).value
    bare = f"{without:.2f}" if isinstance(without, float) else "-"
    return [
        book.say(
            "note_below_cost", ratio=ratio, npv=f"{short}{book.say('unit_after', unit=book.money_unit)}", without=bare
        )
    ]


def _soft(book: Book) -> list[str]:
    """A word on soft rules that are missed; nothing where none is."""
    frame = book.plan.frames["rules"]
    missed = frame[(frame["violation"] > 0) & frame["penalty"].notna()]
    if not len(missed):
        return []
    names = ", ".join(dict.fromkeys(book.label("rules", n) for n in missed["rule"]))
    return [book.say("note_soft", count=len(missed), names=names)]


def _rounding(book: Book) -> list[str]:
    """A word where the printed amounts miss a constraint by more than a unit."""
    missed = [check for check in book.rounding if not check.ok]
    return [book.say("note_rounding", count=len(missed))] if missed else []


def reading_notes(book: Book) -> list[str]:
    """How to read the figures."""
    said = [book.say(note) for note in ("note_money", "note_overlap", "note_employment", "not_valued")]
    return [said[0], *filter(None, [no_proportional(book)]), *ranking_notes(book), *said[1:], _evidence(book)]


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
