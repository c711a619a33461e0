"""Policy rules on tiny cases: what a rule is worth. What it selects is in test_rule_filters.py."""

from typing import Any, NamedTuple

import pytest

from constraint_coverage import BINDS, BREAKS, HOLDS, shows
from solved_cases import ADOPTION, ONE_STAGE, SCALE_UP, Case, best, money
from tiny import Cells

SCARCE = {"appropriations": money(30)}
"""30 억원, worth 4 each in adoption in 2026 and 2 in scale_up (or in adoption) in 2027."""
SINGLE = {"stages": ONE_STAGE}
NEEDED = {**SINGLE, "tracks": {"reskilled": {"requirement": 1.0, "initial_capacity": 20}}}
"""One person for each 억원 invested: a person is worth 2 in 2026 and 1 in 2027."""
UNLOCKED = {**SINGLE, "tasks": {"design": {"ceiling": 0.6}}, "unlocks": {"data": {"design": 0.4}}}
"""Adoption of 0.6 in 2026 (240), and for each 억원 of the programme in 2026 0.004 more in 2027: 0.8 억원."""


class Priced(NamedTuple):
    """A rule, the optimum under it, and the optimum when its value is `other`."""

    measure: str
    unit: str
    relation: str
    value: float
    best: float
    other: float
    other_best: float
    case: dict[str, Any]
    filters: Cells = {}  # noqa: RUF012

    def changes(self, value: float, **more: Any) -> dict[str, Any]:
        kind = {"measure": self.measure, "unit": self.unit, "relation": self.relation}
        return {**self.case, "rules": {"rule": {**kind, "value": value, **self.filters, **more}}}


ON_SCALE_UP, ON_CARS, ON_SOUTH = {"stage": "scale_up"}, {"industry": "cars"}, {"region": "south"}
ON_DATA, ON_RESKILLED = {"programme": "data"}, {"track": "reskilled"}
BUILT = {
    **SINGLE, "appropriations": money(70), "regions": {"south": {"siting_cost": 2.0}},
    "programmes": {"data": {"minimum_progress": 0.4, "regional": "yes"}},
}  # fmt: skip
"""The required 0.4 of the programme costs 40 억원 in the north and twice as much in the south; a won is worth 4."""
TRAINED = {
    **SINGLE,
    "appropriations": money(15),
    "tracks": {"reskilled": {"target": 100, "target_year": 2026, "capacity_growth": 1.0}},
}
"""100 people in 2026 for 5 억원; 10 are left, worth 4 each."""
MATCHED = {"appropriations": money(34), "stages": {"scale_up": {"private_match": 0.5}}}
DELAYED = {**SINGLE, "appropriations": money(30, 30), "programmes": {"data": {"minimum_progress": 0.4}}}
"""40 억원 for the programme, as late as possible."""
LATER = {**SINGLE, "appropriations": money(20)}
STEPS = {**SINGLE, "appropriations": money(10, 100)}

