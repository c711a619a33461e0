"""The workforce on tiny cases with one stage. One 억원 of public money comes with one of private money; where a skilled
person is required for each 억원 invested, a person allows half a 억원 of public money: worth 2 in 2026 and 1 in 2027."""

from collections.abc import Mapping
from typing import Any

import pytest

from axplan.core.errors import Infeasible
from constraint_coverage import BINDS, BREAKS, HOLDS, shows
from solved_cases import ONE_STAGE, Case, best, money

CARS, TOYS = ("reskilled", "cars", "north"), ("reskilled", "toys", "north")
ONE_YEAR = {"plan_years": 1}


def skilled(**cells: Any) -> dict[str, Any]:
    """One stage, and one skilled person required for each 억원 invested."""
    return {"stages": ONE_STAGE, "tracks": {"reskilled": {"requirement": 1.0, **cells}}}


def untrained(**cells: Any) -> dict[str, Any]:
    """Only the people who are skilled before the plan."""
    return skilled(initial_capacity=0, **cells)


@shows("stock_balance", HOLDS)
def test_the_stock_loses_its_attrition_and_gains_the_trainees() -> None:
    # 100 people, half of them in cars, a tenth leaves every year, the first year included
    case = Case(**skilled(initial_stock=100, attrition=0.1, initial_capacity=20, target=40))
    stock, trainees = case.of("stock"), case.of("trainees")
    for place in (CARS, TOYS):
        assert stock[*place, 2026] == pytest.approx(0.9 * 50 + trainees[*place, 2026])
        assert stock[*place, 2027] == pytest.approx(0.9 * stock[*place, 2026] + trainees[*place, 2027])
    assert sum(trainees.values()) == pytest.approx(40)


@shows("stock_balance", BINDS)
def test_attrition_counts_from_the_first_year_and_takes_investment_away() -> None:
    # 50 people in cars: 45 in 2026, 40.5 in 2027, and what is invested so far needs them still: 20.25 × 4 = 81.
    # Without attrition 25 × 4. A person more in 2027 is worth 2; in 2026 only 0.9 of one is left in 2027
    case = Case(**untrained(initial_stock=100, attrition=0.1))
    assert case.best == pytest.approx(81)
    assert best(**untrained(initial_stock=100)) == pytest.approx(100)
    for year, worth in ((2026, 1.8), (2027, 2.0)):
        assert case.dual("stock_balance", (*CARS, year)) == pytest.approx(worth)
        assert case.gain("stock_balance", (*CARS, year), 1.0) == pytest.approx(worth)


def test_attrition_in_the_first_year_limits_a_plan_of_one_year() -> None:
    # 45 people, 22.5 억원, worth 2 each in the only year
    plan = untrained(initial_stock=100, attrition=0.1, target_year=2026)
    assert best(settings={**ONE_YEAR, "appraisal_end": 2026}, **plan) == pytest.approx(45)


@shows("stock_balance", BREAKS)
def test_people_out_of_nowhere_are_noticed() -> None:
    case = Case(tracks={"reskilled": {"initial_stock": 100, "attrition": 0.1}})
    trained = {(*CARS, 2026): 5.0, (*CARS, 2027): 10.0}
    right, wrong = {(*CARS, 2026): 50.0, (*CARS, 2027): 55.0}, {(*CARS, 2026): 55.0, (*CARS, 2027): 60.0}
    missed = [case.violation("stock_balance", (*CARS, t), trainees=trained, stock=right) for t in (2026, 2027)]
    assert missed == pytest.approx([0, 0])
    # nobody left in 2026: 5 too many; 0.9 × 55 + 10 = 59.5
    missed = [case.violation("stock_balance", (*CARS, t), trainees=trained, stock=wrong) for t in (2026, 2027)]
    assert missed == pytest.approx([5, 0.5])


def test_the_initial_stock_is_spread_by_employment_over_all_industries() -> None:
    # three quarters of the people work in cars: 75 skilled, 37.5 × 4
    assert best(industries={"cars": {"employment": 3000}}, **untrained(initial_stock=100)) == pytest.approx(150)


