"""Benefit and cost in the manner of a preliminary feasibility study: the result, how firm it is, yearly flows."""

from collections.abc import Mapping
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from axplan.core.text import Text
from axplan.plan.appraisal import COSTS
from axplan.report.context import Book
from axplan.report.page.layout import Page
from axplan.report.sheets.appraisal_flows import BENEFIT, COST, SIDES, Flows, write_flows
from axplan.report.sheets.appraisal_tests import CASES, write_cases
from axplan.report.spec import SheetSpec
from axplan.report.tables.table import Column, Formula, Value
from axplan.report.words import heading

RATIO, NPV, IRR = "benefit_cost_ratio", "npv", "irr"
ORDER = (BENEFIT, COST, *COSTS, NPV, RATIO, IRR)
LAST = 8
"""The last column of the remarks."""


def write(book: Book) -> None:
    """Result first; it shows cells of the yearly flows below, which are written before it."""
    page = book.start("appraisal", book.money_unit)
    page.note(book.say("appraisal_terms", **_terms(book)))
    page.row += 1
    page.section(book.say("appraisal_heading"))
    result, page.row = page.row, page.row + len(ORDER) + 1
    for note in _notes(book):
        page.note(f"· {note}")
    page.row += 1
    page.section(book.say("cases_heading"))
    cases, page.row = page.row, page.row + len(CASES) + 2
    page.section(book.say("flows_heading"))
    flows = write_flows(book, page)
    end, page.row = page.row, result
    _write_result(book, page, flows)
    page.row = cases
    write_cases(book, page, flows)
    page.row, page.repeated = end, (0, 0)


def _terms(book: Book) -> Mapping[str, Any]:
    x = book.plan.inputs
    return {
        "base": x.years[0], "rate": x.settings.social_discount_rate, "first": x.effect_years[0],
        "last": x.effect_years[-1],
    }  # fmt: skip


def _notes(book: Book) -> list[str]:
    """What the result means, what is not valued, and what leaving out compute means."""
    items: Any = book.plan.frames["appraisal"].set_index("item")["with_compute"]
    benefit, cost = float(items[BENEFIT]), float(items[COST])
    notes = []
    if benefit > 0 and cost > 0:
        notes.append(book.say(
            "break_even_below" if benefit < cost else "break_even_above",
            benefit=abs(cost / benefit - 1), cost=abs(benefit / cost - 1),
        ))  # fmt: skip
    return [*notes, *(book.say(note) for note in ("not_valued", "compute_note", "transfers_note"))]


def _write_result(book: Book, page: Page, flows: Flows) -> None:
    columns = [
        Column(book.heading("appraisal", "item"), widest=40),
        *(Column(book.heading("appraisal", side), book.money_number, name=side) for side in SIDES),
    ]
    page.headings(columns)
    page.span(page.row - 1, len(columns), book.say("how"), "head", LAST)
    rows = {name: page.row + n for n, name in enumerate(ORDER)}
    kinds = {RATIO: "n2", IRR: "share"}
    values: dict[object, list[Value]] = {}
    for name in ORDER:
        cells = [_cell(rows, name, n, flows.of(side)) for n, side in enumerate(SIDES, start=1)]
        values[name] = [book.say(f"item_{name}"), *cells]
        number = kinds.get(name, book.money_number)
        like, role = [columns[0], *(Column("", number) for _ in SIDES)], "cell" if name in COSTS else "total"
        page.span(page.row, len(columns), book.say(f"how_{name}"), role, LAST)
        page.line(values[name], like, role, indent=int(name in COSTS))
    book.placed["appraisal"] = page.placed(rows, values, columns)


def _cell(rows: Mapping[str, int], name: str, column: int, side: Mapping[str, Formula]) -> Value:
    """A cell of the result: a discounted sum of the flows, or what follows from the cells above."""

    def at(item: str) -> str:
        return str(xl_rowcol_to_cell(rows[item], column))

    def worth(item: str) -> float:
        return float(side[item].value or 0)

    if name == COST:
        return Formula(f"=SUM({at(COSTS[0])}:{at(COSTS[-1])})", sum(worth(item) for item in COSTS))
    if name == NPV:
        return Formula(f"={at(BENEFIT)}-{at(COST)}", worth(BENEFIT) - sum(worth(item) for item in COSTS))
    if name == RATIO:
        cost = sum(worth(item) for item in COSTS)
        ratio = worth(BENEFIT) / cost if cost else ""
        return Formula(f'=IF({at(COST)}=0,"",{at(BENEFIT)}/{at(COST)})', ratio)
    return side[name]


# fmt: off
WORDS: Mapping[str, Text] = {
    **heading("appraisal", Text("비용·편익", "Benefit and cost"), Text("비용·편익 분석", "Benefit and cost"),
        Text("예비타당성조사 방식: 할인한 부가가치와 자원비용",
             "In the manner of a preliminary feasibility study: value added against resource cost")),
}
# fmt: on

SHEET = SheetSpec("appraisal", write)
