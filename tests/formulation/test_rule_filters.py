"""What a policy rule selects, and which whole a share is taken of, in a case with two of everything and three years."""

from typing import Any

import pytest

from solved_cases import Case
from tiny import Cells
from totals import written_out

TWO_OF_EVERYTHING: dict[str, Any] = {
    "settings": {"plan_years": 3},
    "industries": {"ships": {}},
    "regions": {"south": {}},
    "siting": {"cars": {"north": 0.5, "south": 0.5}, "ships": {"north": 0.5, "south": 0.5}},
    "tasks": {"repair": {}},
    "stages": {"scale_up": {"private_match": 3.0}},  # 4 억원 of investment for each of public money, adoption 2
    "tracks": {"leaders": {}},
    "programmes": {"centres": {"regional": "yes"}},  # `data` is national
}
YEARS = (2026, 2027, 2028)


def row(rule: Cells, key: Any = "all") -> tuple[Case, dict[tuple[str, Any], float]]:
    """(variable, index) → coefficient in the row of a rule, its totals written out over commitments."""
    case = Case(**TWO_OF_EVERYTHING, rules={"rule": rule})
    body = case.model.rule_limit["rule", key].body
    return case, written_out(stated(body), case.model.commitment)


def stated(body: Any) -> dict[tuple[str, Any], float]:
    """(variable, index) → coefficient as they stand in a row, totals and all."""
    return {(v.parent_component().name, v.index()): c for v, c in zip(body.linear_vars, body.linear_coefs, strict=True)}


@pytest.mark.parametrize(
    ("measure", "filters", "count"),
    [
        # 2 industries × 2 regions × 2 tasks × 2 stages × 2 segments × 3 years
        ("commitment", {}, 96),
        ("commitment", {"industry": "cars"}, 48),
        ("commitment", {"region": "south"}, 48),
        ("commitment", {"task": "repair"}, 48),
        ("commitment", {"stage": "scale_up"}, 48),
        ("commitment", {"industry": "cars", "region": "south", "task": "repair", "stage": "scale_up"}, 6),
        ("investment", {"industry": "ships", "stage": "adoption"}, 24),
        # 2 tracks × (2 industries × 2 regions + toys in the north) × 3 years
        ("trainees", {}, 30),
        ("trainees", {"track": "leaders"}, 15),
        ("trainees", {"industry": "toys"}, 6),
        ("trainees", {"region": "south"}, 12),
        ("trainees", {"track": "leaders", "industry": "cars", "region": "north"}, 3),
        # the national programme and the regional one in 2 regions, × 3 years
        ("outlay", {}, 9),
        ("outlay", {"programme": "data"}, 3),
        ("outlay", {"programme": "centres"}, 6),
        ("outlay", {"region": "south"}, 3),
        ("outlay", {"region": "south", "programme": "centres"}, 3),
        # all three, as far as every filter applies to them
        ("spending", {}, 96 + 30 + 9),
        ("spending", {"industry": "cars"}, 48 + 12),
        ("spending", {"region": "south"}, 48 + 12 + 3),
        ("spending", {"task": "repair"}, 48),
        ("spending", {"stage": "scale_up", "industry": "ships"}, 24),
        ("spending", {"track": "leaders", "industry": "toys"}, 3),
        ("spending", {"programme": "data"}, 3),
        ("spending", {"programme": "centres", "region": "south"}, 3),
    ],
)
def test_a_rule_selects_what_passes_every_filter(measure: str, filters: Cells, count: int) -> None:
    _, coefficients = row({"measure": measure, **filters})
    variable = "commitment" if measure == "investment" else measure
    assert measure == "spending" or {name for name, _ in coefficients} == {variable}
    assert all(set(filters.values()) <= set(index) for _, index in coefficients)
    assert len(coefficients) == count
    assert measure in ("investment", "spending") or set(coefficients.values()) == {1.0}


