"""Two cases beside each other: the cells that differ, the groups they fall into, and shares that add up."""

from __future__ import annotations

import math
from typing import Any

import pytest

from axplan.analyses.compare.cases import ComparedCase, Comparer
from axplan.analyses.compare.differences import differences, groups, mixed
from axplan.analyses.compare.labels import OBJECTIVE, group_words, row_words
from axplan.analyses.compare.shapley import FEASIBLE_ORDERS, IN_ORDER, SHAPLEY
from axplan.core.text import Text
from axplan.inputs.objective import Objective, single
from axplan.inputs.parameters import build_inputs
from axplan.inputs.tables import Tables
from axplan.plan.optimise import optimise
from small_baseline import small_baseline
from tiny import tiny_tables

PRODUCTION = single("production")


def case(tables: Tables, objective: Objective = PRODUCTION) -> ComparedCase:
    plan = optimise(build_inputs(tables), objective).plan
    return ComparedCase("case", Text("가", "a"), tables, objective, plan)


def value_of(case: ComparedCase) -> float:
    assert case.plan is not None
    return case.plan.value


def addresses(before: Tables, after: Tables) -> list[tuple[str, Any, Any]]:
    return [(found.address, found.old, found.new) for found in differences(before, after)]


def values(tables: Tables) -> dict[str, list[dict[str, Any]]]:
    """What the tables say, without the order of columns and places."""
    return {name: [dict(row.values) for row in table.rows] for name, table in tables.tables.items()}


RULE = {"rule": "cap", "label_ko": "상한", "label_en": "Cap", "measure": "commitment", "relation": "<=", "value": 50.0,
        "unit": "amount"}  # fmt: skip


def test_equal_tables_have_no_differences_and_1_is_the_same_as_1_point_0() -> None:
    assert differences(tiny_tables(), tiny_tables()) == []
    one, other = (tiny_tables(stages={"adoption": {"private_match": value}}) for value in (1, 1.0))
    assert differences(one, other) == []


def test_cells_that_differ_are_listed_with_both_values() -> None:
    before = tiny_tables()
    after = tiny_tables(tasks={"design": {"uplift": 0.1}}, funds={"main": {"interest": 0.05}})
    old = before["funds"].rows[0].values["interest"]
    assert addresses(before, after) == [("tasks.design.uplift", 0.04, 0.1), ("funds.main.interest", old, 0.05)]


def test_a_rule_is_one_group_however_many_cells_it_has() -> None:
    before, after = tiny_tables(), tiny_tables(rules=[RULE])
    assert groups(differences(before, after)) == [("rules", "cap")]


def test_many_cells_are_grouped_by_column_and_then_by_sheet() -> None:
    before = small_baseline()
    tasks = [str(row.values["task"]) for row in before["tasks"].rows]
    regions = [str(row.values["region"]) for row in before["regions"].rows]
    stages = [str(row.values["stage"]) for row in before["stages"].rows]
    of_tasks = {"tasks": {k: {"uplift": 0.011, "cost_intensity": 3.0, "ceiling": 0.11} for k in tasks}}
    assert groups(differences(before, small_baseline(of_tasks)))[0] == ("tasks", tasks[0], "uplift")  # six cells
    eight = {**of_tasks, "regions": {r: {"investment_cost": 2.0} for r in regions}}
    columns = groups(differences(before, small_baseline(eight)))
    assert columns == [
        ("regions", "*", "investment_cost"),
        *(("tasks", "*", c) for c in ("uplift", "cost_intensity", "ceiling")),
    ]
    many = {**of_tasks,
            "regions": {r: {"investment_cost": 2.0, "siting_cost": 2.0} for r in regions},
            "stages": {s: {"cost_share": 0.11, "effect_share": 0.11} for s in stages}}  # fmt: skip
    assert groups(differences(before, small_baseline(many))) == [("regions",), ("tasks",), ("stages",)]


