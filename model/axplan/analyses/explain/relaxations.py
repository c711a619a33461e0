"""Ways out of a contradiction: one figure of the inputs moved just far enough, checked by solving again."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from axplan.analyses.explain.causes import Cause
from axplan.core.errors import AxplanError, Infeasible, SolverFailure
from axplan.formulation import build_model
from axplan.formulation.compile import compile_model
from axplan.formulation.constraint_registry import (
    APPROPRIATION,
    CAPACITY,
    RULE,
    TARGET,
    TARGET_YEAR,
    Movable,
)
from axplan.inputs.parameters import Inputs
from axplan.inputs.schema.policy import AMOUNT, AT_LEAST, AT_MOST, GROWTH, SHARE_OF
from axplan.plan.key_figures import figures
from axplan.solver import Arrays, solve
from axplan.solver.feasibility import Feasibility, border

MOST_CURES, MOST_OF_A_KIND = 5, 2

DIGITS = 4
"""Significant digits to which an amount is rounded, always so that it suffices."""

HARDER = (1.0, 1.002, 1.005)
"""Near the border the solver may find no proof; then a little more is tried."""


@dataclass(frozen=True)
class Relaxation:
    """A figure that can be moved: which, the row of its sheet, where it stands, to where at most.

    The figure of APPROPRIATION is the sum over the years of a fund, which all grow alike.
    """

    movable: Movable
    key: str
    now: float
    end: float
    scale: float
    """What counts as a move of 1: what stands now, for a year the length of the plan."""

    def inputs(self, x: Inputs, figure: float) -> Inputs:
        """The inputs with the figure in its place."""
        if self.movable is APPROPRIATION:
            scaled = {
                (f, t): amount * (figure / self.now if f == self.key else 1.0)
                for (f, t), amount in x.appropriations.value.items()
            }
            return dataclasses.replace(x, appropriations=dataclasses.replace(x.appropriations, value=scaled))
        sheet, column = self.movable.sheet, self.movable.column
        part = getattr(x, sheet)
        cells: Mapping[str, Any] = {**getattr(part, column), self.key: figure}
        return dataclasses.replace(x, **{sheet: dataclasses.replace(part, **{column: cells})})

    def relative(self, figure: float) -> float:
        """The move to a figure as a share of the scale."""
        return abs(figure - self.now) / max(abs(self.scale), 1e-9)

    def setting(self, figure: float) -> str:
        """The change as --set and a scenario write it."""
        if self.movable is APPROPRIATION:
            return f"appropriations.{self.key}.*=*{_plain(figure / self.now)}"
        return f"{self.movable.sheet}.{self.key}.{self.movable.column}={_plain(figure)}"


@dataclass(frozen=True)
class Cure:
    """A figure moved as far as is needed: the figure after, and what the plan is then worth in the unit of the objective."""

    relaxation: Relaxation
    figure: float
    worth: float

    @property
    def amount(self) -> float:
        """By how much the figure moves."""
        return self.figure - self.relaxation.now

    @property
    def relative(self) -> float:
        """The move as a share of what stands now: what makes a way cheap."""
        return self.relaxation.relative(self.figure)

    @property
    def setting(self) -> str:
        return self.relaxation.setting(self.figure)


Solved = Callable[[Inputs], float]
"""The objective of the best plan; raises AxplanError where there is none."""


def relaxations(x: Inputs, found: Sequence[Cause]) -> list[Relaxation]:
    """What the causes leave to move, each once, in their order. Limits of nature and of the labour force leave nothing."""
    offered = [one for cause in found for figure in cause.entry.movable for one in _relaxations(x, figure, cause.key)]
    return [one for n, one in enumerate(offered) if one not in offered[:n] and one.end != one.now]


def _relaxations(x: Inputs, figure: Movable, key: str) -> Iterator[Relaxation]:
    if figure is RULE:
        yield from _of_rule(x, key)
    elif figure is APPROPRIATION:
        if (total := sum(x.appropriations[key, t] for t in x.years)) > 0:
            yield Relaxation(figure, key, total, figure.end(total), total)
    else:
        row = figure.row(x, key)
        now = getattr(getattr(x, figure.sheet), figure.column)[row]
        end, scale = (x.years[-1], len(x.years)) if figure is TARGET_YEAR else (figure.end(now), now)
        yield Relaxation(figure, row, now, end, scale)


def _of_rule(x: Inputs, n: str) -> Iterator[Relaxation]:
    """A floor is lowered, a cap raised; an equation either way. A share stays within 0 and 1; growth falls to a standstill at most."""
    value, unit, relation = x.rules.value[n], x.rules.unit[n], x.rules.relation[n]
    lowest = {AMOUNT: 0.0, SHARE_OF: 0.0, GROWTH: -1.0}[unit]
    highest = {AMOUNT: 10 * value, SHARE_OF: 1.0, GROWTH: value + 5}[unit]
    if relation != AT_MOST:
        yield Relaxation(RULE, n, value, lowest, value)
    if relation != AT_LEAST:
        yield Relaxation(RULE, n, value, highest, value)


def cures_of(
    x: Inputs, arrays: Arrays, found: Sequence[Cause], solved: Solved, done: Callable[[], object] = lambda: None
) -> list[Cure]:
    """Up to MOST_CURES single figures, the smallest relative move first and no more than MOST_OF_A_KIND of a kind.

    Every one has been checked: with it there is a plan, whose worth is given. What is left out does not help alone, or costs more.
    """
    feasible, made = Feasibility(), []
    for relaxation in relaxations(x, found):
        figure = _needed(x, arrays, relaxation, feasible)
        done()
        if figure is not None:
            made.append((relaxation.relative(figure), relaxation, figure))
    cures: list[Cure] = []
    for _, relaxation, figure in sorted(made, key=lambda one: one[0]):
        if len(cures) == MOST_CURES:
            break
        if sum(cure.relaxation.movable.name == relaxation.movable.name for cure in cures) < MOST_OF_A_KIND:
            cures.extend(_checked(x, relaxation, figure, solved))
    return cures


def _needed(x: Inputs, arrays: Arrays, relaxation: Relaxation, feasible: Feasibility) -> float | None:
    """The least figure that suffices, rounded to the safe side; None where the relaxation alone does not help."""
    if relaxation.movable is TARGET_YEAR:
        return next(
            (float(t) for t in range(int(relaxation.now) + 1, int(relaxation.end) + 1) if _has_plan(x, relaxation, t)),
            None,
        )
    moved = compile_model(build_model(relaxation.inputs(x, relaxation.end), {}))
    share = border(arrays, moved, 1.0, feasible)
    return None if share is None else _rounded(relaxation, share * abs(relaxation.end - relaxation.now))


def _has_plan(x: Inputs, relaxation: Relaxation, year: int) -> bool:
    return Feasibility()(compile_model(build_model(relaxation.inputs(x, year), {})))


def _rounded(relaxation: Relaxation, distance: float) -> float:
    """The figure after a move of at least this distance: DIGITS significant digits, whole persons, not beyond the end."""
    if distance > 0:
        step = 10.0 ** (math.floor(math.log10(distance)) - DIGITS + 1)
        step = max(step, 1.0) if relaxation.movable in (TARGET, CAPACITY) else step
        distance = math.ceil(distance / step - 1e-9) * step
    distance = min(distance, abs(relaxation.end - relaxation.now))
    return float(f"{relaxation.now + math.copysign(distance, relaxation.end - relaxation.now):.12g}")


def _checked(x: Inputs, relaxation: Relaxation, figure: float, solved: Solved) -> Iterator[Cure]:
    """The relaxation with the worth of its plan; a little more of it where the solver cannot decide; nothing where it finds none."""
    for factor in HARDER if relaxation.movable is not TARGET_YEAR else (1.0,):
        moved = (
            _rounded(relaxation, factor * abs(figure - relaxation.now))
            if relaxation.movable is not TARGET_YEAR
            else figure
        )
        try:
            yield Cure(relaxation, moved, solved(relaxation.inputs(x, moved)))
        except (Infeasible, SolverFailure, AxplanError):
            continue
        return


def worth(weights: Mapping[str, float]) -> Solved:
    """Solves inputs for the worth of their best plan, penalties of soft rules not taken off."""

    def solved(x: Inputs) -> float:
        found = figures(x, solve(compile_model(build_model(x, weights))))
        return sum(weight * found[v] for v, weight in weights.items())

    return solved


def _plain(figure: float) -> str:
    return f"{figure:.12g}"
