"""Cases that are compared: their inputs, their plans, and the attribution of what differs between them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from axplan.attribution import Attribution, attribute
from axplan.comparing.differences import Difference, Group, differences, groups, mixed
from axplan.errors import Infeasible, InputError, SolverFailure, Text
from axplan.figures import figures
from axplan.inputs import VALUATIONS, build_inputs
from axplan.objective import Objective
from axplan.plan import Plan
from axplan.resolving import Resolver
from axplan.tables import Tables

OBJECTIVE: Group = ("objective",)
"""The group of a change of what is maximised."""


@dataclass(frozen=True)
class Case:
    """One side: its name and title, its tables as they were planned with, its objective and its plan."""

    name: str
    title: Text
    tables: Tables
    objective: Objective
    plan: Plan


@dataclass(frozen=True)
class Comparison:
    """`after` beside `before`: the cells that differ, and the indicator's difference shared among the groups of them.

    `indicator` is the one `before` maximises (production where it maximises several).
    """

    before: Case
    after: Case
    cells: tuple[Difference, ...]
    indicator: str
    attribution: Attribution

    @cached_property
    def headline(self) -> Mapping[str, tuple[float, float]]:
        """Indicator → its value before and after, in the unit it is reported in."""
        return {v: (self.before.plan.indicators[v], self.after.plan.indicators[v]) for v in VALUATIONS}


def compare(before: Case, after: Case, tell: Callable[[int], object] = lambda _: None) -> Comparison:
    """Compare two cases; `tell` hears how many combinations were solved.

    The value that is shared out is the indicator's value in the best plan of every combination of changes, solved from the basis of
    `before`; both ends are the values of the plans themselves.
    """
    found = differences(before.tables, after.tables)
    players: list[Hashable] = list(groups(found))
    if before.objective != after.objective:
        players.append(OBJECTIVE)
    indicator = _indicator(before.objective)
    values = _Values(before, after, found, indicator, len(players), tell)
    return Comparison(before, after, tuple(found), indicator, attribute(players, values))


def _indicator(objective: Objective) -> str:
    return objective.indicator if not objective.is_weighted else VALUATIONS[0]


class _Values:
    """The indicator in the best plan of a combination of changes; None where there is no plan or no valid input."""

    def __init__(
        self, before: Case, after: Case, found: Sequence[Difference], indicator: str, players: int,
        tell: Callable[[int], object],
    ) -> None:  # fmt: skip
        self.before, self.after, self.found, self.indicator = before, after, found, indicator
        self.players, self.tell = players, tell
        self.known: dict[frozenset[Hashable], float | None] = {
            frozenset(): before.plan.indicators[indicator],
        }
        self.resolvers: dict[bool, Resolver] = {}

    def __call__(self, chosen: frozenset[Hashable]) -> float | None:
        if len(chosen) == self.players:
            return self.after.plan.indicators[self.indicator]
        if chosen not in self.known:
            self.known[chosen] = self._solved(chosen)
            self.tell(len(self.known))
        return self.known[chosen]

    def _solved(self, chosen: frozenset[Hashable]) -> float | None:
        of_inputs = [group for group in chosen if group != OBJECTIVE and isinstance(group, tuple)]
        try:
            x = build_inputs(mixed(self.before.tables, self.after.tables, self.found, of_inputs))
            solution = self._resolver(OBJECTIVE in chosen).solution(x)
        except (InputError, Infeasible, SolverFailure):
            return None
        return figures(x, solution)[self.indicator]

    def _resolver(self, other_objective: bool) -> Resolver:
        if other_objective not in self.resolvers:
            objective = (self.after if other_objective else self.before).objective
            self.resolvers[other_objective] = Resolver(self.before.plan.inputs, objective)
        return self.resolvers[other_objective]
