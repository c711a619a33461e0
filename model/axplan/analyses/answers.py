"""The questions a committee asks, answered beside a plan: what binds it, how firm it is, what aims cost each other."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from axplan.analyses.explain.binding import explain_plan
from axplan.analyses.explain.book import annex as explain_annex
from axplan.analyses.explain.book import speaker
from axplan.analyses.explain.run import PARTIAL as EXPLAIN_PARTIAL
from axplan.analyses.explain.run import bound_document, opening_and_sheets
from axplan.analyses.near_optimal.book import annex as near_optimal_annex
from axplan.analyses.near_optimal.mga import near_optimal_ranges
from axplan.analyses.near_optimal.run import PARTIAL
from axplan.analyses.pareto.book import annex as pareto_annex
from axplan.analyses.pareto.frontier import pareto_frontier
from axplan.analyses.pareto.run import pareto_document
from axplan.core.checkpoint import Checkpoint, NamedProgress, no_progress
from axplan.core.process_pool import default_jobs
from axplan.core.text import Text
from axplan.inputs.schema.indicators import EMPLOYMENT, PRODUCTION
from axplan.plan.optimise import CertifiedPlan
from axplan.report.spec import Annex
from axplan.runs.run import Answers, Prepared

if TYPE_CHECKING:
    import pandas as pd

POINTS = 7

BINDING, FIRMNESS, FRONTIER = (
    Text("무엇이 묶는지 묻는 중", "Asking what binds"),
    Text("계획이 얼마나 견고한지 찾는 중", "Looking how firm the plan is"),
    Text("지표 사이의 교환을 찾는 중", "Looking for what aims cost each other"),
)

Answer = tuple[Annex, dict[str, Any], Mapping[str, "pd.DataFrame"]]
"""Sheets of the plan's book, the same as plain values under the name of the question, and further frames of the
plan."""

NO_FRAMES: Mapping[str, pd.DataFrame] = {}


def answers(prepared: Prepared, made: CertifiedPlan, progress: NamedProgress = no_progress) -> Answers:
    """The answers as sheets of the plan's book and as plain values; `progress` is called with what is
    being done, how much of it is known and how much there is.

    Raises
    ------
    AxplanError: whatever kept the scenario from being solved again.
    """
    found = [question(prepared, made, progress) for question in (_binding, _firmness, _frontier)]
    return Answers(
        [annex for annex, _, _ in found],
        {name: part for _, answer, _ in found for name, part in answer.items()},
        {name: frame for _, _, frames in found for name, frame in frames.items()},
    )


def _binding(prepared: Prepared, made: CertifiedPlan, progress: NamedProgress) -> Answer:
    objective, path = prepared.scenario.objective, prepared.folder / EXPLAIN_PARTIAL
    found = explain_plan(made, partial(progress, BINDING), path)
    book = speaker(made.inputs, objective, prepared.options.language)
    opening, sheets = opening_and_sheets(book, prepared.scenario.name, found)
    return explain_annex(made.inputs, objective, opening, sheets), {"binding": bound_document(found)}, NO_FRAMES


def _firmness(prepared: Prepared, made: CertifiedPlan, progress: NamedProgress) -> Answer:
    path = prepared.folder / PARTIAL
    found = near_optimal_ranges(made, jobs=default_jobs(), path=path, progress=partial(progress, FIRMNESS))
    Checkpoint(path).remove()
    return near_optimal_annex(found), {"firmness": found.document()}, {"ranges": found.frame()}


def _frontier(prepared: Prepared, made: CertifiedPlan, progress: NamedProgress) -> Answer:
    """Between what is maximised (the first of several indicators) and employment, or production where that is it."""
    first = next(iter(prepared.scenario.objective.weights))
    aims = (first, PRODUCTION if first == EMPLOYMENT else EMPLOYMENT)
    found = pareto_frontier(made.inputs, aims, POINTS, partial(progress, FRONTIER))
    return pareto_annex(found, made.inputs), {"frontier": pareto_document(found)}, NO_FRAMES
