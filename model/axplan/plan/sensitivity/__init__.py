"""How far the optimum moves when the inputs move: every column of numbers, from one solution, not solved again."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd

from axplan.inputs.parameters import Inputs
from axplan.plan.sensitivity.input_columns import ALL, EACH, SHARED, InputColumn, input_columns
from axplan.plan.sensitivity.lagrangian import Lagrangian
from axplan.plan.sensitivity.ranges import ends

if TYPE_CHECKING:
    from axplan.solver import Solution

__all__ = ["ALL", "EACH", "SHARED", "sensitivities"]

PERCENT = 0.01
STRONGEST = 10
"""Of the columns whose values rise together, so many are looked at value by value."""

MOST_VALUES = 300
"""Columns with more values are not looked at value by value: each takes two evaluations of the objective."""

NOISE = 1e-10
"""A change by less than this part of the optimum is rounding."""

COLUMNS = (
    "sheet", "column", "basis", "lowest", "highest", "change", "row", "row_value", "row_change", "low_end", "high_end",
)  # fmt: skip


def sensitivities(x: Inputs, solution: Solution, weights: Mapping[str, float]) -> pd.DataFrame:
    """First-order changes of the optimum Σ weights[v] · indicator[v] less penalties, a row per column the model reads.

    sheet, column (* = the cells of a matrix), basis (see `BASES`); lowest, highest value today, in the unit of the
    workbook; change of the objective when the column rises by 1 % of itself (basis all: every value; each, shared: that
    one value, named in `row`, which changes it most); elasticity = change in % of the objective; row, row_value,
    row_change: the value that alone changes it most (keys joined by a blank), where values are looked at one by one;
    low_end, high_end: change when every value with a range in `uncertainty` goes to that end, at the slope of today.
    What does not apply is blank.

    The changes are partial derivatives of the Lagrangian (see `lagrangian`): exact for small changes. In a weighted
    objective the best values that the indicators are measured against stay what they are.
    """
    lagrangian = Lagrangian(x, solution, weights)
    columns = [column for column in input_columns(x) if lagrangian.reads(column)]
    together = [PERCENT * lagrangian.growth(column) if column.basis == ALL else math.nan for column in columns]
    strong = sorted((abs(change) for change in together if abs(change) > 0), reverse=True)[:STRONGEST]
    rows = [
        _row(x, lagrangian, column, change, detailed=column.basis != ALL or abs(change) in strong)
        for column, change in zip(columns, together, strict=True)
    ]
    return _without_noise(pd.DataFrame(rows, columns=list(COLUMNS)), solution.objective)


def _row(x: Inputs, lagrangian: Lagrangian, column: InputColumn, change: float, detailed: bool) -> dict[str, Any]:
    detailed = detailed and len(column.values) <= MOST_VALUES
    ranges = ends(x, column)
    keys = [key for key, value in column.values.items() if key in ranges or (detailed and value)]
    slopes = {key: lagrangian.slope(column, key) for key in keys}
    key, alone = strongest(column, slopes) if detailed else (None, math.nan)
    scale = column.declared.scale
    low_end, high_end = (
        sum(slopes[k] * (end[n] - column.values[k]) for k, end in ranges.items()) if ranges else math.nan
        for n in (0, 1)
    )
    return {
        "sheet": column.sheet, "column": column.name, "basis": column.basis,
        "lowest": min(column.values.values()) / scale, "highest": max(column.values.values()) / scale,
        "change": change if column.basis == ALL else alone, "row": _words(key),
        "row_value": math.nan if key is None else column.values[key] / scale, "row_change": alone,
        "low_end": low_end, "high_end": high_end,
    }  # fmt: skip


def strongest(column: InputColumn, slopes: Mapping[Any, float]) -> tuple[Any, float]:
    """The value that changes the objective most when it alone rises by 1 % of itself, and by how much it does."""
    changes = {key: PERCENT * slope * column.values[key] for key, slope in slopes.items()}
    if column.basis == SHARED:
        changes = {key: change - _given_up(column, key, changes) for key, change in changes.items()}
    return max(
        changes.items(), key=lambda item: float(f"{abs(item[1]):.9g}"), default=(None, 0.0)
    )  # of equals the first


def _given_up(column: InputColumn, key: Any, changes: Mapping[Any, float]) -> float:
    """What is lost where the others of a whole give way, each in proportion, so that the sum stays the same."""
    others = [other for other in column.whole(key) if other != key]
    room = sum(column.values[other] for other in others)
    return column.values[key] / room * sum(changes.get(other, 0.0) for other in others) if room else changes[key]


def _words(key: Any) -> str:
    return " ".join(map(str, key if isinstance(key, tuple) else () if key is None else (key,)))


def _without_noise(frame: pd.DataFrame, optimum: float) -> pd.DataFrame:
    """Changes that are rounding are none; the elasticity follows."""
    for name in ("change", "row_change", "low_end", "high_end"):
        frame[name] = frame[name].mask(frame[name].abs() <= NOISE * abs(optimum), 0.0)
    frame["elasticity"] = frame["change"] / (PERCENT * abs(optimum)) if optimum else math.nan
    return frame
