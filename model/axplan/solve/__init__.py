"""Model → HiGHS → values, duals, ranges; a status that is not a proven optimum becomes a named error."""

from __future__ import annotations

from axplan.solve.arrays import Arrays, compile_model
from axplan.solve.highs import Basis, Solution, solve

__all__ = ["Arrays", "Basis", "Solution", "compile_model", "solve"]
