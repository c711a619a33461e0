"""Checks across cells and tables, one rule per function. Each yields the problems it finds: a code, a cell, values."""

import math
from collections.abc import Iterator

from axplan.core.problem import Problem
from axplan.inputs.schema.core import NATIONAL
from axplan.inputs.schema.indicators import NET_BENEFIT
from axplan.inputs.validation.checked import Check, Checked


def _is_one(total: float) -> bool:
    """Shares that should sum to 1, typed with a few decimals."""
    return math.isclose(total, 1.0, abs_tol=1e-6)


def siting_sums_to_one(c: Checked) -> Iterator[Problem]:
    """Every industry is somewhere: Σ_r siting[i,r] = 1."""
    siting = c.sheets.siting
    for i in siting.industry:
        row = c.row("siting", i)
        total = sum(share for (industry, _), share in siting.value.items() if industry == i)
        if c.is_sound("siting", row) and not _is_one(total):
            yield c.problem("E301", "siting", row, "industry", key=i, total=total)


def widths_sum_to_one(c: Checked) -> Iterator[Problem]:
    """The segments of a stage cover all of it: Σ_g width[s,g] = 1."""
    if not c.is_sound("segments"):
        return
    for s in c.sheets.stages.stage:
        total = sum(width for (stage, _), width in c.sheets.segments.width.items() if stage == s)
        if not _is_one(total):
            yield c.problem("E302", "segments", c.row("segments", s), "width", stage=s, total=total)


def costs_rise(c: Checked) -> Iterator[Problem]:
    """A later segment is never cheaper; otherwise the plan would fill the steps out of order."""
    multipliers = c.sheets.segments.cost_multiplier
    for (s, g), cost in multipliers.items():
        before = max((m for (stage, h), m in multipliers.items() if stage == s and h < g), default=0.0)
        if cost < before:
            yield c.problem("E303", "segments", c.row("segments", s, g), "cost_multiplier", cost=cost, before=before)


def ceilings_stay_below_one(c: Checked) -> Iterator[Problem]:
    """Nothing can be deeper than the whole: what ceiling[k] + Σ_p unlocks[p,k] has above 1 is lost."""
    unlocks = c.sheets.unlocks.value
    for k, ceiling in c.sheets.tasks.ceiling.items():
        total = ceiling + sum(rise for (_, task), rise in unlocks.items() if task == k)
        if total > 1 + 1e-9:
            yield c.problem("W304", "tasks", c.row("tasks", k), "ceiling", task=k, total=total)


def initial_depth_fits_the_ceilings(c: Checked) -> Iterator[Problem]:
    """What has been done before the plan fits under every ceiling: initial_depth[s] ≤ ceiling[k]."""
    if not c.sheets.tasks.ceiling:
        return
    k, ceiling = min(c.sheets.tasks.ceiling.items(), key=lambda item: item[1])
    for s, depth in c.sheets.stages.initial_depth.items():
        if depth > ceiling:
            yield c.problem("E305", "stages", c.row("stages", s), "initial_depth", depth=depth, task=k, ceiling=ceiling)


def initial_depths_follow_each_other(c: Checked) -> Iterator[Problem]:
    """With a lag nothing can be done about the first year: initial_depth[s+1] ≤ conversion[s] · initial_depth[s]."""
    stages = c.sheets.stages
    for before, s in zip(stages.stage, stages.stage[1:], strict=False):
        if stages.conversion_lag.get(before, 0) == 0 or before not in stages.initial_depth:
            continue
        most = stages.conversion.get(before, 1.0) * stages.initial_depth[before]
        depth = stages.initial_depth.get(s, 0.0)
        if depth > most + 1e-9:
            values = {"depth": depth, "most": most, "before": before}
            yield c.problem("E316", "stages", c.row("stages", s), "initial_depth", **values)


def stages_lead_on(c: Checked) -> Iterator[Problem]:
    """Every stage but the last says how much of it can go on, and when."""
    stages = c.sheets.stages
    for s in stages.stage[:-1]:
        row = c.row("stages", s)
        for name, values in (("conversion", stages.conversion), ("conversion_lag", stages.conversion_lag)):
            if s not in values and row and name not in row.values:
                yield c.problem("E314", "stages", row, name, column=name)


def profiles_have_no_gaps(c: Checked) -> Iterator[Problem]:
    """A profile starts at age_0 and runs without a gap to its last age."""
    profile = c.sheets.effect_profile
    for s in profile.stage:
        row = c.row("effect_profile", s)
        ages = sorted(age for stage, age in profile.value if stage == s)
        if c.is_sound("effect_profile", row) and (not ages or ages != list(range(len(ages)))):
            listed = ", ".join(map(str, ages)) or "-"
            yield c.problem("E306", "effect_profile", row, "stage", stage=s, ages=listed)


