"""Arrays → HiGHS → a solution with its duals, or a named error. No other module talks to the solver."""

import threading
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import highspy
import numpy as np

from axplan.core.errors import EnvironmentFault, Infeasible, SolverFailure, Unbounded
from axplan.core.text import Text
from axplan.solver.arrays import Arrays, Floats, Integers

STATUS = highspy.HighsModelStatus
BASIS_STATUS = {int(status): status for status in highspy.HighsBasisStatus.__members__.values()}
NOISE = 1e-9
SOLVER_THREAD = "axplan-solver"
LISTENING_SECONDS = 0.1
SIMPLEX, INTERIOR_POINT = "simplex", "ipm"


@dataclass(frozen=True)
class Basis:
    """Which columns and rows are basic, as the integers of HighsBasisStatus: a basis of HiGHS cannot leave its
    process."""

    columns: Integers
    rows: Integers

    @cached_property
    def statuses(self) -> tuple[list[Any], list[Any]]:
        """The same in the words of HiGHS, columns and rows."""
        columns, rows = ([BASIS_STATUS[n] for n in part.tolist()] for part in (self.columns, self.rows))
        return columns, rows

    def __getstate__(self) -> dict[str, Any]:
        return {"columns": self.columns, "rows": self.rows}


@dataclass(frozen=True)
class Solution:
    """A proven optimum of `arrays`: primal values, duals and reduced costs, in the units of the model.

    A dual is the change of the objective (in its reported unit) per unit by which the right side of its row rises.
    """

    arrays: Arrays
    objective: float
    x: Floats
    row_dual: Floats
    reduced_cost: Floats
    status: str
    basis: Basis | None = None

    def values(self, variable: str) -> dict[Any, float]:
        """index → value of a variable."""
        return self.arrays.columns[variable].named(self.x)

    def duals(self, constraint: str) -> dict[Any, float]:
        """index → shadow price of a constraint."""
        return self.arrays.rows[constraint].named(self.row_dual)

    def reduced_costs(self, variable: str) -> dict[Any, float]:
        """index → what one unit more of a variable's binding bound is worth."""
        return self.arrays.columns[variable].named(self.reduced_cost)


class QuietHighs(highspy.Highs):  # type: ignore[misc]
    """HiGHS without its banner: its own constructor prints one before any option can be set, which would spoil
    `--json`. The constructor of its base does the rest of the work (tried with highspy 1.11 and 1.16)."""

    def __init__(self) -> None:
        super(highspy.Highs, self).__init__()
        self.setOptionValue("output_flag", False)


def cost_scale(cost: Floats) -> float:
    """A power of two that brings the largest cost coefficient into [1, 2), or near it where a penalty is larger still.

    In 조원 the coefficients are 1e-5 to 1e-3, beside a dual tolerance of 1e-7 that would be too coarse for them. A
    penalty may be a million times as large; scaled by it, the solver would stop before it has looked at what is
    wanted. Then 1 lies halfway, in powers, between the largest penalty and the largest wanted coefficient. A power of
    two changes no digit of a coefficient, so undoing it is exact.
    """
    largest = float(np.max(np.abs(cost), initial=0.0))
    wanted = float(np.max(cost, initial=0.0)) or largest
    if largest == 0.0:
        return 1.0
    return float(2.0 ** -np.floor((np.log2(largest) + np.log2(wanted)) / 2))


def hand_over(arrays: Arrays, scale: float, method: str = SIMPLEX) -> highspy.Highs:
    """A silent HiGHS instance that holds the model, passed in one call."""
    highs = QuietHighs()
    highs.setOptionValue("solver", method)
    highs.setOptionValue("threads", 1)
    status = highs.passModel(
        len(arrays.cost), len(arrays.row_lower), len(arrays.value), int(highspy.MatrixFormat.kRowwise),
        int(highspy.ObjSense.kMaximize), 0.0, scale * arrays.cost, arrays.col_lower, arrays.col_upper,
        arrays.row_lower, arrays.row_upper, arrays.start, arrays.index, arrays.value,
        np.zeros(len(arrays.cost), np.int32),
    )  # fmt: skip
    if status == highspy.HighsStatus.kError:
        raise SolverFailure(Text("최적화 엔진이 모형을 받아들이지 않았습니다.", "The solver did not accept the model."))
    return highs


