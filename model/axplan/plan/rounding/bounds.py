"""How far a line may be rounded because of what hangs on it: the next stage on the one before, investment on people."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from axplan.inputs.parameters import Inputs
from axplan.plan.rounding.controlled import Bounds, Floats, Whole

Keys = Mapping[tuple[str, ...], int]
"""Key of a line → its item."""


def transition_bounds(x: Inputs, depths: pd.DataFrame, exact: Floats, items: Keys, step: float) -> Bounds:
    """The most a cell may have received for a stage by a year, given what was printed for the stage before.

    stage_transition holds within one unit where error · depth_per_won of the stage is at most one unit, more the room
    the exact plan leaves, less what the stage before is short of, `conversion_lag` years ago. `depths`: the exact
    frame; `exact`: sums so far in printed units, shape (items, years); `step`: one printed unit in 억원.
    """
    depth = depths.set_index(["industry", "region", "task", "stage", "year"])["depth"].to_dict()
    stages = x.stages
    pairs = []
    for before, after in zip(stages.stage, stages.stage[1:], strict=False):
        for cell in x.cells:
            if (*cell, after) in items and (*cell, before) in items:
                per_unit = x.depth_per_won[(*cell, after, 1)] * step
                passed = stages.conversion[before] * x.depth_per_won[(*cell, before, 1)] * step
                pairs.append((cell, before, after, per_unit, passed))

    def bounds(year: int, so_far: Whole) -> tuple[Floats, Floats]:
        most = np.full(len(exact), np.inf)
        for cell, before, after, per_unit, passed in pairs:
            then = year - stages.conversion_lag[before]
            first = items[(*cell, before)]
            short = max(0.0, exact[first, then] - so_far[first, then]) * passed if 0 <= then < year else 0.0
            ready = depth[(*cell, before, x.years[then])] if then >= 0 else stages.initial_depth[before]
            room = stages.conversion[before] * ready - depth[(*cell, after, x.years[year])]
            second = items[(*cell, after)]
            most[second] = exact[second, year] + (max(per_unit, passed) + room - short) / per_unit
        return np.full(len(exact), -np.inf), most

    return bounds


def skill_bounds(
    x: Inputs, invested: Mapping[tuple[str, str], Floats], trainees: pd.DataFrame, items: Keys, step: float
) -> Bounds:
    """The least who must be trained by a year so that the printed investment has its people, within one person or unit.

    `invested`: (industry, region) → printed investment so far by year, in 억원; `trainees`: the exact frame.
    """
    shape = len(items), len(x.years)
    exact, stock, needed = np.zeros(shape), np.zeros(shape), np.full(shape, -np.inf)
    rows = trainees[["track", "industry", "region", "year", "trainees", "stock"]].itertuples(index=False, name=None)
    for *key, t, trained, there in rows:
        at = items[tuple(key)], t - x.years[0]
        exact[at], stock[at] = trained, there
    match = 1 + max(x.stages.private_match.values(), default=0.0)
    for (w, i, r), item in items.items():
        if (i, r) in invested:
            needed[item] = x.tracks.requirement[w] * (invested[i, r] - match * step)
            needed[item] = np.minimum(needed[item], x.tracks.requirement[w] * invested[i, r] - 1.0)
    staying = np.array([1 - x.tracks.attrition[w] for w, _, _ in items])

    def bounds(year: int, so_far: Whole) -> tuple[Floats, Floats]:
        off = np.zeros(len(exact))
        for before in range(year):
            made = so_far[:, before] - (so_far[:, before - 1] if before else 0)
            off = staying * off + made - exact[:, before]
        printed = so_far[:, year - 1] if year else np.zeros(len(exact))
        return printed + exact[:, year] + needed[:, year] - stock[:, year] - staying * off, np.full(len(exact), np.inf)

    return bounds


def padded(bounds: Bounds, items: int) -> Bounds:
    """The same bounds for a longer list of items, of which those that follow have none."""

    def longer(year: int, so_far: Whole) -> tuple[Floats, Floats]:
        least, most = bounds(year, so_far)
        more = np.full(items - len(least), np.inf)
        return np.concatenate([least, -more]), np.concatenate([most, more])

    return longer
