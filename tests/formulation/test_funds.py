"""Funds on tiny cases with one stage: where money is scarce, one 억원 is worth 4 in 2026 and 2 in 2027."""

from typing import Any

import pytest

from axplan.core.errors import Infeasible
from constraint_coverage import BINDS, BREAKS, HOLDS, shows
from solved_cases import ADOPTION, ONE_STAGE, Case, best, fund, money, one_stage
from tiny import LOAN


@shows("fund_balance", HOLDS)
def test_the_ledger_of_a_fund_adds_up_with_everything_in_it() -> None:
    rules = {
        "opening_balance": 10.0, "interest": 0.1, "admin_rate": 0.25, "private_ratio": 0.5, "preferred_return": 0.05,
    }  # fmt: skip
    case = Case(
        stages={"adoption": {**LOAN, "lending_rate": 0.1}},  # returns 0.6 after one year
        tracks={"reskilled": {"target": 100}},  # 0.05 억원 each
        programmes={"data": {"minimum_progress": 0.2, "annual_ceiling": 0.1, "operating_cost": 30.0}},  # 20 억원
        appropriations=money(60, 30),
        **fund(**rules),
    )
    balance, lapse, subscription = (case.of(name) for name in ("balance", "lapse", "subscription"))
    uses = {
        t: sum(c for index, c in case.of("commitment").items() if index[-1] == t)
        + 0.05 * sum(n for index, n in case.of("trainees").items() if index[-1] == t)
        + case.of("outlay")["data", "national", t]
        for t in (2026, 2027)
    }
    assert case.of("progress")["data", 2026] == pytest.approx(0.1)
    uses[2027] += 30 * 0.1  # the programme runs at what had been built in 2026
    first = 1.1 * 10 + 60 - lapse["main", 2026] + subscription["main", 2026] - 1.25 * uses[2026]
    assert balance["main", 2026] == pytest.approx(first)
    second = 1.1 * first + 30 - lapse["main", 2027] + subscription["main", 2027] + 0.6 * case.spent(*ADOPTION, 1, 2026)
    second += 0.6 * case.spent(*ADOPTION, 2, 2026) - 1.25 * uses[2027] - 0.05 * subscription["main", 2026]
    assert balance["main", 2027] == pytest.approx(second)
    assert uses[2026] > 0 < uses[2027]
    assert subscription["main", 2026] > 0


@shows("fund_balance", BINDS)
def test_one_more_won_is_worth_what_it_buys_after_administration() -> None:
    # 10 × 1.1 + 20 = 31 억원, a quarter on top for administration: 24.8 × 4; in 2027 20 ÷ 1.25 = 16 × 2.
    # a won more is worth 4 ÷ 1.25 = 3.2 in 2026 and 1.6 in 2027
    plan: dict[str, Any] = {"opening_balance": 10.0, "interest": 0.1, "admin_rate": 0.25}
    case = Case(**one_stage(20, 20, **plan))
    assert case.best == pytest.approx(24.8 * 4 + 16 * 2)
    assert best(**one_stage(25, 20, **plan)) == pytest.approx(28.8 * 4 + 16 * 2)
    for year, worth in ((2026, 3.2), (2027, 1.6)):
        assert case.dual("fund_balance", ("main", year)) == pytest.approx(worth)
        assert case.gain("fund_balance", ("main", year), 5) == pytest.approx(5 * worth)


@shows("fund_balance", BREAKS)
def test_spending_more_than_there_is_is_noticed() -> None:
    case = Case(**one_stage(20, 20, instrument={**LOAN, "lending_rate": 0.1}, opening_balance=10.0, interest=0.1))
    spent = {(*ADOPTION, 1, 2026): 31.0, (*ADOPTION, 1, 2027): 20 + 0.6 * 31}
    assert [case.violation("fund_balance", ("main", t), commitment=spent) for t in (2026, 2027)] == pytest.approx(
        [0, 0]
    )
    more = {(*ADOPTION, 1, 2026): 35.0, (*ADOPTION, 1, 2027): 20 + 0.6 * 35 + 1}
    assert [case.violation("fund_balance", ("main", t), commitment=more) for t in (2026, 2027)] == pytest.approx([4, 1])
    running = Case(programmes={"data": {"operating_cost": 30.0}}, appropriations=money(0, 9))
    built = {("data", 2026): 0.5, ("data", 2027): 1.0}  # 0.5 × 30 in 2027, nothing before
    assert [running.violation("fund_balance", ("main", t), progress=built) for t in (2026, 2027)] == pytest.approx(
        [0, 6]
    )
    kept = {("main", 2026): 31.0}  # and 31 × 1.1 + 20 to be spent or kept in 2027
    assert case.violation("fund_balance", ("main", 2026), balance=kept) == pytest.approx(0)
    assert case.violation("fund_balance", ("main", 2027), balance=kept) == pytest.approx(54.1)


