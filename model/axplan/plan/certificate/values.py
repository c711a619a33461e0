"""The values of a plan: are they all there, and where each stands in an array."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from axplan.inputs.parameters import Inputs
from axplan.inputs.schema.policy import AT_LEAST, AT_MOST, GROWTH, WHOLE_PLAN
from axplan.plan.certificate.checks import CONSTRAINT, Check
from axplan.plan.certificate.expressions import Floats, Labels

Values = Mapping[str, Mapping[Any, float]]
"""variable → index → value: values["commitment"]["steel", "yeongnam", "design", "adoption", 1, 2027]."""

TOTALS = ("committed", "task_total", "place_total", "stage_total", "invested", "reach")
"""States of the growth initiative that are sums of other variables."""

VARIABLES = (
    "commitment", "depth", *TOTALS, "outlay", "progress", "trainees", "stock", "subscription", "lapse", "balance",
    "shortfall", "excess",
)  # fmt: skip


def indices(x: Inputs) -> dict[str, list[tuple[Any, ...]]]:
    """The index of every variable that a plan for `x` has, in the order of the sets."""
    paths = [(*cell, s) for cell in x.cells for s in x.stages.stage]
    stages, tasks, years = x.stages.stage, x.tasks.task, x.years
    people = [(w, i, r, t) for w in x.tracks.track for i, r in x.places for t in x.years]
    ledger = [(f, t) for f in x.funds.fund for t in x.years]
    soft = [(n, t) for n in x.rules.rule if n in x.rules.penalty for t in rule_periods(x, n)]
    return {
        "commitment": [(*path, g, t) for path in paths for g in x.segment_numbers[path[-1]] for t in x.years],
        "depth": [(*path, t) for path in paths for t in x.years],
        "committed": [(*path, t) for path in paths for t in x.years],
        "task_total": [(k, s, t) for k in tasks for s in stages for t in years],
        "place_total": [(*place, s, t) for place in initiative_places(x) for s in stages for t in years],
        "stage_total": [(s, t) for s in stages for t in years],
        "invested": [(*place, t) for place in initiative_places(x) for t in years],
        "reach": [(k, t) for k in tasks for t in years],
        "outlay": [(*site, t) for site in x.sites for t in x.years],
        "progress": [(p, t) for p in x.programmes.programme for t in x.years],
        "trainees": people,
        "stock": people,
        "subscription": ledger,
        "lapse": ledger,
        "balance": ledger,
        "shortfall": [(n, t) for n, t in soft if x.rules.relation[n] != AT_MOST],
        "excess": [(n, t) for n, t in soft if x.rules.relation[n] != AT_LEAST],
    }


def initiative_places(x: Inputs) -> list[tuple[str, str]]:
    """(i, r) of the growth initiative: an industry of I* where it is sited; the tasks of a place stand together."""
    return [(i, r) for i, r, _ in x.cells[:: len(x.tasks.task)]]


def rule_periods(x: Inputs, n: str) -> Sequence[int | str]:
    """The year of each constraint that rule n makes; growth compares every year but its first with the one before."""
    years = x.rule_years(n)
    if x.rules.unit[n] == GROWTH:
        return years[1:]
    return years if x.rules.each_year[n] else (WHOLE_PLAN,)


@dataclass(frozen=True)
class Dense:
    """The values of a plan as arrays, and the names along their axes; they need every value: see `check_values`."""

    inputs: Inputs
    values: Values

    @cached_property
    def indices(self) -> dict[str, list[tuple[Any, ...]]]:
        """Variable → its index: see `indices`."""
        return indices(self.inputs)

    def flat(self, variable: str) -> Floats:
        """The values of a variable in the order of `indices`."""
        given = self.values[variable]
        return np.array([given[index] for index in self.indices[variable]], dtype=float)

    def shaped(self, variable: str, *axes: Sequence[Any]) -> Floats:
        """The values of a variable over the product of its axes."""
        return self.flat(variable).reshape([len(axis) for axis in axes])

    @cached_property
    def commitment(self) -> Floats:
        """Shape (cells, stages, most segments of a stage, years), 억원; zero where a stage has fewer segments."""
        x, steps = self.inputs, self.has_segment
        filled = np.zeros((len(x.cells), *steps.shape, len(x.years)))
        filled[:, steps] = self.flat("commitment").reshape(len(x.cells), -1, len(x.years))
        return filled

    @cached_property
    def has_segment(self) -> np.ndarray[Any, np.dtype[np.bool_]]:
        """Shape (stages, most segments of a stage): does the stage have this segment?"""
        counts = np.array([len(self.inputs.segment_numbers[s]) for s in self.inputs.stages.stage])
        return np.arange(max(counts, default=0)) < counts[:, None]

    @cached_property
    def depth(self) -> Floats:
        """Shape (cells, stages, years), shares of a cell."""
        return self.shaped("depth", self.inputs.cells, self.inputs.stages.stage, self.inputs.years)

    @cached_property
    def committed(self) -> Floats:
        """Shape (cells, stages, years), 억원 of a cell and stage, of all segments."""
        return self.shaped("committed", self.inputs.cells, self.inputs.stages.stage, self.inputs.years)

    @cached_property
    def task_total(self) -> Floats:
        """Shape (tasks, stages, years), 억원 over all places."""
        return self.shaped("task_total", self.inputs.tasks.task, self.inputs.stages.stage, self.inputs.years)

    @cached_property
    def place_total(self) -> Floats:
        """Shape (places of the initiative, stages, years), 억원 over all tasks."""
        return self.shaped("place_total", initiative_places(self.inputs), self.inputs.stages.stage, self.inputs.years)

    @cached_property
    def stage_total(self) -> Floats:
        """Shape (stages, years), 억원 over all cells."""
        return self.shaped("stage_total", self.inputs.stages.stage, self.inputs.years)

    @cached_property
    def invested(self) -> Floats:
        """Shape (places of the initiative, years), 억원 of public and private money so far."""
        return self.shaped("invested", initiative_places(self.inputs), self.inputs.years)

    @cached_property
    def reach(self) -> Floats:
        """Shape (tasks, years), what programmes have added to the ceiling of a task."""
        return self.shaped("reach", self.inputs.tasks.task, self.inputs.years)

    @cached_property
    def outlay(self) -> Floats:
        """Shape (sites, years), 억원 of public money."""
        return self.shaped("outlay", self.inputs.sites, self.inputs.years)

    @cached_property
    def progress(self) -> Floats:
        """Shape (programmes, years), shares of a programme."""
        return self.shaped("progress", self.inputs.programmes.programme, self.inputs.years)

    @cached_property
    def trainees(self) -> Floats:
        """Shape (tracks, places, years), persons who are trained in the year."""
        return self.shaped("trainees", self.inputs.tracks.track, self.inputs.places, self.inputs.years)

    @cached_property
    def stock(self) -> Floats:
        """Shape (tracks, places, years), skilled persons at the end of the year."""
        return self.shaped("stock", self.inputs.tracks.track, self.inputs.places, self.inputs.years)

    def of_fund(self, variable: str) -> Floats:
        """subscription, lapse or balance, shape (funds, years), 억원."""
        return self.shaped(variable, self.inputs.funds.fund, self.inputs.years)

    @property
    def years(self) -> Labels:
        """The labels of the axis of years."""
        return labels(self.inputs.years)


def check_values(v: Dense) -> Check:
    """Every variable has a finite value at every index, and none has one anywhere else.

    left and right are how many values there are, and how many there should be. A fault is infinitely bad.
    """
    fault = next(_faults(v.indices, v.values), None)
    found = sum(len(given) for given in v.values.values())
    wanted = sum(len(expected) for expected in v.indices.values())
    return Check("values", CONSTRAINT, fault, found, wanted, math.inf if fault else 0.0, 0.0)


def _faults(expected: Mapping[str, Sequence[Any]], values: Values) -> Iterator[tuple[Any, ...]]:
    for name in dict.fromkeys((*expected, *values)):
        given, wanted = values.get(name, {}), expected.get(name, ())
        yield from ((name, *index) for index in wanted if not math.isfinite(given.get(index, math.nan)))
        if len(given) > len(wanted):
            known = set(wanted)
            yield from ((name, *_parts(index)) for index in given if index not in known)


def _parts(index: Any) -> tuple[Any, ...]:
    return index if isinstance(index, tuple) else (index,)


def labels(names: Iterable[Any]) -> Labels:
    """The names along an axis whose names are single words."""
    return [(name,) for name in names]


def column(data: Mapping[Any, float], keys: Iterable[Any]) -> Floats:
    """The values of a column at `keys`."""
    return np.array([data[key] for key in keys], dtype=float)


def sheet_column(x: Inputs, sheet: str, name: str) -> Floats:
    """A column of a sheet whose key is its name in the singular (stages: stage), shape (rows,)."""
    table = getattr(x, sheet)
    return column(getattr(table, name), getattr(table, sheet.removesuffix("s")))


def members(group_of: Iterable[Any], groups: Sequence[Any]) -> Floats:
    """Shape (groups, members): 1 where a member belongs to a group, else 0."""
    own = list(group_of)
    return np.array([[float(name == group) for name in own] for group in groups]).reshape(len(groups), len(own))


def earlier(array: Floats, before: Floats | float, lag: int = 1) -> Floats:
    """The same quantity `lag` years earlier, along the last axis; `before` is what it was before the plan."""
    count = array.shape[-1]
    shift = min(lag, count)
    old = np.broadcast_to(np.asarray(before)[..., None], (*array.shape[:-1], shift))
    return np.concatenate([old, array[..., : count - shift]], axis=-1)
