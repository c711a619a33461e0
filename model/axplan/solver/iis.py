"""A contradiction cut down to what it needs: rows, and bounds of variables that come from the inputs.

`conflict` names groups for a short message. Here every requirement is tested by itself, and so is every bound, so that the
cells behind them can be shown. What belongs together by nature (the widths of cost segments, the passage from stage to
stage) is tested as a family: nobody reads it row by row.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Hashable, Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np

from axplan.solver.arrays import Arrays
from axplan.solver.conflict import ray_rows, restricted
from axplan.solver.highs import STATUS, hand_over, run_interruptibly

Part = tuple[str, int]
"""("row", its number) or ("bound", the number of the column whose upper bound it is)."""

ROW, BOUND = "row", "bound"


@dataclass(frozen=True)
class Contradiction:
    """Rows, and columns with their upper bounds, that cannot hold together; none of the tested ones can be left out."""

    rows: tuple[int, ...]
    bounds: tuple[int, ...]


def contradiction(
    arrays: Arrays, given: Collection[str], family: Callable[[str, Any], Hashable], rank: Callable[[str], int]
) -> Contradiction | None:
    """An irreducible contradiction of `arrays`; None where the solver proves none.

    `given` names the variables whose upper bounds come from the inputs; other bounds always hold. Rows of one `family`
    (constraint, index) → key are left out together or not at all. Families of low `rank` are tried first, so that what
    is left speaks of constraints of high rank where there is a choice.
    """
    rows = ray_rows(arrays)
    if not len(rows) or not infeasible(restricted(arrays, rows)):
        rows = np.arange(len(arrays.row_lower))
        if not infeasible(arrays):
            return None
    parts = _families(arrays, rows, given, family)
    needed = dict(parts)
    for key in sorted(parts, key=lambda k: rank(_constraint(arrays, parts[k][0]))):
        fewer = {other: members for other, members in needed.items() if other != key}
        if infeasible(_kept(arrays, given, fewer.values())):
            needed = fewer
    found = [part for members in needed.values() for part in members]
    return Contradiction(
        tuple(sorted(n for kind, n in found if kind == ROW)), tuple(sorted(n for kind, n in found if kind == BOUND))
    )


def without(arrays: Arrays, rows: Iterable[int], columns: Iterable[int] = ()) -> Arrays:
    """The model in which these rows, and the upper bounds of these columns, demand nothing."""
    lower, upper, most = (np.array(a) for a in (arrays.row_lower, arrays.row_upper, arrays.col_upper))
    lower[list(rows)], upper[list(rows)], most[list(columns)] = -np.inf, np.inf, np.inf
    return dataclasses.replace(arrays, row_lower=lower, row_upper=upper, col_upper=most)


def infeasible(arrays: Arrays) -> bool:
    """Whether the solver proves that nothing satisfies the model; "Unknown" is no proof."""
    highs = hand_over(dataclasses.replace(arrays, cost=np.zeros_like(arrays.cost)), 1.0)
    run_interruptibly(highs)
    return bool(highs.getModelStatus() == STATUS.kInfeasible)


def _families(
    arrays: Arrays, rows: Iterable[int], given: Collection[str], family: Callable[[str, Any], Hashable]
) -> dict[Hashable, list[Part]]:
    parts: dict[Hashable, list[Part]] = {}
    touched: set[int] = set()
    for row in map(int, rows):
        name, index = arrays.row_name(row)
        parts.setdefault((ROW, name, family(name, index)), []).append((ROW, row))
        touched.update(arrays.index[arrays.start[row] : arrays.start[row + 1]].tolist())
    for name in given:
        span = arrays.columns[name]
        for column in sorted(touched.intersection(range(span.start, span.stop))):
            index = span.indices[column - span.start]
            parts.setdefault((BOUND, name, family(name, index)), []).append((BOUND, column))
    return parts


def _constraint(arrays: Arrays, part: Part) -> str:
    kind, number = part
    return (arrays.row_name(number) if kind == ROW else arrays.column_name(number))[0]


def _kept(arrays: Arrays, given: Collection[str], families: Iterable[list[Part]]) -> Arrays:
    parts = [part for members in families for part in members]
    bounds = {number for kind, number in parts if kind == BOUND}
    free = [
        n for name in given for n in range(arrays.columns[name].start, arrays.columns[name].stop) if n not in bounds
    ]
    rows = np.array(sorted(number for kind, number in parts if kind == ROW), dtype=int)
    return restricted(without(arrays, (), free), rows)
