"""The sparse form: totals and states are variables, so that the matrix is small and grows linearly in the years."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from axplan.formulation import build_model
from axplan.formulation.compile import compile_model
from axplan.inputs.parameters import Inputs, build_inputs
from axplan.inputs.tables import Row, Table, Tables
from axplan.plan.certificate.values import TOTALS
from axplan.solver import Arrays, solve
from axplan.workbook.baseline import baseline_tables
from small_baseline import small_baseline

WEIGHTS = {"production": 1.0}
FEW_NON_ZEROS = 70_000
ROWS_OF_A_COMMITMENT = 5


def arrays_of(x: Inputs) -> Arrays:
    return compile_model(build_model(x, WEIGHTS))


def longer(tables: Tables, years: int) -> Tables:
    """The tables with a plan of so many years; every year more is appropriated what the last one was."""

    def settings(row: Row) -> Row:
        return Row(row.number, {**row.values, "value": years}) if row.values["key"] == "plan_years" else row

    def money(row: Row) -> Row:
        last = row.values["2030"]
        return Row(row.number, {**row.values, **{str(t): last for t in range(2031, 2026 + years)}})

    found = tables["appropriations"]
    columns = dict.fromkeys(("fund", *(str(t) for t in range(2026, 2026 + years))))
    table = Table("appropriations", {name: n for n, name in enumerate(columns, start=1)}, tuple(map(money, found.rows)))
    changed = {
        "settings": tables["settings"].with_rows(tuple(map(settings, tables["settings"].rows))),
        "appropriations": table,
    }
    return Tables(tables.source, {**tables.tables, **changed})


@pytest.fixture(scope="module")
def baseline() -> Arrays:
    return arrays_of(build_inputs(baseline_tables()))


def test_the_baseline_is_small(baseline: Arrays) -> None:
    assert len(baseline.value) <= FEW_NON_ZEROS


def test_no_commitment_stands_in_more_than_five_rows(baseline: Arrays) -> None:
    span = baseline.columns["commitment"]
    rows = np.bincount(baseline.index, minlength=len(baseline.cost))[span.start : span.stop]
    assert rows.max() <= ROWS_OF_A_COMMITMENT


def test_the_matrix_grows_linearly_in_the_years(baseline: Arrays) -> None:
    ten, fifteen = (len(arrays_of(build_inputs(longer(baseline_tables(), years))).value) for years in (10, 15))
    assert ten - len(baseline.value) == pytest.approx(fifteen - ten, rel=0.01)
    assert ten <= 2.05 * len(baseline.value)


def written_out(arrays: Arrays) -> Arrays:
    """The model with every total replaced by the sum that its equation says it is."""
    forms: dict[int, dict[int, float]] = {}
    rows = [dict(zip(arrays.index[a:b].tolist(), arrays.value[a:b].tolist(), strict=True))
            for a, b in zip(arrays.start[:-1], arrays.start[1:], strict=True)]  # fmt: skip
    for name in TOTALS:  # each is a sum of those before it, or of what it was a year earlier
        for (_, column), (_, row) in zip(
            arrays.columns[name].items(), arrays.rows[f"{name}_balance"].items(), strict=True
        ):
            assert rows[row][column] == 1.0
            forms[column] = {
                other: -factor for other, factor in substituted(rows[row], forms).items() if other != column
            }
    ties = {row for name in TOTALS for _, row in arrays.rows[f"{name}_balance"].items()}
    kept = [row for row in range(len(rows)) if row not in ties]
    bare = arrays.keep_rows(kept)
    made = [substituted(rows[row], forms) for row in kept]
    lengths = np.cumsum([0, *map(len, made)])
    return dataclasses.replace(
        bare, start=lengths.astype(np.int32), index=np.array([c for form in made for c in form], dtype=np.int32),
        value=np.array([v for form in made for v in form.values()], dtype=float),
    )  # fmt: skip


def substituted(form: dict[int, float], forms: dict[int, dict[int, float]]) -> dict[int, float]:
    result: dict[int, float] = {}
    for column, factor in form.items():
        for other, part in forms.get(column, {column: 1.0}).items():
            result[other] = result.get(other, 0.0) + factor * part
    return result


def test_the_optimum_is_that_of_sums_written_out() -> None:
    sparse = arrays_of(build_inputs(small_baseline()))
    full = written_out(sparse)
    assert len(full.value) > len(sparse.value)
    assert solve(full).objective == pytest.approx(solve(sparse).objective, rel=1e-9)
