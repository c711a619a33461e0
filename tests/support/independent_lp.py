"""The linear programme of the independent model: columns and rows gathered one by one, HiGHS asked directly."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any, Literal, TypeAlias

import highspy
import numpy as np

Terms: TypeAlias = list[tuple[int, float]]
"""(column, coefficient); a column may stand there twice."""

Optimum: TypeAlias = float | Literal["infeasible"]

INF = math.inf
TOLERANCE = 1e-9
ON_THE_FACE = 1e-11
"""How far below the best, relatively, a plan may be that still counts as one of the best."""

NO_PLAN = {highspy.HighsModelStatus.kInfeasible, highspy.HighsModelStatus.kUnboundedOrInfeasible}


class QuietHighs(highspy.Highs):  # type: ignore[misc]
    """HiGHS without the banner that its own constructor prints before any option can be set."""

    def __init__(self) -> None:
        super(highspy.Highs, self).__init__()
        self.setOptionValue("output_flag", False)


class Lp:
    """A linear programme to be maximised, gathered column by column and row by row."""

    def __init__(self) -> None:
        self.bounds: list[tuple[float, float]] = []
        self.values: list[float] = []
        self.rows: list[tuple[dict[int, float], float, float]] = []

    def column(self, upper: float = INF, value: float = 0.0) -> int:
        self.bounds.append((0.0, upper))
        self.values.append(value)
        return len(self.bounds) - 1

    def row(self, terms: Iterable[tuple[int, float]], lower: float = -INF, upper: float = INF) -> None:
        self.rows.append((summed(terms), lower, upper))

    def maximise(self, terms: Iterable[tuple[int, float]]) -> None:
        """Add terms to what is maximised."""
        for column, coefficient in terms:
            self.values[column] += coefficient

    def size(self) -> float:
        """The usual coefficient of the objective; a few penalties may be much larger."""
        sizes = sorted(abs(value) for value in self.values if value) or [1.0]
        return sizes[len(sizes) // 2]

    def matrix(self) -> highspy.HighsLp:
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = len(self.bounds), len(self.rows)
        lp.col_cost_ = np.array(self.values) / self.size()
        lp.col_lower_, lp.col_upper_ = (np.array(side) for side in zip(*self.bounds, strict=True))
        lp.row_lower_ = np.array([row[1] for row in self.rows])
        lp.row_upper_ = np.array([row[2] for row in self.rows])
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = np.cumsum([0] + [len(row[0]) for row in self.rows])
        lp.a_matrix_.index_ = np.array([column for row in self.rows for column in row[0]], dtype=np.int32)
        lp.a_matrix_.value_ = np.array([value for row in self.rows for value in row[0].values()])
        lp.sense_ = highspy.ObjSense.kMaximize
        return lp

    def best(self) -> Sequence[float] | None:
        """The values of the columns in a best plan, or None where there is no plan.

        Near the border of feasibility the simplex method now and then ends without an answer; then the interior point
        method is asked. No answer from either is an error.
        """
        for method in ("choose", "ipm"):
            highs = QuietHighs()
            status = answered(highs, self.matrix(), method)
            if status in NO_PLAN:
                return None
            if status == highspy.HighsModelStatus.kOptimal:
                return list(highs.getSolution().col_value)
        raise RuntimeError(f"HiGHS answered {status}")

    def maximum(self) -> Optimum:
        """The best value, or 'infeasible'."""
        found = self.best()
        return "infeasible" if found is None else self.worth(found)

    def worth(self, plan: Sequence[float]) -> float:
        return math.fsum(v * x for v, x in zip(self.values, plan, strict=True))

    def least(self, terms: Iterable[tuple[int, float]]) -> Sequence[float] | None:
        """Of the best plans one in which Σ terms is least; None where there is no plan.

        The worth of the first best plan becomes a floor.
        """
        first = self.best()
        if first is None:
            return None
        face, size, worth = Lp(), self.size(), self.worth(first)
        face.bounds, face.values, face.rows = self.bounds, [0.0] * len(self.values), list(self.rows)
        lowest = (worth - ON_THE_FACE * abs(worth)) / size
        face.row([(column, value / size) for column, value in enumerate(self.values) if value], lower=lowest)
        face.maximise((column, -coefficient) for column, coefficient in terms)
        return face.best() or first


def answered(highs: Any, lp: highspy.HighsLp, method: str) -> Any:
    """How HiGHS ends with a linear programme."""
    highs.setOptionValue("threads", 1)
    highs.setOptionValue("solver", method)
    highs.setOptionValue("primal_feasibility_tolerance", TOLERANCE)
    highs.setOptionValue("dual_feasibility_tolerance", TOLERANCE)
    highs.passModel(lp)
    highs.run()
    return highs.getModelStatus()


def summed(terms: Iterable[tuple[int, float]]) -> dict[int, float]:
    """Every column once, in the order in which it first stands there."""
    once: dict[int, float] = {}
    for column, coefficient in terms:
        once[column] = once.get(column, 0.0) + coefficient
    return once
