"""Inputs → LP → solution → certified plan. The only place where the parts of the house meet in this order."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from axplan.core.errors import Infeasible, InputError
from axplan.core.text import Text
from axplan.formulation import build_model
from axplan.formulation.compile import compile_model
from axplan.formulation.constraint_registry import describe
from axplan.inputs import messages
from axplan.inputs.objective import Objective, single
from axplan.inputs.parameters import Inputs
from axplan.inputs.schema.indicators import PRODUCTION
from axplan.plan.certificate import Certificate, certify, require
from axplan.plan.completion import completion
from axplan.plan.infeasibility import conflicting_requirements
from axplan.plan.price_ranges import price_ranges
from axplan.plan.result import Plan, build_plan
from axplan.plan.sensitivity import sensitivities
from axplan.plan.tie_breaking import break_ties
from axplan.plan.without import without_pillar
from axplan.plan.yardsticks import yardsticks
from axplan.solver import Arrays, Solution, solve

if TYPE_CHECKING:
    import pandas as pd

COLLISION = Text(
    "모든 요구를 함께 만족하는 계획이 없습니다. 다음 가운데 적어도 하나를 완화해야 합니다(출연을 늘리거나, 목표를 낮추거나 늦추거나, 최소 진도를 낮추십시오).",
    "No plan satisfies all requirements together. At least one of these has to give way (more appropriation, a lower or "
    "later target, less minimum progress):",
)


NEAR_ZERO = 1e-9
"""A best value so small, in the unit it is reported in, is no measure of anything."""


@dataclass
class Timings:
    """Seconds spent by phase, in the order the phases ran."""

    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def of(self, phase: str) -> Iterator[None]:
        """Add the time the block takes to `phase`."""
        started = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[phase] = self.seconds.get(phase, 0.0) + time.perf_counter() - started


@dataclass(frozen=True)
class CertifiedPlan:
    """A plan, the solutions it was read from, and the certificate that it holds.

    `first` is the optimum as the solver found it, with its basis; `solution` the one of equal worth that tie-breaking
    chose, with the prices and the basis of `first`. `unanswered` names the criteria of `tie_breaking` that the solver
    could not answer (commonly none).
    """

    plan: Plan
    solution: Solution
    certificate: Certificate
    first: Solution
    unanswered: tuple[str, ...] = ()

    @property
    def inputs(self) -> Inputs:
        """What was planned with."""
        return self.plan.inputs

    @property
    def objective(self) -> float:
        """What the plan is worth, in the unit of what it maximises: 조원, person-years, bn USD, or points of a weighted
        objective."""
        return self.plan.value

    @property
    def frames(self) -> Mapping[str, pd.DataFrame]:
        """The plan as tidy tables by name; see `Plan`."""
        return self.plan.frames


def optimise(
    x: Inputs,
    objective: Objective | str = PRODUCTION,
    timings: Timings | None = None,
    measured: bool = True,
    compared: bool = True,
) -> CertifiedPlan:
    """The optimal plan for `x`, re-checked outside the solver.

    `objective`: the indicator to maximise, or an `Objective` with weights. `measured` adds the frame of sensitivities,
    the ways to give way and, where `compared`, the yardsticks and the plans without a pillar and without required
    progress; without it the plan is all there is.

    Raises
    ------
    Infeasible (naming the requirements that cannot hold together), Unbounded, SolverFailure, CertificateError;
    EnvironmentFault: out of memory.
    """
    wanted = single(objective) if isinstance(objective, str) else objective
    clock = timings or Timings()
    best = best_values(x, wanted, clock) if wanted.is_weighted else {}
    weights = wanted.per_unit(best)
    with clock.of("build"):
        arrays = compile_model(build_model(x, weights))
    with clock.of("solve"):
        first = solve_or_explain(x, arrays, keep_basis=True)
    with clock.of("ties"):
        solution, unanswered = break_ties(x, first)
    with clock.of("extract"):
        plan = build_plan(x, wanted, solution, best)
    with clock.of("certify"):
        certificate = certify(x, solution, weights)
        require(certificate)
    if measured:
        plan = _compared(plan, first, clock) if compared else plan
        with clock.of("sensitivity"):
            plan = plan.with_frame("sensitivities", sensitivities(x, solution, weights))
        with clock.of("prices"):
            plan = replace(plan, price_ranges=price_ranges(x, first))
    return CertifiedPlan(plan, solution, certificate, first, unanswered)


def _compared(plan: Plan, first: Solution, clock: Timings) -> Plan:
    """The plan beside others: the yardsticks, the one without the pillar that is set apart, and the one that need not
    complete its programmes."""
    with clock.of("yardsticks"):
        plan = replace(plan, yardsticks=yardsticks(plan.inputs, first))
    with clock.of("without"):
        plan = replace(plan, without=without_pillar(plan, first))
    with clock.of("completion"):
        return replace(plan, completion=completion(plan.inputs, first))


def best_values(x: Inputs, objective: Objective, clock: Timings) -> dict[str, float]:
    """The best value of each weighted indicator, found alone.

    Soft rules are not charged here: their penalty is in the unit of the weighted objective, not of the indicator.

    Raises
    ------
    InputError (E406): the best value of an indicator is near zero, so that nothing can be measured against it.
    """
    best = {}
    for v in objective.weights:
        with clock.of("build"):
            arrays = compile_model(build_model(x, single(v).weights, charge_penalties=False))
        with clock.of("solve"):
            best[v] = solve_or_explain(x, arrays).objective
        if abs(best[v]) <= NEAR_ZERO:
            raise InputError([messages.problem("E406", "objective", indicator=v)])
    return best


def solve_or_explain(x: Inputs, arrays: Arrays, keep_basis: bool = False) -> Solution:
    """Solve (see `solve`); an infeasible model is reported with the requirements that cannot hold together."""
    try:
        return solve(arrays, keep_basis=keep_basis)
    except Infeasible as fault:
        found = conflicting_requirements(arrays)
        groups = [describe(x, *of) for of in found]
        raise Infeasible(COLLISION if groups else fault.message, groups, found) from None