def appraisal_covers_the_plan(c: Checked) -> Iterator[Problem]:
    """Effects are counted at least to the last year of the plan."""
    end = c.sheets.settings.appraisal_end
    if c.years and end is not None and end < c.years[-1]:
        yield c.problem("E307", "settings", c.row("settings", "appraisal_end"), "value", year=end, last=c.years[-1])


def target_years_are_in_the_plan(c: Checked) -> Iterator[Problem]:
    """A target that falls due outside the plan cannot be met by it."""
    for w, year in c.sheets.tracks.target_year.items() if c.years else ():
        if c.years and year not in c.years:
            first, last = c.years[0], c.years[-1]
            yield c.problem("E308", "tracks", c.row("tracks", w), "target_year", year=year, first=first, last=last)


def targets_fit_employment(c: Checked) -> Iterator[Problem]:
    """A target above what the employment ceilings allow can never be met."""
    industries, tracks = c.sheets.industries, c.sheets.tracks
    if not (c.has_all("industries", industries.employment) and c.is_sound("siting")):
        return
    people = sum(industries.employment.get(i, 0.0) * share for (i, _), share in c.sheets.siting.value.items())
    for w, target in tracks.target.items():
        most = tracks.employment_ceiling.get(w, math.inf) * people
        if target > most * (1 + 1e-9):
            yield c.problem("E309", "tracks", c.row("tracks", w), "target", target=target, most=most)


def supervisors_make_no_circle(c: Checked) -> Iterator[Problem]:
    """A track that ends up supervising itself is usually a slip; said once for each circle."""
    above, reported = c.sheets.tracks.supervisor, set[str]()
    for w in above:
        chain = [w]
        while (step := above.get(chain[-1])) is not None and step not in chain:
            chain.append(step)
        if step == w and w not in reported:
            reported |= set(chain)
            circle = " → ".join([*chain, w])
            yield c.problem("W310", "tracks", c.row("tracks", w), "supervisor", circle=circle)


def supervisors_have_a_span(c: Checked) -> Iterator[Problem]:
    """A supervised track says how many people one supervisor can train."""
    tracks = c.sheets.tracks
    for w in tracks.supervisor:
        row = c.row("tracks", w)
        if w not in tracks.span and row and "span" not in row.values:
            yield c.problem("E315", "tracks", row, "span")


def subscriptions_cost_something(c: Checked) -> Iterator[Problem]:
    """Private money that is merely kept must not be enough to redeem it: owed[f] > 1 where a fund may raise any."""
    funds = c.sheets.funds
    for f in funds.fund:
        row = c.row("funds", f)
        if not c.is_sound("funds", row) or not funds.private_ratio.get(f):
            continue
        if funds.owed(f) <= 1:
            at = "solvency_share" if funds.redemption_years[f] else "redemption_years"
            yield c.problem("W317", "funds", row, at, fund=f, owed=funds.owed(f))


def floors_are_not_negative(c: Checked) -> Iterator[Problem]:
    """A floor under an effect is at least 0; only a net benefit may be asked to be no worse than a loss."""
    for v, floor in c.sheets.floors.at_least.items():
        if floor < 0 and v != NET_BENEFIT:
            yield c.problem("E318", "floors", c.row("floors", v), "at_least", indicator=v, value=floor)


def national_is_not_a_region(c: Checked) -> Iterator[Problem]:
    """The name `national` stands for programmes outside the regions."""
    if NATIONAL in c.sheets.regions.region:
        yield c.problem("E311", "regions", c.row("regions", NATIONAL), "region", name=NATIONAL)


def sheets_have_rows(c: Checked) -> Iterator[Problem]:
    """At least one region, task, stage and fund is needed to plan anything."""
    for name in ("regions", "tasks", "stages", "funds"):
        if c.is_sound(name) and not c.tables[name].rows:
            yield c.problem("E312", name, None, None)


def something_is_in_the_initiative(c: Checked) -> Iterator[Problem]:
    """Without an industry in the growth initiative there is nothing to maximise."""
    initiative = c.sheets.industries.initiative
    if c.has_all("industries", initiative) and not any(initiative.values()):
        yield c.problem("E313", "industries", None, "initiative")


CHECKS: tuple[Check, ...] = (
    siting_sums_to_one,
    widths_sum_to_one,
    costs_rise,
    ceilings_stay_below_one,
    initial_depth_fits_the_ceilings,
    initial_depths_follow_each_other,
    stages_lead_on,
    profiles_have_no_gaps,
    appraisal_covers_the_plan,
    target_years_are_in_the_plan,
    targets_fit_employment,
    supervisors_make_no_circle,
    supervisors_have_a_span,
    subscriptions_cost_something,
    floors_are_not_negative,
    national_is_not_a_region,
    sheets_have_rows,
    something_is_in_the_initiative,
)
