"""The growth initiative on tiny cases. In the default case (see tiny.py) one 억원 of public money buys a depth of 0.01 in
segment 1 and 0.005 in segment 2, a depth of 1 adds 100 억원 of output a year, valued at 2: a unit of depth gained in
2026 is worth 400 억원 and one gained in 2027 is worth 200."""

import pytest

from constraint_coverage import BINDS, BREAKS, HOLDS, shows
from solved_cases import ADOPTION, ONE_STAGE, SCALE_UP, Case, best, money
from tiny import EQUITY, LOAN


def test_the_tiny_case_is_worth_what_its_description_says() -> None:
    # adoption in 2026: 400 × 1; scale_up in 2027: 200 × 1
    case = Case()
    assert case.best == pytest.approx(600)
    assert case.of("depth") == pytest.approx(
        {(*ADOPTION, 2026): 1, (*ADOPTION, 2027): 1, (*SCALE_UP, 2026): 0, (*SCALE_UP, 2027): 1}
    )


@shows("depth_balance", HOLDS)
def test_depth_is_what_was_there_and_what_was_bought() -> None:
    # 80 억원 in 2026 and 30 in 2027 on top of 0.1: 0.1 + 50 × 0.01 + 30 × 0.005 = 0.75, then + 30 × 0.005 = 0.9
    case = Case(stages={**ONE_STAGE, "adoption": {"initial_depth": 0.1}}, appropriations=money(80, 30))
    bought = {t: 0.01 * case.spent(*ADOPTION, 1, t) + 0.005 * case.spent(*ADOPTION, 2, t) for t in (2026, 2027)}
    assert bought == pytest.approx({2026: 0.65, 2027: 0.15})
    assert case.of("depth") == pytest.approx({(*ADOPTION, 2026): 0.75, (*ADOPTION, 2027): 0.9})


@shows("depth_balance", BINDS)
def test_depth_that_is_there_already_need_not_be_bought() -> None:
    # the last 0.8 of adoption is bought in 2026: 400 × 0.8 = 320; with 0.3 there already 280.
    # one more unit of initial depth leaves one unit less to gain: −400
    case = Case(stages={**ONE_STAGE, "adoption": {"initial_depth": 0.2}})
    assert case.best == pytest.approx(320)
    assert best(stages={**ONE_STAGE, "adoption": {"initial_depth": 0.3}}) == pytest.approx(280)
    assert case.dual("depth_balance", (*ADOPTION, 2026)) == pytest.approx(-400)
    assert case.gain("depth_balance", (*ADOPTION, 2026), 0.1) == pytest.approx(-40)


@shows("depth_balance", BREAKS)
def test_depth_out_of_nothing_is_noticed() -> None:
    case = Case(stages={"adoption": {"initial_depth": 0.2}})
    paid = {(*ADOPTION, 1, 2026): 10.0, (*ADOPTION, 2, 2026): 20.0}  # 0.2 + 0.1 + 0.1
    assert case.violation(
        "depth_balance", (*ADOPTION, 2026), commitment=paid, depth={(*ADOPTION, 2026): 0.4}
    ) == pytest.approx(0)
    assert case.violation(
        "depth_balance", (*ADOPTION, 2026), commitment=paid, depth={(*ADOPTION, 2026): 0.5}
    ) == pytest.approx(0.1)
    later = {(*ADOPTION, 2026): 0.4, (*ADOPTION, 2027): 0.3}  # depth cannot fall
    assert case.violation("depth_balance", (*ADOPTION, 2027), depth=later) == pytest.approx(0.1)


def test_private_match_buys_depth_as_public_money_does() -> None:
    # 10 억원 with 3 of private money per public one: 40 ÷ 200 = 0.2 of depth, worth 400 × 0.2
    assert best(stages={**ONE_STAGE, "adoption": {"private_match": 3.0}}, appropriations=money(10)) == pytest.approx(80)


@shows("segment_limit", HOLDS)
def test_a_segment_takes_no_more_than_its_width_over_all_years() -> None:
    # 30 + 30 억원 do not fit into the 50 of segment 1
    case = Case(stages=ONE_STAGE, appropriations=money(30, 30))
    assert case.spent(*ADOPTION, 1) == pytest.approx(50)
    assert case.spent(*ADOPTION, 2) == pytest.approx(10)


