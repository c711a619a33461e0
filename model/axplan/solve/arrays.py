"""The model as the solver's arrays, with the way back from every row and column to the component it came from."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyomo.environ as pyo
from numpy.typing import NDArray
from pyomo.common.gc_manager import PauseGC

Floats = NDArray[np.float64]
Integers = NDArray[np.int32]


@dataclass(frozen=True)
class Span:
    """The consecutive columns (or rows) of one component: where they start and the index of each."""

    start: int
    indices: tuple[Any, ...]

    @property
    def stop(self) -> int:
        return self.start + len(self.indices)

    def named(self, vector: Floats) -> dict[Any, float]:
        """index → entry of a vector over all columns (or rows)."""
        return dict(zip(self.indices, vector[self.start : self.stop].tolist(), strict=True))


@dataclass(frozen=True)
class Arrays:
    """maximise cost·x subject to row_lower ≤ A·x ≤ row_upper, col_lower ≤ x ≤ col_upper.

    A is held by rows: `value[start[n]:start[n+1]]` in columns `index[start[n]:start[n+1]]`. `columns` and `rows` map the
    name of a variable or constraint to its span.
    """

    cost: Floats
    col_lower: Floats
    col_upper: Floats
    row_lower: Floats
    row_upper: Floats
    start: Integers
    index: Integers
    value: Floats
    columns: Mapping[str, Span]
    rows: Mapping[str, Span]

    def fingerprint(self, *more: bytes) -> str:
        """SHA-256 of every number of the model, and of what else is given."""
        found = hashlib.sha256()
        parts: tuple[NDArray[Any], ...] = (
            self.cost, self.col_lower, self.col_upper, self.row_lower, self.row_upper, self.start, self.index, self.value,
        )  # fmt: skip
        for part in parts:
            found.update(np.ascontiguousarray(part).tobytes())
        for given in more:
            found.update(given)
        return found.hexdigest()

    def times(self, x: Floats) -> Floats:
        """A·x, shape (rows,)."""
        return np.asarray(np.bincount(self._row_of_entry, self.value * x[self.index], minlength=len(self.row_lower)))

    def transposed_times(self, y: Floats) -> Floats:
        """Aᵀ·y, shape (columns,)."""
        return np.asarray(np.bincount(self.index, self.value * y[self._row_of_entry], minlength=len(self.cost)))

    @property
    def _row_of_entry(self) -> NDArray[np.int64]:
        return np.repeat(np.arange(len(self.row_lower)), np.diff(self.start))

    def row_name(self, row: int) -> tuple[str, Any]:
        """(constraint, index) of a row."""
        return _name(self.rows, row)

    def column_name(self, column: int) -> tuple[str, Any]:
        """(variable, index) of a column."""
        return _name(self.columns, column)


def _name(spans: Mapping[str, Span], position: int) -> tuple[str, Any]:
    name = next(name for name, span in spans.items() if span.start <= position < span.stop)
    return name, spans[name].indices[position - spans[name].start]


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
