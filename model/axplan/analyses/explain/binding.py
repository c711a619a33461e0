"""The plan questioned: what binds it, what one unit more is worth and how far, what every rule and target costs."""

import itertools
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from axplan import __version__
from axplan.analyses.explain.margins import margins
from axplan.analyses.explain.padding import ExplainedPadding, cures_of, explained_padding
from axplan.analyses.explain.removals import Removal, removals, requirements
from axplan.analyses.explain.shadow_prices import Price, prices
from axplan.core.checkpoint import Checkpoint
from axplan.plan.optimise import CertifiedPlan
from axplan.plan.result import Plan
from axplan.plan.right_hand_sides import moves
from axplan.plan.without import Without, choices
from axplan.solver.rhs_ranging import RhsRanging


@dataclass(frozen=True)
class Binding:
    """What binds a plan. `prices` in the order of the inputs, `removals` targets first, then rules; `margins` pillars
    first, then programmes; `padding` where there is much of it."""

    plan: Plan
    prices: tuple[Price, ...]
    removals: tuple[Removal, ...]
    margins: tuple[Without, ...] = ()
    padding: ExplainedPadding | None = None


def explain_plan(
    made: CertifiedPlan, done: Callable[[int, int], object] = lambda *_: None, path: Path | None = None
) -> Binding:
    """Question a plan; `done` is called with how many answers are known and how many there are.

    Answers are kept in the file `path` until all are known; what it has of the same model is not asked again.

    Raises
    ------
    SolverFailure: the solver does not accept the model; EnvironmentFault: out of memory.
    """
    x, arrays = made.inputs, made.first.arrays
    asked = moves(x, arrays)
    count = len(asked) + len(requirements(arrays)) + len(choices(x)) + len(cures_of(made.plan))
    known = itertools.count(1)

    def one_more() -> object:
        return done(next(known), count)

    done(0, count)
    checkpoint = Checkpoint(path, arrays.fingerprint(__version__.encode()))
    with checkpoint.saved_if_interrupted():
        found = prices(RhsRanging(arrays, made.first), asked, one_more, checkpoint)
        without = removals(x, arrays, made.first, made.solution, one_more, checkpoint)
        margin = margins(made.plan, made.first, one_more, checkpoint)
        padded = explained_padding(made, one_more, checkpoint)
    checkpoint.remove()
    return Binding(made.plan, tuple(found), tuple(without), tuple(margin), padded)
