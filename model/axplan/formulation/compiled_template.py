"""A compiled model whose numbers can be exchanged: scenarios that differ in numbers alone share the model's structure.

Building and compiling the model costs about a tenth of solving it anew, and most of solving it again from a known
basis. A template builds it once, notes which inputs every constraint, expression, bound and objective reads, and for
changed inputs evaluates only what reads a changed one. Nobody has to say which parameter enters where, so none can be
forgotten: what a rule reads is what it is evaluated again for.
"""

import dataclasses
import types
from collections.abc import Hashable, Iterable, Mapping
from typing import Any

import numpy as np
import pyomo.environ as pyo
from pyomo.common.gc_manager import PauseGC

from axplan.formulation import BOUNDS, CONSTRAINTS, EXPRESSIONS, build_model, objective_terms
from axplan.formulation.compile import compile_model
from axplan.inputs.parameters import Inputs
from axplan.solver import Arrays

Path = tuple[str, ...]
"""Where a figure is read: (derived parameter or sheet,) or (sheet, column)."""

OBJECTIVE = "value"


class Template:
    """The model of some inputs, compiled; `arrays_for` gives the arrays of other inputs of the same structure."""

    def __init__(self, x: Inputs, weights: Mapping[str, float], charge_penalties: bool = True) -> None:
        self.charge_penalties = charge_penalties
        self.structure = structure(x)
        self.model = build_model(x, weights, charge_penalties)
        self.arrays = compile_model(self.model)
        self.inputs, self.weights = x, dict(weights)
        self._column = {id(v): n for n, v in enumerate(self.model.component_data_objects(pyo.Var, active=True))}
        self._reads = self._watch()

    def fits(self, x: Inputs) -> bool:
        """Whether these inputs differ from the template's in numbers alone."""
        return structure(x) == self.structure

    def arrays_for(self, x: Inputs, weights: Mapping[str, float]) -> Arrays:
        """The arrays of the model for `x`, equal to those of a model built anew.

        Raises
        ------
        ValueError: `x` has another structure.
        """
        if not self.fits(x):
            raise ValueError("these inputs have another structure")
        stale = self._stale(x)
        if dict(weights) != self.weights:
            stale.add(OBJECTIVE)
        self.model.inputs, self.inputs, self.weights = x, x, dict(weights)
        with PauseGC():
            return self._renewed(stale)

    def _renewed(self, stale: set[str]) -> Arrays:
        for name in EXPRESSIONS:
            if name in stale:
                self._renew_expression(name)
        value, lower, upper = (np.array(a) for a in (self.arrays.value, self.arrays.row_lower, self.arrays.row_upper))
        for name in CONSTRAINTS:
            if name in stale:
                self._renew_constraint(name, value, lower, upper)
        self.arrays = dataclasses.replace(
            self.arrays, value=value, row_lower=lower, row_upper=upper, col_upper=self._upper_bounds(stale),
            cost=self._cost() if OBJECTIVE in stale else self.arrays.cost,
        )  # fmt: skip
        return self.arrays

    def _watch(self) -> dict[str, set[Path]]:
        """What every expression, constraint, bound and the objective reads of the inputs."""
        reads: dict[str, set[Path]] = {}
        for name, rule in {**EXPRESSIONS, **CONSTRAINTS, **BOUNDS}.items():
            read: set[Path] = set()
            reads[name] = read
            for index in getattr(self.model, name):
                rule(WatchedModel(self.model, read), *_tuple(index))
        reads[OBJECTIVE] = set()
        objective_terms(WatchedModel(self.model, reads[OBJECTIVE]), self.weights, self.charge_penalties)
        for name, read in reads.items():
            offered = [path[1] for path in read if path[0] == OFFERED]
            reads[name] = {path for path in read if path[0] != OFFERED}.union(*(reads[other] for other in offered))
        return reads

    def _stale(self, x: Inputs) -> set[str]:
        """What reads a figure that is another one in `x`."""
        same: dict[Path, bool] = {}
        for path in set().union(*self._reads.values()):
            same[path] = _equal(read_at(x, path), read_at(self.inputs, path))
        return {name for name, read in self._reads.items() if not all(same[path] for path in read)}

    def _renew_expression(self, name: str) -> None:
        for index, offered in getattr(self.model, name).items():
            offered.set_value(EXPRESSIONS[name](self.model, *_tuple(index)))

    def _renew_constraint(self, name: str, value: Any, lower: Any, upper: Any) -> None:
        """Write the rows of a constraint anew. Their variables must be the same, in the same order."""
        arrays, first = self.arrays, self.arrays.rows[name].start
        for row, (index, constraint) in enumerate(getattr(self.model, name).items(), start=first):
            constraint.set_value(CONSTRAINTS[name](self.model, *_tuple(index)))
            low, body, high = constraint.to_bounded_expression()
            mine = slice(arrays.start[row], arrays.start[row + 1])
            if [self._column[id(v)] for v in body.linear_vars] != arrays.index[mine].tolist():
                raise ValueError(f"{name}[{index}] has other variables now")
            value[mine] = body.linear_coefs
            lower[row] = -np.inf if low is None else low
            upper[row] = np.inf if high is None else high

    def _upper_bounds(self, stale: Iterable[str]) -> Any:
        upper = np.array(self.arrays.col_upper)
        for name in BOUNDS:
            if name in stale:
                span = self.arrays.columns[name]
                upper[span.start : span.stop] = [BOUNDS[name](self.model, *_tuple(at))[1] for at in span.indices]
        return upper

    def _cost(self) -> Any:
        coefficients, variables = objective_terms(self.model, self.weights, self.charge_penalties)
        cost = np.zeros(len(self.arrays.cost))
        cost[[self._column[id(v)] for v in variables]] = coefficients
        return cost


