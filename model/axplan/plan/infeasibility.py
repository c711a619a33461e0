"""Which requirements cannot hold together: an irreducible infeasible subset of a model in the terms of its constraints.

`axplan run` names them in its message, `axplan explain` adds cells, shortfalls and relaxations: both from this search.
"""

from typing import Any

from axplan.formulation import BOUNDS
from axplan.formulation.constraint_registry import IDENTITY, REGISTRY
from axplan.solver import Arrays
from axplan.solver.iis import Iis, irreducible_infeasible_subset

Requirement = tuple[str, str]
"""(constraint or bounded variable, the row of its sheet); the second is "" where nobody reads it row by row."""


def requirement(name: str, index: Any) -> Requirement:
    """The requirement that a row of a constraint, or a bound of a variable, belongs to."""
    return name, REGISTRY[name].key(index)


def infeasible_subset(arrays: Arrays) -> Iis | None:
    """An irreducible infeasible subset of a compiled model, by requirement; None where none is proven."""
    return irreducible_infeasible_subset(arrays, BOUNDS, requirement, lambda name: REGISTRY[name].rank)


def conflicting_requirements(arrays: Arrays) -> dict[Requirement, list[int]]:
    """The requirements of an irreducible infeasible subset with their rows (none for a bound), in the model's order.

    Identities take part but are not named: they only define states. Empty where the solver proves no infeasibility.
    """
    found = infeasible_subset(arrays) or Iis((), ())
    rows: dict[Requirement, list[int]] = {}
    for row in found.rows:
        rows.setdefault(requirement(*arrays.row_name(row)), []).append(row)
    for column in found.bounds:
        rows.setdefault(requirement(*arrays.column_name(column)), [])
    return {of: numbers for of, numbers in rows.items() if REGISTRY[of[0]].kind != IDENTITY}
