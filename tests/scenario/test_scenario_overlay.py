"""What a scenario changes is changed, and nothing else: worked out by hand on the tiny case."""

from __future__ import annotations

from pathlib import Path

import pytest

from axplan.inputs.tables import CellError
from axplan.runs.run_record import input_hash
from axplan.scenario import Change, net_changes
from tiny import tiny_tables
from tiny_scenarios import cell, changing, overlaid, told

RULES = {"cap": {"relation": "<=", "value": 500}, "floor": {"relation": ">=", "value": 10}}


def brief(changes: list[Change] | tuple[Change, ...]) -> list[tuple[str, object, object]]:
    return [(change.address, change.old, change.new) for change in changes]


def test_a_value_replaces_what_a_cell_holds_and_the_change_is_listed(tmp_path: Path) -> None:
    applied = changing(tmp_path, "tasks.design.uplift: 0.1")
    assert applied.problems() == []
    assert cell(applied.tables, "tasks", "design", "uplift") == 0.1
    (change,) = applied.changes
    assert (change.table, change.row, change.column) == ("tasks", "design", "uplift")
    assert (change.address, change.old, change.new) == ("tasks.design.uplift", 0.04, 0.1)
    assert (change.origin.file, change.origin.line) == ("a.yaml", 2)


def test_the_result_is_the_tables_with_the_same_edit(tmp_path: Path) -> None:
    applied = changing(tmp_path, "tasks.design.uplift: 0.1")
    assert applied.tables.content() == tiny_tables(tasks={"design": {"uplift": 0.1}}).content()
    assert applied.base.content() == tiny_tables().content()


def test_numbers_are_multiplied_and_added_as_on_paper(tmp_path: Path) -> None:
    tables = tiny_tables(funds={"main": {"interest": 0.7, "admin_rate": 0.1, "opening_balance": 10}})
    applied = changing(
        tmp_path,
        """
        funds.main.interest: {scale: 1.1}
        funds.main.admin_rate: {add: 0.2}
        funds.main.opening_balance: {scale: 0.9}
        """,
        tables,
    )
    main = applied.tables["funds"].rows[0].values
    assert (0.7 * 1.1, 0.1 + 0.2) != (0.77, 0.3)  # binary arithmetic is not what one does on paper
    assert (main["interest"], main["admin_rate"], main["opening_balance"]) == (0.77, 0.3, 9)


def test_a_star_stands_for_every_row(tmp_path: Path) -> None:
    applied = changing(tmp_path, "stages.*.private_match: {scale: 2}")
    assert brief(applied.changes) == [
        ("stages.adoption.private_match", 1.0, 2), ("stages.scale_up.private_match", 1.0, 2),
    ]  # fmt: skip


def test_a_star_stands_for_every_column_of_a_matrix(tmp_path: Path) -> None:
    applied = changing(tmp_path, "appropriations.main.*: {add: -100}")
    assert brief(applied.changes) == [
        ("appropriations.main.2026", 1000.0, 900), ("appropriations.main.2027", 1000.0, 900),
    ]  # fmt: skip


def test_a_row_with_two_names_takes_a_slash_and_a_star_for_either(tmp_path: Path) -> None:
    applied = changing(
        tmp_path,
        """
        segments.adoption/1.width: 0.4
        segments.adoption/2.width: 0.6
        segments.*/2.cost_multiplier: {scale: 1.5}
        segments.scale_up/*.width: {scale: 1}
        """,
    )
    assert applied.problems() == []
    assert brief(applied.changes) == [
        ("segments.adoption/1.width", 0.5, 0.4), ("segments.adoption/2.width", 0.5, 0.6),
        ("segments.adoption/2.cost_multiplier", 2.0, 3), ("segments.scale_up/2.cost_multiplier", 2.0, 3),
        ("segments.scale_up/1.width", 0.5, 0.5), ("segments.scale_up/2.width", 0.5, 0.5),
    ]  # fmt: skip


