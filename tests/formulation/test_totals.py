"""The totals that other constraints refer to. Each is tied by one equation: were it larger than what it sums, money or
people would be missing, were it smaller, they would be there for nothing."""

from typing import Any

import pytest

from constraint_coverage import BINDS, BREAKS, HOLDS, shows
from solved_cases import ADOPTION, ONE_STAGE, SCALE_UP, Case, money
from totals import totals

TWO_OF_EVERYTHING: dict[str, Any] = {
    "industries": {"ships": {"production_inducement": 1.5}},
    "regions": {"south": {"investment_cost": 1.2}},
    "siting": {"cars": {"north": 0.5, "south": 0.5}, "ships": {"north": 0.5, "south": 0.5}},
    "tasks": {"repair": {"ceiling": 0.7}},
    "unlocks": {"data": {"repair": 0.2}},
    "programmes": {"data": {"minimum_progress": 0.3, "annual_ceiling": 0.2}},
    "stages": {"scale_up": {"private_match": 3.0}},
    "appropriations": money(300, 200),
}
SCARCE = {"stages": ONE_STAGE, "appropriations": money(30)}
"""30 억원 in 2026, worth 4 each."""
STAFFED: dict[str, Any] = {
    "stages": ONE_STAGE, "tracks": {"reskilled": {"requirement": 1.0, "initial_stock": 40, "initial_capacity": 0}},
}  # fmt: skip
"""20 skilled people in cars, one for each 억원 invested, half of it public: 10 억원 in 2026, worth 4 each."""
NORTH, SOUTH = ADOPTION, ("cars", "south", "design", "adoption")
DESIGN, REPAIR = ADOPTION, ("cars", "north", "repair", "adoption")


@shows("committed_balance", HOLDS)
@shows("task_total_balance", HOLDS)
@shows("place_total_balance", HOLDS)
@shows("stage_total_balance", HOLDS)
@shows("invested_balance", HOLDS)
@shows("reach_balance", HOLDS)
def test_every_total_is_what_the_commitments_and_the_progress_come_to() -> None:
    case = Case(**TWO_OF_EVERYTHING)
    expected = totals(case.inputs, case.of("commitment"), case.of("progress"))
    for name in ("committed", "task_total", "place_total", "stage_total", "invested", "reach"):
        found = case.of(name)
        assert {at: expected[name][at] for at in found} == pytest.approx(found, abs=1e-6), name
        assert sum(found.values()) > 0
    assert sum(case.of("stage_total").values()) == pytest.approx(470)  # all but the 30 억원 of the programme


@shows("committed_balance", BINDS)
@shows("task_total_balance", BINDS)
@shows("stage_total_balance", BINDS)
@pytest.mark.parametrize(
    ("constraint", "index"),
    [
        ("committed_balance", (*ADOPTION, 2026)),
        ("task_total_balance", ("design", "adoption", 2026)),
        ("stage_total_balance", ("adoption", 2026)),
    ],
)
def test_a_total_above_what_it_sums_would_take_money_from_the_fund(constraint: str, index: Any) -> None:
    # 30 × 4. A total of 5 억원 more than is committed leaves 25 × 4; a won costs 4
    case = Case(**SCARCE)
    assert case.best == pytest.approx(120)
    assert case.dual(constraint, index) == pytest.approx(-4)
    assert case.gain(constraint, index, 5) == pytest.approx(-20)


@shows("place_total_balance", BINDS)
def test_a_place_with_more_than_its_commitments_would_take_people() -> None:
    # 10 × 4. 2 억원 of public money that nobody committed would need 4 of the 20 people: 8 × 4
    case = Case(**STAFFED)
    assert case.best == pytest.approx(40)
    at = ("cars", "north", "adoption", 2026)
    assert case.dual("place_total_balance", at) == pytest.approx(-4)
    assert case.gain("place_total_balance", at, 2) == pytest.approx(-8)


@shows("invested_balance", BINDS)
def test_investment_out_of_nothing_would_take_people() -> None:
    # 2 억원 of investment, public and private, that nobody made would need 2 of the 20 people: 9 × 4
    case = Case(**STAFFED)
    assert case.best == pytest.approx(40)
    assert case.dual("invested_balance", ("cars", "north", 2026)) == pytest.approx(-2)
    assert case.gain("invested_balance", ("cars", "north", 2026), 2) == pytest.approx(-4)


