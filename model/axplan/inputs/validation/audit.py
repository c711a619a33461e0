"""Do the published figures agree with each other? Warnings only: these columns are for comparison and plan nothing.

A published figure is rounded: 0.58 stands for anything from 0.575 to 0.585. Figures contradict each other when no
values within these intervals satisfy the definition that connects them.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from axplan.core.problem import Problem
from axplan.core.text import Text
from axplan.inputs.validation.checked import Check, Checked

SLACK = 1e-9
"""Relative room for the last digits of binary numbers."""

MOST_DECIMALS = 4
"""A computed figure has seventeen; a message needs fewer."""


@dataclass(frozen=True)
class PublishedFigure:
    """A number as it was typed, and the interval of the values that are rounded to it."""

    typed: float
    decimals: int

    @property
    def low(self) -> float:
        """The least value that is rounded to the figure."""
        return self.typed - 0.5 * 10.0**-self.decimals

    @property
    def high(self) -> float:
        """The greatest value that is rounded to the figure."""
        return self.typed + 0.5 * 10.0**-self.decimals

    def __str__(self) -> str:
        return f"{self.typed:.12g}" if self.typed >= 0 else f"({self.typed:.12g})"


@dataclass(frozen=True)
class Interval:
    """All numbers from `low` to `high`, the ends included."""

    low: float
    high: float

    def holds(self, number: float) -> bool:
        """Does the number lie in the interval, but for the last digits of binary numbers?"""
        room = SLACK * abs(number)
        return self.low - room <= number <= self.high + room


def published(number: float) -> PublishedFigure:
    """The figure with the decimals of the number as typed: 0.58 has two, 95 has none."""
    exponent = 0 if float(number).is_integer() else Decimal(repr(number)).as_tuple().exponent
    return PublishedFigure(float(number), max(0, -int(exponent)))


def specialisation(exports: PublishedFigure, balance: PublishedFigure) -> Interval | None:
    """balance ÷ (2 × exports − balance) within the rounding of both; None where the denominator may be (nearly) zero.

    The quotient rises with the balance and moves one way with the exports, so its limits stand at the corners.
    """
    corners = [(e, b) for e in (exports.low, exports.high) for b in (balance.low, balance.high)]
    if any(2 * e - b <= 0 for e, b in corners):
        return None
    values = [b / (2 * e - b) for e, b in corners]
    return Interval(min(values), max(values)) if all(map(math.isfinite, values)) else None


def quotient(number: PublishedFigure, divisor: PublishedFigure) -> Interval | None:
    """number ÷ divisor within the rounding of both; None where the divisor may be (nearly) zero."""
    if divisor.low <= 0 <= divisor.high:
        positive = number.low >= 0 and divisor.typed >= 0
        least = number.low / divisor.high if positive and divisor.high else math.inf
        return Interval(least, math.inf) if math.isfinite(least) else None
    values = [n / d for n in (number.low, number.high) for d in (divisor.low, divisor.high)]
    return Interval(min(values), max(values)) if all(map(math.isfinite, values)) else None


def common(quotients: Mapping[str, Interval]) -> tuple[Interval, list[str]]:
    """The interval on which most of the quotients agree, and the names of those that have no part in it."""
    starts = [interval.low for interval in quotients.values()]
    best = max(starts, key=lambda start: sum(interval.holds(start) for interval in quotients.values()))
    agreeing = [interval for interval in quotients.values() if interval.holds(best)]
    shared = Interval(max(i.low for i in agreeing), min(i.high for i in agreeing))
    return shared, [name for name, interval in quotients.items() if not interval.holds(best)]


def specialisation_follows_from_trade(c: Checked) -> Iterator[Problem]:
    """trade_specialisation = trade_balance ÷ (2 × exports − trade_balance), within the rounding of all three."""
    names = ("trade_specialisation", "exports", "trade_balance")
    for i, (given, exports, balance) in _figures(c, *names).items():
        implied = specialisation(exports, balance)
        if implied is None or _overlap(Interval(given.low, given.high), implied):
            continue
        shown = min(given.decimals, MOST_DECIMALS)
        value = balance.typed / (2 * exports.typed - balance.typed)
        values = {
            "typed": given,
            "formula": f"{balance} ÷ (2 × {exports} − {balance}) = {value:.{shown + 1}f}",
            "limit": _limit(implied, above=given.low > implied.high, decimals=shown + 2),
        }
        yield c.problem("W340", "industries", c.row("industries", i), "trade_specialisation", **values)


def _overlap(one: Interval, other: Interval) -> bool:
    return one.low <= other.high + SLACK and other.low <= one.high + SLACK


def _limit(interval: Interval, above: bool, decimals: int) -> Text:
    """The nearer end of the interval, rounded outwards."""
    size = 10.0**decimals
    if above:
        most = math.ceil(interval.high * size) / size
        return Text(f"{most:.{decimals}f} 이하", f"at most {most:.{decimals}f}")
    least = math.floor(interval.low * size) / size
    return Text(f"{least:.{decimals}f} 이상", f"at least {least:.{decimals}f}")


def influence_has_a_common_mean(c: Checked) -> Iterator[Problem]:
    """influence = production_inducement ÷ mean of all industries: every row implies the same mean."""
    yield from _disagreeing(c, "W341", "production_inducement", "influence")


def shares_have_a_common_total(c: Checked) -> Iterator[Problem]:
    """Every share implies the same total: production ÷ production_share, and so on."""
    for number, share in (
        ("production", "production_share"),
        ("exports", "export_share"),
        ("trade_balance", "trade_balance_share"),
    ):
        yield from _disagreeing(c, "W342", number, share)


def _disagreeing(c: Checked, code: str, number: str, divisor: str) -> Iterator[Problem]:
    figures = _figures(c, number, divisor)
    quotients = {i: known for i, (n, d) in figures.items() if (known := quotient(n, d)) is not None}
    if not quotients:
        return
    shared, odd = common(quotients)
    for i in odd:
        n, d = figures[i]
        formula = f"{number} ÷ {divisor} = {n} ÷ {d}" + (f" = {n.typed / d.typed:.4g}" if d.typed else "")
        values = {"column": divisor, "typed": d, "formula": formula, "shared": _in_words(shared)}
        yield c.problem(code, "industries", c.row("industries", i), divisor, **values)


def _in_words(interval: Interval) -> Text:
    if math.isinf(interval.high):
        return Text(f"{interval.low:.4g} 이상", f"at least {interval.low:.4g}")
    return Text(f"{interval.low:.4g}~{interval.high:.4g}", f"{interval.low:.4g} to {interval.high:.4g}")


def _figures(c: Checked, *columns: str) -> dict[str, tuple[PublishedFigure, ...]]:
    """The figures of the industries that have all of these columns, as typed: not in the units of the model."""
    found = {}
    for i in c.sheets.industries.industry:
        row = c.row("industries", i)
        if row is not None and all(i in getattr(c.sheets.industries, name) for name in columns):
            found[i] = tuple(published(row.values[name]) for name in columns)  # type: ignore[arg-type]
    return found


AUDITS: tuple[Check, ...] = (specialisation_follows_from_trade, influence_has_a_common_mean, shares_have_a_common_total)