def test_a_setting_is_addressed_by_its_name_and_value(tmp_path: Path) -> None:
    applied = changing(tmp_path, "settings.krw_per_usd.value: 1300")
    assert cell(applied.tables, "settings", "krw_per_usd", "value") == 1300


def test_a_cell_of_a_matrix_is_addressed_by_its_row_and_column(tmp_path: Path) -> None:
    applied = changing(tmp_path, "effectiveness.design.cars: 1.2\nunlocks.data.design: 0.3")
    assert brief(applied.changes) == [
        ("effectiveness.design.cars", 1.0, 1.2), ("unlocks.data.design", 0.0, 0.3),
    ]  # fmt: skip


def test_null_blanks_a_cell_and_words_replace_words(tmp_path: Path) -> None:
    tables = tiny_tables(funds={"main": {"carry_over_limit": 0.5}})
    applied = changing(
        tmp_path,
        """
        funds.main.carry_over_limit: null
        programmes.data.regional: yes
        funds.main.label_en: "12"
        """,
        tables,
    )
    assert applied.problems() == []
    assert brief(applied.changes) == [
        ("funds.main.carry_over_limit", 0.5, None), ("programmes.data.regional", "no", "yes"),
        ("funds.main.label_en", "Main fund", "12"),
    ]  # fmt: skip
    assert "carry_over_limit" not in applied.tables["funds"].rows[0].values


def test_a_longer_plan_gets_its_new_year_behind_the_others(tmp_path: Path) -> None:
    applied = changing(
        tmp_path,
        """
        settings.plan_years.value: 3
        settings.appraisal_end.value: 2028
        appropriations.main.2028: 700
        """,
    )
    assert applied.problems() == []
    assert applied.inputs().appropriations["main", 2028] == 700
    before = applied.base["appropriations"].columns
    assert applied.tables["appropriations"].columns == {**before, "2028": len(before) + 1}


def test_of_many_cells_those_without_a_number_are_not_scaled(tmp_path: Path) -> None:
    applied = changing(tmp_path, "stages.*.grace_years: {add: 1}")  # a grant has none
    assert brief(applied.changes) == [("stages.scale_up.grace_years", 0, 1)]


def test_what_changes_nothing_leaves_the_inputs_as_they_are(tmp_path: Path) -> None:
    applied = changing(tmp_path, "tasks.design.uplift: 0.04")
    assert input_hash(applied.tables) == input_hash(applied.base)
    assert net_changes(applied.changes) == []


def test_a_rule_is_added_as_a_row_of_its_own(tmp_path: Path) -> None:
    text = """
rules:
  add:
    half:
      measure: commitment
      industry: [cars]
      relation: <=
      value: 0.5
      unit: share
"""
    applied = overlaid(tmp_path, text, tiny_tables(rules=RULES))
    assert [row.values["rule"] for row in applied.tables["rules"].rows] == ["cap", "floor", "half"]
    added = {
        "rule": "half",
        "measure": "commitment",
        "industry": "cars",
        "relation": "<=",
        "value": 0.5,
        "unit": "share",
    }
    assert applied.tables["rules"].rows[-1].values == added
    assert {(change.column, change.old, change.new, change.kind) for change in applied.changes} == {
        (column, None, value, "added") for column, value in added.items()
    }
    assert applied.inputs().rules.industry["half"] == ("cars",)


def test_inputs_without_a_sheet_of_rules_can_be_given_one(tmp_path: Path) -> None:
    assert "rules" not in tiny_tables()
    text = "rules: {add: {most: {measure: outlay, relation: <=, value: 50, unit: amount}}}"
    applied = overlaid(tmp_path, text)
    assert applied.problems() == []
    assert applied.inputs().rules.value == {"most": 50.0}


def test_rules_are_dropped_and_softened_by_name(tmp_path: Path) -> None:
    applied = overlaid(tmp_path, "rules: {drop: [cap], soften: {floor: 0.5}}", tiny_tables(rules=RULES))
    assert applied.inputs().rules.rule == ("floor",)
    assert applied.inputs().rules.penalty == {"floor": 0.5}
    dropped = [change for change in applied.changes if change.kind == "dropped"]
    assert {change.column: change.old for change in dropped} == tiny_tables(rules=RULES)["rules"].rows[0].values
    assert {change.new for change in dropped} == {None}


