"""The yardsticks: what plans are worth that are made more simply, and what the rules on the split cost.

Like is compared with like. `free` is the best plan without the rules of commitment or investment that name an industry
or a region. `proportional` is the same with a ceiling for every industry and every region: its share of the output of
the initiative (production × siting) × all commitments of `free`. `even` adds the same ceiling for every task. Each is
`free` with more rules, so that none is worth more than `free`, and neither is the plan.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from axplan.core.errors import Infeasible, SolverFailure, Unbounded
from axplan.inputs.parameters import Inputs
from axplan.inputs.schema.policy import COMMITMENT, INVESTMENT
from axplan.plan.tie_breaking import least_public_money
from axplan.solver import Arrays, Solution, solve
from axplan.solver.arrays import Form
from axplan.solver.optimal_face import optimal_face
from axplan.solver.session import with_loose_rows

PROPORTIONAL, EVEN = SIMPLER = ("proportional", "even")
"""The plans that are made more simply."""

SAME = 1e-9
"""Values that differ by no more than this, relatively, are the same."""


@dataclass(frozen=True)
class Yardsticks:
    """The objectives of the plan and of the plans it is measured by, in the unit of the objective.

    proportional, even: None where no such plan meets all demands. commitments: all commitments of `free` (억원), which
    the ceilings are shares of; left_out: the rules that `free` does without.
    """

    plan: float
    free: float
    proportional: float | None
    even: float | None
    commitments: float
    left_out: tuple[str, ...]

    @property
    def price_of_the_split(self) -> float:
        """What the rules on the split over industries and regions cost: free − plan, never negative."""
        return self._above(self.plan)

    def gain_over(self, yardstick: str) -> float | None:
        """free − proportional or free − even, never negative: what choosing where the money goes is worth."""
        value = {PROPORTIONAL: self.proportional, EVEN: self.even}[yardstick]
        return None if value is None else self._above(value)

    def share(self, difference: float | None) -> float | None:
        """A difference as a share of |free|; None where that is nothing."""
        return difference / abs(self.free) if difference is not None and self.free else None

    def _above(self, value: float) -> float:
        difference = self.free - value
        return difference if difference > SAME * abs(self.free) else 0.0


def yardsticks(x: Inputs, first: Solution) -> Yardsticks:
    """The yardsticks of the optimum `first`, each solved from the basis of the one before.

    Raises
    ------
    SolverFailure: the solver found no answer without the rules on the split.
    """
    left_out = tuple(n for n in x.rules.rule if _speaks_of_the_split(x, n))
    rows = [row for (n, _), row in first.arrays.rows["rule_limit"].items() if n in left_out]
    free = solve(first.arrays.relax(rows), basis=first.basis, keep_basis=True) if rows else first
    commitments = _commitments(x, free)
    by_place = _capped(free.arrays, "place_ceilings", _by_place(x, free.arrays), commitments)
    even = _capped(by_place, "task_ceilings", _by_task(x, free.arrays), commitments)
    return Yardsticks(
        first.objective, free.objective, _worth(by_place, free), _worth(even, free), commitments, left_out
    )


def _speaks_of_the_split(x: Inputs, n: str) -> bool:
    of_growth = x.rules.measure[n] in (COMMITMENT, INVESTMENT)
    return of_growth and any(getattr(x.rules, name).get(n) for name in ("industry", "region"))


def _commitments(x: Inputs, free: Solution) -> float:
    """All commitments of the best plan without the rules on the split; of several the one with least public money."""
    totals = free.arrays.columns["stage_total"]
    try:
        chosen = solve(least_public_money(x, optimal_face(free)))
    except (Infeasible, Unbounded, SolverFailure):
        chosen = free
    return float(chosen.x[totals.start : totals.stop].sum())


Parts = dict[str, tuple[float, Form]]
"""Industry, region or task → its share of all commitments, and the sum that the share limits."""


def _by_place(x: Inputs, arrays: Arrays) -> Parts:
    """The parts of every industry and of every region: their share of the output of the initiative."""
    whole = sum(x.base.values())
    parts: Parts = {}
    for position in (0, 1):
        for name in dict.fromkeys(place[position] for place in x.base):
            output = sum(amount for place, amount in x.base.items() if place[position] == name)
            parts[f"{position}.{name}"] = output / whole, _sum_of(arrays, "place_total", position, name)
    return parts


def _by_task(x: Inputs, arrays: Arrays) -> Parts:
    share = 1 / len(x.tasks.task)
    return {k: (share, _sum_of(arrays, "task_total", 0, k)) for k in x.tasks.task}


def _sum_of(arrays: Arrays, total: str, position: int, name: str) -> Form:
    """The sum of the totals whose index has a name at a position."""
    return {column: 1.0 for index, column in arrays.columns[total].items() if index[position] == name}


def _capped(arrays: Arrays, name: str, parts: Parts, commitments: float) -> Arrays:
    """The model with a ceiling for each part: its share of all commitments."""
    ceilings = np.array([share * commitments for share, _ in parts.values()])
    return arrays.add_rows(name, [form for _, form in parts.values()], -np.inf, ceilings)


def _worth(arrays: Arrays, free: Solution) -> float | None:
    """The best value under the ceilings; None where no plan keeps them and meets all demands."""
    basis = with_loose_rows(free.basis, len(arrays.row_lower) - len(free.arrays.row_lower)) if free.basis else None
    try:
        return solve(arrays, basis=basis).objective
    except Infeasible:
        return None
