"""`axplan run --why`: the answers are in the book of the plan, in its language, and in the record."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import openpyxl
import pytest

from axplan.analyses.explain.words import WORDS as EXPLAIN
from axplan.analyses.near_optimal.words import WORDS as NEAR_OPTIMAL
from axplan.analyses.pareto.words import WORDS as PARETO
from axplan.formulation import build_model
from axplan.formulation.compile import compile_model
from axplan.formulation.constraint_registry import REGISTRY
from axplan.inputs.parameters import build_inputs
from axplan.report.book import PLAN_WORDS, SHEETS
from axplan.solver import Arrays, Solution, solve
from axplan.workbook import read_tables, write_tables
from command_line import Run
from small_baseline import small_baseline

WORDS = {**PLAN_WORDS, **EXPLAIN, **NEAR_OPTIMAL, **PARETO}
HANGUL = re.compile(r"[가-힣]")
ANNEXED = (
    "binding", "removals", "margins", "firmness", "firm_budget", "firm_lists", "firm_plans", "frontier", "frontier_plans",
)  # fmt: skip


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("small") / "small.xlsx"
    write_tables(small_baseline(), path)
    return path


@pytest.mark.slow
@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_answers_stand_behind_the_assumptions(axplan: Run, study: Path, inputs: Path, language: str) -> None:
    ended = axplan("run", "--why", "--inputs", str(inputs), "--json", lang=language)
    assert ended.code == 0, ended.err
    book = openpyxl.load_workbook(study / "outputs" / "baseline" / "plan.xlsx", data_only=True)
    names, at = list(SHEETS), list(SHEETS).index("assumptions") + 1
    wanted = [*names[:at], *ANNEXED, *names[at:]]
    assert book.sheetnames == [WORDS[f"sheet_{name}"].in_(language) for name in wanted]
    for name in ANNEXED:
        sheet = book[WORDS[f"sheet_{name}"].in_(language)]
        texts = [cell for row in sheet.iter_rows(values_only=True) for cell in row if isinstance(cell, str)]
        assert len(texts) > 10
        if language == "en":
            assert [text for text in texts if HANGUL.search(text)] == []
    answers = ended.document["answers"]
    assert set(answers) == {"binding", "firmness", "frontier"}
    assert {"aims", "conflict", "points"} <= set(answers["frontier"])
    ranges = (study / "outputs" / "baseline" / "tables" / "ranges.csv").read_text(encoding="utf-8").splitlines()
    assert ranges[0] == "kind,name,planned,least,most,firmness"
    record = json.loads((study / "outputs" / "baseline" / "run.json").read_text(encoding="utf-8"))
    assert record["answers"] == answers
    assert record["options"]["why"] is True


def test_the_plan_is_optimised_once_whatever_is_asked_of_it(
    axplan: Run, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The base model, by all its numbers, is given to the solver once; the questions begin from its basis."""
    asked: Counter[str] = Counter()

    def counting(arrays: Arrays, *given: object, **more: object) -> Solution:
        asked[arrays.fingerprint()] += 1
        return solve(arrays, *given, **more)  # type: ignore[arg-type]

    for module in ("plan.optimise", "plan.tie_breaking", "analyses.explain.removals", "analyses.pareto.search"):
        monkeypatch.setattr(f"axplan.{module}.solve", counting)
    assert axplan("run", "--why", "--json").code == 0
    base = compile_model(
        build_model(build_inputs(read_tables(study / "inputs" / "baseline.xlsx")), {"production": 1.0})
    )
    assert asked[base.fingerprint()] == 1
    assert len(asked) > 10


def test_without_it_the_book_and_the_record_have_no_answers(axplan: Run, study: Path) -> None:
    assert "answers" not in axplan("run", "--json").document
    record = json.loads((study / "outputs" / "baseline" / "run.json").read_text(encoding="utf-8"))
    assert "why" not in record["options"]


def test_it_is_not_for_batches(axplan: Run, study: Path) -> None:
    ended = axplan("run", "--all", "--why")
    assert (ended.code, "one scenario at a time" in ended.err) == (2, True)


def test_a_scenario_without_a_plan_is_told_as_ever(axplan: Run, study: Path) -> None:
    ended = axplan("run", "--why", "--set", "tracks.reskilled.target=1500", "--set", "appropriations.main.*=0")
    assert (ended.code, "No plan satisfies" in ended.err) == (3, True)
    assert not (study / "outputs" / "baseline").exists()


@pytest.mark.parametrize(("language", "name"), [("ko", "취업유발"), ("en", "Employment induced")])
def test_a_floor_stands_on_the_sheet_of_rules_and_in_the_checks(
    axplan: Run, study: Path, language: str, name: str
) -> None:
    assert axplan("run", "--set", "floors.employment.at_least=1", lang=language).code == 0
    book = openpyxl.load_workbook(study / "outputs" / "baseline" / "plan.xlsx", data_only=True)
    for sheet, wanted in (("rules", name), ("checks", WORDS["sheet_checks"].in_(language))):
        texts = [
            str(cell) for row in book[WORDS[f"sheet_{sheet}"].in_(language)].iter_rows(values_only=True) for cell in row
        ]
        assert wanted in texts
    rows = list(book[WORDS["sheet_checks"].in_(language)].iter_rows(values_only=True))
    assert any(row[0] == REGISTRY["indicator_floor"].title.in_(language) and name in row for row in rows)
    table = (study / "outputs" / "baseline" / "tables" / "floors.csv").read_text(encoding="utf-8").splitlines()
    assert table[0] == "indicator,at_least,reached,slack,shadow_price"
    assert table[1].startswith("employment,1")
