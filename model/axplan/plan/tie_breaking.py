"""One plan of those that are equally good: which one does not depend on the solver.

An optimum is seldom the only one. Of the plans with the same (best) objective the criteria below choose, one after the
other, each among those that all earlier ones leave:

1. least public money: Σ uses of the funds, so that a surplus lapses instead of being spent idly;
2. cheapest steps first: the least money for dear steps, weighed by the years it is spent ahead of the end;
3. nearest to the proportional split over industries and regions: commitments as production is, training as
   employment is;
4. smoothest over the years: the least sum of changes of commitments, of training and of outlays from year to year;
5. least money lying idle: Σ_{f,t} balance + subscription, so that a surplus lapses at once;
6. a fixed order of the columns, for what is still open.

The objective and the shadow prices are those of the first solution; every criterion works on its optimal face.
"""

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping
from random import Random
from typing import TypeAlias

import numpy as np

from axplan.core.errors import Infeasible, SolverFailure, Unbounded
from axplan.inputs.parameters import Inputs
from axplan.solver import Arrays, Solution, solve
from axplan.solver.arrays import Floats, Form
from axplan.solver.optimal_face import optimal_face, toward_zero, with_sums

SEED = 1
"""Of the weights that order the columns. They look random because regular ones leave sums of them equal; those of
Python's `Random` are the same in every version of it."""

DECISIONS = ("commitment", "trainees", "outlay", "lapse")

Place = tuple[str, str]
"""(industry, region)"""

Shares = Mapping[Place, float]

Criterion: TypeAlias = Callable[[Inputs, Arrays], Arrays]
"""The optimal face with what a criterion maximises on it."""

SAME = 1e-9
"""The objective of the chosen plan and of the first solution differ by no more than this, relatively."""


def break_ties(x: Inputs, solution: Solution) -> tuple[Solution, tuple[str, ...]]:
    """The solution that the criteria choose among all that are as good, and the names of the criteria that were not
    answered.

    It keeps prices, reduced costs and basis of `solution`. Where the solver cannot answer a criterion, what the earlier
    ones have chosen stands, and the later ones choose among that.
    """
    chosen, best, unanswered = solution, solution, []
    for name, criterion in CRITERIA.items():
        try:
            found = solve(criterion(x, optimal_face(chosen)))
            plan = _with_values(solution, found.x)
        except (Infeasible, Unbounded, SolverFailure):
            unanswered.append(name)
            continue
        if abs(plan.objective - solution.objective) <= SAME * max(1.0, abs(solution.objective)):
            chosen, best = found, plan
        else:
            unanswered.append(name)
    return best, tuple(unanswered)


def _with_values(solution: Solution, values: Floats) -> Solution:
    own = values[: len(solution.x)]
    return dataclasses.replace(solution, x=own, objective=float(solution.arrays.cost @ own))


def least_public_money(x: Inputs, face: Arrays) -> Arrays:
    """maximise −Σ_{f,t} uses[f,t]"""
    return _minimising(face, {column: price for _, _, column, price in _uses(x, face)})


def cheapest_steps_first(x: Inputs, face: Arrays) -> Arrays:
    """minimise Σ (1 − cost_multiplier[s,1] / cost_multiplier[s,g]) · (last − t + 1) · commitment[i,r,k,s,g,t]

    That is the money above the price of the first step, for every year it has been spent by. Depth that is bought in a
    cheap step first and a dear one later costs the same by the end, and less until then.
    """
    cost, last = x.segments.cost_multiplier, x.years[-1]
    dear = {(s, g): 1 - cost[s, x.segment_numbers[s][0]] / cost[s, g] for s, g in cost}
    columns = face.columns["commitment"].items()
    return _minimising(
        face, {column: dear[s, g] * (last - t + 1) for (_, _, _, s, g, t), column in columns if dear[s, g]}
    )


