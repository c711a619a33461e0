"""The elastic plan: what can be met is met, and what cannot falls short by as little as possible."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from axplan.analyses.explain.relaxations import with_figure
from axplan.formulation.constraint_registry import PERSONS, REGISTRY, Movable
from axplan.formulation.rules import right_side
from axplan.inputs.parameters import Inputs
from axplan.inputs.schema.indicators import NET_BENEFIT
from axplan.inputs.schema.policy import AMOUNT, APPROPRIATION_SHARE
from axplan.plan.right_hand_sides import FLOOR, RULE, TARGET
from axplan.solver import Arrays
from axplan.solver.elastic import Slack, elastic_solution, sides

REQUIREMENTS = ("target", "progress_requirement", "indicator_floor", "rule_limit")
"""The constraints that may be missed, in the order in which they are listed."""

DEMANDED: dict[str, Movable] = {figure.name: figure for figure in (REGISTRY[n].movable[0] for n in REQUIREMENTS)}
"""What a shortfall is called → the figure that is not met."""

NOISE = 1e-6

SIZES = {TARGET: 0.5, RULE: 0.5}
"""A shortfall of no more than this is none; of other kinds, of no more than NOISE."""

FIRM = 1.0
"""The penalty with which a rule is softened: more per unit than any plan gains by missing it."""


@dataclass(frozen=True)
class Shortfall:
    """A requirement that is not met in full.

    kind: one of DEMANDED: TARGET in persons, progress as a share of a programme, FLOOR in the unit of the indicator,
    RULE in that of its measure. `required` is NaN where the right side moves with the plan (shares of a measure, and
    growth).
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
            lower = left - NOISE * abs(left)
            return lower if self.key == NET_BENEFIT else max(0.0, lower)
        return float(np.floor(left + NOISE)) if self.kind == TARGET else max(0.0, left - NOISE)

    @property
    def setting(self) -> str | None:
        """The requirement lowered to what can be met, as a scenario writes it; None for a rule: it is softened."""
        demanded = DEMANDED[self.kind]
        return None if self.kind == RULE else f"{demanded.sheet}.{self.key}.{demanded.column}={self.left:.9g}"


def lowered(x: Inputs, missed: Sequence[Shortfall]) -> Inputs:
    """The inputs with every requirement lowered by its shortfall; rules that are missed become soft."""
    for short in missed:
        demanded = DEMANDED[short.kind]
        column, figure = ("penalty", FIRM) if short.kind == RULE else (demanded.column, short.left)
        x = with_figure(x, demanded.sheet, column, short.key, figure)
    return x


def shortfalls(x: Inputs, arrays: Arrays) -> list[Shortfall] | None:
    """What the plan of least relative shortfall leaves unmet; None where no requirement is what stands in the way.

    Money, training capacity and solvency are not stretched: nobody can spend what is not there. A requirement is
    weighed by its own size, so that one per cent of any counts the same; rules without one by all appropriations.
    """
    asked = list(_asked(x, arrays))
    found = elastic_solution(arrays, [slack for _, _, _, slack in asked])
    if found is None:
        return None
    missed: dict[tuple[str, str], list[float]] = {}
    for (kind, key, required, _), amount in zip(asked, found[1].tolist(), strict=True):
        total = missed.setdefault((kind, key), [required, 0.0])
        total[1] += amount
    return [
        Shortfall(kind, key, required, amount)
        for (kind, key), (required, amount) in missed.items()
        if amount > SIZES.get(kind, NOISE)
    ]


def _asked(x: Inputs, arrays: Arrays) -> Iterator[tuple[str, str, float, Slack]]:
    """(kind, key, what is required, the side of its row that may be missed)"""
    for name, figure in zip(REQUIREMENTS, DEMANDED.values(), strict=True):
        for index, row in arrays.rows[name].items():
            key = REGISTRY[name].key(index)
            if figure.name == RULE and key in x.rules.penalty:
                continue
            required = figure.now(x, key)
            required, weight = _rule_size(x, key) if figure.name == RULE else (required, 1 / max(abs(required), NOISE))
            yield from ((figure.name, key, required, slack) for slack in sides(arrays, row, weight))


def _rule_size(x: Inputs, n: str) -> tuple[float, float]:
    """What a rule requires (NaN where that moves with the plan), and what one unit of it weighs."""
    required = float(x.rules.value[n] if x.rules.unit[n] == AMOUNT else np.nan)
    if x.rules.unit[n] == APPROPRIATION_SHARE:
        required = right_side(x, n, x.rule_years(n))
    if required > 0:
        return required, 1 / required
    people = REGISTRY["rule_limit"].unit_of(x, n) == PERSONS
    whole = (
        sum(x.tracks.target.values()) if people else sum(x.appropriations[f, t] for f in x.funds.fund for t in x.years)
    )
    return required, 1 / (whole or 1.0)
