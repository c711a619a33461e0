"""What else there is to know in figures: a compact table; each value is a formula that shows the cell it comes from."""

from collections.abc import Iterator
from dataclasses import dataclass

from axplan.inputs.objective import NAMES
from axplan.inputs.schema.indicators import VALUATIONS
from axplan.report.context import Book
from axplan.report.page.cards import merged
from axplan.report.page.layout import Page
from axplan.report.prices import whole
from axplan.report.sheets.summary_headline import signed, signed_share
from axplan.report.sheets.summary_sums import added, private_money
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
    """Other valuations, where the money comes from and what is left of it, what is delivered, and B/C without
    compute."""
    yield from _indicators(book)
    yield from _proportional(book)
    yield from _money(book)
    yield from _balances(book)
    yield from _quantities(book)
    placed = book.placed["appraisal"]
    yield Figure(
        book.say("ratio"),
        placed.cell("benefit_cost_ratio", "without_compute"),
        "n2",
        book.say("multiple"),
        book.say("compute_left_out"),
    )
    yield Figure(
        book.say("npv"),
        placed.cell("npv", "without_compute"),
        book.money_number,
        book.money_unit,
        book.say("compute_left_out"),
    )


def _indicators(book: Book) -> Iterator[Figure]:
    """The five valuations, without the one that is the headline."""
    placed = book.placed["effects"]
    for v in VALUATIONS:
        if list(book.plan.objective.weights) != [v]:
            total = placed.cell("discounted", v)
            remark = book.say("upper_bound") if v == "employment" else book.say("other_valuation")
            kind = book.indicator_number(number(total))
            yield Figure(book.tell(NAMES[v]), total, kind, book.indicator_unit(v), remark)


def _proportional(book: Book) -> Iterator[Figure]:
    """What the best proportional split is worth, and by how much the plan exceeds it."""
    plan, objective = book.plan, book.plan.objective
    gain, share = plan.gain, plan.relative_gain
    if gain is None or share is None:
        return
    kind, unit = book.indicator_number(plan.value), book.tell(objective.unit)
    remark = book.say("proportional_gain", gain=signed(gain, int(kind[1:])), share=signed_share(share))
    label = book.say("proportional", name=book.tell(NAMES[objective.indicator]))
    yield Figure(label, plan.value - gain, kind, unit, remark)


def _money(book: Book) -> Iterator[Figure]:
    ledgers = [book.placed[f"ledger {f}"] for f in book.plan.inputs.funds.fund]
    for name in ("appropriation", "subscription"):
        total = added([ledger.cell(name, "sum") for ledger in ledgers])
        yield Figure(
            book.heading("ledger", name), total, book.money_number, book.money_unit, book.say(f"{name}_remark")
        )
    yield Figure(
        book.say("private_money"),
        private_money(book),
        book.money_number,
        book.money_unit,
        book.say("private_money_remark"),
    )


def _balances(book: Book) -> Iterator[Figure]:
    x = book.plan.inputs
    for f in x.funds.fund:
        ledger = book.placed[f"ledger {f}"]
        lapsed = f"{number(ledger.value('lapse', 'sum')):,.{book.money.decimals}f}"
        remark = book.say("lapse_remark", fund=book.label("funds", f), lapse=lapsed)
        label = book.say("balance_of", year=x.years[-1])
        yield Figure(label, ledger.cell("balance", "sum"), book.money_number, book.money_unit, remark)


def _quantities(book: Book) -> Iterator[Figure]:
    x = book.plan.inputs
    for p, planned in x.programmes.quantity.items():
        delivered = book.placed["performance"].cell(("quantity", p), book.year_names[-1])
        unit, name = book.word("counted", x.programmes.quantity_unit.get(p, "")), book.label("programmes", p)
        remark = book.say("quantity_remark", programme=name, planned=f"{planned:,.10g}")
        yield Figure(book.say("quantity", year=x.years[-1]), delivered, whole(delivered.value), unit, remark)
