"""Checks of the sheet `rules`: can each rule apply, does it select anything, can it ever bind the way it is written?"""

from __future__ import annotations

from collections.abc import Iterator

from axplan.checks.across import Check, Checked
from axplan.errors import Problem, Text
from axplan.schema import Sheets
from axplan.schema.policy import COMMITMENT, FILTERS, GROWTH, INVESTMENT, MEASURE_FILTERS, OUTLAY, SHARE_OF


def filters_can_apply(checked: Checked) -> Iterator[Problem]:
    """A stage means nothing for trainees, an industry nothing for outlays."""
    rules = checked.sheets.rules
    for n, measure in rules.measure.items():
        for name in FILTERS:
            if getattr(rules, name).get(n) and name not in MEASURE_FILTERS[measure]:
                allowed = ", ".join(MEASURE_FILTERS[measure])
                yield checked.problem(
                    "E320",
                    "rules",
                    Text(f"{measure}에 {name} 조건", f"a filter on {name} for {measure}"),
                    Text(f"{measure}에는 {allowed}만", f"{measure} can be filtered by {allowed}"),
                    column=name,
                    rule=n,
                )


def years_are_in_the_plan(checked: Checked) -> Iterator[Problem]:
    """A rule's years lie within the plan and in order."""
    rules = checked.sheets.rules
    first, last = checked.years[0], checked.years[-1]
    for name, values in (("from", rules.from_), ("to", rules.to)):
        for n, year in values.items():
            if not first <= year <= last:
                yield checked.problem(
                    "E321",
                    "rules",
                    Text(f"{name} = {year}", f"{name} = {year}"),
                    Text(f"{first}~{last}", f"{first} to {last}"),
                    column=name,
                    rule=n,
                )
    for n in rules.rule:
        if rules.from_.get(n, first) > rules.to.get(n, last):
            yield checked.problem(
                "E321",
                "rules",
                Text(
                    f"from = {rules.from_.get(n)}, to = {rules.to.get(n)}",
                    f"from = {rules.from_.get(n)}, to = {rules.to.get(n)}",
                ),
                Text("from ≤ to", "from not after to"),
                column="to",
                rule=n,
            )


def rules_select_something(checked: Checked) -> Iterator[Problem]:
    """A rule whose filters leave nothing would be vacuous, or impossible."""
    for n in checked.sheets.rules.measure:
        if not selects_anything(checked.sheets, n):
            yield checked.problem(
                "E322",
                "rules",
                Text(f"{n}: 해당하는 것이 없음", f"{n} selects nothing"),
                Text("조건을 넓히거나 행을 지우십시오", "widen its filters or delete the row"),
                column="rule",
                rule=n,
            )


def selects_anything(sheets: Sheets, n: str) -> bool:
    """Is there any cell, trainee or outlay that rule `n` speaks of?"""
    measure = sheets.rules.measure[n]
    regions = sheets.rules.region.get(n) or sheets.regions.region
    if measure == OUTLAY:
        programmes = sheets.rules.programme.get(n) or sheets.programmes.programme
        return any(sheets.programmes.regional.get(p, False) or not sheets.rules.region.get(n) for p in programmes)
    wanted = sheets.rules.industry.get(n) or sheets.industries.industry
    if measure in (COMMITMENT, INVESTMENT):
        wanted = tuple(i for i in wanted if sheets.industries.initiative.get(i, False))
    return any(sheets.siting.get((i, r)) > 0 for i in wanted for r in regions)


def growth_rules_have_two_years(checked: Checked) -> Iterator[Problem]:
    """A growth rule compares a year with the one before; within a single year it says nothing."""
    rules = checked.sheets.rules
    first, last = checked.years[0], checked.years[-1]
    for n, unit in rules.unit.items():
        if unit == GROWTH and rules.from_.get(n, first) >= rules.to.get(n, last):
            yield checked.problem(
                "E323",
                "rules",
                Text("한 해뿐인 증가율", "growth within a single year"),
                Text("두 해 이상", "at least two years"),
                column="from",
                rule=n,
            )


def share_rules_leave_something_out(checked: Checked) -> Iterator[Problem]:
    """The share of a whole in itself is always 1: a share rule needs a filter that narrows it."""
    rules = checked.sheets.rules
    for n, unit in rules.unit.items():
        if unit == SHARE_OF and not any(
            getattr(rules, name).get(n) for name in ("industry", "region", "task", "stage")
        ):
            yield checked.problem(
                "W321",
                "rules",
                Text("전체의 전체에 대한 비중", "a share of the whole in itself"),
                Text("언제나 1입니다; 조건을 더하십시오", "it is always 1; add a filter"),
                column="unit",
                rule=n,
            )


def growth_rules_can_start(checked: Checked) -> Iterator[Problem]:
    """A yearly increase limit on something that cannot begin in its first year keeps it at zero for ever."""
    for n, unit in checked.sheets.rules.unit.items():
        if unit == GROWTH and checked.sheets.rules.relation.get(n) in ("<=", "=") and not can_start(checked, n):
            yield checked.problem(
                "W320",
                "rules",
                Text(f"{n}: 첫해에 0이므로 계속 0", f"{n} starts at zero and so stays there"),
                Text(
                    "from을 늦추거나 시작할 수 있는 단계를 넣으십시오",
                    "begin later (from), or select a stage that can begin at once",
                ),
                column="from",
                rule=n,
            )


def can_start(checked: Checked, n: str) -> bool:
    """Can anything that growth rule `n` selects be above zero in its first year?

    A stage can begin in year t when every stage before it had something to pass on in time.
    """
    sheets = checked.sheets
    measure = sheets.rules.measure.get(n)
    start = sheets.rules.from_.get(n, checked.years[0]) - checked.years[0]
    if measure in (COMMITMENT, INVESTMENT):
        wanted = sheets.rules.stage.get(n) or sheets.stages.stage
        return any(_first_possible(sheets, s) <= start for s in wanted)
    if measure == OUTLAY:
        programmes = sheets.rules.programme.get(n) or sheets.programmes.programme
        return any(sheets.programmes.annual_ceiling.get(p, 1.0) > 0 for p in programmes)
    tracks = sheets.rules.track.get(n) or sheets.tracks.track
    return any(sheets.tracks.initial_capacity.get(w, 1.0) > 0 for w in tracks)


def _first_possible(sheets: Sheets, stage: str) -> int:
    """The first year, counted from 0, in which something can pass `stage`."""
    stages = sheets.stages
    earliest = 0
    for before, after in zip(stages.stage, stages.stage[1:], strict=False):
        if after == stage or stages.stage.index(after) <= stages.stage.index(stage):
            depth, share = stages.initial_depth.get(before, 0.0), stages.conversion.get(before, 1.0)
            room = share * depth - stages.initial_depth.get(after, 0.0)
            earliest = 0 if room > 0 else earliest + stages.conversion_lag.get(before, 0)
    return earliest


RULE_CHECKS: tuple[Check, ...] = (
    filters_can_apply,
    years_are_in_the_plan,
    rules_select_something,
    growth_rules_have_two_years,
    share_rules_leave_something_out,
    growth_rules_can_start,
)
