"""Requirements that may be missed at a price: how much has to give way where not everything can hold."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from axplan.core.errors import Infeasible, SolverFailure
from axplan.solver.arrays import Arrays, Entries, Floats
from axplan.solver.highs import Solution, solve

SLACK, TOTAL = "slack", "total_shortfall"
ROOM = 1e-7
"""How far, of itself, the least total may be exceeded in the second step: the tolerance of the solver."""


@dataclass(frozen=True)
class Slack:
    """A row that may be missed: from below (side = +1: it lacks something) or from above (side = −1: it is too much).

    `price` is what one unit of the row weighs in the total that is made small.
    """

    row: int
    side: float
    price: float = 1.0


def sides(arrays: Arrays, row: int, price: float = 1.0) -> list[Slack]:
    """The sides from which a row can be missed: both for an equation."""
    below = [Slack(row, 1.0, price)] if np.isfinite(arrays.row_lower[row]) else []
    return [*below, *([Slack(row, -1.0, price)] if np.isfinite(arrays.row_upper[row]) else [])]


def least_shortfall(arrays: Arrays, slacks: Sequence[Slack]) -> Floats | None:
    """The slacks of least weighted total, in the order given; None where even they do not make the rest possible."""
    solution = _least(arrays, slacks)
    return None if solution is None else solution.x[len(arrays.cost) :]


def elastic_solution(arrays: Arrays, slacks: Sequence[Slack]) -> tuple[Solution, Floats] | None:
    """The most valuable plan among those of least weighted total, and its slacks; None as for `least_shortfall`.

    The model's own objective only chooses among plans that miss equally much: no value buys a shortfall. Where the
    solver does not finish this second step, the plan of the first is given.
    """
    first = _least(arrays, slacks)
    if first is None:
        return None
    width, extended = len(arrays.cost), first.arrays
    price = -extended.cost[width:]
    least = float(price @ first.x[width:])
    total = dict(enumerate(price.tolist(), start=width))
    capped = extended.add_rows(TOTAL, [total], -np.inf, least * (1 + ROOM) + ROOM)
    capped = capped.with_cost(np.concatenate((arrays.cost, np.zeros(len(slacks)))))
    try:
        second = solve(capped)
    except (Infeasible, SolverFailure):
        second = first
    return second, second.x[width:]


def _least(arrays: Arrays, slacks: Sequence[Slack]) -> Solution | None:
    try:
        return solve(with_slacks(arrays, slacks))
    except Infeasible:
        return None


def with_slacks(arrays: Arrays, slacks: Sequence[Slack]) -> Arrays:
    """The model with one more variable for each slack, maximising minus their weighted total and nothing else."""
    count = len(slacks)
    rows, sides = np.array([s.row for s in slacks], dtype=int), np.array([s.side for s in slacks], dtype=float)
    price = np.array([s.price for s in slacks], dtype=float)
    entries = Entries(rows, np.arange(count), sides)
    return arrays.with_cost().add_columns(SLACK, -price, np.zeros(count), np.full(count, np.inf), entries)
