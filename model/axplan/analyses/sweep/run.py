"""A sweep from the words of the command line to its results on disk."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from axplan.analyses.sweep.book import write_sweep
from axplan.analyses.sweep.search import OPTIMAL, Point, Vary, grid, rows_of, sweep
from axplan.analyses.sweep.vary import read_varied
from axplan.core.atomic_files import atomic_folder, require_closed, write_json, write_rows
from axplan.core.errors import AxplanError, InputError
from axplan.core.problem import Problem
from axplan.core.process_pool import usual_jobs
from axplan.core.text import Text
from axplan.runs.run import Options, chosen_scenario, origin_lines
from axplan.runs.run_record import SCHEMA, failure_document, versions
from axplan.scenario import Applied, Scenario, applied_inputs, apply_scenario, with_options
from axplan.scenario.describe import change_documents

FOLDER, BOOK, TABLE, DOCUMENT = "sweep", "sweep.xlsx", "points.csv", "sweep.json"

LONGEST_NAME = 100


@dataclass(frozen=True)
class Swept:
    """A finished sweep: the scenario itself as a point (`own`), the points of the grid, where the files are, and the
    document --json prints."""

    scenario: Scenario
    applied: Applied
    varied: Sequence[Vary]
    own: Point
    points: Sequence[Point]
    folder: Path
    document: dict[str, Any]

    @property
    def faults(self) -> list[tuple[Point, AxplanError]]:
        """The points without a plan, and why."""
        return [(point, point.fault) for point in self.points if point.fault]

    @property
    def exit_code(self) -> int:
        """0 where any point has a plan, else that of the first."""
        faults = self.faults
        return faults[0][1].exit_code if len(faults) == len(self.points) else 0


def sweep_scenario(
    name: str, options: Options, vary: Sequence[str], jobs: int | None = None,
    done: Callable[[int, int], object] = lambda *_: None,
) -> Swept:  # fmt: skip
    """Solve the scenario at every point of the grid and put the results in `output/sweep/<name>_<addresses>/`.

    A point without a plan stops no other; it is told in the results and has no figures. `done` hears how many points are
    solved and how many there are.

    Raises
    ------
    UsageError: no such scenario, or `vary` is no grid; InputError: the scenario is not valid, or an address is not one of it.
    """
    varied = read_varied(vary)
    scenario = chosen_scenario(name, options)
    folder = options.output / FOLDER / _folder_name(scenario, varied)
    require_closed(folder / BOOK)  # said before solving, which may take minutes
    applied = applied_inputs(scenario)
    applied.inputs()  # what is wrong with the scenario itself comes first
    _require_addresses(scenario, applied, varied)
    settings = [(), *grid(varied)]
    found = sweep(scenario, applied.base, settings, jobs or usual_jobs(), lambda n: done(n, len(settings)))
    swept = Swept(scenario, applied, varied, found[0], list(map(_told_as_asked, found[1:])), folder, {})
    with atomic_folder(folder) as aside:
        return replace(swept, document=_write(swept, aside, options))


def _folder_name(scenario: Scenario, varied: Sequence[Vary]) -> str:
    addresses = (re.sub(r"[^\w.-]+", "-", vary.address.replace("*", "all")) for vary in varied)
    return "_".join((scenario.name, *addresses))[:LONGEST_NAME]


def _require_addresses(scenario: Scenario, applied: Applied, varied: Sequence[Vary]) -> None:
    """Every address means cells of the inputs, and no cell twice."""
    first = with_options(scenario, [vary.settings()[0] for vary in varied])
    refused = apply_scenario(first, applied.base).refused
    problems = [_as_asked(problem) for problem in refused if problem.place.startswith("--set ")]
    if problems:
        raise InputError(problems)


def _told_as_asked(point: Point) -> Point:
    """A point whose problems speak of `--vary`."""
    if isinstance(point.fault, InputError):
        return replace(point, fault=InputError(map(_as_asked, point.fault.problems)))
    return point


def _as_asked(problem: Problem) -> Problem:
    """A problem of `--set` in the words of `--vary`."""

    def said(text: Text) -> Text:
        return Text(text.ko.replace("--set ", "--vary "), text.en.replace("--set ", "--vary "))

    place = problem.place.replace("--set ", "--vary ")
    return replace(problem, place=place, found=said(problem.found), allowed=said(problem.allowed))


def _write(swept: Swept, aside: Path, options: Options) -> dict[str, Any]:
    scenario = swept.scenario
    facts = {
        "title.ko": scenario.title.ko, "title.en": scenario.title.en,
        **origin_lines(scenario, swept.applied, options.language),
    }  # fmt: skip
    files = write_sweep(
        swept.varied, swept.own, swept.points, swept.applied.inputs(), scenario.objective,
        aside, options.language, facts, options.unit,
    )  # fmt: skip
    rows = rows_of(swept.varied, swept.points)
    write_rows(aside / TABLE, list(rows[0]), (row.values() for row in rows))
    document = {
        "schema": SCHEMA,
        "scenario": scenario.name,
        "status": "incomplete" if swept.faults else "optimal",
        "objective": {"weights": dict(scenario.objective.weights), "unit": scenario.objective.unit.en},
        "varied": [{"address": vary.address, "values": list(vary.values)} for vary in swept.varied],
        "own": {"status": swept.own.status, **swept.own.figures},
        "points": [{**row, **_why(point, options)} for row, point in zip(rows, swept.points, strict=True)],
        "inputs": {"source": scenario.inputs.name, "sha256": facts["inputs.sha256"]},
        "changes": change_documents(swept.applied.changes),
        "versions": versions(),
        "files": [str(swept.folder / file) for file in [*files, TABLE, DOCUMENT]],
    }
    write_json(aside / DOCUMENT, document)
    return document


def _why(point: Point, options: Options) -> dict[str, Any]:
    """Why a point has no plan."""
    if point.status == OPTIMAL or point.fault is None:
        return {}
    told = failure_document("", point.fault, options.language)
    return {key: told[key] for key in ("message", "problems", "conflict") if key in told}
