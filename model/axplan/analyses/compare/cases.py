"""Cases that are compared: their inputs, their plans, and the attribution of what differs between them."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from axplan.analyses.compare.differences import Difference, Group, differences, groups, mixed
from axplan.analyses.compare.labels import OBJECTIVE
from axplan.analyses.compare.shapley import MAX_PLAYERS, Attribution, attribute
from axplan.core.checkpoint import no_progress
from axplan.core.errors import AxplanError, Infeasible, InputError, SolverFailure
from axplan.core.text import Text
from axplan.inputs.objective import Objective
from axplan.inputs.parameters import build_inputs
from axplan.inputs.schema.indicators import VALUATIONS
from axplan.inputs.tables import Tables
from axplan.plan.key_figures import figures
from axplan.plan.result import Plan
from axplan.plan.warm_start import WarmStartedSolver

Step = tuple[Group, ...]
"""Groups of cells that are changed together: one, or several that only have a plan together."""


@dataclass(frozen=True)
class ComparedCase:
    """A scenario or a workbook that is compared; `plan` is None where there is none, and `fault` says why."""

    name: str
    title: Text
    tables: Tables
    objective: Objective
    plan: Plan | None = None
    fault: AxplanError | None = None

    @property
    def indicators(self) -> Mapping[str, float]:
        """Every indicator in the unit it is reported in; none where there is no plan."""
        return self.plan.indicators if self.plan else {}


@dataclass(frozen=True)
class Comparison:
    """The difference of an indicator between two plans, shared among the changes that lead from one case to the other.

    `indicator` is the one the first case maximises (production where it maximises several).
    """

    indicator: str
    attribution: Attribution

    def shares(self, step: float = 0.0) -> list[tuple[Step, float]]:
        """The shares of the difference, step by step; in multiples of `step` that still add up, where one is given."""
        made = self.attribution.rounded(step) if step else self.attribution
        return [(cast(Step, groups), share) for groups, share in made.shares.items()]


def changes_between(found: Sequence[Difference], before: Objective, after: Objective) -> list[Group]:
    """What can be changed one without the other on the way from one case to the other."""
    return [*groups(found), *([OBJECTIVE] if before.weights != after.weights else [])]


def combinations_of(changes: Sequence[Group]) -> int:
    """How many combinations of changes are solved at most between the two plans."""
    count = len(changes)
    return max(0, 2**count - 2 if count <= MAX_PLAYERS else count - 1)


class Comparer:
    """Compares cases that have a plan with one base case, whose compiled model and basis serve all of them."""

    def __init__(self, before: ComparedCase) -> None:
        self.before = before
        self._solvers: dict[tuple[tuple[str, float], ...], WarmStartedSolver] = {}

    def compare(self, after: ComparedCase, progress: Callable[[int], object] = no_progress) -> Comparison:
        """The base case beside `after`; `progress` is called with how many combinations of changes have been solved.

        The value that is shared out is the indicator's value in the best plan of every combination of changes, solved
        from the basis of the base case; both ends are the values of the plans themselves.
        """
        found = differences(self.before.tables, after.tables)
        changes: list[Hashable] = [*changes_between(found, self.before.objective, after.objective)]
        objective = self.before.objective
        indicator = objective.indicator if not objective.is_weighted else VALUATIONS[0]
        values = _Values(self, after, found, indicator, len(changes), progress)
        return Comparison(indicator, attribute(changes, values))

    def solver(self, objective: Objective) -> WarmStartedSolver:
        """Solves inputs under an objective from the basis of the base case."""
        key = tuple(sorted(objective.weights.items()))
        if key not in self._solvers:
            assert self.before.plan is not None
            self._solvers[key] = WarmStartedSolver(self.before.plan.inputs, objective)
        return self._solvers[key]


class _Values:
    """The indicator in the best plan of a combination of changes; None where there is no plan or no valid input."""

    def __init__(
        self,
        comparer: Comparer,
        after: ComparedCase,
        found: Sequence[Difference],
        indicator: str,
        changes: int,
        progress: Callable[[int], object],
    ) -> None:
        self.comparer, self.before, self.after = comparer, comparer.before, after
        self.found, self.indicator, self.changes, self.progress = found, indicator, changes, progress
        self.known: dict[frozenset[Hashable], float | None] = {}

    def __call__(self, chosen: frozenset[Hashable]) -> float | None:
        if len(chosen) in (0, self.changes):
            return (self.after if chosen else self.before).indicators[self.indicator]
        if chosen not in self.known:
            self.known[chosen] = self._solved(chosen)
            self.progress(len(self.known))
        return self.known[chosen]

    def _solved(self, chosen: frozenset[Hashable]) -> float | None:
        of_inputs = [group for group in chosen if group != OBJECTIVE and isinstance(group, tuple)]
        try:
            x = build_inputs(mixed(self.before.tables, self.after.tables, self.found, of_inputs))
            objective = (self.after if OBJECTIVE in chosen else self.before).objective
            solution = self.comparer.solver(objective).solution(x)
        except (InputError, Infeasible, SolverFailure):
            return None
        return figures(x, solution)[self.indicator]
