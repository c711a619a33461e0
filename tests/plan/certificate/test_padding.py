"""Money above the cheapest order of the same depth, worked out by hand, and the rules that make it pay.

In the tiny case 1 억원 buys a depth of 0.01 in segment 1 and of 0.005 in segment 2, and each segment is half of a stage:
half a stage takes 50 억원, the whole 150.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from functools import cache
from typing import Any

import pytest

from axplan.formulation import build_model
from axplan.formulation.compile import compile_model
from axplan.inputs.objective import single
from axplan.inputs.parameters import Inputs, build_inputs
from axplan.plan.certificate.padding import MUCH, Padding, padding
from axplan.plan.certificate.values import VARIABLES, indices
from axplan.plan.optimise import optimise
from axplan.plan.result import Plan
from axplan.solver import solve
from axplan.workbook.baseline import baseline_tables
from solved_cases import ADOPTION, ONE_STAGE, SCALE_UP
from tiny import tiny_inputs

Spent = Mapping[tuple[int, int], float]
"""(segment, year) → 억원 of adoption"""


def of_adoption(spent: Spent, duals: Mapping[Any, float] | None = None, worth: float = 1.0, **changes: Any) -> Padding:
    """The padding of a plan that commits this to adoption and nothing else."""
    x = tiny_inputs(**changes)
    initial = x.stages.initial_depth
    values = {name: dict.fromkeys(index, 0.0) for name, index in indices(x).items()}
    values["depth"] = {index: initial[index[3]] for index in values["depth"]}
    for (g, year), amount in spent.items():
        values["commitment"][(*ADOPTION, g, year)] += amount
        for t in x.years:
            bought = x.depth_per_won[(*ADOPTION, g)] * amount
            values["depth"][(*ADOPTION, t)] += bought if t >= year else 0.0
    return padding(x, values, duals or {}, worth)


@pytest.mark.parametrize(
    ("spent", "end", "ahead"),
    [
        ({(1, 2026): 30.0}, 0, 0),
        ({(1, 2026): 50.0, (2, 2027): 40.0}, 0, 0),
        # a depth of 0.15 for 30 while 15 would have bought it
        ({(2, 2026): 30.0}, 15, 0),
        ({(2, 2027): 30.0}, 15, 0),
        # the dear half first for 100, where 50 would do; the cheap half a year later, and all of it costs 150
        ({(2, 2026): 100.0, (1, 2027): 50.0}, 0, 50),
        # a depth of 0.7 in the end: 120 where 50 + 40 would do; 50 too much a year earlier
        ({(2, 2026): 100.0, (1, 2027): 20.0}, 30, 20),
        # 10 too much in 2026 and as much again in 2027: all of it is there at the end
        ({(2, 2026): 20.0, (2, 2027): 20.0}, 20, 0),
    ],
)
def test_what_is_above_the_cheapest_order_is_counted_at_the_end_and_ahead_of_time(
    spent: Spent, end: float, ahead: float
) -> None:
    found = of_adoption(spent)
    assert (found.end, found.ahead) == (pytest.approx(end), pytest.approx(ahead))
    assert found.commitments == pytest.approx(sum(spent.values()))
    assert found.share == pytest.approx((end + ahead) / sum(spent.values()))
    assert found.paths == ({ADOPTION: (pytest.approx(end), pytest.approx(ahead))} if end + ahead else {})


def test_depth_that_was_there_before_the_plan_has_taken_no_step() -> None:
    # 0.3 is there and 0.2 is bought, all in the first step
    assert of_adoption({(1, 2026): 20.0}, stages={"adoption": {"initial_depth": 0.3}}).paths == {}


def test_the_widths_and_multipliers_are_those_of_the_stage() -> None:
    # adoption: 0.2 for 20, then 100 for each unit of depth more, times 4: the dear step is 4 times as dear as the cheap one
    steps = {("adoption", 1): {"width": 0.2}, ("adoption", 2): {"width": 0.8, "cost_multiplier": 4.0}}
    found = of_adoption({(2, 2026): 100.0}, segments=steps)  # 0.25, which 20 + 0.05 · 400 = 40 would have bought
    assert found.paths == {ADOPTION: (pytest.approx(60), 0.0)}


@pytest.mark.parametrize(("above", "none"), [(1e-7, True), (1e-3, False)])
def test_rounding_is_no_padding(above: float, none: bool) -> None:
    assert (of_adoption({(1, 2026): 30.0 - above, (2, 2026): 2 * above}).paths == {}) is none


def test_more_than_a_hundredth_of_all_commitments_is_much() -> None:
    for commitments, much in ((10_000.0, False), (999.0, True), (0.0, False)):
        found = Padding({ADOPTION: (6.0, 2.0), SCALE_UP: (1.0, 1.0)} if commitments else {}, commitments, ())
        assert found.is_much is much
    assert Padding({}, 0.0, ()).share == 0.0


RULES: dict[str, Any] = {
    "share": {"industry": "cars", "unit": "share", "value": 1.0},
    "growth": {"unit": "growth", "value": 1.0},
    "whole": {"measure": "spending", "value": 500.0, "each_year": "yes"},
    "people": {"measure": "trainees", "value": 500.0},
    "works": {"measure": "outlay", "value": 500.0},
}


def test_rules_on_money_that_have_a_price_are_named_the_dearest_first() -> None:
    duals = {
        ("share", "all"): 1e-3, ("growth", 2027): 0.0, ("whole", 2026): 1e-4, ("whole", 2027): -2e-3,
        ("people", "all"): 1.0, ("works", "all"): 1.0,
    }  # fmt: skip
    assert of_adoption({(2, 2026): 30.0}, duals, rules=RULES).rules == (("whole", 2e-3), ("share", 1e-3))


def test_a_price_that_is_rounding_is_none() -> None:
    for price, named in ((1e-13, ()), (1e-6, (("share", 1e-6),))):
        assert of_adoption({(2, 2026): 30.0}, {("share", "all"): price}, worth=10.0, rules=RULES).rules == named


# made by the model


CARS_AND_SHIPS: dict[str, Any] = {
    "stages": ONE_STAGE, "industries": {"ships": {"production_inducement": 0.001}},
    "tasks": {"design": {"ceiling": 0.5}},
}  # fmt: skip
"""Cars are worth 2000 times as much as ships. Each can take 50 억원 for half of adoption, or 100 in the dear step."""


@cache
def planned(value: float) -> Plan:
    """The best plan in which at most a share of all commitments goes to cars."""
    rules = {"cap": {"industry": "cars", "unit": "share", "value": value}}
    return optimise(tiny_inputs(**CARS_AND_SHIPS, rules=rules), single("production"), compared=False).plan


def test_a_share_of_an_endogenous_total_makes_it_pay_to_burn_money() -> None:
    # at most 0.3: 100 for ships, all in the dear step, leave 100 · 0.3 ÷ 0.7 for cars; a won more is worth 4 ÷ 0.7
    found = planned(0.3).padding
    assert found is not None
    assert found.paths == {("ships", "north", "design", "adoption"): (pytest.approx(50), pytest.approx(0, abs=1e-6))}
    assert found.commitments == pytest.approx(100 / 0.7)
    assert found.share == pytest.approx(0.35)
    assert found.is_much
    assert [name for name, _ in found.rules] == ["cap"]
    assert found.rules[0][1] == pytest.approx(4 / 0.7 / 1e4, rel=1e-2)  # ships in the dear step are worth a little less


def test_a_cap_that_does_not_bind_burns_nothing() -> None:
    found = planned(0.5).padding
    assert found is not None
    assert (found.paths, found.is_much) == ({}, False)


def test_a_ceiling_of_growth_makes_it_pay_to_spend_more_than_needed_in_the_year_before() -> None:
    """Growth of 0: what is spent in 2027 is at most what is spent in 2026. In 2026 the ceiling is 0.1, which takes 10, or
    20 in the dear step; a programme raises it for 2027. 20 in the cheap step then bring the depth to 0.3, for 40 where 30
    would do; the 10 too much are spent in 2026 and stay."""
    x: Inputs = tiny_inputs(
        stages=ONE_STAGE, tasks={"design": {"ceiling": 0.1}}, unlocks={"data": {"design": 0.4}},
        rules={"steady": {"unit": "growth", "value": 0.0}},
    )  # fmt: skip
    found = optimise(x, single("production"), compared=False).plan.padding
    assert found is not None
    assert found.paths == {ADOPTION: (pytest.approx(10), pytest.approx(0, abs=1e-6))}
    assert [name for name, _ in found.rules] == ["steady"]


def test_the_order_of_equally_good_plans_is_the_cheap_one_first() -> None:
    """Two years' money is more than adoption takes: nothing makes it pay to buy dear steps early."""
    made = optimise(tiny_inputs(), single("production"), compared=False).plan
    assert made.padding is not None
    assert made.padding.paths == {}


