"""What an analyst can give way on, as shifts of the compiled model: appropriations, targets, training places, rules,
floors, solvency, and how fast firms adopt."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from axplan.formulation.constraint_registry import EOK, INDICATOR, PERSONS, REGISTRY, SHARE
from axplan.formulation.rules import right_side
from axplan.inputs.parameters import Inputs
from axplan.inputs.schema.policy import AMOUNT, APPROPRIATION_SHARE, WHOLE_PLAN
from axplan.solver import Arrays
from axplan.solver.rhs_ranging import RhsShift

APPROPRIATION, TARGET, CAPACITY, RULE, FLOOR, SOLVENCY, SPEED = KINDS = (
    "appropriation", "target", "capacity", "rule", "floor", "solvency", "speed",
)  # fmt: skip

LOOK = 0.25
"""How far prices are followed: this share of what stands now."""

POINT = 1e-4
"""A share moves by a hundredth of a percentage point (a basis point): δ of a right side in SHARE is counted in these,
as what a whole percentage point is worth soon wears off."""

LEAST_LOOK = {EOK: 100.0, PERSONS: 1000.0, INDICATOR: 0.0, SHARE: 100.0}
"""At least so far, where nothing or little stands now."""


@dataclass(frozen=True)
class Move:
    """One right side of the model.

    kind and key: APPROPRIATION (fund, year), TARGET (track,), CAPACITY (track, year), RULE (rule, year or WHOLE_PLAN),
    FLOOR (indicator,), SOLVENCY (fund,): what the fund must keep beyond what it owes, SPEED (stage,): annual_ceiling
    of all its cells. `unit` of δ: EOK, PERSONS, INDICATOR (the unit of the indicator) or SHARE (basis points).
    `now`: what is appropriated, demanded or allowed, in that unit; NaN where the right side moves with the plan.
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
    """Every right side that somebody can give way on, by kind in the order of the inputs."""
    targets = _amounts(x, arrays, "target", TARGET, PERSONS)
    floors = _amounts(x, arrays, "indicator_floor", FLOOR, INDICATOR)
    return [
        *_appropriations(x, arrays), *targets, *_capacities(x, arrays), *_rules(x, arrays), *floors,
        *_solvency(arrays), *_speeds(x, arrays),
    ]  # fmt: skip


def _appropriations(x: Inputs, arrays: Arrays) -> Iterator[Move]:
    """appropriation[f,t] stands in fund_balance and carry_over_limit, bounds the subscription it brings, and moves what
    rules demand or allow that are a share of it."""
    carried = dict(arrays.rows["carry_over_limit"].items())
    subscription = dict(arrays.columns["subscription"].items())
    for (f, t), row in arrays.rows["fund_balance"].items():
        rows = [(row, 1.0), *_shares_of(x, arrays, f, t)]
        if (f, t) in carried:
            rows.append((carried[f, t], x.funds.carry_over_limit[f]))
        shift = RhsShift(rows, [(subscription[f, t], x.funds.private_ratio[f])])
        yield Move(APPROPRIATION, (f, t), EOK, x.appropriations[f, t], shift)


def _shares_of(x: Inputs, arrays: Arrays, f: str, t: int) -> Iterator[tuple[int, float]]:
    """The rows of the rules that are a share of appropriation[f,t], and that share."""
    for (n, years), row in arrays.rows["rule_limit"].items():
        if x.rules.unit[n] == APPROPRIATION_SHARE and f in x.rule_funds(n) and t in years_of(x, n, years):
            yield row, x.rules.value[n]


def years_of(x: Inputs, rule: str, years: int | str) -> tuple[int, ...]:
    """The years that a row of a rule speaks of: its second index is a year, or WHOLE_PLAN."""
    return x.rule_years(rule) if years == WHOLE_PLAN else (int(years),)


def _amounts(x: Inputs, arrays: Arrays, constraint: str, kind: str, unit: str) -> Iterator[Move]:
    """Targets or floors: one row for each row of their sheet, the figure its right side."""
    known = REGISTRY[constraint]
    for index, row in arrays.rows[constraint].items():
        key = known.key(index)
        yield Move(kind, (key,), unit, known.movable[0].now(x, key), RhsShift([(row, 1.0)]))


def _capacities(x: Inputs, arrays: Arrays) -> Iterator[Move]:
    for at, row in arrays.rows["capacity"].items():
        yield Move(CAPACITY, at, PERSONS, x.capacity[at], RhsShift([(row, 1.0)]))


def _rules(x: Inputs, arrays: Arrays) -> Iterator[Move]:
    for (n, t), row in arrays.rows["rule_limit"].items():
        fixed = x.rules.unit[n] in (AMOUNT, APPROPRIATION_SHARE)
        amount = right_side(x, n, years_of(x, n, t)) if fixed else float("nan")
        yield Move(RULE, (n, t), REGISTRY["rule_limit"].unit_of(x, n), amount, RhsShift([(row, 1.0)]))


def _solvency(arrays: Arrays) -> Iterator[Move]:
    for f, row in arrays.rows["solvency"].items():
        yield Move(SOLVENCY, (f,), EOK, float("nan"), RhsShift([(row, 1.0)]))


def _speeds(x: Inputs, arrays: Arrays) -> Iterator[Move]:
    """annual_ceiling[s] is the right side of every cell and year of its stage."""
    rows: dict[str, list[tuple[int, float]]] = {}
    for (_, _, _, s, _), row in arrays.rows["adoption_speed"].items():
        rows.setdefault(s, []).append((row, POINT))
    for s, mine in rows.items():
        yield Move(SPEED, (s,), SHARE, x.stages.annual_ceiling[s] / POINT, RhsShift(mine))
