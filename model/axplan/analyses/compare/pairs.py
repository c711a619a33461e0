"""Two sides beside each other, each with its plan or with the reason why it has none."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import pandas as pd

from axplan.analyses.compare.amounts import plan_differences
from axplan.analyses.compare.cases import ComparedCase, Comparer, Comparison, changes_between, combinations_of
from axplan.analyses.compare.differences import Difference, Group, differences, is_in
from axplan.analyses.compare.labels import group_words
from axplan.analyses.compare.printed import printed_differences, same
from axplan.core.checkpoint import no_progress
from axplan.core.text import LANGUAGES, Text
from axplan.inputs.schema.indicators import VALUATIONS
from axplan.report.styles import decimals


@dataclass(frozen=True)
class Pair:
    """`after` beside `before`: the cells that differ, and where both have a plan the comparison of the plans."""

    before: ComparedCase
    after: ComparedCase
    cells: tuple[Difference, ...]
    comparison: Comparison | None = None

    @property
    def sides(self) -> tuple[ComparedCase, ComparedCase]:
        """Both cases, the first one first."""
        return self.before, self.after

    @property
    def groups(self) -> list[Group]:
        """What can be changed one without the other."""
        return changes_between(self.cells, self.before.objective, self.after.objective)

    def words(self, step: Iterable[Group]) -> Text:
        """A step of the attribution in words: what is changed in it."""
        named = [group_words(group, self.after.tables, self.before.tables) for group in step]
        return Text(*(" + ".join(text.in_(language) for text in named) for language in LANGUAGES))

    @property
    def combinations(self) -> int:
        """How many combinations of changes are solved at most, where both sides have a plan."""
        return combinations_of(self.groups) if self.before.plan and self.after.plan else 0

    def group_of(self, cell: Difference) -> Group | None:
        """What a cell is changed together with; None where no plan depends on it."""
        return next((group for group in self.groups if cell.matters and is_in(cell, group)), None)

    @cached_property
    def headline(self) -> Mapping[str, tuple[float | None, float | None]]:
        """Indicator → its value before and after, the same value where they are the same; None where there is no
        plan."""
        found = {v: (self.before.indicators.get(v), self.after.indicators.get(v)) for v in VALUATIONS}
        return {
            v: (before, before if before is not None and after is not None and same(before, after) else after)
            for v, (before, after) in found.items()
        }

    @cached_property
    def plans(self) -> Mapping[str, pd.DataFrame]:
        """`plan_differences` with every digit, no difference where there is none; empty unless both sides have a
        plan."""
        before, after = (side.plan for side in self.sides)
        found = plan_differences(before, after) if before and after else {}
        return {name: frame.assign(difference=_differences(frame)) for name, frame in found.items()}

    def printed(self, step: float) -> Mapping[str, pd.DataFrame]:
        """`printed_differences` in multiples of `step` 억원; empty unless both sides have a plan."""
        before, after = (side.plan for side in self.sides)
        if step not in self._printed:
            self._printed[step] = printed_differences(before, after, step) if before and after else {}
        return self._printed[step]

    @cached_property
    def _printed(self) -> dict[float, Mapping[str, pd.DataFrame]]:
        return {}

    @property
    def places(self) -> int:
        """Decimals of the indicator whose difference is shared out: enough for the ends and for the shares."""
        if self.comparison is None:
            return 0
        largest = max((abs(share) for _, share in self.comparison.shares()), default=0.0)
        return max(2 if abs(self.comparison.attribution.before) < 1000 else 0, decimals(largest, SHARE_DIGITS, 6))


SHARE_DIGITS = 4
"""Significant digits of the largest of some shares."""


def _differences(frame: pd.DataFrame) -> list[float]:
    ends = zip(frame["before"].tolist(), frame["after"].tolist(), strict=True)
    return [0.0 if same(before, after) else after - before for before, after in ends]


def pair(
    before: ComparedCase,
    after: ComparedCase,
    comparer: Comparer | None = None,
    progress: Callable[[int], object] = no_progress,
) -> Pair:
    """`after` beside `before`; `comparer` is that of `before`, where it has a plan."""
    found = Pair(before, after, tuple(differences(before.tables, after.tables)))
    if comparer is None or after.plan is None:
        return found
    return replace(found, comparison=comparer.compare(after, progress))
