"""Changed numbers reach every coefficient they enter: the arrays and optima of a template are those of a model built anew."""

from __future__ import annotations

import dataclasses
import pickle
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from axplan.analyses.sweep.search import OPTIMAL, Sweeper
from axplan.core.errors import Infeasible
from axplan.formulation import build_model
from axplan.formulation.compile import compile_model
from axplan.formulation.compiled_template import NOT_IN_THE_MODEL, Template
from axplan.inputs.objective import Objective, single
from axplan.inputs.parameters import Inputs, build_inputs
from axplan.inputs.schema import sheet_declarations
from axplan.plan.warm_start import WarmStartedSolver
from axplan.scenario import inputs_alone
from axplan.solver import Arrays, solve
from random_overlays import difference, random_overlay
from small_baseline import small_baseline
from tiny import tiny_inputs

WEIGHTS = {"production": 1.0}
FEW = 40
PARTS = ("cost", "col_lower", "col_upper", "row_lower", "row_upper", "start", "index", "value")


def same(one: Arrays, other: Arrays) -> bool:
    return all(np.array_equal(getattr(one, part), getattr(other, part)) for part in PARTS)


def numbers(x: Inputs) -> list[tuple[str, str]]:
    """(sheet, column) of every column of decimal numbers that is not blank."""
    found = []
    for name in sheet_declarations():
        sheet = getattr(x, name)
        for column in dataclasses.fields(sheet) if name not in NOT_IN_THE_MODEL else ():
            value = getattr(sheet, column.name)
            cells = value.values() if isinstance(value, dict) else [value]
            if any(isinstance(cell, float) for cell in cells):
                found.append((name, column.name))
    return found


def scaled(x: Inputs, sheet: str, column: str, factor: float) -> Inputs:
    """The inputs with the numbers of a column multiplied."""
    old = getattr(getattr(x, sheet), column)

    def one(cell: float) -> float:
        return cell * factor if isinstance(cell, float) else cell

    new = {key: one(cell) for key, cell in old.items()} if isinstance(old, dict) else one(old)
    return dataclasses.replace(x, **{sheet: dataclasses.replace(getattr(x, sheet), **{column: new})})


@pytest.fixture(scope="module")
def small() -> Inputs:
    return build_inputs(small_baseline())


def test_every_column_of_numbers_reaches_every_coefficient_it_enters(small: Inputs) -> None:
    x, template = small, Template(small, WEIGHTS)
    untouched = []
    for sheet, column in numbers(x):
        changed = scaled(x, sheet, column, 1.03)
        before = template.arrays_for(x, WEIGHTS)
        after = template.arrays_for(changed, WEIGHTS)
        assert same(after, compile_model(build_model(changed, WEIGHTS))), (sheet, column)
        if same(before, after):
            untouched.append((sheet, column))
    assert len(numbers(x)) > 40
    # what only reports and checks look at, the coefficients of other valuations, and a column of zeros
    assert {column for _, column in untouched} == {
        "krw_per_usd", "production_share", "exports", "export_share", "trade_balance", "trade_balance_share",
        "trade_specialisation", "influence", "output_inducement", "value_added_rate", "value_added_inducement", "employment_inducement",
        "expenditure_inducement", "quantity", "opening_balance",
    }  # fmt: skip


@pytest.mark.slow
def test_random_overlays_have_the_optimum_of_a_model_built_anew() -> None:
    """`make overlays` does the same with two hundred of them on the whole baseline."""
    sweeper, found = Sweeper(small_baseline(), inputs_alone(Path("small"))), Counter[str]()
    for seed in range(FEW):
        setting = random_overlay(seed, sweeper.tables)
        status, apart = difference(sweeper, setting)
        assert apart <= 1e-9, (seed, setting)
        found[status] += 1
    assert found[OPTIMAL] > FEW / 2


def test_random_overlays_change_cells_of_every_kind_of_sheet() -> None:
    changed = {option.partition(".")[0] for seed in range(200) for option in random_overlay(seed, small_baseline())}
    assert changed >= {"settings", "industries", "siting", "tasks", "stages", "segments", "tracks", "programmes", "funds",
                       "appropriations", "rules"}  # fmt: skip


def test_a_result_does_not_depend_on_what_was_solved_before(small: Inputs) -> None:
    one, other = scaled(small, "funds", "interest", 1.5), scaled(small, "tasks", "uplift", 0.8)
    solver = WarmStartedSolver(small, single("production"))
    first = solver.solution(one)
    solver.solution(other)
    again = solver.solution(one)
    assert np.array_equal(first.x, again.x)
    assert np.array_equal(first.row_dual, again.row_dual)
    assert np.array_equal(first.x, WarmStartedSolver(small, single("production")).solution(one).x)


def test_inputs_of_another_structure_are_built_anew() -> None:
    base = tiny_inputs()
    template = Template(base, WEIGHTS)
    without = tiny_inputs(rules=[])
    more = tiny_inputs(
        rules=[
            {
                "rule": "cap",
                "label_ko": "a",
                "label_en": "a",
                "measure": "commitment",
                "relation": "<=",
                "value": 5.0,
                "unit": "amount",
            }
        ]
    )
    for changed in (without, more, scaled(base, "stages", "private_match", 0.0)):
        assert template.fits(changed) == (changed == base) or same(
            template.arrays_for(changed, WEIGHTS), compile_model(build_model(changed, WEIGHTS))
        )
    assert not template.fits(more)
    with pytest.raises(ValueError, match="structure"):
        template.arrays_for(more, WEIGHTS)
    anew = solve(compile_model(build_model(more, WEIGHTS))).objective
    assert WarmStartedSolver(base, single("production")).solution(more).objective == pytest.approx(anew, rel=1e-12)


def test_a_weighted_objective_is_measured_against_the_best_values_of_the_changed_inputs(small: Inputs) -> None:
    both = Objective({"production": 1.0, "employment": 1.0})
    changed = scaled(small, "industries", "employment_inducement", 2.0)
    found = WarmStartedSolver(small, both).solution(changed)
    best = {v: solve(compile_model(build_model(changed, {v: 1.0}))).objective for v in both.weights}
    anew = solve(compile_model(build_model(changed, both.per_unit(best))))
    assert found.objective == pytest.approx(anew.objective, rel=1e-9)


def test_a_base_case_without_a_plan_is_no_hindrance(small: Inputs) -> None:
    poor = scaled(small, "appropriations", "value", 0.01)
    solver = WarmStartedSolver(poor, single("production"))
    with pytest.raises(Infeasible):
        solver.solution(poor)
    assert solver.solution(small).objective > 0


def test_a_basis_can_be_sent_to_another_process(small: Inputs) -> None:
    arrays = compile_model(build_model(small, WEIGHTS))
    solution = solve(arrays, keep_basis=True)
    assert solution.basis is not None
    sent = pickle.loads(pickle.dumps(solution.basis))
    assert solve(arrays, basis=sent).objective == pytest.approx(solution.objective, rel=1e-12)
