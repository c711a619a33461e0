"""Why there is no plan: requirements that cannot hold together, the cells they come from, and by how much each falls short."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from axplan.formulation.constraint_registry import IDENTITIES, KEY_SHEETS
from axplan.inputs.parameters import Inputs
from axplan.inputs.schema.policy import TRAINEES
from axplan.solver import Arrays
from axplan.solver.elastic import least_shortfall, sides
from axplan.solver.iis import Contradiction, contradiction

SUBSCRIPTION = "subscription"
"""The variable whose upper bound is an input: what private investors put in at most."""

PHYSICAL = ("segment_limit", "stage_transition", "depth_ceiling", "employment_ceiling")
"""Limits of nature, of technology and of the labour force: they take part, but nobody can give way on them."""

COLUMNS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "fund_balance": (("appropriations", "*"),), "carry_over_limit": (("funds", "carry_over_limit"),),
    "solvency": (("funds", "solvency_share"),), "target": (("tracks", "target"), ("tracks", "target_year")),
    "capacity": (("tracks", "initial_capacity"), ("tracks", "capacity_growth")), "supervision": (("tracks", "span"),),
    "skill_requirement": (("tracks", "requirement"),), "employment_ceiling": (("tracks", "employment_ceiling"),),
    "progress_requirement": (("programmes", "minimum_progress"), ("programmes", "cost")),
    "annual_ceiling": (("programmes", "annual_ceiling"),), "rule_limit": (("rules", "value"),),
    "indicator_floor": (("floors", "at_least"),),
    SUBSCRIPTION: (("funds", "private_ratio"),), "segment_limit": (("segments", "width"),),
    "stage_transition": (("stages", "conversion"),), "depth_ceiling": (("tasks", "ceiling"),),
}  # fmt: skip
"""Constraint → (sheet, column) of the figures it demands; in the row of its key, or in all rows."""

EOK, PERSONS, SHARE, OTHER = "eok", "persons", "share", "other"

UNITS: Mapping[str, str] = {
    "fund_balance": EOK, "carry_over_limit": EOK, "solvency": EOK, SUBSCRIPTION: EOK, "target": PERSONS, "capacity": PERSONS,
    "supervision": PERSONS, "skill_requirement": PERSONS, "employment_ceiling": PERSONS, "progress_requirement": SHARE,
    "annual_ceiling": SHARE,
}  # fmt: skip
"""The unit in which the rows of a constraint are missed."""


@dataclass(frozen=True)
class Cause:
    """A requirement that takes part in the contradiction.

    constraint: its name in the model, or SUBSCRIPTION; key: the row of its sheet ("" where it is told as a whole); addresses: the
    cells behind it, as a scenario writes them; shortfall: by how much it would have to give way if it were the only one to do
    so, in `unit` (None where that alone would not help, or where nobody can give way on it).
    """

    constraint: str
    key: str
    addresses: tuple[str, ...]
    unit: str
    shortfall: float | None

    @property
    def is_physical(self) -> bool:
        return self.constraint in PHYSICAL


def causes(x: Inputs, arrays: Arrays) -> list[Cause]:
    """The requirements of an irreducible contradiction, in the order of the model; none where the solver proves none."""
    found = contradiction(arrays, (SUBSCRIPTION,), family, rank)
    if found is None:
        return []
    rows = _by_requirement(arrays, found)
    told = [of for of in rows if of[0] not in IDENTITIES]
    return [_cause(x, arrays, constraint, key, rows[constraint, key]) for constraint, key in told]


def family(name: str, index: Any) -> Hashable:
    """What is left out together: the rows of one key of a sheet, or all rows of a limit that nobody reads row by row."""
    return _key(name, index)


def rank(name: str) -> int:
    """Limits of nature first, then people and progress, then money, targets and rules: the later, the rather it is told."""
    order = (
        *IDENTITIES,
        *PHYSICAL,
        SUBSCRIPTION,
        "supervision",
        "annual_ceiling",
        "carry_over_limit",
        "solvency",
        "capacity",
    )
    return order.index(name) if name in order else len(order)


def _key(name: str, index: Any) -> str:
    if name not in KEY_SHEETS and name != SUBSCRIPTION:
        return ""
    return str(index[0] if isinstance(index, tuple) else index)


def _by_requirement(arrays: Arrays, found: Contradiction) -> dict[tuple[str, str], list[int]]:
    """(constraint, key) → its rows in the contradiction; no rows for a bound."""
    rows: dict[tuple[str, str], list[int]] = {}
    for row in found.rows:
        name, index = arrays.row_name(row)
        rows.setdefault((name, _key(name, index)), []).append(row)
    for column in found.bounds:
        name, index = arrays.column_name(column)
        rows.setdefault((name, _key(name, index)), [])
    return rows


def _cause(x: Inputs, arrays: Arrays, constraint: str, key: str, rows: Iterable[int]) -> Cause:
    row = key or "*"
    addresses = tuple(f"{sheet}.{row}.{column}" for sheet, column in COLUMNS[constraint])
    unit = UNITS.get(constraint, OTHER)
    if constraint == "rule_limit":
        unit = PERSONS if x.rules.measure[key] == TRAINEES else EOK
    return Cause(constraint, key, addresses, unit, _shortfall(arrays, constraint, rows))


def _shortfall(arrays: Arrays, constraint: str, rows: Iterable[int]) -> float | None:
    """The least sum by which the rows have to be missed, all else held."""
    slacks = [slack for row in rows for slack in sides(arrays, row)]
    if constraint in PHYSICAL or not slacks:
        return None
    missed = least_shortfall(arrays, slacks)
    return None if missed is None else float(np.sum(missed))
