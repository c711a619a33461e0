"""What the plan maximises: one indicator, or a weighted sum of indicators, less the penalties of missed soft rules.

An indicator is Σ value × direct effect; `net_benefit` is less the cost of the plan as well. The coefficients of
`production` are per unit of final demand (생산유발계수, Bank of Korea input-output tables).
"""

from collections.abc import Mapping
from typing import Any

import pyomo.environ as pyo

from axplan.core.text import Text
from axplan.formulation.constraint_registry import INDICATOR, REQUIREMENT, Movable, constraint
from axplan.formulation.linear import Terms, joined, linear, merged, scaled
from axplan.inputs.parameters import EOK_PER_TRILLION, Inputs
from axplan.inputs.schema.indicators import NET_BENEFIT, UNITS


def add_objective(m: pyo.ConcreteModel, weights: Mapping[str, float], charge_penalties: bool = True) -> None:
    """Maximise Σ_v weights[v] · indicator[v] − Σ penalty · violation.

    `weights` gives the weight of one unit of each indicator in the unit it is reported in: {"production": 1.0} alone,
    or weight ÷ |best value| of each indicator in a weighted objective.
    """
    m.value = pyo.Objective(expr=linear(*objective_terms(m, weights, charge_penalties)), sense=pyo.maximize)


def objective_terms(m: pyo.ConcreteModel, weights: Mapping[str, float], charge_penalties: bool) -> Terms:
    """The coefficients of Σ_v weights[v] · indicator[v], less the penalties if charged, and their variables."""
    x = m.inputs
    cost = scaled(-weights.get(NET_BENEFIT, 0.0) / EOK_PER_TRILLION, _cost(m)) if NET_BENEFIT in weights else ([], [])
    missed = [(n, part[n, t]) for part in (m.shortfall, m.excess) for n, t in part] if charge_penalties else []
    penalties: list[Terms] = [([-x.rules.penalty[n]], [violation]) for n, violation in missed]
    return joined([_effect(m, weights), cost, *penalties])


def _effect(m: pyo.ConcreteModel, weights: Mapping[str, float]) -> Terms:
    """Σ value[v,i] · full_effect[i,r,k,s] · depth_per_won[i,r,k,s,g] · effect_factor[s,t] · commitment[i,r,k,s,g,t]"""
    x = m.inputs
    value = {i: sum(weight * x.value[v, i] for v, weight in weights.items()) for i in x.initiative_industries}
    coefficients, variables = [], []
    for i, r, k in x.cells:
        for s in x.stages.stage:
            effect = value[i] * x.full_effect[i, r, k, s]
            for g in x.segment_numbers[s]:
                worth = effect * x.depth_per_won[i, r, k, s, g]
                for t in x.years:
                    coefficients.append(x.effect_factor[s, t] * worth)
                    variables.append(m.commitment[i, r, k, s, g, t])
    return coefficients, variables


def _cost(m: pyo.ConcreteModel) -> Terms:
    """What the plan costs society, discounted by year to the first (억원):

    Σ discount · (additionality · (1 + private_match) · stage_total + unit_cost · trainees + (1 + private_match) ·
    outlay + running costs + admin_rate · uses), and running costs at the last year's progress to appraisal_end.
    """
    x = m.inputs
    stages, tracks, programmes = x.stages, x.tracks, x.programmes
    resource = {s: stages.additionality[s] * (1 + stages.private_match[s]) + _admin(x, stages, s) for s in stages.stage}
    training = {w: tracks.unit_cost[w] + _admin(x, tracks, w) * x.public_unit_cost[w] for w in tracks.track}
    building = {p: 1 + programmes.private_match[p] + _admin(x, programmes, p) for p in programmes.programme}
    parts = [(x.discount[t] * resource[s], m.stage_total[s, t]) for s, t in m.stage_total]
    parts += [(x.discount[t] * training[w], m.trainees[w, i, r, t]) for w, i, r, t in m.trainees]
    parts += [(x.discount[t] * building[p], m.outlay[p, r, t]) for p, r, t in m.outlay]
    return merged([*parts, *_running(m)])


def _running(m: pyo.ConcreteModel) -> list[tuple[float, Any]]:
    """discount · (1 + admin_rate) · operating_cost · progress[p,t−1] in the plan, and after it without administration
    at the progress of the last year."""
    x = m.inputs
    last, programmes = x.years[-1], x.programmes
    later = sum(factor for y, factor in x.discount.items() if y > last)
    terms = []
    for p, cost in programmes.operating_cost.items():
        for t in x.years if cost else ():
            share = x.discount[t + 1] * (1 + _admin(x, programmes, p)) if t < last else later
            terms.append((share * cost, m.progress[p, t]))
    return terms


def _admin(x: Any, sheet: Any, row: str) -> float:
    """The administration rate of the fund that pays for a row of a sheet."""
    return float(x.funds.admin_rate[sheet.fund[row]])


def add_floors(m: pyo.ConcreteModel) -> None:
    """Floors under indicators (효과 하한): what the plan must be worth at least in another indicator than the one it
    maximises.

    The dual of `indicator_floor` is the price of the floor: what one unit less of it is worth, in units of the
    objective. Along the floor of one indicator the optimum of another one is their efficient frontier (ε-constraint
    method: Y. Haimes, L. Lasdon & D. Wismer, On a bicriterion formulation of the problems of integrated system
    identification and system optimization, 1971).

    Declare indicator_floor[v] for every row of the sheet `floors`, in the unit in which v is reported.
    """
    m.indicator_floor = pyo.Constraint(list(m.inputs.floors.at_least), rule=indicator_floor)


def lowest(x: Inputs, v: str, now: float) -> float:
    """How far a floor would be lowered at most: to nothing, or for a net benefit to ten times what stands there and all
    money lost."""
    if v != NET_BENEFIT:
        return 0.0
    money = sum(x.appropriations.value.values()) / EOK_PER_TRILLION
    return -10 * (abs(now) + money)


@constraint(
    "효과 하한", "Effect floor", REQUIREMENT, sheet="floors", parameters=("floors.at_least",),
    demand=Text("{at_least:,.6g} {unit} 이상", "at least {at_least:,.6g} {unit}"),
    figures=lambda x, v: {"at_least": x.floors.at_least[v], "unit": UNITS[v].words},
    movable=(Movable("floor", "floors", "at_least", INDICATOR, furthest=lambda x, v, now: (lowest(x, v, now),)),),
)  # fmt: skip
def indicator_floor(m: pyo.ConcreteModel, v: str) -> Any:
    """indicator[v] = Σ value[v,i] · full_effect[i,r,k,s] · depth_per_won[i,r,k,s,g] · effect_factor[s,t]
    · commitment[i,r,k,s,g,t], for net_benefit less its costs, ≥ at_least[v]"""
    terms = objective_terms(m, {v: 1.0}, charge_penalties=False)
    return linear(*terms) >= m.inputs.floors.at_least[v]
