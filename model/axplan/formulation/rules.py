"""Policy rules (정책 제약): every row of the sheet `rules` becomes one constraint, or one for each year.

The dual of `rule_limit` is the price of the rule: what one unit less of what it demands is worth, in units of the
objective per 억원 or person of the measure.
"""

from collections.abc import Callable, Collection, Mapping
from typing import Any

import pyomo.environ as pyo

from axplan.formulation.constraint_registry import EOK, MEASURE, PERSONS, REQUIREMENT, Movable, constraint
from axplan.formulation.linear import linear, merged
from axplan.inputs.parameters import Inputs
from axplan.inputs.schema import policy


def add_rules(m: pyo.ConcreteModel) -> None:
    """Declare rule_limit[n,t] and, for soft rules, shortfall[n,t] and excess[n,t] ≥ 0 in the measure's unit."""
    x = m.inputs
    index, relation = rule_index(x), x.rules.relation
    soft = [(n, t) for n, t in index if n in x.rules.penalty]
    m.shortfall = pyo.Var([(n, t) for n, t in soft if relation[n] != policy.AT_MOST], domain=pyo.NonNegativeReals)
    m.excess = pyo.Var([(n, t) for n, t in soft if relation[n] != policy.AT_LEAST], domain=pyo.NonNegativeReals)
    m.rule_limit = pyo.Constraint(index, rule=rule_limit)


def rule_index(x: Inputs) -> list[tuple[str, int | str]]:
    """(n, t) of every constraint that the rules make; t is a year or WHOLE_PLAN."""
    index: list[tuple[str, int | str]] = []
    for n in x.rules.rule:
        years = x.rule_years(n)
        if x.rules.unit[n] == policy.GROWTH:
            index += [(n, t) for t in years[1:]]
        else:
            index += [(n, t) for t in years] if x.rules.each_year[n] else [(n, policy.WHOLE_PLAN)]
    return index


def measured_in(x: Inputs, n: str) -> str:
    """The unit of what a rule measures: people or money."""
    return PERSONS if x.rules.measure[n] == policy.TRAINEES else EOK


def furthest_value(x: Inputs, n: str, value: float) -> tuple[float, ...]:
    """A floor is lowered, a cap raised; an equation either way. A share stays in 0–1, growth above −1."""
    unit, relation = x.rules.unit[n], x.rules.relation[n]
    lowest = -1.0 if unit == policy.GROWTH else 0.0
    highest = {
        policy.SHARE_OF: 1.0,
        policy.APPROPRIATION_SHARE: policy.MOST_OF_APPROPRIATIONS,
        policy.GROWTH: value + 5,
    }.get(unit, 10 * value)
    return {policy.AT_LEAST: (lowest,), policy.AT_MOST: (highest,)}.get(relation, (lowest, highest))


@constraint(
    "정책 제약", "Policy rule", REQUIREMENT, sheet="rules", parameters=("rules.value",), unit=measured_in,
    movable=(Movable("rule", "rules", "value", MEASURE, furthest=furthest_value),),
)  # fmt: skip
def rule_limit(m: pyo.ConcreteModel, n: str, t: int | str) -> Any:
    """Σ selected {≥, ≤, =} value (amount) | value · Σ whole (share) | value · Σ appropriations (appropriation_share)
    | (1 + value) · Σ selected in t−1 (growth), + shortfall − excess if soft"""
    x = m.inputs
    years = x.rule_years(n) if t == policy.WHOLE_PLAN else (int(t),)
    missed = [(sign, part[n, t]) for sign, part in ((1.0, m.shortfall), (-1.0, m.excess)) if (n, t) in part]
    body = linear(*merged([*_left_side(m, n, years), *missed]))
    bound = right_side(x, n, years)
    relation = x.rules.relation[n]
    if relation == policy.AT_LEAST:
        return body >= bound
    return body <= bound if relation == policy.AT_MOST else body == bound


def right_side(x: Inputs, n: str, years: tuple[int, ...]) -> float:
    """What stands on the right of a rule over some years: an amount, or a share of appropriations; 0 for the others."""
    value, unit = x.rules.value[n], x.rules.unit[n]
    if unit == policy.APPROPRIATION_SHARE:
        return value * x.rule_appropriations(n, years)
    return value if unit == policy.AMOUNT else 0.0