PRICED = [
    # amount
    Priced("commitment", "amount", "<=", 10, 10 * 4, 12, 12 * 4, SINGLE),
    Priced("commitment", "amount", ">=", 10, 20 * 4 + 10 * 2, 12, 18 * 4 + 12 * 2, SCARCE, ON_SCALE_UP),
    Priced("commitment", "amount", "=", 10, 20 * 4 + 10 * 2, 12, 18 * 4 + 12 * 2, SCARCE, ON_SCALE_UP),
    Priced("commitment", "amount", "=", 10, 400 + 10 * 2, 12, 400 + 12 * 2, {}, ON_SCALE_UP),
    Priced("investment", "amount", "<=", 20, 10 * 4, 24, 12 * 4, SINGLE),
    Priced("investment", "amount", ">=", 20, 20 * 4 + 10 * 2, 24, 18 * 4 + 12 * 2, SCARCE, ON_SCALE_UP),
    Priced("investment", "amount", "=", 20, 400 + 10 * 2, 24, 400 + 12 * 2, {}, ON_SCALE_UP),
    Priced("trainees", "amount", "<=", 10, 10 * 2, 12, 12 * 2, NEEDED),
    Priced("trainees", "amount", ">=", 200, 5 * 4, 220, 4 * 4, TRAINED),
    Priced("trainees", "amount", "=", 200, 5 * 4, 220, 4 * 4, TRAINED),
    Priced("outlay", "amount", "<=", 50, 240 + 40, 60, 240 + 48, UNLOCKED),
    Priced("outlay", "amount", ">=", 20, 10 * 4, 25, 5 * 4, {**SINGLE, **SCARCE}),
    Priced("outlay", "amount", "=", 20, 10 * 4, 25, 5 * 4, {**SINGLE, **SCARCE}),
    Priced("spending", "amount", "<=", 10, 10 * 4, 12, 12 * 4, SINGLE),
    Priced("spending", "amount", ">=", 20, 10 * 4, 25, 5 * 4, {**SINGLE, **SCARCE}, ON_DATA),
    Priced("spending", "amount", "=", 5, 25 * 4, 6, 24 * 4, {**SINGLE, **SCARCE}, ON_RESKILLED),
    # share of the same measure
    Priced("commitment", "share", "<=", 0.6, 18 * 4 + 12 * 2, 0.5, 15 * 4 + 15 * 2, SCARCE, {"stage": "adoption"}),
    Priced("commitment", "share", ">=", 0.4, 18 * 4 + 12 * 2, 0.5, 15 * 4 + 15 * 2, SCARCE, ON_SCALE_UP),
    Priced("commitment", "share", "=", 0.4, 18 * 4 + 12 * 2, 0.5, 15 * 4 + 15 * 2, SCARCE, ON_SCALE_UP),
    # a won brings 1 of private money in adoption, 0.5 in scale_up, where it is worth 1.5: 1.5 × 16 = 0.4 × (2 × 18 + 1.5 × 16)
    Priced("investment", "share", ">=", 0.4, 18 * 4 + 16 * 1.5, 0.0, 34 * 4, MATCHED, ON_SCALE_UP),
    Priced("investment", "share", "<=", 0.6, 18 * 4 + 16 * 1.5, 1.0, 34 * 4, MATCHED, {"stage": "adoption"}),
    Priced("investment", "share", "=", 0.4, 18 * 4 + 16 * 1.5, 0.0, 34 * 4, MATCHED, ON_SCALE_UP),
    # 20 places a year: 24 of 40 people may be in cars, those of 2026 and 4 of 2027
    Priced("trainees", "share", "<=", 0.6, 20 * 2 + 4, 0.5, 20 * 2, NEEDED, ON_CARS),
    Priced("trainees", "share", ">=", 0.4, 20 * 2 + 4, 0.5, 20 * 2, NEEDED, {"industry": "toys"}),
    Priced("trainees", "share", "=", 0.6, 20 * 2 + 4, 0.5, 20 * 2, NEEDED, ON_CARS),
    # half of the outlays in the south, where they do half: x × (0.5 + 0.25) = 40
    Priced("outlay", "share", ">=", 0.5, (70 - 40 / 0.75) * 4, 0.4, (70 - 40 / 0.8) * 4, BUILT, ON_SOUTH),
    Priced("outlay", "share", "<=", 0.5, (70 - 40 / 0.75) * 4, 0.6, (70 - 40 / 0.8) * 4, BUILT, {"region": "north"}),
    Priced("outlay", "share", "=", 0.5, (70 - 40 / 0.75) * 4, 0.4, (70 - 40 / 0.8) * 4, BUILT, ON_SOUTH),
    # what is spent on something else also counts for the whole, whatever the filter
    Priced("spending", "share", "<=", 0.6, 18 * 4, 0.5, 15 * 4, {**SINGLE, **SCARCE}, {"stage": "adoption"}),
    Priced("spending", "share", ">=", 0.4, 18 * 4, 0.5, 15 * 4, {**SINGLE, **SCARCE}, ON_DATA),
    Priced("spending", "share", "=", 0.4, 18 * 4, 0.5, 15 * 4, {**SINGLE, **SCARCE}, ON_RESKILLED),
    # share of the appropriations: 2000 in the default case, 30 where they are scarce
    Priced("commitment", "appropriation_share", "<=", 0.005, 10 * 4, 0.006, 12 * 4, SINGLE),
    Priced("commitment", "appropriation_share", ">=", 0.4, 18 * 4 + 12 * 2, 0.3, 21 * 4 + 9 * 2, SCARCE, ON_SCALE_UP),
    Priced("commitment", "appropriation_share", "=", 0.4, 18 * 4 + 12 * 2, 0.3, 21 * 4 + 9 * 2, SCARCE, ON_SCALE_UP),
    Priced("investment", "appropriation_share", "<=", 0.01, 10 * 4, 0.012, 12 * 4, SINGLE),
    Priced("investment", "appropriation_share", ">=", 0.5, 22.5 * 4 + 7.5 * 2, 0.4, 24 * 4 + 6 * 2, SCARCE, ON_SCALE_UP),
    Priced("investment", "appropriation_share", "=", 0.5, 22.5 * 4 + 7.5 * 2, 0.4, 24 * 4 + 6 * 2, SCARCE, ON_SCALE_UP),
    Priced("outlay", "appropriation_share", "<=", 0.025, 240 + 40, 0.03, 240 + 48, UNLOCKED),
    Priced("outlay", "appropriation_share", ">=", 0.5, 15 * 4, 0.6, 12 * 4, {**SINGLE, **SCARCE}),
    Priced("outlay", "appropriation_share", "=", 0.5, 15 * 4, 0.6, 12 * 4, {**SINGLE, **SCARCE}),
    Priced("spending", "appropriation_share", "<=", 0.005, 10 * 4, 0.006, 12 * 4, SINGLE),
    Priced("spending", "appropriation_share", ">=", 0.5, 15 * 4, 0.6, 12 * 4, {**SINGLE, **SCARCE}, ON_DATA),
    Priced("spending", "appropriation_share", "=", 0.2, 24 * 4, 0.3, 21 * 4, {**SINGLE, **SCARCE}, ON_RESKILLED),
    # growth over the year before
    Priced("commitment", "growth", "<=", 0.5, 10 * 4 + 15 * 2, 0.6, 10 * 4 + 16 * 2, STEPS),
    Priced("commitment", "growth", ">=", 0.0, 10 * 4 + 10 * 2, -0.2, 20 / 1.8 * (4 + 0.8 * 2), LATER),
    Priced("commitment", "growth", "=", 0.0, 10 * 4 + 10 * 2, -0.2, 20 / 1.8 * (4 + 0.8 * 2), LATER),
    Priced("investment", "growth", "<=", 0.5, 10 * 4 + 15 * 2, 0.6, 10 * 4 + 16 * 2, STEPS),
    Priced("investment", "growth", ">=", 0.0, 10 * 4 + 10 * 2, -0.2, 20 / 1.8 * (4 + 0.8 * 2), LATER),
    Priced("investment", "growth", "=", 0.0, 10 * 4 + 10 * 2, -0.2, 20 / 1.8 * (4 + 0.8 * 2), LATER),
    Priced("trainees", "growth", "<=", -0.5, 20 * 2 + 10, -0.4, 20 * 2 + 12, NEEDED),
    # 100 people in 2026 for 5 억원, and as many (or 80) have to follow in 2027
    Priced("trainees", "growth", ">=", 0.0, 5 * 4, -0.2, 6 * 4, TRAINED),
    Priced("trainees", "growth", "=", 0.0, 5 * 4, -0.2, 6 * 4, TRAINED),
    Priced("outlay", "growth", "<=", 0.0, 10 * 4 + 10 * 2, 1.0, (30 - 40 / 3) * 4 + (30 - 80 / 3) * 2, DELAYED),
    Priced("outlay", "growth", ">=", 0.0, 240 + 50 * 0.8, -0.2, 240 + 100 / 1.8 * 0.8, UNLOCKED),
    Priced("outlay", "growth", "=", 0.0, 240 + 50 * 0.8, -0.2, 240 + 100 / 1.8 * 0.8, UNLOCKED),
    Priced("spending", "growth", "<=", 0.5, 10 * 4 + 15 * 2, 0.6, 10 * 4 + 16 * 2, STEPS),
    Priced("spending", "growth", ">=", 0.0, 10 * 4 + 10 * 2, -0.2, 20 / 1.8 * (4 + 0.8 * 2), LATER),
    Priced("spending", "growth", "=", 0.0, 10 * 4 + 10 * 2, -0.2, 20 / 1.8 * (4 + 0.8 * 2), LATER),
]  # fmt: skip