@shows("employment_ceiling", HOLDS)
def test_no_more_are_trained_in_an_industry_than_its_employment_allows() -> None:
    case = Case(**skilled(employment_ceiling=0.02, target=30))
    trained = {place: sum(case.of("trainees")[*place, t] for t in (2026, 2027)) for place in (CARS, TOYS)}
    assert trained[CARS] == pytest.approx(0.02 * 1000)
    assert 10 - 1e-9 <= trained[TOYS] <= 20 + 1e-9  # toys need nobody, but the target of 30 does


@shows("employment_ceiling", BINDS)
def test_a_higher_employment_ceiling_is_worth_the_people_it_allows() -> None:
    # 20 people: 10 × 4; with a ceiling of 0.03 15 × 4; a person is worth 2
    case = Case(**skilled(employment_ceiling=0.02))
    assert case.best == pytest.approx(40)
    assert best(**skilled(employment_ceiling=0.03)) == pytest.approx(60)
    assert case.dual("employment_ceiling", CARS) == pytest.approx(2)
    assert case.gain("employment_ceiling", CARS, 5) == pytest.approx(10)
    assert case.dual("employment_ceiling", TOYS) == pytest.approx(0)


def test_those_skilled_before_the_plan_use_no_employment_ceiling() -> None:
    # 10 skilled people in cars beside the 20 who may be trained: 15 × 4
    assert best(**skilled(employment_ceiling=0.02, initial_stock=20)) == pytest.approx(60)


@shows("employment_ceiling", BREAKS)
def test_training_more_than_may_be_trained_is_noticed() -> None:
    case = Case(tracks={"reskilled": {"employment_ceiling": 0.02}})
    allowed, more = {(*CARS, 2026): 15.0, (*CARS, 2027): 5.0}, {(*CARS, 2026): 15.0, (*CARS, 2027): 9.0}
    assert case.violation("employment_ceiling", CARS, trainees=allowed) == pytest.approx(0)
    assert case.violation("employment_ceiling", CARS, trainees=more) == pytest.approx(4)


@shows("capacity", HOLDS)
def test_intake_starts_at_the_initial_capacity_and_grows_from_there() -> None:
    case = Case(**skilled(initial_capacity=20, capacity_growth=0.5))
    intake = {t: case.of("trainees")[*CARS, t] + case.of("trainees")[*TOYS, t] for t in (2026, 2027)}
    assert intake == pytest.approx({2026: 20, 2027: 1.5 * 20})


@shows("capacity", BINDS)
def test_more_training_places_are_worth_the_people_they_train() -> None:
    # 20 people in 2026 (10 × 4), 30 more in 2027 (15 × 2) = 70; 22 and 33: 44 + 33; growth of 0.6: 40 + 32.
    # a place in 2026 alone is worth 2, one in 2027 1: those of 2027 are there whether or not those of 2026 were
    case = Case(**skilled(initial_capacity=20, capacity_growth=0.5))
    assert case.best == pytest.approx(70)
    assert best(**skilled(initial_capacity=22, capacity_growth=0.5)) == pytest.approx(77)
    assert best(**skilled(initial_capacity=20, capacity_growth=0.6)) == pytest.approx(72)
    for year, worth in ((2026, 2.0), (2027, 1.0)):
        assert case.dual("capacity", ("reskilled", year)) == pytest.approx(worth)
        assert case.gain("capacity", ("reskilled", year), 2.0) == pytest.approx(2 * worth)


@shows("capacity", BREAKS)
def test_more_trainees_than_places_are_noticed_across_all_industries() -> None:
    case = Case(tracks={"reskilled": {"initial_capacity": 20, "capacity_growth": 0.5}})
    right = {(*CARS, 2026): 5.0, (*TOYS, 2026): 15.0, (*CARS, 2027): 25.0, (*TOYS, 2027): 5.0}
    wrong = {(*CARS, 2026): 5.0, (*TOYS, 2026): 17.0, (*CARS, 2027): 25.0, (*TOYS, 2027): 10.0}
    assert [case.violation("capacity", ("reskilled", t), trainees=right) for t in (2026, 2027)] == pytest.approx([0, 0])
    # 22 of 20 in 2026; 35 of 30 in 2027, however many there were in 2026
    assert [case.violation("capacity", ("reskilled", t), trainees=wrong) for t in (2026, 2027)] == pytest.approx([2, 5])


