"""Floors under indicators (효과 하한): what the plan must be worth at least in another indicator than the one it maximises.

The dual of `indicator_floor` is the price of the floor: what one unit less of it is worth, in units of the objective. Along
the floor of one indicator the optimum of another one is their efficient frontier (ε-constraint method: Y. Haimes, L. Lasdon
& D. Wismer, On a bicriterion formulation of the problems of integrated system identification and system optimization, 1971).
"""

from __future__ import annotations

from typing import Any

import pyomo.environ as pyo

from axplan.core.text import Text
from axplan.formulation.constraint_registry import INDICATOR, REQUIREMENT, Movable, constraint
from axplan.formulation.linear import linear
from axplan.formulation.objective import objective_terms
from axplan.inputs.schema.indicators import UNITS


def add_floors(m: pyo.ConcreteModel) -> None:
    """Declare indicator_floor[v] for every row of the sheet `floors`, in the unit in which v is reported."""
    m.indicator_floor = pyo.Constraint(list(m.inputs.floors.at_least), rule=indicator_floor)


@constraint(
    "효과 하한", "Effect floor", REQUIREMENT, sheet="floors", parameters=("floors.at_least",),
    demand=Text("{at_least:,.6g} {unit} 이상", "at least {at_least:,.6g} {unit}"),
    figures=lambda x, v: {"at_least": x.floors.at_least[v], "unit": UNITS[v].words},
    movable=(Movable("floor", "floors", "at_least", INDICATOR, to=0.0),),
)  # fmt: skip
def indicator_floor(m: pyo.ConcreteModel, v: str) -> Any:
    """Σ value[v,i] · full_effect[i,r,k,s] · depth_per_won[i,r,k,s,g] · effect_factor[s,t] · commitment[i,r,k,s,g,t] ≥ at_least[v]"""
    terms = objective_terms(m, {v: 1.0}, charge_penalties=False)
    return linear(*terms) >= m.inputs.floors.at_least[v]
