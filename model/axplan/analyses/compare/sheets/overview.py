"""비교 요약: who is compared, the headline figures, and what public money is used for."""

from collections.abc import Sequence
from dataclasses import replace

from axplan.analyses.compare.book_context import SIDES, PairBook
from axplan.analyses.compare.sheets.plans import change_columns, dimension_columns, dimension_line
from axplan.inputs.objective import NAMES
from axplan.inputs.schema.indicators import VALUATIONS
from axplan.report.tables.table import LABEL, Column, Computed, Line

RELATIVE = Computed("quotient", "=IF({b}=0,0,{a}/ABS({b}))", "change", "before", of_size=True)
"""The difference as a share of the size of what was before: an indicator may be a loss, and a smaller loss is a
gain."""

LONGEST_NOTE = 12
"""Lines of a fault that are told here."""


def write(book: PairBook) -> None:
    """Both sides, why one of them has no plan, the headline figures, the use of money, what identifies the sides."""
    page, pair = book.start("compared", book.money_unit), book.pair
    page.note(book.say("compared_note" if pair.comparison else "compared_without_plan"))
    page.section(book.say("compared_sides"))
    book.placed[SIDES] = page.table(_side_columns(book), [_side(book, end) for end in ("before", "after")])
    for side in pair.sides:
        if side.fault:
            for text in side.fault.lines(book.language)[:LONGEST_NOTE]:
                page.note(f"{side.name}: {text}")
    page.section(book.say("compared_headline"))
    page.table(_headline_columns(book), [_headline(book, v) for v in VALUATIONS])
    if book.printed:
        page.section(book.say("compared_use"))
        page.table(dimension_columns(book, "use"), [dimension_line(book, "use")])
    for name, text in book.facts.items():
        page.note(f"{book.word('fact', name)}: {text}")


def _side_columns(book: PairBook) -> Sequence[Column]:
    return [
        Column(book.say("compared_side")),
        Column(book.say("compared_title"), widest=LABEL, name="title"),
        Column(book.say("compared_name"), widest=LABEL),
        Column(book.say("compared_objective"), widest=LABEL),
        Column(book.say("compared_status"), "centre"),
    ]


def _side(book: PairBook, end: str) -> Line:
    side = book.pair.before if end == "before" else book.pair.after
    weights = side.objective.weights
    objective = ", ".join(book.tell(NAMES[v]) + (f" {w:g}" if len(weights) > 1 else "") for v, w in weights.items())
    status = book.say("has_plan" if side.plan else "has_no_plan")
    return Line(book.say(end), [book.tell(side.title), side.name, objective, status], key=end)


def _headline_columns(book: PairBook) -> Sequence[Column]:
    columns = change_columns(book, "n2", adds=False)
    columns[-1] = replace(columns[-1], computed=RELATIVE)
    if book.pair.comparison is None:  # nothing to take the difference of
        columns = [replace(column, computed=None) for column in columns]
    return [Column(book.say("compared_indicator"), widest=LABEL), Column(book.say("unit"), "centre"), *columns]


def _headline(book: PairBook, valuation: str) -> Line:
    ends = [value if value is None else round(value, 2) for value in book.pair.headline[valuation]]  # as is shown
    return Line(book.tell(NAMES[valuation]), [book.indicator_unit(valuation), *ends])
