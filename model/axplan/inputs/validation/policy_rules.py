"""Checks of the sheet `rules`: can each rule apply, does it select anything, can it ever bind the way it is written?"""

from collections.abc import Iterator

from axplan.core.problem import Problem
from axplan.core.text import Text
from axplan.inputs.schema import Sheets
from axplan.inputs.schema.policy import (
    AMOUNT,
    APPROPRIATION_SHARE,
    AT_LEAST,
    AT_MOST,
    COMMITMENT,
    FILTERS,
    GROWTH,
    INVESTMENT,
    MEASURE_FILTERS,
    MEASURES,
    MOST_OF_APPROPRIATIONS,
    OUTLAY,
    SHARE_OF,
    SPENDING,
    TRAINEES,
    WHOLE_KEEPS,
)
from axplan.inputs.validation.checked import Check, Checked
from axplan.inputs.validation.suggest import hint

PERCENTAGE_LIKELY = 5.0
"""A yearly growth above 500 % limits nothing and is likely to be a percentage."""


def _readable(c: Checked) -> Iterator[str]:
    """The rules of which every cell could be read: a filter that is missing only because of a slip means nothing."""
    yield from (n for n in c.sheets.rules.rule if c.is_sound("rules", c.row("rules", n)))


def _span(c: Checked, n: str) -> tuple[int, int]:
    """The first and last year of rule n; blank = the whole plan. Only where the plan's years are known."""
    assert c.years is not None
    return c.sheets.rules.from_.get(n, c.years[0]), c.sheets.rules.to.get(n, c.years[-1])


def filters_can_apply(c: Checked) -> Iterator[Problem]:
    """A stage means nothing for trainees, an industry nothing for outlays."""
    rules = c.sheets.rules
    for n, measure in rules.measure.items():
        possible = MEASURE_FILTERS[measure]
        for name in FILTERS:
            if getattr(rules, name).get(n) and name not in possible:
                values = {"measure": measure, "column": name, "filters": ", ".join(possible)}
                yield c.problem("E320", "rules", c.row("rules", n), name, **values)


def shares_of_appropriations_are_money(c: Checked) -> Iterator[Problem]:
    """Appropriations are money; people are no share of them."""
    rules, money = c.sheets.rules, ", ".join(measure for measure in MEASURES if measure != TRAINEES)
    for n, unit in rules.unit.items():
        if unit == APPROPRIATION_SHARE and rules.measure.get(n) == TRAINEES:
            yield c.problem("E326", "rules", c.row("rules", n), "unit", measure=TRAINEES, measures=money)


def years_are_in_the_plan(c: Checked) -> Iterator[Problem]:
    """A rule's years lie within the plan."""
    for name, years in (("from", c.sheets.rules.from_), ("to", c.sheets.rules.to)):
        for n, year in years.items():
            if c.years and year not in c.years:
                values = {"column": name, "year": year, "first": c.years[0], "last": c.years[-1]}
                yield c.problem("E321", "rules", c.row("rules", n), name, **values)


def years_are_in_order(c: Checked) -> Iterator[Problem]:
    """A rule does not end before it begins."""
    rules = c.sheets.rules
    for n, first in rules.from_.items():
        if first > rules.to.get(n, first):
            yield c.problem("E325", "rules", c.row("rules", n), "to", first=first, last=rules.to[n])


def values_are_possible(c: Checked) -> Iterator[Problem]:
    """A share lies between 0 and 1, one of appropriations at most at 3, growth is at least −1, an amount at least
    0."""
    rules = c.sheets.rules
    bounds = {
        AMOUNT: (0.0, float("inf"), Text("0 이상", "at least 0")),
        SHARE_OF: (0.0, 1.0, Text("0~1의 비율", "a share from 0 to 1")),
        APPROPRIATION_SHARE: (0.0, MOST_OF_APPROPRIATIONS, Text("0~3의 비율", "a share from 0 to 3")),
        GROWTH: (-1.0, float("inf"), Text("-1 이상의 비율", "a share of at least -1")),
    }
    for n, value in rules.value.items():
        low, high, allowed = bounds.get(rules.unit.get(n, AMOUNT), bounds[AMOUNT])
        if n in rules.unit and not low <= value <= high:
            meant = value / 100 if rules.unit[n] != AMOUNT and low <= value / 100 <= high else None
            values = {"value": value, "unit": rules.unit[n], "allowed": allowed, "hint": hint(meant)}
            yield c.problem("E324", "rules", c.row("rules", n), "value", **values)


