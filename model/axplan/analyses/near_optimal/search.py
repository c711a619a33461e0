"""The ends of all ranges: each aggregate's least and most among the plans that give up no more than a share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from axplan.analyses.near_optimal.aggregates import Aggregate
from axplan.core.process_pool import map_in_processes
from axplan.solver import Arrays, Basis
from axplan.solver.session import LEAST, MOST, Session

Direction = tuple[int, str]
"""Position of an aggregate, and towards which of its ends it is moved (LEAST or MOST)."""


@dataclass(frozen=True)
class RangeEnd:
    """One end of the range of one aggregate: a plan in which it is least or most.

    `worth` is the plan's objective; `amounts` all aggregates in it and `places` where its commitments go, in 억원.
    """

    direction: Direction
    worth: float
    amounts: tuple[float, ...]
    places: tuple[float, ...]

    @property
    def amount(self) -> float:
        """The end itself."""
        return self.amounts[self.direction[0]]

    def plain(self) -> dict[str, Any]:
        """The end as a checkpoint keeps it."""
        n, which = self.direction
        return {"aggregate": n, "end": which, "worth": self.worth, "amounts": self.amounts, "places": self.places}

    @staticmethod
    def restored(row: Mapping[str, Any]) -> RangeEnd:
        """The end from `plain` values."""
        amounts, places = (tuple(float(amount) for amount in row[name]) for name in ("amounts", "places"))
        return RangeEnd((int(row["aggregate"]), str(row["end"])), float(row["worth"]), amounts, places)


@dataclass(frozen=True)
class NearOptimalSpace:
    """Plans within a share of the optimum: the model with its floor under the objective, a feasible basis of it, and
    what is looked at."""

    arrays: Arrays
    basis: Basis
    aggregates: tuple[Aggregate, ...]
    places: tuple[Aggregate, ...]

    @cached_property
    def session(self) -> Session:
        """The solver with the model in it, begun at the basis."""
        return Session(self.arrays, self.basis)

    def __getstate__(self) -> dict[str, Any]:
        return {name: value for name, value in self.__dict__.items() if name != "session"}  # a solver stays where it is

    @property
    def directions(self) -> list[Direction]:
        """Every end there is to find; what has no variables needs no search."""
        return [(n, end) for n, a in enumerate(self.aggregates) if len(a.columns) for end in (LEAST, MOST)]

    def end(self, direction: Direction) -> RangeEnd:
        """Find an end.

        Raises
        ------
        SolverFailure: the solver found none.
        """
        return self.plan_at(direction, self.solution(direction))

    def solution(self, direction: Direction) -> Any:
        """The solution at an end, shape (columns,)."""
        n, end = direction
        return self.session.extreme(self.aggregates[n].cost(len(self.arrays.cost)), end)

    def plan_at(self, direction: Direction, x: Any) -> RangeEnd:
        """What is kept of the solution `x`, shape (columns,)."""
        amounts, places = (tuple(a.of(x) for a in group) for group in (self.aggregates, self.places))
        return RangeEnd(direction, float(self.arrays.cost @ x), amounts, places)

    @property
    def fingerprint(self) -> str:
        """SHA-256 of everything the ends depend on: ends of another fingerprint are of other plans."""
        names = repr([(a.kind, a.key) for a in (*self.aggregates, *self.places)]).encode()
        return self.arrays.fingerprint(names, self.basis.columns.tobytes(), self.basis.rows.tobytes())


def range_ends(space: NearOptimalSpace, known: Mapping[Direction, RangeEnd], jobs: int = 1) -> Iterator[RangeEnd]:
    """The ends that are not known yet, as they are found; in several processes where `jobs` asks for them.

    An end does not depend on the others, so neither on the number of processes nor on what was known.
    """
    unknown = [direction for direction in space.directions if direction not in known]
    return map_in_processes(NearOptimalSpace.end, space, unknown, jobs)
