"""The three-stage growth initiative: how public money deepens the use of AI in industry × region × task.

The dual of `segment_limit` is what a wider step at this cost would be worth, that of `stage_transition` what a faster
passage from one stage to the next would, that of `adoption_speed` what firms that adopt faster would, that of
`depth_ceiling` what a higher ceiling (data, compute, standards) would, all in units of the objective per unit of depth.
"""

from collections.abc import Callable, Sequence
from typing import Any

import pyomo.environ as pyo

from axplan.core.text import Text
from axplan.formulation.constraint_registry import IDENTITY, PHYSICAL, SHARE, constraint
from axplan.formulation.linear import linear


def add_growth(m: pyo.ConcreteModel) -> None:
    """Declare commitment[i,r,k,s,g,t] ≥ 0 (억원 of public money) and depth[i,r,k,s,t] in [0,1], and what binds them.

    And what other blocks ask for, each a variable with one equation, so that no row sums over cells again:
    committed[i,r,k,s,t], task_total[k,s,t], place_total[i,r,s,t], stage_total[s,t] (억원 of public money),
    invested[i,r,t] (억원, public and private, so far) and reach[k,t] (what programmes have unlocked).
    """
    x = m.inputs
    paths = [(i, r, k, s) for i, r, k in x.cells for s in x.stages.stage]
    steps = [(*path, g) for path in paths for g in x.segment_numbers[path[-1]]]
    states = [(*path, t) for path in paths for t in x.years]
    m.commitment = pyo.Var([(*step, t) for step in steps for t in x.years], domain=pyo.NonNegativeReals)
    m.depth = pyo.Var(states, bounds=(0, 1))
    m.committed = pyo.Var(states, domain=pyo.NonNegativeReals)
    m.reach = pyo.Var([(k, t) for k in x.tasks.task for t in x.years], domain=pyo.NonNegativeReals)
    _add_totals(m)
    m.depth_balance = pyo.Constraint(states, rule=depth_balance)
    m.segment_limit = pyo.Constraint(steps, rule=segment_limit)
    m.stage_transition = pyo.Constraint([at for at in states if at[3] != x.stages.stage[0]], rule=stage_transition)
    m.adoption_speed = pyo.Constraint([at for at in states if at[3] in x.stages.annual_ceiling], rule=adoption_speed)
    m.depth_ceiling = pyo.Constraint(states, rule=depth_ceiling)
    m.reach_balance = pyo.Constraint(list(m.reach), rule=reach_balance)
    m.committed_balance = pyo.Constraint(states, rule=committed_balance)
    m.commitment_uses = pyo.Expression(x.funds.fund, x.years, rule=commitment_uses)
    m.recoveries = pyo.Expression(x.funds.fund, x.years, rule=recoveries)
    m.receivables = pyo.Expression(x.funds.fund, rule=receivables)


def _add_totals(m: pyo.ConcreteModel) -> None:
    """The totals of commitments by task, by place and by stage, and the investment so far in a place."""
    x = m.inputs
    stages, tasks = x.stages.stage, x.tasks.task
    for rule, index in (
        (task_total_balance, [(k, s, t) for k in tasks for s in stages for t in x.years]),
        (place_total_balance, [(i, r, s, t) for i, r in x.base for s in stages for t in x.years]),
        (stage_total_balance, [(s, t) for s in stages for t in x.years]),
        (invested_balance, [(i, r, t) for i, r in x.base for t in x.years]),
    ):
        total = rule.__name__.removesuffix("_balance")
        m.add_component(total, pyo.Var(index, domain=pyo.NonNegativeReals))
        m.add_component(rule.__name__, pyo.Constraint(index, rule=rule))


@constraint("도입률의 누적", "Build-up of depth", IDENTITY, rank=0)
def depth_balance(m: pyo.ConcreteModel, i: str, r: str, k: str, s: str, t: int) -> Any:
    """depth[i,r,k,s,t] = depth[i,r,k,s,t−1] + Σ_g depth_per_won[i,r,k,s,g] · commitment[i,r,k,s,g,t],
    depth_0 = initial_depth[s]"""
    x = m.inputs
    segments = x.segment_numbers[s]
    coefficients = [1.0, *[-x.depth_per_won[i, r, k, s, g] for g in segments]]
    variables = [m.depth[i, r, k, s, t], *[m.commitment[i, r, k, s, g, t] for g in segments]]
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


@constraint(
    "도입 속도", "Speed of adoption", PHYSICAL, rank=4, parameters=("stages.annual_ceiling",), unit=SHARE,
    demand=Text("한 해에 {annual_ceiling:.0%}까지", "at most {annual_ceiling:.0%} a year"),
)  # fmt: skip
def adoption_speed(m: pyo.ConcreteModel, i: str, r: str, k: str, s: str, t: int) -> Any:
    """depth[i,r,k,s,t] − depth[i,r,k,s,t−1] ≤ annual_ceiling[s], where it is given; depth_0 = initial_depth[s]"""
    x = m.inputs
    most, now = x.stages.annual_ceiling[s], m.depth[i, r, k, s, t]
    if t == x.years[0]:
        return linear([1.0], [now]) <= most + x.stages.initial_depth[s]
    return linear([1.0, -1.0], [now, m.depth[i, r, k, s, t - 1]]) <= most