def growth_is_not_a_percentage(c: Checked) -> Iterator[Problem]:
    """35 for growth is 3500 % a year."""
    rules = c.sheets.rules
    for n, value in rules.value.items():
        if rules.unit.get(n) == GROWTH and value > PERCENTAGE_LIKELY:
            yield c.problem("W322", "rules", c.row("rules", n), "value", value=value, hint=hint(value / 100))


def growth_rules_have_two_years(c: Checked) -> Iterator[Problem]:
    """A growth rule compares a year with the one before; within a single year it says nothing."""
    for n, unit in c.sheets.rules.unit.items() if c.years else ():
        first, last = _span(c, n)
        if unit == GROWTH and first == last:
            yield c.problem("E323", "rules", c.row("rules", n), "from", first=first)


def share_rules_leave_something_out(c: Checked) -> Iterator[Problem]:
    """The share of a whole in itself is always 1: a share rule needs a filter that narrows it."""
    rules = c.sheets.rules
    for n in _readable(c):
        keeps = () if rules.measure[n] == SPENDING else WHOLE_KEEPS
        narrowed = any(getattr(rules, name).get(n) for name in FILTERS if name not in keeps)
        if rules.unit[n] == SHARE_OF and not narrowed:
            yield c.problem("W321", "rules", c.row("rules", n), "unit", rule=n)


def rules_select_something(c: Checked) -> Iterator[Problem]:
    """A rule whose filters leave nothing would be vacuous, or impossible."""
    for n in _readable(c):
        if not selects_anything(c.sheets, n):
            yield c.problem("E322", "rules", c.row("rules", n), "rule", rule=n)


def selects_anything(sheets: Sheets, n: str) -> bool:
    """Is there any commitment, trainee or outlay that rule `n` speaks of? What could not be read may be one."""
    return any(_selects(sheets, n, measure) for measure in _measured(sheets, n))


def _measured(sheets: Sheets, n: str) -> list[str]:
    """The measures that rule `n` sums: its own, or those parts of spending to which all its filters apply."""
    rules = sheets.rules
    if rules.measure[n] != SPENDING:
        return [rules.measure[n]]
    used = {name for name in FILTERS if getattr(rules, name).get(n)}
    return [part for part in (COMMITMENT, TRAINEES, OUTLAY) if used <= set(MEASURE_FILTERS[part])]


def _selects(sheets: Sheets, n: str, measure: str) -> bool:
    rules = sheets.rules
    if measure == OUTLAY:
        programmes = rules.programme.get(n) or sheets.programmes.programme
        return any(sheets.programmes.regional.get(p, True) or not rules.region.get(n) for p in programmes)
    industries = rules.industry.get(n) or sheets.industries.industry
    regions = rules.region.get(n) or sheets.regions.region
    if measure == TRAINEES:
        tracks = rules.track.get(n) or sheets.tracks.track
        return bool(tracks) and any(sheets.siting.get((i, r), 1.0) > 0 for i in industries for r in regions)
    chosen = [i for i in industries if sheets.industries.initiative.get(i, True)]
    return any(sheets.siting.get((i, r), 1.0) > 0 for i in chosen for r in regions)


def _beginnings_are_known(c: Checked) -> bool:
    """Are the sheets free of problems that say when something can begin?"""
    return all(c.is_sound(name) for name in ("stages", "tasks", "programmes", "tracks"))


