"""What is maximised, and the unit it is reported in."""

from __future__ import annotations

import pytest

from axplan.inputs.objective import NAMES, WEIGHTED, Objective, single
from axplan.inputs.schema.indicators import UNITS, VALUATIONS


@pytest.mark.parametrize(
    ("indicator", "unit"),
    [("production", "KRW tn"), ("output", "KRW tn"), ("value_added", "KRW tn"), ("employment", "person-years"), ("exports", "USD bn")],
)  # fmt: skip
def test_a_single_indicator_is_reported_in_its_own_unit(indicator: str, unit: str) -> None:
    objective = single(indicator)
    assert (objective.indicator, objective.unit.en, objective.is_weighted) == (indicator, unit, False)
    assert objective.per_unit({}) == {indicator: 1.0}


def test_a_weighted_objective_has_no_unit_and_is_measured_against_the_best_values() -> None:
    objective = Objective({"production": 2.0, "exports": 1.0})
    assert (objective.indicator, objective.unit.en) == (WEIGHTED, "points")
    assert objective.per_unit({"production": 40.0, "exports": 5.0}) == {"production": 0.05, "exports": 0.2}


def test_every_indicator_has_a_unit_and_a_name_in_both_languages() -> None:
    assert set(UNITS) == set(VALUATIONS)
    assert set(NAMES) == {*VALUATIONS, WEIGHTED}
    assert all(name.ko and name.en and name.ko != name.en for name in NAMES.values())