def test_places_grow_whether_or_not_they_are_filled() -> None:
    # no money in 2026, when nobody can be trained; 1.5 × 20 people in 2027 all the same: 15 × 2
    plan = skilled(initial_capacity=20, capacity_growth=0.5)
    case = Case(**plan, appropriations=money(0, 100))
    assert case.best == pytest.approx(30)
    intake = {t: case.of("trainees")[*CARS, t] + case.of("trainees")[*TOYS, t] for t in (2026, 2027)}
    assert intake == pytest.approx({2026: 0, 2027: 30})


def test_places_can_become_fewer() -> None:
    # 20 people in 2026 and 0.8 × 20 in 2027: 10 × 4 + 8 × 2
    assert best(**skilled(initial_capacity=20, capacity_growth=-0.2)) == pytest.approx(56)


def supervised(span: float = 2.0, **leaders: Any) -> dict[str, Any]:
    """Reskilling is taught by leaders, of whom there are 10, half of them in toys; half leave every year; none is trained."""
    above = {"requirement": 0.0, "initial_capacity": 0, "initial_stock": 10, "attrition": 0.5, **leaders}
    plan = skilled(supervisor="leaders", span=span)
    return {**plan, "tracks": {**plan["tracks"], "leaders": {**above, "supervisor": None, "span": None}}}


@shows("supervision", HOLDS)
def test_supervisors_of_the_year_before_teach_as_many_as_they_can() -> None:
    # 10 leaders before the plan, without attrition, wherever they are; 5 at the end of 2026
    case = Case(**supervised())
    intake = {t: case.of("trainees")[*CARS, t] + case.of("trainees")[*TOYS, t] for t in (2026, 2027)}
    assert intake == pytest.approx({2026: 2 * 10, 2027: 2 * 5})


@shows("supervision", BINDS)
def test_a_wider_span_is_worth_the_people_it_trains() -> None:
    # 20 people in 2026 (10 × 4) and 10 in 2027 (5 × 2); with a span of 3: 30 (15 × 4) and 15 (7.5 × 2)
    case = Case(**supervised())
    assert case.best == pytest.approx(50)
    assert best(**supervised(span=3.0)) == pytest.approx(75)
    for year, worth in ((2026, 2.0), (2027, 1.0)):
        assert case.dual("supervision", ("reskilled", year)) == pytest.approx(worth)
        assert case.gain("supervision", ("reskilled", year), 4.0) == pytest.approx(4 * worth)


def test_leaders_trained_this_year_teach_next_year() -> None:
    # 2 leaders trained in 2026 beside the 5 who stay teach 14 people in 2027: 40 + 7 × 2
    assert best(**supervised(initial_capacity=2)) == pytest.approx(54)


@shows("supervision", BREAKS)
def test_trainees_without_supervisors_are_noticed() -> None:
    case = Case(**supervised())
    teachers = {("leaders", "cars", "north", 2026): 2.0, ("leaders", "toys", "north", 2026): 3.0}
    right: Mapping[Any, float] = {(*CARS, 2026): 20.0, (*CARS, 2027): 4.0, (*TOYS, 2027): 6.0}
    wrong = {(*CARS, 2026): 21.0, (*CARS, 2027): 9.0, (*TOYS, 2027): 6.0}
    for year, missed in ((2026, 1), (2027, 5)):
        assert case.violation("supervision", ("reskilled", year), trainees=right, stock=teachers) == pytest.approx(0)
        assert case.violation("supervision", ("reskilled", year), trainees=wrong, stock=teachers) == pytest.approx(
            missed
        )


@shows("skill_requirement", HOLDS)
def test_public_and_private_investment_so_far_has_its_skilled_people() -> None:
    # two stages, 1.5 people for each 억원; 1.5 × 2 × commitments so far
    case = Case(tracks={"reskilled": {"requirement": 1.5, "initial_capacity": 60}})
    stock = case.of("stock")
    so_far = 0.0
    for year in (2026, 2027):
        so_far += sum(2 * amount for index, amount in case.of("commitment").items() if index[-1] == year)
        assert 1.5 * so_far <= stock[*CARS, year] + 1e-6
    assert so_far == pytest.approx(120 / 1.5)


@shows("skill_requirement", BINDS)
def test_one_more_skilled_person_is_worth_the_investment_it_allows() -> None:
    # one year: 20 skilled people in cars, 10 억원 of public money, worth 2; if 0.8 people are enough: 12.5 × 2
    year = {"settings": {**ONE_YEAR, "appraisal_end": 2026}}
    case = Case(**year, **untrained(initial_stock=40, target_year=2026))
    assert case.best == pytest.approx(20)
    assert best(**year, **untrained(initial_stock=40, target_year=2026, requirement=0.8)) == pytest.approx(25)
    assert case.dual("skill_requirement", (*CARS, 2026)) == pytest.approx(1)
    assert case.gain("skill_requirement", (*CARS, 2026), 4.0) == pytest.approx(4)


