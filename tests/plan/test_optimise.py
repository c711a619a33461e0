"""Inputs → certified plan: the baseline's known turning points, and what is said when there is no plan."""

from __future__ import annotations

import dataclasses

import pytest

from axplan.core.errors import Infeasible, InputError
from axplan.formulation import build_model
from axplan.formulation.compile import compile_model
from axplan.inputs.objective import Objective, single
from axplan.inputs.parameters import Inputs, build_inputs
from axplan.plan import certificate
from axplan.plan import result as plan
from axplan.plan.optimise import Timings, optimise
from axplan.solver import solve
from axplan.workbook.baseline import baseline_tables
from tiny import tiny_inputs

NO_MONEY = {"main": {2026: 10, 2027: 10}}
BASELINE_PRODUCTION = 26.1791919


@pytest.fixture(scope="module")
def baseline() -> Inputs:
    return build_inputs(baseline_tables())


def with_axpf_times(x: Inputs, factor: float) -> Inputs:
    money = {(f, t): amount * (factor if f == "axpf" else 1) for (f, t), amount in x.appropriations.value.items()}
    return dataclasses.replace(x, appropriations=dataclasses.replace(x.appropriations, value=money))


def without_rule(x: Inputs, name: str) -> Inputs:
    kept = tuple(rule for rule in x.rules.rule if rule != name)
    return dataclasses.replace(x, rules=dataclasses.replace(x.rules, rule=kept))


def production(x: Inputs) -> float:
    return solve(compile_model(build_model(x, {"production": 1.0}))).objective


def test_three_tenths_of_the_fund_cannot_train_the_people_asked_for(baseline: Inputs) -> None:
    with pytest.raises(Infeasible) as caught:
        optimise(with_axpf_times(baseline, 0.3), single("production"))
    named = " ".join(group.en for group in caught.value.groups)
    assert "fund_balance[axpf]" in named
    assert "target[reskilled]" in named
    assert "KRW 1,350 bn" in named  # 0.3 × 4.5조원
    assert all(group.ko != group.en for group in caught.value.groups)


@pytest.mark.slow
def test_seven_tenths_of_the_fund_are_too_little_and_three_quarters_are_enough(baseline: Inputs) -> None:
    with pytest.raises(Infeasible):
        production(with_axpf_times(baseline, 0.7))
    assert production(with_axpf_times(baseline, 0.75)) > 0


@pytest.mark.slow
def test_from_half_as_much_again_nothing_more_can_be_absorbed(baseline: Inputs) -> None:
    assert production(with_axpf_times(baseline, 1.5)) == pytest.approx(30.837, abs=1e-3)
    assert production(with_axpf_times(baseline, 2.0)) == pytest.approx(30.837, abs=1e-3)


@pytest.mark.parametrize(
    ("rule", "worth"), [("automotive_cap", 0.478), ("ramp_up", 0.008), ("shipbuilding_people", 0.0)]
)
def test_what_leaving_a_rule_out_is_worth(baseline: Inputs, rule: str, worth: float) -> None:
    assert production(without_rule(baseline, rule)) - BASELINE_PRODUCTION == pytest.approx(worth, abs=1e-3)


def test_a_plan_comes_with_a_certificate_and_the_time_of_each_phase() -> None:
    timings = Timings()
    made = optimise(tiny_inputs(), single("production"), timings)
    assert made.certificate.ok
    assert made.plan.value == pytest.approx(0.06)
    assert set(timings.seconds) == {
        "build",
        "solve",
        "ties",
        "extract",
        "certify",
        "yardsticks",
        "without",
        "completion",
        "prices",
        "sensitivity",
    }


def test_a_weighted_plan_knows_the_best_value_of_each_indicator() -> None:
    made = optimise(tiny_inputs(), Objective({"production": 3.0, "employment": 1.0}))
    alone = {v: optimise(tiny_inputs(), single(v)).plan.value for v in ("production", "employment")}
    assert made.plan.best == pytest.approx(alone)
    assert made.plan.value == pytest.approx(4.0)  # one industry: both are at their best together


def test_an_indicator_that_cannot_rise_above_zero_cannot_be_weighted() -> None:
    with pytest.raises(InputError) as caught:
        optimise(tiny_inputs(industries={"cars": {"exports": 0}}), Objective({"production": 1.0, "exports": 1.0}))
    assert "exports" in caught.value.problems[0].line("en")


def test_where_nothing_can_be_named_nothing_is_promised(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("axplan.plan.optimise.conflicting_requirements", lambda _: {})
    with pytest.raises(Infeasible) as caught:
        optimise(tiny_inputs(tracks={"reskilled": {"target": 1500}}, appropriations=NO_MONEY), single("production"))
    assert caught.value.lines("en") == ["No plan satisfies all requirements together."]


def test_plan_and_certificate_look_at_every_variable_of_the_model() -> None:
    arrays = compile_model(build_model(tiny_inputs(), {"production": 1.0}))
    assert set(plan.VARIABLES) == set(certificate.VARIABLES) == set(arrays.columns)


@pytest.mark.slow
def test_the_price_of_an_appropriation_lies_between_what_one_less_costs_and_one_more_brings(baseline: Inputs) -> None:
    made = optimise(baseline, single("production"))
    prices = made.plan.frames["ledger"].set_index(["fund", "year"])["appropriation_price"]
    worth = {}
    for by in (-1.0, 1.0):
        money = {**baseline.appropriations.value, ("axpf", 2026): baseline.appropriations["axpf", 2026] + by}
        changed = dataclasses.replace(
            baseline, appropriations=dataclasses.replace(baseline.appropriations, value=money)
        )
        worth[by] = (production(changed) - made.plan.value) / by
    assert worth[1.0] - 1e-9 <= prices["axpf", 2026] <= worth[-1.0] + 1e-9


def test_what_completion_costs_does_not_depend_on_the_size_of_a_penalty() -> None:
    """The programme must be half done, 50 억원 of 1,000; without that nothing is spent on it, and nothing is lost."""
    soft = {"more": {"relation": ">=", "value": 400.0, "penalty": 100.0}}
    made = optimise(tiny_inputs(programmes={"data": {"minimum_progress": 0.5}}, rules=soft), single("production"))
    found = made.plan.completion
    assert found is not None
    assert found.free == pytest.approx(made.plan.value)
    assert (found.cost, found.outlay) == (0.0, pytest.approx(0.0, abs=1e-6))