def growth_rules_can_start(c: Checked) -> Iterator[Problem]:
    """A yearly increase limit on something that cannot begin in its first year keeps it at zero for ever."""
    if c.years is None or not _beginnings_are_known(c):
        return
    for n in _readable(c):
        rules = c.sheets.rules
        limit, first = rules.unit[n] == GROWTH and rules.relation[n] != AT_LEAST, _span(c, n)[0]
        if limit and not _can_start(c, n, first - c.years[0]):
            yield c.problem("W320", "rules", c.row("rules", n), "from", rule=n, year=first)


def share_floors_can_start(c: Checked) -> Iterator[Problem]:
    """A share floor in a year in which what it selects cannot begin keeps the whole of that year at zero."""
    if c.years is None or not _beginnings_are_known(c):
        return
    for n in _readable(c):
        rules = c.sheets.rules
        floor = rules.unit[n] == SHARE_OF and rules.relation[n] != AT_MOST and rules.value.get(n, 0.0) > 0
        if not floor or n in rules.penalty:
            continue
        first, last = _span(c, n)
        year = first if rules.each_year.get(n, False) else last
        if not _can_start(c, n, year - c.years[0]):
            yield c.problem("W323", "rules", c.row("rules", n), "from", rule=n, year=year)


def _can_start(c: Checked, n: str, start: int) -> bool:
    """Can anything that rule `n` selects be above zero in the year `start`, counted from 0?"""
    return any(_part_can_start(c, n, measure, start) for measure in _measured(c.sheets, n))


def _part_can_start(c: Checked, n: str, measure: str, start: int) -> bool:
    sheets, rules = c.sheets, c.sheets.rules
    if measure in (COMMITMENT, INVESTMENT):
        wanted = rules.stage.get(n) or sheets.stages.stage
        tasks = rules.task.get(n) or sheets.tasks.task
        return any(_begins(sheets, s) <= start and _has_room(sheets, s, tasks, start) for s in wanted)
    if measure == OUTLAY:
        programmes = rules.programme.get(n) or sheets.programmes.programme
        return any(sheets.programmes.annual_ceiling[p] > 0 for p in programmes)
    return any(_can_train(sheets, w) for w in rules.track.get(n) or sheets.tracks.track)


def _begins(sheets: Sheets, stage: str) -> float:
    """The first year (from 0) in which `stage` can go deeper: depth[s+1] ≤ conversion[s] · depth[s], delayed."""
    stages = sheets.stages
    begins = 0.0
    for before, after in zip(stages.stage, stages.stage[1:], strict=False):
        if stages.stage.index(after) > stages.stage.index(stage):
            break
        share, already = stages.conversion.get(before, 1.0), stages.initial_depth[after]
        if share * stages.initial_depth[before] > already:
            begins = 0.0
        elif share > already:
            begins += stages.conversion_lag.get(before, 0)
        else:
            return float("inf")
    return begins


def _has_room(sheets: Sheets, stage: str, tasks: tuple[str, ...], start: int) -> bool:
    """Is the ceiling of any task above what was done before the plan? Programmes raise it from year 2 on."""
    already = sheets.stages.initial_depth[stage]
    raised = {k for (_, k), rise in sheets.unlocks.value.items() if rise > 0 and start > 0}
    return any(k in raised or sheets.tasks.ceiling[k] > already for k in tasks)


def _can_train(sheets: Sheets, w: str) -> bool:
    """A track can begin when it has capacity and, if it is supervised, supervisors from before the plan."""
    tracks = sheets.tracks
    above = tracks.supervisor.get(w)
    has_supervisors = above is None or tracks.initial_stock[above] * tracks.span.get(w, 1.0) > 0
    return tracks.initial_capacity[w] > 0 and has_supervisors


RULE_CHECKS: tuple[Check, ...] = (
    filters_can_apply,
    shares_of_appropriations_are_money,
    years_are_in_the_plan,
    years_are_in_order,
    values_are_possible,
    growth_is_not_a_percentage,
    growth_rules_have_two_years,
    share_rules_leave_something_out,
    rules_select_something,
    growth_rules_can_start,
    share_floors_can_start,
)
