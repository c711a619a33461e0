"""Quantities that follow from the inputs alone, worked out by hand on the tiny case."""

import pytest

from axplan.core.errors import InputError
from axplan.inputs.parameters import build_inputs
from axplan.inputs.schema.indicators import VALUATIONS
from tiny import CAR_DESIGN, EQUITY, tiny_inputs, tiny_tables

TWO_PLACES = {
    "industries": {"ships": {"production": 4.0}},
    "regions": {"south": {"investment_cost": 1.25, "siting_cost": 2.0}},
    "siting": {"cars": {"north": 0.4, "south": 0.6}, "ships": {"north": 0.0, "south": 1.0}},
}
"""Cars in both regions, ships in the south, toys (outside the initiative) in the north."""


def test_the_years_run_from_the_first_year_to_the_end_of_the_plan_and_of_the_appraisal() -> None:
    x = tiny_inputs(
        settings={"first_year": 2030, "plan_years": 3, "appraisal_end": 2034},
        tracks={"reskilled": {"target_year": 2030}},
    )
    assert x.years == (2030, 2031, 2032)
    assert x.effect_years == (2030, 2031, 2032, 2033, 2034)


def test_places_are_where_people_work_and_cells_where_the_initiative_works() -> None:
    x = tiny_inputs(**TWO_PLACES, tasks={"repair": {}})
    assert x.places == (("cars", "north"), ("cars", "south"), ("toys", "north"), ("ships", "south"))
    assert x.initiative_industries == ("cars", "ships")
    assert x.cells == tuple(
        (i, r, k) for i, r in (("cars", "north"), ("cars", "south"), ("ships", "south")) for k in ("design", "repair")
    )


def test_a_regional_programme_has_a_site_in_every_region_and_another_one_the_national_site() -> None:
    x = tiny_inputs(**TWO_PLACES, programmes={"centres": {"regional": "yes"}})
    assert x.sites == (("data", "national"), ("centres", "north"), ("centres", "south"))


def test_segments_stand_in_rising_order_whatever_the_order_of_the_rows() -> None:
    x = tiny_inputs(segments=lambda rows: rows[::-1])
    assert x.segment_numbers == {"adoption": (1, 2), "scale_up": (1, 2)}


def test_the_base_is_the_production_in_the_region_in_eok() -> None:
    # 1 조원 = 10,000 억원
    assert tiny_inputs(**TWO_PLACES).base == pytest.approx(
        {("cars", "north"): 4_000, ("cars", "south"): 6_000, ("ships", "south"): 40_000}
    )


def test_the_full_cost_is_the_investment_that_takes_the_whole_cell_through_the_stage() -> None:
    # 6,000 × 1.25 × 0.04 × 0.5 = 150; 4,000 × 0.04 × 0.25 = 40
    x = tiny_inputs(**TWO_PLACES, stages={"scale_up": {"cost_share": 0.25}})
    assert x.full_cost["cars", "south", "design", "adoption"] == pytest.approx(150)
    assert x.full_cost["cars", "north", "design", "scale_up"] == pytest.approx(40)
    assert len(x.full_cost) == 3 * 2


def test_the_full_effect_is_the_extra_output_a_year_at_maturity() -> None:
    # 40,000 × 0.04 × 1.5 × 0.5 × 0.5 = 600; 4,000 × 0.04 × 1 × 0.5 × 0.2 = 16
    x = tiny_inputs(**TWO_PLACES, effectiveness={"design": {"ships": 1.5}}, stages={"scale_up": {"additionality": 0.2}})
    assert x.full_effect["ships", "south", "design", "adoption"] == pytest.approx(600)
    assert x.full_effect["cars", "north", "design", "scale_up"] == pytest.approx(16)


def test_depth_per_won_counts_the_private_match_and_the_cost_of_the_segment() -> None:
    # (1 + 1) ÷ (200 × 1), (1 + 1) ÷ (200 × 2), (1 + 3) ÷ (200 × 1)
    x = tiny_inputs(stages={"scale_up": {"private_match": 3.0}})
    assert x.depth_per_won[*CAR_DESIGN, "adoption", 1] == pytest.approx(0.01)
    assert x.depth_per_won[*CAR_DESIGN, "adoption", 2] == pytest.approx(0.005)
    assert x.depth_per_won[*CAR_DESIGN, "scale_up", 1] == pytest.approx(0.02)


