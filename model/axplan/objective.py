"""What a plan is asked to maximise, and the units indicators are reported in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from axplan.errors import Text
from axplan.inputs import EMPLOYMENT, EXPORTS, OUTPUT, PRODUCTION, VALUATIONS, VALUE_ADDED
from axplan.schema.core import BILLION_USD, TRILLION, Unit

PERSON_YEARS = Unit("인·년", "person-years")
POINTS = Unit("점", "points")
WEIGHTED = "weighted"

UNITS: Mapping[str, Unit] = {
    PRODUCTION: TRILLION, OUTPUT: TRILLION, VALUE_ADDED: TRILLION, EMPLOYMENT: PERSON_YEARS, EXPORTS: BILLION_USD,
}  # fmt: skip

NAMES: Mapping[str, Text] = {
    PRODUCTION: Text("생산유발", "Production induced"),
    OUTPUT: Text("산출유발", "Output induced"),
    VALUE_ADDED: Text("부가가치유발", "Value added induced"),
    EMPLOYMENT: Text("취업유발", "Employment induced"),
    EXPORTS: Text("수출", "Exports"),
    WEIGHTED: Text("가중 목적", "Weighted objective"),
}


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
        return len(self.weights) > 1

    @property
    def unit(self) -> Unit:
        """조원, person-years or bn USD; a weighted objective has no unit, its best is 1 per unit of weight."""
        return POINTS if self.is_weighted else UNITS[self.indicator]

    def per_unit(self, best: Mapping[str, float]) -> dict[str, float]:
        """Weight of one reported unit of each indicator: weight ÷ best value when weighted, else 1.

        `best` gives the best value of each indicator, found alone (not needed for a single indicator).
        """
        if not self.is_weighted:
            return {self.indicator: 1.0}
        return {v: weight / best[v] for v, weight in self.weights.items()}


def single(indicator: str) -> Objective:
    """Maximise one indicator."""
    return Objective({indicator: 1.0})


__all__ = ["NAMES", "UNITS", "VALUATIONS", "WEIGHTED", "Objective", "single"]
