"""A Pareto frontier from the words of the command line to its results on disk."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from axplan.analyses.pareto.aims import AIM_NAMES, AIM_UNITS, AIMS, REGIONAL_BALANCE
from axplan.analyses.pareto.book import BOOK, write_frontier
from axplan.analyses.pareto.frontier import ParetoFrontier, ParetoPoint, pareto_frontier
from axplan.analyses.question import Answer, AnswerFiles, Question, ask
from axplan.core.atomic_files import write_rows
from axplan.core.checkpoint import Progress, no_progress
from axplan.core.errors import UsageError
from axplan.core.text import LANGUAGES, Text
from axplan.inputs.parameters import Inputs
from axplan.inputs.schema.indicators import VALUATIONS
from axplan.inputs.validation.suggest import did_you_mean, nearest
from axplan.runs.run import Options
from axplan.scenario.write import scenario_text

FILES, TABLE = AnswerFiles("frontier", BOOK, "frontier.json"), "points.csv"

FEWEST_AIMS, MOST_AIMS = 2, 3

MARGIN, DIGITS = 1e-9, 10
"""Floors of the points' scenarios lie this share below what a point reaches: the solver's rounding does not matter."""

NOTE = Text("axplan frontier 가 찾은 효율적인 계획입니다.", "An efficient plan found by axplan frontier.")


@dataclass(frozen=True)
class ParetoAnswer(Answer):
    """A finished frontier, and the scenario file of each of its points."""

    frontier: ParetoFrontier
    files: Sequence[str]


def read_aims(words: str) -> tuple[str, ...]:
    """The aims of `--of production,employment`; a valuation comes first, as a plan maximises one.

    Raises
    ------
    UsageError: there is no such aim (the nearest is offered), one is there twice, or too few, too many or no valuation.
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
    name: str, options: Options, words: str, count: int, progress: Progress = no_progress
) -> ParetoAnswer:
    """Find the frontier and put the results in `output/frontier/<name>_<aims>/`, whole or not at all.

    `progress` is called with how many points have been looked for and how many there will be.

    Raises
    ------
    UsageError: no such scenario, or `words` names no aims; InputError: the scenario is not valid; Infeasible: it has no
    plan; AxplanError: whatever else kept the frontier from being found or written.
    """
    aims = read_aims(words)
    question = ask(name, options, FILES, lambda scenario: "_".join((scenario.name, *aims)))
    found = pareto_frontier(question.inputs, aims, count, progress)
    width = len(str(len(found.points)))
    stem = "-".join((question.scenario.name, *aims))
    files = [f"{stem}-{n:0{width}}.yaml" for n in range(1, len(found.points) + 1)]
    document = question.place("optimal", lambda folder: _write(question, found, files, folder))
    return ParetoAnswer(question, document, found, files)


def _write(
    question: Question, found: ParetoFrontier, files: Sequence[str], folder: Path
) -> tuple[Sequence[str], dict[str, Any]]:
    """The files, and what the document says of the frontier."""
    options = question.options
    books = write_frontier(
        found, question.inputs, files, question.title, folder, options.language, question.facts, options.unit
    )
    for n, file in enumerate(files):
        (folder / file).write_text(_scenario_of(question, found, n), encoding="utf-8", newline="\n")
    rows = [row_of(found, n, file) for n, file in enumerate(files)]
    write_rows(folder / TABLE, list(rows[0]), (row.values() for row in rows))
    return [*books, TABLE, FILES.document, *files], {**pareto_document(found), "points": rows}


def pareto_document(found: ParetoFrontier) -> dict[str, Any]:
    """The aims with what the frontier spans of them, whether they conflict, and the points, as plain values."""
    ends = zip(found.aims, found.ends, found.spans, strict=True)
    return {
        "aims": [
            {"aim": aim, "unit": AIM_UNITS[aim].en, "least": least, "most": most, "span": span}
            for aim, (least, most), span in ends
        ],
        "conflict": found.conflict,
        "unanswered": found.unanswered,
        "points": [row_of(found, n) for n in range(len(found.points))],
    }


def _scenario_of(question: Question, found: ParetoFrontier, n: int) -> str:
    """The point as a scenario: the first aim is maximised, with floors under what the point reaches of the others."""
    scenario, point = question.scenario, found.points[n]
    reached = dict(zip(found.aims, map(below, point.values), strict=True))
    changes = {f"floors.{aim}.at_least": reached[aim] for aim in found.aims[1:] if aim in VALUATIONS}
    balance = REGIONAL_BALANCE in reached
    rules = {"add": _floors_by_region(question.inputs, reached[REGIONAL_BALANCE], point)} if balance else {}
    aims = [", ".join(AIM_NAMES[aim].in_(language) for aim in found.aims) for language in LANGUAGES]
    place = f"{n + 1}/{len(found.points)}"
    title = Text(f"{scenario.title.ko}: {aims[0]} {place}", f"{scenario.title.en}: {aims[1]} {place}")
    inputs = str(question.options.inputs) if question.options.inputs else None
    return scenario_text(scenario, title, NOTE, inputs, found.aims[0], changes, rules)


def _floors_by_region(x: Inputs, amount: float, point: ParetoPoint) -> dict[str, Any]:
    sited = {r for _, r, _ in x.cells}
    return {
        f"frontier_{r}": {
            "label_ko": f"권역 균형: {x.regions.label_ko.get(r, r)}",
            "label_en": f"Regional balance: {x.regions.label_en.get(r, r)}",
            "measure": "commitment", "region": [r], "relation": ">=", "value": amount, "unit": "amount",
        }
        for r in point.regions if r in sited
    }  # fmt: skip


def below(value: float) -> float:
    """A value less MARGIN, rounded down to DIGITS significant digits; that of a loss is a larger loss."""
    less = value - MARGIN * abs(value)
    if less == 0:
        return 0.0
    step = 10.0 ** (math.floor(math.log10(abs(less))) - DIGITS + 1)
    return float(f"{math.floor(less / step) * step:.{DIGITS}g}")


def row_of(found: ParetoFrontier, n: int, file: str = "") -> dict[str, Any]:
    """A point: its aims, what the second costs, every figure and the commitments by region (억원)."""
    point = found.points[n]
    return {
        "point": n + 1, **dict(zip(found.aims, point.values, strict=True)), "price": found.prices[n],
        **({"scenario": file} if file else {}),
        **{name: amount for name, amount in point.figures.items() if name not in found.aims and name != "objective"},
        **{f"commitment.{r}": amount for r, amount in point.regions.items()},
    }  # fmt: skip
