"""A scenario explained, from its file to its results: what binds its plan, or why it has none."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from axplan.analyses.explain.binding import Binding, explain_plan
from axplan.analyses.explain.book import memo, speaker, write_explanation
from axplan.analyses.explain.book_context import ExplainBook, Section
from axplan.analyses.explain.infeasibility import ElasticPlan, Infeasibility, explain_infeasibility
from axplan.analyses.explain.right_hand_sides import RULE
from axplan.analyses.explain.sheets import binding as binding_words
from axplan.analyses.explain.sheets import infeasibility as infeasibility_words
from axplan.analyses.explain.shortfalls import FIRM
from axplan.core.atomic_files import atomic_folder, require_closed, write_json
from axplan.core.errors import Infeasible
from axplan.core.text import Text
from axplan.inputs.parameters import Inputs
from axplan.plan.optimise import optimise
from axplan.runs.run import Options, chosen_scenario, origin_lines
from axplan.runs.run_record import SCHEMA, versions
from axplan.scenario import Scenario, applied_inputs
from axplan.scenario.describe import change_documents
from axplan.scenario.write import scenario_text
from axplan.solver.rhs_ranging import Side

FOLDER, DOCUMENT, ELASTIC, PARTIAL = "explain", "explanation.json", "elastic.yaml", "explain.partial.json"

ELASTIC_NOTE = Text(
    "요구를 지킬 수 있는 만큼 낮춘 시나리오입니다. axplan explain --elastic 이 만들었습니다.",
    "Requirements lowered to what can be met. Made by axplan explain --elastic.",
)

Done = Callable[[int, int], object]


@dataclass(frozen=True)
class Explained:
    """A finished explanation: the memo as lines, where its files are, the document --json prints, and whether there is a plan."""

    scenario: Scenario
    lines: list[str]
    folder: Path
    document: dict[str, Any]
    has_plan: bool
    inputs: Inputs


def explain_scenario(name: str, options: Options, elastic: bool = False, done: Done = lambda *_: None) -> Explained:
    """Explain a scenario and put the results in `output/explain/<name>/`, whole or not at all.

    Raises
    ------
    AxplanError: whatever kept the scenario from being read or solved (other than that it has no plan), or the results from
    being written.
    """
    scenario = chosen_scenario(name, options)
    folder = options.output / FOLDER / scenario.name
    require_closed(folder / "explanation.xlsx")  # said before solving, which may take minutes
    applied = applied_inputs(scenario)
    x = applied.inputs()
    book = speaker(x, scenario.objective, options.language)
    try:
        partial = options.output / scenario.name / PARTIAL
        made = optimise(x, scenario.objective, measured=False)
        found: Binding | Infeasibility = explain_plan(made, done, partial)
    except Infeasible as fault:
        found = explain_infeasibility(x, applied.tables, scenario.objective, elastic, done, fault.conflict)
    opening, sheets = told(book, scenario.name, found)
    document = _infeasibility_document(found) if isinstance(found, Infeasibility) else bound_document(found)
    status = "infeasible" if isinstance(found, Infeasibility) else "optimal"
    facts = origin_lines(scenario, applied, options.language)
    with atomic_folder(folder) as aside:
        files = write_explanation(book, scenario.title.in_(options.language), opening, sheets, aside, facts)
        if isinstance(found, Infeasibility) and found.elastic is not None and found.elastic.shortfalls is not None:
            (aside / ELASTIC).write_text(
                _elastic_file(scenario, found.elastic, options), encoding="utf-8", newline="\n"
            )
            files.append(ELASTIC)
        document = {
            "schema": SCHEMA, "scenario": scenario.name, "status": status, **document,
            "inputs": {"source": scenario.inputs.name, "sha256": facts["inputs.sha256"]},
            "changes": change_documents(applied.changes), "versions": versions(),
            "files": [str(folder / file) for file in (*files, DOCUMENT)],
        }  # fmt: skip
        write_json(aside / DOCUMENT, document)
    sections = [section for part in sheets.values() for section in part]
    lines = memo(scenario.title.in_(options.language), opening, sections)
    return Explained(scenario, lines, folder, document, isinstance(found, Binding), x)


def told(book: ExplainBook, name: str, found: Binding | Infeasibility) -> tuple[str, Mapping[str, Sequence[Section]]]:
    """The opening sentence, and the sections by sheet."""
    if isinstance(found, Infeasibility):
        return book.say("explain_infeasible"), {"causes": infeasibility_words.sections(book, found, name, ELASTIC)}
    opening = book.say("explain_feasible", name=book.name, value=book.value(found.plan.value), unit=book.unit)
    prices, removals = binding_words.sections(book, found)
    return opening, {"binding": [prices], "removals": [removals]}


def bound_document(found: Binding) -> dict[str, Any]:
    """Prices and removals as plain values: the objective in its unit, amounts in 억원 and persons."""
    return {
        "objective": {"indicator": found.plan.objective.indicator, "value": found.plan.value},
        "prices": [
            {"kind": p.move.kind, "key": list(p.move.key), "unit": p.move.unit,
             "now": p.move.now if p.move.now == p.move.now else None, "up": _side(p.up), "down": _side(p.down)}
            for p in found.prices
        ],
        "removals": [
            {"kind": r.kind, "key": r.key, "gain": r.gain,
             "moved": [{"line": [m.line[0], *m.line[1]], "before": m.before, "after": m.after} for m in r.moved]}
            for r in found.removals
        ],
    }  # fmt: skip


def _side(side: Side) -> dict[str, Any]:
    return {"slope": side.slope, "reach": side.reach, "end": side.end, "worth": side.worth}


def _infeasibility_document(found: Infeasibility) -> dict[str, Any]:
    document: dict[str, Any] = {
        "causes": [
            {"constraint": c.constraint, "key": c.key, "addresses": list(c.addresses), "cells": found.cells[c],
             "unit": c.unit, "shortfall": c.shortfall}
            for c in found.causes
        ],
        "ways": [
            {"kind": r.candidate.movable.name, "key": r.candidate.key, "now": r.candidate.now, "figure": r.figure,
             "setting": r.setting, "relative": r.relative, "worth": r.worth}
            for r in found.relaxations
        ],
    }  # fmt: skip
    if found.elastic is not None:
        shorts = found.elastic.shortfalls
        document["elastic"] = {
            "worth": found.elastic.worth,
            "shortfalls": None if shorts is None else [
                {"kind": s.kind, "key": s.key, "required": s.required if s.required == s.required else None,
                 "missed": s.missed, "setting": s.setting}
                for s in shorts
            ],
        }  # fmt: skip
    return document


def _elastic_file(scenario: Scenario, elastic: ElasticPlan, options: Options) -> str:
    """A scenario that builds on this one, with the requirements lowered to what can be met; to be put into scenarios/."""
    shorts, title = elastic.shortfalls or (), scenario.title
    settings = [setting.partition("=") for s in shorts if (setting := s.setting)]
    softened = {s.key: FIRM for s in shorts if s.kind == RULE}
    return scenario_text(
        scenario, Text(f"{title.ko} (지킬 수 있는 만큼)", f"{title.en} (what can be met)"), ELASTIC_NOTE,
        str(options.inputs) if options.inputs else None, options.valuation,
        {address: float(value) for address, _, value in settings}, {"soften": softened} if softened else None,
    )  # fmt: skip
