"""The lines of the plan, and the sums of them that are to stay near the exact ones when the lines are rounded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from axplan.inputs.parameters import Inputs
from axplan.inputs.schema.policy import FILTERS, INVESTMENT, MEASURE_FILTERS, SHARE_OF, SPENDING, WHOLE_KEEPS
from axplan.plan.frames import USES, Frames
from axplan.plan.policy_compliance import MEASURED_IN
from axplan.plan.rounding.bounds import padded, skill_bounds, transition_bounds
from axplan.plan.rounding.controlled import Bounds, Floats, Marginals, Whole, rounded, sums_so_far

KEYS = {
    "commitments": ["industry", "region", "task", "stage"],
    "trainees": ["track", "industry", "region"],
    "outlays": ["programme", "region"],
    "running_costs": ["programme", "region"],
}
"""What makes a line of each frame; it has an amount a year."""

PUBLIC, PRIVATE = {use.frame: use.public for use in USES}, {use.frame: use.private for use in USES}
PEOPLE = {"trainees": "trainees"}
"""Columns that are rounded together, for sums run over all of them."""

REQUIRED, REPORTED, LINE = "required", "reported", "line"
"""Kinds of marginals: sums that constraints speak of, sums that tables print, single lines."""

PRIORITY = {REQUIRED: 10.0, REPORTED: 1.0, LINE: 1.0}
"""How much the squared error of a sum counts."""

Tolerances = Mapping[str, float]
TOLERANCE_LEVELS: Sequence[Tolerances] = tuple(
    dict(zip((REQUIRED, REPORTED, LINE), level, strict=True))
    for level in ((0.45, 0.9, 0.6), (0.3, 1.2, 0.6), (0.5, 0.7, 0.5), (0.4, 1.5, 0.45), (0.2, 2.0, 0.5))
)
"""Errors in printed units that are good enough for each kind of sum; the first level serves nearly always."""

MARGINALS: Mapping[str, str] = {
    REQUIRED: "fund, track, stage, programme frame",
    REPORTED: "programme, region, task, fund frame, industry frame, region frame, industry stage, region stage, "
    "industry task, industry region frame, track industry, track region",
    LINE: "track industry region, industry region task stage, programme region",
}
"""The sums that tables print or constraints speak of: for every combination of these keys, over the lines that have it.
Funds must pay for their uses, tracks meet their targets to the person, and the cost of a stage or programme follows
from quantity and price."""

WHOLE_COSTS: Mapping[str, str] = {REQUIRED: "stage, track, programme frame"}
"""The sums of public and private money together that tables print."""

MANY = 100
"""From so many trainees on, one more or less is less than one per cent."""


@dataclass(frozen=True)
class Lines:
    """The lines of a frame: their keys, and for every row of the frame its line and year."""

    rows: pd.DataFrame
    keys: pd.DataFrame
    line: Whole
    year: Whole

    @staticmethod
    def of(frame: pd.DataFrame, keys: list[str], years: Sequence[int]) -> Lines:
        """The lines of a frame with a column `year` of the plan's `years`; amounts are summed over its segments."""
        amounts = [column for column in frame.columns if column not in (*keys, "year", "segment")]
        rows = frame.groupby([*keys, "year"], sort=False)[amounts].sum().reset_index()
        line = rows.groupby(keys, sort=False).ngroup().to_numpy(dtype=np.int64)
        unique = rows[keys].drop_duplicates().reset_index(drop=True)
        return Lines(rows, unique, line, (rows["year"].to_numpy() - years[0]).astype(np.int64))

    @property
    def items(self) -> dict[tuple[str, ...], int]:
        """Key of a line → its number."""
        return {key: n for n, key in enumerate(self.keys.itertuples(index=False, name=None))}

    def by_year(self, column: str, x: Inputs) -> Floats:
        """The amounts of a column, shape (lines, years)."""
        amounts = np.zeros((len(self.keys), len(x.years)))
        amounts[self.line, self.year] = self.rows[column]
        return amounts


def rounded_lines(x: Inputs, exact: Frames, step: float, tolerances: Tolerances) -> dict[str, pd.DataFrame]:
    """The frames commitments, trainees, outlays and running_costs with money in multiples of `step` 억원 and whole
    persons.

    `exact` are the frames as they were optimised, with depths; `tolerances` one of `TOLERANCE_LEVELS`. What was zero
    stays zero, so that no year gets money the plan does not give it.
    """
    lines = {frame: Lines.of(exact[frame], keys, x.years) for frame, keys in KEYS.items()}
    growth, people = lines["commitments"], lines["trainees"]
    until = sums_so_far(growth.by_year("commitment", x) / step)
    bounds = transition_bounds(x, exact["depths"], until, growth.items, step)
    public = _round(x, lines, Rounding(PUBLIC, step, tolerances, bounds))
    _round(x, lines, Rounding(PRIVATE, step, tolerances, beside=public))
    bounds = skill_bounds(x, _invested(x, growth), exact["trainees"], people.items, step)
    _round(x, {"trainees": people}, Rounding(PEOPLE, 1.0, tolerances, bounds, MANY))
    made = {frame: own.rows for frame, own in lines.items()}
    made["commitments"] = made["commitments"].drop(columns=["depth", "mature_effect"])
    made["commitments"]["investment"] = made["commitments"]["commitment"] + made["commitments"]["private"]
    return made


def _invested(x: Inputs, growth: Lines) -> dict[tuple[str, str], Floats]:
    """(industry, region) → printed commitments with their private match, so far by year (억원)."""
    match = 1 + growth.keys["stage"].map(dict(x.stages.private_match)).to_numpy(dtype=float)
    amounts = np.cumsum(growth.by_year("commitment", x) * match[:, None], axis=1)
    places = growth.keys[["industry", "region"]].itertuples(index=False, name=None)
    found: dict[tuple[str, str], Floats] = {}
    for place, line in zip(places, amounts, strict=True):
        found[place] = found.get(place, 0.0) + line
    return found


