"""The model as the solver's arrays, with the way back from every row and column to the component it came from."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int32]


@dataclass(frozen=True)
class Span:
    """The consecutive columns (or rows) of one component: where they start and the index of each."""

    start: int
    indices: tuple[Any, ...]

    @property
    def stop(self) -> int:
        return self.start + len(self.indices)

    def named(self, vector: Floats) -> dict[Any, float]:
        """index → entry of a vector over all columns (or rows)."""
        return dict(zip(self.indices, vector[self.start : self.stop].tolist(), strict=True))


@dataclass(frozen=True)
class Arrays:
    """maximise cost·x subject to row_lower ≤ A·x ≤ row_upper, col_lower ≤ x ≤ col_upper.

    A is held by rows: `value[start[n]:start[n+1]]` in columns `index[start[n]:start[n+1]]`. `columns` and `rows` map the
    name of a variable or constraint to its span.
    """

    cost: Floats
    col_lower: Floats
    col_upper: Floats
    row_lower: Floats
    row_upper: Floats
    start: Integers
    index: Integers
    value: Floats
    columns: Mapping[str, Span]
    rows: Mapping[str, Span]

    def fingerprint(self, *more: bytes) -> str:
        """SHA-256 of every number of the model, and of what else is given."""
        found = hashlib.sha256()
        parts: tuple[NDArray[Any], ...] = (
            self.cost, self.col_lower, self.col_upper, self.row_lower, self.row_upper, self.start, self.index, self.value,
        )  # fmt: skip
        for part in parts:
            found.update(np.ascontiguousarray(part).tobytes())
        for given in more:
            found.update(given)
        return found.hexdigest()

    def times(self, x: Floats) -> Floats:
        """A·x, shape (rows,)."""
        return np.asarray(np.bincount(self._row_of_entry, self.value * x[self.index], minlength=len(self.row_lower)))

    def transposed_times(self, y: Floats) -> Floats:
        """Aᵀ·y, shape (columns,)."""
        return np.asarray(np.bincount(self.index, self.value * y[self._row_of_entry], minlength=len(self.cost)))

    @property
    def _row_of_entry(self) -> NDArray[np.int64]:
        return np.repeat(np.arange(len(self.row_lower)), np.diff(self.start))

    def row_name(self, row: int) -> tuple[str, Any]:
        """(constraint, index) of a row."""
        return _name(self.rows, row)

    def column_name(self, column: int) -> tuple[str, Any]:
        """(variable, index) of a column."""
        return _name(self.columns, column)


def _name(spans: Mapping[str, Span], position: int) -> tuple[str, Any]:
    name = next(name for name, span in spans.items() if span.start <= position < span.stop)
    return name, spans[name].indices[position - spans[name].start]
