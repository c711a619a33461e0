"""Policy rules: both sides of every row of the sheet `rules`, from the plan's values."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from axplan.inputs.schema import policy
from axplan.plan.certificate.checks import CONSTRAINT, TOLERANCE, Check
from axplan.plan.certificate.expressions import Expression, Floats, Rows, compare, terms
from axplan.plan.certificate.funds import public_cost
from axplan.plan.certificate.values import Dense, rule_periods, sheet_column


@dataclass(frozen=True)
class Measured:
    """A measure item by item: `amount` has shape (items, years), `names[filter]` says what each item is."""

    amount: Expression
    names: Mapping[str, np.ndarray[Any, Any]]


def measures(v: Dense) -> dict[str, Measured]:
    """What rules can speak of. A commitment or investment is one of a cell and a stage, of all segments.

    Spending is the public money of commitments, training and outlays; an item has only the names that it has there, ""
    for the others.
    """
    x, years = v.inputs, len(v.inputs.years)
    committed = terms(v.committed)
    invested = (1 + sheet_column(x, "stages", "private_match"))[:, None] * committed
    growth = _named(("industry", "region", "task", "stage"), [(*cell, s) for cell in x.cells for s in x.stages.stage])
    trained = _named(("track", "industry", "region"), [(w, *place) for w in x.tracks.track for place in x.places])
    built = _named(("programme", "region"), list(x.sites))
    paid = public_cost(x)[:, None, None] * terms(v.trainees)
    parts = [(committed.reshape(-1, years), growth), (paid.reshape(-1, years), trained), (terms(v.outlay), built)]
    return {
        policy.COMMITMENT: Measured(committed.reshape(-1, years), growth),
        policy.INVESTMENT: Measured(invested.reshape(-1, years), growth),
        policy.TRAINEES: Measured(terms(v.trainees).reshape(-1, years), trained),
        policy.OUTLAY: Measured(terms(v.outlay), built),
        policy.SPENDING: Measured(_stacked([amount for amount, _ in parts]), _all_named(parts)),
    }


def _stacked(amounts: list[Expression]) -> Expression:
    """Items one list after the other."""
    return Expression(
        np.concatenate([amount.value for amount in amounts]), np.concatenate([amount.largest for amount in amounts])
    )


def _all_named(parts: list[tuple[Expression, dict[str, np.ndarray[Any, Any]]]]) -> dict[str, np.ndarray[Any, Any]]:
    blank = [np.full(len(amount.value), "", dtype=object) for amount, _ in parts]
    return {
        name: np.concatenate([names.get(name, empty) for (_, names), empty in zip(parts, blank, strict=True)])
        for name in policy.FILTERS
    }


def _named(parts: tuple[str, ...], items: list[tuple[str, ...]]) -> dict[str, np.ndarray[Any, Any]]:
    return {part: np.array([item[n] for item in items], dtype=object) for n, part in enumerate(parts)}


def rule_rows(v: Dense) -> list[Rows]:
    """Both sides of every rule; a soft rule counts with its shortfall and excess."""
    measured = measures(v)
    return [_rule_limit(v, measured[v.inputs.rules.measure[n]], n) for n in v.inputs.rules.rule]


def check_rules(v: Dense) -> Check:
    """The rule that is missed by most."""
    checks = [compare(rows) for rows in rule_rows(v)]
    nothing = Check.of_nothing("rule_limit", CONSTRAINT, TOLERANCE)
    return max(checks, key=lambda check: check.violation, default=nothing)


def _rule_limit(v: Dense, measured: Measured, n: str) -> Rows:
    """Σ selected {≥, ≤, =} value (amount) | value · Σ whole (share) | value · Σ appropriations (appropriation_share)
    | (1 + value) · Σ selected_{t−1} (growth); + shortfall − excess where the rule is soft"""
    rules, periods = v.inputs.rules, rule_periods(v.inputs, n)
    value, selected = rules.value[n], _yearly(v, measured, n, tuple(policy.FILTERS))
    if rules.unit[n] == policy.GROWTH:
        left, right = selected[1:], (1 + value) * selected[:-1]
    elif rules.unit[n] == policy.AMOUNT:
        left, right = selected, terms(np.array([value]))
    elif rules.unit[n] == policy.APPROPRIATION_SHARE:
        left, right = selected, value * terms(_appropriated(v, n))
    else:
        keeps = () if rules.measure[n] == policy.SPENDING else policy.WHOLE_KEEPS
        left, right = selected, value * _yearly(v, measured, n, keeps)
    if tuple(periods) == (policy.WHOLE_PLAN,):
        left, right = left.sum(0)[None], right.sum(0)[None]
    for sign, variable in ((1.0, "shortfall"), (-1.0, "excess")):
        missed = [v.values.get(variable, {}).get((n, t), 0.0) for t in periods]
        left = left + sign * terms(np.array(missed))
    return Rows("rule_limit", left, rules.relation[n], right, ([(n, t) for t in periods],))


PAYS_FOR = {
    "stage": (policy.COMMITMENT, policy.INVESTMENT, policy.SPENDING),
    "track": (policy.TRAINEES, policy.SPENDING),
    "programme": (policy.OUTLAY, policy.SPENDING),
}
"""The names a rule can give of what funds pay for, and the measures that cover it."""


def _appropriated(v: Dense, n: str) -> Floats:
    """The appropriations, by year of the rule, of the funds that pay for the stages, tracks or programmes it names,
    else for anything its measure covers."""
    x = v.inputs
    covered = [name for name, measures in PAYS_FOR.items() if x.rules.measure[n] in measures]
    chosen = {name: getattr(x.rules, name).get(n, ()) for name in covered}
    named = {name: rows for name, rows in chosen.items() if rows}
    funds = {
        fund
        for name in named or covered
        for row, fund in getattr(x, f"{name}s").fund.items()
        if row in named.get(name, (row,))
    }
    money = [sum(x.appropriations[f, t] for f in sorted(funds)) for t in x.rule_years(n)]
    return np.array(money, dtype=float)


def _yearly(v: Dense, measured: Measured, n: str, filters: tuple[str, ...]) -> Expression:
    """The measure of what passes some filters of rule n, by year of the rule."""
    passes = np.ones(len(measured.amount.value), dtype=bool)
    for name in filters:
        chosen = getattr(v.inputs.rules, name).get(n)
        if chosen and name in measured.names:
            passes &= np.array([item in chosen for item in measured.names[name]], dtype=bool)
    positions = [v.inputs.years.index(t) for t in v.inputs.rule_years(n)]
    return measured.amount[passes][:, positions].sum(0)
