"""The ledgers in whole units: every item within a unit of what it is, receipts equal to expenditures."""

import itertools
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from axplan.inputs.parameters import Inputs
from axplan.plan.frames import Frames, summed
from axplan.plan.ledger import EXPENDITURES, RECEIPTS, fund_receivables, fund_recoveries, fund_uses
from axplan.plan.rounding.controlled import NOISE

DERIVED = ("interest", "recoveries", "administration", "preferred_return", "appropriation")
"""Items that follow from others or from the inputs."""

FREE = (*DERIVED, "subscription", "lapse")
"""Items that may be rounded either way."""

SIGN = {**{item: 1 for item in RECEIPTS}, **{item: -1 for item in EXPENDITURES}}

LARGEST_DRIFT = 0.99
"""How far the items of a year may together be from what the printed plan makes them, in units."""

VIOLATION_WEIGHT, ITEM_WEIGHT = 1e6, 0.1
"""Weights of what must not be, and of the squared errors of single items, beside the squared error of the balance."""


@dataclass(frozen=True)
class FundYear:
    """A year of a fund in printed units: what is settled, what each other item is exactly, and the exact balance.

    drift: what the settled uses are short of what the printed persons, and the progress that the printed outlays make,
    cost; carry: appropriations of earlier years that
    were not printed yet; most_private: the upper bound of subscription.
    """

    settled: Mapping[str, int]
    due: Mapping[str, float]
    drift: float
    carry: float
    most_private: float
    balance: float

    def printed(self) -> dict[str, int]:
        """Every item in whole units: of all combinations of what each may be, the one with the least penalty."""
        chosen = min(itertools.product(*(self._choices(item) for item in FREE)), key=self.penalty)
        return {**self.settled, **dict(zip(FREE, chosen, strict=True)), "balance": self.balance_with(chosen)}

    def _choices(self, item: str) -> tuple[int, ...]:
        """The whole numbers an item of FREE may be printed as."""
        due = self.due[item] + (self.carry if item == "appropriation" else 0.0)
        if abs(due) <= NOISE:
            return (0,)
        low, high = math.floor(due + NOISE), math.ceil(due - NOISE)
        if item in DERIVED:
            return tuple(range(low, high + 1))
        most = math.floor(self.most_private + NOISE) if item == "subscription" else high + 1
        return tuple(range(max(0, min(low, most) - 1), min(high + 1, most) + 1))

    def balance_with(self, chosen: Sequence[int]) -> int:
        """The balance that remains with these amounts of the items of FREE: receipts less expenditures."""
        given = sum(SIGN[item] * amount for item, amount in self.settled.items())
        return given + sum(SIGN[item] * amount for item, amount in zip(FREE, chosen, strict=True))

    def penalty(self, chosen: Sequence[int]) -> float:
        """Least where the balance is near the exact one and not below zero, and the items near what they are due."""
        off = {item: SIGN[item] * (amount - self.due[item]) for item, amount in zip(FREE, chosen, strict=True)}
        together = sum(off[item] for item in DERIVED) + self.drift
        balance = self.balance_with(chosen)
        violation = max(0.0, abs(together) - LARGEST_DRIFT) + max(0, -balance)
        items = ITEM_WEIGHT * sum(error * error for error in off.values())
        return VIOLATION_WEIGHT * violation + (balance - self.balance) ** 2 + items


def printed_ledger(x: Inputs, exact: pd.DataFrame, made: Frames, step: float) -> pd.DataFrame:
    """The frame `ledger` of rounded lines: items in multiples of `step` 억원, receipts equal to expenditures.

    Uses are the sums of the printed lines. Interest, recoveries, administration and preferred return are what the
    printed plan makes them, rounded up or down; appropriations, where the inputs do not give them in whole units, are
    rounded with what earlier years left over; subscription and lapse stay near the exact ones; the balance is what
    remains. `exact`: the ledger as it was optimised; `made`: the rounded frames of the uses.
    """
    uses, commitments = fund_uses(x, made), made["commitments"]
    recovered = fund_recoveries(x, commitments)
    trained, running, result = _training(x, made["trainees"]), _running(x, made["outlays"]), exact.copy()
    for f in x.funds.fund:
        before, subscribed, carry = round(x.funds.opening_balance[f] / step), 0, 0.0
        for n in exact.index[exact["fund"] == f]:
            row = exact.loc[n]
            at = f, int(row["year"])
            settled = {item: round(paid.get(at, 0.0) / step) for item, paid in uses.items()}
            due = {
                "interest": x.funds.interest[f] * before,
                "recoveries": recovered.get(at, 0.0) / step,
                "administration": x.funds.admin_rate[f] * sum(settled.values()),
                "preferred_return": x.funds.preferred_return[f] * subscribed,
                **{item: row[item] / step for item in ("appropriation", "subscription", "lapse")},
            }
            settled["opening_balance"] = before
            drift = trained.get(at, 0.0) / step - settled["trainee_uses"]
            drift += running.get(at, 0.0) / step - settled["running_uses"]
            most_private = x.funds.private_ratio[f] * row["appropriation"] / step
            year = FundYear(settled, due, drift, carry, most_private, row["balance"] / step)
            items = year.printed()
            before, subscribed = items["balance"], subscribed + items["subscription"]
            carry = carry + due["appropriation"] - items["appropriation"]
            for item, amount in items.items():
                result.loc[n, item] = round(amount * step, 6)
        last = (exact["fund"] == f) & (exact["year"] == x.years[-1])
        result.loc[last, "receivables"] = round(round(fund_receivables(x, commitments, f) / step) * step, 6)
    return result


def _running(x: Inputs, outlays: pd.DataFrame) -> dict[tuple[str, int], float]:
    """(fund, year) → what the progress that the printed outlays have made by the year before costs to run."""
    programmes, siting = x.programmes, x.regions.siting_cost
    made: dict[tuple[str, int], float] = {}
    lines = outlays[["programme", "region", "year", "outlay"]].itertuples(index=False, name=None)
    for p, r, t, amount in lines:
        progress = (1 + programmes.private_match[p]) * amount / (programmes.cost[p] * siting.get(r, 1.0))
        for later in range(t + 1, x.years[-1] + 1):
            key = programmes.fund[p], later
            made[key] = made.get(key, 0.0) + programmes.operating_cost[p] * progress
    return made


def _training(x: Inputs, trainees: pd.DataFrame) -> dict[tuple[str, int], float]:
    """(fund, year) → what the printed persons cost the fund, before that amount is rounded."""
    track = trainees["track"]
    costs = trainees["trainees"] * track.map(dict(x.public_unit_cost)).astype(float)
    return summed(trainees.assign(fund=track.map(dict(x.tracks.fund)), cost=costs), ("fund", "year"), "cost")
