"""변화의 기여: how much of the indicator's difference each change made."""

from typing import Any

from axplan.analyses.compare.book_context import PairBook
from axplan.analyses.compare.shapley import FEASIBLE_ORDERS, IN_ORDER, SHAPLEY
from axplan.inputs.objective import NAMES
from axplan.report.charts import bars
from axplan.report.page.layout import Page
from axplan.report.page.placed import Placed
from axplan.report.tables.table import Column, Formula, Line, share_of

METHODS = {SHAPLEY: "method_shapley", FEASIBLE_ORDERS: "method_feasible_orders", IN_ORDER: "method_in_order"}
WIDEST = 60.0
MOST_BARS = 12


def write(book: PairBook) -> None:
    """How the difference is shared out, the chart, and the table: what is before, the shares, and what is after."""
    made = book.pair.comparison
    if made is None:
        return
    name = NAMES[made.indicator]
    page = book.start("compared_shares", book.indicator_unit(made.indicator), book.tell(name))
    page.note(book.say("shares_note", name=name))
    page.note(book.say(METHODS[made.attribution.method]))
    columns = [
        Column(book.say("compared_group"), widest=WIDEST),
        Column(book.say("share_made"), f"n{book.places}", adds=True, name="share"),
        Column(book.say("share_of_all"), "share", adds=True, computed=share_of("share")),
    ]
    shares = made.shares(10.0**-book.places)
    lines = tuple(
        Line(book.tell(book.pair.words(step)), [share], key=("step", n)) for n, (step, share) in enumerate(shares)
    )
    total = Line(book.say("difference_in_all"), [] if lines else [0.0], lines=lines, key="total")
    if 0 < len(lines) <= MOST_BARS:
        page.band([_chart(book, page.sketch(columns, [total], page.ahead(charts=1)), len(lines))])
    page.section(book.say("shares_heading"))
    _write_ends(book, page, page.table(columns, [total]))


def _chart(book: PairBook, placed: Placed, count: int) -> Any:
    made = book.pair.comparison
    series = [placed.down("share", ("step", 0), ("step", count - 1))]
    unit = book.indicator_unit(made.indicator) if made else ""
    return bars(book, book.say("shares_chart"), unit, series, number=f"n{book.places}")


def _write_ends(book: PairBook, page: Page, placed: Placed) -> None:
    """What is before, and that plus the difference: what is after."""
    made, number = book.pair.comparison, f"n{book.places}"
    if made is None:
        return
    ends = made.attribution.rounded(10.0**-book.places)
    columns = [Column("", widest=WIDEST), Column("", number)]
    sides = [book.say("value_of", side=book.tell(side.title)) for side in book.pair.sides]
    page.row -= 1
    page.line([sides[0], ends.before], columns)
    before = f"B{page.row}"
    page.line([sides[1], Formula(f"={before}+{placed.address('total', 'share')}", ends.after)], columns, "subtotal")
    page.row += 1