@shows("rule_limit", HOLDS, BINDS)
@pytest.mark.parametrize("rule", PRICED, ids=lambda rule: f"{rule.measure} {rule.unit} {rule.relation} {rule.value}")
def test_a_rule_costs_what_it_forbids(rule: Priced) -> None:
    case = Case(**rule.changes(rule.value))
    assert case.best == pytest.approx(rule.best)
    assert best(**rule.changes(rule.other)) == pytest.approx(rule.other_best)
    ((key, dual),) = case.solution.duals("rule_limit").items()
    assert {"<=": dual >= 0, ">=": dual <= 0, "=": dual != 0}[rule.relation]
    assert case.gain("rule_limit", key, 1e-3) == pytest.approx(dual * 1e4 * 1e-3, abs=1e-7)


def test_every_measure_is_priced_in_every_unit_and_relation() -> None:
    # but for people as a share of appropriations, which are money
    assert len({(rule.measure, rule.unit, rule.relation) for rule in PRICED}) == (5 * 4 - 1) * 3


@pytest.mark.parametrize(
    ("each_year", "worth"),
    [
        ("no", 20 * 2),  # 20 people in cars in 2026, 20 in toys in 2027: half over the plan
        ("yes", 10 * 2 + 10),  # half of the places in each year
    ],
)
def test_a_share_can_be_asked_over_the_plan_or_in_each_year(each_year: str, worth: float) -> None:
    rule = {"measure": "trainees", "unit": "share", "value": 0.5, **ON_CARS, "each_year": each_year}
    assert best(**NEEDED, rules={"half": rule}) == pytest.approx(worth)


