"""Benefit and cost in the manner of a preliminary feasibility study, and what is not valued."""

from __future__ import annotations

from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from axplan.plan.appraisal import COSTS
from axplan.report.context import Book
from axplan.report.layout import Placed
from axplan.report.table import Column, Formula, Value

SIDES = ("with_compute", "without_compute")
RATIO, NPV, COST, BENEFIT = "benefit_cost_ratio", "npv", "cost", "benefit"
ORDER = (BENEFIT, COST, *COSTS, NPV, RATIO)


def write(book: Book) -> None:
    """Benefit, costs with their sum, NPV and B/C ratio, with and without the compute programmes."""
    page = book.start("appraisal", book.money_unit)
    items: Any = book.plan.frames["appraisal"].set_index("item")
    columns = [
        Column(book.heading("appraisal", "item"), widest=60),
        *(Column(book.heading("appraisal", side), book.money_number) for side in SIDES),
        Column(book.say("how"), widest=70),
    ]
    page.headings(columns)
    rows = {name: page.row + n for n, name in enumerate(ORDER)}
    values: dict[object, list[Value]] = {}
    for name in ORDER:
        scale = 1.0 if name == RATIO else book.money.per_eok
        cells = [_cell(rows, name, n, float(items.loc[name, side]) * scale) for n, side in enumerate(SIDES, start=1)]
        values[name] = [book.say(f"item_{name}"), *cells, book.say(f"how_{name}")]
        kind = [*columns[:1], *(Column("", "n2") for _ in SIDES), columns[3]] if name == RATIO else columns
        page.line(values[name], kind, "cell" if name in COSTS else "total", indent=int(name in COSTS))
    book.placed["appraisal"] = Placed.of(page, rows, values)
    page.row += 1
    for note in ("not_valued", "compute_note"):
        page.note(book.say(note))


def _cell(rows: dict[str, int], name: str, column: int, value: float) -> Value:
    def at(item: str) -> str:
        return str(xl_rowcol_to_cell(rows[item], column))

    text = {
        COST: f"=SUM({at(COSTS[0])}:{at(COSTS[-1])})",
        NPV: f"={at(BENEFIT)}-{at(COST)}",
        RATIO: f'=IF({at(COST)}=0,"",{at(BENEFIT)}/{at(COST)})',
    }.get(name)
    if text is None:
        return value
    return Formula(text, value if value == value else "")  # a ratio without costs is not a number
