"""The Pyomo model as the solver's arrays: every name and index is kept, every coefficient copied once."""

from typing import Any

import numpy as np
import pyomo.environ as pyo
from pyomo.common.gc_manager import PauseGC

from axplan.solver.arrays import Arrays, Floats, Integers, Span


def compile_model(m: pyo.ConcreteModel) -> Arrays:
    """Compile a Pyomo model whose bodies and objective are `LinearExpression`s.

    Raises
    ------
    TypeError: an expression of another form, or a variable that stands twice in one row.
    """
    with PauseGC():
        columns, lower, upper, column_of = _compile_variables(m)
        rows, row_lower, row_upper, start, index, value = _compile_constraints(m, column_of)
        objective = next(iter(m.component_data_objects(pyo.Objective, active=True)))
        cost = np.zeros(len(lower))
        cost[[column_of[id(v)] for v in objective.expr.linear_vars]] = objective.expr.linear_coefs
    return Arrays(cost, lower, upper, row_lower, row_upper, start, index, value, columns, rows)


def _compile_variables(m: pyo.ConcreteModel) -> tuple[dict[str, Span], Floats, Floats, dict[int, int]]:
    spans: dict[str, Span] = {}
    lower: list[float] = []
    upper: list[float] = []
    column_of: dict[int, int] = {}
    for component in m.component_objects(pyo.Var, active=True):
        spans[component.name] = Span(len(lower), tuple(component.keys()))
        for variable in component.values():
            column_of[id(variable)] = len(lower)
            low, high = variable.bounds
            lower.append(-np.inf if low is None else low)
            upper.append(np.inf if high is None else high)
    return spans, np.array(lower, dtype=float), np.array(upper, dtype=float), column_of


def _compile_constraints(m: pyo.ConcreteModel, column_of: dict[int, int]) -> tuple[Any, ...]:
    spans: dict[str, Span] = {}
    lower: list[float] = []
    upper: list[float] = []
    lengths: list[int] = []
    index: list[int] = []
    value: list[float] = []
    for component in m.component_objects(pyo.Constraint, active=True):
        spans[component.name] = Span(len(lower), tuple(component.keys()))
        for constraint in component.values():
            low, body, high = constraint.to_bounded_expression()
            variables = body.linear_vars
            lower.append(-np.inf if low is None else low)
            upper.append(np.inf if high is None else high)
            lengths.append(len(variables))
            index += [column_of[id(v)] for v in variables]
            value += body.linear_coefs
    start = np.concatenate(([0], np.cumsum(lengths, dtype=np.int64))).astype(np.int32)
    columns = np.array(index, dtype=np.int32)
    _refuse_repeats(columns, lengths, len(column_of))
    return spans, np.array(lower), np.array(upper), start, columns, np.array(value, dtype=float)


def _refuse_repeats(columns: Integers, lengths: list[int], width: int) -> None:
    """The solver adds nothing up: a variable that stands twice in a row is a fault of the formulation."""
    entries = np.repeat(np.arange(len(lengths), dtype=np.int64), lengths) * width + columns
    entries.sort()
    if np.any(entries[1:] == entries[:-1]):
        raise TypeError("a variable stands twice in one row")
