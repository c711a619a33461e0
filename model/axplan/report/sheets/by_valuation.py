"""The plan's effect by industry under all five valuations, and how the industries rank: sections of the effects."""

from axplan.inputs.objective import NAMES
from axplan.inputs.schema.indicators import EFFECTS, NET_BENEFIT, UNITS
from axplan.plan.effects import ranking
from axplan.report.context import Book
from axplan.report.page.layout import Page
from axplan.report.prices import smaller
from axplan.report.sheets.appraisal import trillions
from axplan.report.styles import decimals
from axplan.report.tables.pivot import Sums
from axplan.report.tables.table import Column, Line, number

BASES = ("total", "coefficient")
"""What industries are ranked by: what the plan brings in them, and what one unit of effect is worth."""


def write_totals(book: Book, page: Page) -> None:
    """Discounted totals with their sum and ranks: each valuation and, beside it, the rank of the industry."""
    columns, lines = _table(book, "total")
    book.placed["effect_totals"] = page.table(columns, [Line(book.say("total"), lines=lines, key="total")])


def write_net_benefit(book: Book, page: Page) -> None:
    """Benefit, cost and net benefit of the whole plan by the headline of the appraisal, in the unit of the effects."""
    shown = {name: trillions(book, name) for name in ("benefit", "cost", "npv")}
    titles = (book.heading("effects", "own_value_added"), book.say("item_cost"), book.tell(NAMES[NET_BENEFIT]))
    columns = [Column(book.say("headline_of"))]
    for name, title in zip(shown, titles, strict=True):
        unit = book.say("unit_below", what=title, unit=book.indicator_unit(NET_BENEFIT))
        columns.append(Column(unit, book.indicator_number(number(shown[name])), name=name))
    book.placed["net_benefit"] = page.table(
        columns, [Line(book.say("net_benefit_of_plan"), list(shown.values()), key="total", role="total")]
    )
    page.row -= 1


def write_coefficients(book: Book, page: Page) -> None:
    """What one 억원 of direct effect is worth in each industry, with ranks; coefficients do not add up."""
    columns, lines = _table(book, "coefficient")
    book.placed["effect_coefficients"] = page.table(columns, lines)
    page.row -= 1


def _table(book: Book, by: str) -> tuple[list[Column], tuple[Line, ...]]:
    frame, x = book.plan.frames["indicators"], book.plan.inputs
    at = list(zip(frame["valuation"], frame["industry"], strict=True))
    amount, rank = (Sums(zip(at, frame[name], strict=True)) for name in (by, f"rank_by_{by}"))
    columns = [Column(book.heading("indicators", "industry"))]
    scale = {v: _scale(book, v) if by == "coefficient" else (1.0, book.indicator_unit(v)) for v in EFFECTS}
    for v in EFFECTS:
        name = book.say("unit_below", what=book.tell(NAMES[v]), unit=scale[v][1])
        largest = max((abs(amount[v, i]) * scale[v][0] for i in x.initiative_industries), default=0.0)
        number = book.indicator_number(largest) if by == "total" else f"n{decimals(largest)}"
        columns += [Column(name, number, adds=by == "total", name=v), Column(book.say("rank"), "centre", narrowest=5.0)]

    def leaf(i: str) -> Line:
        cells = [cell for v in EFFECTS for cell in (amount[v, i] * scale[v][0], int(rank[v, i]))]
        return Line(book.label("industries", i), cells, key=i)

    return columns, tuple(leaf(i) for i in x.initiative_industries)


def _scale(book: Book, v: str) -> tuple[float, str]:
    """What turns a coefficient into the value of the unit of money that people speak of, and the unit of that value."""
    factor, unit = smaller(book, UNITS[v], 1.0)
    return book.priced(factor), unit


def ranking_notes(book: Book) -> list[str]:
    """A line for each basis: which valuations rank the industries differently from the one the plan maximises."""
    frame, reference = book.plan.frames["indicators"], book.reference_valuation
    notes = []
    for by in BASES:
        orders = ranking(frame, by)
        others = {v: order for v, order in orders.items() if order != orders[reference]}
        changes = "; ".join(f"{book.tell(NAMES[v])} {_order(book, order)}" for v, order in others.items())
        notes.append(book.say(
            f"ranking_by_{by}" if others else f"ranking_same_by_{by}",
            reference=book.tell(NAMES[reference]), order=_order(book, orders[reference]), changes=changes,
        ))  # fmt: skip
    return notes


def _order(book: Book, industries: tuple[str, ...]) -> str:
    return " > ".join(book.label("industries", i) for i in industries)