def nearest_to_proportional(x: Inputs, face: Arrays) -> Arrays:
    """minimise Σ_{i,r} |C[i,r] − base[i,r] / Σ base · Σ C|
    + Σ_{w,i,r} |T[w,i,r] − employment share[i,r] · Σ_{i,r} T[w]|

    C and T are the public money of the whole plan for commitments and for the training of each track.
    """
    of_production, of_employment = _in_shares(x.base), _in_shares(x.initial_stock_share)
    spread: dict[str, tuple[Shares, dict[Place, dict[int, float]]]] = {"": (of_production, {})}
    for (i, r, *_), column in face.columns["place_total"].items():
        spread[""][1].setdefault((i, r), {})[column] = 1.0
    for (w, i, r, _), column in face.columns["trainees"].items():
        spread.setdefault(w, (of_employment, {}))[1].setdefault((i, r), {})[column] = x.public_unit_cost[w]
    wholes = [_sum(parts.values()) for _, parts in spread.values()]
    face, totals = with_sums(face, "whole", wholes)
    forms: list[Form] = [
        {**form, total: -shares.get(place, 0.0)}
        for (shares, parts), total in zip(spread.values(), totals, strict=True)
        for place, form in parts.items()
    ]
    return toward_zero(face, "distance", forms)


def smoothest(x: Inputs, face: Arrays) -> Arrays:
    """minimise Σ_t |u[t] − u[t−1]| over u = the sums of commitments, of training and of outlays"""
    by_year: dict[tuple[str, int], dict[int, float]] = {}
    for use, t, column, price in _uses(x, face):
        if use != "progress":
            by_year.setdefault((use, t), {})[column] = price
    face, sums = with_sums(face, "sums", list(by_year.values()))
    sum_of = dict(zip(by_year, sums, strict=True))
    steps = [(use, t) for use, t in sum_of if (use, t - 1) in sum_of]
    return toward_zero(face, "steps", [{sum_of[use, t]: 1.0, sum_of[use, t - 1]: -1.0} for use, t in steps])


def least_idle(_: Inputs, face: Arrays) -> Arrays:
    """maximise −Σ_{f,t} (balance[f,t] + subscription[f,t])"""
    return _minimising(
        face, {column: 1.0 for name in ("balance", "subscription") for _, column in face.columns[name].items()}
    )


def fixed_order(_: Inputs, face: Arrays) -> Arrays:
    """maximise −Σ_n weight_n · decision_n over commitments, trainees, outlays and lapses

    The weights are fixed and lie in [1, 2).
    """
    decisions = [column for name in DECISIONS for _, column in face.columns[name].items()]
    weights = Random(SEED)
    return _minimising(face, {column: 1.0 + weights.random() for column in decisions})


CRITERIA: Mapping[str, Criterion] = {
    rule.__name__: rule
    for rule in (least_public_money, cheapest_steps_first, nearest_to_proportional, smoothest, least_idle, fixed_order)
}


def _minimising(face: Arrays, form: Form) -> Arrays:
    cost = np.zeros_like(face.cost)
    cost[list(form)] = [-price for price in form.values()]
    return face.with_cost(cost)


def _uses(x: Inputs, arrays: Arrays) -> Iterator[tuple[str, int, int, float]]:
    """(variable, year, column, 억원 of public money per unit) of what the funds are used for, administration left out.

    What progress made by the end of a year costs to run is spent in the year after.
    """
    for (_, t), column in arrays.columns["stage_total"].items():
        yield "stage_total", t, column, 1.0
    for (w, _, _, t), column in arrays.columns["trainees"].items():
        yield "trainees", t, column, x.public_unit_cost[w]
    for (_, _, t), column in arrays.columns["outlay"].items():
        yield "outlay", t, column, 1.0
    for (p, t), column in arrays.columns["progress"].items():
        if t < x.years[-1] and x.programmes.operating_cost[p]:
            yield "progress", t + 1, column, x.programmes.operating_cost[p]


def _in_shares(amounts: Mapping[Place, float]) -> Shares:
    whole = sum(amounts.values())
    return {place: amount / whole for place, amount in amounts.items()} if whole else {}


def _sum(forms: Iterable[Form]) -> Form:
    """The sum of forms that have no column in common."""
    return {column: value for form in forms for column, value in form.items()}
