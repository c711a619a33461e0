"""The ends of all ranges: each aggregate's least and most among the plans that give up no more than a share of the objective."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from axplan.analyses.near_optimal.aggregates import Aggregate
from axplan.core.process_pool import in_processes
from axplan.solver import Arrays, Basis
from axplan.solver.session import LEAST, MOST, Session

Question = tuple[int, str]
"""Position of an aggregate, and which of its ends."""


@dataclass(frozen=True)
class End:
    """One end of the range of one aggregate: a plan in which it is least or most.

    `worth` is the plan's objective; `amounts` all aggregates in it and `places` where its commitments go, in 억원.
    """

    question: Question
    worth: float
    amounts: tuple[float, ...]
    places: tuple[float, ...]

    @property
    def amount(self) -> float:
        """The end itself."""
        return self.amounts[self.question[0]]


@dataclass(frozen=True)
class Search:
    """Plans within a share of the optimum: the model with its floor under the objective, a feasible basis of it, and what
    is looked at."""

    arrays: Arrays
    basis: Basis
    aggregates: tuple[Aggregate, ...]
    places: tuple[Aggregate, ...]

    @cached_property
    def session(self) -> Session:
        return Session(self.arrays, self.basis)

    def __getstate__(self) -> dict[str, Any]:
        return {name: value for name, value in self.__dict__.items() if name != "session"}  # a solver stays where it is

    @property
    def questions(self) -> list[Question]:
        """Every end there is to find; what has no variables needs no search."""
        return [(n, end) for n, a in enumerate(self.aggregates) if len(a.columns) for end in (LEAST, MOST)]

    def end(self, question: Question) -> End:
        """Find an end.

        Raises
        ------
        SolverFailure: the solver found none.
        """
        return self.seen(question, self.solution(question))

    def solution(self, question: Question) -> Any:
        """The solution at an end, shape (columns,)."""
        n, end = question
        return self.session.extreme(self.aggregates[n].cost(len(self.arrays.cost)), end)

    def seen(self, question: Question, x: Any) -> End:
        """What is kept of a solution."""
        amounts, places = (tuple(a.of(x) for a in group) for group in (self.aggregates, self.places))
        return End(question, float(self.arrays.cost @ x), amounts, places)

    @property
    def fingerprint(self) -> str:
        """SHA-256 of everything the ends depend on: ends of another fingerprint are of other plans."""
        seen = repr([(a.kind, a.key) for a in (*self.aggregates, *self.places)]).encode()
        return self.arrays.fingerprint(seen, self.basis.columns.tobytes(), self.basis.rows.tobytes())


def ends(search: Search, known: Mapping[Question, End], jobs: int = 1) -> Iterator[End]:
    """The ends that are not known yet, as they are found; in several processes where `jobs` asks for them.

    An end does not depend on the others, so neither on the number of processes nor on what was known.
    """
    open_questions = [question for question in search.questions if question not in known]
    if jobs <= 1 or len(open_questions) < 2:
        yield from map(search.end, open_questions)
        return
    yield from in_processes(_end, open_questions, jobs, _begin, (search,))


_own: dict[str, Search] = {}
"""The search of this process."""


def _begin(search: Search) -> None:
    _own["search"] = search


def _end(question: Question) -> End:
    return _own["search"].end(question)
