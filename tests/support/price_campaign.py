"""Every shadow price at both ends of its range: `python tests/support/price_campaign.py [SCENARIO…]`.

For each price that `axplan explain` prints, the model is solved anew with the right side moved: next to where it stands (the
price must be the difference, left and right), at the end of its range (what the price promises must be right within the share), and
beyond an end that is said to be one (there it must no longer be, or there must be no plan). Without names: the baseline and three
shipped scenarios; minutes long.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass

from axplan.analyses.explain.shadow_prices import Price, prices
from axplan.core.checkpoint import Checkpoint
from axplan.core.errors import Infeasible, SolverFailure
from axplan.formulation import build_model
from axplan.formulation.compile import compile_model
from axplan.inputs.objective import Objective
from axplan.inputs.parameters import Inputs
from axplan.plan.optimise import Timings, best_values
from axplan.plan.right_hand_sides import moves
from axplan.scenario import applied_inputs, load_scenario
from axplan.solver import Arrays, Solution, solve
from axplan.solver.rhs_ranging import BORDER, LESS, WITHIN, RangeSide, RhsRanging
from repository import ROOT

STUDY = ROOT
NAMES = ("baseline", "value-added", "small-fund", "balanced-regions")
STEP = 1e-4
"""The finite difference, as a share of how far prices are followed."""


@dataclass
class Checked:
    """How many ends have been looked at, and what was wrong."""

    ends: int
    faults: list[str]


def check(x: Inputs, objective: Objective, kinds: tuple[str, ...] = ()) -> Checked:
    """Check the prices of a plan, those of some `kinds` of moves only if any are given."""
    best = best_values(x, objective, Timings()) if objective.is_weighted else {}
    arrays = compile_model(build_model(x, objective.per_unit(best)))
    base = solve(arrays, keep_basis=True)
    asked = [move for move in moves(x, arrays) if not kinds or move.kind in kinds]
    found = prices(RhsRanging(arrays, base), asked, lambda: None, Checkpoint())
    faults = [f"{p.move.kind} {p.move.key}: {fault}" for p in found for fault in faults_of(arrays, base, p)]
    return Checked(2 * len(found), faults)


def faults_of(arrays: Arrays, base: Solution, price: Price) -> list[str]:
    return [
        f"{'up' if way > 0 else 'down'}: {fault}"
        for way, side in ((1.0, price.up), (-1.0, price.down))
        for fault in faults_of_side(arrays, base, price, way, side)
    ]


def faults_of_side(arrays: Arrays, base: Solution, price: Price, way: float, side: RangeSide) -> list[str]:
    def change(distance: float) -> float | None:
        try:
            return solve(price.move.shift.moved(arrays, way * distance)).objective - base.objective
        except (Infeasible, SolverFailure):
            return None

    noise, slope, faults = 2e-9 * max(1.0, abs(base.objective)), way * side.slope, []
    step = min(STEP * price.move.most, side.reach)
    near, end = change(step), change(side.reach)
    if near is None or abs(near - slope * step) > WITHIN * abs(slope) * step + noise:
        faults.append(f"slope {slope} but {near} over {step}")
    if end is None or abs(end - slope * side.reach) > 1.001 * WITHIN * abs(slope) * side.reach + noise:
        faults.append(f"promises {slope * side.reach} at {side.reach}, is {end}")
    if end is not None and abs(end - side.worth) > noise + 1e-6 * abs(end):
        faults.append(f"said to be worth {side.worth} at the end, is {end}")
    beyond = change(1.05 * side.reach + step)
    if side.end == BORDER and beyond is not None:
        faults.append(f"said to have no plan beyond {side.reach}, is worth {beyond}")
    if side.end == LESS and beyond is not None and beyond >= (slope - WITHIN * abs(slope)) * (1.05 * side.reach + step):
        faults.append(f"said to wear off at {side.reach}, but holds beyond")
    return faults


def main(names: list[str]) -> int:
    wrong = 0
    for name in names or NAMES:
        scenario = load_scenario(STUDY, name)
        found = check(applied_inputs(scenario).inputs(), scenario.objective)
        wrong += len(found.faults)
        print(f"{name}: {found.ends} ends, {len(found.faults)} wrong", *found.faults, sep="\n  ")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
