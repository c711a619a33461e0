"""How a scenario file is written: what its values mean, and every slip with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from axplan.core.errors import EnvironmentFault, InputError
from axplan.inputs.tables import Raw
from axplan.scenario import load_scenario, read_scenario
from axplan.scenario.parse_yaml import NOTHING, scalar
from axplan.scenario.read_changes import read_options
from tiny_scenarios import changing, files, overlaid, told


def problems(folder: Path, text: str, **others: str) -> list[tuple[str, str]]:
    """Code and place of what is wrong in the files themselves."""
    return [(p.code, p.place) for p in load_scenario(files(folder, a=text, **others), "a").problems]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12), ("-3", -3), ("+3", 3), ("0.5", 0.5), (".5", 0.5), ("5.", 5), ("1e3", 1000), ("1.5E-2", 0.015),
        ("010", 10), ("1_000", "1_000"), ("12,000", "12,000"), ("1:30", "1:30"), ("0x10", "0x10"), (".inf", ".inf"),
        (".nan", ".nan"), ("١٢", "١٢"), ("yes", "yes"), ("true", "true"), ("null", None), ("~", None), ("", NOTHING),
        ("2026-01-01", "2026-01-01"),
    ],
)  # fmt: skip
def test_a_value_is_a_number_only_if_it_is_written_as_one(text: str, value: Raw) -> None:
    assert scalar(text) == value
    assert type(scalar(text)) is type(value)


def test_what_is_quoted_is_text() -> None:
    assert [scalar(text, quoted=True) for text in ("12", "null", "")] == ["12", "null", ""]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("title: x\nchanges:\n  tasks.design.uplift:\n", "E414", 3),
        ("changes:\n  tasks.design.uplift: {}\n", "E414", 2),
        ("changes:\n  tasks.design.uplift: {scale: 2, add: 1}\n", "E414", 2),
        ("changes:\n  tasks.design.uplift: {times: 2}\n", "E414", 2),
        ("changes:\n  tasks.design.uplift: {scale: twice}\n", "E414", 2),
        ("changes:\n  tasks.design.uplift: {scale: null}\n", "E414", 2),
        ("changes:\n  tasks.design.uplift: {scale: 1e999}\n", "E414", 2),
        ("changes:\n  tasks.design.uplift: []\n", "E414", 2),
        ("changes:\n  tasks.design.uplift: [[1]]\n", "E414", 2),
        ("changes:\n  tasks:\n    design: {uplift: 1}\n", "E409", 2),
        ("changes: [tasks.design.uplift]\n", "E404", 1),
        ("changes: 3\n", "E404", 1),
        ("changes:\n", "E404", 1),
        ("changes:\n  tasks.design.uplift: 1\n  tasks.design.uplift: 2\n", "E402", 3),
        ("title:\n  ko: 하나\n  ko: 둘\n", "E402", 3),
        ("objective: {production: 1,\n  production: 2}\n", "E402", 2),
        ("rules: [cap]\n", "E404", 1),
        ("rules:\n  drop: cap\n", "E404", 2),
        ("rules:\n  drop: []\n", "E404", 2),
        ("rules:\n  drop: [[cap]]\n", "E404", 2),
        ("rules:\n  remove: [cap]\n", "E403", 2),
        ("rules:\n  soften: [cap]\n", "E404", 2),
        ("rules:\n  soften:\n    cap: hard\n", "E404", 3),
        ("rules:\n  soften:\n    cap:\n", "E404", 3),
        ("rules:\n  add: [cap]\n", "E404", 2),
        ("rules:\n  add:\n    cap: 500\n", "E404", 3),
        ("rules:\n  add:\n    cap:\n      measures: commitment\n", "E412", 4),
        ("rules:\n  add:\n    cap:\n      rule: cap\n", "E412", 4),
        ("rules:\n  add:\n    cap:\n      value: {scale: 2}\n", "E414", 4),
        ("title: x\nextends: [b]\n", "E404", 2),
        ("title: x\nextends:\n", "E404", 2),
        ("note:\n  en: [a]\n", "E404", 1),
        ("a: 1\n? [b]\n: 2\n", "E401", 2),
        ("changes:\n  tasks.design.uplift: *2\n", "E401", 2),
        ("changes:\n  tasks.design.uplift: *0.9\n", "E401", 2),
        ("title: &t x\nnote: *t\n", "E401", 2),
        ("a: b\n---\nc: d\n", "E401", 2),
        ("title: {ko: " + "[" * 3000, "E401", 1),
    ],
)  # fmt: skip
def test_every_slip_is_told_at_its_line(tmp_path: Path, text: str, code: str, line: int) -> None:
    assert (code, f"a.yaml:{line}") in problems(tmp_path, text)


def test_all_slips_of_a_file_are_told_in_the_order_of_its_lines(tmp_path: Path) -> None:
    text = """\
titel: x
objective: prodution
changes:
  tasks.design: 1
  tasks.design.uplift:
rules:
  drop: cap
  softn: {}
