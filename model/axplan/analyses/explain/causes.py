"""Why there is no plan: requirements that cannot hold together, the cells they come from, and by how much each falls short."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from axplan.formulation.constraint_registry import CONSTRAINTS, PHYSICAL, Constraint, unit_of
from axplan.inputs.parameters import Inputs
from axplan.plan.infeasibility import Requirement
from axplan.solver import Arrays
from axplan.solver.elastic import least_shortfall, sides


@dataclass(frozen=True)
class Cause:
    """A requirement that takes part in the infeasibility.

    constraint: its name in the registry; key: the row of its sheet ("" where it is told as a whole); addresses: the
    cells behind it, as a scenario writes them; shortfall: by how much it would have to give way if it were the only one to do
    so, in `unit` (None where that alone would not help, or where nobody can give way on it).
    """

    constraint: str
    key: str
    addresses: tuple[str, ...]
    unit: str
    shortfall: float | None

    @property
    def entry(self) -> Constraint:
        """What is known of the constraint."""
        return CONSTRAINTS[self.constraint]


def causes(x: Inputs, arrays: Arrays, conflict: Mapping[Requirement, list[int]]) -> list[Cause]:
    """The requirements of an irreducible infeasible subset (see `conflicting_requirements`), in the order of the model."""
    return [_cause(x, arrays, *of, rows) for of, rows in conflict.items()]


def _cause(x: Inputs, arrays: Arrays, constraint: str, key: str, rows: Iterable[int]) -> Cause:
    addresses = tuple(f"{sheet}.{key or '*'}.{column}" for sheet, column in CONSTRAINTS[constraint].columns)
    return Cause(constraint, key, addresses, unit_of(x, constraint, key), _shortfall(arrays, constraint, rows))


def _shortfall(arrays: Arrays, constraint: str, rows: Iterable[int]) -> float | None:
    """The least sum by which the rows have to be missed, all else held."""
    slacks = [slack for row in rows for slack in sides(arrays, row)]
    if CONSTRAINTS[constraint].kind == PHYSICAL or not slacks:
        return None
    missed = least_shortfall(arrays, slacks)
    return None if missed is None else float(np.sum(missed))
