"""Funds on tiny cases with one stage: where money is scarce, one 억원 is worth 4 in 2026 and 2 in 2027."""

from typing import Any

import pytest

from axplan.core.errors import Infeasible
from constraint_coverage import BINDS, BREAKS, HOLDS, shows
from solved_cases import ADOPTION, ONE_STAGE, SCALE_UP, Case, best, money
from tiny import EQUITY, LOAN, Cells

LATE_EXIT = {**EQUITY, "exit_year": 2}
"""Equity that comes back at par after two years: money of 2026 is outstanding at the end of 2027."""


def fund(**cells: Any) -> dict[str, dict[str, Cells]]:
    return {"funds": {"main": cells}}


def one_stage(*years: float, instrument: Cells | None = None, **cells: Any) -> dict[str, Any]:
    """One stage, appropriations for 2026 and 2027, and what is special about the fund."""
    return {"stages": {**ONE_STAGE, "adoption": instrument or {}}, "appropriations": money(*years), **fund(**cells)}


@shows("fund_balance", HOLDS)
def test_the_ledger_of_a_fund_adds_up_with_everything_in_it() -> None:
    rules = {
        "opening_balance": 10.0, "interest": 0.1, "admin_rate": 0.25, "private_ratio": 0.5, "preferred_return": 0.05,
    }  # fmt: skip
    case = Case(
        stages={"adoption": {**LOAN, "lending_rate": 0.1}},  # returns 0.6 after one year
        tracks={"reskilled": {"target": 100}},  # 0.05 억원 each
        programmes={"data": {"minimum_progress": 0.2}},  # 20 억원
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
    plan = {"opening_balance": 10.0, "interest": 0.1, "admin_rate": 0.25}
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
    kept = {("main", 2026): 31.0}  # and 31 × 1.1 + 20 to be spent or kept in 2027
    assert case.violation("fund_balance", ("main", 2026), balance=kept) == pytest.approx(0)
    assert case.violation("fund_balance", ("main", 2027), balance=kept) == pytest.approx(54.1)


def test_the_opening_balance_earns_interest_in_the_first_year() -> None:
    assert best(**one_stage(0, 0, opening_balance=10.0, interest=0.2)) == pytest.approx(12 * 4)


def test_money_kept_for_a_year_earns_interest() -> None:
    # half of the programme (50 억원) has to wait for 2027: 40 kept in 2026 are 50 then; 100 − 50 − 40 = 10 are left, × 4
    halves = {"data": {"minimum_progress": 1.0, "annual_ceiling": 0.5}}
    assert best(programmes=halves, **one_stage(100, 0, interest=0.25)) == pytest.approx(40)


@pytest.mark.parametrize("use", ["commitment", "training", "programme"])
def test_administration_is_paid_on_every_use(use: str) -> None:
    # 20 억원 for training (400 × 0.05) or the programme (0.2 × 100) cost 25 of 75; the other 50 buy 40 × 4
    changes = {
        "commitment": one_stage(50, admin_rate=0.25),
        "training": {**one_stage(75, admin_rate=0.25), "tracks": {"reskilled": {"target": 400}}},
        "programme": {**one_stage(75, admin_rate=0.25), "programmes": {"data": {"minimum_progress": 0.2}}},
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


@shows("solvency", HOLDS)
def test_private_money_is_covered_by_balance_and_receivables() -> None:
    case = Case(**one_stage(10, instrument=LATE_EXIT, private_ratio=3.0, solvency_share=1.0, receivable_haircut=0.5))
    receivables = sum(case.spent(*ADOPTION, g, 2026) for g in (1, 2))
    subscribed = sum(case.of("subscription").values())
    assert case.of("balance")["main", 2027] + 0.5 * receivables >= subscribed - 1e-6
    assert subscribed >= 10 - 1e-6


@shows("solvency", BINDS)
def test_a_smaller_haircut_lets_more_private_money_in() -> None:
    # c committed in 2026 backs 0.5 c of the c − 10 of private money that it takes: c = 20, worth 80.
    # A haircut of 0.4: 0.6 c = c − 10, c = 25, worth 100. A won more of cover needed: 2 won less committed, −8
    plan = {"instrument": LATE_EXIT, "private_ratio": 3.0, "solvency_share": 1.0}
    case = Case(**one_stage(10, **plan, receivable_haircut=0.5))
    assert case.best == pytest.approx(80)
    assert best(**one_stage(10, **plan, receivable_haircut=0.4)) == pytest.approx(100)
    assert case.dual("solvency", "main") == pytest.approx(-8)
    assert case.gain("solvency", "main", 1.0) == pytest.approx(-8)


@shows("solvency", BREAKS)
def test_private_money_without_cover_is_noticed() -> None:
    # equity of 2026 comes back in 2028, a year after the plan: 55 ÷ 1.1 = 50, half of it counts
    rules = {"private_ratio": 3.0, "solvency_share": 0.8, "receivable_haircut": 0.5, "interest": 0.1}
    case = Case(**one_stage(50, 50, instrument=LATE_EXIT, **rules))
    held = {"commitment": {(*ADOPTION, 1, 2026): 55.0}, "balance": {("main", 2026): 99.0, ("main", 2027): 15.0}}
    covered, more = {("main", 2026): 30.0, ("main", 2027): 20.0}, {("main", 2026): 30.0, ("main", 2027): 30.0}
    assert case.violation("solvency", "main", **held, subscription=covered) == pytest.approx(0)  # 15 + 25 = 0.8 × 50
    assert case.violation("solvency", "main", **held, subscription=more) == pytest.approx(8)


def test_loans_repaid_within_the_plan_are_no_receivables() -> None:
    # half of a loan is repaid in 2027, half is still to come: 0.5 of receivables per won of 2026, 1 per won of 2027
    case = Case(**one_stage(50, 50, instrument=LOAN, solvency_share=1.0, private_ratio=1.0))
    at = {("main", 2026): 40.0}
    for year, cover in ((2026, 15.0), (2027, 30.0)):
        lent = {(*ADOPTION, 1, year): 30.0}
        assert case.violation("solvency", "main", commitment=lent, subscription=at) == pytest.approx(40 - cover)


def test_each_fund_is_covered_by_its_own_receivables() -> None:
    stages = {"adoption": LATE_EXIT, "scale_up": {**LATE_EXIT, "fund": "second"}}
    changes = {"stages": stages, "funds": {"main": {"solvency_share": 1.0, "private_ratio": 1.0}, "second": {}}}
    case = Case(**changes)
    spent = {(*ADOPTION, 1, 2026): 10.0, (*SCALE_UP, 1, 2026): 100.0}
    assert case.violation("solvency", "main", commitment=spent, subscription={("main", 2026): 30.0}) == pytest.approx(
        20
    )


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
