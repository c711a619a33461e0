"""Each fund's ledger (수입·지출): receipts, expenditures and the balance carried over, year by year."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from axplan.inputs.parameters import Inputs
from axplan.inputs.schema.policy import APPROPRIATION_SHARE, WHOLE_PLAN
from axplan.plan.frames import USES, Frames, Values, summed

RECEIPTS = ("opening_balance", "interest", "appropriation", "subscription", "recoveries")
COSTS = ("administration", "preferred_return")
"""What funds spend besides their uses."""

SPENDING = (*(use.name for use in USES), *COSTS)
"""All that funds spend: the sum of the overall table."""

KEPT = ("lapse", "balance")
"""What is not spent: returned to the treasury, or carried over."""

EXPENDITURES = (*SPENDING, *KEPT)
COLUMNS = ("fund", "year", *RECEIPTS, *EXPENDITURES, "receivables", "shadow_price", "appropriation_price")

Duals = Mapping[tuple[str, int], float]


@dataclass(frozen=True)
class Prices:
    """(fund, year) → dual values: of fund_balance, of carry_over_limit, and the reduced costs of subscription.

    rules: (rule, year or WHOLE_PLAN) → the dual of rule_limit.
    """

    cash: Duals
    carry_over: Duals
    subscription: Duals
    rules: Mapping[tuple[str, Any], float]


def appropriation_price(x: Inputs, prices: Prices, f: str, t: int) -> float:
    """What one more 억원 of appropriation[f,t] is worth, in units of the objective, for small changes.

    The cash itself, the private money that subscription's bound private_ratio · appropriation lets in, the room that
    carry_over_limit · appropriation leaves, and what the rules allow or demand more that are shares of appropriations.
    """
    private = x.funds.private_ratio[f] * max(0.0, prices.subscription.get((f, t), 0.0))
    carried = x.funds.carry_over_limit.get(f, 0.0) * prices.carry_over.get((f, t), 0.0)
    shares = sum(
        x.rules.value[n] * price for (n, year), price in prices.rules.items()
        if x.rules.unit[n] == APPROPRIATION_SHARE and f in x.rule_funds(n)
        and t in (x.rule_years(n) if year == WHOLE_PLAN else (year,))
    )  # fmt: skip
    return prices.cash.get((f, t), 0.0) + private + carried + shares


def ledger(x: Inputs, values: Values, frames: Frames, prices: Prices) -> pd.DataFrame:
    """fund, year → receipts, expenditures and the closing balance, all in 억원; receipts equal expenditures.

    receivables: what is still to come back after the plan, in the last year only. shadow_price: what one more 억원 of
    cash in that fund and year is worth, in units of the objective. appropriation_price: what one more 억원 of
    appropriation is worth, which also lets in private money and raises the carry-over limit.
    """
    uses, commitments = fund_uses(x, frames), frames["commitments"]
    recovered = fund_recoveries(x, commitments)
    rows = []
    for f in x.funds.fund:
        before, subscribed = x.funds.opening_balance[f], 0.0
        due = fund_receivables(x, commitments, f)
        for t in x.years:
            spent = {name: uses[name].get((f, t), 0.0) for name in uses}
            rows.append({
                "fund": f, "year": t, "opening_balance": before, "interest": x.funds.interest[f] * before,
                "appropriation": x.appropriations[f, t], "subscription": values["subscription"][f, t],
                "recoveries": recovered.get((f, t), 0.0), **spent,
                "administration": x.funds.admin_rate[f] * sum(spent.values()),
                "preferred_return": x.funds.preferred_return[f] * subscribed,
                "lapse": values["lapse"][f, t], "balance": values["balance"][f, t],
                "receivables": due if t == x.years[-1] else 0.0, "shadow_price": prices.cash.get((f, t), 0.0),
                "appropriation_price": appropriation_price(x, prices, f, t),
            })  # fmt: skip
            before, subscribed = values["balance"][f, t], subscribed + values["subscription"][f, t]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def fund_uses(x: Inputs, frames: Frames) -> dict[str, dict[tuple[str, int], float]]:
    """Column of the ledger → (fund, year) → what its stages, tracks and programmes use (억원)."""
    uses: dict[str, dict[tuple[str, int], float]] = {}
    for use in USES:
        fund, paid = use.column(x, "fund"), uses.setdefault(use.name, {})
        for (row, t), total in summed(frames[use.frame], (use.key, "year"), use.public).items():
            paid[fund[row], t] = paid.get((fund[row], t), 0.0) + total
    return uses


def fund_recoveries(x: Inputs, commitments: pd.DataFrame) -> dict[tuple[str, int], float]:
    """(fund, year) → what earlier commitments return (억원): Σ_{u<t} recovery[s, t − u] · commitment[s,u]."""
    recovered: dict[tuple[str, int], float] = {}
    for (s, u), amount in summed(commitments, ("stage", "year"), "commitment").items():
        for age, share in enumerate(x.recovery[s]):
            if age and u + age in x.years:
                key = (x.stages.fund[s], u + age)
                recovered[key] = recovered.get(key, 0.0) + float(share) * amount
    return recovered


def fund_receivables(x: Inputs, commitments: pd.DataFrame, fund: str) -> float:
    """What is still to come back to a fund after the plan, discounted to its last year by `receivable_factor` (억원)."""
    committed = summed(commitments, ("stage", "year"), "commitment")
    return sum(amount * x.receivable_factor[s, u] for (s, u), amount in committed.items() if x.stages.fund[s] == fund)
