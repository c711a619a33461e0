"""What an analyst can give way on, as shifts of the compiled model: appropriations, targets, rules, floors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from axplan.formulation.constraint_registry import EOK, INDICATOR, PERSONS
from axplan.inputs.parameters import Inputs
from axplan.inputs.schema.policy import AMOUNT, TRAINEES
from axplan.solver import Arrays
from axplan.solver.rhs_ranging import Shift

APPROPRIATION, TARGET, RULE, FLOOR = "appropriation", "target", "rule", "floor"

LOOK = 0.25
"""How far prices are followed: this share of what stands now."""

LEAST_LOOK = {EOK: 100.0, PERSONS: 1000.0, INDICATOR: 0.0}
"""At least so far, where nothing or little stands now."""


@dataclass(frozen=True)
class Move:
    """One right side of the model.

    kind: APPROPRIATION (key: fund, year), TARGET (key: track,) RULE (key: rule, year or WHOLE_PLAN) or FLOOR (key:
    indicator,); `unit` of δ: EOK, PERSONS or INDICATOR, the unit of the indicator;
    `now`: what is appropriated or demanded, NaN for a rule on a share or growth, whose right side moves with the plan.
    """

    kind: str
    key: tuple[Any, ...]
    unit: str
    now: float
    shift: Shift

    @property
    def most(self) -> float:
        """How far it is followed."""
        return max(LEAST_LOOK[self.unit], LOOK * abs(self.now) if np.isfinite(self.now) else 0.0)


def moves(x: Inputs, arrays: Arrays) -> list[Move]:
    """Every appropriation, target, rule and floor, in the order of the inputs."""
    return [*_appropriations(x, arrays), *_targets(x, arrays), *_rules(x, arrays), *_floors(x, arrays)]


def _appropriations(x: Inputs, arrays: Arrays) -> Iterator[Move]:
    """appropriation[f,t] stands in fund_balance and carry_over_limit, and bounds the subscription it brings."""
    for f in x.funds.fund:
        for t in x.years:
            rows = [(position(arrays, "fund_balance", (f, t)), 1.0)]
            if f in x.funds.carry_over_limit:
                rows.append((position(arrays, "carry_over_limit", (f, t)), x.funds.carry_over_limit[f]))
            span = arrays.columns["subscription"]
            column = span.start + span.indices.index((f, t))
            shift = Shift(rows, [(column, x.funds.private_ratio[f])])
            yield Move(APPROPRIATION, (f, t), EOK, x.appropriations[f, t], shift)


def _targets(x: Inputs, arrays: Arrays) -> Iterator[Move]:
    for w in arrays.rows["target"].indices:
        yield Move(TARGET, (w,), PERSONS, x.tracks.target[w], Shift([(position(arrays, "target", w), 1.0)]))


def _rules(x: Inputs, arrays: Arrays) -> Iterator[Move]:
    for n, t in arrays.rows["rule_limit"].indices:
        row = position(arrays, "rule_limit", (n, t))
        amount = x.rules.value[n] if x.rules.unit[n] == AMOUNT else float("nan")
        unit = PERSONS if x.rules.measure[n] == TRAINEES else EOK
        yield Move(RULE, (n, t), unit, amount, Shift([(row, 1.0)]))


def _floors(x: Inputs, arrays: Arrays) -> Iterator[Move]:
    for v, floor in x.floors.at_least.items():
        yield Move(FLOOR, (v,), INDICATOR, floor, Shift([(position(arrays, "indicator_floor", v), 1.0)]))


def position(arrays: Arrays, constraint: str, index: Any) -> int:
    """The row of a constraint."""
    span = arrays.rows[constraint]
    return span.start + span.indices.index(index)
