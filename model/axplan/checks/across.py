"""Checks across cells and tables, one rule per function. Each yields the problems it finds and assumes nothing: a
value that could not be read is simply absent."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from axplan.checks.loading import isclose_to_one, problem
from axplan.errors import Problem, Text
from axplan.schema import Sheets
from axplan.schema.core import NATIONAL
from axplan.tables import Tables


@dataclass(frozen=True)
class Checked:
    """What a check looks at: the typed sheets, and the tables that know where each value stands."""

    sheets: Sheets
    tables: Tables

    @property
    def years(self) -> range:
        settings = self.sheets.settings
        return range(settings.first_year, settings.first_year + settings.plan_years)

    def row(self, table: str, **key: Any) -> int | None:
        """The number of the row with this key, if it has one."""
        found = self.tables.get(table)
        wanted = {name: str(value) for name, value in key.items()}
        for row in found.rows if found else ():
            if all(str(row.values.get(name, "")).strip() == value for name, value in wanted.items()):
                return row.number
        return None

    def problem(
        self, code: str, table: str, found: Text, allowed: Text, column: str | None = None, **key: Any
    ) -> Problem:
        return problem(self.tables, code, table, found, allowed, self.row(table, **key) if key else None, column)


Check = Callable[[Checked], Iterator[Problem]]


def siting_sums_to_one(checked: Checked) -> Iterator[Problem]:
    """Every industry is somewhere: Σ_r siting[i,r] = 1."""
    siting = checked.sheets.siting
    for i in siting.industry:
        total = sum(siting.get((i, r)) for r in checked.sheets.regions.region)
        if not isclose_to_one(total):
            yield checked.problem(
                "E301",
                "siting",
                Text(f"{i} 행의 합 = {total:.6g}", f"row {i} sums to {total:.6g}"),
                Text("합이 1이어야 합니다", "a sum of 1"),
                column="industry",
                industry=i,
            )


def widths_sum_to_one(checked: Checked) -> Iterator[Problem]:
    """The segments of a stage cover all of it: Σ_g width[s,g] = 1."""
    segments = checked.sheets.segments
    for s in checked.sheets.stages.stage:
        total = sum(width for (stage, _), width in segments.width.items() if stage == s)
        if not isclose_to_one(total):
            yield checked.problem(
                "E302",
                "segments",
                Text(f"{s} 단계 폭의 합 = {total:.6g}", f"widths of {s} sum to {total:.6g}"),
                Text("합이 1이어야 합니다", "a sum of 1"),
                column="width",
                stage=s,
            )


def costs_rise(checked: Checked) -> Iterator[Problem]:
    """A later segment is never cheaper; otherwise the plan would fill the steps out of order."""
    multiplier = checked.sheets.segments.cost_multiplier
    for (s, g), cost in multiplier.items():
        before = [(h, c) for (t, h), c in multiplier.items() if t == s and h < g and c > cost]
        if before:
            yield checked.problem(
                "E303",
                "segments",
                Text(
                    f"cost_multiplier = {cost:g}, 앞 구간은 {before[-1][1]:g}",
                    f"cost_multiplier = {cost:g}, an earlier segment has {before[-1][1]:g}",
                ),
                Text("구간이 올라갈수록 같거나 커야 합니다", "at least that of the segment before"),
                column="cost_multiplier",
                stage=s,
                segment=g,
            )


def ceilings_stay_below_one(checked: Checked) -> Iterator[Problem]:
    """Nothing can be deeper than the whole: ceiling[k] + Σ_p unlocks[p,k] ≤ 1."""
    sheets = checked.sheets
    for k, ceiling in sheets.tasks.ceiling.items():
        total = ceiling + sum(sheets.unlocks.get((p, k)) for p in sheets.programmes.programme)
        if total > 1 + 1e-9:
            yield checked.problem(
                "E304",
                "tasks",
                Text(f"{k}: ceiling + unlocks = {total:.6g}", f"{k}: ceiling + unlocks = {total:.6g}"),
                Text("합이 1 이하", "a sum of at most 1"),
                column="ceiling",
                task=k,
            )


def initial_depth_is_reachable(checked: Checked) -> Iterator[Problem]:
    """What has been done before the plan fits under every ceiling: initial_depth[s] ≤ ceiling[k]."""
    ceilings = checked.sheets.tasks.ceiling
    lowest = min(ceilings, key=lambda k: ceilings[k], default=None)
    for s, depth in checked.sheets.stages.initial_depth.items():
        if lowest is not None and depth > ceilings[lowest]:
            yield checked.problem(
                "E305",
                "stages",
                Text(f"initial_depth = {depth:g}", f"initial_depth = {depth:g}"),
                Text(
                    f"태스크 {lowest}의 상한 {ceilings[lowest]:g} 이하",
                    f"at most the ceiling {ceilings[lowest]:g} of task {lowest}",
                ),
                column="initial_depth",
                stage=s,
            )


def stages_lead_on(checked: Checked) -> Iterator[Problem]:
    """Every stage but the last says how much of it can go on, and when."""
    stages = checked.sheets.stages
    for s in stages.stage[:-1]:
        for name, values in (("conversion", stages.conversion), ("conversion_lag", stages.conversion_lag)):
            if s not in values:
                yield checked.problem(
                    "E202",
                    "stages",
                    Text(f"{name} 이(가) 비어 있음", f"{name} is blank"),
                    Text("마지막 단계가 아니면 값이 있어야 합니다", "a value is needed for every stage but the last"),
                    column=name,
                    stage=s,
                )


def profiles_have_no_gaps(checked: Checked) -> Iterator[Problem]:
    """A profile starts at age_0 and runs without a gap to its last age."""
    profile = checked.sheets.effect_profile
    for s in profile.stage:
        ages = sorted(age for stage, age in profile.value if stage == s)
        if ages != list(range(len(ages))) or not ages:
            yield checked.problem(
                "E306",
                "effect_profile",
                Text(f"{s}의 값이 있는 나이 = {ages}", f"ages with a value for {s} = {ages}"),
                Text("age_0부터 빈칸 없이", "age_0 and on, without a gap"),
                column="stage",
                stage=s,
            )


def appraisal_covers_the_plan(checked: Checked) -> Iterator[Problem]:
    """Effects are counted at least to the last year of the plan."""
    settings = checked.sheets.settings
    last = checked.years[-1]
    if settings.appraisal_end < last:
        yield checked.problem(
            "E307",
            "settings",
            Text(f"appraisal_end = {settings.appraisal_end}", f"appraisal_end = {settings.appraisal_end}"),
            Text(f"계획의 마지막 해 {last} 이상", f"at least {last}, the last year of the plan"),
            column="value",
            key="appraisal_end",
        )


def target_years_are_in_the_plan(checked: Checked) -> Iterator[Problem]:
    """A target that falls due outside the plan cannot be met by it."""
    for w, year in checked.sheets.tracks.target_year.items():
        if year not in checked.years:
            yield checked.problem(
                "E308",
                "tracks",
                Text(f"target_year = {year}", f"target_year = {year}"),
                Text(f"{checked.years[0]}~{checked.years[-1]}", f"{checked.years[0]} to {checked.years[-1]}"),
                column="target_year",
                track=w,
            )


def targets_fit_employment(checked: Checked) -> Iterator[Problem]:
    """A target above what the employment ceilings allow can never be met."""
    sheets = checked.sheets
    if not sheets.industries.employment:
        return
    people = sum(
        sheets.industries.employment.get(i, 0.0) * share for (i, _), share in sheets.siting.value.items() if share > 0
    )
    for w, target in sheets.tracks.target.items():
        most = sheets.tracks.employment_ceiling.get(w, 1.0) * people
        if target > most * (1 + 1e-9):
            yield checked.problem(
                "E309",
                "tracks",
                Text(f"target = {target:g}", f"target = {target:g}"),
                Text(f"고용 상한으로 가능한 {most:,.0f}명 이하", f"at most the {most:,.0f} that employment allows"),
                column="target",
                track=w,
            )


def supervisors_make_no_circle(checked: Checked) -> Iterator[Problem]:
    """A supervised track names its span, and nobody supervises their own supervisors."""
    tracks = checked.sheets.tracks
    for w, above in tracks.supervisor.items():
        if w not in tracks.span:
            yield checked.problem(
                "E202",
                "tracks",
                Text("span 이(가) 비어 있음", "span is blank"),
                Text("supervisor가 있으면 값이 있어야 합니다", "a value is needed where there is a supervisor"),
                column="span",
                track=w,
            )
        chain: list[str] = []
        step: str | None = w
        while step is not None and step not in chain:
            chain.append(step)
            step = tracks.supervisor.get(step)
        if step == w:
            yield checked.problem(
                "E310",
                "tracks",
                Text(
                    f"supervisor = {above}: {' → '.join([*chain, w])}",
                    f"supervisor = {above}: {' → '.join([*chain, w])}",
                ),
                Text("서로 돌아가며 지도할 수 없습니다", "no circle of supervisors"),
                column="supervisor",
                track=w,
            )


def national_is_not_a_region(checked: Checked) -> Iterator[Problem]:
    """The name `national` stands for programmes outside the regions."""
    if NATIONAL in checked.sheets.regions.region:
        yield checked.problem(
            "E311",
            "regions",
            Text(f"region = {NATIONAL}", f"region = {NATIONAL}"),
            Text(
                "다른 이름; national은 전국 사업을 뜻합니다",
                "another name; national means programmes outside the regions",
            ),
            column="region",
            region=NATIONAL,
        )


def something_is_in_the_initiative(checked: Checked) -> Iterator[Problem]:
    """At least one industry, region, task, stage and fund is needed to plan anything."""
    sheets = checked.sheets
    for name, keys in (
        ("regions", sheets.regions.region),
        ("tasks", sheets.tasks.task),
        ("stages", sheets.stages.stage),
        ("funds", sheets.funds.fund),
    ):
        if not keys:
            yield checked.problem("E312", name, Text("행이 없음", "no rows"), Text("적어도 한 행", "at least one row"))
    if not any(sheets.industries.initiative.values()):
        yield checked.problem(
            "E312",
            "industries",
            Text("initiative = yes 인 산업이 없음", "no industry has initiative = yes"),
            Text("적어도 한 산업", "at least one industry"),
            column="initiative",
        )


def uncertainty_points_somewhere(checked: Checked) -> Iterator[Problem]:
    """A range belongs to an existing value and is in order: low ≤ mode ≤ high."""
    from axplan.schema import sheet_declarations

    ranges = checked.sheets.uncertainty
    declared = sheet_declarations()
    rows = checked.tables["uncertainty"].rows if "uncertainty" in checked.tables else ()
    for n, row in enumerate(rows):
        sheet = declared.get(ranges.table.get(n, ""))
        name = ranges.column.get(n, "")
        table = checked.tables.get(sheet.name) if sheet else None
        if sheet is None or table is None or name not in table.columns:
            yield problem(
                checked.tables,
                "E201",
                "uncertainty",
                Text(f"{ranges.table.get(n)}.{name}", f"{ranges.table.get(n)}.{name}"),
                Text("입력의 시트와 열", "a sheet and column of the inputs"),
                row.number,
                "column",
            )
            continue
        keys = {str(r.values.get(sheet.key[0] if sheet.key else "key", "")) for r in table.rows}
        if ranges.row.get(n, "*") not in {"*", *keys}:
            yield problem(
                checked.tables,
                "E201",
                "uncertainty",
                Text(f"row = {ranges.row.get(n)}", f"row = {ranges.row.get(n)}"),
                Text(f"{sheet.name} 시트의 행 또는 *", f"a row of sheet {sheet.name}, or *"),
                row.number,
                "row",
            )
        low, mode, high = (values.get(n) for values in (ranges.low, ranges.mode, ranges.high))
        if low is not None and mode is not None and high is not None and not low <= mode <= high:
            yield problem(
                checked.tables,
                "E313",
                "uncertainty",
                Text(f"{low:g}, {mode:g}, {high:g}", f"{low:g}, {mode:g}, {high:g}"),
                Text("low ≤ mode ≤ high", "low ≤ mode ≤ high"),
                row.number,
                "low",
            )


CHECKS: tuple[Check, ...] = (
    siting_sums_to_one,
    widths_sum_to_one,
    costs_rise,
    ceilings_stay_below_one,
    initial_depth_is_reachable,
    stages_lead_on,
    profiles_have_no_gaps,
    appraisal_covers_the_plan,
    target_years_are_in_the_plan,
    targets_fit_employment,
    supervisors_make_no_circle,
    national_is_not_a_region,
    something_is_in_the_initiative,
    uncertainty_points_somewhere,
)
