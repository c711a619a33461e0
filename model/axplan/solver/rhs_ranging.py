"""Right-hand-side ranging: how far a shadow price holds.

The optimum as a function of one right side is followed to its breakpoints by solving again. The optimal value of a
maximisation is concave and piecewise linear in the right sides (S. Saaty & T. Gass, 1954; D. Bertsimas & J.
Tsitsiklis, Introduction to Linear Optimization, 1997, ch. 5). The price of any one optimal basis is a
supergradient: at a degenerate optimum the value may fall off at once, and in a model of thousands of cells there is
a breakpoint every few 억원, at each of which the price wears off a little. So nothing is read off one basis: a slope
is confirmed by solving next to it, and it is said to hold as far as what it promises is right within a share.
"""

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import highspy
import numpy as np

from axplan.core.errors import Infeasible, SolverFailure, Unbounded
from axplan.solver.arrays import Arrays, Floats
from axplan.solver.highs import Solution, cost_scale, hand_over, run, solve, start_from

LESS, LIMIT, BORDER = "less", "limit", "border"
"""What ends a reach: that the price has worn off; that nobody looked further; that beyond it no plan is found."""

WITHIN = 0.01
"""A price holds as long as what was gained (or lost) with it is right to this share."""

NOISE = 1e-9
"""Values closer than this, relatively, are one value."""

TINY = 1e-6
"""The share of the way at which the slope in a direction is measured."""

CLOSE = 1e-4
"""Borders of feasibility are found to this share of themselves."""

STILL = 1e-7
"""Newton's steps have come to the end of a reach when they are shorter than this share of it. They are few, for the
optimum is piecewise linear; a longer last step could leave the reach beyond a sharp bend."""


@dataclass(frozen=True)
class RhsShift:
    """What moves by δ times its amount: sides of rows, and upper bounds of columns. An infinite side stays so."""

    rows: Sequence[tuple[int, float]]
    columns: Sequence[tuple[int, float]] = ()

    def moved(self, arrays: Arrays, by: float) -> Arrays:
        """The arrays after the shift by δ = `by`."""
        lower, upper, most = (np.array(a) for a in (arrays.row_lower, arrays.row_upper, arrays.col_upper))
        for row, amount in self.rows:
            lower[row] += by * amount
            upper[row] += by * amount
        for column, amount in self.columns:
            most[column] = max(arrays.col_lower[column], most[column] + by * amount)
        return dataclasses.replace(arrays, row_lower=lower, row_upper=upper, col_upper=most)

    def slope(self, solution: Solution) -> float:
        """What one unit of δ is worth by the prices of a solution: a supergradient there."""
        return self.priced(solution.row_dual, solution.reduced_cost)

    def priced(self, row_dual: Floats, reduced_cost: Floats) -> float:
        """The same of its prices."""
        rows = sum(amount * float(row_dual[row]) for row, amount in self.rows)
        return rows + sum(amount * max(0.0, float(reduced_cost[column])) for column, amount in self.columns)


@dataclass(frozen=True)
class RangeSide:
    """One direction from where a right side stands now.

    slope: what the first unit of δ adds to the optimum, with the sign of δ (for a step down, what it takes away);
    reach: the distance (≥ 0) over which that is right within a share; end: what ends it; worth: how the optimum changes
    over the whole reach.
    """

    slope: float
    reach: float
    end: str
    worth: float


@dataclass(frozen=True)
class OptimumAt:
    """The optimum at a distance, and its slope there by the prices found."""

    at: float
    value: float
    slope: float