def solve(arrays: Arrays, method: str = SIMPLEX, basis: Basis | None = None, keep_basis: bool = False) -> Solution:
    """Solve and check the termination status.

    It begins from a `basis` of a model of the same shape, where one is given; `keep_basis` gives the solution its own.

    Near the border of feasibility an algorithm may end without an answer: then the other one is asked, from nothing.

    Raises
    ------
    Infeasible, Unbounded: the solver proved that there is no plan, or no best one.
    SolverFailure: no answer from either algorithm, or a model the solver does not accept.
    EnvironmentFault: out of memory.
    """
    try:
        return _solved(arrays, method, basis, keep_basis)
    except SolverFailure as fault:
        other = INTERIOR_POINT if method == SIMPLEX else SIMPLEX
        try:
            return _solved(arrays, other, None, keep_basis)
        except SolverFailure:
            raise fault from None


def _solved(arrays: Arrays, method: str, basis: Basis | None, keep_basis: bool) -> Solution:
    scale = cost_scale(arrays.cost)
    highs = hand_over(arrays, scale, method)
    if basis is not None:
        start_from(highs, basis)
    run(highs)
    solution = highs.getSolution()
    x = tidied(arrays, np.array(solution.col_value))
    return Solution(
        arrays=arrays,
        objective=float(arrays.cost @ x),
        x=x,
        row_dual=np.array(solution.row_dual) / scale,
        reduced_cost=np.array(solution.col_dual) / scale,
        status=highs.modelStatusToString(highs.getModelStatus()),
        basis=basis_of(highs) if keep_basis else None,
    )


def start_from(highs: highspy.Highs, basis: Basis) -> None:
    """Begin with this basis instead of with nothing."""
    given = highspy.HighsBasis()
    given.col_status, given.row_status = basis.statuses
    given.valid = True
    highs.setBasis(given)


def basis_of(highs: highspy.Highs) -> Basis | None:
    """The basis a run ended with; none where it ended without one."""
    found = highs.getBasis()
    if not found.valid:
        return None
    return Basis(*(np.array([int(s) for s in part], np.int32) for part in (found.col_status, found.row_status)))


def tidied(arrays: Arrays, x: Floats) -> Floats:
    """The solution without the solver's rounding noise: within its bounds, and amounts below 1e-9 are nothing.

    The certificate is made for these values, which are the ones that are written.
    """
    clipped = np.clip(x, arrays.col_lower, arrays.col_upper)
    return np.where(np.abs(clipped) < NOISE, np.clip(0.0, arrays.col_lower, arrays.col_upper), clipped)


def run_interruptibly(highs: highspy.Highs) -> None:
    """Run the solver in a thread beside, so that Ctrl-C is heard at once and not only when the solver is done."""
    faults: list[BaseException] = []

    def work() -> None:
        try:
            highs.run()
        except BaseException as fault:
            faults.append(fault)

    thread = threading.Thread(target=work, name=SOLVER_THREAD, daemon=True)
    thread.start()
    while thread.is_alive():
        thread.join(LISTENING_SECONDS)
    if faults and isinstance(faults[0], MemoryError):
        raise EnvironmentFault(Text("메모리가 모자랍니다.", "Out of memory.")) from faults[0]
    if faults:
        raise faults[0]


def run(highs: highspy.Highs) -> None:
    """Run the solver and turn every end but a proven optimum into a named error."""
    run_interruptibly(highs)
    status = highs.getModelStatus()
    if status == STATUS.kUnboundedOrInfeasible:  # presolve cannot tell which: ask again without it
        highs.setOptionValue("presolve", "off")
        run_interruptibly(highs)
        status = highs.getModelStatus()
    if status == STATUS.kInfeasible:
        raise Infeasible(
            Text("모든 요구를 함께 만족하는 계획이 없습니다.", "No plan satisfies all requirements together.")
        )
    if status == STATUS.kUnbounded:
        raise Unbounded(Text(
            "목적값이 끝없이 커집니다: 비용이나 상한이 빠진 입력이 있습니다.",
            "The objective grows without limit: a cost or a ceiling is missing in the inputs.",
        ))  # fmt: skip
    if status != STATUS.kOptimal:
        said = highs.modelStatusToString(status)
        raise SolverFailure(Text(
            f"최적화 엔진이 답을 증명하지 못했습니다(상태: {said}). 실행 가능한 경계에 가까운 입력일 수 있습니다: 예산을 조금 늘리거나 목표를 조금 낮추어 다시 실행하십시오.",
            f"The solver ended without a proven answer (status: {said}). The inputs may lie at the border of what is "
            "feasible: raise the budget or lower a target a little and run again.",
        ))  # fmt: skip
