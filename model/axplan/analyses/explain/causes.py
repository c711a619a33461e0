"""Why there is no plan: requirements that cannot hold together, their cells, and by how much each falls short."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from axplan.formulation.constraint_registry import PHYSICAL, REGISTRY, Constraint
from axplan.inputs.parameters import Inputs
from axplan.plan.infeasibility import Requirement
from axplan.solver import Arrays
from axplan.solver.elastic import least_shortfall, sides


@dataclass(frozen=True)
class Cause:
    """A requirement that takes part in the infeasibility.

    constraint: its name in the registry; key: the row of its sheet ("" where it is named as a whole); addresses: the
    cells behind it, as a scenario writes them; shortfall: by how much it would have to give way if it were the only one
    to do so, in `unit` (None where that alone would not help, or where nobody can give way on it).
    """

    constraint: str
    key: str
    addresses: tuple[str, ...]
    unit: str
    shortfall: float | None

    @property
    def known(self) -> Constraint:
        """What is known of the constraint."""
        return REGISTRY[self.constraint]


def causes(x: Inputs, arrays: Arrays, conflict: Mapping[Requirement, list[int]]) -> list[Cause]:
    """The requirements of a conflict (see `conflicting_requirements`), in the order of the model."""
    return [_cause(x, arrays, *of, rows) for of, rows in conflict.items()]


def _cause(x: Inputs, arrays: Arrays, constraint: str, key: str, rows: Iterable[int]) -> Cause:
    known = REGISTRY[constraint]
    addresses = tuple(parameter.replace(".", f".{key or '*'}.") for parameter in known.parameters)
    shortfall = None if known.kind == PHYSICAL else _shortfall(arrays, rows)
    return Cause(constraint, key, addresses, known.unit_of(x, key), shortfall)


def _shortfall(arrays: Arrays, rows: Iterable[int]) -> float | None:
    """The least sum by which the rows have to be missed, all else held; None where that does not help."""
    slacks = [slack for row in rows for slack in sides(arrays, row)]
    missed = least_shortfall(arrays, slacks) if slacks else None
    return None if missed is None else float(np.sum(missed))
