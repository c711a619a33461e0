"""What giving way would bring: every step is a round one, and brings what planning again with it brings."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

import pytest

from axplan.formulation import build_model
from axplan.formulation.compile import compile_model
from axplan.inputs.objective import single
from axplan.inputs.parameters import Inputs, build_inputs
from axplan.plan.completion import completion
from axplan.plan.optimise import CertifiedPlan, optimise
from axplan.plan.price_ranges import STEPS, PriceRange
from axplan.plan.right_hand_sides import APPROPRIATION, RULE, TARGET, moves
from axplan.solver import solve
from axplan.workbook.baseline import baseline_tables
from tiny import tiny_inputs

EXACT = 1e-2
"""What a sentence promises is right to this share."""


def planned_with(x: Inputs, step: PriceRange) -> float:
    """The optimum of a model that is built anew from inputs with the step applied."""
    if step.kind == APPROPRIATION:
        changed = replaced(x, "appropriations", "value", step.key, step.step)
    elif step.kind == TARGET:
        changed = replaced(x, "tracks", "target", step.key[0], -step.step)
    else:  # the right side of a rule moves with the plan, and is moved in the model
        found = solve(compile_model(build_model(x, single("production").weights)), keep_basis=True)
        move = next(m for m in moves(x, found.arrays) if (m.kind, m.key) == (RULE, step.key))
        return solve(move.shift.moved(found.arrays, step.way * step.step)).objective
    return solve(compile_model(build_model(changed, single("production").weights))).objective


def replaced(x: Inputs, sheet: str, column: str, key: Any, by: float) -> Inputs:
    data = getattr(x, sheet)
    values: Mapping[Any, float] = getattr(data, column)
    moved = dataclasses.replace(data, **{column: {**values, key: values[key] + by}})
    return dataclasses.replace(x, **{sheet: moved})


def hold(x: Inputs, found: tuple[PriceRange, ...], value: float) -> None:
    assert found
    for step in found:
        assert step.step in {size for sizes in STEPS.values() for size in sizes}
        assert step.worth == pytest.approx(planned_with(x, step) - value, rel=EXACT), step
        assert step.worth == pytest.approx(step.price * step.step, rel=EXACT), step
    assert [s.worth for s in found] == sorted((s.worth for s in found), reverse=True)


def test_every_step_brings_what_planning_again_brings(small: CertifiedPlan) -> None:
    hold(small.inputs, small.plan.price_ranges, small.objective)


@pytest.mark.slow
def test_every_step_of_the_baseline_brings_what_planning_again_brings() -> None:
    x = build_inputs(baseline_tables())
    made = optimise(x)
    assert {step.kind for step in made.plan.price_ranges} >= {APPROPRIATION, TARGET}
    hold(x, made.plan.price_ranges, made.objective)


def test_a_price_that_holds_for_less_than_the_largest_step_is_told_by_a_smaller_one() -> None:
    # 15 억원 more is all that can be used: a hundred would bring as much
    x = tiny_inputs(rules={"cap": {"relation": "<=", "value": 85.0}}, appropriations={"main": {2026: 100, 2027: 0}})
    made = optimise(x, single("production"), compared=False)
    (step,) = [s for s in made.plan.price_ranges if s.kind == RULE]
    assert step.step == 10.0
    assert 10 <= step.reach < 20
    assert step.worth == pytest.approx(planned_with(x, step) - made.objective, rel=EXACT)


def test_nothing_is_told_where_nothing_holds_the_plan_back() -> None:
    rich = tiny_inputs(appropriations={"main": {2026: 1e5, 2027: 1e5}})
    assert optimise(rich, single("production")).plan.price_ranges == ()


def test_an_appropriation_moves_the_rules_that_are_shares_of_it() -> None:
    x = tiny_inputs(
        rules={"cap": {"relation": "<=", "value": 0.5, "unit": "appropriation_share"}},
        appropriations={"main": {2026: 20, 2027: 20}},
    )
    made = optimise(x, single("production"), compared=False)
    steps = [s for s in made.plan.price_ranges if s.kind == APPROPRIATION]
    assert steps
    for step in steps:
        assert step.worth == pytest.approx(planned_with(x, step) - made.objective, rel=EXACT)


def test_the_price_of_required_progress_is_that_of_planning_without_it() -> None:
    # 100 억원 in all; the programme takes 40 of them and unlocks nothing
    def planned(least: float) -> CertifiedPlan:
        programmes = {"data": {"cost": 40.0, "minimum_progress": least}}
        x = tiny_inputs(programmes=programmes, appropriations={"main": {2026: 100, 2027: 0}})
        return optimise(x, single("production"))

    made, free = planned(1.0), planned(0.0)
    found = made.plan.completion
    assert found is not None
    assert found.free == pytest.approx(free.objective)
    assert found.cost == pytest.approx(free.objective - made.objective)
    assert found.cost > 0
    assert found.outlay == pytest.approx(0.0, abs=1e-6)
    assert free.plan.completion is None


def test_where_nothing_is_required_there_is_no_price_of_it() -> None:
    made = optimise(tiny_inputs(), single("production"), measured=False)
    assert completion(made.inputs, made.first) is None
    assert made.plan.completion is None
