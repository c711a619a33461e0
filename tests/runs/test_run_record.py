"""The run record: one hash for what the inputs say, and a document for every way a run can end."""

from __future__ import annotations

import dataclasses
import json

from axplan.core.errors import EnvironmentFault, Infeasible, InputError, UsageError
from axplan.core.problem import Problem
from axplan.core.text import Text
from axplan.inputs.tables import Row
from axplan.runs.run_record import failure_document, input_hash, versions
from tiny import tiny_tables


def test_the_hash_changes_with_any_value_and_not_with_the_spelling_of_a_number() -> None:
    same = tiny_tables(funds={"main": {"interest": 0}})
    assert input_hash(same) == input_hash(tiny_tables(funds={"main": {"interest": 0.0}}))
    assert input_hash(same) != input_hash(tiny_tables(funds={"main": {"interest": 0.01}}))


def test_the_hash_does_not_depend_on_where_the_values_stand() -> None:
    tables = tiny_tables()
    moved = tables["funds"].with_rows(tuple(Row(row.number + 9, row.values) for row in tables["funds"].rows))
    assert input_hash(tables) == input_hash(dataclasses.replace(tables, tables={**tables.tables, "funds": moved}))


def test_every_end_without_a_plan_has_its_status() -> None:
    said = Text("말", "said")
    problem = Problem("E203", "funds!D2", said, said)
    ends = {
        "invalid": InputError([problem]), "usage": UsageError(said), "infeasible": Infeasible(said, [said]),
        "failed": EnvironmentFault(said),
    }  # fmt: skip
    for status, fault in ends.items():
        document = failure_document("baseline", fault, "ko")
        assert (document["schema"], document["scenario"], document["status"]) == (1, "baseline", status)
        json.dumps(document, allow_nan=False)
    assert failure_document("a", ends["invalid"], "en")["problems"][0]["place"] == "funds!D2"
    assert failure_document("a", ends["infeasible"], "ko")["conflict"] == ["말"]


def test_the_programs_that_made_a_plan_are_named() -> None:
    assert set(versions()) == {"axplan", "pyomo", "highspy", "python"}
