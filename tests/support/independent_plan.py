"""The blocks of the independent model: the columns of a plan and the rows that tie them together, without rules or worth.

Sums are written out over cells wherever they are needed; the package ties every total by an equation of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from independent_case import Case, Raw, Row, blank, name_in, num, owed, recovery, yes
from independent_lp import INF, Lp, Terms

Commitment = tuple[str, str, str, str, int, int]
"""Industry, region, task, stage, number of the segment, year."""


class Blocks:
    """Programmes, cells, workforce and funds of one plan."""

    def __init__(self, raw: Raw) -> None:
        self.case, self.lp = Case(raw), Lp()
        self.commitment: dict[Commitment, int] = {}
        self.effect: dict[int, float] = {}
        """Column of a commitment → its direct effect per won, discounted."""
        self.outlay: dict[tuple[str, str, int], int] = {}
        self.progress: dict[tuple[str, int], int] = {}
        self.trainees: dict[tuple[str, str, str, int], int] = {}
        self.stock: dict[tuple[str, str, str, int], int] = {}
        self.enabling()
        self.factor = {(s, t): self.case.effect_factor(s, t) for s in self.case.stages for t in self.case.years}
        for i, r in self.case.initiative:
            for k in self.case.tasks:
                self.cell(i, r, k)
        self.workforce()
        for f in self.case.funds:
            self.fund(f)

    def enabling(self) -> None:
        """progress_balance, annual_ceiling and minimum_progress."""
        for p, row in self.case.programmes.items():
            regions = {r: num(q, "siting_cost") for r, q in self.case.regions.items()} if yes(row, "regional") else {}
            for t in self.case.years:
                self.progress[p, t] = self.lp.column(upper=1.0)
                made: Terms = []
                for r, siting_cost in (regions or {"national": 1.0}).items():
                    self.outlay[p, r, t] = self.lp.column()
                    per_won = (1 + num(row, "private_match")) / (num(row, "cost") * siting_cost)
                    made.append((self.outlay[p, r, t], per_won))
                before = [(self.progress[p, t - 1], -1.0)] if t > self.case.first else []
                minus = [(column, -value) for column, value in made]
                self.lp.row([(self.progress[p, t], 1.0), *before, *minus], 0, 0)
                self.lp.row(made, upper=num(row, "annual_ceiling"))
            self.lp.row([(self.progress[p, self.case.last], 1.0)], lower=num(row, "minimum_progress"))

    def cell(self, i: str, r: str, k: str) -> None:
        """One cell of the growth initiative: its money and depth, and stage_transition."""
        depth: dict[tuple[str, int], int] = {}
        for s in self.case.stages:
            buys = self.money(i, r, k, s)
            for t in self.case.years:
                depth[s, t] = self.lp.column(upper=1.0)
                self.deepened(i, r, k, s, t, depth, buys)
            for g, segment in enumerate(self.case.segments[s]):
                bought = [(self.commitment[i, r, k, s, g, t], buys[g]) for t in self.case.years]
                self.lp.row(bought, upper=num(segment, "width"))
        for s, following in pairwise(self.case.stages):
            self.transition(s, following, depth)

    def money(self, i: str, r: str, k: str, s: str) -> list[float]:
        """The columns of the money of one stage of a cell, and the depth that one won buys in each segment."""
        task, stage, base = self.case.tasks[k], self.case.stages[s], self.case.base(i, r)
        inputs = num(self.case.regions[r], "investment_cost") * num(task, "cost_intensity") * num(stage, "cost_share")
        gain = num(task, "uplift") * num(self.case.effectiveness[k], i)
        gain *= num(stage, "effect_share") * num(stage, "additionality")
        buys = []
        for g, segment in enumerate(self.case.segments[s]):
            buys.append(self.case.invested(s) / (base * inputs * num(segment, "cost_multiplier")))
            for t in self.case.years:
                column = self.lp.column()
                self.commitment[i, r, k, s, g, t] = column
                self.effect[column] = base * gain * buys[g] * self.factor[s, t]
        return buys

    def deepened(
        self, i: str, r: str, k: str, s: str, t: int, depth: Mapping[tuple[str, int], int], buys: Sequence[float]
    ) -> None:
        """depth_balance, adoption_speed and depth_ceiling of one stage of a cell in one year."""
        stage, first = self.case.stages[s], t == self.case.first
        start = num(stage, "initial_depth") if first else 0.0
        grown = [(depth[s, t], 1.0)] + ([] if first else [(depth[s, t - 1], -1.0)])
        bought = [(self.commitment[i, r, k, s, g, t], -per_won) for g, per_won in enumerate(buys)]
        self.lp.row([*grown, *bought], start, start)
        if not blank(stage, "annual_ceiling"):
            self.lp.row(grown, upper=start + num(stage, "annual_ceiling"))
        unlocked = [] if first else [
            (self.progress[p, t - 1], -num(self.case.unlocks.get(p, {}), k, 0.0)) for p in self.case.programmes
        ]  # fmt: skip
        self.lp.row([(depth[s, t], 1.0), *unlocked], upper=num(self.case.tasks[k], "ceiling"))

    def transition(self, s: str, following: str, depth: Mapping[tuple[str, int], int]) -> None:
        row = self.case.stages[s]
        passed, lag = num(row, "conversion"), int(num(row, "conversion_lag"))
        for t in self.case.years:
            if t - lag >= self.case.first:
                self.lp.row([(depth[following, t], 1.0), (depth[s, t - lag], -passed)], upper=0)
            else:
                self.lp.row([(depth[following, t], 1.0)], upper=passed * num(row, "initial_depth"))

    def workforce(self) -> None:
        """stock_balance, employment_ceiling, skill_requirement and target, then the national limits."""
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

    def intake(self, w: str, t: int) -> Terms:
        return [(self.trainees[w, i, r, t], 1.0) for i, r in self.case.sites]

    def national_limits(self, w: str, row: Row) -> None:
        """capacity, whose places grow whether or not they were filled, and supervision."""
        for t in self.case.years:
            grown = (1 + num(row, "capacity_growth")) ** (t - self.case.first)
            self.lp.row(self.intake(w, t), upper=num(row, "initial_capacity") * grown)
            if blank(row, "supervisor"):
                continue
            above, span = name_in(row, "supervisor"), num(row, "span")
            if t == self.case.first:
                teachers = sum(self.initial[above, i, r] for i, r in self.case.sites)
                self.lp.row(self.intake(w, t), upper=span * teachers)
            else:
                taught = [(self.stock[above, i, r, t - 1], -span) for i, r in self.case.sites]
                self.lp.row([*self.intake(w, t), *taught], upper=0)

    def uses(self, f: str, t: int) -> Iterator[tuple[int, float]]:
        """What a fund pays for in a year, administration aside."""
        case = self.case
        stages, tracks, programmes = (
            {name for name, row in sheet.items() if name_in(row, "fund") == f}
            for sheet in (case.stages, case.tracks, case.programmes)
        )
        yield from ((c, 1.0) for (*_, s, _, u), c in self.commitment.items() if u == t and s in stages)
        yield from ((c, case.training(w)) for (w, _, _, u), c in self.trainees.items() if u == t and w in tracks)
        yield from ((c, 1.0) for (p, _, u), c in self.outlay.items() if u == t and p in programmes)
        if t > case.first:
            yield from ((self.progress[p, t - 1], case.running(p)) for p in programmes)

    def fund(self, f: str) -> None:
        """fund_balance and carry_over_limit, then solvency."""
        row, interest = self.case.funds[f], num(self.case.funds[f], "interest")
        back = {s: recovery(stage) for s, stage in self.case.stages.items() if name_in(stage, "fund") == f}
        lent = [(c, s, u) for (_, _, _, s, _, u), c in self.commitment.items() if s in back]
        raised: dict[int, int] = {}
        balance: dict[int, int] = {}
        for t in self.case.years:
            money = num(self.case.appropriations[f], str(t))
            returns = [(c, num(row, "preferred_return")) for c in raised.values()]
            raised[t] = self.lp.column(upper=num(row, "private_ratio") * money)
            balance[t], lapse = self.lp.column(), self.lp.column()
            terms = [(balance[t], 1.0), (lapse, 1.0), (raised[t], -1.0), *returns]
            terms += [(c, (1 + num(row, "admin_rate")) * value) for c, value in self.uses(f, t)]
            terms += [(c, -back[s].get(t - u, 0.0)) for c, s, u in lent if u < t]
            terms += [(balance[t - 1], -(1 + interest))] if t > self.case.first else []
            opening = (1 + interest) * num(row, "opening_balance") if t == self.case.first else 0.0
            self.lp.row(terms, money + opening, money + opening)
            limit = num(row, "carry_over_limit", INF)
            if limit < INF:
                self.lp.row([(balance[t], 1.0), (raised[t], -limit)], upper=limit * money)
        self.solvency(row, back, lent, balance[self.case.last], list(raised.values()))

    def solvency(
        self, row: Row, back: Mapping[str, Mapping[int, float]], lent: Sequence[tuple[int, str, int]], kept: int,
        raised: Sequence[int],
    ) -> None:  # fmt: skip
        """What is kept at the end and what is still to come to the fund, by ages beyond the plan, cover what it owes."""
        last, interest = self.case.last, num(row, "interest")
        later = {
            (s, u): sum(value / (1 + interest) ** (a + u - last) for a, value in ages.items() if u + a > last)
            for s, ages in back.items()
            for u in self.case.years
        }
        due = [(c, (1 - num(row, "receivable_haircut")) * later[s, u]) for c, s, u in lent]
        self.lp.row([(kept, 1.0), *due, *((c, -owed(row)) for c in raised)], lower=0)
