"""Benefit and cost by hand, in all four ways of counting, and what is worth the same told in other places."""

from __future__ import annotations

from typing import Any

import pytest

from axplan.inputs.parameters import build_inputs
from axplan.plan.appraisal import CONVENTIONS, HEADLINE, yearly_flows
from axplan.plan.optimise import optimise
from axplan.plan.result import Plan
from small_baseline import small_baseline
from tiny import tiny_inputs

CHANGES: dict[str, Any] = {
    "settings": {"social_discount_rate": 0.25, "appraisal_end": 2028},
    "industries": {"cars": {"value_added_rate": 0.4, "value_added_inducement": 0.5}},
    "stages": {"scale_up": None},
    "tracks": {"reskilled": {"target": 40, "target_year": 2026}},
    "programmes": {"data": {
        "cost": 20.0, "private_match": 1.0, "annual_ceiling": 0.5, "minimum_progress": 1.0, "operating_cost": 4.0,
    }},
    "funds": {"main": {"admin_rate": 0.1}},
    "appropriations": {"main": {2026: 40.7, 2027: 7.7}},
}  # fmt: skip
"""Half of the programme is built in each year: 5 억원 of public and 5 of private money. Of 40.7 억원 in 2026, 1.1 × (2 + 5)
go to 40 trainees and the programme, so that 33 / 1.1 = 30 are committed; 7.7 in 2027 are 1.1 × (5 + 4 × 0.5), the outlay and
what half a programme costs to run. After the plan it costs 4 a year."""


@pytest.fixture(scope="module")
def plan() -> Plan:
    return optimise(tiny_inputs(**CHANGES), measured=False).plan


def test_the_flows_go_on_after_the_plan_with_effects_and_running_costs_alone(plan: Plan) -> None:
    flows = yearly_flows(plan.inputs, plan.frames).set_index("year")
    assert list(flows["discount_factor"]) == pytest.approx([1, 0.8, 0.64])
    assert list(flows["benefit"]) == pytest.approx([12, 12, 12])  # 0.4 × 30 of output a year
    assert list(flows["initiative"]) == pytest.approx([30, 0, 0])  # 0.5 × (30 + 30)
    assert list(flows["workforce"]) == pytest.approx([4, 0, 0])  # 40 × 0.1, the half of the employers too
    assert list(flows["programmes"]) == pytest.approx([10, 10, 0])
    assert list(flows["running"]) == pytest.approx([0, 2, 4])
    assert list(flows["administration"]) == pytest.approx([3.7, 0.7, 0])  # a tenth of 30 + 2 + 5, and of 5 + 2


@pytest.mark.parametrize(("convention", "benefit", "initiative"), [
    ("own_additional", 0.4 * 30 * 2.44, 30),
    ("own_whole", 0.4 * 30 * 2.44, 60),
    ("induced_additional", 0.5 * 30 * 2.44, 30),
    ("induced_whole", 0.5 * 30 * 2.44, 60),
])  # fmt: skip
def test_benefit_and_cost_by_hand_in_all_four_ways(
    plan: Plan, convention: str, benefit: float, initiative: float
) -> None:
    """1 + 0.8 + 0.64 = 2.44; programmes 10 + 8, running costs 2 × 0.8 + 4 × 0.64, administration 3.7 + 0.7 × 0.8."""
    row = plan.frames["appraisal"].set_index("convention").loc[convention]
    assert row["worth"] == pytest.approx(benefit)
    costs = [initiative, 4, 18, 4.16, 4.26]
    names = ["initiative", "workforce", "programmes", "running", "administration"]
    assert list(row[names]) == pytest.approx(costs)
    assert row["cost"] == pytest.approx(sum(costs))
    assert row["npv"] == pytest.approx(benefit - sum(costs))
    assert row["benefit_cost_ratio"] == pytest.approx(benefit / sum(costs))


def test_the_headline_comes_first_and_is_the_indicator(plan: Plan) -> None:
    frame = plan.frames["appraisal"]
    assert list(frame["convention"]) == [c.name for c in CONVENTIONS]
    assert frame["convention"][0] == HEADLINE.name == "own_additional"
    assert plan.indicators["net_benefit"] == pytest.approx((0.4 * 30 * 2.44 - 60.42) / 10_000)


def test_the_objective_net_benefit_is_the_net_present_value_of_the_headline() -> None:
    by_hand = {**CHANGES, "rules": {"given": {"relation": "=", "value": 30.0}}}
    for x in (tiny_inputs(**by_hand), build_inputs(small_baseline())):
        plan = optimise(x, "net_benefit", measured=False).plan
        assert plan.value == pytest.approx(plan.frames["appraisal"]["npv"][0] / 10_000, rel=1e-9)
        assert plan.value == pytest.approx(plan.indicators["net_benefit"], rel=1e-12)


def test_spending_has_its_own_one_off_effect_of_which_the_stages_count_what_is_additional(plan: Plan) -> None:
    frame = plan.frames["expenditure_effect"].set_index("name")
    # 0.5 of 60 invested; 4 of training; 20 of outlay and 2 of running costs during the plan; each induces 1.5 of output.
    assert frame["spending"].to_dict() == pytest.approx({"adoption": 30, "reskilled": 4, "data": 22})
    assert frame["effect"].to_dict() == pytest.approx({"adoption": 45, "reskilled": 6, "data": 33})


def test_a_plan_that_spends_nothing_has_no_ratio() -> None:
    nothing = optimise(tiny_inputs(appropriations={"main": {2026: 0, 2027: 0}}), measured=False).plan
    row = nothing.frames["appraisal"].iloc[0]
    assert (row["cost"], row["npv"]) == (0, 0)
    assert row["benefit_cost_ratio"] != row["benefit_cost_ratio"]