def test_a_star_drops_or_softens_every_rule(tmp_path: Path) -> None:
    tables = tiny_tables(rules=RULES)
    assert overlaid(tmp_path, "rules: {drop: ['*']}", tables).inputs().rules.rule == ()
    softened = overlaid(tmp_path, "rules: {soften: {'*': 2}}", tables).inputs().rules.penalty
    assert softened == {"cap": 2.0, "floor": 2.0}


def test_a_star_leaves_out_the_rules_that_the_same_file_drops_or_adds(tmp_path: Path) -> None:
    text = """
changes: {"rules.*.penalty": 3}
rules:
  drop: [cap]
  add: {most: {measure: outlay, relation: <=, value: 50, unit: amount}}
"""
    applied = overlaid(tmp_path, text, tiny_tables(rules=RULES))
    assert applied.problems() == []
    assert applied.inputs().rules.penalty == {"floor": 3.0}


def test_what_a_file_extends_comes_first(tmp_path: Path) -> None:
    parent = "changes: {funds.main.opening_balance: {add: 10}, tasks.design.ceiling: 0.9}"
    child = "extends: b\nchanges:\n  funds.main.opening_balance: {scale: 2}\n"
    applied = overlaid(tmp_path, child, tiny_tables(funds={"main": {"opening_balance": 5}}), b=parent)
    assert applied.problems() == []
    assert cell(applied.tables, "funds", "main", "opening_balance") == 30  # (5 + 10) × 2, and not 5 × 2 + 10
    assert [(c.address, c.old, c.new, c.origin.file, c.origin.line) for c in applied.changes] == [
        ("funds.main.opening_balance", 5, 15, "b.yaml", 1),
        ("tasks.design.ceiling", 1.0, 0.9, "b.yaml", 1),
        ("funds.main.opening_balance", 15, 30, "a.yaml", 3),
    ]
    assert [(c.address, c.old, c.new, c.origin.file) for c in net_changes(applied.changes)] == [
        ("funds.main.opening_balance", 5, 30, "a.yaml"),
        ("tasks.design.ceiling", 1.0, 0.9, "b.yaml"),
    ]


def test_a_rule_that_one_file_adds_can_be_changed_and_dropped_by_the_next(tmp_path: Path) -> None:
    added = "rules: {add: {most: {measure: outlay, relation: <=, value: 50, unit: amount}}}"
    changed = overlaid(tmp_path, "extends: b\nchanges: {rules.most.value: 60}", b=added)
    assert changed.inputs().rules.value == {"most": 60.0}
    assert {change.kind for change in net_changes(changed.changes)} == {"added"}
    assert {change.new for change in net_changes(changed.changes) if change.column == "value"} == {60}
    gone = overlaid(tmp_path, "extends: b\nrules: {drop: [most]}", b=added)
    assert gone.inputs().rules.rule == ()
    assert net_changes(gone.changes) == []


def test_a_rule_that_is_dropped_and_added_anew_is_a_changed_rule(tmp_path: Path) -> None:
    tables = tiny_tables(rules=RULES)
    again = "extends: b\nrules: {add: {floor: {measure: commitment, relation: '>=', value: 20, unit: amount}}}"
    applied = overlaid(tmp_path, again, tables, b="rules: {drop: [floor]}")
    assert applied.inputs().rules.value == {"cap": 500.0, "floor": 20.0}
    assert [(c.address, c.old, c.new, c.kind) for c in net_changes(applied.changes)] == [
        ("rules.floor.value", 10, 20, "changed")
    ]