@shows("segment_limit", BINDS)
def test_a_wider_cheap_segment_is_worth_the_difference_in_cost() -> None:
    # 100 억원 in 2026: 50 × 4 + 50 × 2 = 300; with a width of 0.6: 60 × 4 + 40 × 2 = 320.
    # a unit of width moves 100 억원 from 2 to 4: 200
    case = Case(stages=ONE_STAGE, appropriations=money(100))
    wider = {("adoption", 1): {"width": 0.6}, ("adoption", 2): {"width": 0.4}}
    assert case.best == pytest.approx(300)
    assert best(stages=ONE_STAGE, appropriations=money(100), segments=wider) == pytest.approx(320)
    assert case.dual("segment_limit", (*ADOPTION, 1)) == pytest.approx(200)
    assert case.gain("segment_limit", (*ADOPTION, 1), 0.1) == pytest.approx(20)
    assert case.dual("segment_limit", (*ADOPTION, 2)) == pytest.approx(0)


@shows("segment_limit", BREAKS)
def test_a_segment_filled_twice_is_noticed() -> None:
    case = Case()
    full, twice = (
        {(*ADOPTION, 1, 2026): 30.0, (*ADOPTION, 1, 2027): 20.0},
        {(*ADOPTION, 1, t): 50.0 for t in (2026, 2027)},
    )
    assert case.violation("segment_limit", (*ADOPTION, 1), commitment=full) == pytest.approx(0)
    assert case.violation("segment_limit", (*ADOPTION, 1), commitment=twice) == pytest.approx(0.5)


def test_initial_depth_uses_no_segment() -> None:
    # all 50 억원 find room in segment 1, although half of the industry had adopted before: 50 × 4
    assert best(stages={**ONE_STAGE, "adoption": {"initial_depth": 0.5}}, appropriations=money(50)) == pytest.approx(
        200
    )


@shows("stage_transition", HOLDS)
def test_no_more_goes_on_than_has_arrived_in_time() -> None:
    case = Case(stages={"adoption": {"conversion": 0.4}})
    depth = case.of("depth")
    assert depth[*SCALE_UP, 2026] == pytest.approx(0)  # nothing had been adopted in 2025
    assert depth[*SCALE_UP, 2027] == pytest.approx(0.4 * depth[*ADOPTION, 2026])


@shows("stage_transition", BINDS)
def test_a_higher_conversion_is_worth_what_can_go_on() -> None:
    # adoption 400, scale_up 0.4 × 200 = 80; with a conversion of 0.5: 100. A unit more of scale_up is worth 200.
    case = Case(stages={"adoption": {"conversion": 0.4}})
    assert case.best == pytest.approx(480)
    assert best(stages={"adoption": {"conversion": 0.5}}) == pytest.approx(500)
    assert case.dual("stage_transition", (*ADOPTION[:3], "scale_up", 2027)) == pytest.approx(200)
    assert case.gain("stage_transition", (*SCALE_UP, 2027), 0.1) == pytest.approx(20)


@shows("stage_transition", BREAKS)
def test_going_on_before_arriving_is_noticed() -> None:
    case = Case(stages={"adoption": {"conversion": 0.5, "initial_depth": 0.2}})
    depth = {(*ADOPTION, 2026): 0.6, (*SCALE_UP, 2026): 0.1, (*SCALE_UP, 2027): 0.3}  # at most 0.5 × 0.2 and 0.5 × 0.6
    assert case.violation("stage_transition", (*SCALE_UP, 2026), depth=depth) == pytest.approx(0)
    assert case.violation("stage_transition", (*SCALE_UP, 2027), depth=depth) == pytest.approx(0)
    faster = depth | {(*SCALE_UP, 2026): 0.3, (*SCALE_UP, 2027): 0.5}
    assert case.violation("stage_transition", (*SCALE_UP, 2026), depth=faster) == pytest.approx(0.2)
    assert case.violation("stage_transition", (*SCALE_UP, 2027), depth=faster) == pytest.approx(0.2)


