"""Which requirements cannot hold together: the irreducible infeasible subset of a model in the terms of its constraints.

`axplan run` names them in its message, `axplan explain` adds cells, shortfalls and ways out: both from this one search.
"""

from __future__ import annotations

from axplan.formulation.constraint_registry import CONSTRAINTS, IDENTITY, SUBSCRIPTION, key_of, rank
from axplan.solver import Arrays
from axplan.solver.iis import irreducible_infeasible_subset

Requirement = tuple[str, str]
"""(constraint, the row of its sheet); the second is "" where nobody reads the constraint row by row."""


def conflicting_requirements(arrays: Arrays) -> dict[Requirement, list[int]]:
    """Every requirement of an irreducible infeasible subset with its rows (none for a bound), in the order of the model.

    Identities take part but are not named: they only define states. Empty where the solver proves no infeasibility.
    """
    found = irreducible_infeasible_subset(arrays, (SUBSCRIPTION,), key_of, rank)
    if found is None:
        return {}
    requirements: dict[Requirement, list[int]] = {}
    for row in found.rows:
        name, index = arrays.row_name(row)
        requirements.setdefault((name, key_of(name, index)), []).append(row)
    for column in found.bounds:
        name, index = arrays.column_name(column)
        requirements.setdefault((name, key_of(name, index)), [])
    return {of: rows for of, rows in requirements.items() if CONSTRAINTS[of[0]].kind != IDENTITY}
