"""What giving way would bring: round steps within the range in which a shadow price holds, each confirmed by solving.

An optimum is concave and piecewise linear in its right sides, so that a price wears off; here every few 억원. A sentence
that multiplies the price of the first unit by a hundred promises too much. So the step is chosen within the range in
which the price is right within one per cent (`solver.rhs_ranging`), and what it brings is the optimum with the step
less the optimum without.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from axplan.core.errors import SolverFailure
from axplan.formulation.constraint_registry import EOK, PERSONS
from axplan.inputs.parameters import Inputs
from axplan.inputs.schema.policy import AT_LEAST, AT_MOST
from axplan.plan.right_hand_sides import APPROPRIATION, RULE, TARGET, Move, moves
from axplan.solver import Solution
from axplan.solver.rhs_ranging import LIMIT, RhsRanging

STEPS = {EOK: (100.0, 50.0, 20.0, 10.0, 1.0), PERSONS: (1000.0, 500.0, 100.0, 10.0, 1.0)}
"""Round steps that are talked of, the largest first; the first is what prices are compared by."""

MOST, LOOKED_AT = 3, 8
"""So many steps are told, and at most so many right sides are looked at for them."""

NOISE = 1e-12
"""A price that is worth less than this part of the plan, per unit, is rounding."""


@dataclass(frozen=True)
class PriceRange:
    """A way to give way, how far its price holds, and what a round step within that brings.

    kind: APPROPRIATION (key: fund, year), TARGET (key: track,) or RULE (key: rule, year or WHOLE_PLAN). `way` is +1
    where the right side rises, −1 where it falls; `price` what the first unit (억원 or person) brings, in units of the
    objective; `reach` how many units that holds for within one per cent, as far as was looked: to the largest step;
    `step` the round number of units, `worth` what it brings by solving again; `now` what is appropriated or demanded.
    """

    kind: str
    key: tuple[Any, ...]
    way: float
    price: float
    reach: float
    step: float
    worth: float
    now: float


def price_ranges(x: Inputs, first: Solution) -> tuple[PriceRange, ...]:
    """The most worthwhile round steps at the optimum `first`: chosen by what their largest step would be worth at its
    price, and ordered by what they bring.

    What is worth nothing is left out, and what holds for less than the smallest step. Of what is worth as much,
    appropriations come before targets and those before rules.
    """
    wanted = sorted(_candidates(x, first), key=lambda candidate: -candidate[2] * STEPS[candidate[0].unit][0])
    if not wanted:
        return ()
    found: list[PriceRange] = []
    try:
        ranging = RhsRanging(first.arrays, first)
        for move, way, _ in wanted[:LOOKED_AT]:
            step = _stepped(ranging, move, way)
            found += [step] if step else []
            if len(found) == MOST:
                break
    except SolverFailure:
        pass
    return tuple(sorted(found, key=lambda price: -price.worth))


def _candidates(x: Inputs, first: Solution) -> Iterable[tuple[Move, float, float]]:
    """(what moves, which way, what the first unit brings), of everything that holds the plan back."""
    for move in moves(x, first.arrays):
        if move.kind in (APPROPRIATION, TARGET, RULE):
            slope = move.shift.slope(first)
            way = _way(x, move, slope)
            if way * slope > NOISE * max(1.0, abs(first.objective)):
                yield move, way, way * slope


def _way(x: Inputs, move: Move, slope: float) -> float:
    """Appropriations rise and targets fall; a cap is raised, a floor lowered, what must be equal goes where it pays."""
    if move.kind != RULE:
        return 1.0 if move.kind == APPROPRIATION else -1.0
    return {AT_MOST: 1.0, AT_LEAST: -1.0}.get(x.rules.relation[move.key[0]], 1.0 if slope > 0 else -1.0)


def _stepped(ranging: RhsRanging, move: Move, way: float) -> PriceRange | None:
    """The largest round step within the range of a price; None where the range is shorter than any."""
    most, tried = _room(move, way), STEPS[move.unit]
    reach: float | None = None
    for step in tried:
        if step > (most if reach is None else min(most, reach)):
            continue
        side = ranging.side(move.shift, way, step)
        price = way * side.slope
        reach = side.reach if reach is None else reach
        if side.end == LIMIT and side.worth > 0 and price > 0:
            return PriceRange(move.kind, move.key, way, price, reach, step, side.worth, move.now)
    return None


def _room(move: Move, way: float) -> float:
    """Nobody can demand less than nothing: a step down ends there, where what is demanded is an amount."""
    return move.now if way < 0 and move.now == move.now else float("inf")
