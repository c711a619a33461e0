"""A grid of one or two changed inputs: the figures of the best plan at every point, each solved from a warm start."""

import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from axplan.core.checkpoint import no_progress
from axplan.core.errors import AxplanError, Infeasible, InputError
from axplan.core.process_pool import map_in_processes
from axplan.inputs.tables import Tables
from axplan.plan.key_figures import Figures, figures
from axplan.plan.warm_start import WarmStartedSolver
from axplan.scenario import Scenario, apply_scenario, with_options
from axplan.solver import Basis

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
    """What the best plan is at a point: figures where there is one, else why there is none."""

    setting: Setting
    status: str
    figures: Figures
    fault: AxplanError | None = None


def grid(varied: Sequence[VariedInput]) -> list[Setting]:
    """Every combination of the values, the last parameter running fastest."""
    return list(itertools.product(*(vary.settings() for vary in varied)))


@dataclass(frozen=True)
class Sweeper:
    """Solves a scenario with further changes, each from the basis of the scenario itself (or the one that is given)."""

    tables: Tables
    scenario: Scenario
    basis: Basis | None = None

    def __getstate__(self) -> dict[str, Any]:
        basis = self.solver.basis  # the compiled model stays where it is
        return {"tables": self.tables, "scenario": self.scenario, "basis": basis}

    @cached_property
    def solver(self) -> WarmStartedSolver:
        """Raises InputError: the scenario itself is not valid."""
        base = apply_scenario(self.scenario, self.tables).inputs()
        return WarmStartedSolver(base, self.scenario.objective, basis=self.basis)

    def point(self, setting: Setting) -> SweepPoint:
        """The best plan with these changes; what goes wrong is in the point, not raised, so that no other one stops."""
        try:
            x = apply_scenario(with_options(self.scenario, setting), self.tables).inputs()
            return SweepPoint(setting, OPTIMAL, figures(x, self.solver.solution(x)))
        except AxplanError as fault:
            return SweepPoint(setting, _status(fault), {}, fault)


def _status(fault: AxplanError) -> str:
    if isinstance(fault, Infeasible):
        return INFEASIBLE
    return INVALID if isinstance(fault, InputError) else FAILED


def sweep(
    scenario: Scenario, tables: Tables, settings: Sequence[Setting], jobs: int = 1,
    done: Callable[[int], object] = no_progress,
) -> list[SweepPoint]:  # fmt: skip
    """The points of a grid in its order, whatever order they were solved in; `done` is called with how many there are.

    Raises
    ------
    InputError: the scenario itself is not valid.
    """
    sweeper = Sweeper(tables, scenario)
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