"""
    codes = ["E403", "E405", "E409", "E414", "E404", "E403"]
    with pytest.raises(InputError) as caught:
        read_scenario(files(tmp_path, a=text), "a")
    assert [p.code for p in caught.value.problems] == codes
    assert [p.place for p in caught.value.problems] == [f"a.yaml:{n}" for n in (1, 2, 4, 5, 7, 8)]


def test_the_files_that_are_extended_are_read_as_strictly(tmp_path: Path) -> None:
    found = problems(tmp_path, "titel: x\nextends: b", b="extends: c\nnot: 1", c="\nobjective: nothing")
    assert found == [("E403", "a.yaml:1"), ("E403", "b.yaml:2"), ("E405", "c.yaml:2")]


def test_what_cannot_be_applied_is_told_together_with_what_cannot_be_read(tmp_path: Path) -> None:
    text = "titel: x\nchanges: {tasks.desing.uplift: 1, tasks.design.ceiling: 2}"
    assert told(overlaid(tmp_path, text)) == [
        ("E403", "a.yaml:1"), ("E411", "a.yaml:2"), ("E204", "a.yaml:2 (tasks!F2)"),
    ]  # fmt: skip


def test_a_scenario_that_extends_itself_goes_in_a_circle(tmp_path: Path) -> None:
    scenario = load_scenario(files(tmp_path, a="extends: a"), "a")
    assert [p.line("en") for p in scenario.problems] == ["a.yaml:1  extends: a → a  → a chain that ends   [E408]"]


def test_the_circle_is_told_without_the_way_that_leads_to_it(tmp_path: Path) -> None:
    scenario = load_scenario(files(tmp_path, a="extends: b", b="extends: c", c="extends: b"), "a")
    assert [p.line("en") for p in scenario.problems] == ["c.yaml:1  extends: b → c → b  → a chain that ends   [E408]"]


def test_nothing_is_applied_of_a_chain_without_an_end(tmp_path: Path) -> None:
    applied = overlaid(tmp_path, "extends: missing\nchanges: {rules.most.value: 1, tasks.design.uplift: 9}")
    assert applied.changes == ()
    assert told(applied) == [("E407", "a.yaml:1")]


def test_inputs_and_objective_come_from_the_nearest_file_that_names_them(tmp_path: Path) -> None:
    chain = {
        "b": "title: B\nextends: c\nobjective: exports\nnote: of b",
        "c": "inputs: inputs/c.xlsx\nobjective: output",
    }
    scenario = read_scenario(files(tmp_path, a="extends: b", **chain), "a")
    assert (scenario.title.en, scenario.note.en) == ("a", "")
    assert (scenario.inputs.name, scenario.objective.indicator) == ("c.xlsx", "exports")


@pytest.mark.parametrize(
    ("option", "code"),
    [
        ("tasks.design.uplift", "E414"), ("tasks.design.uplift=", "E414"), ("tasks.design.uplift=*", "E414"),
        ("tasks.design.uplift=*much", "E414"), ("tasks.design.uplift=+", "E414"), ("uplift=3", "E409"), ("", "E409"),
        ("=3", "E409"),
    ],
)  # fmt: skip
def test_an_option_that_changes_nothing_is_told_as_it_was_typed(option: str, code: str) -> None:
    layer, faults = read_options([option])
    assert layer.edits == ()
    assert [(fault.code, fault.place) for fault in faults] == [(code, f"--set {option}")]


def test_a_file_that_is_a_folder_is_no_fault_of_ours(tmp_path: Path) -> None:
    (tmp_path / "scenarios" / "a.yaml").mkdir(parents=True)
    with pytest.raises(EnvironmentFault, match=r"a\.yaml cannot be read"):
        load_scenario(tmp_path, "a")


def test_a_cell_is_changed_once_in_a_file(tmp_path: Path) -> None:
    entries = """
        tasks.design.uplift: 0.1
        tasks.*.uplift: {scale: 2}
        segments.adoption/*.width: 0.5
        segments.*/1.width: 0.5
        appropriations.*.2026: 10
        appropriations.main.*: 20
    """
    assert told(changing(tmp_path, entries)) == [("E413", "a.yaml:3"), ("E413", "a.yaml:5"), ("E413", "a.yaml:7")]


def test_options_change_a_cell_once_as_well(tmp_path: Path) -> None:
    options = ["tasks.design.uplift=0.1", "tasks.design.uplift=*2"]
    assert told(overlaid(tmp_path, "", options=options)) == [("E413", "--set tasks.design.uplift=*2")]


@pytest.mark.parametrize(
    ("rules", "line"),
    [
        ("rules:\n  drop: [cap, cap]", 2),
        ("rules:\n  drop: [cap]\n  soften: {cap: 1}", 3),
        ("rules:\n  drop: [cap]\nchanges:\n  rules.cap.value: 3", 4),
        ("changes:\n  rules.cap.penalty: 3\nrules:\n  soften: {cap: 1}", 4),
        ("rules:\n  drop:\n    - cap\n    - '*'", 4),
    ],
)
def test_a_rule_is_dropped_or_changed_but_not_twice(tmp_path: Path, rules: str, line: int) -> None:
    from tiny import tiny_tables

    applied = overlaid(tmp_path, rules, tiny_tables(rules={"cap": {"value": 500}}))
    assert told(applied) == [("E413", f"a.yaml:{line}")]


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ("funds.main.carry_over_limit: {scale: 2}", "a blank cell"),
        ("funds.main.label_en: {add: 2}", "'Main fund'"),
        ("funds.*.label_en: {add: 2}", "'Main fund'"),
        ("stages.adoption.grace_years: {add: 1}", "a blank cell"),
        ("appropriations.main.2031: {add: 1}", "a blank cell"),
    ],
)
def test_only_a_number_is_scaled_or_added_to(tmp_path: Path, entry: str, found: str) -> None:
    (problem,) = changing(tmp_path, entry).problems()
    assert problem.code == "E415"
    assert problem.found.en.endswith(f": {found}")
