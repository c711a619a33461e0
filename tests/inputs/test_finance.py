"""Discounting, effect factors and recoveries against numbers worked out by hand."""

import numpy as np
import pytest

from axplan.inputs import finance


def test_discount_factors_start_at_one_in_the_first_year() -> None:
    assert finance.discount_factors(0.25, 3) == pytest.approx([1, 0.8, 0.64])


def test_a_rate_of_zero_discounts_nothing() -> None:
    assert finance.discount_factors(0.0, 4) == pytest.approx([1, 1, 1, 1])


def test_an_effect_follows_its_profile_and_then_fades() -> None:
    # the last age of the profile is 2: 1, then 0.8 and 0.64 of it
    assert finance.effect_path([-0.2, 0.5, 1.0], 0.2, 5) == pytest.approx([-0.2, 0.5, 1, 0.8, 0.64])


def test_an_effect_stays_at_the_last_value_given_which_need_not_be_one() -> None:
    assert finance.effect_path([0.2, 0.6], 0.0, 4) == pytest.approx([0.2, 0.6, 0.6, 0.6])


def test_a_profile_of_one_age_fades_from_the_first_year_on() -> None:
    assert finance.effect_path([1.0], 0.5, 3) == pytest.approx([1, 0.5, 0.25])


def test_a_profile_longer_than_the_appraisal_is_cut_off() -> None:
    assert finance.effect_path([0.1, 0.2, 0.3], 0.5, 2) == pytest.approx([0.1, 0.2])


def test_an_effect_that_fades_entirely_is_gone_the_year_after_maturity() -> None:
    assert finance.effect_path([0.5, 1.0], 1.0, 4) == pytest.approx([0.5, 1, 0, 0])


def test_effect_factors_sum_the_discounted_path_from_the_year_of_the_commitment() -> None:
    # path 0, 1, 0.5, 0.25; discount 1, 0.8, 0.64, 0.512 (2026 to 2029)
    # committed in 2026: 0.8 + 0.32 + 0.128; in 2027: 0.64 + 0.256; in 2028: 0.512
    factors = finance.effect_factors([0.0, 1.0], 0.5, 0.25, plan_years=3, effect_years=4)
    assert factors == pytest.approx([1.248, 0.896, 0.512])


def test_a_commitment_in_the_last_year_of_the_appraisal_has_the_effect_of_its_first_year_alone() -> None:
    assert finance.effect_factors([0.3, 1.0], 0.1, 0.5, plan_years=2, effect_years=2) == pytest.approx(
        [0.3 + 1 / 1.5, 0.3 / 1.5]
    )


def test_effect_factors_agree_with_the_double_sum_of_their_definition() -> None:
    profile, depreciation, rate, plan, until = [-0.2, 0.3, 0.7, 0.9, 1.0], 0.1, 0.045, 5, 15
    expected = [
        sum(
            (1 + rate) ** -y * profile[min(y - t, 4)] * (1 - depreciation) ** max(0, y - t - 4) for y in range(t, until)
        )
        for t in range(plan)
    ]
    assert finance.effect_factors(profile, depreciation, rate, plan, until) == pytest.approx(expected, rel=1e-14)


def test_a_grant_does_not_come_back() -> None:
    assert finance.grant_recoveries() == pytest.approx([0])


def test_a_loan_is_repaid_in_equal_instalments_with_interest_on_what_is_outstanding() -> None:
    # o = 1, 0.5 at ages 1, 2
    assert finance.loan_recoveries(0.1, 0, 2, 0.0, 0.0) == pytest.approx([0, 0.1 + 0.5, 0.05 + 0.5])


def test_during_the_grace_period_only_interest_is_paid() -> None:
    # two years of grace, two of repayment: o = 1, 1, 1, 0.5
    assert finance.loan_recoveries(0.1, 2, 2, 0.0, 0.0) == pytest.approx([0, 0.1, 0.1, 0.6, 0.55])


