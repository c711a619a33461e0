"""The JSON Schema for editors: up to date, and of one mind with the reader. A library that is not ours judges by it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import fastjsonschema
import pytest
import yaml

from axplan.inputs.schema.indicators import VALUATIONS
from axplan.runs.study_folder import make_study
from axplan.scenario import load_scenario
from axplan.scenario.addresses import changeable_sheets, declaration, row_name
from axplan.scenario.json_schema import SCHEMA_FILE, scenario_schema
from axplan.scenario.read import KEYS
from axplan.scenario.read_changes import RULE_READERS
from axplan.workbook.baseline import baseline_tables
from repository import ROOT
from tiny_scenarios import files

SCHEMA = scenario_schema()
JUDGE = fastjsonschema.compile(SCHEMA)


class Newer(yaml.SafeLoader):
    """YAML as editors read it: only true and false are truth values."""


Newer.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in rules if not tag.endswith((":bool", ":timestamp"))]
    for letter, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def accepts(text: str) -> bool:
    try:
        JUDGE(yaml.load(text, Loader=Newer))
    except fastjsonschema.JsonSchemaValueException:
        return False
    return True


def reads(folder: Path, text: str) -> bool:
    return not load_scenario(files(folder, a=text, b=""), "a").problems


def test_the_schema_in_the_repository_is_up_to_date() -> None:
    kept = json.loads((ROOT / "scenarios" / SCHEMA_FILE).read_text(encoding="utf-8"))
    assert kept == SCHEMA, "make docs"


def test_a_study_gets_the_schema_and_its_scenarios_name_it(tmp_path: Path) -> None:
    make_study(tmp_path)
    assert json.loads((tmp_path / "scenarios" / SCHEMA_FILE).read_text(encoding="utf-8")) == SCHEMA
    for path in (tmp_path / "scenarios").glob("*.yaml"):
        assert path.read_text(encoding="utf-8").startswith(f"# yaml-language-server: $schema={SCHEMA_FILE}\n")


def test_the_schema_has_the_keys_of_the_reader() -> None:
    assert list(SCHEMA["properties"]) == list(KEYS)
    assert list(SCHEMA["properties"]["rules"]["properties"]) == list(RULE_READERS)


GOOD = [
    "",
    "title: x",
    "title: {ko: 수출, en: Exports}\nnote: why",
    "extends: b\ninputs: inputs/x.xlsx",
    "objective: {production: 2, exports: 0.5}",
    *(f"objective: {v}" for v in VALUATIONS),
    "changes: {tasks.*.uplift: {scale: 0.9}, settings.plan_years.value: 6, appropriations.*.*: {add: 1}}",
    "changes: {segments.adoption/1.width: 0.4, segments.*.width: {scale: 1}, segments.*/2.cost_multiplier: 3}",
    "changes: {funds.axpf.carry_over_limit: null, programmes.data.regional: yes, stages.adoption.instrument: loan}",
    "changes: {effect_profile.adoption.age_7: 1, siting.cars.north: 0, rules.상한.industry: [a, b]}",
    "rules: {drop: [cap], soften: {floor: 0.5}}",
    "rules: {add: {cap: {measure: outlay, relation: <=, value: 3, unit: amount, region: [north], each_year: no}}}",
]
BAD = [
    "titel: x",
    "title: [x]",
    "title: {de: x}",
    "objective: prodution",
    "objective: {production: 0}",
    "changes: {tasks.design: 1}",
    "changes: {tasks.design.uplift: {times: 2}}",
    "changes: {tasks.design.uplift: {scale: 2, add: 1}}",
    "changes: {tasks.design.uplift: {scale: twice}}",
    "changes: [1]",
    "rules: {remove: [cap]}",
    "rules: {drop: cap}",
    "rules: {soften: {cap: hard}}",
    "rules: {add: {cap: {measures: outlay}}}",
]


@pytest.mark.parametrize("text", GOOD)
def test_what_can_be_read_is_accepted(tmp_path: Path, text: str) -> None:
    assert reads(tmp_path, text)
    assert accepts(text)


@pytest.mark.parametrize("text", BAD)
def test_what_cannot_be_read_is_not_accepted(tmp_path: Path, text: str) -> None:
    assert not reads(tmp_path, text)
    assert not accepts(text)


@pytest.mark.parametrize(
    "entry",
    [
        "task.design.uplift: 1", "tasks.design.uplift: 1.5", "tasks.design.uplift: -0.1", "tasks.design.uplift: much", "tasks.design.task: x",
        "stages.adoption.instrument: gift", "programmes.data.regional: maybe", "settings.plan_years.value: 2.5",
        "settings.plan_year.value: 2", "appropriations.axpf.later: 3", "effect_profile.adoption.7: 1",
        "regions.north.investment_cost: 0", "tasks.design.uplift: null", "segments.adoption.width: 1",
        "provenance.1.grade: study", "tasks.design.label_ko: {scale: 2}",
    ],
)  # fmt: skip
def test_an_editor_sees_what_the_checks_would_find(entry: str) -> None:
    assert not accepts(f"changes:\n  {entry}")


def test_every_cell_of_the_baseline_may_be_set_to_what_it_is() -> None:
    changes: dict[str, Any] = {}
    for name, sheet in changeable_sheets().items():
        for row in baseline_tables()[name].rows:
            named = row_name(sheet, row)
            changes |= {
                f"{name}.{named}.{column}": raw
                for column, raw in row.values.items()
                if declaration(sheet, named, column) is not None
            }
    assert len(changes) > 600
    JUDGE({"changes": changes})


def test_every_entry_says_what_it_means_in_both_languages() -> None:
    entries = [*SCHEMA["properties"].values(), *SCHEMA["properties"]["changes"]["patternProperties"].values()]
    for entry in entries:
        if entry:
            assert any("가" <= letter <= "힣" for letter in entry["description"])
            assert any("a" <= letter <= "z" for letter in entry["description"])
