"""What the sheets of the comparison workbook are written with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from axplan.inputs.schema.core import NATIONAL
from axplan.report.context import Binder

if TYPE_CHECKING:
    import pandas as pd

    from axplan.analyses.compare.pairs import Pair

SIDES = "sides"
"""Where the names of both sides stand (keys "before" and "after"), for charts to read."""


@dataclass
class PairBook(Binder):
    """The comparison workbook while it is written.

    `printed` holds the differences of the plans as their own workbooks print them, in whole units: dimension → frame;
    empty unless both sides have a plan.
    """

    pair: Pair
    printed: Mapping[str, pd.DataFrame]

    def label(self, sheet: str, key: str) -> str:
        """The long name of a row of the inputs, in the first plan that knows the row."""
        if sheet == "regions" and key == NATIONAL:
            return self.say("national")
        for side in self.pair.sides:
            if side.plan and (name := side.plan.label(sheet, key, self.language)) != key:
                return name
        return key

    @property
    def places(self) -> int:
        """Decimals of the indicator whose difference is shared out."""
        return self.pair.places
