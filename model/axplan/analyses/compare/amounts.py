"""What two plans spend and whom they train, beside each other: one tidy frame for each way of looking at a plan."""

import math
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from axplan.inputs.schema.core import NATIONAL
from axplan.plan import frames
from axplan.plan.ledger import COSTS
from axplan.plan.result import Plan

Source = tuple[str, str]
"""A frame of the plan and the column of it that is added up."""

COMMITMENT, TRAINING, OUTLAY, RUNNING_COST = ((use.frame, use.public) for use in frames.USES)
MATCH, EMPLOYER, OUTLAY_MATCH = ((use.frame, use.private) for use in frames.MATCHED)
TRAINEES = (frames.TRACKS.frame, frames.TRACKS.persons)

USES: Mapping[str, tuple[Source, tuple[Source, ...]]] = {
    **{
        use.name: ((use.frame, use.public), ((use.frame, use.private),) if use in frames.MATCHED else ())
        for use in frames.USES
    },
    **{cost: (("ledger", cost), ()) for cost in COSTS},
}
"""What public money is used for, by column of the ledgers: the public money, and the private money beside it."""

PUBLIC = tuple(public for public, _ in USES.values())
PRIVATE = tuple(source for _, private in USES.values() for source in private)

USE, YEAR, TRACK = "use", "year", "track"
PUBLIC_MONEY, PRIVATE_MONEY, PEOPLE = "public", "private", "trainees"
COLUMNS = ("key", "measure", "before", "after", "difference")


@dataclass(frozen=True)
class Dimension:
    """A way of looking at a plan: the sheet its keys come from ("" = not from a sheet), and what is added up by key.

    `measures`: PUBLIC_MONEY (억원), and PRIVATE_MONEY (억원) or PEOPLE (persons), each with the sources it is the sum of.
    """

    sheet: str
    measures: Mapping[str, tuple[Source, ...]]


DIMENSIONS: Mapping[str, Dimension] = {
    USE: Dimension("", {PUBLIC_MONEY: PUBLIC, PRIVATE_MONEY: PRIVATE}),
    "industry": Dimension("industries", {PUBLIC_MONEY: (COMMITMENT,), PRIVATE_MONEY: (MATCH,)}),
    "stage": Dimension("stages", {PUBLIC_MONEY: (COMMITMENT,), PRIVATE_MONEY: (MATCH,)}),
    YEAR: Dimension("", {PUBLIC_MONEY: PUBLIC, PEOPLE: (TRAINEES,)}),
    "region": Dimension("regions", {PUBLIC_MONEY: (COMMITMENT, TRAINING, OUTLAY, RUNNING_COST), PEOPLE: (TRAINEES,)}),
    TRACK: Dimension("tracks", {PUBLIC_MONEY: (TRAINING,), PEOPLE: (TRAINEES,)}),
    "programme": Dimension("programmes", {PUBLIC_MONEY: (OUTLAY, RUNNING_COST), PRIVATE_MONEY: (OUTLAY_MATCH,)}),
}
"""Where a total is not all public money, the dimension does not divide the rest: administration has no region, say."""


def plan_differences(before: Plan, after: Plan) -> dict[str, pd.DataFrame]:
    """Dimension → key, measure, before, after, difference (after − before); 억원 or persons, over the whole plan.

    Keys are in the order of the inputs, those of `before` first; a key with nothing in either plan is left out.
    """
    return {name: _differences(name, dimension, before, after) for name, dimension in DIMENSIONS.items()}


def _differences(name: str, dimension: Dimension, before: Plan, after: Plan) -> pd.DataFrame:
    keys = list(dict.fromkeys(key for plan in (before, after) for key in _keys(plan, name, dimension.sheet)))
    measured = {
        measure: tuple(_sums(plan, name, sources) for plan in (before, after))
        for measure, sources in dimension.measures.items()
    }
    rows = [
        (key, measure, old.get(key, 0.0), new.get(key, 0.0), new.get(key, 0.0) - old.get(key, 0.0))
        for key in keys
        if any(sums.get(key) for pair in measured.values() for sums in pair)
        for measure, (old, new) in measured.items()
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _keys(plan: Plan, name: str, sheet: str) -> Sequence[Hashable]:
    if name == USE:
        return tuple(USES)
    if name == YEAR:
        return plan.inputs.years
    keys: tuple[str, ...] = getattr(getattr(plan.inputs, sheet), name)
    return (*keys, NATIONAL) if name == "region" else keys


def _sums(plan: Plan, name: str, sources: Sequence[Source]) -> dict[Hashable, float]:
    """key → the sum of the sources in the plan."""
    found: dict[Hashable, list[float]] = {}
    for source in sources:
        for key, amount in _parts(plan, name, source):
            found.setdefault(key, []).append(amount)
    return {key: math.fsum(parts) for key, parts in found.items()}


def _parts(plan: Plan, name: str, source: Source) -> Iterator[tuple[Hashable, float]]:
    """(key, amount) of one source; what money is used for follows from where it stands."""
    frame, column = plan.frames[source[0]], source[1]
    if name == USE:
        use = next(use for use, (public, private) in USES.items() if source in (public, *private))
        yield use, math.fsum(frame[column].tolist())
        return
    found = frame.groupby(name, sort=False)[column].sum()
    yield from zip(found.index.to_list(), found.to_list(), strict=True)


def totals(differences: Mapping[str, pd.DataFrame]) -> dict[str, tuple[float, float]]:
    """PUBLIC_MONEY, PRIVATE_MONEY (억원) and PEOPLE (persons) of the whole plans: before and after."""
    of = {PUBLIC_MONEY: USE, PRIVATE_MONEY: USE, PEOPLE: TRACK}
    found = {}
    for measure, dimension in of.items():
        frame = differences[dimension]
        mine = frame[frame["measure"] == measure]
        found[measure] = (math.fsum(mine["before"].tolist()), math.fsum(mine["after"].tolist()))
    return found
