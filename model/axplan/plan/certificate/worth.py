"""What a plan is worth, from the columns of the workbook."""

import math
from collections.abc import Mapping

import numpy as np

from axplan.inputs.parameters import Inputs
from axplan.inputs.schema.indicators import EMPLOYMENT, EXPORTS, NET_BENEFIT, OUTPUT, PRODUCTION, VALUE_ADDED
from axplan.inputs.schema.policy import AT_LEAST
from axplan.plan.certificate.checks import OBJECTIVE, Check
from axplan.plan.certificate.expressions import Expression, Floats, Rows, terms
from axplan.plan.certificate.funds import running_costs, uses
from axplan.plan.certificate.growth import base, bought, task_of_cell
from axplan.plan.certificate.values import Dense, sheet_column

TOLERANCE = 1e-9
"""How far two sums of the same terms may differ, relative to `worth_before_penalties`: ten thousand terms added in
another order differ by 1e-12 at most, so that 1e-9 leaves room for that and hides no term worth speaking of."""

PENALTY_WEIGHT = 1e-4
"""How much of a penalty counts as the size of an objective. Penalties can be a million times what the plan is worth,
and a difference that is small beside them may be all of that worth; but a sum is never more exact than its rounding,
and 1e-4 of the penalties is where that begins to matter."""

TRILLION, TEN = 10_000.0, 10.0
"""억원 in a 조원, in which money is reported; in the 10억원 per which employment is given."""


def check_objective(v: Dense, weights: Mapping[str, float], objective: float) -> Check:
    """left: Σ weights[v] · indicator[v] − Σ penalty · (shortfall + excess), from the inputs; right: what is claimed."""
    parts = np.concatenate((_value_of_commitments(v, weights), _costs(v, weights), -_penalties(v)))
    return compare_totals("objective", OBJECTIVE, math.fsum(parts), objective, worth_before_penalties(parts), TOLERANCE)


def worth_before_penalties(parts: Floats) -> float:
    """The size of an objective, given its terms: the sum of the positive ones, but at least `PENALTY_WEIGHT` of all."""
    return max(math.fsum(parts[parts > 0]), PENALTY_WEIGHT * math.fsum(np.abs(parts)))


def compare_totals(name: str, kind: str, left: float, right: float, size: float, tolerance: float) -> Check:
    """Two totals; the violation is their difference relative to `size`, or where that is nothing to themselves."""
    scale = size or max(abs(left), abs(right)) or 1.0
    difference = abs(left - right)
    return Check(
        name, kind, None, left, right, difference / scale if math.isfinite(difference) else math.inf, tolerance
    )


def indicator_floor(v: Dense) -> Rows:
    """Σ value · full_effect · depth_per_won · effect_factor · commitment, for net_benefit less its costs, ≥ at_least,
    for indicators with a floor"""
    floors = v.inputs.floors.at_least
    worth = [_indicator(v, {indicator: 1.0}) for indicator in floors]
    left = Expression(
        *(np.array([getattr(side, part) for side in worth], dtype=float) for part in ("value", "largest"))
    )
    right = terms(np.array(list(floors.values()), dtype=float))
    return Rows("indicator_floor", left, AT_LEAST, right, ([(indicator,) for indicator in floors],))


FAMILIES = (indicator_floor,)


def _indicator(v: Dense, weights: Mapping[str, float]) -> Expression:
    return terms(np.concatenate((_value_of_commitments(v, weights), _costs(v, weights)))).sum(0)


def _costs(v: Dense, weights: Mapping[str, float]) -> Floats:
    """What net_benefit takes off, one negative term each (none where it has no weight), with y the year of the cost:

    (1 + social_discount_rate)^−(y − first_year) · (additionality · (1 + private_match) · stage_total
    + unit_cost · trainees + (1 + private_match) · outlay + running costs + admin_rate · uses) in the plan, and
    operating_cost · progress[last], discounted, for every year after it until appraisal_end.
    """
    weight = weights.get(NET_BENEFIT, 0.0) / TRILLION
    if not weight:
        return np.array([])
    x = v.inputs
    stages, programmes = x.stages, x.programmes
    invested = np.array([stages.additionality[s] * (1 + stages.private_match[s]) for s in stages.stage])
    whole = sheet_column(x, "tracks", "unit_cost")
    matched = np.array([1 + programmes.private_match[p] for p, _ in x.sites])
    administered = sheet_column(x, "funds", "admin_rate")[:, None] * uses(v).value
    parts = [
        invested[:, None] * v.stage_total, whole[:, None] * v.trainees.sum(1), matched[:, None] * v.outlay,
        running_costs(v).value, administered,
    ]  # fmt: skip
    rate, first = x.settings.social_discount_rate, x.settings.first_year
    years = np.array(x.years)
    discounted = [(part * (1 + rate) ** (first - years)).ravel() for part in parts]
    afterwards = sum((1 + rate) ** (first - y) for y in range(x.years[-1] + 1, x.settings.appraisal_end + 1))
    discounted.append(sheet_column(x, "programmes", "operating_cost") * v.progress[:, -1] * afterwards)
    return -weight * np.concatenate(discounted)


def _value_of_commitments(v: Dense, weights: Mapping[str, float]) -> Floats:
    """value · full_effect · depth_per_won · effect_factor · commitment, one term each."""
    x = v.inputs
    value = {i: sum(weight * _value(x, name, i) for name, weight in weights.items()) for i in x.initiative_industries}
    effectiveness = np.array([x.effectiveness[k, i] for i, _, k in x.cells])
    uplift = sheet_column(x, "tasks", "uplift")[task_of_cell(x)] * effectiveness
    by_cell = base(x) * uplift * np.array([value[i] for i, _, _ in x.cells])
    by_stage = sheet_column(x, "stages", "effect_share") * sheet_column(x, "stages", "additionality")
    factor = np.array([[effect_factor(x, s, t) for t in x.years] for s in x.stages.stage])
    worth = by_cell[:, None, None, None] * (by_stage[:, None] * factor)[:, None, :]
    return np.asarray((worth * bought(v).value).ravel())


def _value(x: Inputs, indicator: str, i: str) -> float:
    """An indicator per 억원 of direct output effect: 조원, person-years or bn USD."""
    data = x.industries
    return float({
        PRODUCTION: data.production_inducement[i] / TRILLION,
        OUTPUT: data.output_inducement[i] / TRILLION,
        VALUE_ADDED: data.value_added_inducement[i] / TRILLION,
        EMPLOYMENT: data.employment_inducement[i] / TEN,
        EXPORTS: data.exports[i] / data.production[i],
        NET_BENEFIT: data.value_added_rate[i] / TRILLION,
    }[indicator])  # fmt: skip


def effect_factor(x: Inputs, s: str, t: int) -> float:
    """Σ_{y=t}^{appraisal_end} (1 + social_discount_rate)^−(y − first_year) · profile[s, min(y − t, A)]
    · (1 − effect_depreciation)^max(0, y − t − A), A the last age given for the stage"""
    settings, profile = x.settings, x.effect_profile
    last = max(a for stage, a in profile.value if stage == s)
    return math.fsum(
        profile[s, min(y - t, last)]
        * (1 - settings.effect_depreciation) ** max(0, y - t - last)
        / (1 + settings.social_discount_rate) ** (y - settings.first_year)
        for y in range(t, settings.appraisal_end + 1)
    )


def _penalties(v: Dense) -> Floats:
    penalty = v.inputs.rules.penalty
    return np.array([
        penalty[n] * missed for name in ("shortfall", "excess") for (n, _), missed in v.values.get(name, {}).items()
    ])  # fmt: skip
