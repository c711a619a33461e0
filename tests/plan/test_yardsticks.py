"""What simpler plans would be worth: free of rules on the split, in proportion to production, evenly."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from axplan.formulation import build_model
from axplan.formulation.compile import compile_model
from axplan.inputs.objective import single
from axplan.inputs.parameters import Inputs, build_inputs
from axplan.inputs.schema.policy import AMOUNT, AT_MOST, COMMITMENT
from axplan.plan.optimise import CertifiedPlan, optimise
from axplan.plan.rounding.printed import print_plan
from axplan.plan.yardsticks import Yardsticks
from axplan.runs.run_record import result_document
from axplan.solver import solve
from small_baseline import small_baseline
from tiny import tiny_inputs

TOYS = {
    "initiative": "yes", "production": 3.0, "exports": 1.0, "production_inducement": 1.0, "output_inducement": 1.0,
    "value_added_rate": 0.25, "value_added_inducement": 0.5, "employment_inducement": 10.0,
}  # fmt: skip
BOTH = {
    "industries": {"toys": TOYS},
    "effectiveness": [{"task": "design", "cars": 1.0, "toys": 1.0}],
    "appropriations": {"main": {2026: 40, 2027: 0}}, "funds": {"main": {"private_ratio": 0}},
}  # fmt: skip
"""Cars produce 1조원 and are valued at 2, toys 3조원 at 1; 40 억원 to spend, less than the cheap segment of either takes."""

CAP = {"rules": {"cap": {"industry": "cars", "value": 0.5, "unit": "share"}}}


def yardsticks(**changes: object) -> Yardsticks:
    found = optimise(tiny_inputs(**changes), single("production")).plan.yardsticks  # type: ignore[arg-type]
    assert found is not None
    return found


def test_by_hand_three_quarters_go_to_the_industry_with_three_quarters_of_production() -> None:
    """Every 억원 in 2026 brings 1 억원 of output in each of two years: valued at 2 in cars, at 1 in toys. All to cars: 40 × 2 × 2 =
    160 억원. Free of rules on the split that is the plan, so that all commitments are 40, and the ceilings 10 for cars and 30
    for toys: 10 × 4 + 30 × 2 = 100. With the only task no more than all of it, even is the same."""
    found = yardsticks(**BOTH)
    assert found == Yardsticks(*map(pytest.approx, (0.0160, 0.0160, 0.0100, 0.0100, 40.0)), ())  # type: ignore[arg-type]
    assert found.gain_over("proportional") == pytest.approx(0.0060)
    assert found.share(found.gain_over("proportional")) == pytest.approx(0.6 / 1.6)
    assert found.price_of_the_split == 0.0


def test_by_hand_a_cap_on_cars_has_its_price_and_does_not_touch_the_yardsticks() -> None:
    """With half for cars at most, 20 × 4 + 20 × 2 = 120 억원; without the cap 160, as above."""
    found = yardsticks(**BOTH, **CAP)
    assert (found.plan, found.free, found.proportional) == pytest.approx((0.0120, 0.0160, 0.0100))
    assert found.price_of_the_split == pytest.approx(0.0040)
    assert found.left_out == ("cap",)


def test_by_hand_two_tasks_share_evenly() -> None:
    """A second task is worth half as much: 20 억원 each in 2026 bring, within cars 5 and 5, within toys 15 and 15:
    5 × 4 + 5 × 2 + 15 × 2 + 15 × 1 = 75 억원 (ceilings by industry and by task; one region)."""
    tasks = {"tasks": {"sales": {"uplift": 0.02}}, "effectiveness": {"sales": {"cars": 1.0, "toys": 1.0}}}
    found = yardsticks(**{**BOTH, "effectiveness": [{"task": t, "cars": 1.0, "toys": 1.0} for t in ("design", "sales")]},
                       tasks=tasks["tasks"])  # fmt: skip
    assert (found.free, found.proportional) == pytest.approx((0.0160, 0.0100))
    # cars 10 and toys 30 in all, 20 for each task: the dear pairing is left out, cars with design 10, toys with design 10
    # and with sales 20: 10 × 4 + 10 × 2 + 20 × 1 = 80
    assert found.even == pytest.approx(0.0080)


def test_rules_of_training_and_of_tasks_stay() -> None:
    """Ten people must be trained (5 억원 of 40): 35 × 4 = 140 for the plan and for what is free; 8.75 × 4 + 26.25 × 2 = 87.5."""
    rules = {"people": {"measure": "trainees", "industry": "cars", "relation": ">=", "value": 100, "unit": "amount"}}
    found = yardsticks(**BOTH, rules=rules)
    assert (found.plan, found.free, found.proportional) == pytest.approx((0.0140, 0.0140, 0.00875))
    assert found.left_out == ()


def test_where_a_demand_cannot_be_met_under_the_ceilings_there_is_no_such_plan() -> None:
    """All of 2026's money must go to stage adoption of cars, which the ceiling of a quarter does not allow."""
    rules = {"stage": {"task": "design", "relation": ">=", "value": 39, "unit": "amount", "measure": "commitment"}}
    changes = {
        **BOTH,
        "rules": rules,
        "siting": [{"industry": "cars", "north": 1.0}, {"industry": "toys", "north": 1.0}],
    }
    found = yardsticks(**{**changes, "industries": {"toys": {**TOYS, "production": 0.001}}})
    assert found.proportional is not None  # toys may not take their share of 39, cars take nearly all
    few = yardsticks(**{**changes, "tasks": {"sales": {}},
                        "effectiveness": [{"task": t, "cars": 1.0, "toys": 1.0} for t in ("design", "sales")]})  # fmt: skip
    assert few.even is None  # half of 40 for each task, but 39 are asked for one
    assert few.gain_over("even") is None
    assert few.share(None) is None


