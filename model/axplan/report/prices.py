"""Numbers and shadow prices in words: what one unit less of what a rule or target demands is worth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from axplan.report.styles import decimals
from axplan.schema.core import BILLION_USD, EOK, TRILLION, Unit

if TYPE_CHECKING:
    import pandas as pd

    from axplan.report.context import Book

MILLION_USD = Unit("백만달러", "USD m")
SMALLER: dict[Unit, tuple[float, Unit]] = {TRILLION: (1e4, EOK), BILLION_USD: (1e3, MILLION_USD)}
"""The unit in which a small amount of an objective is easier to read, and how many of it make one."""

NOISE = 1e-12
"""A price that is worth less than this part of the plan, per unit, is rounding."""

STEPS = {"target": 1000, "trainees": 1000}
"""A round number of persons; money is told per 1 and per 100."""


def readable(book: Book, amount: float) -> tuple[float, str]:
    """An amount of the objective in the smaller unit, and the name of that unit."""
    return smaller(book, book.plan.objective.unit, amount)


def smaller(book: Book, unit: Unit, amount: float) -> tuple[float, str]:
    """A small amount of a unit in the smaller unit it is easier to read in, and the name of that unit."""
    factor, easier = SMALLER.get(unit, (1.0, unit))
    return amount * factor, book.tell(easier)


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


def worth(book: Book, price: float, of: str) -> str:
    """What relaxing by one round step is worth, `price` being what one unit is worth (never negative)."""
    if is_free(book, price):
        return book.say("worth_nothing")
    step = STEPS.get(of, 100)
    one, unit = readable(book, price)
    return book.say(
        "worth_people" if of in STEPS else "worth_money",
        one=significant(one), many=significant(one * step), unit=unit,
    )  # fmt: skip
