"""The plan questioned: what binds it, what one unit more is worth and how far, what every rule and target costs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from axplan import __version__
from axplan.analyses.explain.removals import Removal, removals, requirements
from axplan.analyses.explain.right_hand_sides import moves
from axplan.analyses.explain.shadow_prices import Price, prices
from axplan.core.checkpoint import Keeping
from axplan.formulation import build_model
from axplan.formulation.compile import compile_model
from axplan.inputs.objective import Objective
from axplan.inputs.parameters import Inputs
from axplan.plan.optimise import Timings, best_values, solve_or_explain
from axplan.plan.result import Plan, build_plan
from axplan.plan.tie_breaking import first_of_equals
from axplan.solver.rhs_ranging import Follower


@dataclass(frozen=True)
class Binding:
    """What binds a plan. `prices` in the order of the inputs, `removals` targets first, then rules."""

    plan: Plan
    prices: tuple[Price, ...]
    removals: tuple[Removal, ...]


def what_binds(
    x: Inputs, objective: Objective, done: Callable[[int, int], object] = lambda *_: None, path: Path | None = None
) -> Binding:
    """Find the best plan and question it; `done` hears how many answers are known and how many there are.

    Answers are kept in the file `path` until all are known; what it has of the same model is not asked again.

    Raises
    ------
    Infeasible, Unbounded, SolverFailure: there is no best plan; EnvironmentFault: out of memory.
    """
    best = best_values(x, objective, Timings()) if objective.is_weighted else {}
    arrays = compile_model(build_model(x, objective.per_unit(best)))
    base = solve_or_explain(x, arrays, keep_basis=True)
    chosen, _ = first_of_equals(x, base)
    asked = moves(x, arrays)
    known, count = 0, len(asked) + len(requirements(arrays))

    def heard() -> None:
        nonlocal known
        known += 1
        done(known, count)

    done(0, count)
    kept = Keeping(path, arrays.fingerprint(__version__.encode()))
    with kept.through():
        found = prices(Follower(arrays, base), asked, heard, kept)
        without = removals(x, arrays, base, chosen, heard, kept)
    kept.remove()
    return Binding(build_plan(x, objective, chosen, best), tuple(found), tuple(without))
