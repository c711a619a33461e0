"""How firm benefit and cost are: the ratio under other discount rates, benefits and costs."""

from collections.abc import Sequence
from dataclasses import dataclass

from xlsxwriter.utility import xl_rowcol_to_cell

from axplan.report.context import Book
from axplan.report.page.layout import Page
from axplan.report.sheets.appraisal_flows import BENEFIT, COST, Flows, Item, column_of
from axplan.report.tables.table import Column, Formula, Value, number


@dataclass(frozen=True)
class Case:
    """A change against the appraisal: points added to the discount rate, factors on benefit and on cost."""

    words: str
    rate: float = 0.0
    benefit: float = 1.0
    cost: float = 1.0


CASES = (
    Case("case_base"), Case("case_rate_down", rate=-0.01), Case("case_rate_up", rate=0.01),
    Case("case_benefit_down", benefit=0.8), Case("case_benefit_up", benefit=1.2),
    Case("case_cost_up", cost=1.2), Case("case_cost_down", cost=0.8),
)  # fmt: skip


def write_cases(book: Book, page: Page, flows: Flows) -> None:
    """Case → benefit, cost, NPV and ratio by the convention of the headline."""
    money = book.money_number
    columns = [
        Column(book.say("case"), widest=40),
        Column(book.say("item_benefit"), money), Column(book.say("item_cost"), money),
        Column(book.say("item_npv"), money), Column(book.say("item_benefit_cost_ratio"), "n2"),
    ]  # fmt: skip
    page.headings(columns)
    for case in CASES:
        cells = _cells(case, page.row, flows, book.plan.inputs.settings.social_discount_rate)
        page.line([book.say(case.words), *cells], columns, "total" if case is CASES[0] else "cell")


def _cells(case: Case, row: int, flows: Flows, rate: float) -> Sequence[Value]:
    changed = max(0.0, rate + case.rate)
    benefit = _worth(flows, column_of(BENEFIT), changed, case.benefit)
    cost = _worth(flows, column_of(COST), changed, case.cost)
    at = [xl_rowcol_to_cell(row, n) for n in (1, 2)]
    value, spent = number(benefit), number(cost)
    ratio = Formula(f'=IF({at[1]}=0,"",{at[0]}/{at[1]})', value / spent if spent else "")
    return [benefit, cost, Formula(f"={at[0]}-{at[1]}", value - spent), ratio]


def _worth(flows: Flows, item: Item, rate: float, factor: float) -> Formula:
    """A present value at another rate, times a factor."""
    span, years, first = flows.span(flows.column(item)), flows.span(0), flows.years[0]
    text = f"={factor!r}*SUMPRODUCT({1 + rate!r}^({first}-{years}),{span})"
    worth = sum(amount * (1 + rate) ** (first - y) for y, amount in zip(flows.years, flows.amounts[item], strict=True))
    return Formula(text, factor * worth)