def test_spending_is_public_money_whatever_it_is_spent_on() -> None:
    # a trainee costs 0.1 억원, half of which the employer pays
    _, coefficients = row({"measure": "spending"})
    assert {(name, c) for (name, _), c in coefficients.items()} == {
        ("commitment", 1.0), ("trainees", 0.05), ("outlay", 1.0),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("filters", "total"),
    [
        ({}, "stage_total"),
        ({"stage": "adoption"}, "stage_total"),
        ({"task": "repair", "stage": "adoption"}, "task_total"),
        ({"industry": "cars"}, "place_total"),
        ({"region": "south", "stage": "adoption"}, "place_total"),
        ({"industry": "cars", "task": "repair"}, "committed"),
        ({"region": "south", "task": "repair"}, "committed"),
    ],
)
@pytest.mark.parametrize("measure", ["commitment", "investment", "spending"])
def test_a_rule_refers_to_the_coarsest_total_that_its_filters_allow(measure: str, filters: Cells, total: str) -> None:
    case = Case(**TWO_OF_EVERYTHING, rules={"rule": {"measure": measure, **filters}})
    variables = {name for name, _ in stated(case.model.rule_limit["rule", "all"].body)}
    assert variables - {"trainees", "outlay"} == {total}


def test_a_comma_list_selects_each_of_its_names() -> None:
    assert len(row({"industry": "cars, ships", "task": "design"})[1]) == 48
    assert len(row({"measure": "trainees", "industry": "cars,toys"})[1]) == 18
    assert len(row({"measure": "outlay", "programme": "data,centres"})[1]) == 9


def test_investment_counts_the_private_match_of_each_stage() -> None:
    _, coefficients = row({"measure": "investment"})
    assert {index[3]: c for (_, index), c in coefficients.items()} == {"adoption": 2.0, "scale_up": 4.0}


def test_a_region_filter_never_selects_national_outlays() -> None:
    _, everywhere = row({"measure": "outlay", "region": "north,south"})
    assert {p for _, (p, _, _) in everywhere} == {"centres"}
    assert len(everywhere) == 6


@pytest.mark.parametrize(
    ("years", "expected"),
    [
        ({}, {2026, 2027, 2028}),
        ({"from": 2027}, {2027, 2028}),
        ({"to": 2027}, {2026, 2027}),
        ({"from": 2027, "to": 2027}, {2027}),
    ],
)
def test_a_rule_sums_over_the_years_from_to(years: Cells, expected: set[int]) -> None:
    _, coefficients = row(years)
    assert {index[-1] for _, index in coefficients} == expected


def test_each_year_makes_one_constraint_a_year() -> None:
    rule = {"each_year": "yes", "from": 2027, "value": 7.0}
    case, coefficients = row(rule, 2028)
    assert list(case.model.rule_limit) == [("rule", 2027), ("rule", 2028)]
    assert {index[-1] for _, index in coefficients} == {2028}
    assert case.model.rule_limit["rule", 2027].upper == 7.0


@pytest.mark.parametrize(
    ("years", "keys"),
    [({}, [2027, 2028]), ({"from": 2027}, [2028]), ({"to": 2027}, [2027]), ({"each_year": "yes"}, [2027, 2028])],
)
def test_growth_compares_consecutive_years_within_from_to(years: Cells, keys: list[int]) -> None:
    case, coefficients = row({"unit": "growth", "value": 0.25, **years}, keys[-1])
    assert list(case.model.rule_limit) == [("rule", t) for t in keys]
    assert {index[-1]: c for (_, index), c in coefficients.items()} == {keys[-1]: 1.0, keys[-1] - 1: -1.25}
    assert case.model.rule_limit["rule", keys[-1]].upper == 0.0


def test_growth_looks_only_at_what_passes_the_filters() -> None:
    _, coefficients = row({"unit": "growth", "measure": "investment", "stage": "scale_up", "value": 0.5}, 2027)
    assert {(index[3], index[-1], c) for (_, index), c in coefficients.items()} == {
        ("scale_up", 2027, 4.0), ("scale_up", 2026, -6.0),
    }  # fmt: skip


CORNER = {"industry": "cars", "region": "south", "task": "repair", "stage": "scale_up"}


