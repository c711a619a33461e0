"""What a plan is worth: 10 억원 of adoption in segment 1 in 2026 add 10 억원 of output in 2026 and again in 2027."""

from collections.abc import Mapping
from typing import Any

import pytest

from axplan.formulation import build_model
from axplan.formulation.compile import compile_model
from axplan.solver import Solution, solve
from solved_cases import ADOPTION, ONE_STAGE, SCALE_UP, best, money
from tiny import tiny_inputs

TEN = {"stages": ONE_STAGE, "appropriations": money(10)}


def plan(weights: Mapping[str, float], charge_penalties: bool = True, **changes: Any) -> Solution:
    return solve(compile_model(build_model(tiny_inputs(**{**TEN, **changes}), weights, charge_penalties)))


@pytest.mark.parametrize(
    ("valuation", "worth"),
    [
        # 20 억원 of output over the two years
        ("production", 20 * 2.0 / 10_000),  # 조원
        ("output", 20 * 1.5 / 10_000),  # 조원
        ("value_added", 20 * 0.5 / 10_000),  # 조원
        ("employment", 20 * 10.0 / 10),  # 10 persons per 10억원: 20 person-years
        ("exports", 20 * 2.0 / 10_000),  # 2 bn USD of exports per 10,000 억원 of production
    ],
)
def test_an_indicator_is_reported_in_its_own_unit(valuation: str, worth: float) -> None:
    assert plan({valuation: 1.0}).objective == pytest.approx(worth)


def test_a_weighted_objective_adds_its_indicators() -> None:
    # 20 억원 of output: 0.004 조원 of production and 20 person-years
    assert plan({"production": 250.0, "employment": 0.05}).objective == pytest.approx(250 * 0.004 + 0.05 * 20)


def test_weights_decide_which_industry_is_chosen() -> None:
    # ships: half the production per 억원 of output, three times the employment
    ships = {"production_inducement": 1.0, "employment_inducement": 30.0}
    changes: dict[str, Any] = {"industries": {"ships": ships}}
    chosen = {
        name: {index[0] for index, amount in plan(weights, **changes).values("commitment").items() if amount > 0}
        for name, weights in {"production": {"production": 1.0}, "employment": {"employment": 1.0}}.items()
    }
    assert chosen == {"production": {"cars"}, "employment": {"ships"}}


def test_later_effects_are_discounted_to_the_first_year() -> None:
    # 10 × 2 × (1 + 1 ÷ 1.25)
    assert best(**TEN, settings={"social_discount_rate": 0.25}) == pytest.approx(20 * 1.8)


def test_an_effect_that_grows_with_age_and_fades_after_maturity_is_counted_until_the_end_of_the_appraisal() -> None:
    # 0 in 2026, half in 2027, all in 2028, then 0.8 and 0.64: 10 × 2 × 2.94. After 2030 nothing counts
    changes = {
        "settings": {"appraisal_end": 2030, "effect_depreciation": 0.2},
        "effect_profile": {"adoption": {"age_0": 0.0, "age_1": 0.5, "age_2": 1.0}},
    }
    assert best(**TEN, **changes) == pytest.approx(20 * (0.5 + 1 + 0.8 + 0.64))


def test_money_whose_effect_is_only_the_loss_of_the_first_year_is_not_spent() -> None:
    # −0.5 in the year of the commitment, 1 in the next: 0.5 for 2026, −0.5 for 2027
    changes = {"effect_profile": {"adoption": {"age_0": -0.5, "age_1": 1.0}}}
    solution = plan({"production": 1.0}, **changes, appropriations=money(10, 10))
    assert solution.objective * 10_000 == pytest.approx(10 * 2 * 0.5)
    assert sum(c for index, c in solution.values("commitment").items() if index[-1] == 2027) == pytest.approx(0)


@pytest.mark.parametrize(
    ("changes", "worth"),
    [
        ({"stages": {**ONE_STAGE, "adoption": {"additionality": 1.0}}}, 80),
        ({"stages": {**ONE_STAGE, "adoption": {"effect_share": 1.0}}}, 80),
        ({"stages": {**ONE_STAGE, "adoption": {"cost_share": 1.0}}}, 20),
        ({"tasks": {"design": {"uplift": 0.06}}}, 60),
        ({"tasks": {"design": {"cost_intensity": 0.02}}}, 80),
        ({"effectiveness": {"design": {"cars": 1.5}}}, 60),
        ({"regions": {"north": {"investment_cost": 2.0}}}, 20),
        ({"industries": {"cars": {"production": 5.0}}}, 40),  # the whole is larger, not what a won does in it
        ({"segments": {("adoption", 1): {"cost_multiplier": 0.5}}}, 80),
    ],
)
def test_each_parameter_of_the_effect_counts_as_the_formula_says(changes: dict[str, Any], worth: float) -> None:
    assert best(**{**TEN, **changes}) == pytest.approx(worth)


