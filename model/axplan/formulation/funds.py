"""The funds: what comes in, what goes out, what is kept. Built last, from what the other blocks offer.

The dual of `fund_balance` is what one more 억원 in fund f and year t is worth, in units of the objective per 억원. The
dual of `solvency` is the price of the protection of private subscribers. The reduced cost of `subscription` at its
bound is what one more 억원 of private money would be worth.
"""

from typing import Any

import pyomo.environ as pyo

from axplan.core.text import Text
from axplan.formulation.constraint_registry import EOK, POLICY, SHARE, TIMES, Movable, constraint
from axplan.formulation.linear import joined, linear, scaled, terms_of
from axplan.inputs.parameters import EOK_PER_BILLION_WON, Inputs

MONEY = (
    Movable("appropriation", "appropriations", "*", EOK, times=20),
    Movable("private", "funds", "private_ratio", TIMES, plus=2),
)
"""What brings more money into a fund."""


def add_funds(m: pyo.ConcreteModel) -> None:
    """Declare subscription[f,t], lapse[f,t] and balance[f,t] ≥ 0 (억원), and what binds them.

    subscription[f,t] lies in [0, private_ratio[f] · appropriation[f,t]].
    """
    x = m.inputs
    ledger = [(f, t) for f in x.funds.fund for t in x.years]
    m.subscription = pyo.Var(ledger, bounds=subscription_bounds)
    m.lapse = pyo.Var(ledger, domain=pyo.NonNegativeReals)
    m.balance = pyo.Var(ledger, domain=pyo.NonNegativeReals)
    m.fund_balance = pyo.Constraint(ledger, rule=fund_balance)
    limited = [(f, t) for f, t in ledger if f in x.funds.carry_over_limit]
    m.carry_over_limit = pyo.Constraint(limited, rule=carry_over_limit)
    m.solvency = pyo.Constraint(x.funds.fund, rule=solvency)


def appropriated(x: Inputs, f: str) -> dict[str, float]:
    """The appropriations to a fund in all years, in 억원 and in billions of won."""
    total = sum(x.appropriations[f, t] for t in x.years)
    return {"eok": total, "billion": total / EOK_PER_BILLION_WON}


@constraint(
    "민간 출자 한도", "Limit of private subscriptions", POLICY, rank=7, bound_of="subscription",
    sheet="funds", parameters=("funds.private_ratio",), unit=EOK, movable=MONEY,
    demand=Text("출연의 {private_ratio:,.6g}배까지", "up to {private_ratio:,.6g} times the appropriation"),
)  # fmt: skip
def subscription_bounds(m: pyo.ConcreteModel, f: str, t: int) -> tuple[float, float]:
    """0 ≤ subscription[f,t] ≤ private_ratio[f] · appropriation[f,t]"""
    x = m.inputs
    return 0.0, x.funds.private_ratio[f] * x.appropriations[f, t]


@constraint(
    "기금 수입·지출 균형", "Fund balance", POLICY,
    sheet="funds", parameters=("appropriations.*",), unit=EOK, figures=appropriated, movable=MONEY,
    demand=Text("출연 합계 {eok:,.0f}억원", "appropriations of KRW {billion:,.0f} bn in all"),
)  # fmt: skip
def fund_balance(m: pyo.ConcreteModel, f: str, t: int) -> Any:
    """balance[f,t] = (1 + interest[f]) · balance[f,t−1] + appropriation[f,t] − lapse[f,t] + subscription[f,t]
    + recoveries[f,t] − (1 + admin_rate[f]) · uses[f,t] − preferred_return[f] · Σ_{u<t} subscription[f,u],
    balance_0 = opening_balance[f]; uses = commitments, public cost of training, outlays and running costs"""
    x = m.inputs
    grown = 1 + x.funds.interest[f]
    earlier = [m.subscription[f, u] for u in x.years if u < t]
    parts = [
        ([1.0, 1.0, -1.0], [m.balance[f, t], m.lapse[f, t], m.subscription[f, t]]),
        ([x.funds.preferred_return[f]] * len(earlier), earlier),
        scaled(-1.0, terms_of(m.recoveries[f, t])),
        *(
            scaled(1 + x.funds.admin_rate[f], terms_of(part[f, t]))
            for part in (m.commitment_uses, m.trainee_uses, m.outlay_uses, m.running_costs)
        ),
    ]
    if t == x.years[0]:
        return linear(*joined(parts)) == x.appropriations[f, t] + grown * x.funds.opening_balance[f]
    return linear(*joined([*parts, ([-grown], [m.balance[f, t - 1]])])) == x.appropriations[f, t]


@constraint(
    "이월 한도", "Carry-over limit", POLICY, rank=10,
    sheet="funds", parameters=("funds.carry_over_limit",), unit=EOK,
    demand=Text("수입의 {carry_over_limit:.0%}", "{carry_over_limit:.0%} of receipts"),
    movable=(Movable("carry_over", "funds", "carry_over_limit", SHARE,
                           furthest=lambda _x, _f, now: (max(1.0, now),)),),
)  # fmt: skip
def carry_over_limit(m: pyo.ConcreteModel, f: str, t: int) -> Any:
    """balance[f,t] ≤ carry_over_limit[f] · (appropriation[f,t] + subscription[f,t])"""
    x = m.inputs
    limit = x.funds.carry_over_limit[f]
    return linear([1.0, -limit], [m.balance[f, t], m.subscription[f, t]]) <= limit * x.appropriations[f, t]


@constraint(
    "지급능력", "Solvency", POLICY, rank=11, sheet="funds", parameters=("funds.solvency_share",), unit=EOK,
    demand=Text("민간 출자의 {owed:.1%}", "{owed:.1%} of private subscriptions"),
    figures=lambda x, f: {"owed": x.funds.owed(f)},
    movable=(Movable("solvency", "funds", "solvency_share", SHARE, to=0.0),),
)  # fmt: skip
def solvency(m: pyo.ConcreteModel, f: str) -> Any:
    """balance[f, last] + (1 − receivable_haircut[f]) · receivables[f] ≥ owed[f] · Σ_t subscription[f,t],
    owed = solvency_share · z^H + preferred_return · Σ_{a=1..H} z^a, z = 1 / (1 + interest), H = redemption_years"""
    x = m.inputs
    subscribed = [m.subscription[f, t] for t in x.years]
    parts = [
        ([1.0], [m.balance[f, x.years[-1]]]),
        scaled(1 - x.funds.receivable_haircut[f], terms_of(m.receivables[f])),
        ([-x.funds.owed(f)] * len(subscribed), subscribed),
    ]
    return linear(*joined(parts)) >= 0.0
