"""From the Pyomo model to the solver's arrays and back to the names."""

import numpy as np
import pyomo.environ as pyo
import pytest

from axplan.formulation import build_model
from axplan.formulation.compile import compile_model
from axplan.formulation.linear import linear
from axplan.solver import Arrays
from axplan.solver.arrays import Span
from tiny import tiny_inputs


def small_model() -> pyo.ConcreteModel:
    """maximise 3 a + 2 b, a + b ≤ 4, 1 ≤ b − 2 c, a = 2 c; a ≥ 0, 0 ≤ b ≤ 3, c free."""
    m = pyo.ConcreteModel()
    m.x = pyo.Var(["a", "b"], domain=pyo.NonNegativeReals)
    m.x["b"].setub(3)
    m.free = pyo.Var([("c", 2026)])
    c = m.free["c", 2026]
    m.limit = pyo.Constraint([1, 2])
    m.limit[1] = linear([1.0, 1.0], [m.x["a"], m.x["b"]]) <= 4
    m.limit[2] = linear([1.0, -2.0], [m.x["b"], c]) >= 1
    m.balance = pyo.Constraint(["a"], rule=lambda m, n: linear([1.0, -2.0], [m.x[n], c]) == 0)
    m.best = pyo.Objective(expr=linear([3.0, 2.0], [m.x["a"], m.x["b"]]), sense=pyo.maximize)
    return m


@pytest.fixture
def arrays() -> Arrays:
    return compile_model(small_model())


def test_costs_and_bounds_stand_in_the_columns_of_their_variables(arrays: Arrays) -> None:
    assert arrays.cost.tolist() == [3, 2, 0]
    assert arrays.col_lower.tolist() == [0, 0, -np.inf]
    assert arrays.col_upper.tolist() == [np.inf, 3, np.inf]


def test_rows_keep_the_bounds_and_coefficients_of_their_constraints(arrays: Arrays) -> None:
    assert arrays.row_lower.tolist() == [-np.inf, 1, 0]
    assert arrays.row_upper.tolist() == [4, np.inf, 0]
    assert arrays.start.tolist() == [0, 2, 4, 6]
    assert arrays.index.tolist() == [0, 1, 1, 2, 0, 2]
    assert arrays.value.tolist() == [1, 1, 1, -2, 1, -2]


def test_the_products_are_those_of_the_matrix(arrays: Arrays) -> None:
    # rows a + b, b − 2c, a − 2c at (5, 7, 11); transposed at (1, 10, 100): 1 + 100, 1 + 10, −20 − 200
    assert arrays.times(np.array([5.0, 7.0, 11.0])).tolist() == [12, -15, -17]
    assert arrays.transposed_times(np.array([1.0, 10.0, 100.0])).tolist() == [101, 11, -220]


def test_every_row_and_column_knows_where_it_came_from(arrays: Arrays) -> None:
    assert [arrays.column_name(n) for n in range(3)] == [("x", "a"), ("x", "b"), ("free", ("c", 2026))]
    assert [arrays.row_name(n) for n in range(3)] == [("limit", 1), ("limit", 2), ("balance", "a")]


def test_a_span_names_its_part_of_a_vector(arrays: Arrays) -> None:
    assert arrays.columns["x"].named(np.array([5.0, 7.0, 11.0])) == {"a": 5, "b": 7}
    assert arrays.columns["free"].named(np.array([5.0, 7.0, 11.0])) == {("c", 2026): 11}


def test_a_span_counts_on_from_its_first_position() -> None:
    assert list(Span(3, ("a", ("b", 2026))).items()) == [("a", 3), (("b", 2026), 4)]


def test_a_variable_that_stands_twice_in_a_row_is_refused() -> None:
    m = small_model()
    m.twice = pyo.Constraint(expr=linear([1.0, 1.0], [m.x["a"], m.x["a"]]) <= 4)
    with pytest.raises(TypeError, match="twice"):
        compile_model(m)


def test_the_same_variable_in_two_rows_is_not_twice_in_one() -> None:
    m = small_model()
    m.again = pyo.Constraint(expr=linear([1.0], [m.x["b"]]) <= 4)
    assert compile_model(m).rows["again"].indices == (None,)


def test_the_spans_of_the_model_cover_every_row_and_column_once() -> None:
    arrays = compile_model(build_model(tiny_inputs(), {"production": 1.0}))
    for spans, count in ((arrays.columns, len(arrays.cost)), (arrays.rows, len(arrays.row_lower))):
        ends = [(span.start, span.stop) for span in spans.values()]
        assert [start for start, _ in ends] == [0, *(stop for _, stop in ends[:-1])]
        assert ends[-1][1] == count


def test_the_arrays_say_what_the_model_says() -> None:
    m = build_model(
        tiny_inputs(unlocks={"data": {"design": 0.0}}, funds={"main": {"interest": 0.1}}), {"production": 1.0}
    )
    arrays = compile_model(m)
    x = np.arange(1.0, len(arrays.cost) + 1)
    for name, span in arrays.columns.items():
        for index, value in span.named(x).items():
            m.component(name)[index].set_value(value, skip_validation=True)
    bodies = {name: {index: pyo.value(row.body) for index, row in m.component(name).items()} for name in arrays.rows}
    assert {name: span.named(arrays.times(x)) for name, span in arrays.rows.items()} == {
        name: pytest.approx(body) for name, body in bodies.items()
    }
    assert arrays.cost @ x == pytest.approx(pyo.value(m.value))
