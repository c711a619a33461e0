"""The whole linear programme of the specification, written a second time by a different hand.

Nothing here comes from the formulation or the solver of the package: raw rows as plain dicts, sums as lists of
(column, coefficient), HiGHS directly. What it and the package agree on is what the specification says.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from independent_case import (
    HUNDRED_MILLION_PER_TRILLION,
    INF,
    Case,
    Lp,
    Optimum,
    Raw,
    Row,
    Terms,
    blank,
    num,
    read_csvs,
    recovery,
    worth_of,
    yes,
)

__all__ = ["Plan", "optimum", "read_csvs"]

Recoveries = Mapping[str, Mapping[int, float]]
"""What each stage returns per won committed, by age."""


class Plan:
    """The columns of one plan and the rows that tie them together."""

    def __init__(self, raw: Raw, weights: Mapping[str, float]) -> None:
        self.case, self.lp = Case(raw), Lp()
        self.commitment: dict[tuple[str, str, str, str, int, int], int] = {}
        self.outlay: dict[tuple[str, str, int], int] = {}
        self.trainees: dict[tuple[str, str, str, int], int] = {}
        self.enabling()
        worth = {i: worth_of(row, weights) for i, row in self.case.industries.items() if yes(row, "initiative")}
        self.factor = {(s, t): self.case.effect_factor(s, t) for s in self.case.stages for t in self.case.years}
        for i, r in self.case.initiative:
            for k in self.case.tasks:
                self.cell(i, r, k, worth[i])
        self.workforce()
        for f in self.case.funds:
            self.fund(f)
        for rule in self.case.rules:
            self.rule(rule)

    def enabling(self) -> None:
        """progress_balance, annual_ceiling and minimum_progress."""
        self.progress: dict[tuple[str, int], int] = {}
        for p, row in self.case.programmes.items():
            regions = {r: num(q, "siting_cost") for r, q in self.case.regions.items()} if yes(row, "regional") else {}
            for t in self.case.years:
                self.progress[p, t] = self.lp.column(upper=1.0)
                made: Terms = []
                for r, siting_cost in (regions or {"national": 1.0}).items():
                    self.outlay[p, r, t] = self.lp.column()
                    made.append(
                        (self.outlay[p, r, t], (1 + num(row, "private_match")) / (num(row, "cost") * siting_cost))
                    )
                before = [(self.progress[p, t - 1], -1.0)] if t > self.case.first else []
                minus = [(column, -value) for column, value in made]
                self.lp.row([(self.progress[p, t], 1.0), *before, *minus], 0, 0)
                self.lp.row(made, upper=num(row, "annual_ceiling"))
            self.lp.row([(self.progress[p, self.case.last], 1.0)], lower=num(row, "minimum_progress"))

    def cell(self, i: str, r: str, k: str, worth: float) -> None:
        """One cell of the growth initiative: depth_balance, segment_limit, depth_ceiling, stage_transition."""
        depth: dict[tuple[str, int], int] = {}
        for s, stage in self.case.stages.items():
            buys, spread = self.cell_money(i, r, k, s, worth)
            for t in self.case.years:
                depth[s, t] = self.lp.column(upper=1.0)
                bought = [(column, -buys[g]) for g, columns in spread.items() for u, column in columns if u == t]
                before = [(depth[s, t - 1], -1.0)] if t > self.case.first else []
                start = num(stage, "initial_depth") if t == self.case.first else 0.0
                self.lp.row([(depth[s, t], 1.0), *before, *bought], start, start)
                unlocked = [
                    (self.progress[p, t - 1], -num(self.case.unlocks.get(p, {}), k, 0.0))
                    for p in self.case.programmes
                    if t > self.case.first
                ]
                self.lp.row([(depth[s, t], 1.0), *unlocked], upper=num(self.case.tasks[k], "ceiling"))
            for g, segment in enumerate(self.case.segments[s]):
                self.lp.row([(column, buys[g]) for _, column in spread[g]], upper=num(segment, "width"))
        self.transitions(depth)

    def cell_money(
        self, i: str, r: str, k: str, s: str, worth: float
    ) -> tuple[dict[int, float], dict[int, list[tuple[int, int]]]]:
        """The depth one won buys in each segment, and the (year, column) of the money of each segment."""
        industry, task, stage = self.case.industries[i], self.case.tasks[k], self.case.stages[s]
        base = num(industry, "production") * HUNDRED_MILLION_PER_TRILLION * self.case.sited(i, r)
        inputs = num(self.case.regions[r], "investment_cost") * num(task, "cost_intensity") * num(stage, "cost_share")
        gain = num(task, "uplift") * num(self.case.effectiveness[k], i)
        gain *= num(stage, "effect_share") * num(stage, "additionality")
        buys: dict[int, float] = {}
        spread: dict[int, list[tuple[int, int]]] = {}
        for g, segment in enumerate(self.case.segments[s]):
            buys[g] = self.case.invested(s) / (base * inputs * num(segment, "cost_multiplier"))
            spread[g] = []
            for t in self.case.years:
                column = self.lp.column(value=worth * base * gain * buys[g] * self.factor[s, t])
                self.commitment[i, r, k, s, g, t] = column
                spread[g].append((t, column))
        return buys, spread

    def transitions(self, depth: Mapping[tuple[str, int], int]) -> None:
        names = list(self.case.stages)
        for s, following in pairwise(names):
            row = self.case.stages[s]
            passed, lag = num(row, "conversion"), int(num(row, "conversion_lag"))
            for t in self.case.years:
                if t - lag >= self.case.first:
                    self.lp.row([(depth[following, t], 1.0), (depth[s, t - lag], -passed)], upper=0)
                else:
                    self.lp.row([(depth[following, t], 1.0)], upper=passed * num(row, "initial_depth"))

    def workforce(self) -> None:
        """stock_balance, employment_ceiling, skill_requirement and target, then the national limits."""
        self.stock: dict[tuple[str, str, str, int], int] = {}
        everyone = sum(self.case.people(i, r) for i, r in self.case.sites) or 1.0
        self.initial = {
            (w, i, r): num(row, "initial_stock") * self.case.people(i, r) / everyone
            for w, row in self.case.tracks.items()
            for i, r in self.case.sites
        }
        for w, row in self.case.tracks.items():
            for i, r in self.case.sites:
                self.people(w, i, r, 1 - num(row, "attrition"))
                ceiling = num(row, "employment_ceiling") * self.case.people(i, r)
                self.lp.row([(self.trainees[w, i, r, t], 1.0) for t in self.case.years], upper=ceiling)
            in_time = [t for t in self.case.years if t <= num(row, "target_year")]
            self.lp.row([term for t in in_time for term in self.intake(w, t)], lower=num(row, "target"))
        for w, row in self.case.tracks.items():
            self.national_limits(w, row)

    def people(self, w: str, i: str, r: str, kept: float) -> None:
        spent: Terms = []
        for t in self.case.years:
            self.trainees[w, i, r, t], self.stock[w, i, r, t] = self.lp.column(), self.lp.column()
            terms = [(self.stock[w, i, r, t], 1.0), (self.trainees[w, i, r, t], -1.0)]
            start = kept * self.initial[w, i, r] if t == self.case.first else 0.0
            before = [(self.stock[w, i, r, t - 1], -kept)] if t > self.case.first else []
            self.lp.row([*terms, *before], start, start)
            if (i, r) not in self.case.initiative:
                continue
            need = num(self.case.tracks[w], "requirement")
            spent += [
                (self.commitment[i, r, k, s, g, t], need * self.case.invested(s))
                for k in self.case.tasks
                for s in self.case.stages
                for g in range(len(self.case.segments[s]))
            ]
            self.lp.row([*spent, (self.stock[w, i, r, t], -1.0)], upper=0)

    def intake(self, w: str, t: int, coefficient: float = 1.0) -> Terms:
        return [(self.trainees[w, i, r, t], coefficient) for i, r in self.case.sites]

    def national_limits(self, w: str, row: Row) -> None:
        """capacity and supervision."""
        boss = None if blank(row, "supervisor") else str(row["supervisor"]).strip()
        for t in self.case.years:
            if t == self.case.first:
                self.lp.row(self.intake(w, t), upper=num(row, "initial_capacity"))
            else:
                before = self.intake(w, t - 1, -(1 + num(row, "capacity_growth")))
                self.lp.row([*self.intake(w, t), *before], upper=0)
            if boss is None:
                continue
            span = num(row, "span")
            if t == self.case.first:
                limit = span * sum(self.initial[boss, i, r] for i, r in self.case.sites)
                self.lp.row(self.intake(w, t), upper=limit)
            else:
                above = [(self.stock[boss, i, r, t - 1], -span) for i, r in self.case.sites]
                self.lp.row([*self.intake(w, t), *above], upper=0)

    def uses(self, f: str, t: int) -> Terms:
        of_stages = [(c, 1.0) for (_, _, _, s, _, u), c in self.commitment.items() if u == t and self.paid(s, f)]
        training = {
            w: num(row, "unit_cost") * (1 - num(row, "employer_share"))
            for w, row in self.case.tracks.items()
            if str(row["fund"]).strip() == f
        }
        of_tracks = [(c, training[w]) for (w, _, _, u), c in self.trainees.items() if u == t and w in training]
        own = {p for p, row in self.case.programmes.items() if str(row["fund"]).strip() == f}
        return of_stages + of_tracks + [(c, 1.0) for (p, _, u), c in self.outlay.items() if u == t and p in own]

    def paid(self, s: str, f: str) -> bool:
        return str(self.case.stages[s]["fund"]).strip() == f

    def fund(self, f: str) -> None:
        """fund_balance and carry_over_limit, then solvency."""
        row, interest = self.case.funds[f], num(self.case.funds[f], "interest")
        lent = [(c, s, u) for (_, _, _, s, _, u), c in self.commitment.items() if self.paid(s, f)]
        back = {s: recovery(self.case.stages[s]) for s in self.case.stages if self.paid(s, f)}
        raised: dict[int, int] = {}
        balance: dict[int, int] = {}
        for t in self.case.years:
            money = num(self.case.appropriations[f], str(t))
            earlier = list(raised.values())
            raised[t] = self.lp.column(upper=num(row, "private_ratio") * money)
            balance[t] = self.lp.column()
            terms = [(balance[t], 1.0), (self.lp.column(), 1.0), (raised[t], -1.0)]
            terms += [(c, (1 + num(row, "admin_rate")) * value) for c, value in self.uses(f, t)]
            terms += [(c, num(row, "preferred_return")) for c in earlier]
            terms += [(c, -back[s].get(t - u, 0.0)) for c, s, u in lent if u < t]
            opening = (1 + interest) * num(row, "opening_balance") if t == self.case.first else 0.0
            terms += [(balance[t - 1], -(1 + interest))] if t > self.case.first else []
            self.lp.row(terms, money + opening, money + opening)
            if not blank(row, "carry_over_limit"):
                limit = num(row, "carry_over_limit")
                self.lp.row([(balance[t], 1.0), (raised[t], -limit)], upper=limit * money)
        self.solvency(row, back, lent, [(balance[self.case.last], 1.0)], list(raised.values()))

    def solvency(
        self, row: Row, back: Recoveries, lent: Sequence[tuple[int, str, int]], kept: Terms, raised: Sequence[int]
    ) -> None:
        """What is kept at the end and what is still owed to the fund, by ages beyond the plan, cover the subscriptions."""
        last, interest = self.case.last, num(row, "interest")
        later = {
            (s, u): sum(value / (1 + interest) ** (a + u - last) for a, value in ages.items() if u + a > last)
            for s, ages in back.items()
            for u in self.case.years
        }
        due = [(c, (1 - num(row, "receivable_haircut")) * later[s, u]) for c, s, u in lent]
        self.lp.row([*kept, *due, *((c, -num(row, "solvency_share")) for c in raised)], lower=0)

    def measured(self, measure: str) -> list[tuple[dict[str, str], int, int, float]]:
        """Every column a measure sums: what it is about, its year, the column and its weight."""
        if measure == "trainees":
            return [({"track": w, "industry": i, "region": r}, t, c, 1.0) for (w, i, r, t), c in self.trainees.items()]
        if measure == "outlay":
            return [({"programme": p, "region": r}, t, c, 1.0) for (p, r, t), c in self.outlay.items()]
        per_won = {s: self.case.invested(s) if measure == "investment" else 1.0 for s in self.case.stages}
        return [
            ({"industry": i, "region": r, "task": k, "stage": s}, t, c, per_won[s])
            for (i, r, k, s, _, t), c in self.commitment.items()
        ]

    def rule(self, rule: Row) -> None:
        names = ("industry", "region", "task", "stage", "track", "programme")
        filters = {name: listed(rule, name) for name in names if not blank(rule, name)}
        columns = self.measured(str(rule["measure"]).strip())
        value, unit = num(rule, "value"), str(rule["unit"]).strip()
        years = [t for t in self.case.years if num(rule, "from", 0) <= t <= num(rule, "to", INF)]
        kept = {name: wanted for name, wanted in filters.items() if name in {"track", "programme"}}
        if unit == "growth":
            for t in years[1:]:
                grown = [(c, -(1 + value) * v) for c, v in selected(columns, filters, [t - 1])]
                self.limit(rule, selected(columns, filters, [t]) + grown, 0.0)
            return
        for span in [[t] for t in years] if yes(rule, "each_year") else [years]:
            terms = selected(columns, filters, span)
            if unit == "share":
                terms += [(c, -value * v) for c, v in selected(columns, kept, span)]
            self.limit(rule, terms, value if unit == "amount" else 0.0)

    def limit(self, rule: Row, terms: Terms, value: float) -> None:
        """The constraint itself; a soft one may be missed at a price for every unit."""
        relation = str(rule["relation"]).strip()
        if not blank(rule, "penalty"):
            penalty = num(rule, "penalty")
            terms = terms + [
                (self.lp.column(value=-penalty), sign)
                for sign, directions in ((1.0, {">=", "="}), (-1.0, {"<=", "="}))
                if relation in directions
            ]
        self.lp.row(terms, value if relation in {">=", "="} else -INF, value if relation in {"<=", "="} else INF)


def selected(
    columns: Sequence[tuple[Mapping[str, str], int, int, float]], filters: Mapping[str, set[str]], years: Sequence[int]
) -> Terms:
    return [
        (column, weight)
        for about, t, column, weight in columns
        if t in years and all(about.get(name) in wanted for name, wanted in filters.items())
    ]


def listed(rule: Row, column: str) -> set[str]:
    return {part.strip() for part in str(rule[column]).split(",") if part.strip()}


def optimum(raw: Raw, weights: Mapping[str, float]) -> Optimum:
    """The best objective of the tables for weights per reported unit of each indicator, or 'infeasible'."""
    return Plan(raw, weights).lp.maximum()
