"""How the plan complies with policy rules and floors: what was selected, what was allowed, the slack and its price."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from axplan.inputs.parameters import Inputs
from axplan.inputs.schema import policy
from axplan.plan.frames import Frames

FLOOR_COLUMNS = ("indicator", "at_least", "reached", "slack", "shadow_price")

RULE_COLUMNS = (
    "rule", "year", "measure", "relation", "unit", "value", "selected", "whole", "bound", "slack", "violation",
    "penalty", "shadow_price",
)  # fmt: skip
FRAME_OF_MEASURE = {
    policy.COMMITMENT: "commitments",
    policy.INVESTMENT: "commitments",
    policy.TRAINEES: "trainees",
    policy.OUTLAY: "outlays",
}
ROUNDING = 1e-9
"""Slack below this part of the bound is none."""


def rules(x: Inputs, frames: Frames, duals: Mapping[tuple[str, Any], float]) -> pd.DataFrame:
    """rule, year ("all" = sum over its years) → both sides of the rule in the measure's unit.

    selected: the left side; bound: the right side (value, value × whole, or (1 + value) × the year before); slack: room
    left before the rule binds, negative where a soft rule is missed; shadow_price: change of the objective per unit by
    which the right side rises.
    """
    rows = [_row(x, frames, n, t, price) for (n, t), price in duals.items()]
    return pd.DataFrame(rows, columns=list(RULE_COLUMNS))


def floors(x: Inputs, reached: Mapping[str, float], duals: Mapping[str, float]) -> pd.DataFrame:
    """indicator → at_least and reached (the discounted total) in the unit it is reported in, and slack between them.

    And shadow_price: change of the objective per unit by which the floor rises, the `duals` of indicator_floor.
    """
    rows = [
        (v, floor, reached[v], _slack(reached[v] - floor, floor), duals.get(v, 0.0))
        for v, floor in x.floors.at_least.items()
    ]
    return pd.DataFrame(rows, columns=list(FLOOR_COLUMNS))


def _slack(left_over: float, bound: float) -> float:
    """What is left before a limit binds; where it binds, that is the rounding of a sum of thousands of terms."""
    return 0.0 if abs(left_over) <= ROUNDING * max(1.0, abs(bound)) else left_over


def _row(x: Inputs, frames: Frames, n: str, t: Any, price: float) -> dict[str, Any]:
    data = x.rules
    years = x.rule_years(n) if t == policy.WHOLE_PLAN else (t,)
    selected = _sum(x, frames, n, years, every_filter=True)
    whole = _sum(x, frames, n, years, every_filter=False)
    value, unit, relation = data.value[n], data.unit[n], data.relation[n]
    bound = value if unit == policy.AMOUNT else value * whole
    if unit == policy.GROWTH:
        bound = (1 + value) * _sum(x, frames, n, (t - 1,), every_filter=True)
    left_over = {policy.AT_LEAST: selected - bound, policy.AT_MOST: bound - selected}
    slack = _slack(left_over.get(relation, -abs(selected - bound)), bound)
    return {
        "rule": n, "year": t, "measure": data.measure[n], "relation": relation, "unit": unit, "value": value,
        "selected": selected, "whole": whole if unit == policy.SHARE_OF else None, "bound": bound, "slack": slack,
        "violation": max(0.0, -slack), "penalty": data.penalty.get(n), "shadow_price": price,
    }  # fmt: skip


def _sum(x: Inputs, frames: Frames, n: str, years: tuple[int, ...], every_filter: bool) -> float:
    """The rule's measure over its years; without `every_filter` only track and programme narrow it."""
    measure = x.rules.measure[n]
    frame = frames[FRAME_OF_MEASURE[measure]]
    keep = frame["year"].isin(years)
    for name in policy.FILTERS if every_filter else policy.WHOLE_KEEPS:
        chosen = getattr(x.rules, name).get(n)
        if chosen:
            keep &= frame[name].isin(chosen)
    return float(frame.loc[keep, measure].sum())
