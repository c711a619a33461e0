"""The elastic plan: what can be met is met, and what cannot falls short by as little as possible."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from axplan.inputs.parameters import Inputs
from axplan.inputs.schema.policy import AMOUNT, TRAINEES
from axplan.solver import Arrays
from axplan.solver.elastic import Slack, elastic_solution, sides

TARGET, PROGRESS, RULE, FLOOR = "target", "progress", "rule", "floor"

NOISE = 1e-6

FIRM = 1.0
"""The penalty with which a rule is softened: more per unit than any plan gains by missing it."""


@dataclass(frozen=True)
class Shortfall:
    """A requirement that is not met in full.

    kind: TARGET (persons), PROGRESS (share of the programme), FLOOR (unit of the indicator) or RULE (its measure's own unit); `required` is NaN where the right side
    moves with the plan (shares and growth).
    """

    kind: str
    key: str
    required: float
    missed: float

    @property
    def left(self) -> float:
        """What can be required instead: whole persons, and a hair less than the solver's border."""
        left = self.required - self.missed
        if self.kind == FLOOR:
            return max(0.0, left * (1 - NOISE))
        return float(np.floor(left + NOISE)) if self.kind == TARGET else max(0.0, left - NOISE)

    @property
    def setting(self) -> str | None:
        """The requirement lowered to what can be met, as a scenario writes it; None for a rule, which is softened instead."""
        if self.kind == TARGET:
            return f"tracks.{self.key}.target={self.left:.12g}"
        if self.kind == FLOOR:
            return f"floors.{self.key}.at_least={self.left:.9g}"
        return f"programmes.{self.key}.minimum_progress={self.left:.9g}" if self.kind == PROGRESS else None


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
    for (kind, key, required, _), amount in zip(asked, found[1].tolist(), strict=True):
        total = missed.setdefault((kind, key), [required, 0.0])
        total[1] += amount
    sizes = {TARGET: 0.5, PROGRESS: NOISE, RULE: 0.5, FLOOR: NOISE}
    return [
        Shortfall(kind, key, required, amount)
        for (kind, key), (required, amount) in missed.items()
        if amount > sizes[kind]
    ]


def _asked(x: Inputs, arrays: Arrays) -> Iterator[tuple[str, str, float, Slack]]:
    """(kind, key, what is required, the side of its row that may be missed)"""
    whole = sum(x.appropriations[f, t] for f in x.funds.fund for t in x.years) or 1.0
    for kind, constraint, required in (
        (TARGET, "target", x.tracks.target), (PROGRESS, "progress_requirement", x.programmes.minimum_progress),
        (FLOOR, "indicator_floor", x.floors.at_least),
    ):  # fmt: skip
        span = arrays.rows[constraint]
        for row, key in enumerate(span.indices, start=span.start):
            yield from ((kind, key, required[key], s) for s in sides(arrays, row, 1 / max(required[key], NOISE)))
    span = arrays.rows["rule_limit"]
    for row, (n, _) in enumerate(span.indices, start=span.start):
        if n not in x.rules.penalty:
            size = x.rules.value[n] if x.rules.unit[n] == AMOUNT else np.nan
            people = x.rules.measure[n] == TRAINEES
            weight = 1 / (size if size > 0 else sum(x.tracks.target.values()) or 1.0 if people else whole)
            yield from ((RULE, n, float(size), slack) for slack in sides(arrays, row, weight))
