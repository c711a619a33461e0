"""Equations of the funds, from the columns of the workbook."""

import numpy as np

from axplan.inputs.parameters import Inputs
from axplan.inputs.schema.initiative import GRANT, LOAN
from axplan.inputs.schema.policy import AT_LEAST, AT_MOST, EQUAL
from axplan.plan.certificate.expressions import Expression, Floats, Rows, terms
from axplan.plan.certificate.values import Dense, column, earlier, labels, members, sheet_column


def funds(x: Inputs, name: str) -> Floats:
    """A column of the sheet `funds`, shape (funds,)."""
    return sheet_column(x, "funds", name)


def appropriation(x: Inputs) -> Floats:
    """What the inputs appropriate, shape (funds, years), 억원."""
    return np.array([[x.appropriations[f, t] for t in x.years] for f in x.funds.fund])


def _paid_by(x: Inputs, sheet: str, rows: tuple[str, ...]) -> Floats:
    """Shape (funds, rows, 1): 1 where the fund pays for the row of a sheet."""
    return members((getattr(x, sheet).fund[row] for row in rows), x.funds.fund)[:, :, None]


def uses(v: Dense) -> Expression:
    """Commitments of a fund's stages + the public cost of the trainees of its tracks + outlays and running costs of its
    programmes.

    That cost is unit_cost · (1 − employer_share) · trainees. Shape (funds, years), 억원.
    """
    x = v.inputs
    tracks, programmes = x.tracks.track, x.programmes.programme
    training: Expression = public_cost(x)[:, None] * terms(v.trainees).sum(1)
    return (
        (_paid_by(x, "stages", x.stages.stage) * terms(v.stage_total)).sum(1)
        + (_paid_by(x, "tracks", tracks) * training).sum(1)
        + (_paid_by(x, "programmes", tuple(p for p, _ in x.sites)) * terms(v.outlay)).sum(1)
        + (_paid_by(x, "programmes", programmes) * running_costs(v)).sum(1)
    )


def public_cost(x: Inputs) -> Floats:
    """unit_cost · (1 − employer_share), shape (tracks,), 억원 of public money per trainee."""
    return np.array([x.tracks.unit_cost[w] * (1 - x.tracks.employer_share[w]) for w in x.tracks.track])


def running_costs(v: Dense) -> Expression:
    """operating_cost[p] · progress[p, t−1], nothing in the first year; shape (programmes, years), 억원."""
    cost = sheet_column(v.inputs, "programmes", "operating_cost")
    return cost[:, None] * terms(earlier(v.progress, 0.0))


def recovery(x: Inputs, s: str) -> list[float]:
    """What one 억원 committed in stage s returns, by age from 0 (nothing) to the last age with a return."""
    data = x.stages
    if data.instrument[s] == GRANT:
        return [0.0]
    if data.instrument[s] == LOAN:
        return [0.0, *(_loan_recovery(x, s, a) for a in range(1, data.grace_years[s] + data.repayment_years[s] + 1))]
    return [0.0] * data.exit_year[s] + [data.exit_multiple[s]]


def _loan_recovery(x: Inputs, s: str, a: int) -> float:
    """(1 − annual_loss)^a · (lending_rate · o_a + instalment) + loss_recovery · annual_loss
    · (1 − annual_loss)^(a−1) · o_a"""
    grace, duration, loss = x.stages.grace_years[s], x.stages.repayment_years[s], x.stages.annual_loss[s]
    outstanding = 1 - max(0, a - 1 - grace) / duration
    instalment = 1 / duration if a > grace else 0.0
    paid = (1 - loss) ** a * (x.stages.lending_rate[s] * outstanding + instalment)
    return float(paid + x.stages.loss_recovery[s] * loss * (1 - loss) ** (a - 1) * outstanding)


