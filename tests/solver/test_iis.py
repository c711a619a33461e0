"""Irreducible infeasible subsets of models small enough to see through; the solver's room knows no name of the domain."""

from __future__ import annotations

import numpy as np

from axplan.formulation.constraint_registry import REGISTRY
from axplan.solver.arrays import Arrays, Span
from axplan.solver.iis import Iis, _families, irreducible_infeasible_subset
from repository import ROOT

FREE = np.inf


def model(lower: list[float], upper: list[float], most: list[float]) -> Arrays:
    """Rows: floor, x ≥ lower[0]; cap, x ≤ upper[1]; sum, lower[2] ≤ x + y ≤ upper[2]. Columns: 0 ≤ x, y ≤ most."""
    return Arrays(
        np.zeros(2), np.zeros(2), np.array(most), np.array(lower), np.array(upper), np.array([0, 1, 2, 4], dtype=np.int32),
        np.array([0, 0, 0, 1], dtype=np.int32), np.ones(4),
        {"x": Span(0, ("a",)), "y": Span(1, ("a",))}, {"floor": Span(0, ("a",)), "cap": Span(1, ("a",)), "sum": Span(2, ("a",))},
    )  # fmt: skip


def found(arrays: Arrays, bounds: tuple[str, ...] = ()) -> Iis | None:
    """The subset, each row by itself."""
    return irreducible_infeasible_subset(arrays, bounds, lambda _, index: index, lambda _: 0)


def test_what_can_hold_together_has_no_infeasible_subset() -> None:
    assert found(model([1, -FREE, 0], [FREE, 2, 9], [FREE, FREE])) is None


def test_rows_that_contradict_each_other_are_named_and_idle_ones_are_not() -> None:
    """x ≥ 3 against x ≤ 2; 0 ≤ x + y ≤ 9 takes no part."""
    assert found(model([3, -FREE, 0], [FREE, 2, 9], [FREE, FREE])) == Iis((0, 1), ())


def test_a_bound_is_named_where_it_is_tested_and_taken_for_granted_where_it_is_not() -> None:
    """x ≥ 3 against the bound x ≤ 2 of the variable."""
    arrays = model([3, -FREE, 0], [FREE, 9, 9], [2, FREE])
    assert found(arrays) == Iis((0,), ())
    assert found(arrays, bounds=("x",)) == Iis((0,), (0,))


def test_rows_of_one_family_are_left_out_together_or_not_at_all() -> None:
    """x ≥ 3 and x ≥ 1 against x ≤ 2: the second is not needed by itself, and stays where it is one with the first."""
    arrays = Arrays(
        np.zeros(1), np.zeros(1), np.array([FREE]), np.array([3, 1, -FREE]), np.array([FREE, FREE, 2]),
        np.array([0, 1, 2, 3], dtype=np.int32), np.zeros(3, dtype=np.int32), np.ones(3),
        {"x": Span(0, (0,))}, {"floor": Span(0, (("a", 1), ("a", 2))), "cap": Span(2, (0,))},
    )  # fmt: skip
    assert irreducible_infeasible_subset(arrays, (), lambda _, index: index, lambda _: 0) == Iis((0, 2), ())
    joint = _families(arrays, range(3), (), lambda _, index: index[0] if isinstance(index, tuple) else index)
    assert list(joint.values()) == [[("row", 0), ("row", 1)], [("row", 2)]]


def test_the_solver_knows_no_constraint_of_the_model() -> None:
    for path in (ROOT / "model" / "axplan" / "solver").glob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert not [name for name in REGISTRY if f'"{name}"' in text], path