def test_what_a_won_is_worth_in_each_stage_segment_and_year() -> None:
    arrays = compile_model(build_model(tiny_inputs(), {"production": 1.0}))
    worth = {index: cost * 10_000 for index, cost in arrays.columns["commitment"].named(arrays.cost).items()}
    by_year = {(1, 2026): 4.0, (1, 2027): 2.0, (2, 2026): 2.0, (2, 2027): 1.0}
    assert worth == pytest.approx({(*path, g, t): by_year[g, t] for path in (ADOPTION, SCALE_UP) for g, t in by_year})
    others = [name for name in arrays.columns if name != "commitment"]  # totals have no worth of their own
    assert all(not any(arrays.columns[name].named(arrays.cost).values()) for name in others)


PROFITABLE = {"industries": {"cars": {"value_added_rate": 0.8}}}


def net_benefit(**changes: Any) -> float:
    """The optimum of net_benefit in 억원."""
    return plan({"net_benefit": 1.0}, **changes).objective * 10_000


def test_net_benefit_is_own_value_added_less_what_is_additional_of_the_investment() -> None:
    # 10 억원 of public and 10 of private money, half of it additional, cost 10; 20 억원 of output are worth 16
    assert net_benefit(**PROFITABLE) == pytest.approx(16 - 10)
    assert net_benefit() == pytest.approx(0)  # a quarter of 20 is 5: nothing is spent, and nothing lost
    # in 2027 a won brings 0.8 and costs 1: not spent
    assert net_benefit(**PROFITABLE, appropriations=money(0, 10)) == pytest.approx(0)


def test_net_benefit_pays_for_training_programmes_their_running_and_administration_year_by_year() -> None:
    # discounted by 1, 0.8, 0.64 and 0.512 (2026 to 2029). The programme: 10 억원 in each year, half of it private: 10 + 8.
    # Running it: 10 × 0.1 in 2027, 10 × 0.2 in 2028 and 2029: 0.8 + 1.28 + 1.024. 100 people at 0.1 each, in full, as
    # late as possible: 8. Administration, a quarter of what the fund uses in the plan: 5 in 2026; 5 + 5 + 1 in 2027.
    cost = 18 + 3.104 + 8 + 0.25 * (5 + 0.8 * 11)
    # Value added of half of the output: a won of 2026 brings 0.5 × 2.952 and costs 1 + 0.25; one of 2027 brings
    # 0.976 and costs 0.8 × 1.25, one of the dear segment half of that: 50 억원 in 2026
    worth = 50 * (0.5 * 2.952 - 1.25)
    needed = {"minimum_progress": 0.2, "annual_ceiling": 0.1, "private_match": 1.0, "operating_cost": 10.0}
    case: dict[str, Any] = {
        "settings": {"appraisal_end": 2029, "social_discount_rate": 0.25},
        "programmes": {"data": needed}, "tracks": {"reskilled": {"target": 100}}, "funds": {"main": {"admin_rate": 0.25}},
        "industries": {"cars": {"value_added_rate": 0.5}}, "appropriations": money(1000, 1000),
    }  # fmt: skip
    assert net_benefit(**case) == pytest.approx(worth - cost)
    assert net_benefit(**{**case, "industries": {}}) == pytest.approx(-cost)  # a quarter: nothing else is spent


def test_a_weighted_objective_may_hold_net_benefit() -> None:
    # 10 억원 bring 40 of production and 5 − 10 of net benefit
    assert plan({"production": 1.0, "net_benefit": 2.0}).objective * 10_000 == pytest.approx(40 - 2 * 5)


def test_penalties_can_be_left_out_of_the_objective() -> None:
    rules = {"cap": {"value": 4, "penalty": 1e-4}}  # 6 too many at 1 억원 each
    assert plan({"production": 1.0}, rules=rules).objective * 10_000 == pytest.approx(40 - 6)
    assert plan({"production": 1.0}, charge_penalties=False, rules=rules).objective * 10_000 == pytest.approx(40)
