"""What the plan maximises: one indicator, or a weighted sum of indicators, less the penalties of missed soft rules.

The coefficients of `production` are per unit of final demand (생산유발계수, Bank of Korea input-output tables).
"""

from collections.abc import Mapping
from typing import Any

import pyomo.environ as pyo

from axplan.core.text import Text
from axplan.formulation.constraint_registry import INDICATOR, REQUIREMENT, Movable, constraint
from axplan.formulation.linear import Terms, joined, linear
from axplan.inputs.schema.indicators import UNITS


def add_objective(m: pyo.ConcreteModel, weights: Mapping[str, float], charge_penalties: bool = True) -> None:
    """Maximise Σ_v weights[v] · indicator[v] − Σ penalty · violation.

    `weights` gives the weight of one unit of each indicator in the unit it is reported in: {"production": 1.0} alone,
    or weight ÷ best value of each indicator in a weighted objective.
    """
    m.value = pyo.Objective(expr=linear(*objective_terms(m, weights, charge_penalties)), sense=pyo.maximize)


def objective_terms(m: pyo.ConcreteModel, weights: Mapping[str, float], charge_penalties: bool) -> Terms:
    """The coefficients of Σ_v weights[v] · indicator[v], less the penalties if charged, and their variables."""
    x = m.inputs
    value = {i: sum(weight * x.value[v, i] for v, weight in weights.items()) for i in x.initiative_industries}
    coefficients, variables = [], []
    for i, r, k in x.cells:
        for s in x.stages.stage:
            effect = value[i] * x.full_effect[i, r, k, s]
            per_won = [effect * x.depth_per_won[i, r, k, s, g] for g in x.segment_numbers[s]]
            for t in x.years:
                coefficients += [x.effect_factor[s, t] * worth for worth in per_won]
                variables += m.commitments_at[i, r, k, s, t]
    missed = [(n, part[n, t]) for part in (m.shortfall, m.excess) for n, t in part] if charge_penalties else []
    penalties: list[Terms] = [([-x.rules.penalty[n]], [violation]) for n, violation in missed]
    return joined([(coefficients, variables), *penalties])


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


@constraint(
    "효과 하한", "Effect floor", REQUIREMENT, sheet="floors", parameters=("floors.at_least",),
    demand=Text("{at_least:,.6g} {unit} 이상", "at least {at_least:,.6g} {unit}"),
    figures=lambda x, v: {"at_least": x.floors.at_least[v], "unit": UNITS[v].words},
    movable=(Movable("floor", "floors", "at_least", INDICATOR, to=0.0),),
)  # fmt: skip
def indicator_floor(m: pyo.ConcreteModel, v: str) -> Any:
    """Σ value[v,i] · full_effect[i,r,k,s] · depth_per_won[i,r,k,s,g] · effect_factor[s,t] · commitment[i,r,k,s,g,t]
    ≥ at_least[v]"""
    terms = objective_terms(m, {v: 1.0}, charge_penalties=False)
    return linear(*terms) >= m.inputs.floors.at_least[v]
