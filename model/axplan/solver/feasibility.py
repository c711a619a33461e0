"""Where a model becomes feasible on the way from some arrays to others: how far an input has to be moved.

Between the two ends every figure of the model moves evenly. Where only right sides and bounds move, the distance is a
variable of a linear programme; where coefficients move as well, it is found by halving.
"""

import dataclasses
from typing import Any

import numpy as np

from axplan.core.errors import Infeasible, SolverFailure
from axplan.solver.arrays import Arrays, Entries, Floats
from axplan.solver.highs import STATUS, Basis, basis_of, hand_over, run_interruptibly, solve, start_from

HALVINGS = 60
CLOSE = 2e-4
"""The border is known when what is known to suffice exceeds what is known not to by this share of it."""

DISTANCE = "distance"


class Feasibility:
    """Whether anything satisfies a model; each answer begins where the last one ended, so that models of one shape that
    differ little are answered quickly. What the solver cannot decide counts as no: the safe side."""

    def __init__(self) -> None:
        self._basis: Basis | None = None
        self.answers = 0

    def __call__(self, arrays: Arrays) -> bool:
        highs = hand_over(arrays.with_cost(), 1.0)
        if self._basis is not None and len(self._basis.columns) == len(arrays.cost):
            start_from(highs, self._basis)
        run_interruptibly(highs)
        self._basis = basis_of(highs) or self._basis
        self.answers += 1
        return bool(highs.getModelStatus() == STATUS.kOptimal)


def border(base: Arrays, moved: Arrays, most: float, feasible: Feasibility) -> float | None:
    """The least t in (0, most] for which base + t · (moved − base) is feasible; None where none is.

    Found by halving it is not less than the true one, and exceeds it by `CLOSE` of itself at most. Feasibility has to
    grow with t.

    Raises
    ------
    ValueError: the two models have other rows, columns or places of coefficients.
    """
    if not np.array_equal(base.start, moved.start) or not np.array_equal(base.index, moved.index):
        raise ValueError("the two models are not of one shape")
    if np.array_equal(base.value, moved.value):
        return _distance(base, moved, most)
    return _halved(base, moved, most, feasible)


def between(base: Arrays, moved: Arrays, t: float) -> Arrays:
    """base + t · (moved − base), figure by figure; what is infinite in both stays."""
    names = ("row_lower", "row_upper", "col_lower", "col_upper", "value")
    mixed: dict[str, Any] = {n: _mixed(getattr(base, n), getattr(moved, n), t) for n in names}
    return dataclasses.replace(base, **mixed)


def _mixed(one: Floats, other: Floats, t: float) -> Floats:
    mixed = np.array(one)
    differ = one != other
    mixed[differ] = one[differ] + t * (other[differ] - one[differ])
    return mixed


def _halved(base: Arrays, moved: Arrays, most: float, feasible: Feasibility) -> float | None:
    if not feasible(between(base, moved, most)):
        return None
    low, high = 0.0, most
    for _ in range(HALVINGS):
        if high - low <= CLOSE * high:
            break
        middle = (low + high) / 2 if low else high / 4
        low, high = (low, middle) if feasible(between(base, moved, middle)) else (middle, high)
    return high


def _distance(base: Arrays, moved: Arrays, most: float) -> float | None:
    """The least distance as the value of a linear programme in which it is a variable."""
    try:
        return -solve(_with_distance(base, moved, most)).objective
    except (Infeasible, SolverFailure):
        return None


def _with_distance(base: Arrays, moved: Arrays, most: float) -> Arrays:
    """Rows whose right side moves get the distance as a further column; bounds that move become rows of their own.

    A row with two finite sides that move is an equation or moves them evenly: one coefficient serves both.
    """
    shift = _shift(base.row_lower, moved.row_lower, base.row_upper, moved.row_upper)
    touched = np.nonzero(shift)[0]
    bounds = np.nonzero(base.col_upper != moved.col_upper)[0]
    upper = np.array(base.col_upper)
    upper[bounds] = np.inf
    width, entries = len(base.cost), Entries(touched, np.zeros(len(touched), dtype=int), -shift[touched])
    freed = dataclasses.replace(base.with_cost(), col_upper=upper)
    reached = freed.add_columns(DISTANCE, np.array([-1.0]), np.zeros(1), np.array([most]), entries)
    rise = (moved.col_upper[bounds] - base.col_upper[bounds]).tolist()
    forms = [{column: 1.0, width: -by} for column, by in zip(bounds.tolist(), rise, strict=True)]
    return reached.add_rows(DISTANCE, forms, -np.inf, base.col_upper[bounds])


def _shift(lower: Floats, moved_lower: Floats, upper: Floats, moved_upper: Floats) -> Floats:
    """By how much each right side moves."""
    shift = np.zeros_like(lower)
    for one, other in ((lower, moved_lower), (upper, moved_upper)):
        differ = one != other
        shift[differ] = other[differ] - one[differ]
    return shift
