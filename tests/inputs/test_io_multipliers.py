"""Multipliers: a two-sector table worked by hand, and the published table behind the baseline's derived coefficients."""

from __future__ import annotations

import csv

import numpy as np
import pytest

from axplan.core.errors import AxplanError
from axplan.inputs import io_multipliers as io
from repository import ROOT

# Two sectors: Z = [[20, 30], [40, 10]], output = [100, 100]: A = [[0.2, 0.3], [0.4, 0.1]],
# det(I − A) = 0.8 · 0.9 − 0.3 · 0.4 = 0.6, L = [[0.9, 0.3], [0.4, 0.8]] / 0.6.
Z = np.array([[20.0, 30.0], [40.0, 10.0]])
OUTPUT = np.array([100.0, 100.0])
L = np.array([[1.5, 0.5], [2 / 3, 4 / 3]])

TABLES = ROOT.parent / "shared" / "data" / "io"


def test_coefficients_are_inputs_per_unit_of_output() -> None:
    assert io.technical_coefficients(Z, OUTPUT) == pytest.approx(np.array([[0.2, 0.3], [0.4, 0.1]]))


def test_a_sector_without_output_has_no_inputs() -> None:
    assert io.technical_coefficients(Z, np.array([100.0, 0.0]))[:, 1] == pytest.approx([0, 0])


def test_the_inverse_and_its_column_sums_by_hand() -> None:
    inverse = io.leontief_inverse(io.technical_coefficients(Z, OUTPUT))
    assert inverse == pytest.approx(L)
    assert io.production_inducement(inverse) == pytest.approx([13 / 6, 11 / 6])
    assert io.power_of_dispersion(inverse) == pytest.approx([13 / 12, 11 / 12])
    assert io.value_added_inducement(inverse, np.array([0.4, 0.6])) == pytest.approx([1.0, 1.0])


def test_with_output_given_the_feedback_inside_is_not_counted_twice() -> None:
    # One sector: column ÷ its own diagonal: (1.5 + 2/3) / 1.5. Both sectors: nothing is left outside, exactly 1 each.
    assert io.output_inducement(L, [0]) == pytest.approx([13 / 9])
    assert io.output_inducement(L, [0, 1]) == pytest.approx([1, 1])


def test_a_table_that_uses_up_all_it_makes_has_no_inverse() -> None:
    with pytest.raises(AxplanError, match="Leontief"):
        io.leontief_inverse(np.array([[1.0, 0.0], [0.0, 0.5]]))


@pytest.fixture(scope="module")
def published() -> tuple[np.ndarray, np.ndarray, list[str]]:
    path = TABLES / "bok2020_io83_domestic_mKRW.csv"
    if not path.exists():
        pytest.skip("the Bank of Korea's table is not redistributed with the project")
    with path.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    sectors = [row["code"] for row in rows if row["code"].isdigit() and len(row["code"]) == 2]
    by_code = {row["code"]: row for row in rows}
    z = np.array([[float(by_code[i][j]) for j in sectors] for i in sectors])
    output = np.array([float(by_code["9790"][j]) for j in sectors])
    value_added = np.array([float(by_code["9690"][j]) for j in sectors]) / output
    return io.leontief_inverse(io.technical_coefficients(z, output)), value_added, sectors


def test_the_baselines_derived_coefficients_follow_from_the_published_table(
    published: tuple[np.ndarray, np.ndarray, list[str]],
) -> None:
    inverse, value_added, sectors = published
    chosen = [
        sectors.index(code) for code in ("40", "41", "27", "37")
    ]  # automotive, ships, steel, electrical equipment
    data = ROOT / "model" / "axplan" / "data" / "baseline" / "industries.csv"
    with data.open(encoding="utf-8") as lines:
        industries = [row for row in csv.DictReader(lines) if row["initiative"] == "yes"]
    assert [row["industry"] for row in industries] == ["automotive", "shipbuilding", "steel", "home_appliances"]
    output = [float(row["output_inducement"]) for row in industries]
    assert io.output_inducement(inverse, chosen) == pytest.approx(output, abs=5e-4)
    added = [float(row["value_added_inducement"]) for row in industries]
    assert value_added @ io.exogenous_output(inverse, chosen) == pytest.approx(added, abs=5e-4)


def test_the_multipliers_shared_with_the_table_are_reproduced(
    published: tuple[np.ndarray, np.ndarray, list[str]],
) -> None:
    inverse, _, sectors = published
    with (TABLES / "bok2020_io83_multipliers.csv").open(encoding="utf-8") as lines:
        rows = {row["code"]: row for row in csv.DictReader(lines)}
    stated = np.array([float(rows[code]["output_mult"]) for code in sectors])
    assert io.production_inducement(inverse) == pytest.approx(stated, abs=1e-4)
    stated = np.array([float(rows[code]["power_of_dispersion"]) for code in sectors])
    assert io.power_of_dispersion(inverse) == pytest.approx(stated, abs=1e-4)
