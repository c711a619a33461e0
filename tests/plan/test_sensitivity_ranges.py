"""How far the optimum moves to the ends of the ranges in the sheet `uncertainty`, worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest

from axplan.inputs.parameters import Inputs
from moved_inputs import frame_of, poor
from solved_cases import ONE_STAGE, money
from tiny import tiny_inputs

RANGE = {"applies": "factor", "distribution": "uniform", "low": 0.5, "high": 1.5, "row": "*"}


def ranged(**given: Any) -> Inputs:
    return poor(uncertainty=[{**RANGE, **given}])


def test_a_factor_of_a_half_takes_half_of_what_is_proportional() -> None:
    row = frame_of(ranged(table="tasks", column="uplift", low=0.5, high=1.2)).loc["tasks.uplift"]
    assert row["low_end"] == pytest.approx(-0.5 * 0.012)
    assert row["high_end"] == pytest.approx(0.2 * 0.012)
    assert frame_of(poor()).loc["tasks.uplift", ["low_end", "high_end"]].isna().all()


@pytest.mark.parametrize(
    ("at", "low", "high", "today"),
    [
        ({"table": "stages", "row": "adoption", "column": "additionality"}, 0.25, 0.75, 0.5),
        ({"table": "effect_profile", "row": "adoption", "column": "age_0"}, 0.5, 1.5, 1.0),
        ({"table": "appropriations", "row": "main", "column": "2026"}, 15.0, 45.0, 30.0),
        ({"table": "industries", "row": "cars", "column": "production_inducement"}, 1.0, 3.0, 2.0),
        ({"table": "effectiveness", "row": "design", "column": "cars"}, 0.5, 1.5, 1.0),
        ({"table": "effectiveness", "row": "design", "column": "*"}, 0.5, 1.5, 1.0),
        ({"table": "effectiveness", "row": "*", "column": "cars"}, 0.5, 1.5, 1.0),
        ({"table": "effectiveness", "row": "*", "column": "*"}, 0.5, 1.5, 1.0),
        ({"table": "effectiveness", "row": "*", "column": "*", "together": "yes"}, 0.5, 1.5, 1.0),
    ],
)
def test_a_range_of_values_is_held_against_the_value_of_today(at: dict[str, str], low: float, high: float, today: float) -> None:  # fmt: skip
    frame = frame_of(ranged(**at, applies="value", low=low, high=high))
    name = at["column"] if f"{at['table']}.{at['column']}" in frame.index else "*"
    row = frame.loc[f"{at['table']}.{name}"]
    assert [row["low_end"], row["high_end"]] == pytest.approx([0.012 * (end / today - 1) for end in (low, high)])


def test_a_range_of_a_setting_and_of_a_scaled_column_are_in_the_units_of_the_workbook() -> None:
    x = tiny_inputs(
        uncertainty=[
            {**RANGE, "table": "settings", "row": "social_discount_rate", "column": "value", "applies": "value", "low": 0.0, "high": 0.01},
            {**RANGE, "table": "industries", "row": "cars", "column": "production", "applies": "value", "low": 0.5, "high": 3.0},
        ]
    )  # fmt: skip
    frame = frame_of(x)
    assert frame.loc["industries.production", ["low_end", "high_end"]].tolist() == pytest.approx(
        [-0.03, 0.12]
    )  # of 0.06
    rate = frame.loc["settings.social_discount_rate"]
    assert rate["low_end"] == 0.0 > rate["high_end"]  # nothing is discounted today


def test_a_range_of_every_cell_of_a_matrix_moves_each_by_its_own_value() -> None:
    """Of 30 억원 all go to the task with the larger effect: 1.2 times 0.012 조원. Its cell alone matters."""
    x = tiny_inputs(
        stages=ONE_STAGE, appropriations=money(30, 0), tasks={"design": {}, "quality": {}},
        effectiveness={"quality": {"cars": 1.2}},
        uncertainty=[{**RANGE, "table": name, "column": "*", "low": 0.9, "high": 1.3} for name in ("effectiveness", "unlocks")],
    )  # fmt: skip
    frame = frame_of(x)
    ends = frame.loc["effectiveness.*", ["low_end", "high_end"]].tolist()
    assert ends == pytest.approx([-0.1 * 1.2 * 0.012, 0.3 * 1.2 * 0.012])
    assert frame.loc["unlocks.*", ["low_end", "high_end"]].tolist() == [0.0, 0.0]


def test_a_range_of_what_is_unlocked_counts_for_the_tasks_it_reaches() -> None:
    """Adoption may go to 0.3 at first and to 0.3 + 0.1 in 2027, when the programme is complete: the last tenth of the
    cell costs 10 억원 and is worth 10 · 2 = 20 of 140. A factor of 1.5 adds half of that."""
    x = tiny_inputs(
        stages=ONE_STAGE, tasks={"design": {"ceiling": 0.3}}, programmes={"data": {"minimum_progress": 1.0}},
        unlocks={"data": {"design": 0.1}}, uncertainty=[{**RANGE, "table": "unlocks", "column": "*"}],
    )  # fmt: skip
    ends = frame_of(x).loc["unlocks.*", ["low_end", "high_end"]].tolist()
    assert ends == pytest.approx([-0.0010, 0.0010])


def test_a_range_of_another_setting_or_table_is_none_of_a_column() -> None:
    frame = frame_of(
        ranged(table="settings", row="effect_depreciation", column="value", applies="value", low=0, high=1)
    )
    assert frame.loc["settings.effect_depreciation", "high_end"] == pytest.approx(-0.5 * 0.012)  # no output in 2027
    others = frame.drop(index="settings.effect_depreciation")
    assert others[["low_end", "high_end"]].isna().all(axis=None)
