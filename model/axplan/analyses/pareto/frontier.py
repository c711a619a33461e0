"""The Pareto frontier (파레토 경계): efficient plans, of which no aim can have more unless another one gets less."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from axplan.analyses.pareto.aims import AIM_UNITS, with_aims
from axplan.analyses.pareto.search import ParetoSearch, Values, gap_points, lexicographic_optima, nondominated, spans_of
from axplan.core.checkpoint import Progress, no_progress
from axplan.formulation import build_model
from axplan.formulation.compile import compile_model
from axplan.inputs.objective import single
from axplan.inputs.parameters import Inputs
from axplan.inputs.schema.core import Unit
from axplan.inputs.schema.indicators import SMALLER
from axplan.plan.certificate import Certificate, check_plan, require
from axplan.plan.certificate.values import VARIABLES
from axplan.plan.key_figures import Figures, figures_of
from axplan.plan.optimise import solve_or_explain
from axplan.plan.result import Plan, build_plan
from axplan.plan.tie_breaking import break_ties
from axplan.solver import Solution

FLAT = 1e-3
"""An aim of which the whole frontier spans less than this share conflicts with no other: giving all of it up is
nothing."""


@dataclass(frozen=True)
class ParetoPoint:
    """An efficient plan: the value of every aim in its unit, its figures, commitments by region (억원), and itself."""

    values: Values
    figures: Figures
    regions: Mapping[str, float]
    plan: Plan


@dataclass(frozen=True)
class ParetoFrontier:
    """Efficient points from the most of the first aim to the least of it.

    `unanswered` counts the places between them for which the solver found no plan (commonly none).
    """

    aims: tuple[str, ...]
    points: tuple[ParetoPoint, ...]
    unanswered: int

    @property
    def ends(self) -> list[tuple[float, float]]:
        """The least and the most of every aim on the frontier, in its unit."""
        return [(min(values), max(values)) for values in zip(*(p.values for p in self.points), strict=True)]

    @property
    def spans(self) -> list[float]:
        """How far apart the least and the most of every aim lie, as a share of the larger of their sizes."""
        return [(most - least) / (max(abs(least), abs(most)) or 1.0) for least, most in self.ends]

    @property
    def conflict(self) -> bool:
        """Whether the aims conflict: whatever plan is chosen, more than FLAT of some aim is given up.

        Where no more than one aim moves by as much, the plan with the most of that one has nearly all of the others.
        """
        return sum(span >= FLAT for span in self.spans) >= 2

    @property
    def prices(self) -> list[float | None]:
        """Between two aims, what one unit more of the second costs of the first from the point before to each point."""
        if len(self.aims) != 2:
            return [None] * len(self.points)
        steps = zip(self.points, self.points[1:], strict=False)
        costs = [(a.values[0] - b.values[0]) / (b.values[1] - a.values[1]) for a, b in steps]
        return [None, *costs]


def small_price(found: ParetoFrontier, n: int) -> float | None:
    """The price at a point in the smaller unit of `price_unit`."""
    price = found.prices[n]
    return None if price is None else price * SMALLER.get(AIM_UNITS[found.aims[0]], (1.0,))[0]


def price_unit(found: ParetoFrontier) -> Unit:
    """The unit in which what is given up of the first aim is easy to read."""
    unit = AIM_UNITS[found.aims[0]]
    return SMALLER[unit][1] if unit in SMALLER else unit


def pareto_frontier(x: Inputs, aims: Sequence[str], count: int, progress: Progress = no_progress) -> ParetoFrontier:
    """The frontier between two or three of AIMS, the first of which is a valuation, in about `count` points.

    Every point is a plan: of those that are equally good the one that a run would choose, re-checked outside the
    solver.

    Raises
    ------
    Infeasible (naming the groups of constraints that collide), Unbounded, SolverFailure, CertificateError;
    EnvironmentFault: out of memory.
    """
    base = compile_model(build_model(x, {aims[0]: 1.0}))
    arrays, made = with_aims(x, base, aims)
    basis = solve_or_explain(x, arrays.with_cost(made[0].cost), keep_basis=True).basis
    search = ParetoSearch(arrays, made, basis)
    found: list[Solution | None] = []
    for solution in _found(search, count):
        found.append(solution)
        progress(len(found), max(count, len(found)))
    solved = [solution for solution in found if solution is not None]
    values = [search.values(solution) for solution in solved]
    points = tuple(_point(x, search, solved[n]) for n in nondominated(values, spans_of(values)))
    return ParetoFrontier(tuple(aims), points, len(found) - len(solved))


def _found(search: ParetoSearch, count: int) -> Iterator[Solution | None]:
    """The corners, each once, and what lies between them."""
    every = list(lexicographic_optima(search))
    values = [search.values(end) for end in every]
    ends = [every[n] for n in nondominated(values, spans_of(values))]
    yield from ends
    yield from gap_points(search, ends, count)


def _point(x: Inputs, search: ParetoSearch, solution: Solution) -> ParetoPoint:
    chosen, _ = break_ties(x, solution)
    values = search.values(chosen)
    first = search.aims[0].name
    variables = {name: chosen.values(name) for name in VARIABLES}
    require(Certificate(check_plan(x, variables, {first: 1.0}, values[0])))
    regions = dict.fromkeys(x.regions.region, 0.0)
    for (_, r, *_), amount in chosen.values("place_total").items():
        regions[r] += amount
    plan = build_plan(x, single(first), chosen)
    return ParetoPoint(values, {**figures_of(plan), "objective": values[0]}, regions, plan)
