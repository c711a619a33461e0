"""A tiny case in which every family of constraints has rows and hardly any of them binds, and its optimal plan.

Two regions, two tasks, three stages (grant, loan, equity), two tracks, two programmes, two funds, three years, rules of
every kind. There is far more money than can be used, so that a change of spending can be paid for out of what lapses.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from functools import cache
from typing import Any

from axplan.formulation import build_model
from axplan.formulation.compile import compile_model
from axplan.inputs.parameters import Inputs
from axplan.plan.certificate import check_plan
from axplan.plan.certificate.checks import Check
from axplan.solver import Solution, solve
from tiny import EQUITY, LOAN, tiny_inputs

LAST = 2028
WEIGHTS = {"production": 1.0}
VARIABLES = (
    "commitment", "depth", "committed", "task_total", "place_total", "stage_total", "invested", "reach", "outlay",
    "progress", "trainees", "stock", "subscription", "lapse", "balance", "shortfall", "excess",
)  # fmt: skip

FULL: Mapping[str, Any] = {
    "settings": {"plan_years": 3, "appraisal_end": 2031, "social_discount_rate": 0.05, "effect_depreciation": 0.1},
    "regions": {"south": {"investment_cost": 1.1}},
    "siting": {"cars": {"north": 0.6, "south": 0.4}, "toys": {"north": 0.5, "south": 0.5}},
    "tasks": {"design": {"ceiling": 0.6}, "quality": {"ceiling": 0.7, "uplift": 0.05}},
    "stages": {
        "adoption": {"conversion": 0.5, "initial_depth": 0.05, "annual_ceiling": 0.6},
        "scale_up": {**LOAN, "lending_rate": 0.02, "annual_loss": 0.05, "loss_recovery": 0.3, "conversion": 0.8,
                     "conversion_lag": 0, "annual_ceiling": 0.5},
        "export": {**EQUITY, "exit_year": 2, "exit_multiple": 1.1, "initial_depth": 0.0, "conversion": None,
                   "conversion_lag": None, "annual_ceiling": None},
    },
    "effect_profile": {"adoption": {"age_0": -0.1, "age_1": 0.5, "age_2": 1.0}, "export": {"age_0": 0.3, "age_1": 1.0}},
    "tracks": {
        "reskilled": {"supervisor": "leaders", "span": 30.0, "target": 200, "initial_capacity": 300,
                      "initial_stock": 50, "attrition": 0.1, "requirement": 0.5, "capacity_growth": 0.2},
        "leaders": {"target": 10, "initial_stock": 10, "attrition": 0.05, "requirement": 0.02, "initial_capacity": 900,
                    "supervisor": None, "span": None, "employment_ceiling": 0.5},
    },
    "programmes": {
        "data": {"private_match": 0.5, "annual_ceiling": 0.3, "minimum_progress": 0.6, "regional": "yes",
                 "operating_cost": 4.0},
        "standards": {"private_match": 0.0, "fund": "extra", "minimum_progress": 0.5, "regional": "no", "annual_ceiling": 1.0,
                      "operating_cost": 1.5},
    },
    "unlocks": {"data": {"design": 0.2, "quality": 0.1}, "standards": {"design": 0.1}},
    "funds": {
        "main": {"opening_balance": 10.0, "interest": 0.02, "admin_rate": 0.03, "private_ratio": 0.5,
                 "preferred_return": 0.03, "solvency_share": 1.0, "redemption_years": 3, "receivable_haircut": 0.2,
                 "carry_over_limit": 0.5},
        "extra": {"private_ratio": 0.0, "carry_over_limit": None},
    },
    "floors": {"employment": {"at_least": 0.001}, "exports": {"at_least": None}, "net_benefit": {"at_least": -1.0}},
    "rules": {
        "cap": {"stage": "adoption", "relation": "<=", "value": 30.0, "each_year": "yes"},
        "south_share": {"region": "south", "relation": ">=", "value": 0.1, "unit": "share"},
        "growth": {"stage": "adoption", "relation": "<=", "value": 5.0, "unit": "growth"},
        "train_cars": {"measure": "trainees", "industry": "cars", "relation": ">=", "value": 50.0, "penalty": 0.001},
        "spare_outlay": {"measure": "outlay", "relation": "<=", "value": 5000.0, "penalty": 0.001},
        "even": {"measure": "investment", "stage": "adoption", "relation": "=", "value": 20.0, "to": 2026, "penalty": 1e-5},
        "cars_spending": {"measure": "spending", "industry": "cars", "relation": "<=", "value": 0.9, "unit": "share"},
        "export_money": {"stage": "export", "relation": "<=", "value": 0.3, "unit": "appropriation_share", "each_year": "yes"},
        "built": {"measure": "spending", "programme": "standards", "relation": ">=", "value": 0.001, "unit": "appropriation_share"},
    },
}  # fmt: skip


def full_changes(**changes: Any) -> dict[str, Any]:
    """The full case with further changes, sheet → row → column → value, of which the cells are merged."""
    merged = copy.deepcopy(dict(FULL))
    for sheet, rows in changes.items():
        for row, cells in rows.items():
            merged.setdefault(sheet, {}).setdefault(row, {}).update(cells)
    return merged


def full_inputs(**changes: Any) -> Inputs:
    """The full case with changes, frozen."""
    return tiny_inputs(**full_changes(**changes))


@cache
def full_solution() -> tuple[Inputs, Solution]:
    """The full case and its optimum."""
    inputs = full_inputs()
    return inputs, solve(compile_model(build_model(inputs, WEIGHTS)))


TOTALS_FROM: Mapping[str, tuple[str, ...]] = {
    "commitment": ("commitment", "committed", "task_total", "place_total", "stage_total", "invested"),
    "committed": ("committed", "task_total", "place_total", "stage_total", "invested"),
    "task_total": ("task_total", "stage_total"),
    "place_total": ("place_total", "invested"),
    "stage_total": ("stage_total",),
    "invested": ("invested",),
}
"""What must follow when a total of commitments is larger: the totals over it."""


class Draft:
    """A copy of the optimal plan that can be spoiled; `objective` is what it claims to be worth."""

    def __init__(self) -> None:
        self.inputs, solution = full_solution()
        self.values: dict[str, dict[Any, float]] = {name: solution.values(name) for name in VARIABLES}
        self.objective = solution.objective

    def add(self, variable: str, *index: Any, by: float) -> None:
        self.values[variable][index] += by

    def commit(self, *index: Any, by: float, from_total: str = "commitment") -> None:
        """Commit more to (cell, stage, segment, year), carry it on in every total of it, and pay for it.

        `from_total` leaves out what stands before that total: from "place_total" on nobody has committed the money.
        """
        i, r, k, s, _, t = index
        sums = {
            "commitment": index, "committed": (i, r, k, s, t), "task_total": (k, s, t), "place_total": (i, r, s, t),
            "stage_total": (s, t),
        }  # fmt: skip
        for total in TOTALS_FROM[from_total]:
            if total in sums:
                self.add(total, *sums[total], by=by)
        if "stage_total" in TOTALS_FROM[from_total]:
            self.spend(self.inputs.stages.fund[s], t, by)
        for year in range(t, LAST + 1) if "invested" in TOTALS_FROM[from_total] else ():
            self.add("invested", i, r, year, by=by * (1 + self.inputs.stages.private_match[s]))

    def spend(self, fund: str, year: int, amount: float) -> None:
        """Pay for `amount` of further uses out of what lapses."""
        self.add("lapse", fund, year, by=-(1 + self.inputs.funds.admin_rate[fund]) * amount)

    def checks(self, inputs: Inputs | None = None) -> dict[str, Check]:
        """Every check by name, against other inputs if they are given."""
        checks = check_plan(inputs or self.inputs, self.values, WEIGHTS, self.objective)
        assert len({check.name for check in checks}) == len(checks)
        return {check.name: check for check in checks}

    def broken(self, inputs: Inputs | None = None) -> set[str]:
        """The names of the checks that fail."""
        return {name for name, check in self.checks(inputs).items() if not check.ok}
