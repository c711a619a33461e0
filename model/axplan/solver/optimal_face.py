"""The optimal face: every plan that is as good as the best one, as a model of its own.

Of any optimal prices (row duals y and reduced costs d) complementary slackness holds with every optimal plan: a column
with d ≠ 0 lies at the bound to which d pulls, a row with y ≠ 0 at the side to which y pulls (G. B. Dantzig, Linear
Programming and Extensions, 1963, ch. 6). So the face does not depend on which prices the solver found, and nothing of
the optimum is given up, as it would be by a floor under the objective with a tolerance.
"""

import dataclasses
from collections.abc import Sequence

import numpy as np

from axplan.solver.arrays import Arrays, Floats, Form
from axplan.solver.highs import Solution, cost_scale

PRICE_TOLERANCE = 1e-7
"""What the solver may leave of a price of the wrong sign, for costs of about 1: no smaller price says anything."""


def optimal_face(solution: Solution) -> Arrays:
    """The model of a solution in which only the plans of the same worth are left; its costs are zero."""
    a, scale = solution.arrays, cost_scale(solution.arrays.cost)
    col_lower, col_upper = _pulled(a.col_lower, a.col_upper, scale * solution.reduced_cost)
    row_lower, row_upper = _pulled(a.row_lower, a.row_upper, scale * solution.row_dual)
    return dataclasses.replace(
        a.with_cost(), col_lower=col_lower, col_upper=col_upper, row_lower=row_lower, row_upper=row_upper
    )


def _pulled(lower: Floats, upper: Floats, price: Floats) -> tuple[Floats, Floats]:
    """Both sides at the one to which the price pulls; a price within the solver's tolerance, or to a side that is not
    there, pulls nowhere."""
    up = (price > PRICE_TOLERANCE) & np.isfinite(upper)
    down = (price < -PRICE_TOLERANCE) & np.isfinite(lower)
    return np.where(up, upper, lower), np.where(down, lower, upper)


def with_sums(arrays: Arrays, name: str, forms: Sequence[Form]) -> tuple[Arrays, list[int]]:
    """The model with a column for the value of each form, and those columns: form − z = 0, z of any sign."""
    width, count = len(arrays.cost), len(forms)
    made = arrays.add_columns(name, np.zeros(count), np.full(count, -np.inf), np.full(count, np.inf))
    entries = [{**form, width + n: -1.0} for n, form in enumerate(forms)]
    return made.add_rows(name, entries, 0.0, 0.0), list(range(width, width + count))


def toward_zero(arrays: Arrays, name: str, forms: Sequence[Form]) -> Arrays:
    """The model that minimises Σ |form|.

    maximise −Σ (over + under) subject to form − over + under = 0, over, under ≥ 0.
    """
    width, wide = len(arrays.cost), 2 * len(forms)
    made = arrays.add_columns(name, np.full(wide, -1.0), np.zeros(wide), np.full(wide, np.inf))
    entries = [{**form, width + 2 * n: -1.0, width + 2 * n + 1: 1.0} for n, form in enumerate(forms)]
    return made.add_rows(name, entries, 0.0, 0.0)


def with_least(arrays: Arrays, name: str, forms: Sequence[Form]) -> tuple[Arrays, int]:
    """The model with a column that is no more than any of the forms, and that column: form − z ≥ 0, z of any sign."""
    width = len(arrays.cost)
    made = arrays.add_columns(name, np.zeros(1), np.array([-np.inf]), np.array([np.inf]))
    return made.add_rows(name, [{**form, width: -1.0} for form in forms], 0.0, np.inf), width
