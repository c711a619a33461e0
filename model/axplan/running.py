"""One scenario from its file to its results on disk."""

from __future__ import annotations

import datetime
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from axplan.errors import InputError, Text, UsageError
from axplan.inputs import Inputs
from axplan.objective import single
from axplan.planning import CertifiedPlan, Timings, make_plan
from axplan.record import input_hash, result_document, versions
from axplan.report import write_results
from axplan.scenario import Applied, Scenario, applied_inputs, load_scenario, with_options
from axplan.scenario.telling import change_documents, change_lines
from axplan.store import placing, require_closed

RECORD = "run.json"


@dataclass(frozen=True)
class Options:
    """What the command line may change about a run."""

    study: Path
    output: Path
    language: str
    inputs: Path | None = None
    valuation: str | None = None
    unit: str = "억원"
    changes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """A finished run: the certified plan, the inputs as the scenario changes them, where its files are, and the document
    --json prints."""

    scenario: Scenario
    applied: Applied
    result: CertifiedPlan
    folder: Path
    document: dict[str, Any]
    timings: Timings


def chosen_scenario(name: str, options: Options) -> Scenario:
    """The scenario as the options change it; problems of its file are in it."""
    scenario = with_options(load_scenario(options.study, name), options.changes)
    objective = single(options.valuation) if options.valuation else scenario.objective
    return replace(scenario, inputs=options.inputs or scenario.inputs, objective=objective)


def run_scenario(name: str, options: Options) -> Outcome:
    """Plan a scenario and put its results in `output/<name>/`, whole or not at all.

    Raises
    ------
    AxplanError: whatever kept the plan from being made or written; earlier results are untouched then.
    """
    started = datetime.datetime.now().astimezone()
    timings = Timings()
    scenario = chosen_scenario(name, options)
    _require_inputs(scenario, options)
    require_closed(options.output / scenario.name)  # said before solving, which may take minutes
    with timings.of("read"):
        applied = applied_inputs(scenario)
        inputs = applied.inputs()
    result = make_plan(inputs, scenario.objective, timings)
    folder = options.output / scenario.name
    facts = _facts(scenario, applied, options)
    lines = _lines(facts) | change_lines(applied.changes, options.language)
    with placing(folder) as aside:
        with timings.of("write"):
            files = write_results(result.plan, result.certificate.checks, aside, options.language, lines, options.unit)
        document = result_document(scenario.name, result.plan, result.certificate, folder, [*files, RECORD])
        record = {**document, **facts, "changes": change_documents(applied.changes)}
        record["warnings"] = _warnings(inputs, result.unanswered, options.language)
        record["timings"] = dict(timings.seconds)
        record["started"] = started.isoformat(timespec="seconds")
        record["finished"] = datetime.datetime.now().astimezone().isoformat(timespec="seconds")
        text = json.dumps(record, ensure_ascii=False, indent=2, allow_nan=False)
        (aside / RECORD).write_text(text + "\n", encoding="utf-8", newline="\n")
    return Outcome(scenario, applied, result, folder, document, timings)


def _require_inputs(scenario: Scenario, options: Options) -> None:
    """The scenario's inputs are there; where they are not, what is wrong in its file comes first."""
    if options.inputs is not None or scenario.inputs.exists():
        return
    if scenario.problems:
        raise InputError(scenario.problems)
    raise UsageError(Text(
        f"이 시나리오의 입력 {scenario.inputs} 이 없습니다. 연구 폴더 안에서 실행하거나, `axplan init 폴더`로 만드십시오.",
        f"The scenario's inputs {scenario.inputs} are not there. Run inside a study folder, or make one with "
        "`axplan init DIR`.",
    ))  # fmt: skip


def _facts(scenario: Scenario, applied: Applied, options: Options) -> dict[str, Any]:
    """What identifies a run: scenario, inputs, options, programs. No time of day: the workbook must not change with it."""
    return {
        "title": {"ko": scenario.title.ko, "en": scenario.title.en},
        "inputs": {"source": scenario.inputs.name, "sha256": input_hash(applied.tables)},
        "options": {"objective": dict(scenario.objective.weights), "language": options.language, "unit": options.unit},
        "versions": versions(),
    }


def _lines(facts: dict[str, Any]) -> dict[str, str]:
    """The facts as one line each, for the provenance sheet."""
    lines: dict[str, str] = {}
    for group, content in facts.items():
        for name, value in content.items():
            lines[f"{group}.{name}"] = json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else str(value)
    return lines


TIES = Text(
    "같은 값의 계획 가운데 하나를 고르는 기준({criteria})에 최적화 엔진이 답하지 못했습니다. 다른 환경에서는 값이 같은 다른 계획이 나올 수 있습니다.",
    "The solver could not answer the criteria that choose among equally good plans ({criteria}). Elsewhere another plan of the "
    "same worth may come out.",
)


def _warnings(inputs: Inputs, unanswered: Sequence[str], language: str) -> list[str]:
    ties = [TIES.in_(language).format(criteria=", ".join(unanswered))] if unanswered else []
    return [problem.line(language) for problem in inputs.warnings] + ties
