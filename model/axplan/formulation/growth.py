"""The three-stage growth initiative: how public money deepens the use of AI in industry × region × task.

The dual of `segment_limit` is what a wider step at this cost would be worth, that of `stage_transition` what a faster
passage from one stage to the next would, that of `depth_ceiling` what a higher ceiling (data, compute, standards)
would, all in units of the objective per unit of depth.
"""

from collections.abc import Callable, Sequence
from typing import Any

import pyomo.environ as pyo

from axplan.formulation.constraint_registry import IDENTITY, PHYSICAL, constraint
from axplan.formulation.linear import joined, linear, scaled


def add_growth(m: pyo.ConcreteModel) -> None:
    """Declare commitment[i,r,k,s,g,t] ≥ 0 (억원 of public money) and depth[i,r,k,s,t] in [0,1], and what binds them."""
    x = m.inputs
    paths = [(i, r, k, s) for i, r, k in x.cells for s in x.stages.stage]
    steps = [(*path, g) for path in paths for g in x.segment_numbers[path[-1]]]
    states = [(*path, t) for path in paths for t in x.years]
    later = [(i, r, k, s, t) for i, r, k, s, t in states if s != x.stages.stage[0]]
    m.commitment = pyo.Var([(*step, t) for step in steps for t in x.years], domain=pyo.NonNegativeReals)
    m.depth = pyo.Var(states, bounds=(0, 1))
    m.commitments_at = {
        (i, r, k, s, t): [m.commitment[i, r, k, s, g, t] for g in x.segment_numbers[s]] for i, r, k, s, t in states
    }  # every row below sums over segments: looked up once, not in each of them
    m.depth_balance = pyo.Constraint(states, rule=depth_balance)
    m.segment_limit = pyo.Constraint(steps, rule=segment_limit)
    m.stage_transition = pyo.Constraint(later, rule=stage_transition)
    m.depth_ceiling = pyo.Constraint(states, rule=depth_ceiling)
    m.commitment_uses = pyo.Expression(x.funds.fund, x.years, rule=commitment_uses)
    m.recoveries = pyo.Expression(x.funds.fund, x.years, rule=recoveries)
    m.receivables = pyo.Expression(x.funds.fund, rule=receivables)
    m.investment = pyo.Expression([(i, r, t) for i, r in x.base for t in x.years], rule=investment)


@constraint("도입률의 누적", "Build-up of depth", IDENTITY, rank=0)
def depth_balance(m: pyo.ConcreteModel, i: str, r: str, k: str, s: str, t: int) -> Any:
    """depth[i,r,k,s,t] = depth[i,r,k,s,t−1] + Σ_g depth_per_won[i,r,k,s,g] · commitment[i,r,k,s,g,t],
    depth_0 = initial_depth[s]"""
    x = m.inputs
    segments = x.segment_numbers[s]
    coefficients = [1.0, *[-x.depth_per_won[i, r, k, s, g] for g in segments]]
    variables = [m.depth[i, r, k, s, t], *m.commitments_at[i, r, k, s, t]]
    if t == x.years[0]:
        return linear(coefficients, variables) == x.stages.initial_depth[s]
    return linear([*coefficients, -1.0], [*variables, m.depth[i, r, k, s, t - 1]]) == 0.0


@constraint("비용 구간의 폭", "Width of the cost segments", PHYSICAL, rank=3, parameters=("segments.width",))
def segment_limit(m: pyo.ConcreteModel, i: str, r: str, k: str, s: str, g: int) -> Any:
    """Σ_t depth_per_won[i,r,k,s,g] · commitment[i,r,k,s,g,t] ≤ width[s,g]"""
    x = m.inputs
    variables = [m.commitment[i, r, k, s, g, t] for t in x.years]
    return linear([x.depth_per_won[i, r, k, s, g]] * len(variables), variables) <= x.segments.width[s, g]


