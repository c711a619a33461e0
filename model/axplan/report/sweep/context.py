"""What the sheets of the sweep workbook are written with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from axplan.objective import NAMES, UNITS
from axplan.report.context import Binder
from axplan.report.styles import decimals
from axplan.report.table import Column, Value

if TYPE_CHECKING:
    from axplan.inputs import Inputs
    from axplan.objective import Objective
    from axplan.sweeping import Point, Vary

OBJECTIVE, COMMITMENT, TRAINEES = "objective", "commitment", "trainees"
MONEY = (COMMITMENT, "training", "outlay", "subscription", "lapse")
"""Figures of money, in 억원; those with a dot behind them are parts."""

TIMES, PLUS = {"*": "× "}, "+"


@dataclass
class SweepBook(Binder):
    """The sweep workbook while it is written; see `write_sweep`."""

    varied: Sequence[Vary]
    own: Point
    points: Sequence[Point]
    inputs: Inputs
    objective: Objective
    facts: Mapping[str, str]

    def name(self, figure: str) -> str:
        """A figure in words, without its unit."""
        kind, _, key = figure.partition(".")
        if figure == OBJECTIVE:
            return self.tell(NAMES[self.objective.indicator])
        if figure in NAMES:
            return self.tell(NAMES[figure])
        if not key:
            return self.say(f"swept_{kind}")
        sheet = "tracks" if kind == TRAINEES else "stages" if key in self.inputs.stages.stage else "industries"
        labels: Mapping[str, str] = getattr(getattr(self.inputs, sheet), f"label_{self.language}", {})
        return labels.get(key, key)

    def unit_of(self, figure: str) -> str:
        kind = figure.partition(".")[0]
        if figure == OBJECTIVE:
            return self.tell(self.objective.unit)
        if figure in UNITS:
            return self.indicator_unit(figure)
        return self.say("persons") if kind == TRAINEES else self.money_unit

    def number(self, figure: str) -> str:
        """The kind of number a figure is printed as."""
        kind = figure.partition(".")[0]
        if kind in MONEY:
            return self.money_number
        if kind == TRAINEES:
            return "n0"
        largest = max((abs(p.figures[figure]) for p in self.points if figure in p.figures), default=0.0)
        return f"n{max(2 if largest < 1000 else 0, decimals(largest, 5, 8))}"

    def amount(self, point: Point, figure: str) -> float | None:
        """A figure in the unit it is printed in; None where the point has no plan."""
        found = point.figures.get(figure)
        if found is None:
            return None
        return self.cash(found) if figure.partition(".")[0] in MONEY else found

    def column(self, figure: str) -> Column:
        return Column(self.say("unit_below", what=self.name(figure), unit=self.unit_of(figure)), self.number(figure))

    def status(self, point: Point) -> str:
        return self.say(f"point_{point.status}")

    def setting(self, point: Point) -> list[str]:
        """What the parameters are set to at a point, as it was asked for."""
        return [setting.partition("=")[2] for setting in point.setting]

    def value_column(self, vary: Vary, title: str) -> Column:
        """The column of a parameter: numbers where all of its values are numbers."""
        places = [_places(value) for value in vary.values]
        known = [n for n in places if n is not None]
        return Column(title, f"n{max(known)}" if len(known) == len(places) else "right")


def _places(value: str) -> int | None:
    """Decimals a value is written with; None where it is not a plain number."""
    try:
        exponent = Decimal(value).as_tuple().exponent if value[0] not in "*+" else None
    except InvalidOperation:
        return None
    return max(0, -exponent) if isinstance(exponent, int) else None


def cell_of(value: str) -> Value:
    """A value of a parameter as a cell: a number, or with × where the input is multiplied."""
    if _places(value) is not None:
        return float(value)
    return f"× {value[1:]}" if value[0] == "*" else value
