"""The questions a committee asks, answered beside a plan: what binds it, how firm it is, what one aim costs in terms of another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from axplan.analyses.annexes import exchanged, explained, firm
from axplan.analyses.explain.binding import what_binds
from axplan.analyses.explain.book import speaker
from axplan.analyses.explain.run import PARTIAL as EXPLAIN_PARTIAL
from axplan.analyses.explain.run import bound_document, told
from axplan.analyses.near_optimal.mga import firmness, optimum, search_of
from axplan.analyses.near_optimal.run import PARTIAL
from axplan.analyses.pareto.frontier import frontier
from axplan.analyses.pareto.run import row_of
from axplan.core.checkpoint import Keeping
from axplan.core.process_pool import usual_jobs
from axplan.core.text import Text
from axplan.inputs.parameters import Inputs
from axplan.inputs.schema.indicators import EMPLOYMENT, PRODUCTION
from axplan.report.context import Annex
from axplan.runs.run import Answers, Prepared

POINTS = 7

BINDING, FIRMNESS, FRONTIER = (
    Text("무엇이 묶는지 묻는 중", "Asking what binds"),
    Text("계획이 얼마나 견고한지 찾는 중", "Looking how firm the plan is"),
    Text("지표 사이의 교환을 찾는 중", "Looking for what aims cost each other"),
)

Tell = Callable[[Text, int, int], object]

Answer = tuple[Annex, dict[str, Any]]
"""Sheets of the plan's book, and the same as plain values under the name of the question."""


def answers(prepared: Prepared, tell: Tell = lambda *_: None) -> Answers:
    """The answers as sheets of the plan's book and as plain values; `tell` hears what is being done, how much of it is known and how
    much there is.

    Raises
    ------
    AxplanError: whatever kept the scenario from being solved again.
    """
    x = prepared.applied.inputs()
    made = [question(prepared, x, tell) for question in (_binding, _firmness, _frontier)]
    return Answers([annex for annex, _ in made], {name: part for _, answer in made for name, part in answer.items()})


def _binding(prepared: Prepared, x: Inputs, tell: Tell) -> Answer:
    objective, partial = prepared.scenario.objective, prepared.folder / EXPLAIN_PARTIAL
    found = what_binds(x, objective, lambda n, count: tell(BINDING, n, count), partial)
    opening, sheets = told(speaker(x, objective, prepared.options.language), prepared.scenario.name, found)
    return explained(opening, sheets), {"binding": bound_document(found)}


def _firmness(prepared: Prepared, x: Inputs, tell: Tell) -> Answer:
    best = optimum(x, prepared.scenario.objective)
    search = search_of(best)
    kept = Keeping(prepared.folder / PARTIAL, search.fingerprint)
    found = firmness(best, search, jobs=usual_jobs(), kept=kept, done=lambda n, count: tell(FIRMNESS, n, count))
    kept.remove()
    return firm(found), {"firmness": found.document()}


def _frontier(prepared: Prepared, x: Inputs, tell: Tell) -> Answer:
    """Between what is maximised (the first indicator where there are several) and employment, or production where that is it."""
    first = next(iter(prepared.scenario.objective.weights))
    aims = (first, PRODUCTION if first == EMPLOYMENT else EMPLOYMENT)
    found = frontier(x, aims, POINTS, lambda n, count: tell(FRONTIER, n, count))
    return exchanged(found), {"frontier": [row_of(found, n) for n in range(len(found.points))]}
