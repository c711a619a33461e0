"""The ledgers in whole units: every item within a unit of what it is, receipts equal to expenditures to the last won."""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from axplan.inputs.parameters import Inputs
from axplan.plan.ledger import EXPENDITURES, RECEIPTS, fund_receivables, fund_recoveries, fund_uses
from axplan.plan.rounding.controlled import NOISE

Frames = Mapping[str, pd.DataFrame]
USES = ("commitment_uses", "trainee_uses", "outlay_uses")
CHOSEN = ("interest", "recoveries", "administration", "preferred_return", "appropriation", "subscription", "lapse")
"""Items that may be rounded either way."""

SIGN = {**{item: 1 for item in RECEIPTS}, **{item: -1 for item in EXPENDITURES}}
FOLLOWS = CHOSEN[:5]
"""Items that follow from others or from the inputs; the rest is decided."""

MOST_OFF = 0.99
"""How far the items of a year may together be from what the printed plan makes them, in units."""

FORBIDDEN, LIGHT = 1e6, 0.1


@dataclass(frozen=True)
class Year:
    """A year of a fund in printed units: what is settled already, what each other item is exactly, and the exact balance.

    drift: what the settled uses are short of what the printed persons cost; carry: appropriations of earlier years that were
    not printed yet.
    """

    settled: Mapping[str, int]
    due: Mapping[str, float]
    drift: float
    carry: float
    most_private: float
    balance: float

    def choices(self) -> list[tuple[int, ...]]:
        """The whole numbers each item of CHOSEN may be printed as."""
        return [self._choices(item) for item in CHOSEN]

    def _choices(self, item: str) -> tuple[int, ...]:
        due = self.due[item] + (self.carry if item == "appropriation" else 0.0)
        if abs(due) <= NOISE:
            return (0,)
        low, high = math.floor(due + NOISE), math.ceil(due - NOISE)
        if item in FOLLOWS:
            return tuple(range(low, high + 1))
        most = math.floor(self.most_private + NOISE) if item == "subscription" else high + 1
        return tuple(range(max(0, min(low, most) - 1), min(high + 1, most) + 1))

    def balance_with(self, chosen: Sequence[int]) -> int:
        given = sum(SIGN[item] * amount for item, amount in self.settled.items())
        return given + sum(SIGN[item] * amount for item, amount in zip(CHOSEN, chosen, strict=True))

    def fault(self, chosen: Sequence[int]) -> float:
        """Least where the balance is near the exact one, none is below zero, and the items are near what they follow from."""
        off = {item: SIGN[item] * (amount - self.due[item]) for item, amount in zip(CHOSEN, chosen, strict=True)}
        together = sum(off[item] for item in FOLLOWS) + self.drift
        balance = self.balance_with(chosen)
        forbidden = max(0.0, abs(together) - MOST_OFF) + max(0, -balance)
        return FORBIDDEN * forbidden + (balance - self.balance) ** 2 + LIGHT * sum(v * v for v in off.values())


def printed_ledger(x: Inputs, exact: pd.DataFrame, made: Frames, step: float) -> pd.DataFrame:
    """The frame `ledger` of rounded lines: items in multiples of `step` 억원, receipts equal to expenditures.

    Uses are the sums of the printed lines. Interest, recoveries, administration and preferred return are what the printed
    plan makes them, rounded up or down; appropriations, where the inputs do not give them in whole units, are rounded
    with what earlier years left over; subscription and lapse stay near the exact ones; the balance is what remains.
    """
    uses, recovered, trained = (
        fund_uses(x, made),
        fund_recoveries(x, made["commitments"]),
        _training(x, made["trainees"]),
    )
    result = exact.copy()
    for f in x.funds.fund:
        before, subscribed, carry = round(x.funds.opening_balance[f] / step), 0, 0.0
        for n in exact.index[exact["fund"] == f]:
            row = exact.loc[n]
            at = f, int(row["year"])
            settled = {item: round(uses[item].get(at, 0.0) / step) for item in USES}
            settled["opening_balance"] = before
            due = {
                "interest": x.funds.interest[f] * before,
                "recoveries": recovered.get(at, 0.0) / step,
                "administration": x.funds.admin_rate[f] * sum(settled[item] for item in USES),
                "preferred_return": x.funds.preferred_return[f] * subscribed,
                "appropriation": row["appropriation"] / step,
                "subscription": row["subscription"] / step,
                "lapse": row["lapse"] / step,
            }
            drift = trained.get(at, 0.0) / step - settled["trainee_uses"]
            bound = x.funds.private_ratio[f] * row["appropriation"] / step
            year = Year(settled, due, drift, carry, bound, row["balance"] / step)
            chosen = min(itertools.product(*year.choices()), key=year.fault)
            before = year.balance_with(chosen)
            items = {**settled, **dict(zip(CHOSEN, chosen, strict=True)), "balance": before}
            subscribed, carry = (
                subscribed + items["subscription"],
                carry + due["appropriation"] - items["appropriation"],
            )
            for item, amount in items.items():
                result.loc[n, item] = round(amount * step, 6)
    return _with_receivables(x, result, made["commitments"], step)


def _training(x: Inputs, trainees: pd.DataFrame) -> dict[tuple[str, int], float]:
    """(fund, year) → what the printed persons cost the fund, before that amount is rounded."""
    cost = {w: x.tracks.unit_cost[w] * (1 - x.tracks.employer_share[w]) for w in x.tracks.track}
    amounts = trainees["trainees"] * trainees["track"].map(cost).astype(float)
    summed = amounts.groupby([trainees["track"].map(dict(x.tracks.fund)), trainees["year"]]).sum()
    return dict(zip(summed.index.to_list(), summed.to_list(), strict=True))


def _with_receivables(x: Inputs, ledger: pd.DataFrame, commitments: pd.DataFrame, step: float) -> pd.DataFrame:
    for f in x.funds.fund:
        last = (ledger["fund"] == f) & (ledger["year"] == x.years[-1])
        ledger.loc[last, "receivables"] = round(round(fund_receivables(x, commitments, f) / step) * step, 6)
    return ledger
