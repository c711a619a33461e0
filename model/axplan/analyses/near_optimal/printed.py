"""Amounts of plans in whole units, such that every sum a sheet shows is the sum of the parts it shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from axplan.plan.frames import USES
from axplan.plan.rounding.controlled import apportioned
from axplan.report.tables.pivot import sums

if TYPE_CHECKING:
    import pandas as pd

Amounts = Mapping[tuple[str, tuple[Any, ...]], float]
"""(kind, key) → 억원; a key that is not there has nothing."""

PLACES = "industry_stage_region"
OF_PLACES: Mapping[str, tuple[int, ...]] = {
    "industry": (0,), "stage": (1,), "industry_stage": (0, 1), "industry_region": (0, 2), "region": (2,),
}  # fmt: skip
"""Kind → which parts of (industry, stage, region) make its key: its amounts are sums of those."""


def of_plan(frames: Mapping[str, pd.DataFrame]) -> Amounts:
    """The amounts of the best plan, from its printed frames."""
    money = {use.public: frames[use.frame] for use in USES}
    found: dict[tuple[str, tuple[Any, ...]], float] = defaultdict(float)
    for (i, s, r), amount in sums(money["commitment"], "industry stage region", "commitment").items():
        found[PLACES, (i, s, r)] = amount
    for column, kind, key in (
        ("commitment", "task", "task"), ("public", "track", "track"), ("outlay", "programme", "programme"),
        ("running_cost", "running", "programme"),
    ):  # fmt: skip
        found.update({(kind, (name,)): amount for name, amount in sums(money[column], key, column).items()})
    for column, frame in money.items():
        for kind, key in (("year", "year"), ("region_public", "region")):
            for name, amount in sums(frame, key, column).items():
                found[kind, (name,)] += amount
    return _with_sums(found)


def of_exact(plan: pd.DataFrame, step: float) -> Amounts:
    """The amounts of another plan (columns kind, name, amount), rounded part by part so that all sums agree."""
    exact: dict[str, dict[tuple[Any, ...], float]] = defaultdict(dict)
    for kind, name, amount in plan[["kind", "name", "amount"]].itertuples(index=False, name=None):
        exact[kind][_key(kind, name)] = amount
    found: dict[tuple[str, tuple[Any, ...]], float] = defaultdict(float)

    def add(kind: str, whole: float | None = None) -> float:
        rounded = apportioned(list(exact[kind].values()), step, whole)
        found.update({(kind, key): amount for key, amount in zip(exact[kind], rounded, strict=True)})
        return sum(rounded)

    committed = add(PLACES)
    add("task", committed)
    public = committed + add("track") + add("programme") + add("running")
    add("year", public)
    add("region_public", public)
    return _with_sums(found)


def _key(kind: str, name: str) -> tuple[Any, ...]:
    return (int(name),) if kind == "year" else tuple(name.split("."))


def _with_sums(found: dict[tuple[str, tuple[Any, ...]], float]) -> Amounts:
    """Sums over the parts that are there."""
    for (kind, key), amount in list(found.items()):
        if kind == PLACES:
            for wider, parts in OF_PLACES.items():
                found[wider, tuple(key[n] for n in parts)] += amount
    of_use = {
        "commitment": _total(found, PLACES), "training": _total(found, "track"), "outlay": _total(found, "programme"),
        "running": _total(found, "running"),
    }  # fmt: skip
    found.update({("total", (use,)): amount for use, amount in of_use.items()})
    found["total", ("public",)] = sum(of_use.values())
    return found


def _total(found: Mapping[tuple[str, tuple[Any, ...]], float], kind: str) -> float:
    return sum(amount for (of, _), amount in found.items() if of == kind)
