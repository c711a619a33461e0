"""What private money must be covered by, on tiny cases with one stage: one 억원 committed in 2026 is worth 4."""

from typing import Any

import pytest

from constraint_coverage import BINDS, BREAKS, HOLDS, shows
from solved_cases import ADOPTION, SCALE_UP, Case, best, one_stage
from tiny import EQUITY, LOAN

LATE_EXIT = {**EQUITY, "exit_year": 2}
"""Equity that comes back at par after two years: money of 2026 is outstanding at the end of 2027."""


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
    plan: dict[str, Any] = {"instrument": LATE_EXIT, "private_ratio": 3.0, "solvency_share": 1.0}
    case = Case(**one_stage(10, **plan, receivable_haircut=0.5))
    assert case.best == pytest.approx(80)
    assert best(**one_stage(10, **plan, receivable_haircut=0.4)) == pytest.approx(100)
    assert case.dual("solvency", "main") == pytest.approx(-8)
    assert case.gain("solvency", "main", 1.0) == pytest.approx(-8)


@shows("solvency", BREAKS)
def test_private_money_without_cover_is_noticed() -> None:
    # equity of 2026 comes back in 2028, a year after the plan: 55 ÷ 1.1 = 50, half of it counts
    rules: dict[str, Any] = {"private_ratio": 3.0, "solvency_share": 0.8, "receivable_haircut": 0.5, "interest": 0.1}
    case = Case(**one_stage(50, 50, instrument=LATE_EXIT, **rules))
    held: dict[str, Any] = {
        "commitment": {(*ADOPTION, 1, 2026): 55.0},
        "balance": {("main", 2026): 99.0, ("main", 2027): 15.0},
    }
    covered, more = {("main", 2026): 30.0, ("main", 2027): 20.0}, {("main", 2026): 30.0, ("main", 2027): 30.0}
    assert case.violation("solvency", "main", **held, subscription=covered) == pytest.approx(0)  # 15 + 25 = 0.8 × 50
    assert case.violation("solvency", "main", **held, subscription=more) == pytest.approx(8)


@shows("solvency", BINDS)
def test_private_money_that_is_redeemed_later_earns_until_then() -> None:
    # s of private money is paid 0.1 s in 2027, and in each of five years after that: 1 + 5 × 0.1 has to be covered.
    # c = 10 + 0.9 s is committed in 2026 and still to come: 10 + 0.9 s = 1.5 s, s = 50 / 3, c = 25, worth 100.
    # Redeemed at once: s = 30, all that may be subscribed, c = 37. A won more of cover: 10 + 0.9 s = 1.5 s + 1, −1.5 of c
    plan: dict[str, Any] = {
        "instrument": LATE_EXIT,
        "private_ratio": 3.0,
        "solvency_share": 1.0,
        "preferred_return": 0.1,
    }
    case = Case(**one_stage(10, **plan, redemption_years=5))
    assert case.best == pytest.approx(100)
    assert best(**one_stage(10, **plan)) == pytest.approx(37 * 4)
    assert case.dual("solvency", "main") == pytest.approx(-6)
    assert case.gain("solvency", "main", 1.0) == pytest.approx(-6)


@shows("solvency", BREAKS)
def test_what_is_owed_later_is_discounted_to_the_last_year_of_the_plan() -> None:
    # redeemed two years after the plan at an interest of 0.25: 0.8² + 0.1 × (0.8 + 0.8²) = 0.784 per won.
    # Equity of 2026 comes back in 2028: 50 ÷ 1.25 = 40, half of it counts: 11.36 + 20 = 0.784 × 40
    rules: dict[str, Any] = {"private_ratio": 3.0, "solvency_share": 1.0, "preferred_return": 0.1, "redemption_years": 2,
             "receivable_haircut": 0.5, "interest": 0.25}  # fmt: skip
    case = Case(**one_stage(50, 50, instrument=LATE_EXIT, **rules))
    held: dict[str, Any] = {"commitment": {(*ADOPTION, 1, 2026): 50.0}, "balance": {("main", 2027): 11.36}}
    for second, missed in ((10.0, 0), (20.0, 7.84)):
        raised = {("main", 2026): 30.0, ("main", 2027): second}
        assert case.violation("solvency", "main", **held, subscription=raised) == pytest.approx(missed)


def test_loans_repaid_within_the_plan_are_no_receivables() -> None:
    # half of a loan is repaid in 2027, half is still to come: 0.5 of receivables per won of 2026, 1 per won of 2027
    case = Case(**one_stage(50, 50, instrument=LOAN, solvency_share=1.0, private_ratio=1.0))
    at = {("main", 2026): 40.0}
    for year, cover in ((2026, 15.0), (2027, 30.0)):
        lent = {(*ADOPTION, 1, year): 30.0}
        assert case.violation("solvency", "main", commitment=lent, subscription=at) == pytest.approx(40 - cover)


def test_each_fund_is_covered_by_its_own_receivables() -> None:
    stages = {"adoption": LATE_EXIT, "scale_up": {**LATE_EXIT, "fund": "second"}}
    changes: dict[str, Any] = {
        "stages": stages,
        "funds": {"main": {"solvency_share": 1.0, "private_ratio": 1.0}, "second": {}},
    }
    case = Case(**changes)
    spent = {(*ADOPTION, 1, 2026): 10.0, (*SCALE_UP, 1, 2026): 100.0}
    assert case.violation("solvency", "main", commitment=spent, subscription={("main", 2026): 30.0}) == pytest.approx(
        20
    )
