"""The figures many plans are compared by, read straight from a solution: quicker than a plan, and the same numbers."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from axplan.inputs.parameters import Inputs
from axplan.inputs.schema.indicators import EFFECTS, NET_BENEFIT
from axplan.plan.appraisal import net_benefit
from axplan.plan.certificate.values import VARIABLES
from axplan.plan.effects import effects
from axplan.plan.frames import Frames, decided
from axplan.solver import Solution

if TYPE_CHECKING:
    import pandas as pd

    from axplan.plan.result import Plan

Figures = Mapping[str, float]


def figures(x: Inputs, solution: Solution) -> Figures:
    """Name → figure: `objective`; the indicators (discounted, in the units they are reported in); and sums.

    In 억원 over the plan: `commitment`, `commitment.<stage>`, `commitment.<industry>`, `training` (public), `outlay`,
    `running`, `subscription`, `lapse`; `trainees.<track>` in persons.
    """
    frames = appraised_frames(x, solution)
    commitment = _nonzero(solution.values("commitment"))
    direct = dict.fromkeys(x.initiative_industries, 0.0)
    by_stage, by_industry = dict.fromkeys(x.stages.stage, 0.0), dict.fromkeys(x.initiative_industries, 0.0)
    for (i, r, k, s, g, t), amount in commitment.items():
        direct[i] += amount * x.depth_per_won[i, r, k, s, g] * x.full_effect[i, r, k, s] * x.effect_factor[s, t]
        by_stage[s] += amount
        by_industry[i] += amount
    trained = dict.fromkeys(x.tracks.track, 0.0)
    for (w, *_), persons in _nonzero(solution.values("trainees")).items():
        trained[w] += persons
    return {
        "objective": solution.objective,
        **{v: sum(x.value[v, i] * direct[i] for i in direct) for v in EFFECTS},
        NET_BENEFIT: net_benefit(x, frames),
        "commitment": sum(by_stage.values()),
        **{f"commitment.{s}": amount for s, amount in by_stage.items()},
        **{f"commitment.{i}": amount for i, amount in by_industry.items()},
        "training": sum(n * x.public_unit_cost[w] for w, n in trained.items()),
        **{f"trainees.{w}": persons for w, persons in trained.items()},
        "outlay": sum(solution.values("outlay").values()),
        "running": float(frames["running_costs"]["running_cost"].sum()),
        **{name: sum(solution.values(name).values()) for name in ("subscription", "lapse")},
    }


def figures_of(plan: Plan) -> Figures:
    """The same of a plan, exact or as it is printed: then every sum is that of the printed parts."""
    x, frames = plan.inputs, plan.frames
    money, people = frames["commitments"], frames["trainees"]
    by_stage, by_industry = _sums(money, "stage", "commitment"), _sums(money, "industry", "commitment")
    trained = _sums(people, "track", "trainees")
    return {
        "objective": plan.value,
        **plan.indicators,
        "commitment": math.fsum(by_stage.values()),
        **{f"commitment.{s}": by_stage.get(s, 0.0) for s in x.stages.stage},
        **{f"commitment.{i}": by_industry.get(i, 0.0) for i in x.initiative_industries},
        "training": math.fsum(people["public"].tolist()),
        **{f"trainees.{w}": trained.get(w, 0.0) for w in x.tracks.track},
        "outlay": math.fsum(frames["outlays"]["outlay"].tolist()),
        "running": math.fsum(frames["running_costs"]["running_cost"].tolist()),
        **{name: math.fsum(frames["ledger"][name].tolist()) for name in ("subscription", "lapse")},
    }


def _sums(frame: pd.DataFrame, key: str, column: str) -> dict[str, float]:
    found = frame.groupby(key, sort=False)[column].sum()
    return dict(zip(found.index.to_list(), found.to_list(), strict=True))


def appraised_frames(x: Inputs, solution: Solution) -> Frames:
    """The frames that the appraisal reads."""
    made = decided(x, {name: solution.values(name) for name in VARIABLES})
    return {**made, "effects": effects(x, made["commitments"])}


def _nonzero(values: Mapping[Any, float]) -> dict[Any, float]:
    return {index: amount for index, amount in values.items() if amount}
