"""Amounts and shadow prices in words: money, quantities of the objective, and what giving way on a rule is worth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from axplan.inputs.schema.core import EOK, TRILLION, Unit
from axplan.inputs.schema.indicators import SMALLER
from axplan.report.styles import SPOKEN, decimals, written_number

if TYPE_CHECKING:
    import pandas as pd

    from axplan.report.context import Book

NOISE = 1e-12
"""A price that is worth less than this part of the plan, per unit, is rounding."""

EOK_PER_TRILLION, EOK_PER_BILLION = 1e4, SPOKEN["en"][1]
WON = "KRW "
"""English names of units of money begin with it; an amount stands behind it."""

FEW, NEARLY = 100, 1e-6
"""Of so few things a part of one is told; what is short of a whole one by no more is whole."""

MONEY_STEP = 100
STEPS = {"target": 1000, "trainees": 1000}
"""A round number of persons; money is told per 1 and per 100."""


def readable(book: Book, amount: float) -> tuple[float, str]:
    """An amount of the objective in the smaller unit, and the name of that unit."""
    return smaller(book, book.plan.objective.unit, amount)


def smaller(book: Book, unit: Unit, amount: float) -> tuple[float, str]:
    """A small amount of a unit in the smaller unit it is easier to read in, and the name of that unit."""
    factor, easier = SMALLER.get(unit, (1.0, unit))
    if easier == EOK:
        easier, eok = SPOKEN[book.language]
        factor /= eok
    return amount * factor, book.tell(easier)


def objective_words(book: Book, amount: float) -> str:
    """A small amount of the objective with its unit, as people say it."""
    if book.plan.objective.unit == TRILLION:
        return won(book, amount * EOK_PER_TRILLION)
    value, unit = readable(book, amount)
    return f"{significant(value)} {unit}"


def won(book: Book, eok: float) -> str:
    """An amount of 억원 as people say it: 100억원, KRW 10 bn."""
    amount = eok / SPOKEN[book.language][1]
    return book.say("won", amount=f"{amount:,.0f}" if float(amount).is_integer() else significant(amount))


def told(book: Book, eok: float) -> str:
    """An amount of 억원 as the book prints it, with its unit: 18,273억원, KRW 1,827.3 bn."""
    return quantity(book, book.cash(eok), book.money_number, book.money_unit)


def quantity(book: Book, value: float, number: str, unit: str) -> str:
    """A number of a kind with its unit: 26.18조원, KRW 26.18 tn, 36,443 person-years."""
    amount = written_number(value, number, book.language)
    if unit.startswith(WON):
        return f"{WON}{amount} {unit.removeprefix(WON)}"
    return f"{amount}{book.say('unit_after', unit=unit)}"


def is_free(book: Book, price: float) -> bool:
    """Whether a shadow price says that relaxing is worth nothing."""
    return abs(price) <= NOISE * abs(book.plan.value)


def price_number(prices: pd.Series) -> str:
    """The kind of number that shows the largest of these prices with four digits."""
    return f"n{decimals(float(prices.abs().max()) if len(prices) else 0.0)}"


def significant(amount: float, digits: int = 3) -> str:
    """A number in words: so many significant digits, thousands separated."""
    return f"{amount:,.{decimals(amount, digits)}f}"


def whole(*amounts: object) -> str:
    """The kind of number for quantities: no decimals where all of them are whole."""
    return "n0" if all(isinstance(a, float) and abs(a - round(a)) < 1e-6 for a in amounts) else "n1"


def delivered(amount: float, planned: float) -> str:
    """A quantity against that of the proposal, as it is printed."""
    return f"{complete(amount):,.0f}" if in_wholes(amount, planned) else f"{amount:,.1f}"


def complete(amount: float) -> int:
    """Nobody delivers a part of a computer: only what is complete counts."""
    return int(amount + NEARLY)


def in_wholes(amount: float, planned: float) -> bool:
    """Whether a quantity is told in whole ones: where there are many, or no part of one."""
    return planned >= FEW or abs(amount - round(amount)) < NEARLY


def worth(book: Book, price: float, of: str) -> str:
    """What relaxing by one round step is worth, `price` being what one unit is worth (never negative)."""
    if is_free(book, price):
        return book.say("worth_nothing")
    step = STEPS.get(of, MONEY_STEP)
    one, unit = readable(book, price)
    shown = one if of in STEPS else book.priced(one)
    return book.say(
        "worth_people" if of in STEPS else "worth_money",
        one=significant(shown), many=significant(one * step), unit=unit,
    )  # fmt: skip
