"""The run record: one hash for what the inputs say, and a document for every way a run can end."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest

from axplan.core.errors import EnvironmentFault, Infeasible, InputError, UsageError
from axplan.core.problem import Problem
from axplan.core.text import Text
from axplan.inputs.tables import Row
from axplan.runs.run_record import failure_document, input_hash, versions
from command_line import Run
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
        assert (document["schema"], document["scenario"], document["status"]) == (2, "baseline", status)
        json.dumps(document, allow_nan=False)
    assert failure_document("a", ends["invalid"], "en")["problems"][0]["place"] == "funds!D2"
    assert failure_document("a", ends["infeasible"], "ko")["conflict"] == ["말"]


def test_the_programs_that_made_a_plan_are_named() -> None:
    assert set(versions()) == {"axplan", "pyomo", "highspy", "python"}


def test_the_document_tells_the_money_the_people_and_the_yardsticks(axplan: Run, study: Path) -> None:
    told = json.loads(axplan("run", "--json").out)
    money = told["money"]
    assert money["state"] == money["appropriation"] - money["lapse"]
    parts = money["state"] + money["subscription"] + money["recoveries_interest_balances"]
    assert money["spent_by_funds"] == pytest.approx(parts)
    assert money["total"] == pytest.approx(money["spent_by_funds"] + money["private_match"])
    assert set(told["people"]) == {"trained", "target"}
    assert told["yardsticks"]["free"] >= told["objective"]["value"]
    assert all(step["worth"] > 0 for step in told["giving_way"])
    assert (study / "outputs" / "baseline" / "run.json").exists()


@pytest.mark.usefixtures("study")
def test_yardsticks_that_are_not_asked_for_are_not_told(axplan: Run) -> None:
    first = axplan("run", "--no-yardsticks")
    assert "simpler splits" not in first.out
    told = json.loads(axplan("run", "--no-yardsticks", "--json").out)
    assert {"yardsticks", "without", "without_required_progress"}.isdisjoint(told)
    assert told["money"]
    assert "simpler splits" in axplan("run").out
