"""Policy rules in the certificate: every measure, unit and relation against sums worked out here, item by item."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from typing import Any

import pytest

from axplan.inputs.parameters import Inputs
from axplan.plan.certificate import check_plan
from axplan.plan.certificate.checks import Check
from full_case import WEIGHTS, Draft, full_changes
from tiny import tiny_inputs

PARTS = {
    "commitment": ("industry", "region", "task", "stage", "segment"),
    "trainees": ("track", "industry", "region"),
    "outlay": ("programme", "region"),
}
PRICE = {"commitment": 1.0, "trainees": 0.1 * 0.5, "outlay": 1.0}
"""Public money for each: training costs 0.1 억원, half of which the employer pays."""
MATCH = {"adoption": 1.0, "scale_up": 1.0, "export": 1.0}
ALL_YEARS = (2026, 2027, 2028)


def total(measure: str, years: Iterable[int], **filters: str) -> float:
    """Σ of a measure over the years of what passes the filters (one name each), item by item."""
    if measure == "spending":
        return sum(price * total(part, years, **filters) for part, price in PRICE.items())
    variable = "commitment" if measure == "investment" else measure
    found = 0.0
    for (*parts, year), amount in Draft().values[variable].items():
        item = dict(zip(PARTS[variable], parts, strict=True))
        if year in years and all(item.get(name) == wanted for name, wanted in filters.items()):
            found += amount * (1 + MATCH[item["stage"]]) if measure == "investment" else amount
    return found


def inputs_with(rules: list[dict[str, Any]]) -> Inputs:
    return tiny_inputs(**{**full_changes(), "rules": rules})


def rule_check(missed: Mapping[str, Mapping[Any, float]] | None = None, **cells: Any) -> Check:
    """The check of a plan whose only rule is this one."""
    rule = {"rule": "mine", "measure": "commitment", "relation": "=", "unit": "amount", "value": 0.0, **cells}
    values = {**Draft().values, "shortfall": {}, "excess": {}, **(missed or {})}
    checks = check_plan(inputs_with([rule]), values, WEIGHTS, 0.0)
    return next(check for check in checks if check.name == "rule_limit")


SELECTIONS: list[tuple[str, dict[str, str], dict[str, str]]] = [
    ("commitment", {}, {}),
    ("commitment", {"stage": "scale_up"}, {}),
    ("commitment", {"region": "south", "task": "quality"}, {}),
    ("investment", {"industry": "cars", "stage": "adoption"}, {}),
    ("trainees", {"industry": "toys"}, {}),
    ("trainees", {"track": "leaders", "region": "north"}, {"track": "leaders"}),
    ("outlay", {"programme": "standards"}, {"programme": "standards"}),
    ("outlay", {"programme": "data", "region": "north"}, {"programme": "data"}),
    ("spending", {}, {}),
    ("spending", {"industry": "cars"}, {}),
    ("spending", {"region": "north"}, {}),
    ("spending", {"stage": "adoption", "task": "quality"}, {}),
    ("spending", {"track": "reskilled"}, {}),
    ("spending", {"programme": "data", "region": "north"}, {}),
]
"""Measure, filters, and those of them that also narrow the whole of a share."""


@pytest.mark.parametrize(("measure", "filters", "_"), SELECTIONS)
def test_an_amount_is_the_sum_of_what_is_selected(measure: str, filters: dict[str, str], _: Any) -> None:
    selected = total(measure, ALL_YEARS, **filters)
    assert selected > 0
    check = rule_check(measure=measure, **filters, value=selected)
    assert (check.ok, check.index) == (True, ("mine", "all"))
    assert (check.left, check.right) == (pytest.approx(selected), selected)
    assert not rule_check(measure=measure, **filters, relation=">=", value=selected * 1.001).ok
    assert not rule_check(measure=measure, **filters, relation="<=", value=selected * 0.999).ok
    assert not rule_check(measure=measure, **filters, relation="=", value=selected * 1.001).ok
    assert rule_check(measure=measure, **filters, relation=">=", value=selected * 0.999).ok
    assert rule_check(measure=measure, **filters, relation="<=", value=selected * 1.001).ok


@pytest.mark.parametrize(("measure", "filters", "kept"), SELECTIONS)
def test_a_share_is_taken_of_the_measure_without_its_filters(
    measure: str, filters: dict[str, str], kept: dict[str, str]
) -> None:
    selected, whole = total(measure, ALL_YEARS, **filters), total(measure, ALL_YEARS, **kept)
    check = rule_check(measure=measure, **filters, unit="share", value=0.3)
    assert check.left == pytest.approx(selected)
    assert check.right == pytest.approx(0.3 * whole)
    assert rule_check(measure=measure, **filters, unit="share", value=selected / whole).ok
    assert not rule_check(measure=measure, **filters, unit="share", value=selected / whole * 0.99, relation="<=").ok


APPROPRIATED = {"main": (900.0, 1000.0, 1100.0), "extra": (50.0, 60.0, 80.0)}
"""The fund `extra` pays for the stage export and the programme standards, `main` for all else."""


def share_check(**cells: Any) -> Check:
    """The check of a rule on a share of appropriations."""
    changes = full_changes(stages={"export": {"fund": "extra"}})
    money = {f: dict(zip(ALL_YEARS, amounts, strict=True)) for f, amounts in APPROPRIATED.items()}
    rule = {"rule": "mine", "relation": "<=", "unit": "appropriation_share", **cells}
    x = tiny_inputs(**{**changes, "appropriations": money, "rules": [rule]})
    values = {**Draft().values, "shortfall": {}, "excess": {}}
    return next(check for check in check_plan(x, values, WEIGHTS, 0.0) if check.name == "rule_limit")


@pytest.mark.parametrize(
    ("measure", "filters", "funds"),
    [
        ("commitment", {}, ("main", "extra")),
        ("commitment", {"industry": "cars"}, ("main", "extra")),
        ("commitment", {"stage": "adoption"}, ("main",)),
        ("investment", {"stage": "export", "region": "south"}, ("extra",)),
        ("outlay", {}, ("main", "extra")),
        ("outlay", {"programme": "data"}, ("main",)),
        ("spending", {}, ("main", "extra")),
        ("spending", {"region": "north"}, ("main", "extra")),
        ("spending", {"track": "leaders"}, ("main",)),
        ("spending", {"programme": "standards"}, ("extra",)),
        ("spending", {"stage": "export"}, ("extra",)),
    ],
)
def test_a_share_of_appropriations_is_taken_of_the_funds_that_pay(
    measure: str, filters: dict[str, str], funds: tuple[str, ...]
) -> None:
    check = share_check(measure=measure, **filters, value=0.3)
    assert check.left == pytest.approx(total(measure, ALL_YEARS, **filters))
    assert check.right == pytest.approx(0.3 * sum(sum(APPROPRIATED[f]) for f in funds))


def test_a_share_of_appropriations_is_taken_over_the_same_years() -> None:
    check = share_check(measure="commitment", stage="adoption", value=0.3, **{"from": 2027})
    assert check.left == pytest.approx(total("commitment", (2027, 2028), stage="adoption"))
    assert check.right == pytest.approx(0.3 * 2100)
    yearly = share_check(measure="spending", programme="standards", value=0.001, each_year="yes")
    spent = {t: total("outlay", (t,), programme="standards") for t in ALL_YEARS}
    assert yearly.index == ("mine", max(spent, key=lambda t: spent[t]))
    assert yearly.right == pytest.approx(0.001 * 80)
    assert not yearly.ok


def test_a_region_never_selects_a_national_outlay() -> None:
    check = rule_check(measure="outlay", region="north,south")
    assert check.left == pytest.approx(total("outlay", ALL_YEARS, programme="data"))


def test_a_list_selects_each_of_its_names() -> None:
    check = rule_check(stage="adoption, export")
    parts = (total("commitment", ALL_YEARS, stage=stage) for stage in ("adoption", "export"))
    assert check.left == pytest.approx(sum(parts))


def test_the_years_of_a_rule_are_counted_and_no_others() -> None:
    check = rule_check(**{"from": 2027, "to": 2028})
    assert check.left == pytest.approx(total("commitment", (2027, 2028)))


def test_each_year_is_a_constraint_of_its_own() -> None:
    by_year = {t: total("commitment", (t,), stage="scale_up") for t in ALL_YEARS}
    *_, second, worst = sorted(by_year, key=lambda t: by_year[t])
    allowed = (by_year[second] + by_year[worst]) / 2
    check = rule_check(stage="scale_up", relation="<=", value=allowed, each_year="yes")
    assert (check.ok, check.index) == (False, ("mine", worst))
    assert (check.left, check.right) == (pytest.approx(by_year[worst]), allowed)


def test_a_share_of_each_year_is_taken_of_that_year() -> None:
    check = rule_check(
        stage="export", unit="share", relation="=", value=0.25, each_year="yes", **{"from": 2027, "to": 2027}
    )
    assert check.index == ("mine", 2027)
    assert check.right == pytest.approx(0.25 * total("commitment", (2027,)))


def test_growth_compares_every_year_with_the_one_before() -> None:
    by_year = [total("trainees", (t,)) for t in ALL_YEARS]
    check = rule_check(measure="trainees", unit="growth", relation=">=", value=-0.5, each_year="yes", to=2027)
    assert check.index == ("mine", 2027)
    assert (check.left, check.right) == (pytest.approx(by_year[1]), pytest.approx(0.5 * by_year[0]))
    fallen = rule_check(measure="trainees", unit="growth", relation=">=", value=-0.5)
    assert (fallen.ok, fallen.index) == (by_year[2] >= 0.5 * by_year[1], ("mine", 2028))


@pytest.mark.parametrize(
    ("relation", "value", "variable", "other"),
    [
        (">=", 1.1, "shortfall", None),
        ("<=", 0.9, "excess", None),
        ("=", 1.1, "shortfall", "excess"),
        ("=", 0.9, "excess", "shortfall"),
    ],
)
def test_a_soft_rule_is_kept_with_the_miss_that_it_admits(
    relation: str, value: float, variable: str, other: str | None
) -> None:
    selected = total("commitment", ALL_YEARS)
    miss = abs(value - 1) * selected
    nothing = {other: {("mine", "all"): 0.0}} if other else {}
    for admitted, kept in ((miss, True), (0.99 * miss, False), (0.0, False)):
        missed = {variable: {("mine", "all"): admitted}, **nothing}
        assert rule_check(missed, relation=relation, value=value * selected, penalty=0.5).ok is kept


def test_a_miss_costs_its_penalty() -> None:
    selected = total("commitment", ALL_YEARS)
    rule = {
        "rule": "mine",
        "measure": "commitment",
        "relation": ">=",
        "unit": "amount",
        "value": selected + 2.0,
        "penalty": 0.25,
    }
    values = {**Draft().values, "shortfall": {("mine", "all"): 2.0}, "excess": {}}
    worth = {name: _objective(inputs_with(rules), {**values, **extra}) for name, rules, extra in (
        ("soft", [rule], {}), ("free", [], {"shortfall": {}}),
    )}  # fmt: skip
    assert worth["free"] - worth["soft"] == pytest.approx(0.25 * 2.0)


def _objective(inputs: Inputs, values: Mapping[str, Mapping[Any, float]]) -> float:
    return next(c.left for c in check_plan(inputs, values, WEIGHTS, 0.0) if c.name == "objective")


def test_the_worst_of_several_rules_is_reported() -> None:
    selected = total("commitment", ALL_YEARS)
    rules = [
        {"rule": name, "measure": "commitment", "relation": "<=", "unit": "amount", "value": selected * share}
        for name, share in (("near", 0.9), ("far", 0.5), ("kept", 2.0))
    ]
    values = {**Draft().values, "shortfall": {}, "excess": {}}
    checks = check_plan(inputs_with(rules), values, WEIGHTS, 0.0)
    assert [check.index for check in checks if check.name == "rule_limit"] == [("far", "all")]


def test_without_rules_there_is_nothing_to_miss() -> None:
    values = {**Draft().values, "shortfall": {}, "excess": {}}
    checks = check_plan(inputs_with([]), values, WEIGHTS, 0.0)
    assert next(dataclasses.astuple(c)[:3] for c in checks if c.name == "rule_limit") == (
        "rule_limit",
        "constraint",
        None,
    )