@dataclass(frozen=True)
class Rounding:
    """How columns are rounded: to multiples of `unit`; `bounds` hold for the first frame; see `rounded`.

    `beside`, shape (lines, years): by how many units the money that stands beside theirs is off so far; the whole of
    both, which tables print as the cost of a stage, track or programme, is then to be near the exact one as well.
    """

    columns: Mapping[str, str]
    unit: float
    tolerances: Tolerances
    bounds: Bounds | None = None
    large: float = np.inf
    beside: Floats | None = None


def _round(x: Inputs, lines: Mapping[str, Lines], how: Rounding) -> Floats:
    """Replace one column of each frame; by how many units the lines are off so far, shape (lines, years)."""
    amounts = np.concatenate([own.by_year(how.columns[frame], x) for frame, own in lines.items()]) / how.unit
    bounds = padded(how.bounds, len(amounts)) if how.bounds else None
    whole = rounded(amounts, _marginals(x, lines, how), bounds, how.large)
    first = 0
    for frame, own in lines.items():
        mine = whole[first : first + len(own.keys)]
        own.rows[how.columns[frame]] = np.round(mine[own.line, own.year] * how.unit, 6)
        first += len(own.keys)
    return np.cumsum(whole, axis=1) - sums_so_far(amounts)


def _marginals(x: Inputs, lines: Mapping[str, Lines], how: Rounding) -> Marginals:
    items = pd.concat([_described(x, frame, own.keys) for frame, own in lines.items()], ignore_index=True)
    alone = [*_combinations(items, MARGINALS), *_rules(x, items, how.columns), *_skills(x, items)]
    both = [] if how.beside is None else list(_combinations(items, WHOLE_COSTS))
    entries, groups = [], 0
    for n, (members, codes, weights, kind) in enumerate([*alone, *both]):
        count = int(codes.max()) + 1 if len(codes) else 0
        known = np.zeros((count, len(x.years)))
        if how.beside is not None and n >= len(alone):
            np.add.at(known, codes, how.beside[members])
        size = np.full(count, how.tolerances[kind]), np.full(count, PRIORITY[kind])
        entries.append((members, codes + groups, weights, *size, known))
        groups += count
    return Marginals(*(np.concatenate(part) for part in zip(*entries, strict=True)))


def _described(x: Inputs, frame: str, keys: pd.DataFrame) -> pd.DataFrame:
    """The keys of lines with their frame and the fund that pays."""
    use = next(use for use in USES if use.frame == frame)
    return keys.assign(frame=frame, fund=keys[use.key].map(use.column(x, "fund")))


Weighed = tuple[Whole, Whole, Floats, str]
"""Members, the number of the sum each belongs to, the weight of each, and the kind of these sums."""


def _combinations(items: pd.DataFrame, listed: Mapping[str, str]) -> Iterator[Weighed]:
    for keys, kind in ((keys.split(), kind) for kind, names in listed.items() for keys in names.split(", ")):
        if set(keys) <= set(items.columns):
            members = np.flatnonzero(items[keys].notna().all(axis=1))
            codes = items.iloc[members].groupby(keys, sort=False).ngroup().to_numpy(dtype=np.int64)
            yield members, codes, np.ones(len(members)), kind


def _rules(x: Inputs, items: pd.DataFrame, columns: Mapping[str, str]) -> Iterator[Weighed]:
    """Left side less right side of every rule over what these columns measure."""
    for n in x.rules.rule:
        measure = x.rules.measure[n]
        parts = MEASURED_IN[measure]
        if any(columns.get(frame) != ("commitment" if measure == INVESTMENT else column) for _, frame, column in parts):
            continue
        weights = _selected(x, items, n, tuple(FILTERS))
        if x.rules.unit[n] == SHARE_OF:
            keeps = () if measure == SPENDING else WHOLE_KEEPS
            weights = weights - x.rules.value[n] * _selected(x, items, n, keeps)
        if measure == INVESTMENT:
            weights = weights * (1 + items["stage"].map(dict(x.stages.private_match)).fillna(0.0).to_numpy(dtype=float))
        members = np.flatnonzero(weights)
        yield members, np.zeros(len(members), dtype=np.int64), weights[members], REQUIRED


def _selected(x: Inputs, items: pd.DataFrame, rule: str, filters: Sequence[str]) -> Floats:
    """1 for the lines that a rule measures and that pass some of its filters, else 0."""
    chosen: dict[str, Any] = {name: rows for name in filters if (rows := getattr(x.rules, name).get(rule))}
    passed = np.zeros(len(items), dtype=bool)
    for part, frame, _ in MEASURED_IN[x.rules.measure[rule]]:
        if set(chosen) <= set(MEASURE_FILTERS[part]):
            passes = items["frame"] == frame
            for name, rows in chosen.items():
                passes &= items[name].isin(rows)
            passed |= passes.to_numpy(dtype=bool)
    return passed.astype(float)


def _skills(x: Inputs, items: pd.DataFrame) -> Iterator[Weighed]:
    """Investment by industry and region, which the people there must match; relative to the largest multiple."""
    members = np.flatnonzero(items["frame"] == "commitments")
    if len(members):
        own = items.iloc[members]
        multiple = 1 + own["stage"].map(dict(x.stages.private_match)).to_numpy(dtype=float)
        codes = own.groupby(["industry", "region"], sort=False).ngroup().to_numpy(dtype=np.int64)
        yield members, codes, multiple / multiple.max(), REQUIRED
