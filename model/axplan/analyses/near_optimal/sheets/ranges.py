"""견고성: the least and the most every aggregate takes in plans that are nearly as good, beside the plan."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from axplan.analyses.near_optimal.aggregates import KINDS
from axplan.analyses.near_optimal.book_context import FirmBook, Range, of_kind
from axplan.analyses.near_optimal.result import CLASS_NAMES
from axplan.inputs.objective import NAMES
from axplan.report.charts import bars
from axplan.report.page.layout import Page
from axplan.report.page.placed import Placed
from axplan.report.styles import SERIES
from axplan.report.tables.table import LABEL, Column, Line, minus, quotient

MOST_LINES, DWARFED = 8, 0.05
"""No chart has more bars; and none is drawn in which half of the bars are shorter than this share of the longest."""


def write(book: FirmBook) -> None:
    """What the ranges are of, the charts, then a table for each kind."""
    page, found = book.start("firmness", book.money_unit), book.firmness
    objective = found.plan.objective
    page.note(book.say(
        "firm_note", within=book.within, name=NAMES[objective.indicator],
        value=f"{found.plan.value:,.{2 if abs(found.plan.value) < 1000 else 0}f}", unit=book.tell(objective.unit),
    ))  # fmt: skip
    page.note(book.say("firm_columns"))
    page.note(book.say("firm_classes"))
    ranges = book.ranges()
    kinds = {kind: mine for kind in KINDS if (mine := of_kind(ranges, kind))}
    drawn = [kind for kind, mine in kinds.items() if kind != "total" and drawable(mine)]
    page.band([_chart(book, kind, placed, kinds[kind]) for kind, placed in _sketched(book, page, kinds, drawn)])
    for kind, mine in kinds.items():
        page.section(book.tell(KINDS[kind].title))
        book.placed[kind] = page.table(_columns(book), [_line(book, one) for one in mine])
    for name, text in book.facts.items():
        page.note(f"{book.word('fact', name)}: {text}")


def _sketched(
    book: FirmBook, page: Page, kinds: Mapping[str, Sequence[Range]], drawn: Sequence[str]
) -> Iterator[tuple[str, Placed]]:
    """Where the tables of the kinds that are drawn will stand, below all charts: headings, lines, blank row,
    section."""
    row = page.ahead(charts=len(drawn))
    for kind, mine in kinds.items():
        if kind in drawn:
            yield kind, page.sketch(_columns(book), [_line(book, one) for one in mine], row)
        row += len(mine) + 3


def _columns(book: FirmBook) -> Sequence[Column]:
    money = book.money_number
    return [
        Column(book.say("firm_item"), widest=LABEL),
        Column(book.say("least"), money, name="least"),
        Column(book.say("in_plan"), money, name="amount"),
        Column(book.say("most"), money, name="most"),
        Column(book.say("width"), money, computed=minus("most", "least"), name="width"),
        Column(book.say("width_share"), "share", computed=quotient("width", "amount")),
        Column(book.say("class"), "centre"),
    ]


def _line(book: FirmBook, one: Range) -> Line:
    cells: list[Any] = [one.least, one.amount, one.most, None, None, book.tell(CLASS_NAMES[one.firmness])]
    return Line(one.label, cells, key=one.name)


def drawable(ranges: Sequence[Range]) -> bool:
    """Whether a chart says more than the table: there is something to compare, and bars long enough to be compared."""
    longest = max(one.most for one in ranges)
    short = sum(one.most < DWARFED * longest for one in ranges)
    return 2 <= len(ranges) <= MOST_LINES and longest > 0 and short <= len(ranges) / 2


def _chart(book: FirmBook, kind: str, placed: Placed, ranges: Sequence[Range]) -> Any:
    """Bars over each other: the longest to the most, over it one to the plan, over that one to the least."""
    series = [placed.down(end, ranges[0].name, ranges[-1].name) for end in ("most", "amount", "least")]
    return bars(book, book.tell(KINDS[kind].title), book.money_unit, series, colours=SERIES[2::-1])
