"""The baseline's optimum under every valuation, found before with an implementation by other hands."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

import axplan
from axplan.formulation import build_model
from axplan.formulation.compile import compile_model
from axplan.formulation.objective import add_objective
from axplan.inputs.parameters import build_inputs
from axplan.solver.highs import INTERIOR_POINT, SIMPLEX, cost_scale, hand_over, run
from axplan.workbook.csv_folder import read_folder

REFERENCE = {
    "production": 43.8369449,  # 조원
    "output": 29.9868403,  # 조원
    "value_added": 8.61604069,  # 조원
    "employment": 87882.6649,  # discounted person-years
    "exports": 6.40374993,  # bn USD
}
VARIABLES = 12_370


@pytest.fixture(scope="module")
def optimum() -> Callable[[str], float]:
    """The baseline's optimum under a valuation. One solver keeps the model and goes on from the last optimum."""
    m = build_model(build_inputs(read_folder(Path(axplan.__file__).parent / "data" / "baseline")), {"production": 1.0})
    arrays = compile_model(m)
    assert len(arrays.cost) == VARIABLES
    solver = hand_over(arrays, cost_scale(arrays.cost), INTERIOR_POINT)
    run(solver)
    solver.setOptionValue("solver", SIMPLEX)

    def solved(valuation: str) -> float:
        m.del_component(m.value)
        add_objective(m, {valuation: 1.0})
        cost = compile_model(m).cost
        solver.changeColsCost(len(cost), np.arange(len(cost), dtype=np.int32), cost_scale(cost) * cost)
        run(solver)
        return float(cost @ np.array(solver.getSolution().col_value))

    return solved


@pytest.mark.parametrize("valuation", REFERENCE)
def test_the_baseline_is_worth_what_the_reference_says(valuation: str, optimum: Callable[[str], float]) -> None:
    assert optimum(valuation) == pytest.approx(REFERENCE[valuation], rel=1e-8)
