"""The plan as it is printed, with the proof that rounding broke nothing: a Plan in whole units, and its checks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from axplan.inputs.parameters import Inputs
from axplan.inputs.schema.policy import AT_LEAST, EQUAL
from axplan.plan.certificate.checks import Check
from axplan.plan.certificate.printed import check_printed
from axplan.plan.frames import targets
from axplan.plan.result import Plan
from axplan.plan.rounding.amounts import KEYS, TOLERANCE_LEVELS, Tolerances, rounded_lines
from axplan.plan.rounding.ledgers import printed_ledger


@dataclass(frozen=True)
class Printed:
    """`plan`: what is printed; `exact`: what was optimised; `checks`: the worst row of every constraint, in units."""

    plan: Plan
    exact: Plan
    checks: tuple[Check, ...]

    @property
    def worst(self) -> float:
        """By how many units the worst row is missed."""
        return max((check.violation for check in self.checks), default=0.0)

    @property
    def ok(self) -> bool:
        """Whether every constraint holds within one printed unit."""
        return all(check.ok for check in self.checks)

    def with_frame(self, name: str, frame: pd.DataFrame) -> Printed:
        """The same with one frame more, which is not rounded."""
        return replace(self, plan=self.plan.with_frame(name, frame), exact=self.exact.with_frame(name, frame))


def print_plan(exact: Plan, step: float) -> Printed:
    """The plan in multiples of `step` 억원 and whole persons.

    Of several ways to round, the first that keeps every constraint within one unit; else the one that misses least.
    """
    tried = []
    for tolerances in TOLERANCE_LEVELS:
        tried.append(_checked(exact, rounded_plan(exact, step, tolerances), step))
        if tried[-1].ok:
            break
    return min(tried, key=lambda printed: printed.worst)


def rounded_plan(exact: Plan, step: float, tolerances: Tolerances = TOLERANCE_LEVELS[0]) -> Plan:
    """The plan in multiples of `step` (in 억원) and whole persons; amounts are still given in 억원.

    Rounded are the frames commitments (summed over their cost segments: without segment, depth and mature_effect),
    trainees, outlays, running_costs, ledger and the amounts of targets. What is not money or people to be decided stays
    exact: depths, stocks, progress, effects, prices, and both sides of the rules.
    """
    x, frames = exact.inputs, exact.frames
    made = rounded_lines(x, frames, step, tolerances)
    prices = dict(zip(frames["targets"]["track"], frames["targets"]["shadow_price"], strict=True))
    made["targets"] = targets(x, made["trainees"], prices)
    made["ledger"] = printed_ledger(x, frames["ledger"], made, step)
    return replace(exact, frames={**frames, **made})


def _checked(exact: Plan, plan: Plan, step: float) -> Printed:
    frames = plan.frames
    lines = {
        "commitment": _by_segment(plan.inputs, exact.frames["commitments"], frames["commitments"]),
        "trainees": _by_key(frames["trainees"], KEYS["trainees"], "trainees"),
        "outlay": _by_key(frames["outlays"], KEYS["outlays"], "outlay"),
        **{name: _by_key(frames["ledger"], ["fund"], name) for name in ("subscription", "lapse", "balance")},
        **_missed(frames["rules"]),
    }
    return Printed(plan, exact, check_printed(plan.inputs, lines, step))


def _by_key(frame: pd.DataFrame, keys: list[str], column: str) -> dict[Any, float]:
    return dict(zip(frame[[*keys, "year"]].itertuples(index=False, name=None), frame[column].tolist(), strict=True))


def _by_segment(x: Inputs, exact: pd.DataFrame, printed: pd.DataFrame) -> dict[Any, float]:
    """The printed commitments by segment: as in the exact plan, but for what rounding has changed a line by so far.

    That is in the dearest segment the line has reached.
    """
    keys = KEYS["commitments"]
    so_far = _so_far(x, exact, [*keys, "segment"])
    changed = _so_far(x, printed, keys) - _so_far(x, exact, keys)
    of_line = np.array([changed.loc[index[:-1]] for index in so_far.index]).reshape(so_far.shape)
    number = so_far.index.get_level_values("segment").to_numpy()[:, None]
    reached = pd.DataFrame(np.where(so_far > 0, number, 0), index=so_far.index)
    dearest = reached.groupby(keys, sort=False).transform("max").to_numpy()
    yearly = np.diff(so_far.to_numpy() + np.where(dearest == number, of_line, 0.0), axis=1, prepend=0.0)
    entries = zip(*np.nonzero(yearly), strict=True)
    return {(*so_far.index[n], x.years[m]): float(yearly[n, m]) for n, m in entries}


def _so_far(x: Inputs, frame: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """Commitments by key (rows) up to each year of the plan (columns)."""
    by_year = frame.pivot_table("commitment", keys, "year", "sum", fill_value=0.0, sort=False)
    return by_year.reindex(columns=list(x.years), fill_value=0.0).cumsum(axis=1)


def _missed(rules: pd.DataFrame) -> dict[str, dict[Any, float]]:
    """Shortfall and excess of the soft rules, which are not rounded."""
    missed: dict[str, dict[Any, float]] = {"shortfall": {}, "excess": {}}
    columns = rules.loc[rules["penalty"].notna(), ["rule", "year", "relation", "selected", "bound", "violation"]]
    for rule, year, relation, selected, bound, violation in columns.itertuples(index=False, name=None):
        below = relation == AT_LEAST or (relation == EQUAL and selected < bound)
        missed["shortfall" if below else "excess"][rule, year] = violation
    return missed
