"""Enabling programmes: outlays that make progress, raise the tasks' ceilings and deliver quantities.

What is built costs money to run: in every year after the first, operating_cost[p] · progress[p,t−1] is a use of the
fund beside the outlays (`running_costs`); after the plan it goes on in the appraisal, not in the fund.

The dual of `annual_ceiling` is what a faster build-up would be worth, that of `progress_requirement` what the required
progress costs, in units of the objective per unit of progress.
"""

from typing import Any

import pyomo.environ as pyo

from axplan.core.text import Text
from axplan.formulation.constraint_registry import IDENTITY, POLICY, REQUIREMENT, SHARE, Movable, constraint
from axplan.formulation.linear import linear
from axplan.inputs.schema.core import NATIONAL


def add_programmes(m: pyo.ConcreteModel) -> None:
    """Declare outlay[p,r,t] ≥ 0 (억원 of public money) and progress[p,t] in [0,1], and what binds them."""
    x = m.inputs
    states = [(p, t) for p in x.programmes.programme for t in x.years]
    m.outlay = pyo.Var([(p, r, t) for p, r in x.sites for t in x.years], domain=pyo.NonNegativeReals)
    m.progress = pyo.Var(states, bounds=(0, 1))
    m.progress_balance = pyo.Constraint(states, rule=progress_balance)
    m.annual_ceiling = pyo.Constraint(states, rule=annual_ceiling)
    m.progress_requirement = pyo.Constraint(x.programmes.programme, rule=progress_requirement)
    m.outlay_uses = pyo.Expression(x.funds.fund, x.years, rule=outlay_uses)
    m.running_costs = pyo.Expression(x.funds.fund, x.years, rule=running_costs)


def _sites(m: pyo.ConcreteModel, p: str) -> tuple[str, ...]:
    return m.inputs.regions.region if m.inputs.programmes.regional[p] else (NATIONAL,)


@constraint("기반사업 진도의 누적", "Build-up of progress", IDENTITY, rank=1)
def progress_balance(m: pyo.ConcreteModel, p: str, t: int) -> Any:
    """progress[p,t] = progress[p,t−1] + Σ_r (1 + private_match[p]) · outlay[p,r,t] / (cost[p] · siting_cost[r]),
    siting_cost[national] = 1"""
    x = m.inputs
    per_won = (1 + x.programmes.private_match[p]) / x.programmes.cost[p]
    sites = _sites(m, p)
    coefficients = [1.0, *[-per_won / x.regions.siting_cost.get(r, 1.0) for r in sites]]
    variables = [m.progress[p, t], *[m.outlay[p, r, t] for r in sites]]
    if t > x.years[0]:
        coefficients.append(-1.0)
        variables.append(m.progress[p, t - 1])
    return linear(coefficients, variables) == 0.0


@constraint(
    "기반사업 연간 진도 상한", "Yearly progress ceiling", POLICY, rank=9,
    sheet="programmes", parameters=("programmes.annual_ceiling",), unit=SHARE,
    movable=(Movable("pace", "programmes", "annual_ceiling", SHARE, to=1.0),),
)  # fmt: skip
def annual_ceiling(m: pyo.ConcreteModel, p: str, t: int) -> Any:
    """progress[p,t] − progress[p,t−1] ≤ annual_ceiling[p]"""
    x = m.inputs
    most = x.programmes.annual_ceiling[p]
    if t == x.years[0]:
        return linear([1.0], [m.progress[p, t]]) <= most
    return linear([1.0, -1.0], [m.progress[p, t], m.progress[p, t - 1]]) <= most


@constraint(
    "기반사업 최소 진도", "Minimum progress", REQUIREMENT,
    sheet="programmes", parameters=("programmes.minimum_progress", "programmes.cost"), unit=SHARE,
    demand=Text("진도 {minimum_progress:.0%} 이상", "progress of at least {minimum_progress:.0%}"),
    movable=(Movable("progress", "programmes", "minimum_progress", SHARE, to=0.0),),
)  # fmt: skip
def progress_requirement(m: pyo.ConcreteModel, p: str) -> Any:
    """progress[p, last year] ≥ minimum_progress[p]"""
    x = m.inputs
    return linear([1.0], [m.progress[p, x.years[-1]]]) >= x.programmes.minimum_progress[p]


def outlay_uses(m: pyo.ConcreteModel, f: str, t: int) -> Any:
    """Σ outlay[p,r,t] over the programmes p of fund f"""
    x = m.inputs
    variables = [m.outlay[p, r, t] for p, r in x.sites if x.programmes.fund[p] == f]
    return linear([1.0] * len(variables), variables)


def running_costs(m: pyo.ConcreteModel, f: str, t: int) -> Any:
    """Σ operating_cost[p] · progress[p,t−1] over the programmes p of fund f, progress_0 = 0: 억원 of public money"""
    x = m.inputs
    costs = {p: cost for p, cost in x.programmes.operating_cost.items() if cost and x.programmes.fund[p] == f}
    if t == x.years[0]:
        return linear([], [])
    return linear(list(costs.values()), [m.progress[p, t - 1] for p in costs])


EXPRESSIONS = (outlay_uses, running_costs)
