"""The Lagrangian of the model at its optimum, for inputs that differ a little from those it was solved for.

    L(θ) = objective(x*; θ) + Σ y · (right side(x*; θ) − left side(x*; θ)) + Σ reduced cost · (upper bound(θ) − x*)

with the optimal values x* and duals y held fast. By the envelope theorem (P. Milgrom and I. Segal, Envelope theorems
for arbitrary choice sets, Econometrica 70(2), 2002) the optimum changes with a parameter as L does: ∂V/∂θ = ∂L/∂θ.
Where several sets of duals are optimal, V has a kink and ∂L/∂θ lies between its slopes to the left and to the right.

The equations are those of the certificate, which was written apart from the model.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from axplan.formulation.compiled_template import Path, Watched
from axplan.inputs.parameters import Inputs
from axplan.inputs.schema import sheet_declarations
from axplan.plan.certificate.expressions import Floats, Rows
from axplan.plan.certificate.plan import FAMILIES, upper_bound
from axplan.plan.certificate.rules import rule_rows
from axplan.plan.certificate.values import VARIABLES, Dense
from axplan.plan.certificate.worth import check_objective
from axplan.plan.sensitivity.input_columns import CELLS, InputColumn

if TYPE_CHECKING:
    from axplan.solver import Solution

STEP = 1e-4
"""Half the width of the central difference, relative to the value: L is smooth, so this leaves out about 1e-8."""

Part = Callable[[Dense], float]


class Lagrangian:
    """L as a sum of parts (the objective, each family of constraints, the bounds), each for the columns it reads."""

    def __init__(self, x: Inputs, solution: Solution, weights: Mapping[str, float]) -> None:
        self.inputs = x
        self.solved = Dense(x, {name: solution.values(name) for name in VARIABLES})
        self.parts = parts(self.solved, solution, weights)
        self._read_by = self._watch()

    def reads(self, column: InputColumn) -> bool:
        """Whether the model reads the column."""
        return (column.sheet, column.name) in self._read_by

    def at(self, x: Inputs) -> float:
        """L for these inputs."""
        return sum(part(with_inputs(self.solved, x)) for part in self.parts.values())

    def growth(self, column: InputColumn) -> float:
        """Σ θ · ∂L/∂θ over all values θ of the column: how fast L rises with a factor on all of them."""
        higher, lower = (column.multiplied(self.inputs, 1 + step) for step in (STEP, -STEP))
        return self._difference(column, higher, lower) / (2 * STEP)

    def slope(self, column: InputColumn, key: Any) -> float:
        """∂L/∂θ for a single value of the column."""
        step = STEP * (abs(column.values[key]) or 1.0)
        higher, lower = (column.moved(self.inputs, key, by) for by in (step, -step))
        return self._difference(column, higher, lower) / (2 * step)

    def _difference(self, column: InputColumn, one: Inputs, other: Inputs) -> float:
        """L(one) − L(other), of the parts that read the column."""
        read_by = [self.parts[name] for name in self._read_by.get((column.sheet, column.name), ())]
        first, second = with_inputs(self.solved, one), with_inputs(self.solved, other)
        return sum(part(first) - part(second) for part in read_by)

    def _watch(self) -> dict[tuple[str, str], list[str]]:
        """(sheet, column) → the parts that read it."""
        read_by: dict[tuple[str, str], list[str]] = {}
        for name, part in self.parts.items():
            read: set[Path] = set()
            part(with_inputs(self.solved, cast(Inputs, Watched(self.inputs, read))))
            for column in {_column(path) for path in read}:
                read_by.setdefault(column, []).append(name)
        return read_by


def _column(path: Path) -> tuple[str, str]:
    """The column that is read at a path; ("", "") for what is not a sheet."""
    sheet = sheet_declarations().get(path[0])
    if sheet is None:
        return "", ""
    return (path[0], CELLS) if sheet.across else (path[0], path[-1])


def parts(v: Dense, solution: Solution, weights: Mapping[str, float]) -> dict[str, Part]:
    """The parts of L by name, with the duals of `solution`."""
    made: dict[str, Part] = {family.__name__: _priced(family, family(v), solution) for family in FAMILIES}
    made["rule_limit"] = _priced_rules(v, solution)
    made["subscription"] = _priced_bound(v, solution)
    made["objective"] = lambda other: check_objective(other, weights, 0.0).left
    return made


def _priced(family: Callable[[Dense], Rows], rows: Rows, solution: Solution) -> Part:
    price = prices(rows, solution.duals(rows.name))
    return lambda other: _worth(price, family(other))


def _priced_rules(v: Dense, solution: Solution) -> Part:
    duals = solution.duals("rule_limit")
    price = [prices(rows, duals) for rows in rule_rows(v)]
    return lambda other: sum(_worth(y, rows) for y, rows in zip(price, rule_rows(other), strict=True))


def _priced_bound(v: Dense, solution: Solution) -> Part:
    """The upper bound of `subscription`; all other bounds are constants. Negative prices are of the lower bound."""
    reduced = solution.reduced_costs("subscription")
    price = np.maximum(0.0, np.array([reduced[index] for index in v.indices["subscription"]], dtype=float))
    raised = v.flat("subscription")
    return lambda other: float(np.sum(price * (upper_bound(other, "subscription") - raised)))


def prices(rows: Rows, duals: Mapping[Any, float]) -> Floats:
    """The duals of a family in the shape of its rows: what each is worth per unit by which its right side rises."""
    indices = (tuple(itertools.chain(*labels)) for labels in itertools.product(*rows.axes))
    price = [duals[index if len(index) > 1 else index[0]] for index in indices]
    return np.array(price, dtype=float).reshape([len(labels) for labels in rows.axes])


def _worth(price: Floats, rows: Rows) -> float:
    """Σ y · (right − left)"""
    return float(np.sum(price * (rows.right.value - rows.left.value))) if price.size else 0.0


def with_inputs(v: Dense, x: Inputs) -> Dense:
    """The same values with other inputs of the same structure; the arrays made of them are shared."""
    other = Dense(x, v.values)
    vars(other).update({name: made for name, made in vars(v).items() if name not in ("inputs", "values")})
    return other
