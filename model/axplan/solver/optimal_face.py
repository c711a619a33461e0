"""The optimal face: every plan that is as good as the best one, as a model of its own.

Of any optimal prices (row duals y and reduced costs d) complementary slackness holds with every optimal plan: a column with d ≠ 0
lies at the bound to which d pulls, a row with y ≠ 0 at the side to which y pulls (G. B. Dantzig, Linear Programming and Extensions,
1963, ch. 6). So the face does not depend on which prices the solver found, and nothing of the optimum is given up, as it
would be by a floor under the objective with a tolerance.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

import numpy as np

from axplan.solver.arrays import Arrays, Floats, Span
from axplan.solver.highs import Solution, cost_scale

Form = Mapping[int, float]
"""A linear form: column → coefficient."""

PRICE_TOLERANCE = 1e-7
"""What the solver may leave of a price of the wrong sign, for costs of about 1: no smaller price says anything."""


def optimal_face(solution: Solution) -> Arrays:
    """The model of a solution in which only the plans of the same worth are left; its costs are zero."""
    a, scale = solution.arrays, cost_scale(solution.arrays.cost)
    col_lower, col_upper = _pulled(a.col_lower, a.col_upper, scale * solution.reduced_cost)
    row_lower, row_upper = _pulled(a.row_lower, a.row_upper, scale * solution.row_dual)
    return dataclasses.replace(
        a, cost=np.zeros_like(a.cost), col_lower=col_lower, col_upper=col_upper, row_lower=row_lower, row_upper=row_upper
    )  # fmt: skip


def _pulled(lower: Floats, upper: Floats, price: Floats) -> tuple[Floats, Floats]:
    """Both sides at the one to which the price pulls; a price within the solver's tolerance, or to a side that is not there, pulls nowhere."""
    up = (price > PRICE_TOLERANCE) & np.isfinite(upper)
    down = (price < -PRICE_TOLERANCE) & np.isfinite(lower)
    return np.where(up, upper, lower), np.where(down, lower, upper)


def with_sums(arrays: Arrays, name: str, forms: Sequence[Form]) -> tuple[Arrays, list[int]]:
    """The model with a column for the value of each form, and those columns: form − z = 0, z of any sign."""
    width = len(arrays.cost)
    entries = [{**form, width + n: -1.0} for n, form in enumerate(forms)]
    return _extended(arrays, name, entries, np.full(len(forms), -np.inf), 0.0), list(range(width, width + len(forms)))


def toward_zero(arrays: Arrays, name: str, forms: Sequence[Form]) -> Arrays:
    """The model that minimises Σ |form|: maximise −Σ (over + under) subject to form − over + under = 0, over, under ≥ 0."""
    width = len(arrays.cost)
    entries = [{**form, width + 2 * n: -1.0, width + 2 * n + 1: 1.0} for n, form in enumerate(forms)]
    return _extended(arrays, name, entries, np.zeros(2 * len(forms)), -1.0)


def with_least(arrays: Arrays, name: str, forms: Sequence[Form]) -> tuple[Arrays, int]:
    """The model with a column that is no more than any of the forms, and that column: form − z ≥ 0, z of any sign."""
    width = len(arrays.cost)
    entries = [{**form, width: -1.0} for form in forms]
    return _extended(arrays, name, entries, np.array([-np.inf]), 0.0, np.inf), width


def _extended(
    arrays: Arrays, name: str, entries: Sequence[Form], col_lower: Floats, cost: float, row_upper: float = 0.0
) -> Arrays:
    """Columns of the same cost without upper bound and rows from zero to `row_upper`, behind the others."""
    wide, high = len(col_lower), len(entries)
    lengths = np.cumsum([len(entry) for entry in entries], dtype=np.int64)
    return dataclasses.replace(
        arrays,
        cost=np.append(arrays.cost, np.full(wide, cost)),
        col_lower=np.append(arrays.col_lower, col_lower),
        col_upper=np.append(arrays.col_upper, np.full(wide, np.inf)),
        row_lower=np.append(arrays.row_lower, np.zeros(high)),
        row_upper=np.append(arrays.row_upper, np.full(high, row_upper)),
        start=np.append(arrays.start, arrays.start[-1] + lengths).astype(np.int32),
        index=np.append(arrays.index, [column for entry in entries for column in entry]).astype(np.int32),
        value=np.append(arrays.value, [value for entry in entries for value in entry.values()]),
        columns={**arrays.columns, name: Span(len(arrays.cost), tuple(range(wide)))},
        rows={**arrays.rows, name: Span(len(arrays.row_lower), tuple(range(high)))},
    )