def test_a_chain_of_three_is_applied_from_the_far_end(tmp_path: Path) -> None:
    links = {
        "b": "extends: c\nchanges: {funds.main.opening_balance: {scale: 3}}",
        "c": "changes: {funds.main.opening_balance: 7}",
    }
    applied = overlaid(tmp_path, "extends: b\nchanges: {funds.main.opening_balance: {add: 1}}", **links)
    assert cell(applied.tables, "funds", "main", "opening_balance") == 22  # 7 × 3 + 1
    assert told(applied) == []


@pytest.mark.parametrize("option", ["tasks.design.uplift=*2", "tasks.design.uplift=+0.04", "tasks.design.uplift=0.08"])
def test_an_option_comes_after_the_file(tmp_path: Path, option: str) -> None:
    applied = overlaid(tmp_path, "changes: {tasks.design.uplift: 0.04}", options=[option])
    assert cell(applied.tables, "tasks", "design", "uplift") == 0.08
    assert applied.changes[-1].origin.file == f"--set {option}"


def test_options_blank_subtract_and_compare(tmp_path: Path) -> None:
    tables = tiny_tables(rules=RULES, funds={"main": {"carry_over_limit": 0.5, "opening_balance": 10}})
    options = ["funds.main.carry_over_limit=null", "funds.main.opening_balance=+-4", "rules.cap.relation=>="]
    applied = overlaid(tmp_path, "", tables, options)
    assert applied.problems() == []
    assert brief(applied.changes) == [
        ("funds.main.carry_over_limit", 0.5, None), ("funds.main.opening_balance", 10, 6), ("rules.cap.relation", "<=", ">="),
    ]  # fmt: skip


def test_the_row_that_is_changed_keeps_its_place(tmp_path: Path) -> None:
    applied = changing(tmp_path, "stages.scale_up.private_match: 3")
    assert [row.number for row in applied.tables["stages"].rows] == [2, 3]
    assert applied.changes[0].number == 3


def test_a_cell_that_holds_an_error_is_cured_by_a_value(tmp_path: Path) -> None:
    tables = tiny_tables(tasks={"design": {"uplift": CellError("#REF!")}})
    assert changing(tmp_path, "tasks.design.uplift: 0.04", tables).problems() == []
    assert [code for code, _ in told(changing(tmp_path, "tasks.design.uplift: {scale: 2}", tables))] == ["E415", "E206"]


def test_tables_without_changes_are_handed_on_as_they_are(tmp_path: Path) -> None:
    tables = tiny_tables()
    assert overlaid(tmp_path, "title: nothing", tables).tables is tables


def test_a_floor_is_set_under_an_indicator_that_has_no_row_yet(tmp_path: Path) -> None:
    applied = changing(tmp_path, "floors.employment.at_least: 3\n        floors.exports.at_least: 0.001")
    assert applied.problems() == []
    assert applied.inputs().floors.at_least == {"employment": 3.0, "exports": 0.001}
    assert brief(net_changes(applied.changes)) == [
        ("floors.employment.indicator", None, "employment"), ("floors.employment.at_least", None, 3),
        ("floors.exports.indicator", None, "exports"), ("floors.exports.at_least", None, 0.001),
    ]  # fmt: skip


def test_a_floor_that_is_there_is_changed_and_is_addressed_like_any_cell(tmp_path: Path) -> None:
    tables = tiny_tables(floors={"employment": {"at_least": 2.0}})
    applied = changing(tmp_path, "floors.employment.at_least: {scale: 1.5}", tables)
    assert applied.inputs().floors.at_least == {"employment": 3.0}
    assert brief(applied.changes) == [("floors.employment.at_least", 2.0, 3)]


@pytest.mark.parametrize(
    ("change", "code"),
    [("floors.employment.at_least: {scale: 2}", "E411"), ("floors.jobs.at_least: 3", "E411"),
     ("floors.employment.atleast: 3", "E411"), ("floors.employment.at_least: many", "E203"),
     ("floors.employment.at_least: -1", "E318")],
)  # fmt: skip
def test_what_is_no_floor_is_told(tmp_path: Path, change: str, code: str) -> None:
    assert code in [problem.code for problem in changing(tmp_path, change).problems()]
