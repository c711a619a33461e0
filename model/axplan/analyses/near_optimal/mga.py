"""How firm a plan is: what every budget aggregate can be in plans that are nearly as good as the best one.

`aggregates` says what is looked at, `searching` finds the ends of its ranges, `choosing` picks plans that differ, `result`
holds what was found, `partial` keeps it while the search goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from axplan.analyses.near_optimal.aggregates import KINDS, TOTALS, aggregates, places
from axplan.analyses.near_optimal.checkpointed import keep, known
from axplan.analyses.near_optimal.result import MAY, MUST, NEVER, VERDICT_NAMES, VERDICTS, Firmness, judged
from axplan.analyses.near_optimal.search import End, Search, ends
from axplan.core.checkpoint import Keeping
from axplan.plan.optimise import CertifiedPlan
from axplan.solver.session import LEAST, with_loose_row, with_objective_floor

__all__ = [
    "KINDS", "LEAST", "MAY", "MUST", "NEVER", "TOTALS", "VERDICTS", "VERDICT_NAMES", "WITHIN", "Firmness", "firmness", "search_of",
]  # fmt: skip

WITHIN = 0.01
"""Share of the optimum that may be given up, unless said otherwise."""


def search_of(made: CertifiedPlan, within: float = WITHIN) -> Search:
    """What is to be searched: plans whose objective is no more than the share `within` of its size below the optimum."""
    x, solution = made.inputs, made.solution
    assert solution.basis is not None
    floor = solution.objective - within * abs(solution.objective)
    arrays = with_objective_floor(solution.arrays, floor)
    seen = (tuple(found(x, arrays)) for found in (aggregates, places))
    return Search(arrays, with_loose_row(solution.basis), *seen)


def firmness(
    made: CertifiedPlan, search: Search, within: float = WITHIN, jobs: int = 1, kept: Keeping | None = None,
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
    itself = search.seen((0, LEAST), made.solution.x)
    return judged(made.plan, within, search.aggregates, search.places, itself, list(_in_order(questions, answers)))


def _in_order(questions: Iterable[tuple[int, str]], known: dict[tuple[int, str], End]) -> Iterable[End]:
    return (known[question] for question in questions)
