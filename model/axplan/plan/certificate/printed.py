"""The printed plan against its inputs: rounded to whole units, does it still keep every constraint within one unit?"""

from typing import Any

import numpy as np

from axplan.inputs.parameters import Inputs
from axplan.inputs.schema.policy import EQUAL
from axplan.plan.certificate.checks import Check
from axplan.plan.certificate.expressions import Floats, Rows, terms
from axplan.plan.certificate.growth import (
    bought,
    committed_balance,
    made,
    place_total_balance,
    reach_balance,
    stage_total_balance,
    task_total_balance,
)
from axplan.plan.certificate.plan import FAMILIES, upper_bound
from axplan.plan.certificate.rules import rule_rows
from axplan.plan.certificate.values import TOTALS, VARIABLES, Dense, Values, indices, sheet_column
from axplan.plan.certificate.workforce import initial_stock, tracks

PRINTED = "printed"
"""The kind of these checks; their violations are in printed units."""

ONE_UNIT = 1.0 + 1e-6

NOISE = 1e-9
"""Of the largest term of a row: the rounding of sums."""

DOMINANT = 1e12
"""Beside so large amounts the constants of an equation vanish: the largest term shows what one unit can change."""


def check_printed(x: Inputs, lines: Values, step: float) -> tuple[Check, ...]:
    """The worst row of every family of constraints, and the worst bound, in printed units.

    `lines` are what is printed: `commitment` (by segment, as every line is split over the segments by the exact plan),
    `outlay`, `trainees`, `subscription`, `lapse`, `balance`, and `shortfall` and `excess` of soft rules. Depth,
    progress and stock follow from them. One unit is `step` 억원 or one person; in a row it is the most that one amount
    changes when it changes by one unit, so that a violation of 1 is a row missed by the last digit of a single amount.
    """
    values = Dense(x, _followed(x, lines))
    unit = Dense(x, _one_unit(x, step))
    rules = [_compared(*pair) for pair in zip(rule_rows(values), rule_rows(unit), strict=True)]
    worst_rule = sorted(rules, key=lambda check: -check.violation)[:1]
    families = [_compared(family(values), family(unit)) for family in FAMILIES]
    bounded = [name for name in VARIABLES if values.indices[name] and name not in TOTALS]  # sums of others
    return (*families, *worst_rule, *(_bounded(values, unit, name) for name in bounded))


def _followed(x: Inputs, lines: Values) -> Values:
    """Every value of the plan that the printed lines make."""
    values = {name: {index: 0.0 for index in found} | dict(lines.get(name, {})) for name, found in indices(x).items()}
    v = Dense(x, values)
    initial = sheet_column(x, "stages", "initial_depth")[:, None]
    _fill(v, values, "depth", initial + np.cumsum(bought(v).sum(2).value, axis=-1))
    _fill(v, values, "progress", np.cumsum(made(v).value, axis=-1))
    _fill(v, values, "stock", _stock(v))
    for balance in TOTAL_BALANCES:
        rows = balance(Dense(x, values))
        _fill(v, values, rows.name.removesuffix("_balance"), rows.right.value)
    return values


def _invested_so_far(v: Dense) -> Rows:
    """invested_balance, added up over the years: invested_t = Σ_{u≤t} Σ_s (1 + private_match[s]) · place_total_u"""
    match = 1 + sheet_column(v.inputs, "stages", "private_match")
    so_far = (match[:, None] * terms(v.place_total)).sum(1).so_far()
    return Rows("invested_balance", terms(v.invested), EQUAL, so_far, ())


TOTAL_BALANCES = (
    committed_balance, task_total_balance, place_total_balance, stage_total_balance, reach_balance, _invested_so_far,
)  # fmt: skip
"""The totals that lines make, each from those before it: what stands on the right side."""


def _fill(v: Dense, values: dict[str, dict[Any, float]], name: str, amounts: Floats) -> None:
    values[name] = dict(zip(v.indices[name], amounts.ravel().tolist(), strict=True))


def _stock(v: Dense) -> Floats:
    before, staying = initial_stock(v.inputs), (1 - tracks(v.inputs, "attrition"))[:, None]
    years = []
    for n in range(len(v.years)):
        before = staying * before + v.trainees[..., n]
        years.append(before)
    return np.stack(years, axis=-1)


def _one_unit(x: Inputs, step: float) -> Values:
    """What one printed unit of a single line makes of every variable, times DOMINANT."""
    money = ("commitment", "outlay", "subscription", "lapse", "balance", *TOTALS)
    values = {
        name: dict.fromkeys(found, DOMINANT * (step if name in money else 1.0)) for name, found in indices(x).items()
    }
    v = Dense(x, values)
    years = len(x.years)
    _fill(v, values, "depth", np.repeat(bought(v).value[..., :1].max(2), years, axis=-1))
    _fill(v, values, "progress", made(v).largest)
    _fill(v, values, "reach", reach_balance(Dense(x, values)).right.largest)
    match = 1 + max(x.stages.private_match.values(), default=0.0)
    values["invested"] = dict.fromkeys(values["invested"], DOMINANT * step * match)
    return values


def _compared(rows: Rows, unit: Rows) -> Check:
    """The row that is missed by most of its units."""
    missed, one = np.broadcast_arrays(rows.excess - NOISE * rows.largest, unit.largest / DOMINANT)
    units = np.divide(missed, one, out=np.where(missed > 0, np.inf, 0.0), where=one > 0)
    return rows.worst(PRINTED, units, ONE_UNIT)


def _bounded(v: Dense, unit: Dense, name: str) -> Check:
    """The value farthest below zero or above its upper bound, in units."""
    values, one = v.flat(name), unit.flat(name) / DOMINANT
    upper = np.broadcast_to(upper_bound(v, name), values.shape)
    missed = np.maximum(-values, values - upper) - NOISE
    worst = int(np.argmax(missed / one))
    bound = 0.0 if values[worst] < 0 else float(upper[worst])
    units = max(0.0, float(missed[worst] / one[worst]))
    return Check(f"bounds:{name}", PRINTED, v.indices[name][worst], float(values[worst]), bound, units, ONE_UNIT)