def test_losses_take_interest_and_instalments_and_part_of_them_is_recovered() -> None:
    # no grace, two years; a tenth is lost every year, half of a loss is recovered
    # age 1: 0.9 × (0.1 + 0.5) + 0.5 × 0.1 × 1 = 0.54 + 0.05
    # age 2: 0.81 × (0.05 + 0.5) + 0.5 × 0.1 × 0.9 × 0.5 = 0.4455 + 0.0225
    assert finance.loan_recoveries(0.1, 0, 2, 0.1, 0.5) == pytest.approx([0, 0.59, 0.468])


def test_a_loan_that_is_lost_at_once_returns_what_is_recovered_of_it() -> None:
    assert finance.loan_recoveries(0.1, 1, 2, 1.0, 0.25) == pytest.approx([0, 0.25, 0, 0])


@pytest.mark.parametrize(("grace", "repayment"), [(0, 1), (0, 3), (2, 3), (5, 7)])
def test_without_interest_and_losses_a_loan_returns_exactly_what_was_lent(grace: int, repayment: int) -> None:
    recovery = finance.loan_recoveries(0.0, grace, repayment, 0.0, 0.0)
    assert recovery.sum() == pytest.approx(1, abs=1e-15)
    assert len(recovery) == grace + repayment + 1
    assert not recovery[: grace + 1].any()


def test_interest_is_what_the_outstanding_amounts_earn() -> None:
    # 2 + 3 years: o = 1, 1, 1, 2/3, 1/3 = 4 years' worth of the whole at 3%
    assert finance.loan_recoveries(0.03, 2, 3, 0.0, 0.0).sum() == pytest.approx(1 + 0.03 * 4)


def test_more_losses_return_less_and_a_better_recovery_more() -> None:
    totals = [finance.loan_recoveries(0.05, 1, 4, loss, 0.25).sum() for loss in (0.0, 0.02, 0.1)]
    assert totals == sorted(totals, reverse=True)
    assert finance.loan_recoveries(0.05, 1, 4, 0.1, 0.75).sum() > totals[-1]


def test_equity_comes_back_once_at_its_exit() -> None:
    assert finance.equity_recoveries(3, 1.2) == pytest.approx([0, 0, 0, 1.2])
    assert finance.equity_recoveries(1, 0.0) == pytest.approx([0, 0])


def test_receivables_are_what_comes_after_the_plan_discounted_to_its_last_year() -> None:
    # returns 0.1, 0.2, 0.3 at ages 1, 2, 3; three years of plan, interest 25%
    # committed in the first year: 0.3 a year after the plan; second: 0.2 and 0.3; third: 0.1, 0.2, 0.3
    factors = finance.receivable_factors(np.array([0.0, 0.1, 0.2, 0.3]), 0.25, 3)
    assert factors == pytest.approx([0.3 * 0.8, 0.2 * 0.8 + 0.3 * 0.64, 0.1 * 0.8 + 0.2 * 0.64 + 0.3 * 0.512])


def test_what_has_come_back_within_the_plan_is_no_receivable() -> None:
    assert finance.receivable_factors(np.array([0.0, 1.0]), 0.1, 3) == pytest.approx([0, 0, 1 / 1.1])


def test_a_grant_leaves_no_receivable() -> None:
    assert finance.receivable_factors(finance.grant_recoveries(), 0.1, 4) == pytest.approx([0, 0, 0, 0])


@pytest.mark.parametrize("plan_years", [1, 3, 12])
def test_without_interest_what_returned_and_what_is_receivable_make_the_whole(plan_years: int) -> None:
    recovery = finance.loan_recoveries(0.02, 2, 4, 0.03, 0.25)
    factors = finance.receivable_factors(recovery, 0.0, plan_years)
    returned = [recovery[: plan_years - t].sum() for t in range(plan_years)]
    assert factors + returned == pytest.approx(np.full(plan_years, recovery.sum()))
