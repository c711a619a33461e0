"""What a plan is looked at by: budget aggregates, each a weighted sum of the model's variables."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from axplan.core.text import Text
from axplan.inputs.parameters import Inputs
from axplan.inputs.schema.core import NATIONAL
from axplan.solver import Arrays
from axplan.solver.arrays import Floats

Integers = NDArray[np.int64]
Key = tuple[Any, ...]
Name = tuple[str, Key]
"""(kind, key): ("industry_stage", ("steel", "adoption"))."""

PUBLIC, COMMITMENT, TRAINING, OUTLAY, RUNNING = "public", "commitment", "training", "outlay", "running"
PLACES = "industry_stage_region"
"""The kind by which plans are compared with each other: where the commitments go. It is not ranged."""


@dataclass(frozen=True)
class Kind:
    """A kind of aggregate: what it is called, and the sheets of the inputs whose rows make its key."""

    title: Text
    sheets: tuple[str, ...]


KINDS: Mapping[str, Kind] = {
    "total": Kind(Text("총액", "Totals"), ()),
    "industry": Kind(Text("산업별 공공 지원액", "Commitments by industry"), ("industries",)),
    "stage": Kind(Text("단계별 공공 지원액", "Commitments by stage"), ("stages",)),
    "industry_stage": Kind(
        Text("산업·단계별 공공 지원액", "Commitments by industry and stage"), ("industries", "stages")
    ),
    "industry_region": Kind(
        Text("산업·권역별 공공 지원액", "Commitments by industry and region"), ("industries", "regions")
    ),
    "region": Kind(Text("권역별 공공 지원액", "Commitments by region"), ("regions",)),
    "region_public": Kind(Text("권역별 기금 지출", "Fund spending by region"), ("regions",)),
    "task": Kind(Text("AI 태스크별 공공 지원액", "Commitments by AI task"), ("tasks",)),
    "year": Kind(Text("연도별 기금 지출", "Fund spending by year"), ()),
    "programme": Kind(Text("기반사업별 공공 사업비", "Outlay by programme"), ("programmes",)),
    "running": Kind(Text("기반사업별 운영비", "Running costs by programme"), ("programmes",)),
    "track": Kind(Text("트랙별 공공 훈련비", "Public training cost by track"), ("tracks",)),
}
"""Every kind that is ranged, in reading order. Public spending is commitments, public training cost, outlays and
running costs together, without the administration of the funds."""

TOTALS: Mapping[str, Text] = {
    PUBLIC: Text("기금 지출 합계", "Fund spending"),
    COMMITMENT: Text("성장 이니셔티브 공공 지원액", "Commitments of the growth initiative"),
    TRAINING: Text("인력양성 공공 훈련비", "Public training cost"),
    OUTLAY: Text("기반사업 공공 사업비", "Outlay of the programmes"),
    RUNNING: Text("기반사업 운영비", "Running costs of the programmes"),
}
WHOLE_COUNTRY = Text("전국", "National")


@dataclass(frozen=True)
class Aggregate:
    """Σ weights · x over some columns of the model, in 억원."""

    kind: str
    key: Key
    columns: Integers
    weights: Floats

    @property
    def name(self) -> str:
        """The parts of its key as one word: steel.adoption."""
        return ".".join(str(part) for part in self.key)

    def of(self, x: Floats) -> float:
        """The amount in a solution."""
        return float(self.weights @ x[self.columns])

    def cost(self, width: int) -> Floats:
        """The aggregate as a cost of `width` columns."""
        cost = np.zeros(width)
        cost[self.columns] = self.weights
        return cost


def label(x: Inputs, kind: str, key: Sequence[Any], language: str) -> str:
    """What an aggregate is called: the labels of the rows of its key."""
    if kind == "total":
        return TOTALS[key[0]].in_(language)
    if kind == "year":
        return str(key[0])
    return " · ".join(_row_label(x, sheet, part, language) for sheet, part in zip(KINDS[kind].sheets, key, strict=True))


def _row_label(x: Inputs, sheet: str, key: str, language: str) -> str:
    if key == NATIONAL and sheet == "regions":
        return WHOLE_COUNTRY.in_(language)
    return x.label(sheet, key, language)


def aggregates(x: Inputs, arrays: Arrays) -> list[Aggregate]:
    """Every aggregate that is ranged, by kind in the order of the inputs; one of no variables is always zero."""
    found = _sums(x, arrays)
    return [found[name] for kind in KINDS for name in _names(x, kind)]


def places(x: Inputs, arrays: Arrays) -> list[Aggregate]:
    """Commitments by industry, stage and region."""
    found = _sums(x, arrays)
    return [found[name] for name in _names(x, PLACES)]


def _names(x: Inputs, kind: str) -> list[Name]:
    industries, stages, regions = x.initiative_industries, x.stages.stage, x.regions.region
    keys: Mapping[str, Sequence[Key]] = {
        "total": [(name,) for name in TOTALS],
        "industry": [(i,) for i in industries],
        "stage": [(s,) for s in stages],
        "industry_stage": [(i, s) for i in industries for s in stages],
        "industry_region": [(i, r) for i in industries for r in regions],
        "region": [(r,) for r in regions],
        "region_public": [(r,) for r in (*regions, *_nowhere(x))],
        "task": [(k,) for k in x.tasks.task],
        "year": [(t,) for t in x.years],
        "programme": [(p,) for p in x.programmes.programme],
        "running": [(p,) for p in running(x)],
        "track": [(w,) for w in x.tracks.track],
        PLACES: [(i, s, r) for i in industries for s in stages for r in regions],
    }
    return [(kind, key) for key in keys[kind]]


def running(x: Inputs) -> tuple[str, ...]:
    """The programmes that cost something to run."""
    return tuple(p for p in x.programmes.programme if x.programmes.operating_cost[p])


def _nowhere(x: Inputs) -> tuple[str, ...]:
    """The place of running costs, and of programmes that belong to no region, where there are any."""
    return (NATIONAL,) if running(x) or any(r == NATIONAL for _, r in x.sites) else ()


def _sums(x: Inputs, arrays: Arrays) -> dict[Name, Aggregate]:
    entries: dict[Name, list[tuple[int, float]]] = {name: [] for kind in (*KINDS, PLACES) for name in _names(x, kind)}
    for column, weight, names in _money(x, arrays):
        for name in names:
            entries[name].append((column, weight))
    return {
        (kind, key): Aggregate(
            kind, key, np.array([c for c, _ in found], np.int64), np.array([w for _, w in found], float)
        )
        for (kind, key), found in entries.items()
    }


def _money(x: Inputs, arrays: Arrays) -> Iterator[tuple[int, float, list[Name]]]:
    """Every variable that is public money, or a total of it: its column, 억원 a unit, and the aggregates it belongs to.

    What an aggregate sums are the coarsest totals that tell it: no column is a part of another one of the same sum.
    """
    yield from _commitments(arrays)
    for (w, _, r, t), column in arrays.columns["trainees"].items():
        yield column, x.public_unit_cost[w], [*_everywhere(TRAINING, t), ("region_public", (r,)), ("track", (w,))]
    for (p, r, t), column in arrays.columns["outlay"].items():
        yield column, 1.0, [*_everywhere(OUTLAY, t), ("region_public", (r,)), ("programme", (p,))]
    for (p, t), column in arrays.columns["progress"].items():
        if t < x.years[-1] and x.programmes.operating_cost[p]:  # what is built costs money from the year after
            names: list[Name] = [*_everywhere(RUNNING, t + 1), ("region_public", (NATIONAL,)), ("running", (p,))]
            yield column, x.programmes.operating_cost[p], names


def _commitments(arrays: Arrays) -> Iterator[tuple[int, float, list[Name]]]:
    """The totals of commitments by stage, by task and by place."""
    for (s, t), column in arrays.columns["stage_total"].items():
        yield column, 1.0, [*_everywhere(COMMITMENT, t), ("stage", (s,))]
    for (k, _, _), column in arrays.columns["task_total"].items():
        yield column, 1.0, [("task", (k,))]
    for (i, r, s, _), column in arrays.columns["place_total"].items():
        yield column, 1.0, [
            ("industry", (i,)), ("industry_stage", (i, s)), ("industry_region", (i, r)), ("region", (r,)),
            ("region_public", (r,)), (PLACES, (i, s, r)),
        ]  # fmt: skip


def _everywhere(use: str, t: int) -> list[Name]:
    """What all public money belongs to."""
    return [("total", (PUBLIC,)), ("total", (use,)), ("year", (t,))]
