"""Benefits against costs in the manner of a preliminary feasibility study (예비타당성조사).

Benefit: discounted value added, the industry's own. Cost: discounted resource cost, that is additionality × investment
of the stages, the full unit cost of trainees, public and private outlay of programmes, running costs to the end of the
appraisal, and administration. A feasibility study counts no induced effects; the table of conventions shows what other
ways of counting make of the same plan. What is not valued: safety, standards, spillovers to other industries, and what
the computers, data and trained people do elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from axplan.inputs.parameters import EOK_PER_TRILLION, Inputs
from axplan.inputs.schema.indicators import VALUE_ADDED
from axplan.plan.effects import OWN_VALUE_ADDED
from axplan.plan.frames import USES, Frames

OWN, INDUCED = "own", "induced"
"""Whose value added is the benefit: the industry's own, or all that its output induces."""

ADDITIONAL, WHOLE = "additional", "whole"
"""Which investment of the stages is a cost: what would not have been made anyway, or all of it."""


@dataclass(frozen=True)
class Convention:
    """A way of counting: `benefit` is OWN or INDUCED, `investment` ADDITIONAL or WHOLE."""

    benefit: str
    investment: str

    @property
    def name(self) -> str:
        """As the frame has it: own_additional."""
        return f"{self.benefit}_{self.investment}"


CONVENTIONS = tuple(Convention(benefit, investment) for benefit in (OWN, INDUCED) for investment in (ADDITIONAL, WHOLE))
HEADLINE = CONVENTIONS[0]
"""That of a feasibility study: own value added against the additional investment."""

BENEFIT = "benefit"
COSTS = ("initiative", "workforce", "programmes", "running", "administration")
"""The items of cost: the four uses of the funds, in their order, and administration."""

BENEFIT_COLUMN = {OWN: OWN_VALUE_ADDED, INDUCED: VALUE_ADDED}


def yearly_flows(x: Inputs, frames: Frames, convention: Convention = HEADLINE) -> pd.DataFrame:
    """year (to appraisal_end) → discount_factor, benefit, the items of cost (억원), undiscounted.

    After the plan programmes run on at the progress of its last year; that is no use of the fund, and is not
    administered by it.
    """
    flows = pd.DataFrame({"discount_factor": pd.Series(x.discount)}).rename_axis("year")
    path = frames["effects"]
    flows[BENEFIT] = path.groupby("year")[BENEFIT_COLUMN[convention.benefit]].sum() * EOK_PER_TRILLION
    administration = pd.Series(0.0, index=flows.index)
    for item, use in zip(COSTS, USES, strict=False):
        frame = frames[use.frame]
        rate = {row: x.funds.admin_rate[f] for row, f in use.column(x, "fund").items()}
        amount = frame[use.public] + frame[use.private]
        if item == "initiative" and convention.investment == ADDITIONAL:
            amount = amount * frame[use.key].map(use.column(x, "additionality")).astype(float)
        flows[item] = amount.groupby(frame["year"]).sum()
        paid = frame[use.public] * frame[use.key].map(rate).astype(float)
        administration = administration.add(paid.groupby(frame["year"]).sum(), fill_value=0.0)
    flows["administration"] = administration
    flows = flows.fillna(0.0)
    flows.loc[flows.index > x.years[-1], "running"] = running_afterwards(x, frames)
    return flows.reset_index()


def running_afterwards(x: Inputs, frames: Frames) -> float:
    """Σ operating_cost · progress of the last year: what programmes cost in every year after the plan (억원)."""
    made = frames["progress"]
    last = made[made["year"] == x.years[-1]]
    return float((last["progress"] * last["programme"].map(dict(x.programmes.operating_cost)).astype(float)).sum())


def appraisal(x: Inputs, frames: Frames) -> pd.DataFrame:
    """convention → benefit, investment (what is counted), discounted sums of benefit and of every item of cost, cost,
    npv (억원) and benefit_cost_ratio; the first row is the headline, whose npv is the indicator net_benefit.

    The column of the benefit is `worth`, for `benefit` says whose it is.
    """
    return pd.DataFrame([_row(x, frames, convention) for convention in CONVENTIONS])


def discounted(x: Inputs, frames: Frames, convention: Convention = HEADLINE) -> dict[str, float]:
    """benefit and the items of cost → their discounted sums (억원)."""
    flows = yearly_flows(x, frames, convention)
    return {name: float((flows[name] * flows["discount_factor"]).sum()) for name in (BENEFIT, *COSTS)}


def _row(x: Inputs, frames: Frames, convention: Convention) -> dict[str, str | float]:
    sums = discounted(x, frames, convention)
    worth = sums.pop(BENEFIT)
    cost = sum(sums.values())
    return {
        "convention": convention.name, "benefit": convention.benefit, "investment": convention.investment,
        "worth": worth, **sums, "cost": cost, "npv": worth - cost,
        "benefit_cost_ratio": worth / cost if cost else float("nan"),
    }  # fmt: skip


def headline_net_benefit(frame: pd.DataFrame) -> float:
    """The indicator net_benefit (조원), read from the frame `appraisal`."""
    npv: Any = frame.set_index("convention").at[HEADLINE.name, "npv"]
    return float(npv) / EOK_PER_TRILLION


def net_benefit(x: Inputs, frames: Frames) -> float:
    """The indicator net_benefit of a plan (조원): benefit less cost by the convention of the headline."""
    return float(_row(x, frames, HEADLINE)["npv"]) / EOK_PER_TRILLION
