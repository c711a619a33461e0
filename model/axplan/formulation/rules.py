"""Policy rules (정책 제약): every row of the sheet `rules` becomes one constraint, or one for each year.

The dual of `rule_limit` is the price of the rule: what one unit less of what it demands is worth, in units of the
objective per 억원 or person of the measure.
"""

from collections.abc import Callable, Iterator
from typing import Any

import pyomo.environ as pyo

from axplan.formulation.constraint_registry import EOK, MEASURE, PERSONS, REQUIREMENT, Movable, constraint
from axplan.formulation.linear import Terms, joined, linear, scaled
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
    lowest = {policy.AMOUNT: 0.0, policy.SHARE_OF: 0.0, policy.GROWTH: -1.0}[unit]
    highest = {policy.AMOUNT: 10 * value, policy.SHARE_OF: 1.0, policy.GROWTH: value + 5}[unit]
    return {policy.AT_LEAST: (lowest,), policy.AT_MOST: (highest,)}.get(relation, (lowest, highest))


@constraint(
    "정책 제약", "Policy rule", REQUIREMENT, sheet="rules", parameters=("rules.value",), unit=measured_in,
    movable=(Movable("rule", "rules", "value", MEASURE, furthest=furthest_value),),
)  # fmt: skip
def rule_limit(m: pyo.ConcreteModel, n: str, t: int | str) -> Any:
    """Σ selected {≥, ≤, =} value (amount) | value · Σ whole (share) | (1 + value) · Σ selected in t−1 (growth),
    + shortfall − excess if soft"""
    rules = m.inputs.rules
    value, unit, relation = rules.value[n], rules.unit[n], rules.relation[n]
    years = m.inputs.rule_years(n) if t == policy.WHOLE_PLAN else (int(t),)
    if unit == policy.SHARE_OF:
        terms = _share_terms(m, n, years, value)
    elif unit == policy.GROWTH:
        terms = joined([_selected(m, n, years), scaled(-(1 + value), _selected(m, n, (years[0] - 1,)))])
    else:
        terms = _selected(m, n, years)
    slack = ([1.0], [m.shortfall[n, t]]) if (n, t) in m.shortfall else ([], [])
    surplus = ([-1.0], [m.excess[n, t]]) if (n, t) in m.excess else ([], [])
    body = linear(*joined([terms, slack, surplus]))
    bound = value if unit == policy.AMOUNT else 0.0
    if relation == policy.AT_LEAST:
        return body >= bound
    return body <= bound if relation == policy.AT_MOST else body == bound


Measured = Iterator[tuple[bool, float, list[Any]]]
"""(passes every filter, coefficient, variables) of the whole that a rule's share would be taken of, piece by piece."""


def _selected(m: pyo.ConcreteModel, n: str, years: tuple[int, ...]) -> Terms:
    """Σ selected: the measure over the cells that pass every filter of rule n."""
    return joined(([c] * len(variables), variables) for passes, c, variables in _measured(m, n, years) if passes)


def _share_terms(m: pyo.ConcreteModel, n: str, years: tuple[int, ...], value: float) -> Terms:
    """Σ selected − value · Σ whole, merged so that every variable stands once."""
    return joined(
        ([(passes - value) * c] * len(variables), variables) for passes, c, variables in _measured(m, n, years)
    )


def _measured(m: pyo.ConcreteModel, n: str, years: tuple[int, ...]) -> Measured:
    x = m.inputs
    filters = {name: set(chosen) for name in policy.FILTERS if (chosen := getattr(x.rules, name).get(n))}
    measure = x.rules.measure[n]
    yield from MEASURES[measure](m, filters, years, investment=measure == policy.INVESTMENT)


Filters = dict[str, set[str]]


def _commitments(m: pyo.ConcreteModel, filters: Filters, years: tuple[int, ...], investment: bool) -> Measured:
    """commitment, or investment = (1 + private_match[s]) · commitment, over i, r, k, s."""
    x = m.inputs
    for i, r, k in x.cells:
        cell = _passes(filters, industry=i, region=r, task=k)
        for s in x.stages.stage:
            coefficient = 1 + x.stages.private_match[s] if investment else 1.0
            variables = [variable for t in years for variable in m.commitments_at[i, r, k, s, t]]
            yield cell and _passes(filters, stage=s), coefficient, variables


def _trainees(m: pyo.ConcreteModel, filters: Filters, years: tuple[int, ...], **_: bool) -> Measured:
    for w in m.inputs.tracks.track:
        if _passes(filters, track=w):
            for i, r in m.inputs.places:
                yield _passes(filters, industry=i, region=r), 1.0, [m.trainees[w, i, r, t] for t in years]


def _outlays(m: pyo.ConcreteModel, filters: Filters, years: tuple[int, ...], **_: bool) -> Measured:
    for p, r in m.inputs.sites:
        if _passes(filters, programme=p):
            yield _passes(filters, region=r), 1.0, [m.outlay[p, r, t] for t in years]


def _passes(filters: Filters, **names: str) -> bool:
    return all(name in filters[kind] for kind, name in names.items() if kind in filters)


MEASURES: dict[str, Callable[..., Measured]] = {
    policy.COMMITMENT: _commitments,
    policy.INVESTMENT: _commitments,
    policy.TRAINEES: _trainees,
    policy.OUTLAY: _outlays,
}
