"""Numbers and shadow prices in words: what giving way on a rule, a target or an appropriation is worth."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from axplan.inputs.schema.core import TRILLION, Unit
from axplan.inputs.schema.indicators import SMALLER
from axplan.inputs.schema.policy import AT_LEAST, AT_MOST
from axplan.report.styles import decimals
from axplan.report.tables.pivot import records

if TYPE_CHECKING:
    import pandas as pd

    from axplan.report.context import Book

NOISE = 1e-12
"""A price that is worth less than this part of the plan, per unit, is rounding."""

APPROPRIATION, TARGET, RULE = "appropriation", "target", "rule"
MONEY_STEP = 100
STEPS = {TARGET: 1000, "trainees": 1000}
"""A round number of persons; money is told per 1 and per 100."""

EOK_PER_BILLION = 10
"""English readers count won in billions."""


@dataclass(frozen=True)
class Relaxation:
    """A way to give way, and what it is worth.

    kind: APPROPRIATION (key: fund, year), TARGET (key: track) or RULE (key: rule, year or WHOLE_PLAN). `price` is what
    the first unit (억원 or person) adds to the objective, `step` the round number of units that is talked of, `now` what
    is appropriated or demanded now.
    """

    kind: str
    key: Hashable
    price: float
    step: float
    now: float

    @property
    def worth(self) -> float:
        """What the round step adds to the objective if every unit is worth as much as the first."""
        return self.price * self.step


def relaxations(book: Book) -> list[Relaxation]:
    """Every appropriation, target and rule that holds the plan back, the most worthwhile round step first.

    What is worth nothing is left out. Nobody can demand less than nothing: a step down ends at 0. Of what is worth as
    much, appropriations come before targets and those before rules, each in the order of the inputs.
    """
    found = [*_appropriations(book), *_targets(book), *_rules(book)]
    priced = [r for r in found if r.price > 0 and r.step > 0 and not is_free(book, r.price)]
    return sorted(priced, key=lambda r: -r.worth)


def _appropriations(book: Book) -> Iterator[Relaxation]:
    for row in records(book.plan.frames["ledger"]):
        yield Relaxation(
            APPROPRIATION, (row.fund, row.year), row.appropriation_price, MONEY_STEP, float(row.appropriation)
        )


def _targets(book: Book) -> Iterator[Relaxation]:
    for row in records(book.plan.frames["targets"]):
        yield Relaxation(TARGET, row.track, -row.shadow_price, min(STEPS[TARGET], row.target), row.target)


def _rules(book: Book) -> Iterator[Relaxation]:
    """A cap is raised, a floor is lowered; what must be equal moves to the side that is worth something."""
    for row in records(book.plan.frames["rules"]):
        step = STEPS.get(row.measure, MONEY_STEP)
        price = {AT_MOST: row.shadow_price, AT_LEAST: -row.shadow_price}.get(row.relation, abs(row.shadow_price))
        lowered = row.relation == AT_LEAST
        yield Relaxation(RULE, (row.rule, row.year), price, min(step, row.bound) if lowered else step, row.bound)


def readable(book: Book, amount: float) -> tuple[float, str]:
    """An amount of the objective in the smaller unit, and the name of that unit."""
    return smaller(book, book.plan.objective.unit, amount)


def smaller(book: Book, unit: Unit, amount: float) -> tuple[float, str]:
    """A small amount of a unit in the smaller unit it is easier to read in, and the name of that unit."""
    factor, easier = SMALLER.get(unit, (1.0, unit))
    return amount * factor, book.tell(easier)


def objective_words(book: Book, amount: float) -> str:
    """A small amount of the objective with its unit, as people say it."""
    value, unit = readable(book, amount)
    return won(book, value) if book.plan.objective.unit == TRILLION else f"{significant(value)} {unit}"


def won(book: Book, eok: float) -> str:
    """An amount of 억원 as people say it: 100억원, KRW 10 bn."""
    amount = eok if book.language == "ko" else eok / EOK_PER_BILLION
    return book.say("won", amount=f"{amount:,.0f}" if float(amount).is_integer() else significant(amount))


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
    step = STEPS.get(of, MONEY_STEP)
    one, unit = readable(book, price)
    return book.say(
        "worth_people" if of in STEPS else "worth_money",
        one=significant(one), many=significant(one * step), unit=unit,
    )  # fmt: skip
