"""A grid of one or two changed inputs: the figures of the best plan at every point, each solved from a warm start, and
as the book of that plan would print them."""

import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from axplan.core.checkpoint import no_progress
from axplan.core.errors import AxplanError, Infeasible, InputError
from axplan.core.process_pool import map_in_processes
from axplan.inputs.schema.indicators import VALUATIONS
from axplan.inputs.tables import Tables
from axplan.plan.key_figures import Figures, figures_of
from axplan.plan.result import Plan, build_plan
from axplan.plan.rounding.printed import print_plan
from axplan.plan.tie_breaking import break_ties
from axplan.plan.warm_start import WarmStartedSolver
from axplan.scenario import Scenario, apply_scenario, with_options
from axplan.solver import Basis

OBJECTIVE = "objective"
"""The figure that is maximised."""

OPTIMAL, INFEASIBLE, INVALID, FAILED = "optimal", "infeasible", "invalid", "failed"

Setting = tuple[str, ...]
"""A point of the grid: one `address=value` for each parameter that is varied."""


@dataclass(frozen=True)
class VariedInput:
    """A parameter of the grid: the address of its cells and their values, as for `--set` (`0.5`, `*1.1`)."""

    address: str
    values: tuple[str, ...]

    def settings(self) -> list[str]:
        """The values as `--set` writes them, in their order."""
        return [f"{self.address}={value}" for value in self.values]


@dataclass(frozen=True)
class SweepPoint:
    """What the best plan is at a point: figures where there is one, else why there is none.

    The plan is the one that a run would choose among those that are as good; `printed` has the money and the people as
    its book prints them, in 억원 and persons.
    """

    setting: Setting
    status: str
    figures: Figures
    fault: AxplanError | None = None
    printed: Figures = field(default_factory=dict)

    def shown(self, figure: str) -> float | None:
        """A figure as it is printed; None where there is no plan."""
        return self.printed.get(figure, self.figures.get(figure))


def grid(varied: Sequence[VariedInput]) -> list[Setting]:
    """Every combination of the values, the last parameter running fastest."""
    return list(itertools.product(*(vary.settings() for vary in varied)))


@dataclass(frozen=True)
class Sweeper:
    """Solves a scenario with further changes, each from the basis of the scenario itself (or the one that is given).

    Plans are printed in multiples of `step` 억원.
    """

    tables: Tables
    scenario: Scenario
    basis: Basis | None = None
    step: float = 1.0

    def __getstate__(self) -> dict[str, Any]:
        basis = self.solver.basis  # the compiled model stays where it is
        return {"tables": self.tables, "scenario": self.scenario, "basis": basis, "step": self.step}

    @cached_property
    def solver(self) -> WarmStartedSolver:
        """Raises InputError: the scenario itself is not valid."""
        base = apply_scenario(self.scenario, self.tables).inputs()
        return WarmStartedSolver(base, self.scenario.objective, basis=self.basis)

    def point(self, setting: Setting) -> SweepPoint:
        """The best plan with these changes; what goes wrong is in the point, not raised, so that no other one stops."""
        try:
            x = apply_scenario(with_options(self.scenario, setting), self.tables).inputs()
            chosen, _ = break_ties(x, self.solver.solution(x))
            plan = build_plan(x, self.scenario.objective, chosen)
            return SweepPoint(setting, OPTIMAL, figures_of(plan), printed=self._printed(plan))
        except AxplanError as fault:
            return SweepPoint(setting, _status(fault), {}, fault)

    def _printed(self, plan: Plan) -> Figures:
        """Money and people; what a plan brings is not rounded."""
        found = figures_of(print_plan(plan, self.step).plan)
        return {name: amount for name, amount in found.items() if name not in (OBJECTIVE, *VALUATIONS)}


def _status(fault: AxplanError) -> str:
    if isinstance(fault, Infeasible):
        return INFEASIBLE
    return INVALID if isinstance(fault, InputError) else FAILED


def sweep(
    scenario: Scenario, tables: Tables, settings: Sequence[Setting], jobs: int = 1,
    done: Callable[[int], object] = no_progress, step: float = 1.0,
) -> list[SweepPoint]:  # fmt: skip
    """The points of a grid in its order, whatever order they were solved in; `done` is called with how many there are.

    Plans are printed in multiples of `step` 억원.

    Raises
    ------
    InputError: the scenario itself is not valid.
    """
    sweeper = Sweeper(tables, scenario, step=step)
    sweeper.solver.basis  # noqa: B018  (solved once, here: its problems are raised before any process is started)
    found: list[SweepPoint] = []
    for point in map_in_processes(Sweeper.point, sweeper, settings, jobs):
        found.append(point)
        done(len(found))
    return found


def rows_of(varied: Sequence[VariedInput], points: Sequence[SweepPoint]) -> list[Mapping[str, object]]:
    """Tidy: one row a point, a column for each parameter, the status, and every figure (None without a plan)."""
    names = dict.fromkeys(name for point in points for name in point.figures)  # in the order in which they first occur
    return [
        {
            **{vary.address: setting.partition("=")[2] for vary, setting in zip(varied, point.setting, strict=True)},
            "status": point.status,
            **{name: point.figures.get(name) for name in names},
        }
        for point in points
    ]