def of_the_baseline(**changes: Any) -> Padding:
    """The padding of the optimum of the baseline, with other values of the rule automotive_cap."""
    x = build_inputs(baseline_tables())
    replaced: dict[str, Any] = {
        name: {**getattr(x.rules, name), "automotive_cap": value} for name, value in changes.items()
    }
    x = dataclasses.replace(x, rules=dataclasses.replace(x.rules, **replaced))
    solution = solve(compile_model(build_model(x, {"production": 1.0})))
    values = {name: solution.values(name) for name in VARIABLES}
    return padding(x, values, solution.duals("rule_limit"), solution.objective)


@pytest.mark.slow
def test_the_baseline_is_hardly_padded() -> None:
    """The ceiling of growth makes it pay to buy dear steps in 2026 while cheap ones are free until 2029, for more in 2026
    allows more in 2027 (without ramp_up there is no padding); nothing is above the cheapest order at the end."""
    found = of_the_baseline()
    assert found.end == 0
    assert found.ahead == pytest.approx(145.7, abs=0.05)
    assert found.share == pytest.approx(0.00797, abs=1e-5)
    assert not found.is_much
    assert [name for name, _ in found.rules] == ["automotive_cap", "ramp_up"]


@pytest.mark.slow
def test_half_of_all_commitments_instead_of_a_fifth_of_appropriations_would_burn_money() -> None:
    """Half of commitments to automotive, of a sum that the plan can raise: this is why the rule is one of appropriations."""
    found = of_the_baseline(unit="share", value=0.5)
    assert found.is_much
    assert found.share > 5 * MUCH
    assert found.rules[0][0] == "automotive_cap"
