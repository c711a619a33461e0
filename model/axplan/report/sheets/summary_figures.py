"""What else there is to know in figures: a compact table; each value is a formula that shows the cell it comes from."""

from collections.abc import Iterator
from dataclasses import dataclass

from axplan.inputs.objective import NAMES
from axplan.inputs.schema.indicators import VALUATIONS
from axplan.report.context import Book
from axplan.report.page.cards import merged
from axplan.report.page.layout import Page
from axplan.report.prices import complete, in_wholes
from axplan.report.sheets.summary_headline import indicator_cell
from axplan.report.tables.table import Column, Formula, number

LABEL_COLUMNS = 2
"""A label takes two columns, the value one, and unit and remark the rest of its half of the sheet."""


@dataclass(frozen=True)
class Figure:
    """One figure: what it is, its value and kind of number, its unit, and what to know about it."""

    label: str
    value: Formula | float
    number: str
    unit: str
    remark: str = ""


def write_figures(book: Book, page: Page, columns: int) -> None:
    """The figures in two halves of the sheet, the first half filled first."""
    found = list(figures(book))
    rows = -(-len(found) // 2)
    halves = ((0, columns // 2 - 1), (columns // 2, columns - 1))
    for n, figure in enumerate(found):
        first, last = halves[n // rows]
        row, at = page.row + n % rows, first + LABEL_COLUMNS
        merged(page, row, first, at - 1, figure.label, "cell")
        page.put(row, at, figure.value, "key", Column("", figure.number))
        merged(page, row, at + 1, last, " · ".join(filter(None, (figure.unit, figure.remark))), "remark", indent=1)
    page.row += rows + 1


def figures(book: Book) -> Iterator[Figure]:
    """Other valuations, what is left of the money, what is delivered of what was proposed."""
    yield from _indicators(book)
    yield from _balances(book)
    yield from _quantities(book)


def _indicators(book: Book) -> Iterator[Figure]:
    """The indicators, without the one that is the headline."""
    for v in VALUATIONS:
        if list(book.plan.objective.weights) != [v]:
            total = indicator_cell(book, v)
            remark = book.say("upper_bound") if v == "employment" else book.say("other_valuation")
            kind = book.indicator_number(number(total))
            yield Figure(book.tell(NAMES[v]), total, kind, book.indicator_unit(v), remark)


def _balances(book: Book) -> Iterator[Figure]:
    x = book.plan.inputs
    for f in x.funds.fund:
        ledger = book.placed[f"ledger {f}"]
        label = book.say("balance_of", year=x.years[-1])
        name = book.label("funds", f)
        yield Figure(label, ledger.cell("balance", "sum"), book.money_number, book.money_unit, name)


def _quantities(book: Book) -> Iterator[Figure]:
    """What is delivered against the quantity of the proposal, whatever progress is required at least."""
    x = book.plan.inputs
    for p, planned in x.programmes.quantity.items():
        cell = book.placed["performance"].cell(("quantity", p), book.year_names[-1])
        unit, name = book.word("counted", x.programmes.quantity_unit.get(p, "")), book.label("programmes", p)
        wholes = in_wholes(number(cell), planned)
        value = Formula(f"=INT({cell.text[1:]}+0.000001)", float(complete(number(cell)))) if wholes else cell
        share = f"{number(cell) / planned:.1%}" if planned else "-"
        remark = book.say("quantity_remark", programme=name, planned=f"{planned:,.10g}", share=share)
        yield Figure(book.say("quantity", year=x.years[-1]), value, "n0" if wholes else "n1", unit, remark)
