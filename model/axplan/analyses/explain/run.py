"""A scenario explained, from its file to its results: what binds its plan, or why it has none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from axplan.analyses.explain.binding import Binding, explain_plan
from axplan.analyses.explain.book import memo, speaker, write_explanation
from axplan.analyses.explain.book_context import ExplainBook, Section
from axplan.analyses.explain.infeasibility import ElasticPlan, Infeasibility, explain_infeasibility
from axplan.analyses.explain.sheets import binding as binding_words
from axplan.analyses.explain.sheets import infeasibility as infeasibility_words
from axplan.analyses.explain.sheets.margins import margins_section
from axplan.analyses.explain.sheets.padding import padding_section
from axplan.analyses.explain.shortfalls import FIRM
from axplan.analyses.question import Answer, AnswerFiles, Question, ask
from axplan.core.checkpoint import Progress, no_progress
from axplan.core.errors import Infeasible
from axplan.core.text import Text
from axplan.inputs.objective import single
from axplan.plan.optimise import optimise
from axplan.plan.right_hand_sides import RULE
from axplan.runs.run import Options
from axplan.scenario.write import scenario_text
from axplan.solver.rhs_ranging import RangeSide

FILES = AnswerFiles("explain", "explanation.xlsx", "explanation.json")
ELASTIC, PARTIAL = "elastic.yaml", "explain.partial.json"

ELASTIC_NOTE = Text(
    "요구를 지킬 수 있는 만큼 낮춘 시나리오입니다. axplan explain --elastic 이 만들었습니다.",
    "Requirements lowered to what can be met. Made by axplan explain --elastic.",
)

Sheets = Mapping[str, Sequence[Section]]


@dataclass(frozen=True)
class Explanation(Answer):
    """A finished explanation: the memo as lines, and whether there is a plan."""

    lines: list[str]
    has_plan: bool


def explain_scenario(
    name: str, options: Options, elastic: bool = False, progress: Progress = no_progress
) -> Explanation:
    """Explain a scenario and put the results in `output/explain/<name>/`, whole or not at all.

    Raises
    ------
    AxplanError: whatever kept the scenario from being read or solved (other than that it has no plan), or the results
    from being written.
    """
    question = ask(name, options, FILES)
    found = _explained(question, elastic, progress)
    has_plan, objective = isinstance(found, Binding), question.scenario.objective
    if not has_plan:  # ways out are valued by the first indicator of a weighted objective, and named by it
        objective = single(next(iter(objective.weights)))
    book = speaker(question.inputs, objective, options.language)
    opening, sheets = opening_and_sheets(book, question.scenario.name, found)
    document = question.place(
        "optimal" if has_plan else "infeasible", lambda folder: _write(question, found, book, opening, sheets, folder)
    )
    sections = [section for part in sheets.values() for section in part]
    return Explanation(question, document, memo(question.title, opening, sections), has_plan)


def _explained(question: Question, elastic: bool, progress: Progress) -> Binding | Infeasibility:
    x, objective = question.inputs, question.scenario.objective
    try:
        return explain_plan(optimise(x, objective, measured=False), progress, question.checkpoint(PARTIAL))
    except Infeasible as fault:
        return explain_infeasibility(x, question.applied.tables, objective, elastic, progress, fault.conflict)


def _write(
    question: Question, found: Binding | Infeasibility, book: ExplainBook, opening: str, sheets: Sheets, folder: Path
) -> tuple[Sequence[str], Mapping[str, Any]]:
    """The files, and what the document says of the explanation."""
    files = write_explanation(book, question.title, opening, sheets, folder, question.facts)
    if isinstance(found, Binding):
        return [*files, FILES.document], bound_document(found)
    if found.elastic is not None and found.elastic.shortfalls is not None:
        (folder / ELASTIC).write_text(_elastic_file(question, found.elastic), encoding="utf-8", newline="\n")
        files.append(ELASTIC)
    return [*files, FILES.document], _infeasibility_document(found)


def opening_and_sheets(book: ExplainBook, name: str, found: Binding | Infeasibility) -> tuple[str, Sheets]:
    """The opening sentence, and the sections by sheet."""
    if isinstance(found, Infeasibility):
        return book.say("explain_infeasible"), {"causes": infeasibility_words.sections(book, found, name, ELASTIC)}
    opening = book.say("explain_feasible", name=book.name, value=book.value(found.plan.value), unit=book.unit)
    prices, removals = binding_words.sections(book, found)
    padded = [padding_section(book, found.plan, found.padding, name)] if found.padding else []
    margins = [margins_section(book, found.margins)]
    return opening, {"binding": [*padded, prices], "removals": [removals], "margins": margins}


def bound_document(found: Binding) -> dict[str, Any]:
    """Prices, removals and margins as plain values: the objective in its unit, amounts in 억원 and persons."""
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
        "margins": [margin.document() for margin in found.margins],
        **({"padding": found.padding.document()} if found.padding else {}),
    }  # fmt: skip


def _side(side: RangeSide) -> dict[str, Any]:
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


def _elastic_file(question: Question, elastic: ElasticPlan) -> str:
    """A scenario that builds on this one, with the requirements lowered to what can be met, for scenarios/."""
    scenario, options, shorts = question.scenario, question.options, elastic.shortfalls or ()
    title = scenario.title
    settings = [setting.partition("=") for s in shorts if (setting := s.setting)]
    softened = {s.key: FIRM for s in shorts if s.kind == RULE}
    return scenario_text(
        scenario, Text(f"{title.ko} (지킬 수 있는 만큼)", f"{title.en} (what can be met)"), ELASTIC_NOTE,
        str(options.inputs) if options.inputs else None, options.valuation,
        {address: float(value) for address, _, value in settings}, {"soften": softened} if softened else None,
    )  # fmt: skip