def test_the_opening_balance_earns_interest_in_the_first_year() -> None:
    assert best(**one_stage(0, 0, opening_balance=10.0, interest=0.2)) == pytest.approx(12 * 4)


HALVES = {"data": {"minimum_progress": 1.0, "annual_ceiling": 0.5}}
"""Half of the programme (50 억원) in 2026, the other half in 2027."""


def test_money_kept_for_a_year_earns_interest() -> None:
    # half of the programme (50 억원) has to wait for 2027: 40 kept in 2026 are 50 then; 100 − 50 − 40 = 10 are left, × 4
    assert best(programmes=HALVES, **one_stage(100, 0, interest=0.25)) == pytest.approx(40)


@shows("fund_balance", BINDS)
def test_what_is_built_costs_money_to_run_from_the_year_after() -> None:
    # 90 − 50 = 40 are left in 2026, × 4; in 2027 60 − 50 = 10, which running half of the programme takes.
    # If the whole costs 10 a year 5 are left, × 2; if it costs nothing 10
    plan = one_stage(90, 60)
    assert best(programmes=HALVES, **plan) == pytest.approx(40 * 4 + 10 * 2)
    assert best(programmes={"data": {**HALVES["data"], "operating_cost": 10.0}}, **plan) == pytest.approx(160 + 5 * 2)
    case = Case(programmes={"data": {**HALVES["data"], "operating_cost": 20.0}}, **plan)
    assert case.best == pytest.approx(160)
    with pytest.raises(Infeasible):  # 0.1 more than there is in 2027, and nothing can be kept of 2026
        best(programmes={"data": {**HALVES["data"], "operating_cost": 20.2}}, **one_stage(90, 60, carry_over_limit=0))


def test_a_programme_that_is_costly_to_run_is_built_as_late_as_it_may() -> None:
    # 100 억원 in 2027, when nothing has to be run yet; the 30 of 2026 buy 30 × 4
    case = Case(programmes={"data": {"minimum_progress": 1.0, "operating_cost": 20.0}}, **one_stage(30, 100))
    assert case.best == pytest.approx(120)
    assert case.of("progress") == pytest.approx({("data", 2026): 0, ("data", 2027): 1})


@pytest.mark.parametrize("use", ["commitment", "training", "programme", "running"])
def test_administration_is_paid_on_every_use(use: str) -> None:
    # 20 억원 for training (400 × 0.05) or the programme (0.2 × 100) cost 25 of 75; the other 50 buy 40 × 4.
    # Half of the programme costs 62.5 in each year, and running it in 2027 20 × 0.5 × 1.25
    changes = {
        "commitment": one_stage(50, admin_rate=0.25),
        "training": {**one_stage(75, admin_rate=0.25), "tracks": {"reskilled": {"target": 400}}},
        "programme": {**one_stage(75, admin_rate=0.25), "programmes": {"data": {"minimum_progress": 0.2}}},
        "running": {
            **one_stage(112.5, 75, admin_rate=0.25),
            "programmes": {"data": {**HALVES["data"], "operating_cost": 20.0}},
        },
    }
    assert best(**changes[use]) == pytest.approx(160)


def test_each_fund_pays_for_its_own() -> None:
    # the programme takes 20 of the second fund's 30 억원; the rest of that fund cannot buy adoption
    case = Case(
        stages=ONE_STAGE,
        funds={"second": {}},
        appropriations={"main": {2026: 10, 2027: 0}, "second": {2026: 30, 2027: 0}},
        programmes={"data": {"fund": "second", "minimum_progress": 0.2}},
    )
    assert case.best == pytest.approx(40)
    assert case.of("lapse")["second", 2026] + case.of("lapse")["second", 2027] + case.of("balance")[
        "second", 2027
    ] == pytest.approx(10)


@pytest.mark.parametrize("limit", [0.0, 0.5])
def test_more_money_than_can_be_used_lapses_and_never_makes_a_plan_impossible(limit: float) -> None:
    case = Case(appropriations=money(1e5, 1e5), **fund(carry_over_limit=limit))
    assert case.best == pytest.approx(600)
    assert case.of("lapse")["main", 2026] >= 0.5 * 1e5 - 150 - 1e-6


