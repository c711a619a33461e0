"""The five figures a committee asks for first; each is a formula that shows the cell it comes from."""

from collections.abc import Iterator

from axplan.inputs.objective import NAMES
from axplan.report.context import Book
from axplan.report.page.cards import Card
from axplan.report.sheets.summary_sums import added, joined, private_money, public_money, written
from axplan.report.tables.table import Formula, number


def headline(book: Book) -> Iterator[Card]:
    """What is maximised, public money, all money, people against their target, benefit against cost."""
    yield _objective(book)
    public, private = public_money(book), private_money(book)
    years = book.plan.inputs.years
    money, unit = book.money_number, book.money_unit
    yield Card(
        book.say("card_public", unit=unit),
        public,
        money,
        book.say("card_public_remark", first=years[0], last=years[-1]),
    )
    split = joined(book.say("card_private"), written(private, book.money.decimals), "")
    yield Card(book.say("card_total", unit=unit), added([public, private]), money, split)
    if "targets" in book.placed:
        yield _people(book)
    yield _appraisal(book)


def _objective(book: Book) -> Card:
    """The maximised indicator; penalties of soft rules are not taken off."""
    objective, x = book.plan.objective, book.plan.inputs
    label = book.say("with_unit", what=book.tell(NAMES[objective.indicator]), unit=book.tell(objective.unit))
    value = objective_value(book)
    remark = book.say(
        "objective_remark", first=x.effect_years[0], last=x.effect_years[-1], rate=x.settings.social_discount_rate
    )
    if objective.is_weighted:
        remark = book.say("weighted_remark", weights=", ".join(
            f"{book.tell(NAMES[v])} {weight:g}" for v, weight in objective.weights.items()
        ))  # fmt: skip
    return Card(label, value, book.indicator_number(number(value)), remark + gained(book))


def no_proportional(book: Book) -> str:
    """That a proportional split cannot meet all requirements; nothing where it can, or where nobody looked."""
    yardstick = book.plan.yardstick
    return book.say("no_proportional") if yardstick is not None and yardstick.value is None else ""


def gained(book: Book) -> str:
    """What the plan gains over the proportional split, as words to add to a remark; nothing without a share to tell."""
    share = book.plan.relative_gain
    return "" if share is None else book.say("gained", share=signed_share(share))


def signed_share(share: float) -> str:
    """A share as per cent with its sign, decreases marked △."""
    return f"{'△' if round(share, 3) < 0 else '+'}{abs(share):.1%}"


def signed(amount: float, decimals: int) -> str:
    """An amount with its sign, decreases marked △."""
    return f"{'△' if round(amount, decimals) < 0 else '+'}{abs(amount):,.{decimals}f}"


def objective_value(book: Book) -> Formula:
    """The discounted cell of the indicator, or the weighted sum of the cells: weight ÷ best value × indicator."""
    objective, placed = book.plan.objective, book.placed["effects"]
    if not objective.is_weighted:
        return placed.cell("discounted", objective.indicator)
    factors = objective.per_unit(book.plan.best)
    text = "+".join(f"{factor!r}*{placed.address('discounted', v)}" for v, factor in factors.items())
    worth = sum(factor * number(placed.value("discounted", v)) for v, factor in factors.items())
    return Formula(f"={text}", worth)


def _people(book: Book) -> Card:
    placed = book.placed["targets"]
    target, achieved = placed.cell("total", "target"), placed.cell("total", "achieved")
    whole, part = number(target), number(achieved)
    share = Formula(
        f'=TEXT(IF({target.text[1:]}=0,1,{achieved.text[1:]}/{target.text[1:]}),"0.0%")',
        f"{part / whole if whole else 1.0:.1%}",
    )
    remark = joined(book.say("card_target"), written(target, 0), book.say("card_target_part"), share)
    return Card(book.say("card_people"), achieved, "n0", remark)


def _appraisal(book: Book) -> Card:
    placed = book.placed["appraisal"]
    npv = written(placed.cell("npv", "with_compute"), book.money.decimals)
    remark = joined(book.say("card_npv"), npv, book.say("unit_after", unit=book.money_unit))
    ratio = placed.cell("benefit_cost_ratio", "with_compute")
    if isinstance(ratio.value, str):  # nothing is spent
        ratio = Formula(ratio.text, "")
    return Card(book.say("ratio"), ratio, "n2", remark)
