"""견고·중간·느슨: which budgets are nearly the same in every good plan, and which are not."""

from collections.abc import Sequence

from axplan.analyses.near_optimal.aggregates import KINDS
from axplan.analyses.near_optimal.book_context import FirmBook, Range
from axplan.analyses.near_optimal.result import CLASS_NAMES, CLASSES
from axplan.report.tables.table import LABEL, Column, Line, quotient


def write(book: FirmBook) -> None:
    """One list a class; within a kind the largest certain amounts first, then the largest possible ones."""
    page, ranges = book.start("firm_lists", book.money_unit), book.ranges()
    for name in CLASSES:
        mine = [one for one in ranges if one.firmness == name and one.kind != "total"]
        page.section(book.say("list_heading", name=CLASS_NAMES[name], count=len(mine)))
        page.note(book.say(f"means_{name}"))
        if mine:
            page.table(_columns(book), [_line(book, one) for one in _sorted(mine)])
        else:
            page.note(book.say("nothing_here"))
            page.row += 1


def _sorted(ranges: Sequence[Range]) -> list[Range]:
    kinds = list(KINDS)
    return sorted(ranges, key=lambda one: (kinds.index(one.kind), -one.least, -one.most))


def _columns(book: FirmBook) -> Sequence[Column]:
    money = book.money_number
    return [
        Column(book.say("firm_item"), widest=LABEL),
        Column(book.say("firm_kind"), widest=LABEL),
        Column(book.say("least"), money, name="least"),
        Column(book.say("in_plan"), money, name="amount"),
        Column(book.say("most"), money),
        Column(book.say("certain_share"), "share", computed=quotient("least", "amount")),
    ]


def _line(book: FirmBook, one: Range) -> Line:
    return Line(one.label, [book.tell(KINDS[one.kind].title), one.least, one.amount, one.most])
