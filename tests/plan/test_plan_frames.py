"""The plan's frames, worked out by hand from given values: no solver takes part."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from axplan.inputs.objective import single
from axplan.inputs.parameters import Inputs
from axplan.plan.result import VARIABLES, Plan, build_plan
from tiny import EQUITY, tiny_inputs

ADOPTION = ("cars", "north", "design", "adoption")
MAIN_26, MAIN_27 = ("main", 2026), ("main", 2027)


class Given:
    """A solution made of given values; whatever is not given is 0."""

    objective = 0.5

    def __init__(self, x: Inputs, **values: dict[Any, float]) -> None:
        steps = [(i, r, k, s, g, t) for (i, r, k, s, g) in x.depth_per_won for t in x.years]
        people = [(w, i, r, t) for w in x.tracks.track for i, r in x.places for t in x.years]
        funds = [(f, t) for f in x.funds.fund for t in x.years]
        index: dict[str, list[Any]] = {
            "commitment": steps,
            **{name: [(*path, t) for path in x.full_cost for t in x.years] for name in ("depth", "committed")},
            "outlay": [(p, r, t) for p, r in x.sites for t in x.years],
            "progress": [(p, t) for p in x.programmes.programme for t in x.years],
            **dict.fromkeys(("trainees", "stock"), people),
            **dict.fromkeys(("subscription", "lapse", "balance"), funds),
        }
        self.given = {name: dict.fromkeys(index.get(name, []), 0.0) | values.get(name, {}) for name in VARIABLES}
        self.prices = {
            "rule_limit": {(n, "all"): 0.0 for n in x.rules.rule},
            "target": {"reskilled": -0.25},
            "fund_balance": {MAIN_26: 0.125},
        }

    def values(self, variable: str) -> dict[Any, float]:
        return self.given[variable]

    def reduced_costs(self, variable: str) -> dict[Any, float]:
        return self.prices.get(variable, {})

    def duals(self, constraint: str) -> dict[Any, float]:
        return self.prices.get(constraint, {})


@pytest.fixture
def plan() -> Plan:
    """30 억원 committed, 40 people trained and 10 억원 of outlay in 2026; see each test for what follows."""
    return planned(
        settings={"social_discount_rate": 0.1},
        stages={"adoption": {**EQUITY, "exit_multiple": 1.2}},
        programmes={"data": {"private_match": 1.0}},
        funds={"main": {"opening_balance": 20, "interest": 0.1, "admin_rate": 0.1, "preferred_return": 0.05}},
        appropriations={"main": {2026: 100, 2027: 100}},
        tracks={"reskilled": {"target": 50}},
        rules={
            "floor": {"relation": ">=", "value": 25.0},
            "cap": {"relation": "<=", "value": 0.5, "unit": "share", "stage": "adoption"},
            "exact": {"measure": "investment", "relation": "=", "value": 50.0, "penalty": 1.0},
        },
    )  # fmt: skip


def planned(**changes: Any) -> Plan:
    x = tiny_inputs(**changes)
    values: dict[str, dict[Any, float]] = {
        "commitment": {(*ADOPTION, 1, 2026): 30.0},
        "trainees": {("reskilled", "cars", "north", 2026): 40.0},
        "stock": {("reskilled", "cars", "north", 2026): 40.0, ("reskilled", "cars", "north", 2027): 40.0},
        "outlay": {("data", "national", 2026): 10.0},
        "progress": {("data", 2026): 0.2, ("data", 2027): 0.2},
        "subscription": {MAIN_26: 8.0},
        "lapse": {MAIN_26: 3.0},
        "balance": {MAIN_26: 80.8, MAIN_27: 224.48},
    }
    return build_plan(x, single("production"), Given(x, **values))


def only(frame: pd.DataFrame, **where: Any) -> pd.Series:
    for name, value in where.items():
        frame = frame[frame[name] == value]
    assert len(frame) == 1
    return frame.iloc[0]


def test_a_commitment_brings_private_money_depth_and_an_effect(plan: Plan) -> None:
    row = only(plan.frames["commitments"])
    # 1 : 1 private match; 0.01 of depth per 억원; 100 억원 a year for the whole cell.
    assert (row.commitment, row.private, row.investment) == (30, 30, 60)
    assert row.depth == pytest.approx(0.3)
    assert row.mature_effect == pytest.approx(30)


def test_training_costs_are_shared_with_the_employer(plan: Plan) -> None:
    row = only(plan.frames["trainees"], industry="cars", year=2026)
    assert (row.trainees, row.public, row.employer) == pytest.approx((40, 2, 2))  # 0.1 each, half paid by the employer


def test_a_target_is_compared_with_what_was_achieved_in_time(plan: Plan) -> None:
    row = only(plan.frames["targets"])
    assert (row.target, row.achieved, row.trained, row.public, row.shadow_price) == pytest.approx(
        (50, 40, 40, 2, -0.25)
    )
    x = tiny_inputs(tracks={"reskilled": {"target_year": 2026}})
    given = Given(x, trainees={("reskilled", "cars", "north", 2026): 10.0, ("reskilled", "toys", "north", 2027): 5.0})
    row = only(build_plan(x, single("production"), given).frames["targets"])
    assert (row.achieved, row.trained) == (10, 15)


def test_progress_delivers_its_part_of_the_quantity(plan: Plan) -> None:
    assert list(plan.frames["progress"]["delivered"]) == pytest.approx([4, 4])  # 0.2 of 20 sets
    assert only(plan.frames["outlays"], year=2026).private == 10


def test_the_ledger_by_hand(plan: Plan) -> None:
    first, second = (only(plan.frames["ledger"], year=year) for year in (2026, 2027))
    # 2026: 20 + 2 + 100 + 8 = 130; uses 30 + 2 + 10 = 42, administration 4.2, lapse 3, so 80.8 stays.
    assert (first.opening_balance, first.interest, first.appropriation, first.subscription) == (20, 2, 100, 8)
    assert (first.commitment_uses, first.trainee_uses, first.outlay_uses) == (30, 2, 10)
    assert (first.administration, first.preferred_return, first.lapse) == pytest.approx((4.2, 0, 3))
    assert first.shadow_price == 0.125
    # 2027: 80.8 + 8.08 + 100 + 1.2 · 30 = 224.88; preferred return 0.05 · 8 = 0.4, so 224.48 stays.
    assert (second.opening_balance, second.interest, second.recoveries) == pytest.approx((80.8, 8.08, 36))
    assert (second.preferred_return, second.balance) == pytest.approx((0.4, 224.48))


def test_receipts_equal_expenditures_in_every_year(plan: Plan) -> None:
    from axplan.plan.ledger import EXPENDITURES, RECEIPTS

    frame = plan.frames["ledger"]
    assert list(frame[list(RECEIPTS)].sum(axis=1)) == pytest.approx(list(frame[list(EXPENDITURES)].sum(axis=1)))


def test_what_comes_back_after_the_plan_is_a_receivable() -> None:
    later = planned(
        stages={"adoption": {**EQUITY, "exit_year": 3, "exit_multiple": 2.0}}, funds={"main": {"interest": 0.25}}
    )
    rows = later.frames["ledger"]
    assert only(rows, year=2026).receivables == 0
    assert only(rows, year=2027).receivables == pytest.approx(30 * 2 / 1.25**2)  # 2029, two years after the last
    assert rows["recoveries"].sum() == 0


def test_the_path_of_effects_and_its_discounted_worth(plan: Plan) -> None:
    path = plan.frames["effects"]
    assert only(path, stage="adoption", year=2026).direct_effect == pytest.approx(30)
    row = only(path, stage="adoption", year=2027)
    assert row.discount_factor == pytest.approx(1 / 1.1)
    assert row.production == pytest.approx(30 * 2 / 10_000)
    # 30 억원 in both years, the second discounted by 1.1, times the value of one 억원 in each indicator.
    direct = 30 * (1 + 1 / 1.1)
    values = {"production": 2e-4, "output": 1.5e-4, "value_added": 0.5e-4, "employment": 1.0, "exports": 2 / 10_000}
    effects = {v: total for v, total in plan.indicators.items() if v != "net_benefit"}
    assert effects == pytest.approx({v: direct * value for v, value in values.items()})
    assert row.own_value_added == pytest.approx(30 * 0.25e-4)


def test_industries_are_ranked_by_coefficient_and_by_total() -> None:
    both = planned(industries={"toys": {"production": 1, "exports": 1, "production_inducement": 3, "output_inducement": 1,
                                        "value_added_rate": 0.3, "value_added_inducement": 1, "employment_inducement": 1, "initiative": "yes"}})  # fmt: skip
    row = only(both.frames["indicators"], valuation="production", industry="toys")
    assert (row.rank_by_coefficient, row.rank_by_total) == (1, 2)  # worth more per 억원, but nothing is committed there
    row = only(both.frames["indicators"], valuation="output", industry="toys")
    assert row.rank_by_coefficient == 2


def test_benefits_and_costs_by_hand(plan: Plan) -> None:
    items = plan.frames["appraisal"].set_index("convention").loc["own_additional"]
    benefit = 0.25 * 30 * (1 + 1 / 1.1)
    assert items["worth"] == pytest.approx(benefit)
    # additionality 0.5 of 60 invested; 4 of training in full; 10 public and 10 private outlay; 10 % of 42 for administration
    assert tuple(items[["initiative", "workforce", "programmes", "administration"]]) == pytest.approx((30, 4, 20, 4.2))
    assert items["npv"] == pytest.approx(benefit - 58.2)
    assert items["benefit_cost_ratio"] == pytest.approx(benefit / 58.2)
    assert plan.indicators["net_benefit"] == pytest.approx((benefit - 58.2) / 10_000)


def test_what_is_built_costs_money_to_run_from_the_year_after() -> None:
    # a fifth is built by the end of 2026: 0.2 × 50 = 10 억원 in 2027, paid by the fund with 10 % of administration
    running = planned(programmes={"data": {"operating_cost": 50.0}}, funds={"main": {"admin_rate": 0.1}})
    frame = running.frames["running_costs"]
    assert frame[["year", "running_cost"]].to_numpy().tolist() == [[2026, 0], [2027, 10]]
    row = only(running.frames["ledger"], year=2027)
    assert (row.running_uses, row.administration) == pytest.approx((10, 1))


def test_spending_has_its_own_one_off_effect(plan: Plan) -> None:
    frame = plan.frames["expenditure_effect"].set_index("name")
    # half of the 60 invested would have been spent anyway
    assert frame["spending"].to_dict() == pytest.approx({"adoption": 30, "reskilled": 4, "data": 20})
    assert frame["effect"].to_dict() == pytest.approx({"adoption": 45, "reskilled": 6, "data": 30})


def test_rules_show_both_sides_and_the_room_between(plan: Plan) -> None:
    floor, cap, exact = (only(plan.frames["rules"], rule=name) for name in ("floor", "cap", "exact"))
    assert (floor.selected, floor.bound, floor.slack, floor.violation) == (30, 25, 5, 0)
    assert (cap.selected, cap.whole, cap.bound, cap.slack, cap.violation) == (30, 30, 15, -15, 15)
    assert (exact.selected, exact.bound, exact.slack, exact.violation) == (60, 50, -10, 10)


def test_growth_is_compared_with_the_year_before() -> None:
    x = tiny_inputs(rules={"ramp": {"relation": "<=", "value": 0.5, "unit": "growth"}})
    given = Given(x, commitment={(*ADOPTION, 1, 2026): 10.0, (*ADOPTION, 1, 2027): 12.0})
    given.prices["rule_limit"] = {("ramp", 2027): 0.0}
    row = only(build_plan(x, single("production"), given).frames["rules"])
    assert (row.selected, row.bound, row.slack) == (12, 15, 3)


def test_labels_come_from_the_sheet_and_fall_back_on_the_key(plan: Plan) -> None:
    assert plan.label("industries", "cars", "ko") == "자동차"
    assert plan.label("industries", "cars", "en") == "Cars"
    assert plan.label("industries", "unknown", "en") == "unknown"


def test_a_plan_without_programmes_tracks_or_rules_has_empty_frames() -> None:
    x = tiny_inputs(programmes=lambda _: [], unlocks=lambda _: [], tracks=lambda _: [])
    given = Given(x, commitment={(*ADOPTION, 1, 2026): 30.0})
    given.prices["target"] = {}
    bare = build_plan(x, single("production"), given)
    assert [len(bare.frames[name]) for name in ("outlays", "progress", "trainees", "targets", "rules")] == [0] * 5
    assert only(bare.frames["ledger"], year=2026).commitment_uses == 30


def test_an_appropriation_also_lets_in_private_money_and_more_carry_over() -> None:
    x = tiny_inputs(funds={"main": {"private_ratio": 2.0, "carry_over_limit": 0.5}})
    given = Given(x)
    given.prices |= {
        "fund_balance": {MAIN_26: 0.3, MAIN_27: 0.2},
        "carry_over_limit": {MAIN_26: 0.1, MAIN_27: 0.0},
        "subscription": {MAIN_26: 0.25, MAIN_27: -0.4},  # at its upper bound in 2026, at zero in 2027
    }
    frame = build_plan(x, single("production"), given).frames["ledger"]
    assert only(frame, year=2026).appropriation_price == pytest.approx(0.3 + 2 * 0.25 + 0.5 * 0.1)
    assert only(frame, year=2027).appropriation_price == pytest.approx(0.2)
