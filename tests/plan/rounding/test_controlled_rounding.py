"""Amounts are rounded so that their sums stay near: by hand, and for random amounts."""

from __future__ import annotations

import dataclasses

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from axplan.plan.rounding.controlled import Marginals, rounded


def sums(*groups: list[int]) -> Marginals:
    """Every group is a sum of single items."""
    item = np.array([n for group in groups for n in group], dtype=np.int64)
    group = np.array([g for g, members in enumerate(groups) for _ in members], dtype=np.int64)
    return Marginals(item, group, np.ones(len(item)), np.full(len(groups), 0.5), np.ones(len(groups)))


def of(amounts: list[list[float]], *groups: list[int]) -> list[list[int]]:
    return [[int(n) for n in row] for row in rounded(np.array(amounts), sums(*groups))]


def test_thirds_that_make_one_are_printed_as_one() -> None:
    made = of([[1 / 3], [1 / 3], [1 / 3]], [0, 1, 2])
    assert sorted(made) == [[0], [0], [1]]


def test_a_table_of_halves_keeps_the_sums_of_its_rows_and_columns() -> None:
    # 0.5 0.5 | 1      either diagonal is the only way to keep all four sums
    # 0.5 0.5 | 1
    made = of([[0.5], [0.5], [0.5], [0.5]], [0, 1], [2, 3], [0, 2], [1, 3])
    assert made in ([[1], [0], [0], [1]], [[0], [1], [1], [0]])


def test_a_sum_of_two_kinds_of_money_makes_up_for_what_the_first_is_off() -> None:
    """0.6 of public money was printed as 1: of 0.4 and 0.5 of private money nothing is left to print but one unit."""
    alone = sums([0, 1])
    both = dataclasses.replace(alone, known=np.array([[0.4]]))
    assert rounded(np.array([[0.6], [0.6]]), alone).sum() == 1
    assert rounded(np.array([[0.6], [0.6]]), both).sum() == 1
    assert rounded(np.array([[0.4], [0.4]]), alone).sum() == 1
    assert rounded(np.array([[0.4], [0.4]]), both).sum() == 0


def test_what_a_year_leaves_over_is_printed_in_a_later_year() -> None:
    assert sum(of([[0.4, 0.4, 0.4, 0.4, 0.4]], [0])[0]) == 2


def test_nothing_stays_nothing_even_if_earlier_years_left_something_over() -> None:
    assert of([[0.4, 0.0, 0.4]], [0])[0][1] == 0


def test_whole_amounts_stay_what_they_are_and_noise_is_not_rounded_up() -> None:
    assert of([[3.0, 5.0], [7.0000000001, 0.9999999999]], [0, 1]) == [[3, 5], [7, 1]]


def test_a_limit_decides_where_only_one_way_keeps_it() -> None:
    amounts = np.array([[0.9], [0.1]])
    made = rounded(amounts, sums([0, 1]), lambda *_: (np.array([-np.inf] * 2), np.array([0.0, np.inf])))
    assert made[0, 0] == 0


def test_large_amounts_may_give_way_to_a_sum_that_small_ones_cannot_meet() -> None:
    # all but the large one are whole by then: 0.4 + 1000 must come to 1000 or 1001 with a sum of 2 · the second item
    amounts = np.array([[1000.0, 1000.0], [0.5, 0.0], [0.5, 0.0], [0.5, 0.0]])
    wanted = Marginals(
        np.arange(4), np.zeros(4, dtype=np.int64), np.array([1.0, 3.0, 3.0, 3.0]), np.array([0.4]), np.array([10.0])
    )
    stiff = rounded(amounts, wanted).sum(1) @ [1, 3, 3, 3] - amounts.sum(1) @ [1, 3, 3, 3]
    loose = rounded(amounts, wanted, large=100.0).sum(1) @ [1, 3, 3, 3] - amounts.sum(1) @ [1, 3, 3, 3]
    assert abs(loose) < abs(stiff)


@given(arrays(np.float64, (40, 4), elements=st.floats(0, 50)), st.integers(2, 6))
@settings(max_examples=40, deadline=None)
def test_every_amount_is_rounded_up_or_down_and_so_is_what_it_comes_to(amounts: np.ndarray, parts: int) -> None:
    groups = [list(range(40)), *([n for n in range(40) if n % parts == p] for p in range(parts))]
    made = rounded(amounts, sums(*groups))
    assert (np.abs(made - amounts) < 1 + 1e-5).all()
    assert (np.abs(np.cumsum(made, 1) - np.cumsum(amounts, 1)) < 1 + 1e-5).all()
    assert (made[amounts < 1e-7] == 0).all()
    errors = np.array([(made - amounts)[group].sum(0).cumsum() for group in groups])
    alone = np.array([(np.round(amounts) - amounts)[group].sum(0).cumsum() for group in groups])
    assert np.abs(errors).max() <= max(2.0, np.abs(alone).max())


@given(st.integers(0, 2**32 - 1))
@settings(max_examples=15, deadline=None)
def test_sums_over_many_amounts_stay_within_about_a_unit(seed: int) -> None:
    draw = np.random.default_rng(seed)
    amounts = draw.gamma(0.5, 8.0, (300, 5))
    kinds = draw.integers(0, 4, 300), draw.integers(0, 6, 300)
    groups = [list(range(300)), *([int(n) for n in np.flatnonzero(kind == k)] for kind in kinds for k in range(6))]
    groups = [group for group in groups if group]
    made = rounded(amounts, sums(*groups))
    errors = np.array([(made - amounts)[group].sum(0).cumsum() for group in groups])
    assert np.abs(errors).max() < 1.5
    assert (made == rounded(amounts, sums(*groups))).all()
