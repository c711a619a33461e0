"""Benefits against costs in the manner of a preliminary feasibility study (예비타당성조사).

Benefit: discounted value added. Cost: discounted resource cost, that is additionality × investment of the stages, the
full unit cost of trainees, public and private outlay of programmes, and administration. What is not valued: safety,
standards, spillovers to other industries, and what the computers, data and trained people do elsewhere.
"""

import pandas as pd

from axplan.inputs.parameters import EOK_PER_TRILLION, Inputs
from axplan.inputs.schema.indicators import VALUE_ADDED
from axplan.plan.frames import PROGRAMMES, STAGES, TRACKS, Frames, Use

COMPUTE_PILLAR = "compute"
COSTS = ("initiative", "workforce", "programmes", "administration")


def appraisal(x: Inputs, frames: Frames) -> pd.DataFrame:
    """item → with_compute, without_compute: benefit, the costs, total cost, NPV (억원, discounted) and the B/C ratio.

    `without_compute` leaves out the programmes of pillar compute and their administration; benefits stay.
    """
    path = frames["effects"]
    benefit = float((path[VALUE_ADDED] * path["discount_factor"]).sum()) * EOK_PER_TRILLION
    columns = {
        name: _column(benefit, _costs(x, frames, with_compute))
        for name, with_compute in (("with_compute", True), ("without_compute", False))
    }
    return pd.DataFrame(columns).rename_axis("item").reset_index()


def _column(benefit: float, costs: dict[str, float]) -> dict[str, float]:
    total = sum(costs.values())
    ratio = benefit / total if total else float("nan")
    return {"benefit": benefit, **costs, "cost": total, "npv": benefit - total, "benefit_cost_ratio": ratio}


def _costs(x: Inputs, frames: Frames, with_compute: bool) -> dict[str, float]:
    discount = {t: (1 + x.settings.social_discount_rate) ** -(t - x.years[0]) for t in x.years}
    growth, people, outlays = frames["commitments"], frames["trainees"], frames["outlays"]
    if not with_compute:
        outlays = outlays[outlays["programme"].map(dict(x.programmes.pillar)) != COMPUTE_PILLAR]

    def discounted(frame: pd.DataFrame, amount: pd.Series) -> float:
        return float((amount * frame["year"].map(discount).astype(float)).sum())

    def administered(frame: pd.DataFrame, use: Use) -> float:
        rates = {row: x.funds.admin_rate[f] for row, f in use.column(x, "fund").items()}
        return discounted(frame, frame[use.public] * frame[use.key].map(rates).astype(float))

    additional = growth["stage"].map(dict(x.stages.additionality)).astype(float)
    return {
        "initiative": discounted(growth, growth["investment"] * additional),
        "workforce": discounted(people, people["public"] + people["employer"]),
        "programmes": discounted(outlays, outlays["outlay"] + outlays["private"]),
        "administration": administered(growth, STAGES)
        + administered(people, TRACKS)
        + administered(outlays, PROGRAMMES),
    }
