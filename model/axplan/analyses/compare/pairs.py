"""Two sides beside each other, each with its plan or with the reason why it has none."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import pandas as pd

from axplan.analyses.compare.amounts import plan_differences
from axplan.analyses.compare.cases import ComparedCase, Comparer, Comparison, changes_between, combinations_of
from axplan.analyses.compare.differences import Difference, Group, differences, is_in
from axplan.analyses.compare.labels import group_words
from axplan.core.checkpoint import no_progress
from axplan.core.text import LANGUAGES, Text
from axplan.inputs.schema.indicators import VALUATIONS


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
        """Indicator → its value before and after; None where there is no plan."""
        return {v: (self.before.indicators.get(v), self.after.indicators.get(v)) for v in VALUATIONS}

    @cached_property
    def plans(self) -> Mapping[str, pd.DataFrame]:
        """`plan_differences`; empty unless both sides have a plan."""
        before, after = (side.plan for side in self.sides)
        return plan_differences(before, after) if before and after else {}


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