@shows("reach_balance", BINDS)
def test_a_ceiling_raised_by_nothing_would_be_worth_the_depth_it_allows() -> None:
    # adoption reaches 0.6 in 2026 and, with the programme finished, 0.8 in 2027: 240 + 40. A unit more in 2027 is worth
    # 200; one in 2026 is gained a year earlier: 400 instead of 200
    case = Case(tasks={"design": {"ceiling": 0.6}}, unlocks={"data": {"design": 0.2}}, stages=ONE_STAGE)
    assert case.best == pytest.approx(280)
    for year in (2026, 2027):
        assert case.dual("reach_balance", ("design", year)) == pytest.approx(200)
        assert case.gain("reach_balance", ("design", year), 0.1) == pytest.approx(20)


@shows("committed_balance", BREAKS)
def test_a_cell_with_more_than_its_steps_is_noticed() -> None:
    steps = {(*ADOPTION, 1, 2026): 10.0, (*ADOPTION, 2, 2026): 20.0, (*ADOPTION, 2, 2027): 40.0}
    case, at = Case(), (*ADOPTION, 2026)
    for sum_, missed in ((30.0, 0), (35.0, 5), (70.0, 40)):
        by = case.violation("committed_balance", at, commitment=steps, committed={at: sum_})
        assert by == pytest.approx(missed)


@shows("task_total_balance", BREAKS)
def test_a_task_without_one_of_its_regions_is_noticed() -> None:
    case, at = Case(**TWO_OF_EVERYTHING), ("design", "adoption", 2026)
    cells = {(*NORTH, 2026): 10.0, (*SOUTH, 2026): 20.0, (*REPAIR, 2026): 40.0}
    for sum_, missed in ((30.0, 0), (10.0, 20)):
        by = case.violation("task_total_balance", at, committed=cells, task_total={at: sum_})
        assert by == pytest.approx(missed)


@shows("place_total_balance", BREAKS)
def test_a_place_without_one_of_its_tasks_is_noticed() -> None:
    case, at = Case(**TWO_OF_EVERYTHING), ("cars", "north", "adoption", 2026)
    cells = {(*DESIGN, 2026): 10.0, (*REPAIR, 2026): 20.0, (*SOUTH, 2026): 40.0, (*SCALE_UP, 2026): 80.0}
    for sum_, missed in ((30.0, 0), (10.0, 20)):
        by = case.violation("place_total_balance", at, committed=cells, place_total={at: sum_})
        assert by == pytest.approx(missed)


@shows("stage_total_balance", BREAKS)
def test_a_stage_without_one_of_its_tasks_is_noticed() -> None:
    case, at = Case(**TWO_OF_EVERYTHING), ("adoption", 2026)
    tasks = {("design", *at): 10.0, ("repair", *at): 20.0, ("design", "scale_up", 2026): 40.0}
    for sum_, missed in ((30.0, 0), (70.0, 40)):
        by = case.violation("stage_total_balance", at, task_total=tasks, stage_total={at: sum_})
        assert by == pytest.approx(missed)


@shows("invested_balance", BREAKS)
def test_investment_that_forgets_a_year_or_private_money_is_noticed() -> None:
    # one won of private money beside each of adoption, three beside each of scale_up: 2 × 10, and 4 × 5 more
    case, place = Case(**TWO_OF_EVERYTHING), ("cars", "north")
    public = {(*place, "adoption", 2026): 10.0, (*place, "scale_up", 2027): 5.0}
    for first, second, missed in ((20.0, 40.0, (0, 0)), (20.0, 20.0, (0, 20)), (10.0, 30.0, (10, 0))):
        so_far = {(*place, 2026): first, (*place, 2027): second}
        by = [case.violation("invested_balance", at, place_total=public, invested=so_far) for at in so_far]
        assert by == pytest.approx(list(missed))


@shows("reach_balance", BREAKS)
def test_a_ceiling_raised_too_far_or_too_early_is_noticed() -> None:
    # what the programmes have done by the end of 2026 counts in 2027: 0.4 × 0.5 + 0.2 × 1
    case = Case(programmes={"model": {}}, unlocks={"data": {"design": 0.4}, "model": {"design": 0.2}})
    done = {("data", 2026): 0.5, ("model", 2026): 1.0, ("data", 2027): 1.0, ("model", 2027): 1.0}
    for first, second, missed in ((0.0, 0.4, (0, 0)), (0.0, 0.6, (0, 0.2)), (0.4, 0.4, (0.4, 0))):
        given = {("design", 2026): first, ("design", 2027): second}
        by = [case.violation("reach_balance", at, progress=done, reach=given) for at in given]
        assert by == pytest.approx(list(missed))
