"""The JSON Schema of scenario files, written from the data dictionary: editors complete, check and explain with it."""

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from axplan.core.atomic_files import write_file
from axplan.core.text import Text
from axplan.inputs.schema import sheet_declarations
from axplan.inputs.schema.core import CHOICE, INTEGER, REFERENCES, YES_NO, ColumnSpec, Sheet
from axplan.inputs.schema.indicators import VALUATIONS
from axplan.inputs.schema.words import described
from axplan.scenario.addresses import NEW_COLUMNS, changeable_sheets
from axplan.scenario.changes import ADD, RULES, SCALE
from axplan.scenario.read import KEYS

SCHEMA_FILE = "scenario.schema.json"
DRAFT = "http://json-schema.org/draft-07/schema#"
Node = dict[str, Any]

NAME = r"[^./]+"
"""A name within an address."""

HOW = {
    SCALE: Text("곱할 수: 0.9는 10% 감소", "Factor: 0.9 takes a tenth away"),
    ADD: Text("더할 수(빼려면 음수)", "What is added (negative to take away)"),
}
RULE_PARTS = {
    "add": Text("새 제약: 이름마다 rules 시트의 열과 값", "New rules: under each name the columns of sheet rules"),
    "drop": Text("뺄 제약의 이름; '*'는 모두", "Names of rules to take out; '*' for all"),
    "soften": Text("제약의 이름마다 벌점: 어길 수 있게 함", "A penalty for each rule, which may then be missed"),
}


def scenario_schema() -> Node:
    """The schema of a scenario file; every key of `read.KEYS` and every column that can be changed."""
    parts: Mapping[str, Node] = {
        "title": _words(),
        "extends": {"type": "string"},
        "inputs": {"type": "string"},
        "objective": _objective(),
        "changes": _closed(patternProperties=dict(_addresses())),
        "rules": _rules(),
        "note": _words(),
    }
    return {
        "$schema": DRAFT,
        "title": Text("axplan 시나리오", "axplan scenario").both,
        "type": ["object", "null"],
        "additionalProperties": False,
        "properties": {key: {"description": KEYS[key].meaning.both, **parts[key]} for key in KEYS},
        "definitions": {how: _amount(how, meaning) for how, meaning in HOW.items()},
    }


def _closed(**more: Any) -> Node:
    """An object with no other keys than these."""
    return {"type": "object", "additionalProperties": False, **more}


def _words() -> Node:
    languages = {"ko": {"type": "string"}, "en": {"type": "string"}}
    return {"anyOf": [{"type": "string"}, _closed(properties=languages, minProperties=1)]}


def _objective() -> Node:
    weight = {"type": "number", "exclusiveMinimum": 0}
    weights = _closed(properties={v: weight for v in VALUATIONS}, minProperties=1)
    return {"anyOf": [{"enum": list(VALUATIONS)}, weights]}


def _amount(how: str, meaning: Text) -> Node:
    number = {"type": "number", "description": meaning.both}
    return _closed(properties={how: number}, required=[how])


def _addresses() -> Iterator[tuple[str, Node]]:
    """The pattern of every address, with what may stand in its cells."""
    for name, sheet in changeable_sheets().items():
        if sheet.record:
            for row, column in sheet.columns.items():
                yield rf"^{name}\.{row}\.value$", _change(column)
            yield rf"^{name}\.\*\.value$", {}
            continue
        for heading, column in sheet.columns.items():
            if heading not in sheet.key:
                yield rf"^{name}\.{_row(sheet)}\.{heading}$", _change(column)
        if sheet.cell is not None:
            yield rf"^{name}\.{_row(sheet)}\.{_across(sheet)}$", _change(sheet.cell)


def _row(sheet: Sheet) -> str:
    parts = "/".join(NAME for _ in sheet.name_columns)
    return parts if "/" not in parts else rf"({parts}|\*)"


def _across(sheet: Sheet) -> str:
    """A column of a matrix: the plan's years and the ages have a form, the names of rows have none."""
    new = NEW_COLUMNS.get(sheet.across or "")
    return rf"({new.pattern}|\*)" if new else NAME


def _change(column: ColumnSpec) -> Node:
    """A new value of the column; for numbers also a factor or what is added."""
    amounts = [{"$ref": f"#/definitions/{how}"} for how in HOW] if column.numeric else []
    blank = [] if column.required else [{"type": "null"}]
    return {"description": described(column).stacked, "anyOf": [_value(column), *amounts, *blank]}


def _value(column: ColumnSpec) -> Node:
    if column.numeric:
        return _number(column)
    if column.kind == YES_NO:
        return {"enum": ["yes", "no"]}
    if column.kind == CHOICE:
        return {"enum": list(column.choices)}
    if column.kind == REFERENCES:
        return {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}]}
    return {"type": ["string", "number"]}


def _number(column: ColumnSpec) -> Node:
    node: Node = {"type": "integer" if column.kind == INTEGER else "number"}
    if column.minimum is not None:
        node["exclusiveMinimum" if column.above_minimum else "minimum"] = column.minimum
    if column.maximum is not None:
        node["maximum"] = column.maximum
    return node


def _rules() -> Node:
    columns = {name: column for name, column in sheet_declarations()[RULES].columns.items() if name != "rule"}
    cells = {name: {"description": described(column).stacked, **_cell(column)} for name, column in columns.items()}
    rule = _closed(properties=cells, required=[name for name, column in columns.items() if column.required])
    parts: Mapping[str, Node] = {
        "add": {"type": "object", "additionalProperties": rule},
        "drop": {"type": "array", "items": {"type": ["string", "number"]}, "minItems": 1},
        "soften": {"type": "object", "additionalProperties": _number(columns["penalty"])},
    }
    return _closed(properties={key: {"description": RULE_PARTS[key].both, **parts[key]} for key in RULE_PARTS})


def _cell(column: ColumnSpec) -> Node:
    return _value(column) if column.required else {"anyOf": [_value(column), {"type": "null"}]}


def write_schema(path: Path) -> None:
    """Write the schema as JSON.

    Raises
    ------
    EnvironmentFault: the file cannot be written.
    """
    write_file(path, json.dumps(scenario_schema(), ensure_ascii=False, indent=1) + "\n")


if __name__ == "__main__":  # python -m axplan.scenario.json_schema scenarios/scenario.schema.json
    write_schema(Path(sys.argv[1]))