def test_words_and_sources_are_told_but_are_no_reason_for_another_plan() -> None:
    before, after = tiny_tables(), tiny_tables(tasks={"design": {"label_en": "Other"}})
    found = differences(before, after)
    assert [d.address for d in found] == ["tasks.design.label_en"]
    assert groups(found) == []


def test_all_groups_together_make_the_other_tables_and_none_makes_the_first() -> None:
    before = tiny_tables(rules=[{**RULE, "rule": "old", "value": 70.0}])
    after = tiny_tables(rules=[RULE], funds={"main": {"interest": 0.05}}, stages={"adoption": {"private_match": 2.0}})
    found = differences(before, after)
    made = groups(found)
    assert set(made) == {
        ("rules", "old"),
        ("rules", "cap"),
        ("funds", "main", "interest"),
        ("stages", "adoption", "private_match"),
    }
    assert values(mixed(before, after, found, made)) == values(after)
    assert values(mixed(before, after, found, [])) == values(before)
    half = mixed(before, after, found, [("rules", "cap"), ("funds", "main", "interest")])
    assert [row.values["rule"] for row in half["rules"].rows] == ["old", "cap"]
    assert half["funds"].rows[0].values["interest"] == 0.05
    assert half["stages"].rows == before["stages"].rows


def test_shares_add_up_to_the_difference_of_the_plans() -> None:
    before = case(small_baseline({"appropriations": {"axpf": {"2027": 6500.0}}}))
    after = case(small_baseline({
        "stages": {"scale_up": {"additionality": 0.25}}, "appropriations": {"axpf": {"2027": 6000.0}},
        "tracks": {"leaders": {"unit_cost": 0.2}},
    }))  # fmt: skip
    made = Comparer(before).compare(after)
    assert made.attribution.method == SHAPLEY
    assert len(made.attribution.shares) == 3
    assert math.fsum(made.attribution.shares.values()) == pytest.approx(made.attribution.total, abs=1e-9)
    assert made.attribution.total == pytest.approx(value_of(after) - value_of(before), abs=1e-9)
    assert all(share < 0 for share in made.attribution.shares.values())


def test_a_single_change_made_all_of_the_difference() -> None:
    before, after = case(tiny_tables()), case(tiny_tables(tasks={"design": {"uplift": 0.08}}))
    made = Comparer(before).compare(after)
    assert made.attribution.shares == {(("tasks", "design", "uplift"),): made.attribution.total}


def test_what_is_maximised_is_a_change_of_its_own() -> None:
    before = case(small_baseline())
    after = case(small_baseline({"funds": {"axpf": {"private_ratio": 0.8}}}), single("exports"))
    made = Comparer(before).compare(after)
    assert [step for step in made.attribution.shares] == [(("funds", "axpf", "private_ratio"),), (OBJECTIVE,)]
    assert made.attribution.shares[(OBJECTIVE,)] < 0  # the indicator of `before` is maximised no longer
    assert made.attribution.method in (SHAPLEY, FEASIBLE_ORDERS)


def test_cases_that_only_differ_in_words_have_nothing_to_share_out() -> None:
    before, after = case(tiny_tables()), case(tiny_tables(tasks={"design": {"label_en": "Other"}}))
    made = Comparer(before).compare(after)
    assert made.attribution.shares == {}
    assert made.attribution.total == pytest.approx(0.0, abs=1e-12)
    assert made.attribution.method in (SHAPLEY, IN_ORDER)


def test_a_floor_is_called_by_the_name_of_its_indicator() -> None:
    tables = tiny_tables(floors={"employment": {"at_least": 2.0}})
    (found,) = differences(tables, tiny_tables(floors={"employment": {"at_least": 3.0}}))
    assert (
        group_words((found.table, found.row, found.column), tables).en
        == "Effect floors · Employment induced · At least"
    )
    assert row_words("floors", "employment", tables).ko == "취업유발"
