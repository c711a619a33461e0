"""How much any plan can be worth at most: a bound from the dual values, without trusting the solver.

For any prices y of the rows that have the right sign (y ≥ 0 on a row with an upper side only, y ≤ 0 on one with a lower
side only), every feasible plan x satisfies

    cost·x = y·(A·x) + (cost − Aᵀy)·x
           ≤ Σ_rows y · (upper side if y > 0, lower if y < 0) + Σ_columns max over its range of d · x

with the reduced costs d = cost − Aᵀy computed here. The solver's prices make the bound tight; any others would only
make it too high. Where the bound meets the plan's value, the plan is proven to be optimal.

The sum is infinite where a price with the wrong sign meets a side or a bound that is not there. That is dual
infeasibility, is measured and reported as such, and is dealt with so that the bound stays a bound:

* A row's price of the wrong sign is set to zero, which changes the reduced costs and so is paid for in the bound.
* A column that stands in one row only, such as the shortfall of a soft rule, limits the price of that row; the price is
  moved to the limit.
* Any other column takes the range that the rows themselves leave it (a commitment: the width of its segment ÷
  depth_per_won; a stock: what can be trained), found by propagating bounds through the rows.
* Where even that is infinite, d · x at the plan's own value of x stands in. This alone is no bound but a first-order
  estimate, and is allowed only because the dual infeasibility behind it must be within its tolerance.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from axplan.plan.certificate.checks import BOUND, CONSTRAINT, DUALITY, OBJECTIVE, Check
from axplan.plan.certificate.expressions import Floats, compare_range
from axplan.plan.certificate.worth import TOLERANCE as SAME_SUM
from axplan.plan.certificate.worth import compare_totals, worth_before_penalties

if TYPE_CHECKING:
    from axplan.solver import Arrays

GAP_TOLERANCE = 1e-6
"""Relative to what the plan is worth before penalties. The solver may stop at 1e-7 on rows and prices, which leaves a
gap of that order; what it returns is a vertex, though, and the gaps met in practice are below 1e-12."""

DUAL_TOLERANCE = 1e-6
"""Wrong-signed prices, relative to the worth of one unit in its best use. The solver works to 1e-7 on such costs."""

MOST_PASSES = 200
"""A bound can pass from each year to the next, in one pass each; more passes than years are never needed."""


def check_duality(arrays: Arrays, x: Floats, row_dual: Floats, objective: float) -> tuple[Check, ...]:
    """Check a solution of the compiled problem: rows, bounds, value, signs of the prices, and the duality gap.

    `x` has shape (columns,), `row_dual` shape (rows,): the change of the objective per unit by which a right side
    rises. The gap is measured against `worth_before_penalties`, but at least against the worth of one unit in its best
    use, so that a plan that is worth nothing can be proven too.
    """
    if not _complete(arrays, x, row_dual, objective):
        return (Check("duality_gap", DUALITY, None, np.nan, objective, np.inf, GAP_TOLERANCE),)
    unit = float(np.max(arrays.cost, initial=0.0)) or 1.0  # of what is wanted; a penalty may be as large as one likes
    terms, largest = arrays.cost * x, _largest_in_row(arrays, arrays.value * x[arrays.index])
    size = worth_before_penalties(terms)
    bound, wrong, where = dual_bound(arrays, x, row_dual)
    return (
        compare_range("model_rows", CONSTRAINT, arrays.times(x), arrays.row_lower, arrays.row_upper, largest),
        compare_range("model_bounds", BOUND, x, arrays.col_lower, arrays.col_upper),
        compare_totals("model_objective", OBJECTIVE, float(terms.sum()), objective, size, SAME_SUM),
        Check("dual_infeasibility", DUALITY, where, wrong, 0.0, wrong / unit, DUAL_TOLERANCE),
        compare_totals("duality_gap", DUALITY, bound, objective, max(size, unit), GAP_TOLERANCE),
    )


def _complete(arrays: Arrays, x: Floats, row_dual: Floats, objective: float) -> bool:
    fits = x.shape == arrays.cost.shape and row_dual.shape == arrays.row_lower.shape
    return fits and bool(np.isfinite(x).all() and np.isfinite(row_dual).all() and np.isfinite(objective))


def _row_of_entry(arrays: Arrays) -> NDArray[np.int64]:
    return np.repeat(np.arange(len(arrays.row_lower)), np.diff(arrays.start))


def _largest_in_row(arrays: Arrays, entries: Floats) -> Floats:
    """The largest absolute entry of each row, shape (rows,)."""
    largest = np.zeros(len(arrays.row_lower))
    filled = np.diff(arrays.start) > 0  # entries stand row by row; `reduceat` would misread a row without any
    if filled.any():
        largest[filled] = np.maximum.reduceat(np.abs(entries), arrays.start[:-1][filled])
    return largest


def dual_bound(arrays: Arrays, x: Floats, row_dual: Floats) -> tuple[float, float, tuple[str, int]]:
    """What no plan can exceed, the largest wrong-signed price met on the way, and where: ("row" or "column", position).

    Weak duality, with the repairs that the head of this module lists; all in the unit of the objective.
    """
    wrong_rows = _outside(row_dual, arrays.row_lower, arrays.row_upper) * _largest_in_row(arrays, arrays.value)
    given = arrays.cost - arrays.transposed_times(row_dual)
    wrong_columns = _outside(given, arrays.col_lower, arrays.col_upper)
    y = np.clip(row_dual, *_price_limits(arrays))
    d = arrays.cost - arrays.transposed_times(y)
    upper = implied_upper(arrays, wanted=d > 0)
    unproven = _outside(d, arrays.col_lower, upper)
    side = np.where(y > 0, arrays.row_upper, np.where(y < 0, arrays.row_lower, 0.0))
    reach = np.where(d > 0, upper, arrays.col_lower)
    bound = float((y * side).sum() + (d * np.where(np.isfinite(reach), reach, x)).sum())
    wrong = np.concatenate((wrong_rows, np.maximum(wrong_columns, unproven)))
    worst = int(np.argmax(wrong)) if wrong.size else 0
    rows = len(y)
    where = ("row", worst) if worst < rows else ("column", worst - rows)
    return bound, float(np.max(wrong, initial=0.0)), where


def _outside(prices: Floats, lower: Floats, upper: Floats) -> Floats:
    """How far a price pulls towards a side that is not there: up without an upper side, down without a lower one."""
    up = np.where(np.isinf(upper), np.maximum(prices, 0.0), 0.0)
    return np.maximum(up, np.where(np.isinf(lower), np.maximum(-prices, 0.0), 0.0))


def _price_limits(arrays: Arrays) -> tuple[Floats, Floats]:
    """The range of each row's price: the sign its sides allow, and what columns that stand in this row only demand.

    Such a column with no upper bound needs cost − value · y ≤ 0.
    """
    lowest = np.where(np.isinf(arrays.row_lower), 0.0, -np.inf)
    highest = np.where(np.isinf(arrays.row_upper), 0.0, np.inf)
    there = arrays.value != 0
    count = np.bincount(arrays.index[there], minlength=len(arrays.cost))
    alone = there & (count[arrays.index] == 1) & np.isinf(arrays.col_upper[arrays.index])
    row, value = _row_of_entry(arrays)[alone], arrays.value[alone]
    limit = arrays.cost[arrays.index[alone]] / value
    np.maximum.at(lowest, row[value > 0], limit[value > 0])
    np.minimum.at(highest, row[value < 0], limit[value < 0])
    return lowest, highest


def implied_upper(arrays: Arrays, wanted: NDArray[np.bool_]) -> Floats:
    """Upper bounds of the columns as the rows imply them, at least for those `wanted` that have any; shape (columns,).

    Bound propagation, as in presolve (E. & K. Andersen, Presolving in linear programming, Math. Programming 71, 1995).
    """
    upper = np.array(arrays.col_upper)
    there = arrays.value != 0
    row, column, value = _row_of_entry(arrays)[there], arrays.index[there], arrays.value[there]
    for _ in range(MOST_PASSES):
        unbounded = np.isinf(upper)
        if not (unbounded & wanted).any():
            break
        useful = np.zeros(len(arrays.row_lower), dtype=bool)
        useful[row[unbounded[column]]] = True
        chosen = useful[row]
        entries = row[chosen], column[chosen], value[chosen]
        tightened = np.minimum(
            _tightened(arrays, upper, entries, 1.0, arrays.row_upper),
            _tightened(arrays, upper, entries, -1.0, -arrays.row_lower),
        )
        if np.array_equal(tightened, upper):
            break
        upper = tightened
    return upper


def _tightened(arrays: Arrays, upper: Floats, entries: tuple[Floats, ...], sign: float, side: Floats) -> Floats:
    """Upper bounds after one look at sign · A · x ≤ side: x_j ≤ (side − least of the rest of its row) ÷ coefficient."""
    row, column, value = entries
    coefficient = sign * value
    least = coefficient * np.where(coefficient > 0, arrays.col_lower[column], upper[column])
    infinite = np.isinf(least)
    finite = np.where(infinite, 0.0, least)
    total = np.bincount(row, finite, minlength=len(side))
    endless = np.bincount(row, infinite, minlength=len(side))
    usable = (coefficient > 0) & np.isinf(upper[column]) & np.isfinite(side[row]) & (endless[row] == infinite)
    room = side[row[usable]] - total[row[usable]] + finite[usable]
    tightened = upper.copy()
    np.minimum.at(tightened, column[usable], room / coefficient[usable])
    return np.maximum(tightened, arrays.col_lower)
