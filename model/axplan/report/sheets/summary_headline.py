"""The five figures a committee asks for first; each is a formula that shows the cell it comes from."""

from collections.abc import Iterator

from axplan.inputs.objective import NAMES
from axplan.inputs.schema.indicators import NET_BENEFIT
from axplan.plan.appraisal import HEADLINE
from axplan.report.context import Book
from axplan.report.page.cards import Card
from axplan.report.prices import WON
from axplan.report.sheets.appraisal import trillions
from axplan.report.sheets.summary_sums import filled, items_of_ledgers, joined, of_ledgers, told, written
from axplan.report.tables.table import Formula, number


def headline(book: Book) -> Iterator[Card]:
    """What is maximised, state money, all money with whose it is, people against their target, benefit against cost."""
    yield _objective(book)
    yield _state(book)
    yield _total(book)
    if "targets" in book.placed:
        yield _people(book)
    yield _appraisal(book)


def _objective(book: Book) -> Card:
    """The maximised indicator; penalties of soft rules are not taken off."""
    objective = book.plan.objective
    label = book.say("with_unit", what=book.tell(NAMES[objective.indicator]), unit=book.tell(objective.unit))
    value = objective_value(book)
    return Card(label, value, book.indicator_number(number(value)), objective_remark(book))


def objective_remark(book: Book) -> str:
    """What the value of the objective is: a sum over years, or weighted indicators."""
    objective, x = book.plan.objective, book.plan.inputs
    if objective.is_weighted:
        weights = ", ".join(f"{book.tell(NAMES[v])} {weight:g}" for v, weight in objective.weights.items())
        return book.say("weighted_remark", weights=weights)
    rate, years = x.settings.social_discount_rate, x.effect_years
    return book.say("objective_remark", first=years[0], last=years[-1], rate=rate)


def objective_value(book: Book) -> Formula:
    """The discounted cell of the indicator, or the weighted sum of the cells: weight ÷ best value × indicator."""
    objective = book.plan.objective
    if not objective.is_weighted:
        return indicator_cell(book, objective.indicator)
    cells = [(factor, indicator_cell(book, v)) for v, factor in objective.per_unit(book.plan.best).items()]
    text = "+".join(f"{factor!r}*{cell.text[1:]}" for factor, cell in cells)
    return Formula(f"={text}", sum(factor * number(cell) for factor, cell in cells))


def indicator_cell(book: Book, valuation: str) -> Formula:
    """The discounted total of an indicator: a cell of the effects, or of benefit and cost."""
    if valuation == NET_BENEFIT:
        return trillions(book)
    return book.placed["effects"].cell("discounted", valuation)


def _state(book: Book) -> Card:
    """Appropriations less what lapses."""
    kind = book.money_number
    parts = {
        name: told(book, items_of_ledgers(book, [(item, 1)]))
        for name, item in (("appropriated", "appropriation"), ("lapsed", "lapse"))
    }
    remark = filled(book, "card_state_remark", **parts)
    return Card(book.say("card_state", unit=book.money_unit), of_ledgers(book, "state"), kind, remark)


def _total(book: Book) -> Card:
    """All money mobilised, and whose it is: the total of the table below."""
    kind, whose = book.money_number, book.placed["whose"]
    parts = {name: told(book, whose.cell(name, "sum")) for name in ("state", "subscribed", "returned", "match")}
    remark = filled(book, "card_total_remark", **parts)
    return Card(book.say("card_total", unit=book.money_unit), whose.cell("total", "sum"), kind, remark)


def _people(book: Book) -> Card:
    placed = book.placed["targets"]
    target, achieved = placed.cell("total", "target"), placed.cell("total", "achieved")
    whole, part = number(target), number(achieved)
    share = Formula(
        f'=TEXT(IF({target.text[1:]}=0,1,{achieved.text[1:]}/{target.text[1:]}),"0.0%")',
        f"{part / whole if whole else 1.0:.1%}",
    )
    remark = filled(book, "card_people_remark", target=written(target, 0), share=share)
    return Card(book.say("card_people"), achieved, "n0", remark)


def _appraisal(book: Book) -> Card:
    """Benefit over cost as a feasibility study counts them: own value added, additional investment."""
    placed = book.placed["appraisal"]
    before, after = _unit(book)
    npv = joined(before, told(book, placed.cell("npv", HEADLINE.name)), after)
    remark = filled(book, "card_ratio_remark", npv=npv)
    ratio = placed.cell("benefit_cost_ratio", HEADLINE.name)
    if isinstance(ratio.value, str):  # nothing is spent
        ratio = Formula(ratio.text, "")
    return Card(book.say("ratio"), ratio, "n2", remark)


def _unit(book: Book) -> tuple[str, str]:
    """What stands before and behind an amount of money: KRW … bn, …억원."""
    unit = book.money_unit
    return (WON, f" {unit.removeprefix(WON)}") if unit.startswith(WON) else ("", unit)