OFFERED = "offered"
"""Marks the reading of another block's expression."""


class WatchedModel:
    """The model as a rule sees it, noting what the rule reads of the inputs and of what other blocks offer."""

    def __init__(self, model: pyo.ConcreteModel, read: set[Path]) -> None:
        self._model, self._read = model, read
        self.inputs = Watched(model.inputs, read)

    def __getattr__(self, name: str) -> Any:
        if name in EXPRESSIONS:
            self._read.add((OFFERED, name))
        return getattr(self._model, name)


class Watched:
    """Inputs, or a sheet of them, that note what is read."""

    def __init__(self, inner: Any, read: set[Path], at: Path = ()) -> None:
        self._inner, self._read, self._at = inner, read, at

    def __getattr__(self, name: str) -> Any:
        found, at = getattr(self._inner, name), (*self._at, name)
        if isinstance(found, types.MethodType):
            return types.MethodType(found.__func__, self)  # so that what the method reads is noted, too
        if not self._at and hasattr(found, "__sheet__"):
            return Watched(found, self._read, at)
        self._read.add(at)
        return found

    def __getitem__(self, key: Any) -> Any:
        self._read.add(self._at)
        return self._inner[key]


def read_at(x: Inputs, path: Path) -> Any:
    """What stands at a path."""
    found: Any = x
    for name in path:
        found = getattr(found, name)
    return found


def _equal(one: Any, other: Any) -> bool:
    if isinstance(one, Mapping) and any(isinstance(part, np.ndarray) for part in one.values()):
        return one.keys() == other.keys() and all(np.array_equal(one[key], other[key]) for key in one)
    return bool(one == other)


def structure(x: Inputs) -> Hashable:
    """Everything of the inputs but the numbers: the rows of every sheet, its words, whole numbers and choices, and
    which numbers are zero, for a term with a zero factor is left out of its row."""
    return tuple(
        (sheet.name, column.name, _shape(getattr(getattr(x, sheet.name), column.name)))
        for sheet in dataclasses.fields(x)
        if hasattr(getattr(x, sheet.name), "__sheet__") and sheet.name not in NOT_IN_THE_MODEL
        for column in dataclasses.fields(getattr(x, sheet.name))
        if not column.name.startswith("label")
    )


NOT_IN_THE_MODEL = ("uncertainty", "provenance", "sources")


def _shape(value: Any) -> Hashable:
    if isinstance(value, Mapping):
        return tuple((key, _shape(part)) for key, part in value.items())
    if isinstance(value, float):
        return value == 0
    return tuple(value) if isinstance(value, list) else value


def _tuple(index: Any) -> tuple[Any, ...]:
    return index if isinstance(index, tuple) else (index,)
