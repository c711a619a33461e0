"""A solution in the analyst's terms: named frames, headline figures, prices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

import pandas as pd

from axplan.inputs.objective import Objective
from axplan.inputs.parameters import Inputs
from axplan.inputs.schema.indicators import NET_BENEFIT
from axplan.plan import effects, frames, ledger, policy_compliance
from axplan.plan.appraisal import appraisal, headline_net_benefit
from axplan.plan.certificate.padding import Padding, padding
from axplan.plan.certificate.values import VARIABLES
from axplan.plan.completion import Completion
from axplan.plan.price_ranges import PriceRange
from axplan.plan.without import Without
from axplan.plan.yardsticks import Yardsticks

if TYPE_CHECKING:
    from axplan.solver import Solution


@dataclass(frozen=True)
class Plan:
    """An optimal plan for `inputs`: `value` of the `objective` in its unit, and tidy frames.

    frames: commitments, depths, trainees, outlays, running_costs, progress, targets, ledger, effects, indicators,
    expenditure_effect, appraisal, rules, floors; sensitivities where they have been added. Money in 억원, people in
    persons; each frame's function documents its columns. `best` gives the best value of each indicator of a weighted
    objective, found alone; `yardsticks` what simpler plans would be worth, and `without` what the plan without the
    pillar that is set apart would be, where that has been looked for, and `completion` what it costs that programmes
    must progress; `price_ranges` the most worthwhile ways to give way; `padding` what is above the cheapest order of
    the same depth.
    """

    inputs: Inputs
    objective: Objective
    value: float
    frames: Mapping[str, pd.DataFrame]
    best: Mapping[str, float] = field(default_factory=dict)
    yardsticks: Yardsticks | None = None
    without: Without | None = None
    completion: Completion | None = None
    price_ranges: tuple[PriceRange, ...] = ()
    padding: Padding | None = None

    @cached_property
    def indicators(self) -> dict[str, float]:
        """valuation → discounted total of the plan, in the unit each is reported in."""
        totals = effects.indicator_totals(self.frames["indicators"])
        return {**totals, NET_BENEFIT: headline_net_benefit(self.frames["appraisal"])}  # which is never rounded

    def with_frame(self, name: str, frame: pd.DataFrame) -> Plan:
        """The plan with one frame more."""
        return replace(self, frames={**self.frames, name: frame})

    def label(self, sheet: str, key: str, language: str) -> str:
        """The name of a row of a sheet in a language; the key itself where no label is given."""
        return self.inputs.label(sheet, key, language)


def build_plan(x: Inputs, objective: Objective, solution: Solution, best: Mapping[str, float] | None = None) -> Plan:
    """Read a solution for `x` as a plan: values as frames, duals as prices in units of the objective."""
    values = {name: solution.values(name) for name in VARIABLES}
    made = frames.decided(x, values)
    made["targets"] = frames.targets(x, made["trainees"], solution.duals("target"))
    cash, carried = (solution.duals(name) for name in ("fund_balance", "carry_over_limit"))
    prices = ledger.Prices(cash, carried, solution.reduced_costs("subscription"), solution.duals("rule_limit"))
    made["ledger"] = ledger.ledger(x, values, made, prices)
    made["effects"] = effects.effects(x, made["commitments"])
    made["indicators"] = effects.indicators(x, made["effects"])
    made["expenditure_effect"] = effects.expenditure_effect(x, made)
    made["appraisal"] = appraisal(x, made)
    reached = {**effects.indicator_totals(made["indicators"]), NET_BENEFIT: headline_net_benefit(made["appraisal"])}
    made["rules"] = policy_compliance.rules(x, made, solution.duals("rule_limit"))
    made["floors"] = policy_compliance.floors(x, reached, solution.duals("indicator_floor"))
    burnt = padding(x, values, solution.duals("rule_limit"), solution.objective)
    return Plan(x, objective, solution.objective, made, dict(best or {}), padding=burnt)
