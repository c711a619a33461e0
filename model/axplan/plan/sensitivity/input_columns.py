"""The columns of numbers among the inputs, the values in them, and which of them can rise together."""

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from axplan.inputs.parameters import Inputs
from axplan.inputs.schema import Sheet, sheet_declarations
from axplan.inputs.schema.core import NUMBER, ColumnSpec

CELLS = "*"
"""Stands for the column of a matrix, whose cells are all of one kind; provenance writes it so, too."""

ALL, EACH, SHARED = BASES = ("all", "each", "shared")
"""How a column rises by 1 %: all values together; one value alone; or one value while the others of its whole yield."""

RELATIVE: Mapping[tuple[str, str], str] = {
    ("regions", "investment_cost"): EACH, ("regions", "siting_cost"): EACH, ("siting", CELLS): SHARED,
    ("effectiveness", CELLS): EACH, ("stages", "cost_share"): SHARED, ("stages", "effect_share"): SHARED,
    ("effect_profile", CELLS): EACH, ("segments", "width"): SHARED, ("segments", "cost_multiplier"): EACH,
    ("rules", "value"): EACH, ("rules", "penalty"): EACH, ("floors", "at_least"): EACH,
}  # fmt: skip
"""Columns whose values do not rise together.

Shares of a whole and values relative to a norm (reference region, average, mature effect = 1) carry no level of their
own: all of them 1 % higher is the same as 1 % more of `uplift` or `cost_intensity` (or production), which would be
counted twice. Rules are single decisions, in units of their own.
"""

DERIVED = ("years", "effect_years", "initiative_industries", "places", "cells", "sites", "segment_numbers")
"""What follows from the inputs and from no number in them but from which are zero: kept when numbers change."""


@dataclass(frozen=True)
class InputColumn:
    """A column of numbers: its values by key (row and column in a matrix, () for a setting), in model units."""

    sheet: str
    name: str
    declared: ColumnSpec
    values: Mapping[Any, float]

    @property
    def basis(self) -> str:
        """How the column rises: one of `BASES`."""
        return RELATIVE.get((self.sheet, self.name), ALL)

    def whole(self, key: Any) -> list[Any]:
        """The keys of the values that make up a whole with this one: those of its row, or of a single stage, or all."""
        first = key[0] if isinstance(key, tuple) else None
        return [other for other in self.values if not isinstance(other, tuple) or other[0] == first]

    def multiplied(self, x: Inputs, factor: float) -> Inputs:
        """The inputs with all values of the column times a factor."""
        return self._replaced(x, {key: factor * value for key, value in self.values.items()})

    def moved(self, x: Inputs, key: Any, by: float) -> Inputs:
        """The inputs with one value of the column higher by an amount."""
        return self._replaced(x, {**self.values, key: self.values[key] + by})

    def _replaced(self, x: Inputs, values: Mapping[Any, float]) -> Inputs:
        declared = sheet_declarations()[self.sheet]
        field = "value" if self.name == CELLS else self.name
        content = values[()] if declared.record else values
        sheet = dataclasses.replace(getattr(x, self.sheet), **{field: content})
        changed = dataclasses.replace(x, **{self.sheet: sheet})
        vars(changed).update({name: getattr(x, name) for name in DERIVED})
        return changed


def input_columns(x: Inputs) -> Iterator[InputColumn]:
    """Every column of numbers that has values, in the order of the workbook; years and lags cannot rise by 1 %."""
    for name, sheet in sheet_declarations().items():
        for column, declared in _numbers(sheet):
            values = _values(getattr(x, name), sheet, column)
            if values:
                yield InputColumn(name, column, declared, values)


def _numbers(sheet: Sheet) -> Iterator[tuple[str, ColumnSpec]]:
    yield from ((name, declared) for name, declared in sheet.columns.items() if declared.kind == NUMBER)
    if sheet.cell is not None and sheet.cell.kind == NUMBER:
        yield CELLS, sheet.cell


def _values(loaded: Any, sheet: Sheet, column: str) -> Mapping[Any, float]:
    found = getattr(loaded, "value" if column == CELLS else column)
    return {(): found} if sheet.record else found
