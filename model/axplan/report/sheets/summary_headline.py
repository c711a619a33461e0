"""The headline of the plan, figure by figure; each is a formula that shows the cell it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from axplan.objective import NAMES, VALUATIONS
from axplan.report.context import Book
from axplan.report.prices import whole
from axplan.report.sheets.effects import FIRST_MEASURE
from axplan.report.table import Formula, Value


@dataclass(frozen=True)
class Item:
    """One figure: what it is, its value and kind of number, its unit, and what to know about it."""

    label: str
    value: Value
    number: str
    unit: str
    remark: str = ""


def headline(book: Book) -> Iterator[Item]:
    """Objective, indicators, money, people, quantities, balances, benefit and cost."""
    yield _objective(book)
    yield from _indicators(book)
    yield from _money(book)
    yield from _people(book)
    yield from _quantities(book)
    yield from _balances(book)
    yield from _appraisal(book)


def _objective(book: Book) -> Item:
    objective, plan = book.plan.objective, book.plan
    name = book.tell(NAMES[objective.indicator])
    years = plan.inputs.effect_years
    remark = book.say(
        "objective_remark", first=years[0], last=years[-1], rate=plan.inputs.settings.social_discount_rate
    )
    if objective.is_weighted:
        weights = ", ".join(f"{book.tell(NAMES[v])} {w:g}" for v, w in objective.weights.items())
        remark = book.say("weighted_remark", weights=weights)
    return Item(
        book.say("objective", name=name),
        plan.value,
        book.indicator_number(plan.value),
        book.tell(objective.unit),
        remark,
    )


def _indicators(book: Book) -> Iterator[Item]:
    """The five valuations, without the one already given as objective."""
    placed = book.placed["effects"]
    for n, v in enumerate(VALUATIONS, start=FIRST_MEASURE + 1):
        if list(book.plan.objective.weights) != [v]:
            total = placed.cell("discounted", n)
            remark = book.say("upper_bound") if v == "employment" else book.say("other_valuation")
            number = book.indicator_number(float(total.value or 0))
            yield Item(book.tell(NAMES[v]), total, number, book.indicator_unit(v), remark)


def _money(book: Book) -> Iterator[Item]:
    last = len(book.plan.inputs.years) + 1
    ledgers = [book.placed[f"ledger {f}"] for f in book.plan.inputs.funds.fund]
    for name in ("appropriation", "subscription"):
        parts = [ledger.cell(name, last) for ledger in ledgers]
        yield Item(
            book.heading("ledger", name), _sum(parts), book.money_number, book.money_unit, book.say(f"{name}_remark")
        )
    spent = book.placed["fund_uses"].cell("total", last)
    yield Item(book.say("fund_spending"), spent, book.money_number, book.money_unit, book.say("fund_spending_remark"))
    parts = [book.placed[name].cell("total", column) for name, column in
             (("by_industry", last + 2), ("targets", 8), ("programmes", last + 1)) if name in book.placed]  # fmt: skip
    yield Item(
        book.say("private_money"), _sum(parts), book.money_number, book.money_unit, book.say("private_money_remark")
    )


def _sum(parts: list[Formula]) -> Formula:
    total = sum(float(part.value or 0) for part in parts)
    return Formula("=" + "+".join(part.text.removeprefix("=") for part in parts), total)


def _people(book: Book) -> Iterator[Item]:
    if "targets" not in book.placed:
        return
    placed = book.placed["targets"]
    achieved, target = placed.cell("total", 3), float(placed.value("total", 2) or 0)
    part = float(achieved.value or 0) / target if target else 1.0
    yield Item(
        book.say("people"), achieved, "n0", book.say("persons"), book.say("people_remark", target=target, part=part)
    )


def _quantities(book: Book) -> Iterator[Item]:
    x = book.plan.inputs
    for p, planned in x.programmes.quantity.items():
        delivered = book.placed["progress"].cell(p, len(x.years) + 2)
        unit = x.programmes.quantity_unit.get(p, "")
        name = book.label("programmes", p)
        remark = book.say("quantity_remark", programme=name, planned=f"{planned:,.10g}")
        yield Item(book.say("quantity", year=x.years[-1]), delivered, whole(delivered.value), unit, remark)


def _balances(book: Book) -> Iterator[Item]:
    x = book.plan.inputs
    last = len(x.years) + 1
    for f in x.funds.fund:
        ledger = book.placed[f"ledger {f}"]
        lapsed = f"{float(ledger.value('lapse', last) or 0):,.{book.money.decimals}f}"
        remark = book.say("lapse_remark", fund=book.label("funds", f), lapse=lapsed)
        label = book.say("balance_of", year=x.years[-1])
        yield Item(label, ledger.cell("balance", last), book.money_number, book.money_unit, remark)


def _appraisal(book: Book) -> Iterator[Item]:
    placed = book.placed["appraisal"]
    without = {name: placed.value(name, 2) for name in ("npv", "benefit_cost_ratio")}
    npv = f"{without['npv']:,.{book.money.decimals}f}".replace("-", "△")
    ratio = without["benefit_cost_ratio"]
    shown = f"{ratio:.2f}" if isinstance(ratio, float) else "-"
    yield Item(book.say("ratio"), placed.cell("benefit_cost_ratio", 1), "n2", book.say("multiple"),
               book.say("without_compute", value=shown))  # fmt: skip
    yield Item(book.say("npv"), placed.cell("npv", 1), book.money_number, book.money_unit,
               book.say("without_compute", value=npv))  # fmt: skip
