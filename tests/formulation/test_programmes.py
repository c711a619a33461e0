"""Enabling programmes on tiny cases: `data` costs 100 억원, all public; money not spent on it is worth 4 억원 each in
segment 1 of adoption in 2026."""

import pytest

from constraint_coverage import BINDS, BREAKS, HOLDS, shows
from solved_cases import ADOPTION, ONE_STAGE, Case, best, money
from tiny import Cells

SCARCE = {"stages": ONE_STAGE, "appropriations": money(70)}


def required(progress: float, **cells: object) -> dict[str, Cells]:
    return {"data": {"minimum_progress": progress, **cells}}


@shows("progress_balance", HOLDS)
def test_progress_is_what_the_outlays_pay_for() -> None:
    # at most half in 2026; a private won beside each public one: 2 × outlay ÷ 100
    case = Case(programmes=required(0.8, private_match=1.0, annual_ceiling=0.5), appropriations=money(100, 100))
    outlay, progress = case.of("outlay"), case.of("progress")
    assert progress["data", 2026] == pytest.approx(2 * outlay["data", "national", 2026] / 100)
    assert progress["data", 2027] - progress["data", 2026] == pytest.approx(2 * outlay["data", "national", 2027] / 100)
    assert progress["data", 2027] >= 0.8 - 1e-9


@shows("progress_balance", BINDS)
def test_progress_for_nothing_would_be_worth_its_outlay() -> None:
    # 40 of 70 억원 go to the programme, 30 × 4 = 120 is left; with a private won beside each public one 20 go: 50 × 4.
    # a unit of progress costs 100 억원 that would be worth 4 each
    case = Case(programmes=required(0.4), **SCARCE)
    assert case.best == pytest.approx(120)
    assert best(programmes=required(0.4, private_match=1.0), **SCARCE) == pytest.approx(200)
    for year in (2026, 2027):
        assert case.dual("progress_balance", ("data", year)) == pytest.approx(400)
        assert case.gain("progress_balance", ("data", year), 0.1) == pytest.approx(40)


@shows("progress_balance", BREAKS)
def test_progress_out_of_nothing_is_noticed() -> None:
    case = Case(programmes={"data": {"private_match": 0.5}})
    outlay = {("data", "national", 2026): 40.0, ("data", "national", 2027): 20.0}  # 0.6 and 0.3
    paid, more = {("data", 2026): 0.6, ("data", 2027): 0.9}, {("data", 2026): 0.6, ("data", 2027): 1.0}
    for year in (2026, 2027):
        assert case.violation("progress_balance", ("data", year), outlay=outlay, progress=paid) == pytest.approx(0)
    assert case.violation("progress_balance", ("data", 2027), outlay=outlay, progress=more) == pytest.approx(0.1)


def test_a_regional_programme_is_built_where_it_is_cheap() -> None:
    # 0.4 of it costs 40 × 0.5 = 20 in the south and 40 × 2 = 80 in the north: 50 of 70 억원 are left, × 4
    regions = {"north": {"siting_cost": 2.0}, "south": {"siting_cost": 0.5}}
    case = Case(programmes=required(0.4, regional="yes"), regions=regions, **SCARCE)
    assert case.best == pytest.approx(200)
    assert sum(case.of("outlay")["data", "south", t] for t in (2026, 2027)) == pytest.approx(20)


def test_a_national_programme_knows_no_siting_cost() -> None:
    case = Case(programmes=required(0.4), regions={"north": {"siting_cost": 2.0}}, **SCARCE)
    assert case.best == pytest.approx(120)
    assert {r for _, r, _ in case.of("outlay")} == {"national"}


