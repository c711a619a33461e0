"""Single relaxations of inputs without a plan: one figure moved just far enough, checked by solving again."""

import dataclasses
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from axplan.analyses.explain.causes import Cause
from axplan.core.errors import AxplanError
from axplan.formulation import build_model
from axplan.formulation.compile import compile_model
from axplan.formulation.constraint_registry import PERSONS, REGISTRY, WHOLE_ROW, YEAR, Movable
from axplan.inputs.parameters import Inputs
from axplan.plan.key_figures import figures
from axplan.solver import Arrays, solve
from axplan.solver.feasibility import Feasibility, border

MOST, MOST_OF_A_KIND = 5, 2
"""So many relaxations are offered, and so many of a kind."""

DIGITS = 4
"""Significant digits to which an amount is rounded, always so that it suffices."""

HARDER = (1.0, 1.002, 1.005)
"""Near the border the solver may find no proof; then a little more is tried."""


@dataclass(frozen=True)
class Candidate:
    """A figure that could be moved: what it is, the row of its sheet, where it stands, and its furthest `end`."""

    movable: Movable
    key: str
    now: float
    end: float
    scale: float
    """What counts as a move of 1: what stands now, for a year the length of the plan."""

    @property
    def is_year(self) -> bool:
        """Whether the figure is a year, which moves by whole years."""
        return self.movable.unit == YEAR

    def inputs(self, x: Inputs, figure: float) -> Inputs:
        """The inputs with the figure in its place."""
        sheet, column = self.movable.sheet, self.movable.column
        if column != WHOLE_ROW:
            return with_figure(x, sheet, column, self.key, figure)
        matrix = getattr(x, sheet)
        factors = {key: figure / self.now if key[0] == self.key else 1.0 for key in matrix.value}
        scaled = {key: amount * factors[key] for key, amount in matrix.value.items()}
        return dataclasses.replace(x, **{sheet: dataclasses.replace(matrix, value=scaled)})

    def relative(self, figure: float) -> float:
        """The move to a figure as a share of the scale."""
        return abs(figure - self.now) / max(abs(self.scale), 1e-9)

    def setting(self, figure: float) -> str:
        """The change as --set and a scenario write it."""
        sheet, column = self.movable.sheet, self.movable.column
        value = f"*{figure / self.now:.12g}" if column == WHOLE_ROW else f"{figure:.12g}"
        return f"{sheet}.{self.key}.{column}={value}"


@dataclass(frozen=True)
class InputRelaxation:
    """A candidate moved as far as is needed: the figure then, and the worth of the plan in the objective's unit."""

    candidate: Candidate
    figure: float
    worth: float

    @property
    def amount(self) -> float:
        """By how much the figure moves."""
        return self.figure - self.candidate.now

    @property
    def relative(self) -> float:
        """The move as a share of what stands now: what makes a relaxation cheap."""
        return self.candidate.relative(self.figure)

    @property
    def setting(self) -> str:
        """The change as --set and a scenario write it."""
        return self.candidate.setting(self.figure)


Worth = Callable[[Inputs], float]
"""The objective of the best plan; raises AxplanError where there is none."""


def with_figure(x: Inputs, sheet: str, column: str, key: str, figure: float | str) -> Inputs:
    """The inputs with another figure, or word, in a row of a sheet."""
    part = getattr(x, sheet)
    cells = {**getattr(part, column), key: figure}
    return dataclasses.replace(x, **{sheet: dataclasses.replace(part, **{column: cells})})


def candidates(x: Inputs, found: Sequence[Cause]) -> list[Candidate]:
    """What the causes leave to move, each once, in their order."""
    every = (candidate for cause in found for candidate in _candidates(x, cause))
    return list(dict.fromkeys(candidate for candidate in every if candidate.end != candidate.now))


def _candidates(x: Inputs, cause: Cause) -> Iterator[Candidate]:
    known = REGISTRY[cause.constraint]
    for movable in known.movable:
        owner = movable.owner
        key = getattr(getattr(x, known.sheet), owner)[cause.key] if owner else cause.key
        now = movable.now(x, key)
        scale = len(x.years) if movable.unit == YEAR else now
        yield from (Candidate(movable, key, now, end, scale) for end in movable.ends(x, key, now))


def single_relaxations(
    x: Inputs, arrays: Arrays, found: Sequence[Cause], worth: Worth, done: Callable[[], object] = lambda: None
) -> list[InputRelaxation]:
    """Up to MOST single relaxations, the smallest relative move first and no more than MOST_OF_A_KIND of a name.

    Every one has been checked: with it there is a plan, whose worth is given. What is left out does not help alone, or
    costs more. `done` is called for each candidate that has been tried, and for each that has been checked.
    """
    feasible, sufficient = Feasibility(), []
    for candidate in candidates(x, found):
        figure = _needed(x, arrays, candidate, feasible)
        done()
        if figure is not None:
            sufficient.append((candidate.relative(figure), candidate, figure))
    checked: list[InputRelaxation] = []
    for _, candidate, figure in sorted(sufficient, key=lambda one: one[0]):
        if len(checked) == MOST:
            break
        if sum(other.candidate.movable.name == candidate.movable.name for other in checked) < MOST_OF_A_KIND:
            checked.extend(_checked(x, candidate, figure, worth))
            done()
    return checked


def _needed(x: Inputs, arrays: Arrays, candidate: Candidate, feasible: Feasibility) -> float | None:
    """The least figure that suffices, rounded to the safe side; None where the candidate alone does not help."""
    if candidate.is_year:
        years = range(int(candidate.now) + 1, int(candidate.end) + 1)
        return next((float(t) for t in years if _has_plan(x, candidate, t)), None)
    moved = compile_model(build_model(candidate.inputs(x, candidate.end), {}))
    share = border(arrays, moved, 1.0, feasible)
    return None if share is None else _rounded(candidate, share * abs(candidate.end - candidate.now))


def _has_plan(x: Inputs, candidate: Candidate, year: int) -> bool:
    return Feasibility()(compile_model(build_model(candidate.inputs(x, year), {})))


def _rounded(candidate: Candidate, distance: float) -> float:
    """The figure after a move of at least this distance: DIGITS digits, whole persons, not beyond the end."""
    if distance > 0:
        step = 10.0 ** (math.floor(math.log10(distance)) - DIGITS + 1)
        step = max(step, 1.0) if candidate.movable.unit == PERSONS else step
        distance = math.ceil(distance / step - 1e-9) * step
    way = candidate.end - candidate.now
    return float(f"{candidate.now + math.copysign(min(distance, abs(way)), way):.12g}")


def _checked(x: Inputs, candidate: Candidate, figure: float, worth: Worth) -> Iterator[InputRelaxation]:
    """With the worth of its plan; a little more of it where the solver cannot decide; nothing where it finds none."""
    distance = abs(figure - candidate.now)
    for moved in [figure] if candidate.is_year else [_rounded(candidate, factor * distance) for factor in HARDER]:
        try:
            yield InputRelaxation(candidate, moved, worth(candidate.inputs(x, moved)))
        except AxplanError:
            continue
        return


def worth_of_best(weights: Mapping[str, float]) -> Worth:
    """Solves inputs for the worth of their best plan, penalties of soft rules not taken off."""

    def worth(x: Inputs) -> float:
        found = figures(x, solve(compile_model(build_model(x, weights))))
        return sum(weight * found[v] for v, weight in weights.items())

    return worth