def recoveries(v: Dense) -> Expression:
    """Σ_{u<t} recovery[s, t−u] · commitment_u over the stages of each fund, shape (funds, years), 억원."""
    x = v.inputs
    count = len(x.years)
    returned = np.zeros((len(x.stages.stage), count, count))
    for n, s in enumerate(x.stages.stage):
        for a, share in enumerate(recovery(x, s)[:count]):
            returned[n] += share * np.eye(count, k=a)
    due = returned * terms(v.stage_total)[..., None]
    return (_paid_by(x, "stages", x.stages.stage)[..., None] * due).sum((1, 2))


def receivables(v: Dense) -> Expression:
    """Σ recovery[s,a] · (1 + interest)^−(u + a − last) · commitment_u over u + a beyond the plan, shape (funds,)."""
    x = v.inputs
    still_due = np.zeros((len(x.funds.fund), len(x.stages.stage), len(x.years)))
    for n, s in enumerate(x.stages.stage):
        f = x.funds.fund.index(x.stages.fund[s])
        for m, u in enumerate(x.years):
            ahead = [(u + a - x.years[-1], share) for a, share in enumerate(recovery(x, s))]
            still_due[f, n, m] = sum(
                share / (1 + x.funds.interest[x.stages.fund[s]]) ** d for d, share in ahead if d > 0
            )
    return (still_due * terms(v.stage_total)).sum((1, 2))


def fund_balance(v: Dense) -> Rows:
    """balance_t = (1 + interest) · balance_{t−1} + appropriation_t − lapse_t + subscription_t + recoveries_t
    − (1 + admin_rate) · uses_t − preferred_return · Σ_{u<t} subscription_u, the opening balance earning interest too"""
    x = v.inputs
    balance, subscription = v.of_fund("balance"), v.of_fund("subscription")
    kept = (1 + funds(x, "interest"))[:, None] * terms(earlier(balance, funds(x, "opening_balance")))
    received = terms(appropriation(x)) + terms(subscription) + recoveries(v)
    returns = funds(x, "preferred_return")[:, None] * terms(earlier(subscription, 0.0)).so_far()
    spent = (1 + funds(x, "admin_rate"))[:, None] * uses(v) + returns + terms(v.of_fund("lapse"))
    return Rows("fund_balance", terms(balance), EQUAL, kept + received - spent, (labels(x.funds.fund), v.years))


def carry_over_limit(v: Dense) -> Rows:
    """balance_t ≤ carry_over_limit · (appropriation_t + subscription_t), for the funds that have a limit"""
    x = v.inputs
    limited = [f for f in x.funds.fund if f in x.funds.carry_over_limit]
    own = [x.funds.fund.index(f) for f in limited]
    receipts = (terms(appropriation(x)) + terms(v.of_fund("subscription")))[own]
    most = column(x.funds.carry_over_limit, limited)[:, None] * receipts
    return Rows("carry_over_limit", terms(v.of_fund("balance"))[own], AT_MOST, most, (labels(limited), v.years))


def solvency(v: Dense) -> Rows:
    """balance_last + (1 − receivable_haircut) · receivables ≥ owed · Σ_t subscription"""
    x = v.inputs
    covered = terms(v.of_fund("balance")[:, -1]) + (1 - funds(x, "receivable_haircut")) * receivables(v)
    due = owed(x) * terms(v.of_fund("subscription")).sum(1)
    return Rows("solvency", covered, AT_LEAST, due, (labels(x.funds.fund),))


def owed(x: Inputs) -> Floats:
    """solvency_share · z^H + preferred_return · (z + z² + … + z^H), z = 1 / (1 + interest), H = redemption_years.

    Worked out from the redemption back to the last year of the plan; shape (funds,), 억원 per 억원 subscribed.
    """
    data, due = x.funds, []
    for f in data.fund:
        amount = data.solvency_share[f]
        for _ in range(data.redemption_years[f]):
            amount = (amount + data.preferred_return[f]) / (1 + data.interest[f])
        due.append(amount)
    return np.array(due)


FAMILIES = (fund_balance, carry_over_limit, solvency)
