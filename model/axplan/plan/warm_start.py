"""Solving many inputs that differ in numbers: one compiled model, one basis to begin from."""

from collections.abc import Mapping
from functools import cached_property

from axplan.core.errors import Infeasible
from axplan.formulation import build_model
from axplan.formulation.compile import compile_model
from axplan.formulation.compiled_template import Template
from axplan.inputs.objective import Objective, single
from axplan.inputs.parameters import Inputs
from axplan.solver import Arrays, Basis, Solution, solve


class WarmStartedSolver:
    """Solves inputs from the optimal basis of a base case, whatever was solved in between.

    So a result does not depend on what came before it. Inputs of another structure (a rule more, a region less) are
    compiled and solved anew. Optimal values are those of solving anew up to the tolerance of the solver; where several
    plans are equally good, which one is found may differ.
    """

    def __init__(
        self, base: Inputs, objective: Objective, charge_penalties: bool = True, basis: Basis | None = None
    ) -> None:
        """`basis`: the optimal basis of the base case, where another process has found it already."""
        self.base, self.objective, self.charge_penalties, self._given = base, objective, charge_penalties, basis
        parts = objective.weights if objective.is_weighted else ()
        self._alone = {v: WarmStartedSolver(base, single(v), charge_penalties=False) for v in parts}

    def solution(self, x: Inputs) -> Solution:
        """The optimum for `x`.

        Raises
        ------
        Infeasible, Unbounded, SolverFailure: as `solve` does.
        """
        best = {v: solver.solution(x).objective for v, solver in self._alone.items()}
        return solve(self._arrays(x, self.objective.per_unit(best)), basis=self.basis if self.fits(x) else None)

    def fits(self, x: Inputs) -> bool:
        """Whether `x` differs from the base case in numbers alone."""
        return self._template.fits(x)

    def _arrays(self, x: Inputs, weights: Mapping[str, float]) -> Arrays:
        if self.fits(x):
            return self._template.arrays_for(x, weights)
        return compile_model(build_model(x, weights, self.charge_penalties))

    @cached_property
    def _template(self) -> Template:
        return Template(self.base, dict.fromkeys(self.objective.weights, 1.0), self.charge_penalties)

    @cached_property
    def basis(self) -> Basis | None:
        """The optimal basis of the base case; none where it has no plan."""
        if self._given is not None:
            return self._given
        best = {v: solver.solution(solver.base).objective for v, solver in self._alone.items()}
        try:
            return solve(self._arrays(self.base, self.objective.per_unit(best)), keep_basis=True).basis
        except Infeasible:
            return None
