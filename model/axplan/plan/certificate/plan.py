"""A plan against its inputs: every value, every constraint, every bound, and what it is worth."""

from collections.abc import Mapping

import numpy as np

from axplan.inputs.parameters import Inputs
from axplan.plan.certificate import funds, growth, workforce, worth
from axplan.plan.certificate.checks import BOUND, Check
from axplan.plan.certificate.expressions import Floats, compare, compare_range
from axplan.plan.certificate.rules import check_rules
from axplan.plan.certificate.values import VARIABLES, Dense, Values, check_values
from axplan.plan.certificate.worth import check_objective

FAMILIES = (*growth.FAMILIES, *workforce.FAMILIES, *funds.FAMILIES, *worth.FAMILIES)
"""Every family of constraints but the rules; the docstring of each is its equation."""


def check_plan(inputs: Inputs, values: Values, weights: Mapping[str, float], objective: float) -> tuple[Check, ...]:
    """Check the values of a plan for `inputs` that claims to be worth `objective`.

    `weights` gives the weight of one unit of each indicator in the objective. A violation is absolute divided by
    max(1, largest term of the row) for constraints, max(1, |bound|) for bounds, the worth before penalties for the
    objective. When a value is missing, extra or not a number, nothing else can be said: the only check is `values`.
    """
    v = Dense(inputs, values)
    complete = check_values(v)
    if not complete.ok:
        return (complete,)
    constraints = [compare(family(v)) for family in FAMILIES]
    bounds = [_check_bounds(v, variable) for variable in VARIABLES]
    return complete, *constraints, check_rules(v), *bounds, check_objective(v, weights, objective)


def _check_bounds(v: Dense, variable: str) -> Check:
    """0 ≤ value ≤ the upper bound; left is the value, right the bound that it misses by most or is closest to."""
    upper = upper_bound(v, variable)
    return compare_range(f"bounds:{variable}", BOUND, v.flat(variable), 0.0, upper, index=v.indices[variable])


def upper_bound(v: Dense, variable: str) -> Floats | float:
    """1 for depth and progress, private_ratio[f] · appropriation[f,t] for subscription; nothing else has one."""
    if variable == "subscription":
        return np.asarray((funds.funds(v.inputs, "private_ratio")[:, None] * funds.appropriation(v.inputs)).ravel())
    return 1.0 if variable in ("depth", "progress") else np.inf
