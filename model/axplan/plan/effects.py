"""What the plan brings: the path of effects, the indicators by industry, and the rankings they give."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from axplan.inputs import finance
from axplan.inputs.parameters import Inputs
from axplan.inputs.schema.indicators import EFFECTS, NET_BENEFIT
from axplan.plan.frames import STAGES, USES, Frames

OWN_VALUE_ADDED = "own_value_added"
"""Column of the frame `effects`."""


def effects(x: Inputs, commitments: pd.DataFrame) -> pd.DataFrame:
    """industry, stage, year (to the end of the appraisal) → direct_effect (억원 of output that year), discount_factor.

    And the effects of that year in the units they are reported in, and own_value_added, the industry's own value added
    (조원), which is the benefit of the appraisal. Nothing is discounted. A commitment's effect follows
    `finance.effect_path` from its own year on.
    """
    mature = commitments.groupby(["industry", "stage", "year"])["mature_effect"].sum()
    count = len(x.effect_years)
    paths = {s: finance.effect_path(x.profile(s), x.settings.effect_depreciation, count) for s in x.stages.stage}
    discount = finance.discount_factors(x.settings.social_discount_rate, count)
    parts = []
    for i in x.initiative_industries:
        for s in x.stages.stage:
            direct = np.zeros(count)
            for n, t in enumerate(x.years):
                direct[n:] += float(mature.get((i, s, t), 0.0)) * paths[s][: count - n]
            part = pd.DataFrame({"industry": i, "stage": s, "year": x.effect_years, "direct_effect": direct})
            part["discount_factor"] = discount
            part[OWN_VALUE_ADDED] = direct * x.value[NET_BENEFIT, i]
            parts.append(part.assign(**{v: direct * x.value[v, i] for v in EFFECTS}))
    return pd.concat(parts, ignore_index=True)


def indicators(x: Inputs, path: pd.DataFrame) -> pd.DataFrame:
    """valuation, industry → coefficient (value of one 억원 of direct effect) and total (discounted, reported unit).

    And rank_by_coefficient, rank_by_total: the place of the industry by each (1 = first). `path`: the frame `effects`.
    """
    rows = []
    for v in EFFECTS:
        totals = (path[v] * path["discount_factor"]).groupby(path["industry"]).sum()
        rows += [(v, i, x.value[v, i], float(totals[i])) for i in x.initiative_industries]
    frame = pd.DataFrame(rows, columns=["valuation", "industry", "coefficient", "total"])
    for name in ("coefficient", "total"):
        frame[f"rank_by_{name}"] = frame.groupby("valuation")[name].rank(ascending=False, method="min").astype(int)
    return frame


def indicator_totals(frame: pd.DataFrame) -> dict[str, float]:
    """effect → the plan's discounted total, in its reported unit."""
    totals = frame.groupby("valuation")["total"].sum()
    return {v: float(totals[v]) for v in EFFECTS}


def ranking(frame: pd.DataFrame, by: str) -> Mapping[str, tuple[str, ...]]:
    """valuation → industries in falling order of `coefficient` or `total`; ties in the order of the sheet."""
    ordered = frame.sort_values(["valuation", f"rank_by_{by}"], kind="stable")
    return {v: tuple(ordered.loc[ordered["valuation"] == v, "industry"]) for v in EFFECTS}


def expenditure_effect(x: Inputs, frames: Frames) -> pd.DataFrame:
    """part (stage, track, programme), name → spending, expenditure_inducement and effect, over the plan.

    Spending is public and private (억원), of the stages only what would not have been spent anyway: times
    additionality. The effect is the one-off output it induces: spending × inducement (억원).
    """
    spending: dict[tuple[str, str], float] = {}
    for use in USES:
        frame = frames[use.frame]
        amounts = (frame[use.public] + frame[use.private]).groupby(frame[use.key]).sum()
        share = use.column(x, "additionality") if use is STAGES else dict.fromkeys(amounts.index, 1.0)
        for name, amount in zip(amounts.index, amounts.tolist(), strict=True):
            spending[use.key, name] = spending.get((use.key, name), 0.0) + share[name] * amount
    inducement = {use.key: use.column(x, "expenditure_inducement") for use in USES}
    rows = [
        (key, name, spent, inducement[key][name], spent * inducement[key][name])
        for (key, name), spent in spending.items()
    ]
    columns = ["part", "name", "spending", "expenditure_inducement", "effect"]
    return pd.DataFrame(rows, columns=columns)
