"""Benefit and cost year by year, undiscounted, with their discounted sums, which all figures of the appraisal show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from axplan.plan.appraisal import ADDITIONAL, COSTS, HEADLINE, INDUCED, OWN, WHOLE, Convention, yearly_flows
from axplan.report.context import Book
from axplan.report.page.layout import Page
from axplan.report.tables.table import Column, Formula, Value

BENEFIT, COST, NET = "benefit", "cost", "net"
YEAR, FACTOR = "year", "discount_factor"
INITIATIVE = COSTS[0]

Item = tuple[str, str]
"""(item, whose benefit or which investment it is; blank where all conventions count the same)."""

ALIKE: Sequence[Item] = tuple((item, "") for item in COSTS[1:])
COLUMNS: Sequence[Item] = (
    (BENEFIT, OWN), (BENEFIT, INDUCED), (INITIATIVE, ADDITIONAL), (INITIATIVE, WHOLE), *ALIKE, (COST, ""), (NET, ""),
)  # fmt: skip
"""Cost and net flow are those of the headline."""

FIRST = 2
"""Year and discount factor stand before the items."""

LOWEST, HIGHEST, HALVINGS = -0.99, 10.0, 200
"""Between these yearly rates a rate of return is looked for."""


def column_of(item: str, convention: Convention = HEADLINE) -> Item:
    """The column in which an item of a convention stands."""
    return item, {BENEFIT: convention.benefit, INITIATIVE: convention.investment}.get(item, "")


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

    def discounted(self, item: Item) -> Formula:
        """The present value of a column."""
        worth = sum(a * b for a, b in zip(self.factors, self.amounts[item], strict=True))
        return Formula(f"=SUMPRODUCT({self.span(1)},{self.span(self.column(item))})", worth)

    def of(self, convention: Convention) -> dict[str, Formula]:
        """What the result shows of a convention: present values and, of the headline, the internal rate of return."""
        items = {item: self.discounted(column_of(item, convention)) for item in (BENEFIT, *COSTS)}
        return {**items, "irr": self.rate_of_return((NET, ""))} if convention == HEADLINE else items

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
    """Discount factor by year, and column → undiscounted amount by year, in the unit of the book.

    The exact plan is appraised, not the rounded one, so that the sums are those of the frame `appraisal`.
    """
    x, frames = book.plan.inputs, book.exact.frames
    amounts: dict[Item, list[float]] = {}
    for convention in (HEADLINE, Convention(INDUCED, WHOLE)):
        flows: Any = yearly_flows(x, frames, convention)
        for item in (BENEFIT, *COSTS):
            amounts[column_of(item, convention)] = [book.money.per_eok * amount for amount in flows[item]]
    costs = [amounts[column_of(item)] for item in COSTS]
    amounts[COST, ""] = [sum(year) for year in zip(*costs, strict=True)]
    amounts[NET, ""] = [b - c for b, c in zip(amounts[column_of(BENEFIT)], amounts[COST, ""], strict=True)]
    return list(x.discount.values()), amounts


def _title(book: Book, item: str, counted: str) -> str:
    if counted:
        return book.say(f"flow_{item}_{counted}")
    return book.say("item_cost_headline" if item == COST else f"item_{item}")


def _cell(flows: Flows, row: int, n: int, item: Item) -> Value:
    def at(name: str) -> str:
        column = (name, "") if name == COST else column_of(name)
        return str(xl_rowcol_to_cell(row, flows.column(column)))

    value = flows.amounts[item][n]
    if item[0] == COST:
        return Formula("=" + "+".join(at(cost) for cost in COSTS), value)
    if item[0] == NET:
        return Formula(f"={at(BENEFIT)}-{at(COST)}", value)
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