def test_investment_of_the_year_before_still_needs_its_people() -> None:
    # the 20 people of 2026 are needed again in 2027 for what they run: no further investment without further people
    assert best(**untrained(initial_stock=40)) == pytest.approx(10 * 4)


@shows("skill_requirement", BREAKS)
def test_investment_without_skilled_people_is_noticed() -> None:
    case = Case(tracks={"reskilled": {"requirement": 0.5}})
    cell = ("cars", "north", "design")
    spent = {(*cell, "adoption", 1, 2026): 10.0, (*cell, "adoption", 2, 2027): 5.0, (*cell, "scale_up", 1, 2027): 15.0}
    people = {(*CARS, 2026): 10.0, (*CARS, 2027): 25.0}  # 0.5 × 2 × 10, and 0.5 × 2 × 30 − 5
    assert case.violation("skill_requirement", (*CARS, 2026), commitment=spent, stock=people) == pytest.approx(0)
    assert case.violation("skill_requirement", (*CARS, 2027), commitment=spent, stock=people) == pytest.approx(5)


def test_only_industries_in_the_initiative_need_skilled_people() -> None:
    case = Case(**skilled())
    assert {i for _, i, _, _ in case.model.skill_requirement} == {"cars"}
    assert {i for _, i, _, _ in case.model.stock_balance} == {"cars", "toys"}


def targeted(**cells: Any) -> dict[str, Any]:
    """One stage; a trainee costs the fund 0.1 × (1 − 0.5) = 0.05 억원."""
    return {"stages": ONE_STAGE, "tracks": {"reskilled": cells}}


@shows("target", HOLDS)
def test_the_target_is_met_by_its_year_even_where_nobody_is_needed() -> None:
    case = Case(**targeted(target=100, target_year=2026), appropriations=money(15))
    trainees = case.of("trainees")
    assert trainees[*CARS, 2026] + trainees[*TOYS, 2026] == pytest.approx(100)
    assert trainees[*CARS, 2027] + trainees[*TOYS, 2027] == pytest.approx(0)


@shows("target", BINDS)
def test_a_lower_target_is_worth_the_training_it_saves() -> None:
    # 100 × 0.05 = 5 of 15 억원: 10 × 4; 120 people: 9 × 4; a person costs 0.05 × 4 = 0.2
    case = Case(**targeted(target=100), appropriations=money(15))
    assert case.best == pytest.approx(40)
    assert best(**targeted(target=120), appropriations=money(15)) == pytest.approx(36)
    assert case.dual("target", "reskilled") == pytest.approx(-0.2)
    assert case.gain("target", "reskilled", 20) == pytest.approx(-4)


@shows("target", BREAKS)
def test_missing_the_target_or_its_year_is_noticed() -> None:
    case = Case(tracks={"reskilled": {"target": 100, "target_year": 2026}})
    met, late = {(*CARS, 2026): 40.0, (*TOYS, 2026): 60.0}, {(*CARS, 2026): 40.0, (*TOYS, 2027): 60.0}
    assert case.violation("target", "reskilled", trainees=met) == pytest.approx(0)
    assert case.violation("target", "reskilled", trainees=late) == pytest.approx(60)


def test_training_after_the_target_year_comes_too_late() -> None:
    # all 100 can be trained in 2027 for 5 of the 12.5 억원: 2.5 × 4 + 7.5 × 2. In 2026 2.5 억원 would train 50 people only
    plenty_later = money(2.5, 12.5)
    assert best(**targeted(target=100, target_year=2027), appropriations=plenty_later) == pytest.approx(25)
    with pytest.raises(Infeasible):
        best(**targeted(target=100, target_year=2026), appropriations=plenty_later)


def test_people_are_trained_only_where_their_industry_is() -> None:
    case = Case(regions={"south": {}}, siting={"cars": {"north": 0.0, "south": 1.0}})
    assert {(i, r) for _, i, r, _ in case.of("trainees")} == {("cars", "south"), ("toys", "north")}
