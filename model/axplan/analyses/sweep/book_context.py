"""What the sheets of the sweep workbook are written with."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from axplan.analyses.sweep.search import OBJECTIVE
from axplan.inputs.objective import NAMES
from axplan.inputs.schema.indicators import UNITS
from axplan.report.context import Binder
from axplan.report.page.measure import PADDING, longest_word
from axplan.report.styles import decimals
from axplan.report.tables.table import LABEL, Column

if TYPE_CHECKING:
    from axplan.analyses.sweep.search import SweepPoint, VariedInput
    from axplan.inputs.objective import Objective
    from axplan.inputs.parameters import Inputs

COMMITMENT, TRAINEES = "commitment", "trainees"
MONEY = (COMMITMENT, "training", "outlay", "running", "subscription", "lapse")
"""Figures of money, in 억원; those with a dot behind them are parts."""


@dataclass
class SweepBook(Binder):
    """The sweep workbook while it is written; see `write_sweep`."""

    varied: Sequence[VariedInput]
    own: SweepPoint
    points: Sequence[SweepPoint]
    inputs: Inputs
    objective: Objective

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
        return self.inputs.label(sheet, key, self.language)

    def unit_of(self, figure: str) -> str:
        """The unit a figure is printed in."""
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
        largest = self._largest(figure)
        return f"n{max(2 if largest < 1000 else 0, decimals(largest, 5, 8))}"

    def axis_of(self, figure: str) -> str:
        """The kind of number an axis of a figure is marked with."""
        return f"n{decimals(self._largest(figure), 2, 8)}"

    def _largest(self, figure: str) -> float:
        return max((abs(p.figures[figure]) for p in self.points if figure in p.figures), default=0.0)

    def amount(self, point: SweepPoint, figure: str) -> float | None:
        """A figure in the unit it is printed in; None where the point has no plan."""
        found = point.shown(figure)
        if found is None:
            return None
        return self.cash(found) if figure.partition(".")[0] in MONEY else found

    def column(self, figure: str) -> Column:
        """The column of a figure, its unit below its name."""
        title = self.say("unit_below", what=self.name(figure), unit=self.unit_of(figure))
        return Column(title, self.number(figure), name=figure)

    def status(self, point: SweepPoint) -> str:
        """Whether a point has a plan, in words."""
        return self.say(f"point_{point.status}")

    def setting(self, point: SweepPoint) -> list[str]:
        """What the parameters are set to at a point, as it was asked for."""
        return [setting.partition("=")[2] for setting in point.setting]

    def value_column(self, vary: VariedInput, title: str) -> Column:
        """The column of a parameter."""
        numbers = all(isinstance(cell_of(value), float) for value in vary.values)
        return Column(title, "general" if numbers else "right", narrowest=min(LABEL, longest_word(title) + PADDING))


def cell_of(value: str) -> str | float:
    """A value of a parameter as a cell: a number, or with × where the input is multiplied."""
    if value[0] in "*+":
        return f"× {value[1:]}" if value[0] == "*" else value
    try:
        number = float(value)
    except ValueError:
        return value
    return number if math.isfinite(number) else value
