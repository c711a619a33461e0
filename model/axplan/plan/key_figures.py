"""The figures many plans are compared by, read straight from a solution: quicker than a plan, and the same numbers."""

from collections.abc import Mapping
from typing import Any

from axplan.inputs.parameters import Inputs
from axplan.inputs.schema.indicators import VALUATIONS
from axplan.solver import Solution

Figures = Mapping[str, float]


def figures(x: Inputs, solution: Solution) -> Figures:
    """Name → figure: `objective`; the five indicators (discounted, in the units they are reported in); and sums.

    In 억원 over the plan: `commitment`, `commitment.<stage>`, `commitment.<industry>`, `training` (public), `outlay`,
    `subscription`, `lapse`; `trainees.<track>` in persons.
    """
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
        **{v: sum(x.value[v, i] * direct[i] for i in direct) for v in VALUATIONS},
        "commitment": sum(by_stage.values()),
        **{f"commitment.{s}": amount for s, amount in by_stage.items()},
        **{f"commitment.{i}": amount for i, amount in by_industry.items()},
        "training": sum(n * x.tracks.unit_cost[w] * (1 - x.tracks.employer_share[w]) for w, n in trained.items()),
        **{f"trainees.{w}": persons for w, persons in trained.items()},
        **{name: sum(solution.values(name).values()) for name in ("outlay", "subscription", "lapse")},
    }


def _nonzero(values: Mapping[Any, float]) -> dict[Any, float]:
    return {index: amount for index, amount in values.items() if amount}
