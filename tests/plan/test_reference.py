"""What the specification says the baseline is worth, found by two implementations by different hands.

The independent one is held against every figure; the package against the independent one, to nine digits.
"""

from __future__ import annotations

import math
from functools import cache

import pytest

from axplan.formulation import build_model
from axplan.formulation.compile import compile_model
from axplan.inputs.parameters import Inputs, build_inputs
from axplan.inputs.schema.indicators import VALUATIONS
from axplan.plan.yardsticks import yardsticks as package_yardsticks
from axplan.solver import solve
from axplan.workbook.csv_folder import read_folder
from independent_case import Raw, num, read_csvs
from independent_lp import Optimum
from independent_model import optimum, yardsticks
from small_baseline import BASELINE

REFERENCE = {
    "production": 26.1791919,  # 조원
    "output": 18.1615372,  # 조원
    "value_added": 5.22584801,  # 조원
    "employment": 36442.891,  # discounted person-years
    "exports": 3.79250125,  # bn USD
    "net_benefit": -7.4867021,  # 조원
}
QUICK_AND_SLOW = [
    valuation if valuation in ("production", "net_benefit") else pytest.param(valuation, marks=pytest.mark.slow)
    for valuation in REFERENCE
]
"""What is an effect is tested quickly once, what has costs as well once."""
YARDSTICKS = {"free": 26.6573783, "proportional": 26.4279241, "even": 24.6316923}  # 조원 of production
PRODUCTION = {"production": 1.0}


@cache
def baseline() -> Raw:
    return read_csvs(BASELINE)


@cache
def inputs() -> Inputs:
    return build_inputs(read_folder(BASELINE))


@cache
def independent(valuation: str) -> Optimum:
    return optimum(baseline(), {valuation: 1.0})


def test_every_valuation_has_a_reference() -> None:
    assert set(REFERENCE) == set(VALUATIONS)


@pytest.mark.parametrize("valuation", QUICK_AND_SLOW)
def test_the_baseline_is_worth_what_the_specification_says(valuation: str) -> None:
    assert independent(valuation) == pytest.approx(REFERENCE[valuation], rel=1e-6)


@pytest.mark.parametrize("valuation", QUICK_AND_SLOW)
def test_the_package_finds_the_value_of_the_independent_implementation(valuation: str) -> None:
    found = solve(compile_model(build_model(inputs(), {valuation: 1.0}))).objective
    assert found == pytest.approx(independent(valuation), rel=1e-9)


@pytest.fixture(scope="module")
def measured() -> dict[str, Optimum]:
    return yardsticks(baseline(), PRODUCTION)


@pytest.mark.slow
def test_simpler_plans_are_worth_what_the_specification_says(measured: dict[str, Optimum]) -> None:
    assert measured == pytest.approx(YARDSTICKS, rel=1e-6)
    assert YARDSTICKS["free"] - REFERENCE["production"] == pytest.approx(0.478, abs=5e-4)  # what the split rules cost


@pytest.mark.slow
def test_the_package_measures_its_plan_by_the_same_yardsticks(measured: dict[str, Optimum]) -> None:
    """Only that the money of `free` is least on a face as wide as 1e-11 of its worth sets them apart."""
    found = package_yardsticks(inputs(), solve(compile_model(build_model(inputs(), PRODUCTION))))
    assert {name: getattr(found, name) for name in YARDSTICKS} == pytest.approx(measured, rel=1e-7)


def scaled(factor: float) -> Raw:
    """The baseline with the appropriations of AXPF × a factor."""
    rows = [
        {key: value if key == "fund" or row["fund"] != "axpf" else factor * num(row, key) for key, value in row.items()}
        for row in baseline()["appropriations"]
    ]
    return {**baseline(), "appropriations": rows}


@pytest.mark.slow
@pytest.mark.parametrize(("factor", "worth"), [(1.111, 28.9512), (0.889, 18.9264)])
def test_more_and_less_money_is_worth_what_the_specification_says(factor: float, worth: float) -> None:
    assert optimum(scaled(factor), PRODUCTION) == pytest.approx(worth, abs=5e-5)


@pytest.mark.slow
def test_seven_tenths_of_the_money_do_not_meet_the_demands() -> None:
    assert optimum(scaled(0.7), PRODUCTION) == "infeasible"


def with_more(year: int, money: float) -> Raw:
    rows = [
        {**row, str(year): num(row, str(year)) + money} if row["fund"] == "axpf" else row
        for row in baseline()["appropriations"]
    ]
    return {**baseline(), "appropriations": rows}


def with_fixed_caps(raw: Raw) -> Raw:
    """Rules on a share of the appropriations of AXPF as the amounts that they are on the baseline."""
    (axpf,) = (row for row in baseline()["appropriations"] if row["fund"] == "axpf")
    whole = math.fsum(num(axpf, key) for key in axpf if key != "fund")
    rules = [
        {**rule, "unit": "amount", "value": num(rule, "value") * whole}
        if rule["unit"] == "appropriation_share" else rule
        for rule in raw["rules"]
    ]  # fmt: skip
    return {**raw, "rules": rules}


@pytest.mark.slow
@pytest.mark.parametrize(("fixed", "worth"), [(True, 9.886), (False, 10.854)])
def test_one_more_won_in_2028_brings_more_where_the_cap_on_one_industry_rises_with_it(
    fixed: bool, worth: float
) -> None:
    """In 억원 for one 억원. A fifth of it may go to the automotive industry where the cap is a share of appropriations."""
    raw = with_fixed_caps(with_more(2028, 1.0)) if fixed else with_more(2028, 1.0)
    more, now = optimum(raw, PRODUCTION), independent("production")
    assert isinstance(more, float)
    assert isinstance(now, float)
    assert (more - now) * 1e4 == pytest.approx(worth, abs=5e-4)