@shows("carry_over_limit", HOLDS)
def test_no_more_is_carried_over_than_the_limit_allows_in_the_last_year_too() -> None:
    # half of what came in, private subscriptions included
    case = Case(appropriations=money(200, 200), **fund(carry_over_limit=0.5, private_ratio=0.5))
    for year in (2026, 2027):
        received = 200 + case.of("subscription")["main", year]
        assert case.of("balance")["main", year] <= 0.5 * received + 1e-6


@shows("carry_over_limit", BINDS)
def test_a_wider_carry_over_is_worth_what_it_buys_next_year() -> None:
    # 200 억원 in 2026: adoption takes 150 (400), scale_up in 2027 what is carried over: 20 × 2; with 0.15: 30 × 2.
    # Without a limit scale_up's cheap segment fills: 50 × 2
    changes: dict[str, Any] = {"appropriations": money(200)}
    case = Case(**changes, **fund(carry_over_limit=0.1))
    assert case.best == pytest.approx(440)
    assert best(**changes, **fund(carry_over_limit=0.15)) == pytest.approx(460)
    assert best(**changes) == pytest.approx(500)
    assert case.dual("carry_over_limit", ("main", 2026)) == pytest.approx(2)
    assert case.gain("carry_over_limit", ("main", 2026), 5) == pytest.approx(10)
    assert case.of("lapse")["main", 2026] == pytest.approx(30)


@shows("carry_over_limit", BREAKS)
def test_carrying_over_too_much_is_noticed_gross_of_lapse() -> None:
    case = Case(appropriations=money(100, 0), **fund(carry_over_limit=0.2, private_ratio=1.0))
    subscription = {("main", 2026): 50.0}
    allowed, more = {("main", 2026): 30.0}, {("main", 2026): 36.0, ("main", 2027): 1.0}
    at = ("main", 2026)
    assert case.violation("carry_over_limit", at, balance=allowed, subscription=subscription) == pytest.approx(0)
    assert case.violation("carry_over_limit", at, balance=more, subscription=subscription) == pytest.approx(6)
    assert case.violation("carry_over_limit", ("main", 2027), balance=more) == pytest.approx(1)
    lapse = {at: 100.0}  # what is returned to the treasury was appropriated all the same
    assert case.violation(
        "carry_over_limit", at, balance=allowed, subscription=subscription, lapse=lapse
    ) == pytest.approx(0)


def test_a_fund_without_a_carry_over_limit_has_no_such_row() -> None:
    assert not Case().arrays.rows["carry_over_limit"].indices


def test_private_subscriptions_follow_the_appropriation() -> None:
    # 10 of the state and at most 5 of private money: 15 × 4; with 0.6: 16 × 4; a won more would be worth 4
    case = Case(**one_stage(10, private_ratio=0.5))
    assert case.best == pytest.approx(60)
    assert best(**one_stage(10, private_ratio=0.6)) == pytest.approx(64)
    assert case.of("subscription") == pytest.approx({("main", 2026): 5, ("main", 2027): 0})
    assert case.solution.reduced_costs("subscription")["main", 2026] * 1e4 == pytest.approx(4)


def test_private_subscriptions_are_paid_their_preferred_return_in_later_years() -> None:
    # s ≤ 10 of private money in 2026 takes 0.1 s in 2027, when nothing else comes in: 10 + 10 − 1 = 19 × 4
    assert best(**one_stage(10, private_ratio=1.0, preferred_return=0.1)) == pytest.approx(76)
    assert best(**one_stage(10, private_ratio=1.0, preferred_return=0.2)) == pytest.approx(72)


def test_the_preferred_return_is_paid_again_every_year_on_all_that_was_subscribed() -> None:
    # three years, worth 6, 4 and 2. 10 + 10 in 2026 and again in 2027; the return is 1 in 2027 and 2 in 2028, when nothing
    # comes in: 20 × 6 and (20 − 1 − 2) × 4
    changes = {"settings": {"plan_years": 3}, "stages": ONE_STAGE, "appropriations": money(10, 10, in_2028=0)}
    assert best(**changes, **fund(private_ratio=1.0, preferred_return=0.1)) == pytest.approx(20 * 6 + 17 * 4)


def test_a_fund_cannot_go_into_debt() -> None:
    with pytest.raises(Infeasible):
        best(programmes={"data": {"minimum_progress": 1.0}}, appropriations=money(60, 39))
    assert best(
        stages=ONE_STAGE, programmes={"data": {"minimum_progress": 1.0}}, appropriations=money(60, 40)
    ) == pytest.approx(0)
