"""What programmes deliver: progress against its minimum, quantities against those of the proposal, and where they
are."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from axplan.inputs.schema.core import NATIONAL
from axplan.plan.rounding.controlled import apportioned
from axplan.report.prices import whole
from axplan.report.sheets.details_basis import progress_by_site
from axplan.report.tables.pivot import sums
from axplan.report.tables.table import LABEL, Column, Line, Value, across, quotient

if TYPE_CHECKING:
    from axplan.report.context import Book
    from axplan.report.page.layout import Page


@dataclass(frozen=True)
class Indicator:
    """A line: what is measured, in what unit and how, what is to be reached by the end, the values by year, and the
    discounted total of an effect."""

    key: Hashable
    name: str
    unit: str
    formula: str
    number: str
    target: Value
    values: Sequence[Value]
    total: Value = None


def delivery(book: Book) -> Iterator[Indicator]:
    """Progress of every programme, and of those with a quantity what is delivered and what part that is of it."""
    x, frame = book.plan.inputs, book.plan.frames["progress"]
    made = sums(frame, "programme year", "progress")
    for p in x.programmes.programme:
        least, progress = x.programmes.minimum_progress[p], [made[p, t] for t in x.years]
        yield _indicator(book, "progress", p, "%", "share", least, progress)
        if p in x.programmes.quantity:
            most = x.programmes.quantity[p]
            amounts = [most * share for share in progress]
            yield _indicator(book, "quantity", p, _unit(book, p), whole(most, *amounts), most, amounts)
            yield _indicator(book, "completion", p, "%", "share", 1.0, [amount / most for amount in amounts])


def _indicator(
    book: Book, measure: str, p: str, unit: str, number: str, target: float, values: list[float]
) -> Indicator:
    name = book.say(f"indicator_{measure}", programme=book.label("programmes", p))
    key = ("programme" if measure == "progress" else measure, p)
    return Indicator(key, name, unit, book.say(f"formula_{measure}"), number, target, values)


def _unit(book: Book, p: str) -> str:
    return book.word("counted", book.plan.inputs.programmes.quantity_unit.get(p, ""))


def write_sites(book: Book, page: Page) -> None:
    """The quantities of regional programmes by region, in whole pieces that add up."""
    x = book.plan.inputs
    sited = [p for p in x.programmes.programme if x.programmes.regional[p] and p in x.programmes.quantity]
    if not sited:
        return
    page.section(book.say("sites_heading"))
    columns = [
        Column(book.heading("outlays", "programme"), widest=LABEL),
        Column(book.say("unit"), "centre"),
        Column(""),
        Column(book.say("proposed"), "n0", name="proposed"),
        *(Column(book.label("regions", r), "n0", name=r) for r in x.regions.region),
        Column(book.say("sum"), "n0", computed=across(x.regions.region), name="sum"),
        Column(book.say("completion"), "share", computed=quotient("sum", "proposed")),
    ]
    lines = [
        Line(book.label("programmes", p), [_unit(book, p), None, x.programmes.quantity[p], *_pieces(book, p)], key=p)
        for p in sited
    ]
    book.placed["sites"] = page.table(columns, lines)


def _pieces(book: Book, p: str) -> list[float]:
    """Whole pieces by region, so that they add up to all that is delivered."""
    made = progress_by_site(book, p)
    return apportioned([book.plan.inputs.programmes.quantity[p] * made[r] for r in made if r != NATIONAL], 1.0)
