"""What an analyst can give way on, as shifts of the compiled model: appropriations, targets, rules, floors."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from axplan.formulation.constraint_registry import EOK, INDICATOR, PERSONS, REGISTRY
from axplan.inputs.parameters import Inputs
from axplan.inputs.schema.policy import AMOUNT
from axplan.solver import Arrays
from axplan.solver.rhs_ranging import RhsShift

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
    shift: RhsShift

    @property
    def most(self) -> float:
        """How far it is followed."""
        return max(LEAST_LOOK[self.unit], LOOK * abs(self.now) if np.isfinite(self.now) else 0.0)


def moves(x: Inputs, arrays: Arrays) -> list[Move]:
    """Every appropriation, target, rule and floor, in the order of the inputs."""
    targets = _amounts(x, arrays, "target", TARGET, PERSONS)
    floors = _amounts(x, arrays, "indicator_floor", FLOOR, INDICATOR)
    return [*_appropriations(x, arrays), *targets, *_rules(x, arrays), *floors]


def _appropriations(x: Inputs, arrays: Arrays) -> Iterator[Move]:
    """appropriation[f,t] stands in fund_balance and carry_over_limit, and bounds the subscription it brings."""
    carried = dict(arrays.rows["carry_over_limit"].items())
    subscription = dict(arrays.columns["subscription"].items())
    for (f, t), row in arrays.rows["fund_balance"].items():
        rows = [(row, 1.0)]
        if (f, t) in carried:
            rows.append((carried[f, t], x.funds.carry_over_limit[f]))
        shift = RhsShift(rows, [(subscription[f, t], x.funds.private_ratio[f])])
        yield Move(APPROPRIATION, (f, t), EOK, x.appropriations[f, t], shift)


def _amounts(x: Inputs, arrays: Arrays, constraint: str, kind: str, unit: str) -> Iterator[Move]:
    """Targets or floors: one row for each row of their sheet, the figure its right side."""
    known = REGISTRY[constraint]
    for index, row in arrays.rows[constraint].items():
        key = known.key(index)
        yield Move(kind, (key,), unit, known.movable[0].now(x, key), RhsShift([(row, 1.0)]))


def _rules(x: Inputs, arrays: Arrays) -> Iterator[Move]:
    for (n, t), row in arrays.rows["rule_limit"].items():
        amount = x.rules.value[n] if x.rules.unit[n] == AMOUNT else float("nan")
        yield Move(RULE, (n, t), REGISTRY["rule_limit"].unit_of(x, n), amount, RhsShift([(row, 1.0)]))
