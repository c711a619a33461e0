"""Model → HiGHS → values, duals, ranges; a status that is not a proven optimum becomes a named error."""

from axplan.solver.arrays import Arrays
from axplan.solver.highs import Basis, Solution, solve

__all__ = ["Arrays", "Basis", "Solution", "solve"]
