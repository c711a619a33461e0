"""A sweep from the words of the command line to its results on disk."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from axplan.analyses.question import Answer, AnswerFiles, Question, ask
from axplan.analyses.sweep.book import write_sweep
from axplan.analyses.sweep.search import OPTIMAL, SweepPoint, VariedInput, grid, rows_of, sweep
from axplan.analyses.sweep.vary import read_varied
from axplan.core.atomic_files import write_rows
from axplan.core.checkpoint import Progress, no_progress
from axplan.core.errors import AxplanError, InputError
from axplan.core.problem import Problem
from axplan.core.process_pool import default_jobs
from axplan.core.text import Text
from axplan.report.styles import money_of
from axplan.runs.run import Options
from axplan.runs.run_record import failure_document
from axplan.scenario import Scenario, apply_scenario, with_options

FILES, TABLE = AnswerFiles("sweep", "sweep.xlsx", "sweep.json"), "points.csv"

LONGEST_NAME = 100


@dataclass(frozen=True)
class SweepAnswer(Answer):
    """A finished sweep: the scenario itself as a point (`own`), and the points of the grid."""

    varied: Sequence[VariedInput]
    own: SweepPoint
    points: Sequence[SweepPoint]

    @property
    def faults(self) -> list[tuple[SweepPoint, AxplanError]]:
        """The points without a plan, and why."""
        return [(point, point.fault) for point in self.points if point.fault]

    @property
    def exit_code(self) -> int:
        """0 where any point has a plan, else that of the first."""
        faults = self.faults
        return faults[0][1].exit_code if len(faults) == len(self.points) else 0


def sweep_scenario(
    name: str, options: Options, vary: Sequence[str], jobs: int | None = None, progress: Progress = no_progress
) -> SweepAnswer:
    """Solve the scenario at every point of the grid and put the results in `output/sweep/<name>_<addresses>/`.

    A point without a plan stops no other; the results say why it has none. `progress` is called with how many points
    are solved and how many there are.

    Raises
    ------
    UsageError: no such scenario, or `vary` is no grid; InputError: the scenario is not valid, or an address is not one
    of it.
    """
    varied = read_varied(vary)
    question = ask(name, options, FILES, lambda scenario: _folder_name(scenario, varied))
    _require_addresses(question, varied)
    settings = [(), *grid(varied)]
    own, *others = sweep(
        question.scenario, question.applied.base, settings, jobs or default_jobs(),
        lambda n: progress(n, len(settings)), money_of(options.unit, options.language).step,
    )  # fmt: skip
    points = [_in_words_of_vary(point) for point in others]
    status = "incomplete" if any(point.fault for point in points) else "optimal"
    document = question.place(status, lambda folder: _write(question, varied, own, points, folder))
    return SweepAnswer(question, document, varied, own, points)


def _folder_name(scenario: Scenario, varied: Sequence[VariedInput]) -> str:
    addresses = (re.sub(r"[^\w.-]+", "-", vary.address.replace("*", "all")) for vary in varied)
    return "_".join((scenario.name, *addresses))[:LONGEST_NAME]


def _require_addresses(question: Question, varied: Sequence[VariedInput]) -> None:
    """Every address means cells of the inputs, and no cell twice."""
    first = with_options(question.scenario, [vary.settings()[0] for vary in varied])
    refused = apply_scenario(first, question.applied.base).refused
    problems = [_as_asked(problem) for problem in refused if problem.place.startswith("--set ")]
    if problems:
        raise InputError(problems)


def _in_words_of_vary(point: SweepPoint) -> SweepPoint:
    """A point whose problems speak of `--vary`."""
    if isinstance(point.fault, InputError):
        return replace(point, fault=InputError(map(_as_asked, point.fault.problems)))
    return point


def _as_asked(problem: Problem) -> Problem:
    """A problem of `--set` in the words of `--vary`."""

    def renamed(text: Text) -> Text:
        return Text(text.ko.replace("--set ", "--vary "), text.en.replace("--set ", "--vary "))

    place = problem.place.replace("--set ", "--vary ")
    return replace(problem, place=place, found=renamed(problem.found), allowed=renamed(problem.allowed))


def _write(
    question: Question, varied: Sequence[VariedInput], own: SweepPoint, points: Sequence[SweepPoint], folder: Path
) -> tuple[Sequence[str], dict[str, Any]]:
    """The files, and what the document says of the sweep."""
    options, objective = question.options, question.scenario.objective
    files = write_sweep(
        varied, own, points, question.inputs, objective, folder, options.language, question.titled_facts, options.unit
    )
    rows = rows_of(varied, points)
    write_rows(folder / TABLE, list(rows[0]), (row.values() for row in rows))
    return [*files, TABLE, FILES.document], {
        "objective": {"weights": dict(objective.weights), "unit": objective.unit.en},
        "varied": [{"address": vary.address, "values": list(vary.values)} for vary in varied],
        "own": {"status": own.status, **own.figures},
        "points": [{**row, **_why(point, options)} for row, point in zip(rows, points, strict=True)],
    }


def _why(point: SweepPoint, options: Options) -> dict[str, Any]:
    """Why a point has no plan."""
    if point.status == OPTIMAL or point.fault is None:
        return {}
    failure = failure_document("", point.fault, options.language)
    return {key: failure[key] for key in ("message", "problems", "conflict") if key in failure}
