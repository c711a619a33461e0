"""An irreducible infeasible subset (IIS): rows, and bounds of variables, that cannot hold together.

The solver's Farkas ray names rows that, with the bounds of the variables, contradict each other; every family of rows
or bounds that the contradiction does not need is then left out (deletion filter: J. Chinneck & E. Dravnieks, Locating
minimal infeasible constraint sets in linear programs, 1991). What belongs together is one family, not read row by row.
"""

from collections.abc import Callable, Collection, Hashable, Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from axplan.solver.arrays import Arrays
from axplan.solver.highs import STATUS, hand_over, run_interruptibly

Part = tuple[str, int]
"""("row", its number) or ("bound", the number of the column whose upper bound it is)."""

ROW, BOUND = "row", "bound"

RAY_NOISE = 1e-9


@dataclass(frozen=True)
class Iis:
    """Rows, and columns with their upper bounds, that cannot hold together; no tested family can be left out.

    A family the solver cannot decide about ("Unknown") is kept.
    """

    rows: tuple[int, ...]
    bounds: tuple[int, ...]


def irreducible_infeasible_subset(
    arrays: Arrays, bounds: Collection[str], family: Callable[[str, Any], Hashable], rank: Callable[[str], int]
) -> Iis | None:
    """An irreducible infeasible subset of `arrays`; None where the solver proves none.

    `bounds` names the variables whose upper bounds are tested; those of others always hold. Rows of one `family`
    (constraint, index) → key are left out together or not at all. Families of low `rank` are tried first, so that what
    is left speaks of constraints of high rank where there is a choice.
    """
    rows: NDArray[np.int_] = ray_rows(arrays)
    if not len(rows) or not infeasible(arrays.keep_rows(rows)):
        rows = np.arange(len(arrays.row_lower))
        if not infeasible(arrays):
            return None
    parts = _families(arrays, rows, bounds, family)
    needed = dict(parts)
    for key in sorted(parts, key=lambda key: rank(key[1])):
        fewer = {other: members for other, members in needed.items() if other != key}
        if infeasible(_kept(arrays, bounds, fewer.values())):
            needed = fewer
    found = [part for members in needed.values() for part in members]
    return Iis(*(tuple(sorted(number for kind, number in found if kind == of)) for of in (ROW, BOUND)))


def ray_rows(arrays: Arrays) -> NDArray[np.int_]:
    """Rows with weight in the solver's proof of infeasibility; none where it gives no proof."""
    highs = hand_over(arrays.with_cost(), 1.0)
    highs.setOptionValue("presolve", "off")  # presolve proves without saying how
    run_interruptibly(highs)
    _, found, ray = highs.getDualRay()
    return np.flatnonzero(np.abs(np.array(ray)) > RAY_NOISE) if found else np.array([], dtype=int)


def infeasible(arrays: Arrays) -> bool:
    """Whether the solver proves that nothing satisfies the model; "Unknown" is no proof."""
    highs = hand_over(arrays.with_cost(), 1.0)
    run_interruptibly(highs)
    return bool(highs.getModelStatus() == STATUS.kInfeasible)


def _families(
    arrays: Arrays, rows: Iterable[int], bounds: Collection[str], family: Callable[[str, Any], Hashable]
) -> dict[tuple[str, str, Hashable], list[Part]]:
    parts: dict[tuple[str, str, Hashable], list[Part]] = {}
    touched: set[int] = set()
    for row in map(int, rows):
        name, index = arrays.row_name(row)
        parts.setdefault((ROW, name, family(name, index)), []).append((ROW, row))
        touched.update(arrays.index[arrays.start[row] : arrays.start[row + 1]].tolist())
    for name in bounds:
        span = arrays.columns[name]
        for column in sorted(touched.intersection(range(span.start, span.stop))):
            index = span.indices[column - span.start]
            parts.setdefault((BOUND, name, family(name, index)), []).append((BOUND, column))
    return parts


def _kept(arrays: Arrays, bounds: Collection[str], families: Iterable[list[Part]]) -> Arrays:
    parts = [part for members in families for part in members]
    held = {number for kind, number in parts if kind == BOUND}
    free = [n for name in bounds for n in range(arrays.columns[name].start, arrays.columns[name].stop) if n not in held]
    return arrays.relax(columns=free).keep_rows(sorted(number for kind, number in parts if kind == ROW))
