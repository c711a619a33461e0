"""The plan questioned: what binds it, what one unit more is worth and how far, what every rule and target costs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from axplan.explaining.moves import moves
from axplan.explaining.prices import Price, prices
from axplan.explaining.removals import Removal, removals, requirements
from axplan.formulation import build_model
from axplan.inputs import Inputs
from axplan.objective import Objective
from axplan.plan import Plan, build_plan
from axplan.planning import Timings, best_values, solve_or_explain
from axplan.solve import compile_model
from axplan.solve.parametric import Follower
from axplan.tie_breaking import first_of_equals


@dataclass(frozen=True)
class Binding:
    """What binds a plan. `prices` in the order of the inputs, `removals` targets first, then rules."""

    plan: Plan
    prices: tuple[Price, ...]
    removals: tuple[Removal, ...]


def what_binds(x: Inputs, objective: Objective, done: Callable[[int, int], object] = lambda *_: None) -> Binding:
    """Find the best plan and question it; `done` hears how many answers are known and how many there are.

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
    found = prices(Follower(arrays, base), asked, heard)
    without = removals(x, arrays, base, chosen, heard)
    return Binding(build_plan(x, objective, chosen, best), tuple(found), tuple(without))
