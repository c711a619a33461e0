"""Which requirements cannot hold together: an irreducible set of groups of rows, from a proof of infeasibility.

The solver's Farkas ray names rows that, with the bounds of the variables, contradict each other. The rows are gathered
into groups a reader can name (one fund's balance, one track's target, one rule), and every group that the contradiction
does not need is dropped.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

import numpy as np

from axplan.solver.arrays import Arrays, Span
from axplan.solver.highs import STATUS, hand_over, run_interruptibly

Group = tuple[str, Any]
"""(constraint, key): all rows of a constraint whose index begins with key; key is None where the rows are not told apart."""

TOLD_APART = (
    "fund_balance", "carry_over_limit", "solvency", "target", "capacity", "supervision", "progress_requirement",
    "annual_ceiling", "rule_limit", "skill_requirement", "employment_ceiling",
    "indicator_floor",
)  # fmt: skip
RAY_NOISE = 1e-9


def conflicting_groups(arrays: Arrays) -> list[Group]:
    """The groups of rows that cannot hold together; empty if no proof was found.

    None of them could be left out, as far as the solver can tell: a group it cannot decide about ("Unknown") is kept.
    """
    rows = ray_rows(arrays)
    if not len(rows) or not _is_infeasible(restricted(arrays, rows)):
        return []
    groups: dict[Group, list[int]] = {}
    for row in rows:
        groups.setdefault(_group(*arrays.row_name(int(row))), []).append(int(row))
    needed = dict(groups)
    for group in sorted(groups, key=lambda g: TOLD_APART.index(g[0]) if g[0] in TOLD_APART else -1):
        others = [row for other, members in needed.items() if other != group for row in members]
        if others and _is_infeasible(restricted(arrays, np.array(sorted(others)))):
            del needed[group]
    return list(needed)


def _group(constraint: str, index: Any) -> Group:
    if constraint not in TOLD_APART:
        return constraint, None
    return constraint, index[0] if isinstance(index, tuple) else index


def ray_rows(arrays: Arrays) -> np.ndarray[Any, Any]:
    """Rows with weight in the solver's proof of infeasibility."""
    highs = hand_over(dataclasses.replace(arrays, cost=np.zeros_like(arrays.cost)), 1.0)
    highs.setOptionValue("presolve", "off")  # presolve proves without saying how
    run_interruptibly(highs)
    _, found, ray = highs.getDualRay()
    return np.nonzero(np.abs(np.array(ray)) > RAY_NOISE)[0] if found else np.array([], dtype=int)


def _is_infeasible(arrays: Arrays) -> bool:
    highs = hand_over(dataclasses.replace(arrays, cost=np.zeros_like(arrays.cost)), 1.0)
    run_interruptibly(highs)
    return bool(highs.getModelStatus() == STATUS.kInfeasible)


def restricted(arrays: Arrays, rows: Sequence[int] | np.ndarray[Any, Any]) -> Arrays:
    """The same variables under some of the rows only."""
    chosen = np.asarray(rows)
    pieces = [np.arange(arrays.start[row], arrays.start[row + 1]) for row in chosen]
    entries = np.concatenate(pieces) if pieces else np.array([], dtype=int)
    start = np.concatenate(([0], np.cumsum([len(piece) for piece in pieces]))).astype(np.int32)
    return dataclasses.replace(
        arrays,
        row_lower=arrays.row_lower[chosen],
        row_upper=arrays.row_upper[chosen],
        start=start,
        index=arrays.index[entries],
        value=arrays.value[entries],
        rows={"restricted": Span(0, tuple(range(len(chosen))))},
    )
