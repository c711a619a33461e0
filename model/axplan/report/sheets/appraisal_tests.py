"""How firm benefit and cost are: the ratio under other discount rates, benefits and costs."""

from collections.abc import Sequence
from dataclasses import dataclass

from xlsxwriter.utility import xl_rowcol_to_cell

from axplan.report.context import Book
from axplan.report.page.layout import Page
from axplan.report.sheets.appraisal_flows import BENEFIT, COST, SIDES, Flows
from axplan.report.tables.table import Column, Formula, Value


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
    """Case → benefit, cost, NPV and ratio with the compute programmes, and the ratio without them."""
    money = book.money_number
    columns = [
        Column(book.say("case"), widest=40),
        Column(book.say("item_benefit"), money), Column(book.say("item_cost"), money),
        Column(book.say("item_npv"), money),
        Column(book.say("ratio_with"), "n2"), Column(book.say("ratio_without"), "n2"),
    ]  # fmt: skip
    page.headings(columns)
    for case in CASES:
        cells = _cells(case, page.row, flows, book.plan.inputs.settings.social_discount_rate)
        page.line([book.say(case.words), *cells], columns, "total" if case is CASES[0] else "cell")


def _cells(case: Case, row: int, flows: Flows, rate: float) -> Sequence[Value]:
    changed = max(0.0, rate + case.rate)
    benefit = _worth(flows, SIDES[0], BENEFIT, changed, case.benefit)
    costs = [_worth(flows, side, COST, changed, case.cost) for side in SIDES]
    at = [xl_rowcol_to_cell(row, n) for n in (1, 2)]
    value, cost, without = (float(cell.value or 0) for cell in (benefit, *costs))
    bare = costs[1].text.removeprefix("=")
    return [
        benefit,
        costs[0],
        Formula(f"={at[0]}-{at[1]}", value - cost),
        Formula(f'=IF({at[1]}=0,"",{at[0]}/{at[1]})', value / cost if cost else ""),
        Formula(f'=IF(({bare})=0,"",{at[0]}/({bare}))', value / without if without else ""),
    ]


def _worth(flows: Flows, side: str, item: str, rate: float, factor: float) -> Formula:
    """A present value at another rate, times a factor."""
    at = flows.at(side, item)
    span, years, first = flows.span(flows.column(at)), flows.span(0), flows.years[0]
    text = f"={factor!r}*SUMPRODUCT({1 + rate!r}^({first}-{years}),{span})"
    worth = sum(amount * (1 + rate) ** (first - y) for y, amount in zip(flows.years, flows.amounts[at], strict=True))
    return Formula(text, factor * worth)
