"""What it costs that programmes must progress: the best plan that builds of them only what pays.

The requirement is dropped, not the programmes: what they unlock still serves, and the plan without the requirement
builds as much of them as it likes. The sum of the shadow prices would say far more than that, for they wear off.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from axplan.core.errors import SolverFailure
from axplan.inputs.parameters import Inputs
from axplan.solver import Arrays, Solution
from axplan.solver.highs import cost_scale
from axplan.solver.session import MOST, Session

THRIFT = 1e-5
"""Weight of an 억원 of outlay beside the largest coefficient of the objective: of plans that are as good, the one with
the least outlay."""

SAME = 1e-6
"""Values that differ by no more than this, relatively, are the same."""


@dataclass(frozen=True)
class Completion:
    """The objective of the plan, that of the best plan without `minimum_progress`, in the unit of the objective, and
    what that plan spends on programmes (public 억원, running costs left out)."""

    plan: float
    free: float
    outlay: float

    @property
    def cost(self) -> float:
        """What the requirement costs: never negative."""
        difference = self.free - self.plan
        return difference if difference > SAME * max(1.0, abs(self.free)) else 0.0


def completion(x: Inputs, first: Solution) -> Completion | None:
    """What `minimum_progress` costs at the optimum `first`; None where nothing is required, or there is no answer.

    Without the rows the basis of `first` stays feasible, so that the primal simplex goes straight on from it.
    """
    required = first.arrays.rows["progress_requirement"].items()
    rows = [row for p, row in required if x.programmes.minimum_progress[p] > 0]
    if not rows or first.basis is None:
        return None
    arrays, outlays = first.arrays.relax(rows), first.arrays.columns["outlay"]
    wanted = np.array(arrays.cost)
    columns = [column for _, column in outlays.items()]
    wanted[columns] -= THRIFT * _largest(arrays)
    try:
        found = Session(arrays, first.basis).extreme(cost_scale(arrays.cost) * wanted, MOST)
    except SolverFailure:
        return None
    return Completion(first.objective, float(arrays.cost @ found), float(found[columns].sum()))


def _largest(arrays: Arrays) -> float:
    """The largest coefficient of what is wanted; penalties of soft rules, which may be a million times as large,
    apart."""
    cost = np.abs(arrays.cost)
    for name in ("shortfall", "excess"):
        span = arrays.columns[name]
        cost[span.start : span.stop] = 0.0
    return float(np.max(cost, initial=0.0))
