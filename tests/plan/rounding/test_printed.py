"""The printed plan: whole units, totals that are the sums of their parts, and every constraint kept within one unit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd
import pytest

from axplan.core.errors import AxplanError
from axplan.inputs.objective import single
from axplan.inputs.parameters import build_inputs
from axplan.plan.certificate.printed import check_printed
from axplan.plan.frames import USES
from axplan.plan.ledger import EXPENDITURES, RECEIPTS
from axplan.plan.optimise import CertifiedPlan, optimise
from axplan.plan.rounding.printed import Printed, print_plan
from random_tables import random_tables
from small_baseline import read, small_baseline
from tiny import tiny_inputs

STEPS = (1.0, 0.01, 1000.0)
"""억원, 백만원 and a tenth of a 조원, in 억원. What is offered is finer; the last is the coarsest that is shown to work."""


@pytest.fixture(scope="module")
def baseline() -> CertifiedPlan:
    return optimise(build_inputs(read()), single("production"))


@pytest.fixture(scope="module", params=STEPS)
def printed(baseline: CertifiedPlan, request: pytest.FixtureRequest) -> tuple[Printed, float]:
    return print_plan(baseline.plan, request.param), request.param


def whole(amounts: pd.Series, step: float) -> bool:
    units = amounts / step
    return bool(((units - units.round()).abs() < 1e-6).all())


def test_every_line_is_a_whole_number_of_units_and_of_persons(printed: tuple[Printed, float]) -> None:
    plan, step = printed[0].plan, printed[1]
    money = {"commitments": ("commitment", "private", "investment"), "trainees": ("public", "employer"),
             "outlays": ("outlay", "private"),
             "running_costs": ("running_cost",), "ledger": (*RECEIPTS, *EXPENDITURES)}  # fmt: skip
    for frame, columns in money.items():
        assert all(whole(plan.frames[frame][column], step) for column in columns), frame
    assert whole(plan.frames["trainees"]["trainees"], 1.0)


def test_the_cost_of_a_line_follows_from_quantity_and_price(printed: tuple[Printed, float]) -> None:
    """Public and private money of a stage, track or programme together are within a unit of what they are exactly."""
    plan, exact, step = printed[0].plan, printed[0].exact, printed[1]
    if step > 1:
        return  # few lines are as large as that: there is nothing to choose from
    for use in USES:
        told, was = (
            frames[use.frame].groupby(use.key)[[use.public, use.private]].sum().sum(axis=1)
            for frames in (plan.frames, exact.frames)
        )
        assert ((told - was).abs() <= (1 + 1e-6) * step).all(), use.name


def test_every_constraint_of_the_baseline_is_kept_within_one_unit(printed: tuple[Printed, float]) -> None:
    assert printed[0].ok, [(check.place, check.violation) for check in printed[0].checks if not check.ok]
    assert printed[0].worst > 0.1  # rounding does something, and it is seen


def test_ledgers_balance_to_the_last_won_and_their_uses_are_the_sums_of_the_lines(
    printed: tuple[Printed, float],
) -> None:
    frames, x = printed[0].plan.frames, printed[0].plan.inputs
    ledger = frames["ledger"]
    difference = ledger[list(RECEIPTS)].sum(axis=1) - ledger[list(EXPENDITURES)].sum(axis=1)
    assert difference.abs().max() < 1e-6
    for f in x.funds.fund:
        mine = ledger[ledger["fund"] == f]
        assert mine["opening_balance"].tolist()[1:] == mine["balance"].tolist()[:-1]
        paid = frames["commitments"][frames["commitments"]["stage"].map(dict(x.stages.fund)) == f]
        assert mine["commitment_uses"].sum() == pytest.approx(paid["commitment"].sum(), abs=1e-6)


def test_targets_are_met_to_the_person(printed: tuple[Printed, float]) -> None:
    targets = printed[0].plan.frames["targets"]
    assert targets["achieved"].tolist() == targets["target"].tolist() == [10_000, 100_000, 1_000_000]


def test_totals_are_near_the_exact_ones(baseline: CertifiedPlan, printed: tuple[Printed, float]) -> None:
    plan, step = printed[0].plan, printed[1]
    for frame, keys, column in (
        ("commitments", ["stage", "year"], "commitment"), ("commitments", ["industry", "stage"], "commitment"),
        ("commitments", ["region", "stage", "year"], "commitment"), ("outlays", ["programme"], "outlay"),
        ("trainees", ["track", "year"], "public"), ("commitments", ["stage"], "private"),
    ):  # fmt: skip
        exact = baseline.plan.frames[frame].groupby(keys)[column].sum()
        made = plan.frames[frame].groupby(keys)[column].sum()
        assert ((made - exact).abs() / step).max() < 3.5, (frame, keys)
    money = plan.frames["ledger"]["appropriation"].sum() - baseline.plan.frames["ledger"]["appropriation"].sum()
    assert abs(money) <= step


def test_what_is_not_in_the_plan_is_not_printed(baseline: CertifiedPlan, printed: tuple[Printed, float]) -> None:
    exact, made = (
        plan.frames["outlays"].set_index(["programme", "region", "year"])["outlay"]
        for plan in (baseline.plan, printed[0].plan)
    )
    assert (made[exact == 0] == 0).all()


def lines_of(plan: Any) -> dict[str, dict[Any, float]]:
    """What the tiny plan prints, by hand of this test."""
    frames = plan.frames
    lines: dict[str, dict[Any, float]] = {
        name: dict(
            zip(
                zip(frames["ledger"]["fund"], frames["ledger"]["year"], strict=True),
                frames["ledger"][name],
                strict=True,
            )
        )
        for name in ("subscription", "lapse", "balance")
    }
    keys = ["industry", "region", "task", "stage", "segment", "year"]
    lines["commitment"] = {
        tuple(row[:-1]): row[-1] for row in frames["commitments"][[*keys, "commitment"]].itertuples(index=False)
    }
    people = frames["trainees"][["track", "industry", "region", "year", "trainees"]]
    lines["trainees"] = {tuple(row[:-1]): row[-1] for row in people.itertuples(index=False)}
    outlays = frames["outlays"][["programme", "region", "year", "outlay"]]
    lines["outlay"] = {tuple(row[:-1]): row[-1] for row in outlays.itertuples(index=False)}
    return lines


def test_a_line_that_is_two_units_too_large_is_noticed_where_it_hurts() -> None:
    result = optimise(tiny_inputs(), single("production"))
    lines = lines_of(result.plan)
    assert all(check.ok for check in check_printed(result.plan.inputs, lines, 1.0))
    index = next(key for key, amount in lines["commitment"].items() if amount > 0)
    lines["commitment"][index] += 2.5
    worst = {check.name: check.violation for check in check_printed(result.plan.inputs, lines, 1.0)}
    assert worst["fund_balance"] == pytest.approx(2.5, rel=0.2)
    assert not all(check.ok for check in check_printed(result.plan.inputs, lines, 1.0))
    assert all(check.ok for check in check_printed(result.plan.inputs, lines, 10.0))  # a quarter of a larger unit


def test_a_plan_without_tracks_programmes_and_rules_is_printed_too() -> None:
    result = optimise(tiny_inputs(programmes=[], unlocks=[], tracks=[]), single("production"))
    assert print_plan(result.plan, 1.0).ok


def plans_of_other_structures(count: int) -> Iterator[CertifiedPlan]:
    """Random tables that have a plan; not all do."""
    for seed in range(100):
        try:
            yield optimise(build_inputs(random_tables(seed, 300)), single("production"))
        except AxplanError:
            continue
        count -= 1
        if not count:
            return


def test_other_structures_are_printed_within_a_unit_and_a_half() -> None:
    for result in plans_of_other_structures(5):
        for step in STEPS:
            made = print_plan(result.plan, step)
            assert made.worst < 1.5
            ledger = made.plan.frames["ledger"]
            assert (ledger[list(RECEIPTS)].sum(axis=1) - ledger[list(EXPENDITURES)].sum(axis=1)).abs().max() < 1e-6


def test_a_soft_rule_that_is_missed_is_missed_by_as_much_in_print() -> None:
    soft = {"rules": [{"label_ko": "철강", "label_en": "Steel", "measure": "commitment", "industry": "steel",
                       "relation": ">=", "value": 0.9, "unit": "share", "penalty": 1e-9}]}  # fmt: skip
    result = optimise(build_inputs(small_baseline(soft)), single("production"))
    made = print_plan(result.plan, 1.0)
    assert result.plan.frames["rules"]["violation"].max() > 0
    assert made.ok, [(check.place, check.violation) for check in made.checks if not check.ok]