@pytest.mark.parametrize(
    ("lag", "worth"),
    [
        # initial depth 0.2, so that adoption adds 0.8: 320 when it is done in 2026
        (0, 320 + 400),  # all of it can go on in 2026
        (1, 320 + 0.2 * 400 + 0.8 * 200),  # 0.2 had been adopted in 2025, the rest follows in 2027
        (2, 320 + 0.2 * 400),  # 2024 and 2025 know only the initial depth
    ],
)
def test_before_the_plan_only_the_initial_depth_can_go_on(lag: int, worth: float) -> None:
    assert best(stages={"adoption": {"initial_depth": 0.2, "conversion_lag": lag}}) == pytest.approx(worth)


def test_what_has_gone_on_before_the_plan_counts_against_what_can_go_on() -> None:
    # scale_up stands at 0.1 and can reach 0.2 in 2026 and 1 in 2027: 0.1 × 400 + 0.8 × 200; adoption adds 0.8 × 400
    stages = {"adoption": {"initial_depth": 0.2}, "scale_up": {"initial_depth": 0.1}}
    assert best(stages=stages) == pytest.approx(320 + 40 + 160)


def slow(share: float, **cells: object) -> dict[str, dict[str, object]]:
    """At most this share of the industry adopts in a year."""
    return {"adoption": {"annual_ceiling": share, **cells}}


@shows("adoption_speed", HOLDS)
def test_no_more_passes_a_stage_in_a_year_than_firms_are_fast() -> None:
    # 0.2 + 0.3 in 2026, where money could buy all, and 0.3 more in 2027; scale_up, which has no limit, follows
    case = Case(stages=slow(0.3, initial_depth=0.2))
    assert case.of("depth") == pytest.approx(
        {(*ADOPTION, 2026): 0.5, (*ADOPTION, 2027): 0.8, (*SCALE_UP, 2026): 0.2, (*SCALE_UP, 2027): 0.5}
    )


@shows("adoption_speed", BINDS)
def test_faster_firms_are_worth_what_they_adopt() -> None:
    # 0.4 × 400 in 2026 and 0.4 × 200 in 2027; with 0.45 180 + 90. A unit more is worth 400 in 2026 and 200 in 2027
    case = Case(stages={**ONE_STAGE, **slow(0.4)})
    assert case.best == pytest.approx(240)
    assert best(stages={**ONE_STAGE, **slow(0.45)}) == pytest.approx(270)
    for year, worth in ((2026, 400), (2027, 200)):
        assert case.dual("adoption_speed", (*ADOPTION, year)) == pytest.approx(worth)
        assert case.gain("adoption_speed", (*ADOPTION, year), 0.05) == pytest.approx(0.05 * worth)


@shows("adoption_speed", BREAKS)
def test_adopting_in_one_year_what_takes_two_is_noticed() -> None:
    case = Case(stages=slow(0.3, initial_depth=0.2))
    steady, hasty = {(*ADOPTION, 2026): 0.5, (*ADOPTION, 2027): 0.8}, {(*ADOPTION, 2026): 0.6, (*ADOPTION, 2027): 1.0}
    for year in (2026, 2027):
        assert case.violation("adoption_speed", (*ADOPTION, year), depth=steady) == pytest.approx(0)
        assert case.violation("adoption_speed", (*ADOPTION, year), depth=hasty) == pytest.approx(0.1)


def test_a_stage_without_a_yearly_ceiling_has_no_limit_of_speed() -> None:
    assert not Case().arrays.rows["adoption_speed"].indices
    assert {s for *_, s, _ in Case(stages=slow(0.3)).model.adoption_speed} == {"adoption"}


@shows("depth_ceiling", HOLDS)
def test_depth_stays_below_the_ceiling_in_every_stage_and_year() -> None:
    case = Case(tasks={"design": {"ceiling": 0.6}})
    assert case.of("depth") == pytest.approx(
        {(*ADOPTION, 2026): 0.6, (*ADOPTION, 2027): 0.6, (*SCALE_UP, 2026): 0, (*SCALE_UP, 2027): 0.6}
    )


@shows("depth_ceiling", BINDS)
def test_a_higher_ceiling_is_worth_the_depth_it_allows() -> None:
    # both stages together: 0.6 × (400 + 200) = 360; with a ceiling of 0.7 420
    assert best(tasks={"design": {"ceiling": 0.6}}) == pytest.approx(360)
    assert best(tasks={"design": {"ceiling": 0.7}}) == pytest.approx(420)


