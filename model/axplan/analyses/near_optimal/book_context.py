"""What the sheets of the firmness workbook are written with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from axplan.report.context import Binder
from axplan.report.tables.pivot import records

if TYPE_CHECKING:
    from axplan.analyses.near_optimal.printed import Amounts
    from axplan.analyses.near_optimal.result import NearOptimalRanges


@dataclass(frozen=True)
class Range:
    """A line of the ranges as it is printed, in the unit of the book: the least, the plan's amount, the most."""

    kind: str
    name: str
    label: str
    firmness: str
    least: float
    amount: float
    most: float


@dataclass
class FirmBook(Binder):
    """The firmness workbook while it is written.

    `printed` holds the amounts of the best plan and of the others in whole units.
    """

    firmness: NearOptimalRanges
    printed: Sequence[Amounts]

    def ranges(self) -> list[Range]:
        """Every range, in whole units.

        The plan's amount is the one its own workbook prints, which may lie half a unit or a little more beside the
        exact one: the printed ends make room for it.
        """
        return [self._range(row) for row in records(self.firmness.aggregates)]

    def _range(self, row: Any) -> Range:
        found = self.firmness
        amount = self.amount(0, row.kind, found.key_of[row.kind, row.name])
        least, most = (round(self.cash(end), self.money.decimals) for end in (row.least, row.most))
        label = found.label(row.kind, row.name, self.language)
        return Range(row.kind, row.name, label, row.firmness, min(least, amount), amount, max(most, amount))

    def amount(self, plan: int, kind: str, key: Any) -> float:
        """A printed amount of a plan (0 is the best) in the unit of the book."""
        return self.cash(self.printed[plan][kind, tuple(key)])

    @property
    def within(self) -> str:
        """The share that may be given up, in words: 1%."""
        return f"{100 * self.firmness.within:g}%"


def of_kind(ranges: Iterable[Range], kind: str) -> list[Range]:
    """The ranges of one kind."""
    return [one for one in ranges if one.kind == kind]