def test_the_initial_stock_is_shared_by_employment_and_siting_over_all_industries() -> None:
    # 1,000 in cars (400 + 600), 2,000 in ships, 1,000 in toys
    x = tiny_inputs(**{**TWO_PLACES, "industries": {"ships": {"employment": 2000}}})
    assert x.initial_stock_share == pytest.approx(
        {("cars", "north"): 0.1, ("cars", "south"): 0.15, ("toys", "north"): 0.25, ("ships", "south"): 0.5}
    )


def test_without_any_employment_nobody_is_anywhere() -> None:
    x = tiny_inputs(industries={"cars": {"employment": 0}, "toys": {"employment": 0}})
    assert set(x.initial_stock_share.values()) == {0.0}


def test_the_effect_factor_follows_the_profile_of_its_stage() -> None:
    # adoption: full effect at once, 1 + 0.8 and 0.8; scale_up: nothing in the first year, 0.8 and 0
    x = tiny_inputs(settings={"social_discount_rate": 0.25}, effect_profile={"scale_up": {"age_0": 0.0, "age_1": 1.0}})
    assert x.profile("scale_up") == [0.0, 1.0]
    assert x.effect_factor == pytest.approx(
        {("adoption", 2026): 1.8, ("adoption", 2027): 0.8, ("scale_up", 2026): 0.8, ("scale_up", 2027): 0.0}
    )


def test_each_stage_returns_what_its_instrument_does() -> None:
    last = {**EQUITY, "exit_year": 2, "exit_multiple": 1.5}
    x = tiny_inputs(stages={"scale_up": {"conversion": 1.0, "conversion_lag": 1}, "pilot": last})
    assert x.recovery["adoption"] == pytest.approx([0])
    assert x.recovery["scale_up"] == pytest.approx([0, 0.5, 0.5])
    assert x.recovery["pilot"] == pytest.approx([0, 0, 1.5])


def test_receivables_are_discounted_with_the_interest_of_the_stage_s_own_fund() -> None:
    # a loan of 2026 returns 0.5 in 2028; one of 2027 0.5 in 2028 and in 2029
    x = tiny_inputs(funds={"second": {"interest": 0.25}}, stages={"scale_up": {"fund": "second"}})
    assert x.receivable_factor["scale_up", 2026] == pytest.approx(0.5 * 0.8)
    assert x.receivable_factor["scale_up", 2027] == pytest.approx(0.5 * 0.8 + 0.5 * 0.64)
    assert x.receivable_factor["adoption", 2027] == 0


def test_the_value_of_output_stands_in_the_unit_each_indicator_is_reported_in() -> None:
    x = tiny_inputs()
    assert {v: x.value[v, "cars"] for v in VALUATIONS} == pytest.approx({
        "production": 2.0e-4,  # 조원 per 억원
        "output": 1.5e-4,
        "value_added": 0.5e-4,
        "employment": 1.0,  # 10 persons per 10억원
        "exports": 2.0e-4,  # 2 bn USD per 10,000 억원
        "net_benefit": 0.25e-4,  # own value added: a quarter of output, in 조원
    })  # fmt: skip


def test_what_the_checks_found_worth_saying_stays_with_the_inputs() -> None:
    # scale_up cannot begin in 2026, so a limit on its growth keeps it at zero
    x = tiny_inputs(rules={"ramp": {"unit": "growth", "stage": "scale_up", "value": 0.5}})
    assert [problem.code for problem in x.warnings] == ["W320"]
    assert not tiny_inputs().warnings


def test_inputs_with_an_error_are_refused_with_every_problem() -> None:
    tables = tiny_tables(tasks={"design": {"ceiling": 2.0, "uplift": None}}, siting={"cars": {"north": 0.9}})
    with pytest.raises(InputError) as refused:
        build_inputs(tables)
    assert {problem.code for problem in refused.value.problems} >= {"E204", "E202", "E301"}
