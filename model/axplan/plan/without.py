"""What programmes bring at the margin: the plan that is made without them, beside the one that has them.

Without a programme means planned without it: nothing is spent on it and nothing unlocked by it, what it must reach and
rules that name nothing else ask for nothing, and what it leaves of money and people serves the rest. So the benefit
lost and the cost saved are those of two optimal plans, not a line struck out of one.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from axplan.core.errors import Infeasible, SolverFailure, Unbounded
from axplan.inputs.parameters import Inputs
from axplan.plan.appraisal import BENEFIT, discounted
from axplan.plan.frames import Frames
from axplan.plan.key_figures import appraised_frames
from axplan.plan.tie_breaking import break_ties
from axplan.solver import Arrays, Solution, solve

if TYPE_CHECKING:
    from axplan.plan.result import Plan

PILLAR, PROGRAMME = "pillar", "programme"

SET_APART = "compute"
"""The pillar without which every plan is made a second time: it is most of the cost and serves more than the plan."""

SAME = 1e-7
"""Sums that differ by no more than this, relatively, are the same."""


@dataclass(frozen=True)
class Worth:
    """What a plan comes to: its objective in its unit, and the discounted sums of the appraisal's headline (억원)."""

    objective: float
    benefit: float
    costs: Mapping[str, float]

    @property
    def cost(self) -> float:
        """The sum of the costs."""
        return sum(self.costs.values())

    @property
    def npv(self) -> float:
        """Benefit less cost."""
        return self.benefit - self.cost

    @property
    def ratio(self) -> float | None:
        """Benefit over cost; None without a cost."""
        return self.benefit / self.cost if self.cost else None


@dataclass(frozen=True)
class Without:
    """A pillar or programme (`kind`, `key`), the plan with it, and the one that is made without it.

    `planned` is None where no plan meets all other demands without it, or the solver found none.
    """

    kind: str
    key: str
    plan: Worth
    planned: Worth | None

    @property
    def benefit_lost(self) -> float | None:
        """By how much the benefit is less without it (억원); negative where the money does more elsewhere."""
        return None if self.planned is None else _difference(self.plan.benefit, self.planned.benefit)

    @property
    def cost_saved(self) -> float | None:
        """By how much the cost is less without it (억원)."""
        return None if self.planned is None else _difference(self.plan.cost, self.planned.cost)

    @property
    def ratio(self) -> float | None:
        """B/C at the margin: benefit lost over cost saved; None where leaving it out saves nothing."""
        lost, saved = self.benefit_lost, self.cost_saved
        return lost / saved if lost is not None and saved is not None and saved > 0 else None

    @property
    def change(self) -> float | None:
        """Change of the plan's own objective when it is left out, in the unit of the objective."""
        return None if self.planned is None else _difference(self.planned.objective, self.plan.objective)

    def document(self) -> dict[str, Any]:
        """As plain values for JSON; money in 억원, nulls where there is no such plan."""
        planned = self.planned
        return {
            "kind": self.kind, "key": self.key,
            "objective": planned and planned.objective, "benefit": planned and planned.benefit,
            "cost": planned and planned.cost, "npv": planned and planned.npv,
            "benefit_cost_ratio": planned and planned.ratio,
            "benefit_lost": self.benefit_lost, "cost_saved": self.cost_saved, "ratio_at_the_margin": self.ratio,
            "change": self.change,
        }  # fmt: skip


def _difference(a: float, b: float) -> float:
    return a - b if abs(a - b) > SAME * max(abs(a), abs(b)) else 0.0


def choices(x: Inputs) -> dict[tuple[str, str], tuple[str, ...]]:
    """(PILLAR or PROGRAMME, key) → the programmes that are left out together: every pillar, then every programme."""
    programmes, pillar = x.programmes.programme, x.programmes.pillar
    named = {k: tuple(p for p in programmes if pillar.get(p) == k) for k in dict.fromkeys(pillar.values())}
    return {
        **{(PILLAR, k): members for k, members in named.items() if members},
        **{(PROGRAMME, p): (p,) for p in programmes},
    }


def without_pillar(plan: Plan, first: Solution, pillar: str = SET_APART) -> Without | None:
    """The plan that is made without a pillar; None where the inputs have no programme of it. `first`: see `without`."""
    left_out = choices(plan.inputs).get((PILLAR, pillar))
    return None if left_out is None else without(plan, first, (PILLAR, pillar), left_out)


def without(plan: Plan, first: Solution, of: tuple[str, str], left_out: Collection[str]) -> Without:
    """Plan without some programmes, from the basis of the optimum `first` that the `plan` was chosen from.

    Of plans that are equally good the same criteria choose as for the plan itself, least public money before all.
    """
    return Without(*of, worth(plan), planned_without(plan.inputs, first, left_out))


def worth(plan: Plan) -> Worth:
    """What a plan comes to."""
    return _worth(plan.inputs, plan.value, plan.frames)


def planned_without(x: Inputs, first: Solution, left_out: Collection[str]) -> Worth | None:
    """What the best plan without some programmes comes to; None where there is none, or no answer."""
    try:
        found = solve(arrays_without(x, first.arrays, left_out), basis=first.basis)
    except (Infeasible, Unbounded, SolverFailure):
        return None
    chosen, _ = break_ties(x, found)
    return _worth(x, chosen.objective, appraised_frames(x, chosen))


def _worth(x: Inputs, objective: float, frames: Frames) -> Worth:
    sums = discounted(x, frames)
    return Worth(objective, sums.pop(BENEFIT), sums)


def arrays_without(x: Inputs, arrays: Arrays, left_out: Collection[str]) -> Arrays:
    """The model in which programmes get no outlay, need not progress, and rules that name only them ask for nothing."""
    named = partial(_names_only, x, frozenset(left_out))
    rows = [row for p, row in arrays.rows["progress_requirement"].items() if p in left_out]
    rows += [row for (n, _), row in arrays.rows["rule_limit"].items() if named(n)]
    most = arrays.col_upper.copy()
    most[[column for (p, *_), column in arrays.columns["outlay"].items() if p in left_out]] = 0.0
    return dataclasses.replace(arrays.relax(rows), col_upper=most)


def _names_only(x: Inputs, left_out: Collection[str], n: str) -> bool:
    chosen = x.rules.programme.get(n)
    return bool(chosen) and set(chosen or ()) <= set(left_out)
