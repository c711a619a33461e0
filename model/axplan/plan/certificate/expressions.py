"""Linear expressions of a plan's values, row by row, and by how much a family of constraints between them is missed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from axplan.inputs.schema.policy import AT_LEAST, AT_MOST
from axplan.plan.certificate.checks import CONSTRAINT, TOLERANCE, Check

Floats = NDArray[np.float64]
Labels = Sequence[tuple[Any, ...]]
"""The names along one axis of a family; each is a part of the index: ("cars", "capital", "design") for a cell."""


@dataclass(frozen=True)
class Expression:
    """A linear expression for every row of a family: its value, and its largest single term in absolute value.

    A sum of terms that cancel may be off by the rounding of the largest of them, so that is what a violation is
    measured against. `coefficients * Expression`, `Expression + Expression` and `Expression - Expression` keep both.
    """

    value: Floats
    largest: Floats

    __array_ufunc__ = None  # `array * expression` is the expression's to work out, not numpy's element by element

    def __add__(self, other: Expression) -> Expression:
        return Expression(self.value + other.value, np.maximum(self.largest, other.largest))

    def __sub__(self, other: Expression) -> Expression:
        return Expression(self.value - other.value, np.maximum(self.largest, other.largest))

    def __rmul__(self, factor: Floats | float) -> Expression:
        return Expression(np.asarray(factor * self.value), np.asarray(np.abs(factor) * self.largest))

    def __getitem__(self, index: Any) -> Expression:
        return Expression(np.asarray(self.value[index]), np.asarray(self.largest[index]))

    def reshape(self, *shape: int) -> Expression:
        """The same rows in another shape, as `numpy.reshape` has it."""
        return Expression(self.value.reshape(shape), self.largest.reshape(shape))

    def sum(self, axis: int | tuple[int, ...]) -> Expression:
        """The sum over one or several axes; its largest term is the largest of all that are summed."""
        return Expression(np.asarray(self.value.sum(axis)), np.asarray(self.largest.max(axis, initial=0.0)))

    def so_far(self) -> Expression:
        """The sum along the last axis up to and including each position."""
        return Expression(np.cumsum(self.value, axis=-1), np.maximum.accumulate(self.largest, axis=-1))


def terms(array: Floats | float) -> Expression:
    """Single terms: each is its own sum."""
    single = np.asarray(array, dtype=float)
    return Expression(single, np.abs(single))


@dataclass(frozen=True)
class Rows:
    """A family of constraints: left {≤, ≥, =} right, an array with one axis of labels each."""

    name: str
    left: Expression
    relation: str
    right: Expression
    axes: Sequence[Labels]

    @property
    def largest(self) -> Floats:
        """The largest term of each row on either side."""
        return np.maximum(self.left.largest, self.right.largest)

    @property
    def excess(self) -> Floats:
        """By how much each row is missed; below zero where there is room."""
        left, right = self.left.value, self.right.value
        if self.relation == AT_LEAST:
            return right - left
        return left - right if self.relation == AT_MOST else np.abs(left - right)

    def worst(self, kind: str, violations: Floats, tolerance: float) -> Check:
        """A check of the row with the largest of some `violations`, given in the shape of the rows; at least 0."""
        shape = tuple(len(labels) for labels in self.axes)
        if 0 in shape:
            return Check.of_nothing(self.name, kind, tolerance)
        missed, left, right = (np.broadcast_to(a, shape) for a in (violations, self.left.value, self.right.value))
        row = tuple(int(position) for position in np.unravel_index(int(np.argmax(missed)), shape))
        index = tuple(part for labels, position in zip(self.axes, row, strict=True) for part in labels[position])
        return Check(
            self.name, kind, index, float(left[row]), float(right[row]), max(0.0, float(missed[row])), tolerance
        )


def compare(rows: Rows) -> Check:
    """The row that is missed by most (or is closest to it), relative to max(1, its largest term)."""
    with np.errstate(over="ignore", invalid="ignore"):
        missed = rows.excess / np.maximum(1.0, rows.largest)
    return rows.worst(CONSTRAINT, np.where(np.isnan(missed), np.inf, missed), TOLERANCE)


def compare_range(
    name: str, kind: str, values: Floats, lower: Floats | float, upper: Floats | float, largest: Floats | float = 0.0,
    index: Labels = (),
) -> Check:  # fmt: skip
    """lower ≤ value ≤ upper, relative to max(1, |bound|, largest term of the value); either bound may be infinite.

    left is the value that lies farthest outside its range (or is closest to leaving it), right the bound concerned.
    Values without an `index` are known by their position.
    """
    if not values.size:
        return Check.of_nothing(name, kind, TOLERANCE)
    bounds = np.array([np.broadcast_to(lower, values.shape), np.broadcast_to(upper, values.shape)])
    scale = np.maximum(np.maximum(1.0, largest), np.where(np.isfinite(bounds), np.abs(bounds), 0.0))
    missed = (bounds - values) * np.array([[1.0], [-1.0]]) / scale
    which, worst = (int(position) for position in np.unravel_index(int(np.argmax(missed)), missed.shape))
    place = index[worst] if index else (worst,)
    violation = max(0.0, float(missed[which, worst]))
    return Check(name, kind, place, float(values[worst]), float(bounds[which, worst]), violation, TOLERANCE)
