"""Changed tables pass every check of the workbook, and a problem names the line that made it as well as the cell."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from axplan.core.errors import InputError
from axplan.inputs.tables import Tables
from axplan.scenario import applied_inputs, load_scenario
from axplan.scenario.problem_places import MOST_TRIED
from axplan.workbook import write_tables
from tiny import tiny_tables
from tiny_scenarios import changing, files, overlaid, told


def places(folder: Path, text: str, tables: Tables | None = None, **others: str) -> list[tuple[str, str]]:
    return told(overlaid(folder, text, tables, **others))


def test_a_value_out_of_bounds_names_the_line_and_the_cell(tmp_path: Path) -> None:
    applied = changing(tmp_path, "tasks.design.uplift: 0.04\ntasks.design.ceiling: 1.5")
    assert [p.line("en") for p in applied.problems()] == [
        "a.yaml:3 (tasks!F2)  ceiling = 1.5  → a number (share), at least 0, at most 1. Did you mean 0.015?   [E204]"
    ]


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ("tasks.design.uplift: 12,000", "E203"), ("tasks.design.uplift: null", "E202"), ("stages.adoption.fund: min", "E201"),
        ("stages.adoption.instrument: gift", "E209"), ("programmes.data.regional: maybe", "E212"),
        ("stages.scale_up.grace_years: 0.5", "E203"), ("stages.scale_up.grace_years: null", "E211"),
    ],
)  # fmt: skip
def test_every_check_of_a_cell_is_made(tmp_path: Path, entry: str, code: str) -> None:
    ((found, place),) = told(changing(tmp_path, entry))
    assert found == code
    assert place.startswith("a.yaml:2 (")


def test_a_check_across_cells_names_the_line_without_which_it_would_hold(tmp_path: Path) -> None:
    text = "changes:\n  tasks.design.uplift: 0.1\n  siting.cars.north: 0.5\n  segments.adoption/1.width: 0.4\n"
    assert places(tmp_path, text) == [("E301", "a.yaml:3 (siting!A2)"), ("E302", "a.yaml:4 (segments!C2)")]


def test_a_check_in_another_sheet_names_the_line_that_made_it(tmp_path: Path) -> None:
    text = "changes:\n  appropriations.main.2026: 5\n  settings.plan_years.value: 3\n  settings.appraisal_end.value: 2028\n"
    assert places(tmp_path, text) == [("E102", "a.yaml:3 (appropriations)")]


def test_where_no_single_line_is_to_blame_all_those_of_the_sheet_are_named(tmp_path: Path) -> None:
    text = "changes:\n  tasks.design.uplift: 0.1\n  siting.cars.north: 0.7\n  siting.cars.south: 0.7\n"
    two_regions = tiny_tables(regions={"south": {}})
    assert places(tmp_path, text, two_regions) == [("E301", "a.yaml:3, a.yaml:4 (siting!A2)")]


def test_the_last_file_that_changes_a_cell_is_named(tmp_path: Path) -> None:
    parent = "changes: {tasks.design.ceiling: 3}"
    assert places(tmp_path, "extends: b", b=parent) == [("E204", "b.yaml:1 (tasks!F2)")]
    assert places(tmp_path, "extends: b\nchanges: {tasks.design.ceiling: 4}", b=parent) == [
        ("E204", "a.yaml:2 (tasks!F2)")
    ]
    assert places(tmp_path, "extends: b\nchanges: {tasks.design.ceiling: 1}", b=parent) == []


def test_a_problem_of_the_workbook_stays_one_of_the_workbook(tmp_path: Path) -> None:
    tables = tiny_tables(tasks={"design": {"ceiling": 3}}, siting={"cars": {"north": 0.5}})
    text = "changes: {tasks.design.uplift: 0.1}"
    assert places(tmp_path, text, tables) == [("E301", "siting!A2"), ("E204", "tasks!F2")]


def test_a_change_can_cure_the_workbook(tmp_path: Path) -> None:
    assert places(tmp_path, "changes: {tasks.design.ceiling: 1}", tiny_tables(tasks={"design": {"ceiling": 3}})) == []


def test_a_warning_that_a_change_makes_names_its_line(tmp_path: Path) -> None:
    applied = changing(tmp_path, "appropriations.main.2031: 100")
    assert [(p.code, p.place) for p in applied.problems()] == [("W103", "a.yaml:2 (appropriations!D1)")]
    assert applied.inputs().warnings == tuple(applied.problems())


def test_an_added_rule_passes_the_checks_of_rules(tmp_path: Path) -> None:
    text = """\
