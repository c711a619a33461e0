"""Whose money the plan moves: the state's, private subscriptions, what comes back to the funds, and what firms pay.

State money is what is appropriated less what lapses. With the subscriptions, and with recoveries, interest and balances
brought forward less carried on, it is what the funds spend; with what firms pay themselves it is all money mobilised.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from axplan.core.text import Text
from axplan.plan.frames import USES
from axplan.plan.result import Plan

SIGNED: Mapping[str, Sequence[tuple[str, int]]] = {
    "state": (("appropriation", 1), ("lapse", -1)),
    "subscribed": (("subscription", 1),),
    "returned": (("recoveries", 1), ("interest", 1), ("opening_balance", 1), ("balance", -1)),
}
"""What the funds spend, by whose it is: items of their ledgers with their signs."""


@dataclass(frozen=True)
class Mobilised:
    """Money over the whole plan, in 억원."""

    appropriated: float
    lapsed: float
    subscribed: float
    returned: float
    match: float

    @property
    def state(self) -> float:
        """Appropriations less what lapses."""
        return self.appropriated - self.lapsed

    @property
    def spent(self) -> float:
        """What the funds spend."""
        return self.state + self.subscribed + self.returned

    @property
    def total(self) -> float:
        """What the funds spend, and what firms pay beside it."""
        return self.spent + self.match

    def document(self) -> dict[str, float]:
        """As plain values: the parts that add up to what the funds spend, and with the private match to all money."""
        return {
            "appropriation": self.appropriated, "lapse": self.lapsed, "state": self.state,
            "subscription": self.subscribed, "recoveries_interest_balances": self.returned,
            "spent_by_funds": self.spent, "private_match": self.match, "total": self.total,
        }  # fmt: skip


def mobilised(plan: Plan) -> Mobilised:
    """The money of a plan by whose it is; the book prints that of the printed plan."""
    ledger, frames = plan.frames["ledger"], plan.frames
    summed = {
        whose: math.fsum(sign * float(ledger[item].sum()) for item, sign in items) for whose, items in SIGNED.items()
    }
    match = math.fsum(float(frames[use.frame][use.private].sum()) for use in USES)
    appropriated, lapsed = (float(ledger[item].sum()) for item, _ in SIGNED["state"])
    return Mobilised(appropriated, lapsed, summed["subscribed"], summed["returned"], match)


# fmt: off
WORDS: Mapping[str, Text] = {
    "whose_heading": Text("누구의 돈인가", "Whose money"), "whose": Text("재원 / 부담", "Whose money"),
    "whose_total": Text("총 동원 자금", "All money mobilised"),
    "whose_spent": Text("기금 지출", "Spent by the funds"),
    "whose_state": Text("국비(출연 − 불용·반납)", "State (appropriated − lapsed)"),
    "whose_subscribed": Text("민간 출자", "Private subscription"),
    "whose_returned": Text("회수·이자·이월(순)", "Recoveries, interest, balances"),
    "whose_match": Text("민간 매칭·훈련 부담", "Private match and training"),
    "card_state": Text("국비 ({unit})", "State money ({unit})"),
    "card_state_remark": Text("출연 {appropriated} − 불용·반납 {lapsed}", "Appropriated {appropriated} − lapsed {lapsed}"),
    "card_total": Text("총 동원 자금 ({unit})", "Money mobilised ({unit})"),
    "card_total_remark": Text("국비 {state} + 민간 출자 {subscribed} + 회수 등 {returned} + 민간 매칭 {match}", "State {state} + subscribed {subscribed} + returned {returned} + private match {match}"),
}
# fmt: on