class RhsRanging:
    """Ranges right sides of one model from its optimum, in a live solver: each optimum is found from the last one."""

    def __init__(self, arrays: Arrays, base: Solution) -> None:
        """`base` is the optimum of `arrays`, with its basis.

        Raises
        ------
        SolverFailure: the solver does not accept the model.
        """
        self.arrays, self.base = arrays, base
        self._scale = cost_scale(arrays.cost)
        self._highs = self._loaded()

    def _loaded(self) -> highspy.Highs:
        highs = hand_over(self.arrays, self._scale)
        if self.base.basis is not None:
            start_from(highs, self.base.basis)
        return highs

    def side(self, shift: RhsShift, way: float, most: float, within: float = WITHIN) -> RangeSide:
        """The slope of the optimum when the shift goes up (way = +1) or down (−1), and how far it holds.

        It looks as far as `most`. The slope is measured by solving again next to here, and taken from the prices of the
        base where these agree. The end is where the mean slope so far has left the first one by the share `within`: the
        value is concave, so Newton's steps from beyond come down to it one by one.

        Raises
        ------
        EnvironmentFault: out of memory.
        """

        def at(distance: float) -> OptimumAt | None:
            return self._optimum(shift, way, distance)

        here, priced = self.base.objective, way * shift.slope(self.base)
        try:
            near = at(TINY * most)
            if near is None:
                return RangeSide(way * priced, 0.0, BORDER, 0.0)
            slope = _slope(here, near, priced)
            far, end = _farthest(at, near, most)
            point = _worn_off(at, near, far, here, slope, within)
        finally:
            self._move(shift, 0.0)
        return RangeSide(way * slope, point.at, end if point is far else LESS, point.value - here)

    def _optimum(self, shift: RhsShift, way: float, distance: float) -> OptimumAt | None:
        """The optimum at a distance; None where none is found."""
        moved = self._move(shift, way * distance)
        try:
            run(self._highs)
        except (Infeasible, SolverFailure, Unbounded):
            self._highs = self._loaded()
            return self._anew(moved, shift, way, distance)
        found = self._highs.getSolution()
        value = float(self.arrays.cost @ np.array(found.col_value))
        prices = (np.array(part) / self._scale for part in (found.row_dual, found.col_dual))
        return OptimumAt(distance, value, way * shift.priced(*prices))

    def _anew(self, moved: Arrays, shift: RhsShift, way: float, distance: float) -> OptimumAt | None:
        """The same question to a new solver, which may presolve and begins with nothing."""
        try:
            found = solve(moved)
        except (Infeasible, SolverFailure, Unbounded):
            return None
        return OptimumAt(distance, found.objective, way * shift.slope(found))

    def _move(self, shift: RhsShift, by: float) -> Arrays:
        moved = shift.moved(self.arrays, by)
        for row, _ in shift.rows:
            self._highs.changeRowBounds(row, moved.row_lower[row], moved.row_upper[row])
        for column, _ in shift.columns:
            self._highs.changeColBounds(column, moved.col_lower[column], moved.col_upper[column])
        return moved


def _slope(here: float, near: OptimumAt, priced: float) -> float:
    """The slope next to here: as priced, where solving again agrees, else as solved."""
    measured = (near.value - here) / near.at
    exact = abs(priced - measured) * near.at <= NOISE * max(1.0, abs(here))
    return priced if exact else measured


def _farthest(at: Callable[[float], OptimumAt | None], near: OptimumAt, most: float) -> tuple[OptimumAt, str]:
    """The farthest point that has a plan, and whether the search or feasibility ends there."""
    far = at(most)
    if far is not None:
        return far, LIMIT
    low, high = near, most
    while high - low.at > CLOSE * high:
        middle = at((low.at + high) / 2)
        low, high = (middle, high) if middle is not None else (low, (low.at + high) / 2)
    return low, BORDER


def _worn_off(
    at: Callable[[float], OptimumAt | None], near: OptimumAt, far: OptimumAt, here: float, slope: float, within: float
) -> OptimumAt:
    """The last point at which the mean slope is that of the first step within the share; else `far`."""
    least, noise = slope - within * abs(slope), NOISE * max(1.0, abs(here))

    def spare(point: OptimumAt) -> float:
        return point.value - here - least * point.at + noise

    point = far
    while spare(point) < 0 and point.slope < least:
        nearer = point.at - spare(point) / (point.slope - least)
        if nearer <= near.at or point.at - nearer <= STILL * point.at:
            return near if nearer <= near.at else point
        found = at(nearer)
        if found is None:
            return near
        point = found
    return point
