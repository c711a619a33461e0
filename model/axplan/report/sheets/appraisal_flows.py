"""Benefit and cost year by year, undiscounted, with their discounted sums, which all figures of the appraisal show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from axplan.plan.appraisal import COSTS, appraisal
from axplan.report.context import Book
from axplan.report.page.layout import Page
from axplan.report.tables.table import Column, Formula, Value

SIDES = ("with_compute", "without_compute")
BENEFIT, COST, NET = "benefit", "cost", "net"
YEAR, FACTOR = "year", "discount_factor"
BOTH = (BENEFIT, *COSTS[:2])
"""What is the same with and without the compute programmes; the other costs have a column for each."""

Item = tuple[str, str]
"""(side, item); the items of BOTH belong to the first side."""

COLUMNS: Sequence[Item] = (
    *((SIDES[0], item) for item in (BENEFIT, *COSTS, COST, NET)),
    *((SIDES[1], item) for item in (*COSTS[2:], COST, NET)),
)
FIRST = 2
"""Year and discount factor stand before the items."""

FRAMES = ("commitments", "trainees", "outlays", "effects")
"""What benefits and costs are computed from, year by year."""

LOWEST, HIGHEST, HALVINGS = -0.99, 10.0, 200
"""Between these yearly rates a rate of return is looked for."""


@dataclass(frozen=True)
class Flows:
    """Where the flows stand: first and last row of the years, and the values of every column."""

    first: int
    last: int
    years: Sequence[int]
    factors: Sequence[float]
    amounts: Mapping[Item, Sequence[float]]

    def column(self, item: Item) -> int:
        """The position of an item's column."""
        return FIRST + COLUMNS.index(item)

    def span(self, column: int) -> str:
        """The cells of a column, year by year."""
        top, bottom = (xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True) for row in (self.first, self.last))
        return f"{top}:{bottom}"

    def at(self, side: str, item: str) -> Item:
        """The column in which an item of a side stands."""
        return (SIDES[0] if item in BOTH else side), item

    def discounted(self, item: Item) -> Formula:
        """The present value of a column."""
        worth = sum(a * b for a, b in zip(self.factors, self.amounts[item], strict=True))
        return Formula(f"=SUMPRODUCT({self.span(1)},{self.span(self.column(item))})", worth)

    def of(self, side: str) -> dict[str, Formula]:
        """What the result shows of a side: present values and the internal rate of return."""
        items = {item: self.discounted(self.at(side, item)) for item in (BENEFIT, *COSTS)}
        return {**items, "irr": self.rate_of_return(self.at(side, NET))}

    def rate_of_return(self, item: Item) -> Formula:
        """The rate at which the net flows are worth nothing; empty where there is no such rate."""
        rate = internal_rate(self.amounts[item])
        span = self.span(self.column(item))
        if rate is None:
            return Formula(f'=IFERROR(IRR({span}),"")', "")
        return Formula(f'=IFERROR(IRR({span},{rate!r}),"")', rate)


def write_flows(book: Book, page: Page) -> Flows:
    """Sums after and before discounting, then the years; costs and net flow are formulas over their row."""
    columns = [
        Column(book.heading("effects", "year")),
        Column(book.heading("effects", FACTOR), "n4"),
        *(Column(_title(book, *item), book.money_number) for item in COLUMNS),
    ]
    page.headings(columns)
    years = book.plan.inputs.effect_years
    factors, amounts = yearly(book)
    flows = Flows(page.row + 2, page.row + 1 + len(years), years, factors, amounts)
    page.line([book.say("sum_discounted"), None, *(flows.discounted(item) for item in COLUMNS)], columns, "total")
    plain = [Formula(f"=SUM({flows.span(flows.column(item))})", sum(amounts[item])) for item in COLUMNS]
    page.line([book.say("sum_plain"), None, *plain], columns, "total")
    for n, year in enumerate(years):
        cells = [_cell(flows, page.row, n, item) for item in COLUMNS]
        page.line([year, factors[n], *cells], columns)
    page.row += 1
    return flows


def yearly(book: Book) -> tuple[list[float], dict[Item, list[float]]]:
    """Discount factor by year, and (side, item) → undiscounted amount by year, in the unit of the book.

    The appraisal is a sum over years: that of one year's frames is the discounted flow of the year. The exact plan is
    appraised, not the rounded one, so that the sums are those of the appraisal.
    """
    x, frames = book.plan.inputs, book.exact.frames
    factors = [(1 + x.settings.social_discount_rate) ** (x.years[0] - y) for y in x.effect_years]
    amounts: dict[Item, list[float]] = {item: [] for item in COLUMNS}
    for factor, year in zip(factors, x.effect_years, strict=True):
        found: Any = appraisal(x, {name: frames[name][frames[name]["year"] == year] for name in FRAMES}).set_index(
            "item"
        )
        for side, item in COLUMNS:
            worth = float(found.at["npv" if item == NET else item, side])
            amounts[side, item].append(book.money.per_eok * worth / factor)
    return factors, amounts


def _title(book: Book, side: str, item: str) -> str:
    name = book.say(f"item_{item}")
    return name if side == SIDES[0] else book.say("without_of", name=name)


def _cell(flows: Flows, row: int, n: int, item: Item) -> Value:
    side, name = item
    value = flows.amounts[item][n]
    at = {other: xl_rowcol_to_cell(row, flows.column(flows.at(side, other))) for other in (BENEFIT, *COSTS, COST)}
    if name == COST:
        return Formula("=" + "+".join(at[cost] for cost in COSTS), value)
    if name == NET:
        return Formula(f"={at[BENEFIT]}-{at[COST]}", value)
    return value


def internal_rate(flows: Sequence[float]) -> float | None:
    """The yearly rate at which flows in successive years are worth nothing, by halving an interval.

    None where the present value has the same sign at both ends of the interval.
    """

    def worth(rate: float) -> float:
        return sum(flow / (1 + rate) ** n for n, flow in enumerate(flows))

    low, high = LOWEST, HIGHEST
    if worth(low) * worth(high) >= 0:
        return None
    rising = worth(high) > 0
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (low, middle) if (worth(middle) > 0) == rising else (middle, high)
    return low
