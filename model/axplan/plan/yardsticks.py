"""The yardstick: what the best plan gains over one that splits the same funds in proportion to production.

The gain is what the allocation over industries and regions is worth, less what the rules cost that give way to the
proportional split. It is negative where they cost more than the allocation brings.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from axplan.core.errors import Infeasible, SolverFailure, Unbounded
from axplan.formulation import build_model
from axplan.formulation.compile import compile_model
from axplan.inputs.parameters import Inputs
from axplan.inputs.proportional import proportional
from axplan.solver import solve


@dataclass(frozen=True)
class Yardstick:
    """The objective of the best plan that splits in proportion to production; None: no such plan meets all demands."""

    value: float | None


def proportional_value(x: Inputs, weights: Mapping[str, float]) -> float | None:
    """The objective of the best plan that splits proportionally; None where there is none.

    `weights`: as for `build_model`, so that the value compares with the optimum's.
    """
    try:
        return solve(compile_model(build_model(proportional(x), weights))).objective
    except (Infeasible, Unbounded, SolverFailure):
        return None