@pytest.mark.parametrize(("each_year", "worth"), [("no", 15 * 4), ("yes", 15 * 4 + 15 * 2)])
def test_an_amount_can_be_asked_over_the_plan_or_in_each_year(each_year: str, worth: float) -> None:
    assert best(**SINGLE, rules={"cap": {"value": 15, "each_year": each_year}}) == pytest.approx(worth)


@pytest.mark.parametrize(("each_year", "worth"), [("no", 20 * 4 + 10 * 2), ("yes", 10 * 4 + 20 * 2)])
def test_a_share_of_appropriations_can_be_asked_over_the_plan_or_in_each_year(each_year: str, worth: float) -> None:
    # half of 20 + 40 억원, at most 20 of which are there in 2026; or 10 of the 20 and 20 of the 40
    cap = {"unit": "appropriation_share", "value": 0.5, "each_year": each_year}
    assert best(**SINGLE, appropriations=money(20, 40), rules={"cap": cap}) == pytest.approx(worth)


def test_a_rule_speaks_only_of_the_years_from_to() -> None:
    # nothing may be committed in 2026: everything in 2027 (200); nothing in 2027: scale_up never begins (400)
    assert best(**SINGLE, rules={"cap": {"value": 0, "to": 2026}}) == pytest.approx(200)
    assert best(rules={"cap": {"value": 0, "from": 2027}}) == pytest.approx(400)


@shows("rule_limit", BREAKS)
@pytest.mark.parametrize(
    ("rule", "missed"),
    [  # 30 억원 of adoption and 10 of scale_up in 2026, 50 of adoption in 2027
        ({"relation": "<=", "value": 85}, 5),
        ({"relation": "<=", "value": 95}, 0),
        ({"relation": ">=", "value": 95}, 5),
        ({"relation": ">=", "value": 85}, 0),
        ({"relation": "=", "value": 85}, 5),
        ({"relation": "=", "value": 95}, 5),
        ({"relation": "=", "value": 90}, 0),
        ({"relation": ">=", "value": 0.2, "unit": "share", "stage": "scale_up"}, 8),  # 10 of 90, 18 asked for
        ({"relation": "<=", "value": 0.8, "unit": "share", "stage": "adoption"}, 8),  # 80 of 90, 72 allowed
        ({"relation": "=", "value": 0.1, "unit": "share", "stage": "scale_up"}, 1),  # 10 of 90, 9 asked for
        ({"relation": "<=", "value": 0.1, "unit": "growth"}, 6),  # 50 after 40, 44 allowed
        ({"relation": ">=", "value": 0.3, "unit": "growth"}, 2),  # 50 after 40, 52 asked for
        ({"relation": "=", "value": 0.25, "unit": "growth"}, 0),
        ({"relation": "<=", "value": 0.04, "unit": "appropriation_share"}, 10),  # 80 of 2 × 1000
        ({"relation": ">=", "value": 0.1, "unit": "appropriation_share", "to": 2026}, 60),  # 40 of 1000
        ({"relation": "<=", "value": 85, "measure": "spending"}, 5),
        ({"relation": ">=", "value": 1, "measure": "spending", "track": "reskilled"}, 1),
    ],
)
def test_a_broken_rule_is_noticed(rule: Cells, missed: float) -> None:
    case = Case(rules={"rule": rule})
    spent = {(*ADOPTION, 1, 2026): 30.0, (*SCALE_UP, 2, 2026): 10.0, (*ADOPTION, 2, 2027): 50.0}
    (key,) = case.model.rule_limit
    assert case.violation("rule_limit", key, commitment=spent) == pytest.approx(missed)


