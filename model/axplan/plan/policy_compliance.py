"""How the plan complies with policy rules and floors: what was selected, what was allowed, the slack and its price."""

from collections.abc import Iterable, Mapping, Sequence
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
MEASURED_IN: Mapping[str, tuple[tuple[str, str, str], ...]] = {
    policy.COMMITMENT: ((policy.COMMITMENT, "commitments", "commitment"),),
    policy.INVESTMENT: ((policy.INVESTMENT, "commitments", "investment"),),
    policy.TRAINEES: ((policy.TRAINEES, "trainees", "trainees"),),
    policy.OUTLAY: ((policy.OUTLAY, "outlays", "outlay"),),
    policy.SPENDING: (
        (policy.COMMITMENT, "commitments", "commitment"), (policy.TRAINEES, "trainees", "public"),
        (policy.OUTLAY, "outlays", "outlay"),
    ),
}  # fmt: skip
"""What each measure of a rule sums: (measure whose filters apply, frame, column)."""

ROUNDING = 1e-9
"""Slack below this part of the bound is none."""


def rules(x: Inputs, frames: Frames, duals: Mapping[tuple[str, Any], float]) -> pd.DataFrame:
    """rule, year ("all" = sum over its years) → both sides of the rule in the measure's unit.

    selected: the left side; whole: what a share is taken of, the measure or appropriations; bound: the right side
    (value, value × whole, or (1 + value) × the year before); slack: room left before the rule binds, negative where a
    soft rule is missed; shadow_price: change of the objective per unit by which the right side rises.
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
    selected = measured(x, frames, n, years, policy.FILTERS)
    value, unit, relation = data.value[n], data.unit[n], data.relation[n]
    whole = _whole(x, frames, n, years)
    if unit == policy.GROWTH:
        bound = (1 + value) * measured(x, frames, n, (t - 1,), policy.FILTERS)
    else:
        bound = value if whole is None else value * whole
    left_over = {policy.AT_LEAST: selected - bound, policy.AT_MOST: bound - selected}
    slack = _slack(left_over.get(relation, -abs(selected - bound)), bound)
    return {
        "rule": n, "year": t, "measure": data.measure[n], "relation": relation, "unit": unit, "value": value,
        "selected": selected, "whole": whole, "bound": bound, "slack": slack,
        "violation": max(0.0, -slack), "penalty": data.penalty.get(n), "shadow_price": price,
    }  # fmt: skip


def _whole(x: Inputs, frames: Frames, n: str, years: tuple[int, ...]) -> float | None:
    """What the share of rule n is taken of; None for an amount or growth."""
    unit = x.rules.unit[n]
    if unit == policy.SHARE_OF:
        keeps = () if x.rules.measure[n] == policy.SPENDING else policy.WHOLE_KEEPS
        return measured(x, frames, n, years, keeps)
    return x.rule_appropriations(n, years) if unit == policy.APPROPRIATION_SHARE else None


def measured(x: Inputs, frames: Frames, n: str, years: Sequence[int], filters: Iterable[str]) -> float:
    """The measure of rule n over some years and those of its filters that are named."""
    chosen = {name: rows for name in filters if (rows := getattr(x.rules, name).get(n))}
    total = 0.0
    for part, name, column in MEASURED_IN[x.rules.measure[n]]:
        if set(chosen) <= set(policy.MEASURE_FILTERS[part]):
            frame = frames[name]
            keep = frame["year"].isin(years)
            for key, rows in chosen.items():
                keep &= frame[key].isin(rows)
            total += float(frame.loc[keep, column].sum())
    return total