Years = tuple[int, ...]
Filters = Mapping[str, Collection[str]]
Sum = list[tuple[float, Any]]
"""Coefficients and variables; a variable may stand there twice."""


def _left_side(m: pyo.ConcreteModel, n: str, years: Years) -> Sum:
    """Σ selected − value · Σ whole (share), Σ selected_t − (1 + value) · Σ selected_{t−1} (growth), or Σ selected."""
    rules = m.inputs.rules
    filters = {name: chosen for name in policy.FILTERS if (chosen := getattr(rules, name).get(n))}
    selected = _measured(m, n, filters, years)
    if rules.unit[n] == policy.SHARE_OF:
        keeps = () if rules.measure[n] == policy.SPENDING else policy.WHOLE_KEEPS
        whole = _measured(m, n, {name: filters[name] for name in keeps if name in filters}, years)
        return [*selected, *((-rules.value[n] * c, variable) for c, variable in whole)]
    if rules.unit[n] == policy.GROWTH:
        before = _measured(m, n, filters, (years[0] - 1,))
        return [*selected, *((-(1 + rules.value[n]) * c, variable) for c, variable in before)]
    return selected


def _measured(m: pyo.ConcreteModel, n: str, filters: Filters, years: Years) -> Sum:
    """The measure of rule n over what passes the filters; what a filter does not apply to does not pass it."""
    measure = m.inputs.rules.measure[n]
    parts = (policy.COMMITMENT, policy.TRAINEES, policy.OUTLAY) if measure == policy.SPENDING else (measure,)
    return [
        term
        for part in parts
        if set(filters) <= set(policy.MEASURE_FILTERS[part])
        for term in MEASURES[part](m, filters, years, measure)
    ]


def _commitments(m: pyo.ConcreteModel, filters: Filters, years: Years, measure: str) -> Sum:
    """commitment, or investment = (1 + private_match[s]) · commitment, from the coarsest total that the filters
    allow."""
    x = m.inputs
    match = x.stages.private_match if measure == policy.INVESTMENT else dict.fromkeys(x.stages.stage, 0.0)
    stages = [s for s in x.stages.stage if _passes(filters, stage=s)]
    tasks = [k for k in x.tasks.task if _passes(filters, task=k)]
    places = [(i, r) for i, r in x.base if _passes(filters, industry=i, region=r)]
    by_place, by_task = "industry" in filters or "region" in filters, "task" in filters
    total: dict[tuple[bool, bool], tuple[Any, list[tuple[str, ...]]]] = {
        (True, True): (m.committed, [(*place, k) for place in places for k in tasks]),
        (True, False): (m.place_total, [*places]),
        (False, True): (m.task_total, [(k,) for k in tasks]),
        (False, False): (m.stage_total, [()]),
    }
    variable, keys = total[by_place, by_task]
    return [(1.0 + match[s], variable[(*key, s, t)]) for key in keys for s in stages for t in years]


def _trainees(m: pyo.ConcreteModel, filters: Filters, years: Years, measure: str) -> Sum:
    """trainees, or their public cost where the rule is one of spending."""
    x = m.inputs
    price = x.public_unit_cost if measure == policy.SPENDING else dict.fromkeys(x.tracks.track, 1.0)
    tracks = [w for w in x.tracks.track if _passes(filters, track=w)]
    places = [(i, r) for i, r in x.places if _passes(filters, industry=i, region=r)]
    return [(price[w], m.trainees[w, i, r, t]) for w in tracks for i, r in places for t in years]


def _outlays(m: pyo.ConcreteModel, filters: Filters, years: Years, _: str) -> Sum:
    sites = [(p, r) for p, r in m.inputs.sites if _passes(filters, programme=p, region=r)]
    return [(1.0, m.outlay[p, r, t]) for p, r in sites for t in years]


def _passes(filters: Filters, **names: str) -> bool:
    return all(name in filters[kind] for kind, name in names.items() if kind in filters)


MEASURES: Mapping[str, Callable[[pyo.ConcreteModel, Filters, Years, str], Sum]] = {
    policy.COMMITMENT: _commitments,
    policy.INVESTMENT: _commitments,
    policy.TRAINEES: _trainees,
    policy.OUTLAY: _outlays,
}