@constraint("도입 상한", "Depth ceiling", PHYSICAL, rank=5, parameters=("tasks.ceiling",))
def depth_ceiling(m: pyo.ConcreteModel, i: str, r: str, k: str, s: str, t: int) -> Any:
    """depth[i,r,k,s,t] ≤ ceiling[k] + reach[k,t]"""
    return linear([1.0, -1.0], [m.depth[i, r, k, s, t], m.reach[k, t]]) <= m.inputs.tasks.ceiling[k]


@constraint("상한의 확대", "Rise of the ceilings", IDENTITY, rank=0)
def reach_balance(m: pyo.ConcreteModel, k: str, t: int) -> Any:
    """reach[k,t] = Σ_p unlocks[p,k] · progress[p,t−1], progress_0 = 0"""
    x = m.inputs
    unlocks = x.task_unlocks[k] if t > x.years[0] else {}
    variables = [m.reach[k, t], *[m.progress[p, t - 1] for p in unlocks]]
    return linear([1.0, *[-unlock for unlock in unlocks.values()]], variables) == 0.0


@constraint("칸의 지원액", "Commitments of a cell", IDENTITY, rank=0)
def committed_balance(m: pyo.ConcreteModel, i: str, r: str, k: str, s: str, t: int) -> Any:
    """committed[i,r,k,s,t] = Σ_g commitment[i,r,k,s,g,t]"""
    parts = [m.commitment[i, r, k, s, g, t] for g in m.inputs.segment_numbers[s]]
    return _is_sum(m.committed[i, r, k, s, t], parts)


@constraint("태스크의 지원액", "Commitments to a task", IDENTITY, rank=0)
def task_total_balance(m: pyo.ConcreteModel, k: str, s: str, t: int) -> Any:
    """task_total[k,s,t] = Σ_{i,r} committed[i,r,k,s,t]"""
    return _is_sum(m.task_total[k, s, t], [m.committed[i, r, k, s, t] for i, r in m.inputs.base])


@constraint("지역 산업의 지원액", "Commitments to an industry in a region", IDENTITY, rank=0)
def place_total_balance(m: pyo.ConcreteModel, i: str, r: str, s: str, t: int) -> Any:
    """place_total[i,r,s,t] = Σ_k committed[i,r,k,s,t]"""
    return _is_sum(m.place_total[i, r, s, t], [m.committed[i, r, k, s, t] for k in m.inputs.tasks.task])


@constraint("단계의 지원액", "Commitments of a stage", IDENTITY, rank=0)
def stage_total_balance(m: pyo.ConcreteModel, s: str, t: int) -> Any:
    """stage_total[s,t] = Σ_k task_total[k,s,t]"""
    return _is_sum(m.stage_total[s, t], [m.task_total[k, s, t] for k in m.inputs.tasks.task])


@constraint("투자의 누적", "Build-up of investment", IDENTITY, rank=0)
def invested_balance(m: pyo.ConcreteModel, i: str, r: str, t: int) -> Any:
    """invested[i,r,t] = invested[i,r,t−1] + Σ_s (1 + private_match[s]) · place_total[i,r,s,t], invested_0 = 0:
    public and private money of all stages so far"""
    x = m.inputs
    coefficients = [1.0, *[-(1 + x.stages.private_match[s]) for s in x.stages.stage]]
    variables = [m.invested[i, r, t], *[m.place_total[i, r, s, t] for s in x.stages.stage]]
    if t == x.years[0]:
        return linear(coefficients, variables) == 0.0
    return linear([*coefficients, -1.0], [*variables, m.invested[i, r, t - 1]]) == 0.0


def _is_sum(total: Any, parts: Sequence[Any]) -> Any:
    return linear([1.0, *[-1.0] * len(parts)], [total, *parts]) == 0.0


def commitment_uses(m: pyo.ConcreteModel, f: str, t: int) -> Any:
    """Σ stage_total[s,t] over the stages s of fund f"""
    x = m.inputs
    variables = [m.stage_total[s, t] for s in x.stages.stage if x.stages.fund[s] == f]
    return linear([1.0] * len(variables), variables)


def recoveries(m: pyo.ConcreteModel, f: str, t: int) -> Any:
    """Σ_{u<t} recovery[s, t−u] · stage_total[s,u] over the stages s of fund f"""
    x = m.inputs

    def share(s: str, u: int) -> float:
        return float(x.recovery[s][t - u]) if t - u < len(x.recovery[s]) else 0.0

    return _returned(m, f, x.years[: x.years.index(t)], share)


def receivables(m: pyo.ConcreteModel, f: str) -> Any:
    """Σ recovery[s,a] · (1 + interest[f])^−(u + a − last) · stage_total[s,u] over ages a with u + a beyond the plan"""
    return _returned(m, f, m.inputs.years, lambda s, u: m.inputs.receivable_factor[s, u])


def _returned(m: pyo.ConcreteModel, f: str, years: Sequence[int], share: Callable[[str, int], float]) -> Any:
    """Σ share(s, u) · stage_total[s,u] over the stages s of fund f and some years u."""
    x = m.inputs
    due = {(s, u): share(s, u) for s in x.stages.stage for u in years if x.stages.fund[s] == f and share(s, u)}
    return linear(list(due.values()), [m.stage_total[at] for at in due])


EXPRESSIONS = (commitment_uses, recoveries, receivables)
