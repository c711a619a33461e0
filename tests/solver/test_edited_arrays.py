"""Rows and columns are added, kept and relaxed as in the dense matrix, worked out by hand and on drawn models."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from axplan.solver import Arrays
from axplan.solver.arrays import Entries, Span

INF = np.inf


def arrays(dense: np.ndarray) -> Arrays:
    """0 ≤ dense · x ≤ 1, 0 ≤ x ≤ 10, maximise Σ x; zeros are left out."""
    high, wide = dense.shape
    rows = [np.flatnonzero(row) for row in dense]
    return Arrays(
        np.ones(wide),
        np.zeros(wide),
        np.full(wide, 10.0),
        np.zeros(high),
        np.ones(high),
        np.cumsum([0, *map(len, rows)]).astype(np.int32),
        np.concatenate([*rows, []]).astype(np.int32),
        np.array([dense[n, c] for n, row in enumerate(rows) for c in row], dtype=float),
        {"x": Span(0, tuple(range(wide)))},
        {"row": Span(0, tuple(range(high)))},
    )


def dense(made: Arrays) -> np.ndarray:
    found = np.zeros((len(made.row_lower), len(made.cost)))
    for row in range(len(found)):
        mine = slice(made.start[row], made.start[row + 1])
        np.add.at(found[row], made.index[mine], made.value[mine])
    return found


TWO = arrays(np.array([[1.0, 2.0], [0.0, 3.0]]))


def test_columns_are_added_with_their_entries_behind_those_of_the_rows() -> None:
    entries = Entries(np.array([0, 1, 0]), np.array([0, 1, 1]), np.array([5.0, 6.0, 7.0]))
    made = TWO.add_columns("z", np.array([-1.0, 0.0]), np.zeros(2), np.array([INF, 4.0]), entries)
    assert dense(made).tolist() == [[1, 2, 5, 7], [0, 3, 0, 6]]
    assert made.index.tolist() == [0, 1, 2, 3, 1, 3]  # within a row in the order given
    assert (made.cost.tolist(), made.col_upper.tolist()) == ([1, 1, -1, 0], [10, 10, INF, 4])
    assert made.columns["z"] == Span(2, (0, 1))


def test_columns_without_entries_stand_in_no_row() -> None:
    made = TWO.add_columns("z", np.zeros(1), np.array([-INF]), np.array([INF]))
    assert dense(made).tolist() == [[1, 2, 0], [0, 3, 0]]
    assert made.col_lower.tolist() == [0, 0, -INF]


def test_rows_are_added_as_linear_forms_with_their_bounds() -> None:
    made = TWO.add_rows("cap", [{1: 4.0}, {1: -1.0, 0: 2.0}], -INF, np.array([8.0, 9.0]))
    assert dense(made).tolist() == [[1, 2], [0, 3], [0, 4], [2, -1]]
    assert (made.row_lower.tolist(), made.row_upper.tolist()) == ([0, 0, -INF, -INF], [1, 1, 8, 9])
    assert made.rows["cap"] == Span(2, (0, 1))


def test_kept_rows_stand_in_the_order_asked_for() -> None:
    made = TWO.keep_rows([1])
    assert dense(made).tolist() == [[0, 3]]
    assert dense(TWO.keep_rows([1, 0])).tolist() == [[0, 3], [1, 2]]
    assert dense(TWO.keep_rows([])).shape == (0, 2)
    assert len(made.cost) == 2


def test_relaxed_rows_and_bounds_demand_nothing_and_the_original_stays() -> None:
    made = TWO.relax([0], [1])
    assert (made.row_lower.tolist(), made.row_upper.tolist()) == ([-INF, 0], [INF, 1])
    assert made.col_upper.tolist() == [10, INF]
    assert TWO.row_upper.tolist() == [1, 1]
    assert TWO.col_upper.tolist() == [10, 10]


def test_another_objective_leaves_the_rest() -> None:
    assert TWO.with_cost().cost.tolist() == [0, 0]
    assert TWO.with_cost(np.array([3.0, 4.0])).cost.tolist() == [3, 4]


def test_the_fingerprint_changes_with_every_number_and_with_what_else_is_given() -> None:
    known = TWO.fingerprint()
    assert known == arrays(np.array([[1.0, 2.0], [0.0, 3.0]])).fingerprint()
    others = {
        TWO.with_cost().fingerprint(),
        TWO.relax([0]).fingerprint(),
        TWO.relax((), [0]).fingerprint(),
        TWO.fingerprint(b"x"),
    }
    assert len({known, *others}) == 5


small = st.integers(-3, 3).map(float)


@st.composite
def edits(draw: st.DrawFn) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """A matrix, columns to add to it, and rows to add to both."""
    high, wide, more, below = (draw(st.integers(1, 4)) for _ in range(4))

    def matrix(rows: int, columns: int) -> np.ndarray:
        return np.array([[draw(small) for _ in range(columns)] for _ in range(rows)])

    return matrix(high, wide), matrix(high, more), matrix(below, wide + more)


@given(edits())
def test_edits_are_those_of_the_dense_matrix(drawn: tuple[np.ndarray, np.ndarray, np.ndarray]) -> None:
    first, beside, below = drawn
    rows, columns = np.nonzero(beside)
    entries = Entries(rows, columns, beside[rows, columns])
    more = beside.shape[1]
    made = arrays(first).add_columns("z", np.zeros(more), np.zeros(more), np.ones(more), entries)
    made = made.add_rows("below", [{c: v for c, v in enumerate(row.tolist()) if v} for row in below], 0.0, 1.0)
    whole = np.vstack((np.hstack((first, beside)), below))
    assert dense(made).tolist() == whole.tolist()
    x = np.arange(1.0, whole.shape[1] + 1)
    assert made.times(x) == pytest.approx(whole @ x)
    chosen = [n for n in range(len(whole)) if n % 2 == 0]
    assert dense(made.keep_rows(chosen)).tolist() == whole[chosen].tolist()
