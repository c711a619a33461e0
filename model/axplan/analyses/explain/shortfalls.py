"""The elastic plan: what can be met is met, and what cannot falls short by as little as possible."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from axplan.formulation.constraint_registry import CONSTRAINTS, FLOOR, REQUIREMENT, RULE, TARGET, Movable
from axplan.inputs.parameters import Inputs
from axplan.inputs.schema.policy import AMOUNT, TRAINEES
from axplan.solver import Arrays
from axplan.solver.elastic import Slack, elastic_solution, sides

NOISE = 1e-6

FIRM = 1.0
"""The penalty with which a rule is softened: more per unit than any plan gains by missing it."""


@dataclass(frozen=True)
class Shortfall:
    """A requirement that is not met in full.

    constraint: its name in the registry; key: the row of its sheet; `required` and `missed` in persons (TARGET), as a share of the
    programme (PROGRESS), in the unit of the indicator (FLOOR) or of the measure (RULE); `required` is NaN where the right side
    moves with the plan (shares and growth).
    """

    constraint: str
    key: str
    required: float
    missed: float

    @property
    def movable(self) -> Movable:
        """The figure that asks for it."""
        return CONSTRAINTS[self.constraint].movable[0]

    @property
    def kind(self) -> str:
        """What results call it: target, progress, floor or rule."""
        return self.movable.name

    @property
    def left(self) -> float:
        """What can be required instead: whole persons, and a hair less than the solver's border."""
        left = self.required - self.missed
        if self.movable is FLOOR:
            return max(0.0, left * (1 - NOISE))
        return float(np.floor(left + NOISE)) if self.movable is TARGET else max(0.0, left - NOISE)

    @property
    def setting(self) -> str | None:
        """The requirement lowered to what can be met, as a scenario writes it; None for a rule, which is softened instead."""
        if self.movable is RULE:
            return None
        digits = 12 if self.movable is TARGET else 9
        return f"{self.movable.sheet}.{self.key}.{self.movable.column}={self.left:.{digits}g}"


def shortfalls(x: Inputs, arrays: Arrays) -> list[Shortfall] | None:
    """What the plan of least relative shortfall leaves unmet; None where targets, progress and rules are not what stands in the way.

    Money, training capacity and solvency are not stretched: nobody can spend what is not there. A requirement is weighed by its
    own size, so that one per cent of any of them counts the same; rules without a size by that of all appropriations.
    """
    asked = list(_asked(x, arrays))
    slacks = [slack for _, _, _, slack in asked]
    found = elastic_solution(arrays, slacks)
    if found is None:
        return None
    missed: dict[tuple[str, str], list[float]] = {}
    for (constraint, key, required, _), amount in zip(asked, found[1].tolist(), strict=True):
        total = missed.setdefault((constraint, key), [required, 0.0])
        total[1] += amount
    return [
        Shortfall(constraint, key, required, amount)
        for (constraint, key), (required, amount) in missed.items()
        if amount > (0.5 if CONSTRAINTS[constraint].movable[0] in (TARGET, RULE) else NOISE)
    ]


def _asked(x: Inputs, arrays: Arrays) -> Iterator[tuple[str, str, float, Slack]]:
    """(constraint, key, what is required, the side of its row that may be missed)"""
    whole = sum(x.appropriations[f, t] for f in x.funds.fund for t in x.years) or 1.0
    for constraint, entry in CONSTRAINTS.items():
        if entry.kind != REQUIREMENT or entry.movable[0] is RULE:
            continue
        required, span = getattr(getattr(x, entry.sheet), entry.movable[0].column), arrays.rows[constraint]
        for row, key in enumerate(span.indices, start=span.start):
            size = 1 / max(required[key], NOISE)
            yield from ((constraint, key, required[key], slack) for slack in sides(arrays, row, size))
    span = arrays.rows["rule_limit"]
    for row, (n, _) in enumerate(span.indices, start=span.start):
        if n not in x.rules.penalty:
            size = x.rules.value[n] if x.rules.unit[n] == AMOUNT else np.nan
            people = x.rules.measure[n] == TRAINEES
            weight = 1 / (size if size > 0 else sum(x.tracks.target.values()) or 1.0 if people else whole)
            yield from (("rule_limit", n, float(size), slack) for slack in sides(arrays, row, weight))
