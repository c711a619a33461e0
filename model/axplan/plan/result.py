"""A solution in the analyst's terms: named frames, headline figures, prices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

import pandas as pd

from axplan.inputs.objective import Objective
from axplan.inputs.parameters import Inputs
from axplan.plan import effects, frames, ledger, policy_compliance
from axplan.plan.appraisal import appraisal
from axplan.plan.certificate.values import VARIABLES
from axplan.plan.yardsticks import Yardstick

if TYPE_CHECKING:
    from axplan.solver import Solution


@dataclass(frozen=True)
class Plan:
    """An optimal plan for `inputs`: `value` of the `objective` in its unit, and tidy frames.

    frames: commitments, depths, trainees, outlays, progress, targets, ledger, effects, indicators, expenditure_effect,
    appraisal, rules, floors; sensitivities where they have been added. Money in 억원, people in persons; each frame's
    function documents its columns. `best` gives the best value of each indicator of a weighted objective, found alone;
    `yardstick` what a proportional split would be worth, where that has been looked for.
    """

    inputs: Inputs
    objective: Objective
    value: float
    frames: Mapping[str, pd.DataFrame]
    best: Mapping[str, float] = field(default_factory=dict)
    yardstick: Yardstick | None = None

    @cached_property
    def indicators(self) -> dict[str, float]:
        """valuation → discounted total of the plan, in the unit each is reported in."""
        return effects.indicator_totals(self.frames["indicators"])

    @property
    def gain(self) -> float | None:
        """By how much the objective exceeds that of the proportional split; None where there is none."""
        if self.yardstick is None or self.yardstick.value is None:
            return None
        return self.value - self.yardstick.value

    @property
    def relative_gain(self) -> float | None:
        """The gain as a share of what the proportional split is worth; None where there is no such share."""
        gain = self.gain
        worth = self.value - gain if gain is not None else 0.0
        return gain / worth if gain is not None and worth > 0 else None

    def with_frame(self, name: str, frame: pd.DataFrame) -> Plan:
        """The plan with one frame more."""
        return replace(self, frames={**self.frames, name: frame})

    def label(self, sheet: str, key: str, language: str) -> str:
        """The name of a row of a sheet in a language; the key itself where no label is given."""
        return self.inputs.label(sheet, key, language)


def build_plan(x: Inputs, objective: Objective, solution: Solution, best: Mapping[str, float] | None = None) -> Plan:
    """Read a solution for `x` as a plan: values as frames, duals as prices in units of the objective."""
    values = {name: solution.values(name) for name in VARIABLES}
    made = {
        "commitments": frames.commitments(x, values),
        "depths": frames.depths(x, values),
        "trainees": frames.trainees(x, values),
        "outlays": frames.outlays(x, values),
        "progress": frames.progress(x, values),
    }
    made["targets"] = frames.targets(x, made["trainees"], solution.duals("target"))
    cash, carried = (solution.duals(name) for name in ("fund_balance", "carry_over_limit"))
    prices = ledger.Prices(cash, carried, solution.reduced_costs("subscription"))
    made["ledger"] = ledger.ledger(x, values, made, prices)
    made["effects"] = effects.effects(x, made["commitments"])
    made["indicators"] = effects.indicators(x, made["effects"])
    made["expenditure_effect"] = effects.expenditure_effect(x, made)
    made["appraisal"] = appraisal(x, made)
    reached = effects.indicator_totals(made["indicators"])
    made["rules"] = policy_compliance.rules(x, made, solution.duals("rule_limit"))
    made["floors"] = policy_compliance.floors(x, reached, solution.duals("indicator_floor"))
    return Plan(x, objective, solution.objective, made, dict(best or {}))