rules:
  add:
    half:
      measure: commitment
      industry: [cars, plane]
      relation: <=
      value: 50
      unit: share
    none: {measure: commitment, relation: <=}
"""
    assert places(tmp_path, text) == [
        ("E201", "a.yaml:5 (rules!E2)"), ("E324", "a.yaml:7 (rules!N2)"), ("E202", "a.yaml:9 (rules!N3)"), ("E202", "a.yaml:9 (rules!O3)"),
    ]  # fmt: skip


def test_dropping_what_others_need_is_told(tmp_path: Path) -> None:
    tables = tiny_tables(funds={"other": {}}, stages={"scale_up": {"fund": "other"}})
    applied = changing(tmp_path, "stages.scale_up.fund: none", tables)
    assert told(applied) == [("E201", "a.yaml:2 (stages!E3)")]


def test_with_very_many_entries_the_changes_of_the_row_are_named(tmp_path: Path) -> None:
    rules = {f"rule_{n}": {"value": 500} for n in range(MOST_TRIED)}
    entries = "".join(f"  rules.rule_{n}.value: 400\n" for n in range(MOST_TRIED))
    text = f"changes:\n{entries}  siting.cars.north: 0.5\n"
    assert places(tmp_path, text, tiny_tables(rules=rules)) == [("E301", f"a.yaml:{MOST_TRIED + 2} (siting!A2)")]


def test_refusing_tells_everything_at_once(tmp_path: Path) -> None:
    text = "titel: x\nchanges: {tasks.desing.uplift: 1, tasks.design.ceiling: 2, siting.cars.north: 0.5}"
    applied = overlaid(tmp_path, text)
    with pytest.raises(InputError) as caught:
        applied.inputs()
    codes = [problem.code for problem in caught.value.problems]
    assert codes == ["E403", "E411", "E301", "E204"]
    assert codes == [problem.code for problem in applied.problems()]


def test_a_slip_in_the_file_alone_keeps_the_plan_from_being_made(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        overlaid(tmp_path, "titel: x").inputs()
    assert [problem.code for problem in caught.value.problems] == ["E403"]


def test_where_the_inputs_cannot_be_read_the_slips_of_the_file_are_still_told(tmp_path: Path) -> None:
    (tmp_path / "inputs").mkdir()
    (tmp_path / "inputs" / "a.xlsx").write_bytes(b"PK\x03\x04 and nothing else")
    for inputs, codes in (("a.xlsx", ["E403", "E114"]), ("missing.xlsx", ["E403"])):
        scenario = load_scenario(files(tmp_path, a=f"titel: x\ninputs: inputs/{inputs}"), "a")
        with pytest.raises(InputError) as caught:
            applied_inputs(scenario)
        assert [problem.code for problem in caught.value.problems] == codes


def test_inputs_that_are_read_are_changed(tmp_path: Path) -> None:
    write_tables(tiny_tables(), tmp_path / "inputs" / "baseline.xlsx")
    scenario = load_scenario(files(tmp_path, a="changes: {tasks.design.ceiling: 3}"), "a")
    assert told(applied_inputs(scenario)) == [("E204", "a.yaml:1 (tasks!F4)")]
    assert told(applied_inputs(dataclasses.replace(scenario, layers=()))) == []