@constraint("단계 전환", "Passage between stages", PHYSICAL, rank=4, parameters=("stages.conversion",))
def stage_transition(m: pyo.ConcreteModel, i: str, r: str, k: str, s: str, t: int) -> Any:
    """depth[i,r,k,s+1,t] ≤ conversion[s] · depth[i,r,k,s,t − conversion_lag[s]],
    with initial_depth[s] before the first year"""
    x = m.inputs
    before = x.stages.stage[x.stages.stage.index(s) - 1]
    share, seen = x.stages.conversion[before], t - x.stages.conversion_lag[before]
    if seen < x.years[0]:
        return linear([1.0], [m.depth[i, r, k, s, t]]) <= share * x.stages.initial_depth[before]
    return linear([1.0, -share], [m.depth[i, r, k, s, t], m.depth[i, r, k, before, seen]]) <= 0.0


@constraint("도입 상한", "Depth ceiling", PHYSICAL, rank=5, parameters=("tasks.ceiling",))
def depth_ceiling(m: pyo.ConcreteModel, i: str, r: str, k: str, s: str, t: int) -> Any:
    """depth[i,r,k,s,t] ≤ ceiling[k] + Σ_p unlocks[p,k] · progress[p,t−1], progress_0 = 0"""
    x = m.inputs
    coefficients, variables = [1.0], [m.depth[i, r, k, s, t]]
    if t > x.years[0]:
        unlocks = x.task_unlocks[k]
        coefficients += [-unlock for unlock in unlocks.values()]
        variables += [m.progress[p, t - 1] for p in unlocks]
    return linear(coefficients, variables) <= x.tasks.ceiling[k]


def commitment_uses(m: pyo.ConcreteModel, f: str, t: int) -> Any:
    """Σ commitment[i,r,k,s,g,t] over the stages s of fund f"""
    x = m.inputs
    variables = _committed(m, [s for s in x.stages.stage if x.stages.fund[s] == f], t)
    return linear([1.0] * len(variables), variables)


def recoveries(m: pyo.ConcreteModel, f: str, t: int) -> Any:
    """Σ_{u<t} recovery[s, t−u] · commitment[i,r,k,s,g,u] over the stages s of fund f"""
    x = m.inputs

    def share(s: str, u: int) -> float:
        return float(x.recovery[s][t - u]) if t - u < len(x.recovery[s]) else 0.0

    return _returned(m, f, x.years[: x.years.index(t)], share)


def receivables(m: pyo.ConcreteModel, f: str) -> Any:
    """Σ recovery[s,a] · (1 + interest[f])^−(u + a − last) · commitment[i,r,k,s,g,u] over ages a
    with u + a beyond the plan"""
    return _returned(m, f, m.inputs.years, lambda s, u: m.inputs.receivable_factor[s, u])


def _returned(m: pyo.ConcreteModel, f: str, years: Sequence[int], share: Callable[[str, int], float]) -> Any:
    """Σ share(s, u) · commitment[i,r,k,s,g,u] over the stages s of fund f and some years u."""
    parts = []
    for s in m.inputs.stages.stage:
        for u in years:
            if m.inputs.stages.fund[s] == f and share(s, u):
                variables = _committed(m, [s], u)
                parts.append(([share(s, u)] * len(variables), variables))
    return linear(*joined(parts))


def investment(m: pyo.ConcreteModel, i: str, r: str, t: int) -> Any:
    """Σ (1 + private_match[s]) · commitment[i,r,k,s,g,t]: public and private money
    of all stages in (i, r) and year t"""
    x = m.inputs
    parts = []
    for s in x.stages.stage:
        variables = [variable for k in x.tasks.task for variable in m.commitments_at[i, r, k, s, t]]
        parts.append(scaled(1 + x.stages.private_match[s], ([1.0] * len(variables), variables)))
    return linear(*joined(parts))


def _committed(m: pyo.ConcreteModel, stages: list[str], t: int) -> list[Any]:
    """The commitment variables of some stages in year t."""
    return [variable for i, r, k in m.inputs.cells for s in stages for variable in m.commitments_at[i, r, k, s, t]]


EXPRESSIONS = (commitment_uses, recoveries, receivables, investment)
