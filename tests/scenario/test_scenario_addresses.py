"""Which addresses there are, and what is said about the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from axplan.inputs.validation.cells import Fault
from axplan.scenario.addresses import cells_at, changeable_sheets, declaration, read_address, row_name
from axplan.scenario.changes import Address
from axplan.workbook.baseline import baseline_tables
from tiny import tiny_tables
from tiny_scenarios import changing, overlaid


def line(folder: Path, entry: str) -> str:
    """What is said about one entry, in English."""
    (problem,) = changing(folder, entry).problems()
    return problem.line("en")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("settings.plan_years", "settings.plan_years.value"),
        ("segments.adoption.1.width", "segments.adoption/1.width"),
        ("tasks.design", None), ("tasks", None), ("", None), ("a.b.c.d", None), ("tasks..uplift", None), ("..", None),
    ],
)  # fmt: skip
def test_what_is_not_three_names_is_no_address(text: str, meant: str | None) -> None:
    fault = read_address(text)
    assert isinstance(fault, Fault)
    assert fault.code == "E409"
    assert (f"'{meant}'" in fault.values["hint"].en) if meant else (fault.values["hint"].en == "")


def test_names_are_composed_and_blanks_around_them_do_not_count() -> None:
    assert read_address(" tasks . 설계 .uplift") == Address("tasks", "설계", "uplift")


def test_every_cell_of_the_baseline_can_be_addressed_but_keys_and_rows_without_names() -> None:
    tables = baseline_tables()
    for name, table in tables.tables.items():
        sheet = changeable_sheets().get(name)
        if sheet is None:
            assert name in ("uncertainty", "correlations", "provenance")
            continue
        for row in table.rows:
            for column, value in row.values.items():
                found = cells_at(tables, Address(name, row_name(sheet, row), column))
                named = declaration(sheet, row_name(sheet, row), column) is None
                if named:  # a key, or the unit of a setting
                    assert [fault.code for fault in found if isinstance(fault, Fault)] == ["E412"]
                else:
                    assert [(cell.number, cell.old) for cell in found] == [(row.number, value)]


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("task.design.uplift: 1", "Did you mean 'tasks'?   [E410]"),
        ("산업.cars.exports: 1", "Did you mean 'industries'?   [E410]"),
        ("provenance.1.grade: study", "a scenario can change no sheet 'provenance'"),
        ("tasks.desing.uplift: 0.1", "Did you mean 'design'?   [E411]"),
        ("tasks.설계.uplift: 0.1", "Did you mean 'design'?   [E411]"),
        ("settings.plan_year.value: 2", "Did you mean 'plan_years'?   [E411]"),
        ("segments.adoption.width: 2", "sheet segments has no row 'adoption'  → one of adoption/1, adoption/2, scale_up/1, scale_up/2"),
        ("segments.adoption/3.width: 2", "sheet segments has no row 'adoption/3'"),
        ("segments.*/3.width: 2", "sheet segments has no row '*/3'"),
        ("rules.cap.value: 2", "sheet rules has no row 'cap'  → one of -"),
        ("rules.*.penalty: 2", "sheet rules has no row '*'"),
        ("tasks.design.uplfit: 0.1", "Did you mean 'uplift'?   [E412]"),
        ("tasks.design.도입 상한: 0.1", "Did you mean 'ceiling'?   [E412]"),
        ("tasks.design.*: 0.1", "sheet tasks has no column '*' to change"),
        ("settings.plan_years.unit: 년", "sheet settings has no column 'unit' to change  → one of value"),
        ("segments.adoption/1.segment: 3", "sheet segments has no column 'segment' to change"),
        ("appropriations.main.26: 3", "Did you mean '2026'?   [E412]"),
        ("siting.cars.북부: 1", "Did you mean 'north'?   [E412]"),
        ("siting.cars.industry: toys", "sheet siting has no column 'industry' to change"),
        ("effect_profile.adoption.age: 1", "Did you mean 'age_0'?   [E412]"),
    ],
)  # fmt: skip
def test_an_address_of_nothing_is_told_with_the_nearest(tmp_path: Path, entry: str, said: str) -> None:
    assert said in line(tmp_path, entry)


def test_a_wrong_row_and_a_wrong_column_are_told_together(tmp_path: Path) -> None:
    problems = changing(tmp_path, "tasks.desing.uplfit: 0.1").problems()
    assert sorted(problem.code for problem in problems) == ["E411", "E412"]


def test_korean_names_can_be_addressed(tmp_path: Path) -> None:
    tables = tiny_tables(rules={"상한": {"value": 500}})
    assert changing(tmp_path, "rules.상한.value: 400", tables).inputs().rules.value == {"상한": 400.0}


def test_a_sheet_that_is_missing_is_told_once(tmp_path: Path) -> None:
    tables = tiny_tables()
    without = {name: table for name, table in tables.tables.items() if name != "funds"}
    applied = overlaid(tmp_path, "changes: {funds.main.interest: 0.1}", type(tables)(tables.source, without))
    assert [problem.code for problem in applied.problems()] == ["E101"]
