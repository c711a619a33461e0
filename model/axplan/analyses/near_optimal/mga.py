"""How firm a plan is: what every budget aggregate can be in plans that are nearly as good as the best one.

`aggregates` says what is looked at, `searching` finds the ends of its ranges, `choosing` picks plans that differ, `result`
holds what was found, `partial` keeps it while the search goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from axplan.analyses.near_optimal.aggregates import KINDS, TOTALS, aggregates, places
from axplan.analyses.near_optimal.checkpointed import keep, known
from axplan.analyses.near_optimal.result import MAY, MUST, NEVER, VERDICT_NAMES, VERDICTS, Firmness, judged
from axplan.analyses.near_optimal.search import End, Search, ends
from axplan.core.checkpoint import Keeping
from axplan.formulation import build_model
from axplan.formulation.compile import compile_model
from axplan.inputs.objective import Objective
from axplan.inputs.parameters import Inputs
from axplan.plan.certificate import certify, require
from axplan.plan.optimise import Timings, best_values, solve_or_explain
from axplan.plan.result import Plan, build_plan
from axplan.plan.tie_breaking import first_of_equals
from axplan.solver import Solution
from axplan.solver.session import LEAST, with_loose_row, with_objective_floor

__all__ = [
    "KINDS", "LEAST", "MAY", "MUST", "NEVER", "TOTALS", "VERDICTS", "VERDICT_NAMES", "WITHIN", "Best", "Firmness", "firmness", "optimum", "search_of",
]  # fmt: skip

WITHIN = 0.01
"""Share of the optimum that may be given up, unless said otherwise."""


@dataclass(frozen=True)
class Best:
    """The best plan for some inputs, with the solution it was read from."""

    plan: Plan
    solution: Solution


def optimum(x: Inputs, objective: Objective) -> Best:
    """The best plan, certified, with the basis everything else begins from.

    Raises
    ------
    Infeasible (naming the groups of constraints that collide), Unbounded, SolverFailure, CertificateError;
    EnvironmentFault: out of memory.
    """
    best = best_values(x, objective, Timings()) if objective.is_weighted else {}
    weights = objective.per_unit(best)
    arrays = compile_model(build_model(x, weights))
    solution = solve_or_explain(x, arrays, keep_basis=True)
    solution, _ = first_of_equals(x, solution)
    require(certify(x, solution, weights))
    return Best(build_plan(x, objective, solution, best), solution)


def search_of(best: Best, within: float = WITHIN) -> Search:
    """What is to be searched: plans whose objective is no more than the share `within` of its size below the optimum."""
    x, solution = best.plan.inputs, best.solution
    assert solution.basis is not None
    floor = solution.objective - within * abs(solution.objective)
    arrays = with_objective_floor(solution.arrays, floor)
    seen = (tuple(found(x, arrays)) for found in (aggregates, places))
    return Search(arrays, with_loose_row(solution.basis), *seen)


def firmness(
    best: Best, search: Search, within: float = WITHIN, jobs: int = 1, kept: Keeping | None = None,
    done: Callable[[int, int], object] = lambda *_: None,
) -> Firmness:  # fmt: skip
    """Find every end and judge the plan by them; `done` hears how many ends are known and how many there are.

    What `kept` knows is not searched again; it keeps what is found, also when the search is broken off.

    Raises
    ------
    SolverFailure: an end could not be found.
    EnvironmentFault: what was found cannot be kept; out of memory.
    """
    questions = search.questions
    kept = kept or Keeping()
    answers = known(kept)
    with kept.through():
        done(len(answers), len(questions))
        for end in ends(search, answers, jobs):
            answers[end.question] = end
            keep(kept, end)
            done(len(answers), len(questions))
    itself = search.seen((0, LEAST), best.solution.x)
    return judged(best.plan, within, search.aggregates, search.places, itself, list(_in_order(questions, answers)))


def _in_order(questions: Iterable[tuple[int, str]], known: dict[tuple[int, str], End]) -> Iterable[End]:
    return (known[question] for question in questions)
