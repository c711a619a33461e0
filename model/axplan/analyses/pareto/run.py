"""A frontier from the words of the command line to its results on disk."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from axplan.analyses.pareto.book import BOOK, write_frontier
from axplan.analyses.pareto.frontier import AIM_NAMES, AIM_UNITS, AIMS, REGIONAL_BALANCE, Frontier, Point, frontier
from axplan.core.atomic_files import atomic_folder, require_closed, write_json, write_rows
from axplan.core.errors import UsageError
from axplan.core.text import Text
from axplan.inputs.parameters import Inputs
from axplan.inputs.schema.indicators import VALUATIONS
from axplan.inputs.validation.suggest import did_you_mean, nearest
from axplan.runs.run import Options, chosen_scenario, origin_lines
from axplan.runs.run_record import SCHEMA, versions
from axplan.scenario import Scenario, applied_inputs
from axplan.scenario.describe import change_documents
from axplan.scenario.write import scenario_text

FOLDER, TABLE, DOCUMENT = "frontier", "points.csv", "frontier.json"

FEWEST_AIMS, MOST_AIMS = 2, 3

HAIR, DIGITS = 1e-9, 10
"""Floors of the points' scenarios lie this share below what the point reaches, so that the solver's rounding does not matter."""

NOTE = Text("axplan frontier 가 찾은 효율적인 계획입니다.", "An efficient plan found by axplan frontier.")


@dataclass(frozen=True)
class Found:
    """A finished frontier: the scenario, the points, where the files are, the scenario file of each point, the document --json prints."""

    scenario: Scenario
    frontier: Frontier
    folder: Path
    files: Sequence[str]
    document: dict[str, Any]


def read_aims(words: str) -> tuple[str, ...]:
    """The aims of `--of production,employment`; a valuation comes first, as a plan maximises one.

    Raises
    ------
    UsageError: there is no such aim (the nearest is offered), one is named twice, or there are too few, too many or no valuation.
    """
    named = [word.strip() for word in words.split(",") if word.strip()]
    listed = ", ".join(AIMS)
    for word in named:
        if word not in AIMS:
            titles = {title: aim for aim, name in AIM_NAMES.items() for title in (name.ko, name.en)}
            meant = did_you_mean(nearest(word, AIMS, titles))
            raise UsageError(Text(f"--of: '{word}'은(는) 견줄 수 있는 지표가 아닙니다.{meant.ko} 가능한 지표: {listed}",
                                  f"--of: '{word}' is not an aim.{meant.en} Aims: {listed}"))  # fmt: skip
    if not FEWEST_AIMS <= len(set(named)) <= MOST_AIMS or len(set(named)) < len(named):
        raise UsageError(Text(
            f"--of 에는 서로 다른 지표 둘이나 셋을 쉼표로 이어 적으십시오(예: --of production,employment). 가능한 지표: {listed}",
            f"--of takes two or three different aims with commas between them, as in --of production,employment. Aims: {listed}",
        ))  # fmt: skip
    return tuple(sorted(named, key=lambda aim: aim not in VALUATIONS))


def frontier_of_scenario(
    name: str, options: Options, words: str, count: int, done: Callable[[int, int], object] = lambda *_: None
) -> Found:
    """Find the frontier and put the results in `output/frontier/<name>_<aims>/`, whole or not at all.

    `done` hears how many points have been looked for and how many there will be.

    Raises
    ------
    UsageError: no such scenario, or `words` names no aims; InputError: the scenario is not valid; Infeasible: it has no plan;
    AxplanError: whatever else kept the frontier from being found or written.
    """
    aims = read_aims(words)
    scenario = chosen_scenario(name, options)
    folder = options.output / FOLDER / f"{scenario.name}_{'_'.join(aims)}"
    require_closed(folder / BOOK)  # said before solving, which may take minutes
    applied = applied_inputs(scenario)
    x = applied.inputs()
    found = frontier(x, aims, count, done)
    width = len(str(len(found.points)))
    files = [f"{scenario.name}-{'-'.join(aims)}-{n:0{width}}.yaml" for n in range(1, len(found.points) + 1)]
    facts = origin_lines(scenario, applied, options.language)
    with atomic_folder(folder) as aside:
        title = scenario.title.in_(options.language)
        books = write_frontier(found, x, files, title, aside, options.language, facts, options.unit)
        for n, (file, point) in enumerate(zip(files, found.points, strict=True), start=1):
            text = _scenario_of(scenario, x, found, n, point, options)
            (aside / file).write_text(text, encoding="utf-8", newline="\n")
        rows = [row_of(found, n, file) for n, file in enumerate(files)]
        write_rows(aside / TABLE, list(rows[0]), (row.values() for row in rows))
        document = {
            **_document(scenario, found, rows), "inputs": {"source": scenario.inputs.name, "sha256": facts["inputs.sha256"]},
            "changes": change_documents(applied.changes), "versions": versions(),
            "files": [str(folder / file) for file in (*books, TABLE, DOCUMENT, *files)],
        }  # fmt: skip
        write_json(aside / DOCUMENT, document)
    return Found(scenario, found, folder, files, document)


def _scenario_of(scenario: Scenario, x: Inputs, found: Frontier, n: int, point: Point, options: Options) -> str:
    """The point as a scenario: the first aim is maximised, with floors under what the point reaches of the others."""
    reached = dict(zip(found.aims, map(below, point.values), strict=True))
    changes = {f"floors.{aim}.at_least": reached[aim] for aim in found.aims[1:] if aim in VALUATIONS}
    rules = {"add": _floors_by_region(x, reached[REGIONAL_BALANCE], point)} if REGIONAL_BALANCE in reached else {}
    names = [Text(*(", ".join(AIM_NAMES[aim].in_(language) for aim in found.aims) for language in ("ko", "en")))]
    place = f"{n}/{len(found.points)}"
    title = Text(f"{scenario.title.ko}: {names[0].ko} {place}", f"{scenario.title.en}: {names[0].en} {place}")
    inputs = str(options.inputs) if options.inputs else None
    return scenario_text(scenario, title, NOTE, inputs, found.aims[0], changes, rules)


def _floors_by_region(x: Inputs, amount: float, point: Point) -> dict[str, Any]:
    sited = {r for _, r, _ in x.cells}
    return {
        f"frontier_{r}": {
            "label_ko": f"권역 균형: {x.regions.label_ko.get(r, r)}", "label_en": f"Regional balance: {x.regions.label_en.get(r, r)}",
            "measure": "commitment", "region": [r], "relation": ">=", "value": amount, "unit": "amount",
        }
        for r in point.regions if r in sited
    }  # fmt: skip


def below(value: float) -> float:
    """A hair less than a value, in as many digits as anyone reads."""
    less = value - HAIR * abs(value)
    if less <= 0:
        return 0.0
    step = 10.0 ** (math.floor(math.log10(less)) - DIGITS + 1)
    return float(f"{math.floor(less / step) * step:.{DIGITS}g}")


def row_of(found: Frontier, n: int, file: str = "") -> dict[str, Any]:
    """A point: its aims, what the second costs, every figure and the commitments by region (억원)."""
    point = found.points[n]
    return {
        "point": n + 1, **dict(zip(found.aims, point.values, strict=True)), "price": found.prices[n], **({"scenario": file} if file else {}),
        **{name: amount for name, amount in point.figures.items() if name not in found.aims and name != "objective"},
        **{f"commitment.{r}": amount for r, amount in point.regions.items()},
    }  # fmt: skip


def _document(scenario: Scenario, found: Frontier, rows: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
    return {
        "schema": SCHEMA, "scenario": scenario.name, "status": "optimal",
        "aims": [{"aim": aim, "unit": AIM_UNITS[aim].en} for aim in found.aims], "unanswered": found.unanswered,
        "points": rows,
    }  # fmt: skip
