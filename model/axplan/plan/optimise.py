"""Inputs → LP → solution → certified plan. The only place where the parts of the house meet in this order."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from axplan.core.errors import Infeasible, InputError
from axplan.core.text import Text
from axplan.formulation import build_model
from axplan.formulation.compile import compile_model
from axplan.formulation.constraint_registry import IDENTITIES, describe
from axplan.inputs import messages as catalogue
from axplan.inputs.objective import Objective, single
from axplan.inputs.parameters import Inputs
from axplan.plan.certificate import Certificate, certify, require
from axplan.plan.result import Plan, Yardstick, build_plan
from axplan.plan.sensitivity import sensitivities
from axplan.plan.tie_breaking import first_of_equals
from axplan.plan.yardsticks import proportional_value
from axplan.solver import Arrays, Solution, solve
from axplan.solver.conflict import conflicting_groups

COLLISION = Text(
    "모든 요구를 함께 만족하는 계획이 없습니다. 다음 가운데 적어도 하나를 완화해야 합니다(출연을 늘리거나, 목표를 낮추거나 늦추거나, 최소 진도를 낮추십시오).",
    "No plan satisfies all requirements together. At least one of these has to give way (more appropriation, a lower or "
    "later target, less minimum progress):",
)


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
    """A plan, the solution it was read from, and the certificate that it holds.

    `unanswered` names the criteria of `tie_breaking` that the solver could not answer (commonly none).
    """

    plan: Plan
    solution: Solution
    certificate: Certificate
    unanswered: tuple[str, ...] = ()


def make_plan(x: Inputs, objective: Objective, timings: Timings | None = None) -> CertifiedPlan:
    """The optimal plan for `x`, re-checked outside the solver.

    Raises
    ------
    Infeasible (naming the groups of constraints that collide), Unbounded, SolverFailure, CertificateError;
    EnvironmentFault: out of memory.
    """
    clock = timings or Timings()
    best = best_values(x, objective, clock) if objective.is_weighted else {}
    weights = objective.per_unit(best)
    with clock.of("build"):
        arrays = compile_model(build_model(x, weights))
    with clock.of("solve"):
        solution = solve_or_explain(x, arrays)
    with clock.of("ties"):
        solution, unanswered = first_of_equals(x, solution)
    with clock.of("extract"):
        plan = build_plan(x, objective, solution, best)
    with clock.of("certify"):
        certificate = certify(x, solution, weights)
        require(certificate)
    with clock.of("yardstick"):
        plan = replace(plan, yardstick=Yardstick(proportional_value(x, weights)))
    with clock.of("sensitivity"):
        plan = plan.with_frame("sensitivities", sensitivities(x, solution, weights))
    return CertifiedPlan(plan, solution, certificate, unanswered)


def best_values(x: Inputs, objective: Objective, clock: Timings) -> dict[str, float]:
    """The best value of each weighted indicator, found alone.

    Soft rules are not charged here: their penalty is in the unit of the weighted objective, not of the indicator.

    Raises
    ------
    InputError (E406): an indicator cannot be above zero, so that nothing can be measured against its best value.
    """
    best = {}
    for v in objective.weights:
        with clock.of("build"):
            arrays = compile_model(build_model(x, single(v).weights, charge_penalties=False))
        with clock.of("solve"):
            best[v] = solve_or_explain(x, arrays).objective
        if best[v] <= 0:
            raise InputError([catalogue.problem("E406", "objective", indicator=v)])
    return best


def solve_or_explain(x: Inputs, arrays: Arrays, keep_basis: bool = False) -> Solution:
    """Solve (see `solve`); an infeasible model is reported with the groups of constraints that cannot hold together."""
    try:
        return solve(arrays, keep_basis=keep_basis)
    except Infeasible as fault:
        groups = [describe(x, *group) for group in conflicting_groups(arrays) if group[0] not in IDENTITIES]
        raise Infeasible(COLLISION if groups else fault.message, groups) from None
