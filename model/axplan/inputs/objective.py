"""What a plan is asked to maximise, and the units indicators are reported in."""

from collections.abc import Mapping
from dataclasses import dataclass

from axplan.core.text import Text
from axplan.inputs.schema.core import Unit
from axplan.inputs.schema.indicators import INDICATOR_NAMES, UNITS

POINTS = Unit("점", "points")
WEIGHTED = "weighted"

NAMES: Mapping[str, Text] = {**INDICATOR_NAMES, WEIGHTED: Text("가중 목적", "Weighted objective")}


@dataclass(frozen=True)
class Objective:
    """The indicators a plan maximises and their weights; a single indicator is reported in its own unit."""

    weights: Mapping[str, float]

    @property
    def indicator(self) -> str:
        """The indicator's name, or "weighted"."""
        return next(iter(self.weights)) if len(self.weights) == 1 else WEIGHTED

    @property
    def is_weighted(self) -> bool:
        """Are there several indicators, each with a weight?"""
        return len(self.weights) > 1

    @property
    def unit(self) -> Unit:
        """조원, person-years or bn USD; a weighted objective has no unit, its best is 1 per unit of weight."""
        return POINTS if self.is_weighted else UNITS[self.indicator]

    def per_unit(self, best: Mapping[str, float]) -> dict[str, float]:
        """Weight of one reported unit of each indicator: weight ÷ |best value| when weighted, else 1.

        `best` gives the best value of each indicator, found alone (not needed for a single indicator).
        """
        if not self.is_weighted:
            return {self.indicator: 1.0}
        return {v: weight / abs(best[v]) for v, weight in self.weights.items()}


def single(indicator: str) -> Objective:
    """Maximise one indicator."""
    return Objective({indicator: 1.0})