@pytest.fixture(scope="module")
def small() -> CertifiedPlan:
    return optimise(build_inputs(small_baseline()), single("production"))


def solved(x: Inputs) -> float:
    return solve(compile_model(build_model(x, {"production": 1.0}))).objective


def with_rules(x: Inputs, kept: tuple[str, ...], added: dict[str, tuple[str, str, float]]) -> Inputs:
    """The inputs with some of their rules, and ceilings: name → (filter, key, value)."""
    rules = {name: dict(value) if hasattr(value, "items") else value for name, value in vars(x.rules).items()}
    rules["rule"] = (*kept, *added)
    for n, (by, key, value) in added.items():
        rules[by][n] = (key,)
        for column, cell in {"measure": COMMITMENT, "relation": AT_MOST, "unit": AMOUNT, "value": value}.items():
            rules[column][n] = cell
        rules["each_year"][n] = False
    return replace(x, rules=replace(x.rules, **rules))


def test_the_yardsticks_are_those_of_models_built_anew(small: CertifiedPlan) -> None:
    x, found = small.inputs, small.plan.yardsticks
    assert found is not None
    kept = tuple(n for n in x.rules.rule if n not in found.left_out)
    assert solved(with_rules(x, kept, {})) == pytest.approx(found.free, rel=1e-9)
    whole, ceilings = sum(x.base.values()), {}
    for position, by in enumerate(("industry", "region")):
        for key in dict.fromkeys(place[position] for place in x.base):
            share = sum(v for place, v in x.base.items() if place[position] == key) / whole
            ceilings[f"{by}_{key}"] = (by, key, share * found.commitments)
    assert solved(with_rules(x, kept, ceilings)) == pytest.approx(found.proportional, rel=1e-8)
    tasks = {f"task_{k}": ("task", k, found.commitments / len(x.tasks.task)) for k in x.tasks.task}
    assert solved(with_rules(x, kept, {**ceilings, **tasks})) == pytest.approx(found.even, rel=1e-8)


def test_gains_and_the_price_of_the_split_are_never_negative(small: CertifiedPlan) -> None:
    found = small.plan.yardsticks
    assert found is not None
    assert found.price_of_the_split >= 0
    assert all((found.gain_over(name) or 0.0) >= 0 for name in ("proportional", "even"))
    same = Yardsticks(1.0, 1.0, 1.0 + 1e-12, 1.0 - 1e-12, 1.0, ())
    assert (same.gain_over("proportional"), same.gain_over("even")) == (0.0, 0.0)


def test_a_plan_that_is_not_compared_has_none() -> None:
    assert optimise(tiny_inputs(**BOTH), single("production"), compared=False).plan.yardsticks is None  # type: ignore[arg-type]


def test_the_record_has_the_values_and_the_gains(small: CertifiedPlan) -> None:
    found = small.plan.yardsticks
    assert found is not None
    document = result_document("s", print_plan(small.plan, 1.0), small.certificate, Path(), [])["yardsticks"]
    assert document["free"] == found.free
    assert document["gains"] == {"proportional": found.gain_over("proportional"), "even": found.gain_over("even")}
    assert document["price_of_the_split"] == found.price_of_the_split
    bare = print_plan(replace(small.plan, yardsticks=None), 1.0)
    without = result_document("s", bare, small.certificate, Path(), [])
    assert "yardsticks" not in without
