"""Both sides of a family of constraints, with the size of their terms, and how far they miss each other."""

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
class Side:
    """One side of every row of a family: its value, and its largest single term in absolute value.

    A sum of terms that cancel may be off by the rounding of the largest of them, so that is what a violation is measured
    against. `coefficients * Side`, `Side + Side` and `Side - Side` keep both.
    """

    value: Floats
    largest: Floats

    __array_ufunc__ = None  # `array * side` is the side's to work out, not numpy's element by element

    def __add__(self, other: Side) -> Side:
        return Side(self.value + other.value, np.maximum(self.largest, other.largest))

    def __sub__(self, other: Side) -> Side:
        return Side(self.value - other.value, np.maximum(self.largest, other.largest))

    def __rmul__(self, factor: Floats | float) -> Side:
        return Side(np.asarray(factor * self.value), np.asarray(np.abs(factor) * self.largest))

    def __getitem__(self, index: Any) -> Side:
        return Side(np.asarray(self.value[index]), np.asarray(self.largest[index]))

    def sum(self, axis: int | tuple[int, ...]) -> Side:
        return Side(np.asarray(self.value.sum(axis)), np.asarray(self.largest.max(axis, initial=0.0)))

    def so_far(self) -> Side:
        """The sum along the last axis up to and including each position."""
        return Side(np.cumsum(self.value, axis=-1), np.maximum.accumulate(self.largest, axis=-1))


def terms(array: Floats | float) -> Side:
    """Single terms: each is its own sum."""
    single = np.asarray(array, dtype=float)
    return Side(single, np.abs(single))


@dataclass(frozen=True)
class Rows:
    """A family of constraints: left {≤, ≥, =} right, an array with one axis of labels each."""

    name: str
    left: Side
    relation: str
    right: Side
    axes: Sequence[Labels]


def compare(rows: Rows) -> Check:
    """The row that is missed by most (or is closest to it), relative to max(1, its largest term)."""
    shape = tuple(len(labels) for labels in rows.axes)
    if 0 in shape:
        return Check(rows.name, CONSTRAINT, None, 0.0, 0.0, 0.0, TOLERANCE)
    left, right = np.broadcast_to(rows.left.value, shape), np.broadcast_to(rows.right.value, shape)
    with np.errstate(over="ignore", invalid="ignore"):
        scale = np.maximum(1.0, np.maximum(rows.left.largest, rows.right.largest))
        missed = np.broadcast_to(excess(left, rows.relation, right) / scale, shape)
    missed = np.where(np.isnan(missed), np.inf, missed)
    worst = tuple(int(position) for position in np.unravel_index(int(np.argmax(missed)), shape))
    index = tuple(part for labels, position in zip(rows.axes, worst, strict=True) for part in labels[position])
    violation = max(0.0, float(missed[worst]))
    return Check(rows.name, CONSTRAINT, index, float(left[worst]), float(right[worst]), violation, TOLERANCE)


def excess(left: Floats, relation: str, right: Floats) -> Floats:
    """By how much `left relation right` is missed; below zero where there is room."""
    if relation == AT_LEAST:
        return right - left
    return left - right if relation == AT_MOST else np.abs(left - right)


def compare_range(
    name: str, kind: str, values: Floats, lower: Floats | float, upper: Floats | float, largest: Floats | float = 0.0,
    index: Labels = (),
) -> Check:  # fmt: skip
    """lower ≤ value ≤ upper, relative to max(1, |bound|, largest term of the value); either bound may be infinite.

    left is the value that lies farthest outside its range (or is closest to leaving it), right the bound concerned.
    Values without an `index` are known by their position.
    """
    if not values.size:
        return Check(name, kind, None, 0.0, 0.0, 0.0, TOLERANCE)
    bounds = np.array([np.broadcast_to(lower, values.shape), np.broadcast_to(upper, values.shape)])
    scale = np.maximum(np.maximum(1.0, largest), np.where(np.isfinite(bounds), np.abs(bounds), 0.0))
    missed = (bounds - values) * np.array([[1.0], [-1.0]]) / scale
    which, worst = (int(position) for position in np.unravel_index(int(np.argmax(missed)), missed.shape))
    place = index[worst] if index else (worst,)
    violation = max(0.0, float(missed[which, worst]))
    return Check(name, kind, place, float(values[worst]), float(bounds[which, worst]), violation, TOLERANCE)
