"""The policy rules of the independent model: what a rule sums, the whole its share is taken of, who pays for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from independent_case import Row, blank, listed, name_in, num, yes
from independent_lp import INF, Terms
from independent_plan import Blocks

Measured = list[tuple[Mapping[str, str], int, int, float]]
"""What a column is about, its year, the column and its weight in the measure."""

Filters = Mapping[str, AbstractSet[str]]

NAMES = ("industry", "region", "task", "stage", "track", "programme")
PAID_FOR = {
    "commitment": ("stage",), "investment": ("stage",), "trainees": ("track",), "outlay": ("programme",),
    "spending": ("stage", "track", "programme"),
}  # fmt: skip
"""What a measure spends money on, named by the filter that chooses among it."""


def measured(plan: Blocks, measure: str) -> Measured:
    """Every column a measure sums."""
    case = plan.case
    if measure == "spending":
        trained = [(at, t, c, case.training(at["track"])) for at, t, c, _ in measured(plan, "trainees")]
        return [*measured(plan, "commitment"), *trained, *measured(plan, "outlay")]
    if measure == "trainees":
        return [({"track": w, "industry": i, "region": r}, t, c, 1.0) for (w, i, r, t), c in plan.trainees.items()]
    if measure == "outlay":
        return [({"programme": p, "region": r}, t, c, 1.0) for (p, r, t), c in plan.outlay.items()]
    per_won = {s: case.invested(s) if measure == "investment" else 1.0 for s in case.stages}
    return [
        ({"industry": i, "region": r, "task": k, "stage": s}, t, c, per_won[s])
        for (i, r, k, s, _, t), c in plan.commitment.items()
    ]


def selected(columns: Measured, filters: Filters, years: Sequence[int]) -> Terms:
    """What passes every filter; what a filter does not apply to does not pass it."""
    return [
        (column, weight)
        for about, t, column, weight in columns
        if t in years and all(about.get(name) in wanted for name, wanted in filters.items())
    ]


def add_rule(plan: Blocks, rule: Row) -> None:
    """One row for the whole span of a rule, or one a year."""
    filters = {name: listed(rule, name) for name in NAMES if not blank(rule, name)}
    years = [t for t in plan.case.years if num(rule, "from", 0) <= t <= num(rule, "to", INF)]
    columns, value, unit = measured(plan, name_in(rule, "measure")), num(rule, "value"), name_in(rule, "unit")
    if unit == "growth":
        for t in years[1:]:
            grown = [(c, -(1 + value) * v) for c, v in selected(columns, filters, [t - 1])]
            limit(plan, rule, selected(columns, filters, [t]) + grown, 0.0)
        return
    for span in [[t] for t in years] if yes(rule, "each_year") else [years]:
        terms, bound = selected(columns, filters, span), value if unit == "amount" else 0.0
        if unit == "share":
            terms += [(c, -value * v) for c, v in selected(columns, whole(rule, filters), span)]
        if unit == "appropriation_share":
            bound = value * sum(num(plan.case.appropriations[f], str(t)) for f in payers(plan, rule) for t in span)
        limit(plan, rule, terms, bound)


def whole(rule: Row, filters: Filters) -> Filters:
    """The filters that also narrow the whole of a share: track and programme, of spending none."""
    if name_in(rule, "measure") == "spending":
        return {}
    return {name: wanted for name, wanted in filters.items() if name in {"track", "programme"}}


def payers(plan: Blocks, rule: Row) -> set[str]:
    """The funds that pay for the stages, tracks or programmes which a rule names, else for all of its measure."""
    case, paid = plan.case, PAID_FOR[name_in(rule, "measure")]
    sheets = {"stage": case.stages, "track": case.tracks, "programme": case.programmes}
    named = [name for name in paid if not blank(rule, name)]
    return {
        name_in(row, "fund")
        for name in named or paid
        for key, row in sheets[name].items()
        if not named or key in listed(rule, name)
    }


def limit(plan: Blocks, rule: Row, terms: Terms, value: float) -> None:
    """The constraint itself; a soft one may be missed at a price for every unit."""
    relation = name_in(rule, "relation")
    if not blank(rule, "penalty"):
        penalty = num(rule, "penalty")
        terms = terms + [
            (plan.lp.column(value=-penalty), sign)
            for sign, directions in ((1.0, {">=", "="}), (-1.0, {"<=", "="}))
            if relation in directions
        ]
    plan.lp.row(terms, value if relation in {">=", "="} else -INF, value if relation in {"<=", "="} else INF)
