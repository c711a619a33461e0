"""The model as the solver's arrays, with the way back from every row and column to the component it came from."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int32]

Form = Mapping[int, float]
"""A linear form: column → coefficient."""


@dataclass(frozen=True)
class Entries:
    """Coefficients of new columns in rows that are there, one by one: row, number of the new column, coefficient.

    Within a row they keep their order; a column stands once in a row.
    """

    rows: NDArray[np.int64]
    columns: NDArray[np.int64]
    values: Floats


@dataclass(frozen=True)
class Span:
    """The consecutive columns (or rows) of one component: where they start and the index of each."""

    start: int
    indices: tuple[Any, ...]

    @property
    def stop(self) -> int:
        """One past the last of its columns (or rows)."""
        return self.start + len(self.indices)

    def items(self) -> Iterator[tuple[Any, int]]:
        """(index, its column or row), in the order of the model."""
        yield from zip(self.indices, range(self.start, self.stop), strict=True)

    def named(self, vector: Floats) -> dict[Any, float]:
        """index → entry of a vector over all columns (or rows)."""
        return dict(zip(self.indices, vector[self.start : self.stop].tolist(), strict=True))


@dataclass(frozen=True)
class Arrays:
    """maximise cost·x subject to row_lower ≤ A·x ≤ row_upper, col_lower ≤ x ≤ col_upper.

    A is held by rows: `value[start[n]:start[n+1]]` in columns `index[start[n]:start[n+1]]`. `columns` and `rows` map
    the name of a variable or constraint to its span.
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
        for part in dataclasses.fields(self):
            if isinstance(numbers := getattr(self, part.name), np.ndarray):
                found.update(np.ascontiguousarray(numbers).tobytes())
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

    def add_columns(
        self, name: str, cost: Floats, lower: Floats, upper: Floats, entries: Entries | None = None
    ) -> Arrays:
        """The model with further variables, its last columns, called `name`; `entries` are theirs in rows that are
        there.

        The three vectors have the shape (new columns,).
        """
        width, start, index, value = len(self.cost), self.start, self.index, self.value
        if entries is not None and len(entries.rows):
            at = self.start[entries.rows + 1].astype(int)  # behind the other entries of its row
            more = np.bincount(entries.rows, minlength=len(self.row_lower))
            start = (self.start + np.concatenate(([0], np.cumsum(more)))).astype(np.int32)
            index = np.insert(self.index, at, width + entries.columns).astype(np.int32)
            value = np.insert(self.value, at, entries.values)
        return dataclasses.replace(
            self,
            cost=np.append(self.cost, cost),
            col_lower=np.append(self.col_lower, lower),
            col_upper=np.append(self.col_upper, upper),
            start=start,
            index=index,
            value=value,
            columns={**self.columns, name: Span(width, tuple(range(len(cost))))},
        )

    def add_rows(self, name: str, forms: Sequence[Form], lower: float | Floats, upper: float | Floats) -> Arrays:
        """The model with a further constraint lower ≤ form ≤ upper for each form, its last rows, called `name`."""
        high, lengths = len(forms), np.cumsum([len(form) for form in forms], dtype=np.int64)
        columns = [np.fromiter(form, dtype=np.int64, count=len(form)) for form in forms]
        values = [np.fromiter(form.values(), dtype=float, count=len(form)) for form in forms]
        return dataclasses.replace(
            self,
            row_lower=np.append(self.row_lower, np.broadcast_to(lower, high)),
            row_upper=np.append(self.row_upper, np.broadcast_to(upper, high)),
            start=np.append(self.start, self.start[-1] + lengths).astype(np.int32),
            index=np.concatenate((self.index, *columns)).astype(np.int32),
            value=np.concatenate((self.value, *values)),
            rows={**self.rows, name: Span(len(self.row_lower), tuple(range(high)))},
        )

    def keep_rows(self, rows: Sequence[int] | NDArray[Any]) -> Arrays:
        """The same variables under some of the rows only, in the order given; which row was which is forgotten."""
        chosen = np.asarray(rows, dtype=int)
        pieces = [np.arange(self.start[row], self.start[row + 1]) for row in chosen]
        entries = np.concatenate(pieces) if pieces else np.array([], dtype=int)
        return dataclasses.replace(
            self,
            row_lower=self.row_lower[chosen],
            row_upper=self.row_upper[chosen],
            start=np.concatenate(([0], np.cumsum([len(piece) for piece in pieces]))).astype(np.int32),
            index=self.index[entries],
            value=self.value[entries],
            rows={"kept": Span(0, tuple(range(len(chosen))))},
        )

    def relax(self, rows: Iterable[int] = (), columns: Iterable[int] = ()) -> Arrays:
        """The model in which these rows, and the upper bounds of these columns, demand nothing."""
        lower, upper, most = (np.array(a) for a in (self.row_lower, self.row_upper, self.col_upper))
        free = list(rows)
        lower[free], upper[free], most[list(columns)] = -np.inf, np.inf, np.inf
        return dataclasses.replace(self, row_lower=lower, row_upper=upper, col_upper=most)

    def with_cost(self, cost: Floats | None = None) -> Arrays:
        """The model with another objective; without one it only asks whether anything satisfies it."""
        return dataclasses.replace(self, cost=np.zeros_like(self.cost) if cost is None else cost)

    def row_name(self, row: int) -> tuple[str, Any]:
        """(constraint, index) of a row."""
        return _name(self.rows, row)

    def column_name(self, column: int) -> tuple[str, Any]:
        """(variable, index) of a column."""
        return _name(self.columns, column)


def _name(spans: Mapping[str, Span], position: int) -> tuple[str, Any]:
    name = next(name for name, span in spans.items() if span.start <= position < span.stop)
    return name, spans[name].indices[position - spans[name].start]
