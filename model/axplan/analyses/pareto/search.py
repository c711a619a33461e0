"""The points of a frontier: ends by lexicographic solves, the rest by floors under all aims but the first.

The ε-constraint method (Y. Haimes, L. Lasdon & D. Wismer, 1971): the first aim is maximised subject to a floor under
every other one, and then, on the optimal face of that, the sum of the others, each in terms of its range. So every
point is efficient, and not only weakly (as in the augmented method of G. Mavrotas, Effective implementation of the
ε-constraint method in multi-objective mathematical programming problems, 2009, but without a weight that has to be
chosen small enough).
"""

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations

import numpy as np

from axplan.analyses.pareto.aims import Aim
from axplan.core.errors import Infeasible, SolverFailure
from axplan.solver import Arrays, Basis, Solution, solve
from axplan.solver.arrays import Floats
from axplan.solver.optimal_face import optimal_face

Values = tuple[float, ...]
"""The value of every aim, in their order and units."""

TOLERANCE = 1e-6
"""Values of an aim that differ by less than this share of its range are the same."""


@dataclass(frozen=True)
class ParetoSearch:
    """The model with its aims. Every solve begins from `basis`, so that no point depends on the others."""

    arrays: Arrays
    aims: Sequence[Aim]
    basis: Basis | None

    def lexicographic(self, order: Sequence[int]) -> Solution:
        """The best of the first aim of `order`; of those plans the best of the second; and so on."""
        arrays, basis = self.arrays, self.basis
        for n in order:
            solution = _maximise(arrays, self.aims[n].cost, basis)
            arrays, basis = optimal_face(solution), solution.basis
        return solution

    def efficient(self, first: int, floors: Mapping[int, float], spans: Values) -> Solution | None:
        """The best of an aim with floors under others; of those plans the most of all others, each by its span.

        None where no plan is above all floors, or the solver cannot tell.
        """
        lower = np.array(self.arrays.col_lower)
        for n, floor in floors.items():
            lower[self.aims[n].column] = self.aims[n].scale * floor
        others = [n for n in range(len(self.aims)) if n != first]
        rest = np.sum([self.aims[n].cost / (spans[n] or 1.0) for n in others], axis=0)
        try:
            best = _maximise(dataclasses.replace(self.arrays, col_lower=lower), self.aims[first].cost, self.basis)
            return _maximise(optimal_face(best), rest, best.basis)
        except (Infeasible, SolverFailure):
            return None

    def values(self, solution: Solution) -> Values:
        """What a plan brings of every aim."""
        return tuple(aim.value(solution.x) for aim in self.aims)


def _maximise(arrays: Arrays, cost: Floats, basis: Basis | None) -> Solution:
    return solve(arrays.with_cost(cost), basis=basis, keep_basis=True)


def lexicographic_optima(search: ParetoSearch) -> Iterator[Solution]:
    """The lexicographic optimum of every order of the aims: the true ends of the frontier of two."""
    for order in permutations(range(len(search.aims))):
        yield search.lexicographic(order)


def spans_of(ends: Sequence[Values]) -> Values:
    """How far the corners lie apart in every aim."""
    return tuple(max(values) - min(values) for values in zip(*ends, strict=True))


def gap_points(search: ParetoSearch, ends: Sequence[Solution], count: int) -> Iterator[Solution | None]:
    """Points between the ends until there are `count` with them, each where the known ones leave most room.

    The widest gap is halved between two points with no other one between them. Their middle is feasible, for the plans
    of a linear programme are convex; from there the aim in which the two differ least is raised as far as it goes, with
    floors under the others. None stands for a middle from which the solver found nothing.
    """
    known = [search.values(end) for end in ends]
    spans = spans_of(known)
    tried: set[frozenset[int]] = set()
    while len(known) < count:
        room = {pair: _room(known, pair, spans) for pair in _pairs(len(known)) - tried}
        pair = max(room, key=lambda pair: (room[pair], sorted(pair)), default=None)
        if pair is None or room[pair] <= TOLERANCE:
            return
        tried.add(pair)
        one, other = (np.array(known[n]) for n in sorted(pair))
        first = int(np.argmin(np.abs(one - other) / _units(spans)))
        floors = {n: float(middle) for n, middle in enumerate((one + other) / 2) if n != first}
        solution = search.efficient(first, floors, spans)
        yield solution
        if solution is not None:
            known.append(search.values(solution))


def _pairs(count: int) -> set[frozenset[int]]:
    return {frozenset(pair) for pair in combinations(range(count), 2)}


def _room(known: Sequence[Values], pair: frozenset[int], spans: Values) -> float:
    """How far two points lie from their middle, each aim in terms of its span; 0 where another one is nearer."""
    scaled = np.array(known) / _units(spans)
    one, other = pair
    away = np.max(np.abs(scaled - (scaled[one] + scaled[other]) / 2), axis=1)
    others = np.delete(away, [one, other])
    return float(away[one]) if np.all(others >= away[one] * (1 - TOLERANCE)) else 0.0


def _units(spans: Values) -> Floats:
    return np.array([span or np.inf for span in spans])


def nondominated(found: Sequence[Values], spans: Values) -> list[int]:
    """The positions of the points that no other one equals or beats, from the most of the first aim to the least."""
    noise = np.array([TOLERANCE * span or 1e-9 * max(1.0, *(abs(v[n]) for v in found)) for n, span in enumerate(spans)])
    kept: list[int] = []
    for position in sorted(range(len(found)), key=lambda n: tuple(-value for value in found[n])):
        value = np.array(found[position])
        if not any(np.all(np.array(found[other]) >= value - noise) for other in kept):
            kept.append(position)
    return kept
