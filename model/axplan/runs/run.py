"""One scenario from its file to its results on disk."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from axplan.core.atomic_files import atomic_folder, require_closed, write_json
from axplan.core.errors import InputError, UsageError
from axplan.core.text import Text
from axplan.inputs.objective import single
from axplan.inputs.parameters import Inputs
from axplan.plan.optimise import CertifiedPlan, Timings, optimise
from axplan.plan.rounding.printed import Printed, print_plan
from axplan.report import write_results
from axplan.report.styles import money_of
from axplan.runs.run_record import file_hash, input_hash, result_document, versions
from axplan.scenario import Applied, Scenario, applied_inputs, load_scenario, with_options
from axplan.scenario.describe import change_documents, change_lines

if TYPE_CHECKING:
    from axplan.report.spec import Annex

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
    why: bool = False
    """Whether the book also answers what binds the plan, how firm it is and what aims cost each other."""
    yardsticks: bool = True
    """Whether the plan is compared with simpler ones, and with those without a pillar or without required progress."""


@dataclass(frozen=True)
class Answers:
    """Answers beside a plan: further sheets of its book, the same as plain values for the record, and further frames of
    the plan, which the report reads like its own."""

    annexes: Sequence[Annex] = ()
    document: Mapping[str, Any] = field(default_factory=dict)
    frames: Mapping[str, Any] = field(default_factory=dict)


NO_ANSWERS = Answers()

Asked = Callable[["Prepared", CertifiedPlan], Answers]
"""Answers questions about the plan that was made."""


@dataclass(frozen=True)
class Prepared:
    """A scenario that is ready to be planned: its tables as it changes them, and what identifies the run.

    `facts` have no time of day, as the workbook must not change with it; with `lines` they are all that goes into the
    results beside the plan itself. It can be sent to another process or machine.
    """

    scenario: Scenario
    applied: Applied
    options: Options
    facts: dict[str, Any]

    @property
    def folder(self) -> Path:
        """Where its results are placed."""
        return self.options.output / self.scenario.name

    @property
    def lines(self) -> dict[str, str]:
        """The facts and the changes as one line each, for the provenance sheet."""
        return _lines(self.facts) | change_lines(self.applied.changes, self.options.language)

    @property
    def fingerprint(self) -> str:
        """SHA-256 of everything the results depend on: tables, changes, objective, titles, language, unit, programs."""
        content = json.dumps([self.scenario.name, self.lines], ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(content.encode()).hexdigest()


@dataclass(frozen=True)
class Outcome:
    """A finished run: the certified plan, the same as it is printed, the inputs as the scenario changes them, and where
    its files are.

    `document` is what --json prints.
    """

    scenario: Scenario
    applied: Applied
    result: CertifiedPlan
    printed: Printed
    folder: Path
    document: dict[str, Any]
    timings: Timings


def chosen_scenario(name: str, options: Options) -> Scenario:
    """The scenario as the options change it; problems of its file are in it."""
    scenario = with_options(load_scenario(options.study, name), options.changes)
    objective = single(options.valuation) if options.valuation else scenario.objective
    return replace(scenario, inputs=options.inputs or scenario.inputs, objective=objective)


def prepare(name: str, options: Options) -> Prepared:
    """Read a scenario and its inputs, and change them as it says. What is wrong with the tables is told by planning.

    Raises
    ------
    UsageError, InputError, EnvironmentFault: there is no such scenario, or it or its inputs cannot be read.
    """
    scenario = chosen_scenario(name, options)
    _require_inputs(scenario, options)
    applied = applied_inputs(scenario)
    return Prepared(scenario, applied, options, _facts(scenario, applied, options))


def run_scenario(name: str, options: Options, asked: Asked | None = None) -> Outcome:
    """Plan a scenario and put its results in `output/<name>/`, whole or not at all, with the answers of `asked`.

    Raises
    ------
    AxplanError: whatever kept the plan from being made or written; earlier results are untouched then.
    """
    timings, started = Timings(), now()
    with timings.of("read"):
        prepared = prepare(name, options)
    return run_prepared(prepared, timings, started, asked)


def run_prepared(
    prepared: Prepared, timings: Timings, started: datetime.datetime, asked: Asked | None = None
) -> Outcome:
    """`run_scenario` from the point where the inputs are read."""
    require_closed(prepared.folder)  # said before solving, which may take minutes
    result = plan_prepared(prepared, timings)
    answers = NO_ANSWERS
    if asked:
        with timings.of("answers"):
            answers = asked(prepared, result)
    with timings.of("write"):
        printed = printed_plan(prepared, result)
    with atomic_folder(prepared.folder) as draft:
        document = write_prepared(prepared, result, draft, timings, started, answers, printed)
    return Outcome(prepared.scenario, prepared.applied, result, printed, prepared.folder, document, timings)


def plan_prepared(prepared: Prepared, timings: Timings) -> CertifiedPlan:
    """Check the tables and plan with them.

    Raises
    ------
    InputError, Infeasible, Unbounded, SolverFailure, CertificateError, EnvironmentFault.
    """
    with timings.of("read"):
        inputs = prepared.applied.inputs()
    return optimise(inputs, prepared.scenario.objective, timings, compared=prepared.options.yardsticks)


def printed_plan(prepared: Prepared, result: CertifiedPlan) -> Printed:
    """The plan as book, brief and terminal print it: in whole units of the money that was asked for."""
    options = prepared.options
    return print_plan(result.plan, money_of(options.unit, options.language).step)


def write_prepared(
    prepared: Prepared, result: CertifiedPlan, draft: Path, timings: Timings, started: datetime.datetime,
    answers: Answers = NO_ANSWERS, printed: Printed | None = None,
) -> dict[str, Any]:  # fmt: skip
    """Write the results and the run record into the folder `draft`; the document that --json prints.

    `printed`: the plan as it is printed, where that is known.

    The record says what the results depend on (`fingerprint`) and what their files hold (`sha256`), so that a later
    batch can tell whether they are still those of this scenario.
    """
    options = prepared.options
    with timings.of("write"):
        printed = printed or printed_plan(prepared, result)
        for name, frame in answers.frames.items():
            printed = printed.with_frame(name, frame)
        files = write_results(
            printed, result.certificate.checks, draft, options.language, prepared.lines, options.unit,
            answers.annexes,
        )  # fmt: skip
    document = result_document(prepared.scenario.name, printed, result.certificate, prepared.folder, [*files, RECORD])
    if answers.document:
        document["answers"] = dict(answers.document)
    record = {**document, **prepared.facts, "changes": change_documents(prepared.applied.changes)}
    record["fingerprint"] = prepared.fingerprint
    record["sha256"] = {name: file_hash(draft / name) for name in files}
    record["warnings"] = _warnings(result.plan.inputs, result.unanswered, options.language)
    record["timings"] = dict(timings.seconds)
    record["started"] = started.isoformat(timespec="seconds")
    record["finished"] = now().isoformat(timespec="seconds")
    write_json(draft / RECORD, record)
    return document


def now() -> datetime.datetime:
    """The time of day with its zone, for the run record alone."""
    return datetime.datetime.now().astimezone()


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
    """What identifies a run: scenario, inputs, options, programs. No time of day."""
    return {
        "title": {"ko": scenario.title.ko, "en": scenario.title.en},
        "inputs": {"source": scenario.inputs.name, "sha256": input_hash(applied.tables)},
        "options": {
            "objective": dict(scenario.objective.weights),
            "language": options.language,
            "unit": options.unit,
            **({"why": True} if options.why else {}),
            **({} if options.yardsticks else {"yardsticks": False}),
        },
        "versions": versions(),
    }


def _lines(facts: dict[str, Any]) -> dict[str, str]:
    """The facts as one line each, for the provenance sheet."""
    lines: dict[str, str] = {}
    for group, content in facts.items():
        for name, value in content.items():
            lines[f"{group}.{name}"] = json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else str(value)
    return lines


def origin_lines(scenario: Scenario, applied: Applied, language: str) -> dict[str, str]:
    """Where results come from, one line each: the inputs with their hash, the programs, every change of the inputs."""
    return {
        "inputs.source": scenario.inputs.name, "inputs.sha256": input_hash(applied.tables),
        **{f"versions.{name}": text for name, text in versions().items()}, **change_lines(applied.changes, language),
    }  # fmt: skip


TIES = Text(
    "같은 값의 계획 가운데 하나를 고르는 기준({criteria})에 최적화 엔진이 답하지 못했습니다. 다른 환경에서는 값이 같은 다른 계획이 나올 수 있습니다.",
    "The solver could not answer the criteria that choose among equally good plans ({criteria}). Elsewhere another plan of the "
    "same worth may come out.",
)


def _warnings(inputs: Inputs, unanswered: Sequence[str], language: str) -> list[str]:
    ties = [TIES.in_(language).format(criteria=", ".join(unanswered))] if unanswered else []
    return [problem.line(language) for problem in inputs.warnings] + ties
