"""Two implementations by different hands agree on tables of any size and structure; the long campaign is `make campaign`."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from axplan.formulation import build_model
from axplan.formulation.compile import compile_model
from axplan.inputs.parameters import build_inputs
from axplan.inputs.tables import Tables
from axplan.plan.yardsticks import yardsticks as package_yardsticks
from axplan.solver import solve
from independent_model import yardsticks
from model_campaign import agree, independent_optimum, own_optimum, random_weights, rows_of
from random_tables import random_tables
from small_baseline import Changes, small_baseline

SEEDS = range(60)


@pytest.mark.parametrize("seed", SEEDS)
def test_both_models_agree_on_random_tables(seed: int) -> None:
    tables, weights = random_tables(seed), random_weights(seed)
    first, second = own_optimum(tables, weights), independent_optimum(tables, weights)
    assert agree(first, second), (first, second)


@pytest.mark.parametrize("seed", [2, 3, 4, 5, 6, 7, 8, 9, 10, 13])
def test_both_models_measure_random_plans_by_the_same_yardsticks(seed: int) -> None:
    inputs, model = build_inputs(random_tables(seed, 600)), {"production": 1.0}
    expected = yardsticks(rows_of(random_tables(seed, 600)), model)
    found = package_yardsticks(inputs, solve(compile_model(build_model(inputs, model))))
    for name, worth in expected.items():
        own = getattr(found, name)
        assert own == pytest.approx(worth, rel=1e-6, abs=1e-9) if own is not None else worth == "infeasible", name


def test_the_random_tables_are_of_many_kinds() -> None:
    """Enough of them can be planned with, are worth something and have rules; some cannot be planned with."""
    found = Counter(kind for seed in SEEDS for kind in kinds(random_tables(seed)))
    assert min(found[kind] for kind in ("feasible", "valuable", "rules", "soft")) >= len(SEEDS) // 3
    assert min(found[kind] for kind in ("infeasible", "no programmes", "no tracks", "one year", "elsewhere")) >= 2
    assert min(found[kind] for kind in ("slow", "running", "floors", "spending", "appropriation_share")) >= 5


def kinds(tables: Tables) -> Iterator[str]:
    best = independent_optimum(tables, {"production": 1.0})
    rules = tables["rules"].rows if "rules" in tables else ()
    yield from ["infeasible"] if best == "infeasible" else ["feasible"] + ["valuable"] * (best > 1e-6)
    yield from ["rules"] * bool(rules) + ["soft"] * any("penalty" in row.values for row in rules)
    yield from (f"no {name}" for name in ("programmes", "tracks") if not tables[name].rows)
    yield from ["one year"] * (len(tables["appropriations"].columns) == 2)
    yield from {str(row.values[name]) for row in rules for name in ("measure", "unit")}
    yield from ["slow"] * any("annual_ceiling" in row.values for row in tables["stages"].rows)
    yield from ["running"] * any(
        float(str(row.values.get("operating_cost", 0))) > 0 for row in tables["programmes"].rows
    )
    yield from ["floors"] * bool("floors" in tables and tables["floors"].rows)
    yield from ["elsewhere"] * any(value == 0 for row in tables["siting"].rows for value in row.values.values())


def rule(measure: str, relation: str, value: float, unit: str, **more: Any) -> dict[str, Any]:
    return {"measure": measure, "relation": relation, "value": value, "unit": unit, **more}


CASES: dict[str, Changes] = {
    "an_industry_without_a_region": {"siting": {"automotive": {"capital": 0, "yeongnam": 1}}},
    "an_industry_outside_the_initiative": {"industries": {"steel": {"initiative": "no"}}, "rules": {"steel_floor": None}},
    "a_rule_sheet_without_rows": {"rules": {name: None for name in (
        "automotive_cap", "shipbuilding_floor", "steel_floor", "home_appliances_floor", "adoption_floor",
        "scale_up_floor", "ramp_up", "ramp_down", "compute_capital_floor", "compute_yeongnam_floor",
        "power_capital_floor", "power_yeongnam_floor", "data_bank_capital_floor", "data_bank_yeongnam_floor",
        "shipbuilding_people")}},
    "a_shorter_appraisal": {"settings": {"appraisal_end": {"value": 2031}}},
    "no_lag_between_stages": {"stages": {"adoption": {"conversion_lag": 0}, "commercialisation": {"conversion_lag": 0}}},
    "other_instruments": {"stages": {
        "adoption": {"instrument": "equity", "exit_year": 2, "exit_multiple": 1.1},
        "scale_up": {"instrument": "loan", "lending_rate": 0.03, "grace_years": 1, "repayment_years": 2,
                     "annual_loss": 0.05, "loss_recovery": 0.3}}},
    "a_stage_of_another_fund": {"stages": {"scale_up": {"fund": "compute"}}},
    "no_private_money": {"funds": {"axpf": {"private_ratio": 0}}},
    "dear_private_money": {"funds": {"axpf": {"preferred_return": 0.12, "solvency_share": 1.3}}},
    "an_opening_balance": {"funds": {"axpf": {"opening_balance": 3000, "interest": 0.05}}},
    "no_carry_over": {"funds": {"axpf": {"carry_over_limit": 0}}},
    "a_larger_haircut": {"funds": {"axpf": {"receivable_haircut": 0.9, "admin_rate": 0.06}}},
    "a_supervised_track_that_is_short": {"tracks": {"reskilled": {"span": 1, "target": 100000, "capacity_growth": 3}}},
    "an_early_target": {"tracks": {"leaders": {"target": 2800, "target_year": 2027}, "practitioners": {"attrition": 0.3}}},
    "more_money_than_can_be_used": {"appropriations": {"axpf": {"2030": 100000}}},
    "a_shrinking_capacity": {"tracks": {"leaders": {"capacity_growth": 0.3, "attrition": 0.2}}},
    "places_that_grow_although_nobody_fills_them": {"tracks": {
        "reskilled": {"initial_capacity": 1000, "capacity_growth": 3, "target": 20000}}},
    "slow_firms": {"stages": {"adoption": {"annual_ceiling": 0.03}}},
    "firms_as_fast_as_money": {"stages": {s: {"annual_ceiling": None} for s in ("adoption", "commercialisation", "scale_up")}},
    "programmes_that_are_dear_to_run": {"programmes": {"robotics_centre": {"operating_cost": 400}}},
    "private_money_redeemed_at_once": {"funds": {"axpf": {"redemption_years": 0}}},
    "a_floor_under_net_benefit": {"floors": [{"indicator": "net_benefit", "at_least": -8.55}]},
    "amount_of_commitment": {"rules": [rule("commitment", ">=", 1200, "amount", industry="steel")]},
    "amount_each_year": {"rules": [rule("commitment", "<=", 300, "amount", region="yeongnam", each_year="yes")]},
    "amount_of_investment": {"rules": [rule("investment", "=", 3000, "amount", stage="scale_up, commercialisation")]},
    "amount_of_trainees": {"rules": [rule("trainees", "<=", 10000, "amount", track="reskilled", industry="automotive", to=2029)]},
    "amount_of_outlay": {"rules": [rule("outlay", ">=", 800, "amount", programme="data_bank", to=2028)]},
    "amount_of_spending": {"rules": [rule("spending", "<=", 2000, "amount", industry="automotive")]},
    "share_of_spending": {"rules": [rule("spending", "<=", 0.015, "share", stage="adoption")]},
    "growth_of_spending": {"rules": [rule("spending", "<=", 0.1, "growth", task="autonomous_manufacturing")]},
    "appropriation_share_of_commitment": {"rules": [rule("commitment", "<=", 0.01, "appropriation_share", task="design")]},
    "appropriation_share_of_investment": {"rules": [
        rule("investment", ">=", 0.06, "appropriation_share", stage="scale_up", each_year="no", **{"from": 2028})]},
    "appropriation_share_of_outlay": {"rules": [
        rule("outlay", ">=", 0.2, "appropriation_share", programme="frontier_model,data_bank,fdcc", to=2026)]},
    "appropriation_share_of_spending": {"rules": [
        rule("spending", "<=", 0.12, "appropriation_share", stage="adoption,commercialisation", each_year="yes")]},
    "share_of_commitment": {"rules": [rule("commitment", "<=", 0.1, "share", task="design", **{"from": 2028})]},
    "share_of_investment": {"rules": [rule("investment", ">=", 0.5, "share", region="capital", each_year="yes")]},
    "share_of_trainees": {"rules": [rule("trainees", "<=", 0.01, "share", industry="automotive", track="leaders,reskilled")]},
    "share_of_outlay": {"rules": [rule("outlay", "<=", 0.2, "share", region="yeongnam", programme="data_bank,robotics_centre")]},
    "growth_of_commitment": {"rules": [rule("commitment", ">=", 0.2, "growth", industry="automotive")]},
    "growth_of_investment": {"rules": [rule("investment", "=", 0.05, "growth", **{"from": 2027, "to": 2029})]},
    "growth_of_trainees": {"rules": [rule("trainees", "<=", 0.28, "growth", track="leaders")]},
    "growth_of_outlay": {"rules": [rule("outlay", "<=", -0.2, "growth", programme="frontier_model,data_bank")]},
    "soft_at_least": {"rules": [rule("commitment", ">=", 12000, "amount", industry="steel", penalty=1e-5)]},
    "soft_at_most": {"rules": [rule("commitment", "<=", 300, "amount", region="capital", penalty=1e-5, each_year="yes")]},
    "soft_equal_from_below": {"rules": [rule("commitment", "=", 15000, "amount", stage="adoption", penalty=1e-4)]},
    "soft_equal_from_above": {"rules": [rule("commitment", "=", 10, "amount", stage="adoption", penalty=1e-4)]},
    "soft_share": {"rules": [rule("trainees", ">=", 0.6, "share", industry="steel", track="leaders", penalty=1e-5)]},
    "a_penalty_out_of_all_proportion": {"rules": [
        rule("commitment", "<=", 0.3, "share", industry="automotive", penalty=1e6)]},
    "soft_spending": {"rules": [rule("spending", "<=", 1000, "amount", industry="automotive", penalty=1e-5)]},
    "soft_appropriation_share": {"rules": [
        rule("commitment", ">=", 0.4, "appropriation_share", industry="steel", penalty=1e-5)]},
    "soft_growth": {"rules": [rule("outlay", ">=", 0.5, "growth", programme="frontier_model", penalty=1e-5)]},
}  # fmt: skip


@cache
def unchanged() -> float:
    found = independent_optimum(small_baseline(), {"production": 1.0})
    assert isinstance(found, float)
    return found


@pytest.mark.parametrize("name", CASES)
def test_both_models_agree_on_a_case_that_matters(name: str) -> None:
    tables, weights = small_baseline(CASES[name]), {"production": 1.0}
    first, second = own_optimum(tables, weights), independent_optimum(tables, weights)
    assert agree(first, second), (first, second)
    assert isinstance(first, float)
    assert not math.isclose(first, unchanged(), rel_tol=1e-6)


@pytest.mark.parametrize("task", ["design", "autonomous_manufacturing"])
def test_both_models_agree_on_fewer_tasks(task: str) -> None:
    tables, weights = small_baseline(tasks=(task,)), {"value_added": 1.0}
    first, second = own_optimum(tables, weights), independent_optimum(tables, weights)
    assert isinstance(first, float)
    assert agree(first, second), (first, second)
