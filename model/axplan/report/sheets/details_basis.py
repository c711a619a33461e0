"""산출근거: how the whole cost of a line follows from quantity and unit cost, in a text that follows the cells it quotes.

A track: persons × unit cost. A programme: its cost × the progress made. A stage: the points of depth gained × what one
point costs on average, for a point costs more the deeper the use of AI already goes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from axplan.report.sheets.summary_sums import joined, written
from axplan.report.tables.table import Formula, number

if TYPE_CHECKING:
    from axplan.report.context import Book
    from axplan.report.page.placed import Placed

WON_PER_EOK = {"ko": 10_000.0, "en": 100.0}
"""A unit cost is written in 만원 or in millions."""

POINTS = 100.0


def basis(book: Book, kind: str, name: str, below: Placed) -> Formula:
    """The text for a line; `below` are the cells of its yearly money."""
    whole = Formula(f"={below.local('total', 'sum')}", sum(number(below.value("total", t)) for t in book.year_names))
    total = written(whole, book.money.decimals)
    return {"stage": _stage, "track": _track, "programme": _programme}[kind](book, name, whole, total)


def _track(book: Book, w: str, _: Formula, total: Formula) -> Formula:
    x = book.plan.inputs
    persons = book.placed["workforce"].cell(w, "sum")
    cost = f"{x.tracks.unit_cost[w] * WON_PER_EOK[book.language]:,.6g}"
    after = book.say("unit_after", unit=book.money_unit)
    return joined(written(persons, 0), book.say("basis_persons", cost=cost), total, after)


def _programme(book: Book, p: str, _: Formula, total: Formula) -> Formula:
    x, frame = book.plan.inputs, book.plan.frames["progress"]
    made = float(frame.loc[(frame["programme"] == p) & (frame["year"] == x.years[-1]), "progress"].sum())
    cost = f"{book.cash(x.programmes.cost[p]):,.{finer(book)}f}"
    after = book.say("unit_after", unit=book.money_unit)
    begin = book.say("basis_cost", cost=f"{cost}{after}", progress=f"{made:.1%}")
    quantity = ""
    if p in x.programmes.quantity:
        amount = f"{x.programmes.quantity[p] * made:,.6g}"
        quantity = book.say(
            "basis_quantity", amount=amount, unit=book.word("counted", x.programmes.quantity_unit.get(p, ""))
        )
    return joined(begin, total, after, quantity)


def _stage(book: Book, s: str, whole: Formula, total: Formula) -> Formula:
    before, gained = depth_gained(book, s)
    points = POINTS * gained
    after = book.say("unit_after", unit=book.money_unit)
    if not round(points, 2):
        return joined(book.say("basis_no_depth"))
    each = written(Formula(f"={whole.text[1:]}/{points!r}", number(whole) / points), finer(book))
    begin = book.say("basis_depth", before=before, after=before + gained, points=f"{points:,.2f}")
    return joined(begin, each, after, " = ", total, after)


def finer(book: Book) -> int:
    """Decimals of an amount that is no whole budget line: two more than those have where these have any."""
    return book.money.decimals + 2 if book.money.decimals else 0


def depth_gained(book: Book, s: str) -> tuple[float, float]:
    """The depth of a stage before the plan, and what the plan adds to it: means weighed by full cost."""
    x, frame = book.plan.inputs, book.plan.frames["depths"]
    mine = frame[(frame["stage"] == s) & (frame["year"] == x.years[-1])]
    whole = float(mine["full_cost"].sum())
    reached = float((mine["depth"] * mine["full_cost"]).sum()) / whole if whole else 0.0
    before = x.stages.initial_depth[s]
    return before, max(0.0, reached - before)
