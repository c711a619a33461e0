"""A live solver: one model that stays loaded while what is asked of it changes, from one basis.

Only costs change between two questions, so that the basis it begins from stays feasible and the primal simplex goes
straight on from it; nothing is presolved. Every question is asked from the same basis, so that an answer does not
depend on the questions before it (going on from the last answer is no quicker: it lies further away than the optimum
does).
"""

from typing import Any

import highspy
import numpy as np

from axplan.core.errors import Infeasible, SolverFailure, Unbounded
from axplan.core.text import Text
from axplan.solver.arrays import Arrays, Floats
from axplan.solver.highs import Basis, cost_scale, hand_over, run, solve, start_from, tidied

OBJECTIVE_FLOOR = "objective_floor"
"""The name of the row that keeps the objective up."""

PRIMAL_SIMPLEX = 4
"""HiGHS's `simplex_strategy` for a basis that is feasible but no longer optimal."""

LEAST, MOST = "least", "most"
SIGNS = {LEAST: -1.0, MOST: 1.0}
"""The two ends of a quantity, and the sign with which it is maximised to find each."""

NO_ANSWER = Text(
    "최적화 엔진이 범위의 끝을 찾지 못했습니다. 허용 폭을 조금 바꾸어 다시 실행하십시오.",
    "The solver could not find the end of a range. Change the share that may be given up a little and run again.",
)


def with_objective_floor(arrays: Arrays, floor: float) -> Arrays:
    """The same model with one row more, the last: its objective is at least `floor` (in the unit of the objective).

    The row is scaled by a power of two, as the objective itself is for the solver: a floor in 조원 is made of
    coefficients of 1e-5, which the solver's tolerance for rows would not see.
    """
    scale, used = cost_scale(arrays.cost), np.flatnonzero(arrays.cost)
    form = dict(zip(used.tolist(), (scale * arrays.cost[used]).tolist(), strict=True))
    return arrays.add_rows(OBJECTIVE_FLOOR, [form], scale * floor, np.inf)


def with_loose_rows(basis: Basis, count: int = 1) -> Basis:
    """The basis of a model with some rows more, the last, none of which binds."""
    loose = int(highspy.HighsBasisStatus.kBasic)
    return Basis(basis.columns, np.append(basis.rows, [loose] * count).astype(np.int32))


class Session:
    """A model in a solver that stays alive. The model's own costs do not count; every question brings its own."""

    def __init__(self, arrays: Arrays, basis: Basis) -> None:
        """`basis` is a feasible basis of `arrays`.

        Raises
        ------
        SolverFailure: the solver does not accept the model.
        """
        self.arrays, self.basis = arrays, basis
        self._columns = np.arange(len(arrays.cost), dtype=np.int32)
        self._highs = self._loaded()

    def _loaded(self) -> Any:
        highs = hand_over(self.arrays.with_cost(), 1.0)
        highs.setOptionValue("presolve", "off")
        highs.setOptionValue("simplex_strategy", PRIMAL_SIMPLEX)
        return highs

    def extreme(self, cost: Floats, end: str) -> Floats:
        """The solution in which cost·x is `LEAST` or `MOST`.

        Raises
        ------
        SolverFailure: the end was not found, or there is none.
        EnvironmentFault: out of memory.
        """
        signed = SIGNS[end] * cost
        highs = self._highs
        highs.clearSolver()
        start_from(highs, self.basis)
        highs.changeColsCost(len(signed), self._columns, signed)
        try:
            run(highs)
        except (Infeasible, SolverFailure, Unbounded):
            self._highs = self._loaded()
            return self._anew(signed)
        return tidied(self.arrays, np.array(highs.getSolution().col_value))

    def _anew(self, cost: Floats) -> Floats:
        """The same question to a new solver, which may presolve and begins with nothing."""
        try:
            return solve(self.arrays.with_cost(cost)).x
        except (Infeasible, SolverFailure, Unbounded) as fault:
            raise SolverFailure(NO_ANSWER) from fault
