"""The plan as it is printed: in whole units of money and whole persons, so that every printed total is the sum of its parts.

Not the totals are rounded but the amounts of the single lines (a commitment of a cell, a training course, an outlay), once, and
every table of the book adds these up. `rounding` chooses which lines go up and which down; `amounts` says which sums are
to stay near; `books` keeps the ledgers balanced.
"""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from axplan.plan.result import Plan
from axplan.plan.rounding import amounts
from axplan.plan.rounding.ledgers import printed_ledger


def printed_plan(plan: Plan, step: float, tolerances: amounts.Tolerances = amounts.TOLERANCE_LEVELS[0]) -> Plan:
    """The plan in multiples of `step` (in 억원) and whole persons; amounts are still given in 억원.

    Rounded are the frames commitments (summed over their cost segments: without segment, depth and mature_effect),
    trainees, outlays, ledger and the amounts of targets. What is not money or people to be decided stays exact: depths,
    stocks, progress, effects, prices, and both sides of the rules.
    """
    x, exact = plan.inputs, plan.frames
    made = amounts.rounded_lines(x, exact, step, tolerances)
    ledger = printed_ledger(x, exact["ledger"], made, step)
    frames = {**exact, **made, "ledger": ledger, "targets": _targets(exact["targets"], made["trainees"])}
    return replace(plan, frames=frames)


def _targets(targets: pd.DataFrame, trainees: pd.DataFrame) -> pd.DataFrame:
    """The targets with what the printed lines add up to."""
    result = targets.copy()
    tracks = zip(result.index, result["track"].tolist(), result["target_year"].tolist(), strict=True)
    for n, track, target_year in tracks:
        mine = trainees[trainees["track"] == track]
        result.loc[n, "achieved"] = mine.loc[mine["year"] <= target_year, "trainees"].sum()
        for column, source in (("trained", "trainees"), ("public", "public"), ("employer", "employer")):
            result.loc[n, column] = mine[source].sum()
    return result