@shows("depth_ceiling", BINDS)
def test_a_ceiling_in_one_year_alone_is_worth_its_dual() -> None:
    # adoption reaches 0.6 in 2026 and, with the programme finished, 0.8 in 2027: 240 + 40. A unit more in 2027 is worth
    # 200; a unit more in 2026 is gained a year earlier, 400 instead of 200
    case = Case(tasks={"design": {"ceiling": 0.6}}, unlocks={"data": {"design": 0.2}}, stages=ONE_STAGE)
    assert case.best == pytest.approx(280)
    for year in (2026, 2027):
        assert case.dual("depth_ceiling", (*ADOPTION, year)) == pytest.approx(200)
        assert case.gain("depth_ceiling", (*ADOPTION, year), 0.1) == pytest.approx(20)


@shows("depth_ceiling", BREAKS)
def test_depth_above_the_ceiling_is_noticed() -> None:
    case = Case(tasks={"design": {"ceiling": 0.6}}, unlocks={"data": {"design": 0.4}})
    depth = {(*ADOPTION, 2026): 0.7, (*ADOPTION, 2027): 0.8}
    done = {("data", 2026): 0.5, ("data", 2027): 1.0}
    assert case.violation("depth_ceiling", (*ADOPTION, 2026), depth=depth, progress=done) == pytest.approx(0.1)
    assert case.violation("depth_ceiling", (*ADOPTION, 2027), depth=depth, progress=done) == pytest.approx(
        0
    )  # 0.6 + 0.4 × 0.5
    assert case.violation("depth_ceiling", (*ADOPTION, 2027), depth=depth) == pytest.approx(0.2)


def test_progress_raises_the_ceiling_a_year_later() -> None:
    # adoption 0.6 in 2026 (240); the programme is finished in 2026, so that adoption can add 0.4 in 2027 (80);
    # scale_up in 2027 follows the adoption of 2026: 0.6 × 200 = 120
    assert best(tasks={"design": {"ceiling": 0.6}}, unlocks={"data": {"design": 0.4}}) == pytest.approx(440)


def test_two_programmes_raise_a_ceiling_together() -> None:
    # 0.5 × 400 in 2026; each finished programme adds 0.2, so that 0.4 × 200 follow in 2027
    changes = {"programmes": {"model": {}}, "unlocks": {"data": {"design": 0.2}, "model": {"design": 0.2}}}
    assert best(stages=ONE_STAGE, tasks={"design": {"ceiling": 0.5}}, **changes) == pytest.approx(280)


@pytest.mark.parametrize(
    ("instrument", "worth"),
    [
        # three years: one 억원 is worth 6 in 2026, 4 in 2027, 2 in 2028. 10 억원 in 2026 give 60.
        ({}, 60),  # a grant does not come back
        # age 1: 0.1 × 1 + 1/2 = 0.6, age 2: 0.1 × 1/2 + 1/2 = 0.55. 2027: 6 × 4; 2028: (5.5 + 0.6 × 6) × 2
        ({**LOAN, "lending_rate": 0.1}, 60 + 24 + 18.2),
        # age 1: 0.9 × 0.6 + 0.5 × 0.1 × 1 = 0.59; age 2: 0.81 × 0.55 + 0.5 × 0.1 × 0.9 × 0.5 = 0.468
        ({**LOAN, "lending_rate": 0.1, "annual_loss": 0.1, "loss_recovery": 0.5}, 60 + 23.6 + (4.68 + 0.59 * 5.9) * 2),
        # one year of grace: age 1: 0.1, age 2: 0.1 + 1/2 = 0.6 (age 3 is beyond the plan). 2027: 1 × 4; 2028: 6 + 0.1
        ({**LOAN, "lending_rate": 0.1, "grace_years": 1}, 60 + 4 + 12.2),
        # 15 come back in 2027 and 22.5 in 2028
        ({**EQUITY, "exit_multiple": 1.5}, 60 + 60 + 45),
        ({**EQUITY, "exit_multiple": 1.5, "exit_year": 2}, 60 + 30),
    ],
)
def test_what_an_instrument_returns_is_spent_again(instrument: dict[str, object], worth: float) -> None:
    changes = {"settings": {"plan_years": 3}, "appropriations": money(10, 0, in_2028=0)}
    assert best(stages={**ONE_STAGE, "adoption": instrument}, **changes) == pytest.approx(worth)
