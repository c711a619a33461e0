"""Near-optimal ranges: what every budget aggregate can be in plans that are nearly as good as the best one.

Modelling to generate alternatives (MGA; J. DeCarolis, Energy Economics 33, 2011): the objective may fall by a share,
and every aggregate is minimised and maximised in the plans that are left, as in F. Neumann & T. Brown (Electric Power
Systems Research 190, 2021). `aggregates` says what is looked at, `search` finds the ends of the ranges, `alternatives`
picks plans that differ, and `result` holds what was found.
"""

from pathlib import Path

from axplan.analyses.near_optimal.aggregates import aggregates, places
from axplan.analyses.near_optimal.result import NearOptimalRanges, ranges_from_ends
from axplan.analyses.near_optimal.search import NearOptimalSpace, RangeEnd, range_ends
from axplan.core.checkpoint import Checkpoint, Progress, no_progress
from axplan.plan.optimise import CertifiedPlan
from axplan.solver.session import LEAST, with_loose_rows, with_objective_floor

WITHIN = 0.01
"""Share of the optimum that may be given up, unless said otherwise."""


def near_optimal_space(made: CertifiedPlan, within: float = WITHIN) -> NearOptimalSpace:
    """The plans whose objective is no more than the share `within` of its size below the optimum."""
    x, solution = made.inputs, made.solution
    assert solution.basis is not None
    floor = solution.objective - within * abs(solution.objective)
    arrays = with_objective_floor(solution.arrays, floor)
    looked_at = (tuple(found(x, arrays)) for found in (aggregates, places))
    return NearOptimalSpace(arrays, with_loose_rows(solution.basis), *looked_at)


def near_optimal_ranges(
    made: CertifiedPlan, within: float = WITHIN, jobs: int = 1, path: Path | None = None,
    progress: Progress = no_progress,
) -> NearOptimalRanges:  # fmt: skip
    """Find every end of every range; `progress` is called with how many are known and how many there are.

    What the checkpoint at `path` has of the same plan is not searched again. It keeps what is found, also when the
    search is interrupted, until whoever asks has put the ranges in their place and removes it.

    Raises
    ------
    SolverFailure: an end could not be found.
    EnvironmentFault: what was found cannot be kept; out of memory.
    """
    space = near_optimal_space(made, within)
    directions, checkpoint = space.directions, Checkpoint(path, space.fingerprint)
    known = {end.direction: end for end in map(RangeEnd.restored, checkpoint.answers.values())}
    with checkpoint.saved_if_interrupted():
        progress(len(known), len(directions))
        for end in range_ends(space, known, jobs):
            known[end.direction] = end
            checkpoint.add("{} {}".format(*end.direction), end.plain())
            progress(len(known), len(directions))
    best = space.plan_at((0, LEAST), made.solution.x)
    ends = [known[direction] for direction in directions]
    return ranges_from_ends(made.plan, within, space.aggregates, space.places, best, ends)
