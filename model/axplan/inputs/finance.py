"""Discounting, effect factors and recoveries: pure functions with their formulas."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]


def discount_factors(rate: float, count: int) -> Vector:
    """(1 + rate)^−n for n = 0 … count − 1."""
    return (1.0 + rate) ** -np.arange(count, dtype=float)


def effect_path(profile: Sequence[float], depreciation: float, count: int) -> Vector:
    """Size of an effect by age a = 0 … count − 1, relative to maturity.

    profile[min(a, A)] × (1 − depreciation)^max(0, a − A), with A the last age of `profile`.
    """
    ages = np.arange(count)
    last = len(profile) - 1
    return np.asarray(profile, dtype=float)[np.minimum(ages, last)] * (1.0 - depreciation) ** np.maximum(0, ages - last)


def effect_factors(
    profile: Sequence[float], depreciation: float, rate: float, plan_years: int, effect_years: int
) -> Vector:
    """Discounted sum of the effect of a commitment made in each year t of the plan, per unit of mature effect.

    effect_factor[t] = Σ_{y=t}^{appraisal_end} (1 + rate)^−(y − first_year) × effect_path[y − t], shape (plan_years,).
    """
    path = effect_path(profile, depreciation, effect_years)
    discount = discount_factors(rate, effect_years)
    return np.array([discount[t:] @ path[: effect_years - t] for t in range(plan_years)])


def grant_recoveries() -> Vector:
    """A grant does not come back: recovery[a] = 0. Index 0 is age 0, the year of the commitment."""
    return np.zeros(1)


def loan_recoveries(
    lending_rate: float, grace_years: int, repayment_years: int, annual_loss: float, loss_recovery: float
) -> Vector:
    """What one won lent returns at age a = 0 … G + M (index = age; nothing at age 0).

    With o_a = 1 − max(0, a − 1 − G)/M outstanding and an instalment of 1/M for a > G:
    (1 − annual_loss)^a × (lending_rate × o_a + instalment)
    + loss_recovery × annual_loss × (1 − annual_loss)^(a − 1) × o_a.
    """
    ages = np.arange(grace_years + repayment_years + 1)
    outstanding = 1.0 - np.maximum(0, ages - 1 - grace_years) / repayment_years
    instalment = np.where(ages > grace_years, 1.0 / repayment_years, 0.0)
    alive = (1.0 - annual_loss) ** ages
    lost = annual_loss * (1.0 - annual_loss) ** np.maximum(0, ages - 1)
    recovery = alive * (lending_rate * outstanding + instalment) + loss_recovery * lost * outstanding
    recovery[0] = 0.0
    return np.asarray(recovery, dtype=float)


def equity_recoveries(exit_year: int, exit_multiple: float) -> Vector:
    """What one won invested returns: exit_multiple at age exit_year (index = age)."""
    recovery = np.zeros(exit_year + 1)
    recovery[exit_year] = exit_multiple
    return recovery


def receivable_factors(recovery: Vector, interest: float, plan_years: int) -> Vector:
    """What is still to come after the last year of the plan, per won committed in year t, discounted to that year.

    Σ_{a > last − t} recovery[a] × (1 + interest)^−(t + a − last), shape (plan_years,).
    """
    ages = np.arange(len(recovery))
    factors = np.zeros(plan_years)
    for t in range(plan_years):
        beyond = ages - (plan_years - 1 - t)
        factors[t] = np.sum(np.where(beyond > 0, recovery * (1.0 + interest) ** -np.maximum(beyond, 0), 0.0))
    return factors