@shows("annual_ceiling", HOLDS)
def test_a_programme_makes_no_more_progress_a_year_than_its_ceiling() -> None:
    # a quick start is wanted for the ceilings of 2027 and 2028, the rest follows at 0.3 a year
    plan = {"settings": {"plan_years": 3}, "tasks": {"design": {"ceiling": 0.6}}, "unlocks": {"data": {"design": 0.4}}}
    progress = Case(programmes=required(0.9, annual_ceiling=0.3), **plan).of("progress")
    assert progress == pytest.approx({("data", 2026): 0.3, ("data", 2027): 0.6, ("data", 2028): 0.9})


@shows("annual_ceiling", BINDS)
def test_a_faster_programme_is_worth_the_ceilings_it_raises() -> None:
    # adoption 0.6 in 2026 (240). Progress 0.5 in 2026 adds 0.4 × 0.5 = 0.2 in 2027 (40): 280, with 0.6 0.24 (48).
    # a unit of progress in 2026 is worth 0.4 × 200; in 2027 it comes too late for anything
    plan = {"stages": ONE_STAGE, "tasks": {"design": {"ceiling": 0.6}}, "unlocks": {"data": {"design": 0.4}}}
    case = Case(programmes={"data": {"annual_ceiling": 0.5}}, **plan)
    assert case.best == pytest.approx(280)
    assert best(programmes={"data": {"annual_ceiling": 0.6}}, **plan) == pytest.approx(288)
    assert case.dual("annual_ceiling", ("data", 2026)) == pytest.approx(80)
    assert case.gain("annual_ceiling", ("data", 2026), 0.1) == pytest.approx(8)
    assert case.dual("annual_ceiling", ("data", 2027)) == pytest.approx(0)


@shows("annual_ceiling", BREAKS)
def test_too_much_progress_in_a_year_is_noticed() -> None:
    case = Case(programmes={"data": {"annual_ceiling": 0.4}})
    steady, hasty = {("data", 2026): 0.4, ("data", 2027): 0.8}, {("data", 2026): 0.5, ("data", 2027): 1.0}
    assert [case.violation("annual_ceiling", ("data", t), progress=steady) for t in (2026, 2027)] == pytest.approx(
        [0, 0]
    )
    assert [case.violation("annual_ceiling", ("data", t), progress=hasty) for t in (2026, 2027)] == pytest.approx(
        [0.1, 0.1]
    )


@shows("progress_requirement", HOLDS)
def test_the_required_progress_is_made_by_the_last_year_even_where_it_helps_nobody() -> None:
    case = Case(programmes=required(0.4), **SCARCE)
    assert case.of("progress")["data", 2027] == pytest.approx(0.4)
    assert sum(case.of("outlay").values()) == pytest.approx(40)


@shows("progress_requirement", BINDS)
def test_less_required_progress_is_worth_the_money_it_frees() -> None:
    # (70 − 40) × 4; with 0.3 (70 − 30) × 4; a unit more of what is required takes 100 억원 × 4
    case = Case(programmes=required(0.4), **SCARCE)
    assert case.best == pytest.approx(120)
    assert best(programmes=required(0.3), **SCARCE) == pytest.approx(160)
    assert case.dual("progress_requirement", "data") == pytest.approx(-400)
    assert case.gain("progress_requirement", "data", -0.1) == pytest.approx(40)


@shows("progress_requirement", BREAKS)
def test_too_little_progress_in_the_last_year_is_noticed() -> None:
    case = Case(programmes=required(0.4))
    assert case.violation("progress_requirement", "data", progress={("data", 2026): 0.4, ("data", 2027): 0.4}) == 0
    assert case.violation(
        "progress_requirement", "data", progress={("data", 2026): 0.9, ("data", 2027): 0.1}
    ) == pytest.approx(0.3)


def test_a_programme_is_never_more_than_finished() -> None:
    # money without end, and still no more than the 100 억원 that the whole costs
    case = Case(programmes=required(1.0), unlocks={"data": {"design": 0.4}}, tasks={"design": {"ceiling": 0.6}})
    assert sum(case.of("outlay").values()) == pytest.approx(100)
    assert max(case.of("depth")[*ADOPTION, t] for t in (2026, 2027)) == pytest.approx(1.0)
