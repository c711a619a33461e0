"""What a pillar or programme brings: planned without it there is neither its cost nor what it unlocks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from axplan.inputs.parameters import build_inputs
from axplan.plan.optimise import CertifiedPlan, optimise
from axplan.plan.rounding.printed import print_plan
from axplan.plan.without import PILLAR, PROGRAMME, SET_APART, Without, choices, without
from axplan.runs.run_record import result_document
from small_baseline import small_baseline
from tiny import tiny_inputs

UNLOCKING: dict[str, Any] = {
    "industries": {"cars": {"value_added_rate": 0.4}},
    "stages": {"scale_up": None},
    "tasks": {"design": {"ceiling": 0.2}},
    "unlocks": [{"programme": "data", "design": 0.3}],
    "programmes": {"data": {"pillar": SET_APART, "cost": 10.0, "minimum_progress": 1.0}},
    "rules": {"build": {"measure": "outlay", "programme": "data", "relation": ">=", "value": 10.0}},
}
"""The ceiling lets 20 억원 in 2026; the programme, built that year for 10, lets 30 more in 2027. One 억원 brings 1 of output a
year, valued at 2: 2 × (20 × 2 + 30) = 140 with it and 2 × 20 × 2 = 80 without."""


@pytest.fixture(scope="module")
def made() -> CertifiedPlan:
    return optimise(tiny_inputs(**UNLOCKING))


def test_by_hand_the_unlock_is_lost_with_the_cost(made: CertifiedPlan) -> None:
    """Own value added 0.4 × (20 × 2 + 30) = 28 against 0.4 × 40 = 16; cost 0.5 × 2 × 50 + 10 = 60 against 20. A line struck
    out of the plan would lose no benefit and save 10."""
    found = made.plan.without
    assert found is not None
    assert found.planned is not None
    assert (found.kind, found.key) == (PILLAR, SET_APART)
    assert (found.plan.objective, found.planned.objective) == pytest.approx((0.0140, 0.0080))
    assert (found.plan.benefit, found.planned.benefit) == pytest.approx((28, 16))
    assert (found.plan.cost, found.planned.cost) == pytest.approx((60, 20))
    assert found.planned.costs["programmes"] == 0
    assert (found.benefit_lost, found.cost_saved) == pytest.approx((12, 40))
    assert found.ratio == pytest.approx(0.3)
    assert found.change == pytest.approx(-0.0060)
    assert (found.planned.npv, found.planned.ratio) == pytest.approx((-4, 0.8))


def test_what_it_must_reach_and_rules_that_name_nothing_else_ask_for_nothing(made: CertifiedPlan) -> None:
    """With minimum_progress 1 and a rule for 10 억원 of outlay there is a plan without it; a rule that names no programme stays,
    and nothing else could meet it."""
    assert made.plan.without is not None
    assert made.plan.without.planned is not None
    rules = {"build": {"measure": "outlay", "relation": ">=", "value": 10.0}}
    kept = optimise(tiny_inputs(**{**UNLOCKING, "rules": rules})).plan.without
    assert kept is not None
    assert kept.planned is kept.benefit_lost is kept.cost_saved is kept.ratio is kept.change is None


def test_money_that_is_left_serves_the_rest() -> None:
    """20 억원 in 2026 and none later: with a programme for 10 that must be built and unlocks nothing, 10 are committed, without
    it 20. Each brings 0.4 × 2 of value added and costs 1, so that the benefit is 8 more and the cost the same."""
    made = optimise(tiny_inputs(**{**UNLOCKING, "unlocks": [{"programme": "data", "design": 0.0}],
                                   "appropriations": {"main": {2026: 20, 2027: 0}}}))  # fmt: skip
    found = made.plan.without
    assert found is not None
    assert (found.benefit_lost, found.cost_saved) == pytest.approx((-8, 0))
    assert found.ratio is None  # nothing is saved


def test_pillars_come_first_and_every_programme_is_asked_for() -> None:
    x = build_inputs(small_baseline())
    asked = choices(x)
    kinds = [kind for kind, _ in asked]
    assert kinds == sorted(kinds)
    assert [key for kind, key in asked if kind == PROGRAMME] == list(x.programmes.programme)
    assert sorted(p for (kind, _), members in asked.items() if kind == PILLAR for p in members) == sorted(
        x.programmes.programme
    )


def test_a_plan_that_is_not_compared_and_inputs_without_the_pillar_have_none() -> None:
    assert optimise(tiny_inputs(**UNLOCKING), measured=False).plan.without is None
    assert optimise(tiny_inputs()).plan.without is None


def test_without_any_programme_is_as_good_as_inputs_that_do_not_have_it() -> None:
    changes = {"programmes": {"compute_certification": {"minimum_progress": 0.0, "annual_ceiling": 0.0}}}
    made, never = (optimise(build_inputs(small_baseline(c)), measured=False) for c in (None, changes))
    found = without(made.plan, made.first, (PROGRAMME, "compute_certification"), ("compute_certification",))
    assert found.planned is not None
    assert found.planned.objective == pytest.approx(never.objective, rel=1e-9)


def test_the_record_tells_the_numbers_of_the_plan(made: CertifiedPlan) -> None:
    found = made.plan.without
    assert isinstance(found, Without)
    document = result_document("tiny", print_plan(made.plan, 1.0), made.certificate, Path(), [])
    assert document["without"]["benefit_cost_ratio"] == pytest.approx(0.8)
    assert document["without"]["ratio_at_the_margin"] == pytest.approx(0.3)
    assert document["appraisal"]["own_additional"]["benefit"] == pytest.approx(28)
    none = replace(made, plan=replace(made.plan, without=replace(found, planned=None)))
    assert (
        result_document("tiny", print_plan(none.plan, 1.0), none.certificate, Path(), [])["without"]["benefit"] is None
    )
