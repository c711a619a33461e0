"""Scenarios on the command line: run and check apply them, --set says the same, and the results say what was changed."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from axplan.runs.run_record import input_hash
from axplan.scenario.describe import MOST_LISTED, change_count, change_lines
from axplan.workbook import read_tables, write_tables
from command_line import Run
from tiny import tiny_tables
from tiny_scenarios import overlaid

DOUBLED = "title: {ko: 두 배, en: Doubled}\nchanges:\n  tasks.*.uplift: {scale: 2}\n"


def write(study: Path, **texts: str) -> None:
    for name, text in texts.items():
        (study / "scenarios" / f"{name}.yaml").write_text(text, encoding="utf-8")


def record(study: Path, name: str) -> Any:
    return json.loads((study / "outputs" / name / "run.json").read_text(encoding="utf-8"))


def facts(study: Path, name: str, sheet: str) -> dict[str, str]:
    """The first two columns of the provenance sheet."""
    book = openpyxl.load_workbook(study / "outputs" / name / "plan.xlsx")
    return {str(row[0]): str(row[1]) for row in book[sheet].iter_rows(values_only=True) if row[0] and row[1]}


def test_a_changed_input_makes_another_plan_and_the_record_says_so(axplan: Run, study: Path) -> None:
    write(study, doubled=DOUBLED)
    ended = axplan("run", "doubled")
    assert ended.code == 0
    assert "1 change(s) to the inputs" in ended.out
    told = record(study, "doubled")
    assert told["objective"]["value"] == pytest.approx(0.12)  # twice the effect, twice the 600 억원 of tiny.py
    assert told["changes"] == [
        {"address": "tasks.design.uplift", "old": 0.04, "new": 0.08, "kind": "changed", "place": "doubled.yaml:3"}
    ]
    assert told["inputs"]["sha256"] == input_hash(tiny_tables(tasks={"design": {"uplift": 0.08}}))


def test_a_run_without_changes_says_that_there_are_none(axplan: Run, study: Path) -> None:
    ended = axplan("run")
    assert "change(s)" not in ended.out
    assert record(study, "baseline")["changes"] == []
    assert record(study, "baseline")["inputs"]["sha256"] == input_hash(read_tables(study / "inputs" / "baseline.xlsx"))


def test_an_option_makes_the_plan_of_the_file(axplan: Run, study: Path) -> None:
    write(study, doubled=DOUBLED)
    axplan("run", "doubled")
    axplan("run", "--set", "tasks.*.uplift=*2")
    one, other = record(study, "doubled"), record(study, "baseline")
    assert one["inputs"] == other["inputs"]
    assert one["objective"] == other["objective"]
    assert other["changes"] == [{**one["changes"][0], "place": "--set tasks.*.uplift=*2"}]


def test_the_workbook_lists_the_changes_in_the_language_of_the_book(axplan: Run, study: Path) -> None:
    text = (
        DOUBLED
        + "  funds.main.carry_over_limit: 0.5\nrules:\n  add:\n    most: {measure: outlay, relation: <=, value: 50, unit: amount}\n"
    )
    write(study, doubled=text)
    axplan("run", "doubled", "--set", "tracks.reskilled.unit_cost=0.2", lang="ko")
    korean = facts(study, "doubled", "출처와 근거")
    assert korean["바꾼 입력(건)"] == "4"
    assert korean["tasks.design.uplift"] == "0.04 → 0.08 (doubled.yaml:3)"
    assert korean["funds.main.carry_over_limit"] == "빈 셀 → 0.5 (doubled.yaml:4)"
    assert korean["tracks.reskilled.unit_cost"] == "0.1 → 0.2 (--set tracks.reskilled.unit_cost=0.2)"
    assert korean["rules.most"].startswith("제약 추가: measure 'outlay', relation '<='")
    axplan("run", "doubled")
    english = facts(study, "doubled", "Provenance")
    assert english["Inputs changed"] == "3"
    assert english["funds.main.carry_over_limit"] == "blank → 0.5 (doubled.yaml:4)"


def test_the_workbook_does_not_change_when_it_is_made_again(axplan: Run, study: Path) -> None:
    write(study, doubled=DOUBLED)
    book = study / "outputs" / "doubled" / "plan.xlsx"
    axplan("run", "doubled")
    first = book.read_bytes()
    axplan("run", "doubled")
    assert book.read_bytes() == first


def test_very_many_changes_are_counted_and_cut_short(tmp_path: Path) -> None:
    rules = {f"rule_{n}": {"value": 500} for n in range(MOST_LISTED + 20)}
    applied = overlaid(tmp_path, "changes: {rules.*.value: 400}", tiny_tables(rules=rules))
    assert change_count(applied.changes) == MOST_LISTED + 20
    lines = change_lines(applied.changes, "en")
    first, *_, last = lines.items()
    assert first == ("Inputs changed", "120")
    assert last == ("… and 20 more", "run.json")
    assert len(lines) == MOST_LISTED + 2


def test_dropped_rules_are_told_as_rules(tmp_path: Path) -> None:
    tables = tiny_tables(rules={"cap": {"value": 500}})
    applied = overlaid(tmp_path, "rules: {drop: [cap]}", tables)
    assert change_count(applied.changes) == 1
    assert change_lines(applied.changes, "en")["rules.cap"] == (
        "rule dropped: measure 'commitment', relation '<=', value 500, unit 'amount' (a.yaml:1)"
    )


def test_check_tells_what_the_scenario_makes_wrong(axplan: Run, study: Path) -> None:
    write(study, steep="changes:\n  tasks.design.ceiling: 3\n  tasks.desing.uplift: 1\n")
    ended = axplan("check", "steep")
    assert ended.code == 1
    assert "steep.yaml:3  tasks.desing.uplift: sheet tasks has no row 'desing'" in ended.out
    assert "steep.yaml:2 (tasks!F4)  ceiling = 3" in ended.out
    assert "steep: 1 change(s) to the inputs" in ended.out
    document = axplan("check", "steep", "--json").document
    assert [problem["code"] for problem in document["problems"]] == ["E411", "E204"]
    assert document["changes"] == [
        {"address": "tasks.design.ceiling", "old": 1, "new": 3, "kind": "changed", "place": "steep.yaml:2"}
    ]
    ran = axplan("run", "steep", "--json")
    assert ran.code == 1
    assert ran.document["problems"] == document["problems"]
    assert not (study / "outputs" / "steep").exists()


def test_check_takes_options_for_a_workbook_as_well(axplan: Run, study: Path) -> None:
    assert axplan("check", "inputs/baseline.xlsx", "--set", "tasks.design.ceiling=0.9").code == 0
    ended = axplan("check", "inputs/baseline.xlsx", "--set", "tasks.design.ceiling=*3")
    assert ended.code == 1
    assert "--set tasks.design.ceiling=*3 (tasks!F4)" in ended.out


def test_a_slip_in_the_file_is_told_even_where_the_inputs_are_missing(axplan: Run, study: Path) -> None:
    write(study, lost="inputs: inputs/lost.xlsx\ntitel: x\n", bare="inputs: inputs/lost.xlsx\n")
    for command in ("check", "run"):
        assert "[E403]" in axplan(command, "lost").err
        ended = axplan(command, "bare")
        assert ended.code == 2
        assert "lost.xlsx" in ended.err
    assert [p["code"] for p in axplan("check", "lost", "--json").document["problems"]] == ["E403"]


def test_the_annotated_copy_lists_the_problems_of_a_scenario(axplan: Run, study: Path) -> None:
    write(study, steep="changes:\n  tasks.design.ceiling: 3\n")
    axplan("check", "steep", "--annotate", "seen.xlsx")
    book = openpyxl.load_workbook(study / "seen.xlsx")
    places = [row[0] for row in book["errors"].iter_rows(min_row=5, values_only=True)]
    assert places == ["steep.yaml:2 (tasks!F4)"]
    assert book["tasks"]["F4"].value == 1  # the copy shows the inputs as they are


def test_an_infeasible_scenario_leaves_the_others_alone(axplan: Run, study: Path) -> None:
    write(study, poor="extends: baseline\nchanges:\n  appropriations.*.*: 0\n  tracks.*.target: 500\n")
    ended = axplan("run", "poor", "baseline", "--json")
    assert ended.code == 3
    assert [result["status"] for result in ended.document["results"]] == ["infeasible", "optimal"]


def test_options_of_the_command_line_are_explained_in_the_help(axplan: Run, study: Path) -> None:
    for command in ("run", "check"):
        assert re.search(r"--set ADDRESS=VALUE", axplan(command, "--help").out)


def test_other_inputs_are_changed_in_the_same_way(axplan: Run, study: Path) -> None:
    write(study, doubled=DOUBLED)
    write_tables(tiny_tables(tasks={"design": {"uplift": 0.01}}), study / "inputs" / "low")
    axplan("run", "doubled", "--inputs", "inputs/low")
    assert record(study, "doubled")["changes"][0]["new"] == 0.02
