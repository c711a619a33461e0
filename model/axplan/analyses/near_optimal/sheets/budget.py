"""예산별 범위: the lines of the overall table with what each takes in good plans."""

from collections.abc import Sequence

from axplan.analyses.near_optimal.aggregates import COMMITMENT, OUTLAY, PUBLIC, RUNNING, TOTALS, TRAINING
from axplan.analyses.near_optimal.book_context import FirmBook, Range, of_kind
from axplan.analyses.near_optimal.result import CLASS_NAMES
from axplan.report.tables.table import LABEL, Column, Value

OVERVIEW = "overview"
"""The sheet of the plan's book whose lines these are."""

LINES = ((COMMITMENT, "stage"), (TRAINING, "track"), (OUTLAY, "programme"), (RUNNING, "running"))
"""The uses in the order of the overall table, and the kind of their lines."""


def write(book: FirmBook) -> None:
    """Every use with its lines: planned, least, most, class; and a link to the overall table where there is one."""
    page, ranges = book.start("firm_budget", book.money_unit), book.ranges()
    page.note(book.say("budget_note", within=book.within))
    page.note(book.say("firm_classes"))
    if OVERVIEW in book.pages:
        place = f"internal:'{book.pages[OVERVIEW].sheet.get_name()}'!A1"
        page.sheet.write_url(page.row, 0, place, page.styles.get("link"), book.say("to_overview"))
        page.row += 2
    columns, totals = _columns(book), {one.name: one for one in of_kind(ranges, "total")}
    page.headings(columns)
    for use, kind in LINES:
        if mine := of_kind(ranges, kind):
            _line(book, columns, totals[use], "subtotal")
            for one in mine:
                _line(book, columns, one, "cell", indent=1)
    _line(book, columns, totals[PUBLIC], "total")
    page.row += 1


def _columns(book: FirmBook) -> Sequence[Column]:
    return [
        Column(book.say("budget_line"), widest=LABEL),
        *(Column(book.say(name), book.money_number) for name in ("in_plan", "least", "most")),
        Column(book.say("class"), "centre"),
    ]


def _line(book: FirmBook, columns: Sequence[Column], one: Range, role: str, indent: int = 0) -> None:
    label = book.tell(TOTALS[one.name]) if one.kind == "total" else one.label
    cells: list[Value] = [label, one.amount, one.least, one.most, book.tell(CLASS_NAMES[one.firmness])]
    book.pages["firm_budget"].line(cells, columns, role, indent)
