"""The whole linear programme of the specification, written a second time by a different hand.

Nothing here comes from the formulation or the solver of the package: raw rows as plain dicts, sums as lists of
(column, coefficient), HiGHS directly. What it and the package agree on is what the specification says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from independent_case import HUNDRED_MILLION_PER_TRILLION, Raw, Row, blank, name_in, num, read_csvs, worth_of
from independent_lp import Optimum, Terms
from independent_plan import Blocks
from independent_rules import add_rule

__all__ = ["Optimum", "Plan", "optimum", "read_csvs", "yardsticks"]

Weights = Mapping[str, float]


class Plan(Blocks):
    """The blocks with the rules, the floors and what is maximised."""

    def __init__(self, raw: Raw, weights: Weights) -> None:
        super().__init__(raw)
        for rule in self.case.rules:
            add_rule(self, rule)
        for floor in self.case.floors:
            if not blank(floor, "at_least"):
                self.lp.row(self.indicator(name_in(floor, "indicator")), lower=num(floor, "at_least"))
        for v, weight in weights.items():
            self.lp.maximise((column, weight * value) for column, value in self.indicator(v))

    def indicator(self, v: str) -> Terms:
        """What an indicator sums, in the unit in which it is reported."""
        worth = {i: worth_of(self.case.industries[i], v) for i, _ in self.case.initiative}
        terms = [(c, worth[i] * self.effect[c]) for (i, *_), c in self.commitment.items()]
        if v == "net_benefit":
            terms += [(column, -cost / HUNDRED_MILLION_PER_TRILLION) for column, cost in self.costs()]
        return terms

    def costs(self) -> Iterator[tuple[int, float]]:
        """What the plan costs, each won discounted from its year: all of what is additional, private money too."""
        case, now = self.case, self.case.discounts()
        for (_, _, _, s, _, t), c in self.commitment.items():
            yield c, now[t] * num(case.stages[s], "additionality") * case.invested(s)
        for (w, _, _, t), c in self.trainees.items():
            yield c, now[t] * num(case.tracks[w], "unit_cost")
        for (p, _, t), c in self.outlay.items():
            yield c, now[t] * (1 + num(case.programmes[p], "private_match"))
        for p in case.programmes:
            yield from (  # after the plan at the progress of its last year
                (self.progress[p, min(y - 1, case.last)], now[y] * case.running(p)) for y in now if y > case.first
            )
        for f, row in case.funds.items():
            for t in case.years:
                yield from ((c, now[t] * num(row, "admin_rate") * v) for c, v in self.uses(f, t))

    def public_money(self) -> Terms:
        """What the funds pay for over the plan, administration aside."""
        return [term for f in self.case.funds for t in self.case.years for term in self.uses(f, t)]


def optimum(raw: Raw, weights: Weights) -> Optimum:
    """The best objective of the tables for weights per reported unit of each indicator, or 'infeasible'."""
    return Plan(raw, weights).lp.maximum()


def yardsticks(raw: Raw, weights: Weights) -> dict[str, Optimum]:
    """What plans are worth that are made more simply: `free`, `proportional` and `even`.

    free: without the rules of commitment or investment that name an industry or a region. proportional: the same with a
    ceiling for every industry and region, its share of the output of the initiative × all commitments of free; even:
    with such a ceiling for every task as well. Of several free plans the one with least public money counts.
    """
    free = {**raw, "rules": [rule for rule in raw.get("rules", ()) if not splits(rule)]}
    plan = Plan(free, weights)
    chosen = plan.lp.least(plan.public_money())
    if chosen is None:
        return dict.fromkeys(("free", "proportional", "even"), "infeasible")
    money = sum(chosen[column] for column in plan.commitment.values())
    by_place = [*free["rules"], *by_output(plan, money)]
    by_task = [ceiling("task", k, money / len(plan.case.tasks)) for k in plan.case.tasks]
    return {
        "free": plan.lp.maximum(),
        "proportional": optimum({**free, "rules": by_place}, weights),
        "even": optimum({**free, "rules": [*by_place, *by_task]}, weights),
    }


def splits(rule: Row) -> bool:
    """Does a rule speak of the split over industries and regions?"""
    of_growth = name_in(rule, "measure") in {"commitment", "investment"}
    return of_growth and not (blank(rule, "industry") and blank(rule, "region"))


def by_output(plan: Blocks, money: float) -> Iterator[Row]:
    """A ceiling for every industry and every region: its share of the output of the initiative × all money."""
    output = {(i, r): plan.case.base(i, r) for i, r in plan.case.initiative}
    for position, kind in enumerate(("industry", "region")):
        for name in dict.fromkeys(place[position] for place in output):
            own = sum(made for place, made in output.items() if place[position] == name)
            yield ceiling(kind, name, money * own / sum(output.values()))


def ceiling(kind: str, name: str, money: float) -> dict[str, Any]:
    """A rule: at most so much is committed to an industry, a region or a task."""
    return {"measure": "commitment", kind: name, "relation": "<=", "value": money, "unit": "amount"}
