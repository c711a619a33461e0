"""What two plans spend, beside each other as their books print it: a line that is the same in both exact plans is the
same here.

Each plan is rounded by itself, so that a line of 461.538 in both may be 461 in one book and 462 in the other. Here such
a line stands as the first book prints it, and the largest line that does differ takes what that leaves, so that parts
still add up to totals. Totals are those of the two books, unless they are the same in both exact plans.
"""

import math
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from axplan.analyses.compare.amounts import (
    COLUMNS,
    DIMENSIONS,
    PEOPLE,
    PRIVATE_MONEY,
    PUBLIC_MONEY,
    TRACK,
    USE,
    USES,
    Source,
    plan_differences,
)
from axplan.plan.result import Plan
from axplan.plan.rounding.printed import print_plan

SAME = 1e-6
"""Amounts that differ by no more than this, relatively, are the same: the rest is the solver's rounding."""

BASES = ((USE, PUBLIC_MONEY), (USE, PRIVATE_MONEY), (TRACK, PEOPLE))
"""The tables whose lines the totals of all others are sums of: (dimension, measure)."""

Differences = Mapping[str, pd.DataFrame]
Ends = dict[Any, tuple[float, float]]
"""Key of a line → what is before, and what is after."""


def same(before: float, after: float) -> bool:
    """Whether two amounts are the same but for rounding."""
    return abs(after - before) <= SAME * max(abs(before), abs(after))


def printed_differences(before: Plan, after: Plan, step: float) -> dict[str, pd.DataFrame]:
    """`plan_differences` of the plans in multiples of `step` 억원 and whole persons, settled."""
    one, other = (print_plan(plan, step).plan for plan in (before, after))
    return settled(plan_differences(before, after), plan_differences(one, other))


def settled(exact: Differences, printed: Differences) -> dict[str, pd.DataFrame]:
    """The printed differences with the lines that are the same in the exact ones the same.

    Uses and tracks come first: what they add up to is what every other table of the same money or people adds up to.
    """
    made: dict[tuple[str, str], Ends] = {}
    others = [(name, measure) for name, dimension in DIMENSIONS.items() for measure in dimension.measures]
    for table in [*BASES, *(other for other in others if other not in BASES)]:
        exactly, lines = _ends(exact, *table), _ends(printed, *table)
        whole = _of_books(exactly, lines) if table in BASES else _of_bases(made, *table)
        made[table] = _settled(exactly, lines, whole)
    return {name: _frame(name, frame, made) for name, frame in printed.items()}


def _ends(differences: Differences, name: str, measure: str) -> Ends:
    frame = differences[name]
    mine = frame.loc[frame["measure"] == measure, ["key", "before", "after"]]
    return {key: (before, after) for key, before, after in mine.itertuples(index=False, name=None)}


def _of_books(exact: Ends, lines: Ends) -> float:
    """The total of the second book, or of the first where both are the same."""
    totals = [math.fsum(ends[n] for ends in exact.values()) for n in (0, 1)]
    return math.fsum(ends[0 if same(*totals) else 1] for ends in lines.values())


def _of_bases(made: Mapping[tuple[str, str], Ends], name: str, measure: str) -> float:
    """The sum of the lines of the base tables that a dimension divides."""
    if measure == PEOPLE:
        return math.fsum(after for _, after in made[TRACK, PEOPLE].values())
    lines = [made[USE, measure].get(use, (0.0, 0.0)) for use in _uses(DIMENSIONS[name].measures[measure])]
    return math.fsum(after for _, after in lines)


def _uses(sources: Sequence[Source]) -> list[str]:
    """The uses that some sources are the public or the private money of."""
    return [use for use, (public, private) in USES.items() if {public, *private} & set(sources)]


def _settled(exact: Ends, lines: Ends, whole: float) -> Ends:
    """The lines that are the same as the first has them; what the total then lacks goes to the largest other line."""
    found = {key: (before, before if same(*exact[key]) else after) for key, (before, after) in lines.items()}
    moving = [key for key in found if not same(*exact[key])]
    if moving:
        largest = max(moving, key=lambda key: found[key][1])
        before, after = found[largest]
        lacking = whole - math.fsum(after for _, after in found.values())
        found[largest] = (before, round(after + lacking, 6))
    return found


def _frame(name: str, frame: pd.DataFrame, made: Mapping[tuple[str, str], Ends]) -> pd.DataFrame:
    rows = [
        (key, measure, *made[name, measure][key])
        for key, measure in frame[["key", "measure"]].itertuples(index=False, name=None)
    ]
    return pd.DataFrame([(*row, row[3] - row[2]) for row in rows], columns=list(COLUMNS))
