"""Ways out of a contradiction: one figure of the inputs moved just far enough, checked by solving again."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from axplan.analyses.explain.causes import SUBSCRIPTION, Cause
from axplan.core.errors import AxplanError, Infeasible, SolverFailure
from axplan.formulation import build_model
from axplan.formulation.compile import compile_model
from axplan.inputs.parameters import Inputs
from axplan.inputs.schema.policy import AMOUNT, AT_LEAST, AT_MOST, GROWTH, SHARE_OF
from axplan.plan.key_figures import figures
from axplan.solver import Arrays, solve
from axplan.solver.feasibility import Feasibility, border

MOST_LEVERS, MOST_OF_A_KIND = 5, 2

DIGITS = 4
"""Significant digits to which an amount is rounded, always so that it suffices."""

HARDER = (1.0, 1.002, 1.005)
"""Near the border the solver may find no proof; then a little more is tried."""

APPROPRIATION, TARGET, TARGET_YEAR, CAPACITY_GROWTH, CAPACITY, RULE, PRIVATE, PROGRESS, SOLVENCY, CARRY_OVER, SPAN, PACE, FLOOR = KINDS = (
    "appropriation", "target", "target_year", "capacity_growth", "capacity", "rule", "private", "progress", "solvency",
    "carry_over", "span", "pace", "floor",
)  # fmt: skip


@dataclass(frozen=True)
class Lever:
    """A figure that can be moved: kind (one of KINDS), the row of its sheet, where it stands, from where to where at most.

    The figure of APPROPRIATION is the sum over the years of a fund, which all grow alike.
    """

    kind: str
    key: str
    sheet: str
    column: str
    now: float
    end: float
    scale: float
    """What counts as a move of 1: what stands now, for a year the length of the plan."""

    def inputs(self, x: Inputs, figure: float) -> Inputs:
        """The inputs with the figure in its place."""
        if self.kind == APPROPRIATION:
            scaled = {
                (f, t): amount * (figure / self.now if f == self.key else 1.0)
                for (f, t), amount in x.appropriations.value.items()
            }
            return dataclasses.replace(x, appropriations=dataclasses.replace(x.appropriations, value=scaled))
        part = getattr(x, self.sheet)
        column: Mapping[str, Any] = {**getattr(part, self.column), self.key: figure}
        return dataclasses.replace(x, **{self.sheet: dataclasses.replace(part, **{self.column: column})})

    def relative(self, figure: float) -> float:
        """The move to a figure as a share of the scale."""
        return abs(figure - self.now) / max(abs(self.scale), 1e-9)

    def setting(self, figure: float) -> str:
        """The change as --set and a scenario write it."""
        if self.kind == APPROPRIATION:
            return f"appropriations.{self.key}.*=*{_plain(figure / self.now)}"
        return f"{self.sheet}.{self.key}.{self.column}={_plain(figure)}"


@dataclass(frozen=True)
class Way:
    """A lever moved as far as is needed: the figure after, and what the plan is then worth in the unit of the objective."""

    lever: Lever
    figure: float
    worth: float

    @property
    def amount(self) -> float:
        """By how much the figure moves."""
        return self.figure - self.lever.now

    @property
    def relative(self) -> float:
        """The move as a share of what stands now: what makes a way cheap."""
        return self.lever.relative(self.figure)

    @property
    def setting(self) -> str:
        return self.lever.setting(self.figure)


Solved = Callable[[Inputs], float]
"""The objective of the best plan; raises AxplanError where there is none."""


def levers(x: Inputs, found: Sequence[Cause]) -> list[Lever]:
    """What the causes leave to move, each once, in their order."""
    offers = (OFFERS[cause.constraint](x, cause.key) for cause in found if cause.constraint in OFFERS)
    offered = [lever for offer in offers for lever in offer]
    return [lever for n, lever in enumerate(offered) if lever not in offered[:n] and lever.end != lever.now]


def ways_out(
    x: Inputs, arrays: Arrays, found: Sequence[Cause], solved: Solved, done: Callable[[], object] = lambda: None
) -> list[Way]:
    """Up to MOST_LEVERS single levers, the smallest relative move first and no more than MOST_OF_A_KIND of a kind.

    Every one has been checked: with it there is a plan, whose worth is given. What is left out does not help alone, or costs more.
    """
    feasible, made = Feasibility(), []
    for lever in levers(x, found):
        figure = _needed(x, arrays, lever, feasible)
        done()
        if figure is not None:
            made.append((lever.relative(figure), lever, figure))
    ways: list[Way] = []
    for _, lever, figure in sorted(made, key=lambda one: one[0]):
        if len(ways) == MOST_LEVERS:
            break
        if sum(way.lever.kind == lever.kind for way in ways) < MOST_OF_A_KIND:
            ways.extend(_checked(x, lever, figure, solved))
    return ways


def _needed(x: Inputs, arrays: Arrays, lever: Lever, feasible: Feasibility) -> float | None:
    """The least figure that suffices, rounded to the safe side; None where the lever alone does not help."""
    if lever.kind == TARGET_YEAR:
        return next((float(t) for t in range(int(lever.now) + 1, int(lever.end) + 1) if _has_plan(x, lever, t)), None)
    moved = compile_model(build_model(lever.inputs(x, lever.end), {}))
    share = border(arrays, moved, 1.0, feasible)
    return None if share is None else _rounded(lever, share * abs(lever.end - lever.now))


def _has_plan(x: Inputs, lever: Lever, year: int) -> bool:
    return Feasibility()(compile_model(build_model(lever.inputs(x, year), {})))


def _rounded(lever: Lever, distance: float) -> float:
    """The figure after a move of at least this distance: DIGITS significant digits, whole persons, not beyond the end."""
    if distance > 0:
        step = 10.0 ** (math.floor(math.log10(distance)) - DIGITS + 1)
        step = max(step, 1.0) if lever.kind in (TARGET, CAPACITY) else step
        distance = math.ceil(distance / step - 1e-9) * step
    distance = min(distance, abs(lever.end - lever.now))
    return float(f"{lever.now + math.copysign(distance, lever.end - lever.now):.12g}")


def _checked(x: Inputs, lever: Lever, figure: float, solved: Solved) -> Iterator[Way]:
    """The lever with the worth of its plan; a little more of it where the solver cannot decide; nothing where it finds none."""
    for factor in HARDER if lever.kind != TARGET_YEAR else (1.0,):
        moved = _rounded(lever, factor * abs(figure - lever.now)) if lever.kind != TARGET_YEAR else figure
        try:
            yield Way(lever, moved, solved(lever.inputs(x, moved)))
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


def _fund(x: Inputs, f: str) -> Iterator[Lever]:
    total = sum(x.appropriations[f, t] for t in x.years)
    if total > 0:
        yield Lever(APPROPRIATION, f, "appropriations", "*", total, 20 * total, total)
    ratio = x.funds.private_ratio[f]
    yield Lever(PRIVATE, f, "funds", "private_ratio", ratio, ratio + 2, ratio)


def _target(x: Inputs, w: str) -> Iterator[Lever]:
    yield Lever(TARGET, w, "tracks", "target", x.tracks.target[w], 0.0, x.tracks.target[w])
    yield Lever(TARGET_YEAR, w, "tracks", "target_year", x.tracks.target_year[w], x.years[-1], len(x.years))


def _capacity(x: Inputs, w: str) -> Iterator[Lever]:
    growth, first = x.tracks.capacity_growth[w], x.tracks.initial_capacity[w]
    yield Lever(CAPACITY_GROWTH, w, "tracks", "capacity_growth", growth, growth + 2, growth)
    yield Lever(CAPACITY, w, "tracks", "initial_capacity", first, 5 * first, first)


def _supervision(x: Inputs, w: str) -> Iterator[Lever]:
    span = x.tracks.span[w]
    yield Lever(SPAN, w, "tracks", "span", span, 5 * span, span)
    yield from _capacity(x, x.tracks.supervisor[w])


def _progress(x: Inputs, p: str) -> Iterator[Lever]:
    yield Lever(
        PROGRESS,
        p,
        "programmes",
        "minimum_progress",
        x.programmes.minimum_progress[p],
        0.0,
        x.programmes.minimum_progress[p],
    )


def _pace(x: Inputs, p: str) -> Iterator[Lever]:
    yield Lever(
        PACE, p, "programmes", "annual_ceiling", x.programmes.annual_ceiling[p], 1.0, x.programmes.annual_ceiling[p]
    )


def _solvency(x: Inputs, f: str) -> Iterator[Lever]:
    yield Lever(SOLVENCY, f, "funds", "solvency_share", x.funds.solvency_share[f], 0.0, x.funds.solvency_share[f])


def _carry_over(x: Inputs, f: str) -> Iterator[Lever]:
    limit = x.funds.carry_over_limit[f]
    yield Lever(CARRY_OVER, f, "funds", "carry_over_limit", limit, max(1.0, limit), limit)


def _floor(x: Inputs, v: str) -> Iterator[Lever]:
    floor = x.floors.at_least[v]
    yield Lever(FLOOR, v, "floors", "at_least", floor, 0.0, floor)


def _rule(x: Inputs, n: str) -> Iterator[Lever]:
    """A floor is lowered, a cap raised; an equation either way. A share stays within 0 and 1; growth falls to a standstill at most."""
    value, unit, relation = x.rules.value[n], x.rules.unit[n], x.rules.relation[n]
    lowest = {AMOUNT: 0.0, SHARE_OF: 0.0, GROWTH: -1.0}[unit]
    highest = {AMOUNT: 10 * value, SHARE_OF: 1.0, GROWTH: value + 5}[unit]
    if relation != AT_MOST:
        yield Lever(RULE, n, "rules", "value", value, lowest, value)
    if relation != AT_LEAST:
        yield Lever(RULE, n, "rules", "value", value, highest, value)


OFFERS: Mapping[str, Callable[[Inputs, str], Iterator[Lever]]] = {
    "fund_balance": _fund, SUBSCRIPTION: _fund, "target": _target, "capacity": _capacity, "supervision": _supervision,
    "progress_requirement": _progress, "annual_ceiling": _pace, "solvency": _solvency, "carry_over_limit": _carry_over,
    "rule_limit": _rule, "indicator_floor": _floor, "skill_requirement": _capacity,
}  # fmt: skip
"""What a cause leaves to move. Limits of nature and of the labour force leave nothing."""