@pytest.mark.parametrize(
    ("rule", "selected", "whole"),
    [
        # industry, region, task and stage are cleared for the whole
        ({"measure": "commitment", **CORNER}, {"cars", "south", "repair", "scale_up"}, set()),
        ({"measure": "investment", "industry": "cars"}, {"cars"}, set()),
        # track and programme also narrow the whole
        ({"measure": "trainees", "track": "leaders", "industry": "cars"}, {"leaders", "cars"}, {"leaders"}),
        ({"measure": "outlay", "programme": "centres", "region": "south"}, {"centres", "south"}, {"centres"}),
        # the whole of the outlays includes the national ones
        ({"measure": "outlay", "region": "south"}, {"south"}, set()),
    ],
)
def test_a_share_is_taken_of_the_same_measure_with_every_filter_cleared_but_track_and_programme(
    rule: Cells, selected: set[str], whole: set[str]
) -> None:
    # Σ selected − 0.25 × Σ whole: 0.75 for what is selected, −0.25 for the rest of the whole, nothing else in the row
    case, coefficients = row({**rule, "unit": "share", "value": 0.25, "from": 2027})
    investment = rule["measure"] == "investment"
    variable = "commitment" if investment else rule["measure"]
    expected = {
        (variable, index): (0.75 if selected <= set(index) else -0.25)
        * ({"adoption": 2.0, "scale_up": 4.0}[index[3]] if investment else 1.0)
        for index in case.model.component(variable)
        if whole <= set(index) and index[-1] >= 2027
    }
    assert coefficients == pytest.approx(expected)
    assert case.model.rule_limit["rule", "all"].upper == 0.0


def test_a_share_of_spending_is_taken_of_all_spending() -> None:
    # every filter is cleared for the whole, programme and track as well
    for filters in ({"programme": "data"}, {"track": "leaders"}, {"industry": "cars"}):
        case, coefficients = row({"measure": "spending", **filters, "unit": "share", "value": 0.25})
        expected = {
            (variable, index): (0.75 if set(filters.values()) <= set(index) else -0.25) * weight
            for variable, weight in {"commitment": 1.0, "trainees": 0.05, "outlay": 1.0}.items()
            for index in case.model.component(variable)
        }
        assert coefficients == pytest.approx(expected)


THREE_FUNDS: dict[str, Any] = {
    "funds": {"second": {}, "third": {}},
    "stages": {"scale_up": {"fund": "second"}},
    "programmes": {"data": {"fund": "third"}},
    "appropriations": {"main": {2026: 100, 2027: 60}, "second": {2026: 30, 2027: 0}, "third": {2026: 0, 2027: 8}},
}
"""`main` pays for adoption and training, `second` for scale_up, `third` for the programme."""


@pytest.mark.parametrize(
    ("rule", "appropriations"),
    [
        # all funds that pay for the measure
        ({"measure": "commitment"}, 160 + 30),
        ({"measure": "investment", "industry": "cars"}, 160 + 30),
        ({"measure": "outlay"}, 8),
        ({"measure": "spending"}, 160 + 30 + 8),
        ({"measure": "spending", "region": "north"}, 160 + 30 + 8),
        # only those that pay for what is named
        ({"measure": "commitment", "stage": "scale_up"}, 30),
        ({"measure": "investment", "stage": "adoption,scale_up"}, 160 + 30),
        ({"measure": "spending", "stage": "scale_up"}, 30),
        ({"measure": "spending", "programme": "data"}, 8),
        ({"measure": "spending", "track": "reskilled"}, 160),
        # over the same years
        ({"measure": "commitment", "to": 2026}, 100 + 30),
        ({"measure": "spending", "from": 2027}, 60 + 8),
    ],
)
def test_a_share_of_appropriations_is_taken_of_the_funds_that_pay(rule: Cells, appropriations: float) -> None:
    case = Case(**THREE_FUNDS, rules={"rule": {**rule, "unit": "appropriation_share", "value": 0.5}})
    assert case.model.rule_limit["rule", "all"].upper == pytest.approx(0.5 * appropriations)
    assert set(stated(case.model.rule_limit["rule", "all"].body).values()) <= {
        1.0,
        2.0,
        0.05,
    }  # nothing but the measure


def test_a_yearly_share_of_appropriations_is_taken_of_those_of_the_year() -> None:
    rule = {"measure": "commitment", "unit": "appropriation_share", "value": 0.5, "each_year": "yes"}
    limits = Case(**THREE_FUNDS, rules={"rule": rule}).model.rule_limit
    assert {t: limits["rule", t].upper for t in (2026, 2027)} == {2026: 65.0, 2027: 30.0}


def test_a_soft_rule_has_its_misses_in_its_row() -> None:
    for relation, misses in {
        ">=": {"shortfall": 1.0},
        "<=": {"excess": -1.0},
        "=": {"shortfall": 1.0, "excess": -1.0},
    }.items():
        _, coefficients = row({"relation": relation, "penalty": 0.1, "stage": "adoption"})
        assert {name: c for (name, _), c in coefficients.items() if name != "commitment"} == misses
