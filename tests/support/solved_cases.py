"""Tiny cases solved, shifted and violated: what the tests of the formulation look at."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from functools import cached_property
from typing import Any

import pyomo.environ as pyo

from axplan.formulation import build_model
from axplan.formulation.compile import compile_model
from axplan.inputs.parameters import EOK_PER_TRILLION, Inputs
from axplan.solver import Solution, solve
from tiny import Cells, Change, tiny_inputs
from totals import totals

ADOPTION, SCALE_UP = ("cars", "north", "design", "adoption"), ("cars", "north", "design", "scale_up")
ONE_STAGE: Mapping[str, Any] = {"scale_up": None}
"""stages=ONE_STAGE leaves adoption alone: 1 억원 in segment 1 is worth 4 억원 in 2026 and 2 in 2027."""


def money(first: float, second: float = 0.0, **later: float) -> dict[str, dict[int, float]]:
    """appropriations=money(30, 0): 30 억원 for the fund `main` in 2026, nothing in 2027."""
    years = {int(name.removeprefix("in_")): amount for name, amount in later.items()}
    return {"main": {2026: first, 2027: second, **years}}


def fund(**cells: Any) -> dict[str, dict[str, Cells]]:
    """What is special about the fund."""
    return {"funds": {"main": cells}}


def one_stage(*years: float, instrument: Cells | None = None, **cells: Any) -> dict[str, Any]:
    """One stage, appropriations for 2026 and 2027, and what is special about the fund."""
    return {"stages": {**ONE_STAGE, "adoption": instrument or {}}, "appropriations": money(*years), **fund(**cells)}


TWO: Mapping[str, Any] = {
    "stages": ONE_STAGE, "appropriations": money(10),
    "industries": {"ships": {"production_inducement": 1.0, "employment_inducement": 30.0}},
}  # fmt: skip
"""Of 10 억원, one in cars brings 4 억원 of production and 2 person-years in 2026, one in ships 2 and 6; half of that in 2027."""


class Case:
    """A tiny case, its model and its optimum, with objective and duals in 억원 of production."""

    def __init__(self, **changes: Change) -> None:
        self.inputs: Inputs = tiny_inputs(**changes)
        self.model = build_model(self.inputs, {"production": 1.0})
        self.arrays = compile_model(self.model)

    @cached_property
    def solution(self) -> Solution:
        return solve(self.arrays)

    @property
    def best(self) -> float:
        """The optimum."""
        return self.solution.objective * EOK_PER_TRILLION

    def of(self, variable: str) -> dict[Any, float]:
        """index → value in the optimum."""
        return self.solution.values(variable)

    def spent(self, *beginning: Any) -> float:
        """Σ commitment over the indices that begin like this."""
        return sum(amount for index, amount in self.of("commitment").items() if index[: len(beginning)] == beginning)

    def dual(self, constraint: str, index: Any) -> float:
        """What one unit more on the right side of the row is worth."""
        return self.solution.duals(constraint)[index] * EOK_PER_TRILLION

    def gain(self, constraint: str, index: Any, by: float) -> float:
        """How the optimum changes when the right side of the row rises by `by`: the dual, found without duals."""
        span = self.arrays.rows[constraint]
        row = span.start + span.indices.index(index)
        lower, upper = self.arrays.row_lower.copy(), self.arrays.row_upper.copy()
        lower[row] += by
        upper[row] += by
        shifted = solve(dataclasses.replace(self.arrays, row_lower=lower, row_upper=upper))
        return shifted.objective * EOK_PER_TRILLION - self.best

    def violation(self, constraint: str, index: Any, **values: Mapping[Any, float]) -> float:
        """By how much the row is missed when these variables have these values and all others are 0.

        Totals that are not given are what the commitments and the progress come to.
        """
        for variable in self.model.component_data_objects(pyo.Var):
            variable.set_value(0.0, skip_validation=True)
        follow = totals(self.inputs, values.get("commitment", {}), values.get("progress", {}))
        for name, given in {**follow, **values}.items():
            for at, value in given.items():
                self.model.component(name)[at].set_value(value, skip_validation=True)
        row = self.model.component(constraint)[index]
        body = pyo.value(row.body)
        low, high = pyo.value(row.lower), pyo.value(row.upper)
        return max(0.0, low - body if low is not None else 0.0, body - high if high is not None else 0.0)


def best(**changes: Change) -> float:
    """The optimum of a tiny case in 억원 of production."""
    return Case(**changes).best