@shows("rule_limit", BREAKS)
def test_spending_counts_commitments_training_and_outlays() -> None:
    # 30 + 100 × 0.05 + 20 = 55; of the programme 20
    spent: dict[str, Any] = {
        "commitment": {(*ADOPTION, 1, 2026): 30.0},
        "trainees": {("reskilled", "cars", "north", 2026): 60.0, ("reskilled", "toys", "north", 2027): 40.0},
        "outlay": {("data", "national", 2027): 20.0},
    }
    for rule, missed in (({"value": 50}, 5), ({"value": 55}, 0), ({"value": 0.2, "unit": "share", **ON_DATA}, 9)):
        case = Case(rules={"rule": {"measure": "spending", **rule}})
        assert case.violation("rule_limit", ("rule", "all"), **spent) == pytest.approx(missed)


def test_a_plan_without_rules_has_no_such_row() -> None:
    assert not Case().arrays.rows["rule_limit"].indices


# A soft rule: 30 억원 worth 4 each. The penalty is in 조원 for each unit by which it is missed: 0.0001 조원 is 1 억원.
CHEAP, DEAR = 1e-4, 5e-4


def soft(penalty: float, rule: Cells) -> Case:
    return Case(**SINGLE, **SCARCE, rules={"soft": {**rule, "penalty": penalty}})


@pytest.mark.parametrize(
    ("rule", "missed_by", "missed", "kept"),
    [
        # at most 10: 20 too many, 120 − 20; kept: 10 × 4
        ({"relation": "<=", "value": 10}, {"excess": 20.0}, 100, 40),
        # 10 for the programme, where a won would be worth 4: nothing, 120 − 10; kept: 20 × 4
        ({"measure": "outlay", "relation": ">=", "value": 10}, {"shortfall": 10.0}, 110, 80),
        # = misses in both directions
        ({"relation": "=", "value": 10}, {"excess": 20.0, "shortfall": 0.0}, 100, 40),
        ({"measure": "outlay", "relation": "=", "value": 10}, {"excess": 0.0, "shortfall": 10.0}, 110, 80),
        # half as much in 2027 as in 2026: 15 missing, 120 − 15; kept: 20 × 4 + 10 × 2
        ({"relation": ">=", "value": -0.5, "unit": "growth"}, {"shortfall": 15.0}, 105, 100),
    ],
)
def test_the_penalty_of_a_missed_soft_rule_is_taken_off_the_objective(
    rule: Cells, missed_by: dict[str, float], missed: float, kept: float
) -> None:
    case = soft(CHEAP, rule)
    assert case.best == pytest.approx(missed)
    assert {name: sum(case.of(name).values()) for name in missed_by} == pytest.approx(missed_by)
    case = soft(DEAR, rule)
    assert case.best == pytest.approx(kept)
    assert sum(sum(case.of(name).values()) for name in missed_by) == pytest.approx(0)


def test_a_missed_soft_share_is_counted_in_the_unit_of_the_measure() -> None:
    # half of the money for scale_up would be 15: missed by 0.5 × 30 at 1 억원 each: 120 − 15; kept: 15 × 4 + 15 × 2
    half = {"relation": ">=", "value": 0.5, "unit": "share", **ON_SCALE_UP}
    case = Case(**SCARCE, rules={"soft": {**half, "penalty": CHEAP}})
    assert case.best == pytest.approx(120 - 15)
    assert sum(case.of("shortfall").values()) == pytest.approx(15)
    assert best(**SCARCE, rules={"soft": {**half, "penalty": DEAR}}) == pytest.approx(90)


def test_a_missed_soft_share_of_appropriations_is_counted_in_the_unit_of_the_measure() -> None:
    # half of 30 억원 for scale_up would be 15, all missed at 1 억원 each: 120 − 15; kept: 15 × 4 + 15 × 2
    half = {"relation": ">=", "value": 0.5, "unit": "appropriation_share", **ON_SCALE_UP}
    case = Case(**SCARCE, rules={"soft": {**half, "penalty": CHEAP}})
    assert case.best == pytest.approx(120 - 15)
    assert sum(case.of("shortfall").values()) == pytest.approx(15)
    assert best(**SCARCE, rules={"soft": {**half, "penalty": DEAR}}) == pytest.approx(90)


def test_a_soft_rule_that_costs_nothing_to_miss_changes_nothing() -> None:
    assert soft(0.0, {"value": 10}).best == pytest.approx(120)


def test_a_rule_is_missed_only_in_the_direction_it_forbids() -> None:
    changes = {"rules": {"most": {"penalty": 1}, "least": {"relation": ">=", "penalty": 1}, "hard": {}}}
    case = Case(**changes)
    assert set(case.of("excess")) == {("most", "all")}
    assert set(case.of("shortfall")) == {("least", "all")}
