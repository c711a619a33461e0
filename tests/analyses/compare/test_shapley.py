"""Shares of a difference: by hand, and adding up to the whole whatever the changes do."""

from __future__ import annotations

import math
from collections.abc import Hashable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from axplan.analyses.compare.shapley import FEASIBLE_ORDERS, IN_ORDER, SHAPLEY, attribute


def test_changes_that_do_nothing_to_each_other_get_what_they_add() -> None:
    worth = {"a": 3.0, "b": -1.0}
    made = attribute(["a", "b"], lambda part: 10 + sum(worth[change] for change in part if isinstance(change, str)))
    assert made.shares == {("a",): 3.0, ("b",): -1.0}
    assert (made.before, made.after, made.total, made.method) == (10, 12, 2, SHAPLEY)


def test_what_two_changes_bring_only_together_is_halved() -> None:
    made = attribute(["money", "people"], lambda part: 8.0 if len(part) == 2 else 0.0)
    assert made.shares == {("money",): 4.0, ("people",): 4.0}


def test_the_glove_game_of_the_textbook() -> None:
    # one left glove (1) and two right gloves (2, 3): a pair is worth 1; Shapley: 2/3, 1/6, 1/6
    made = attribute([1, 2, 3], lambda part: 1.0 if 1 in part and part & {2, 3} else 0.0)
    assert made.shares == pytest.approx({(1,): 2 / 3, (2,): 1 / 6, (3,): 1 / 6})


def test_a_combination_without_a_plan_is_never_passed_through() -> None:
    # a later target alone is possible, a smaller fund alone is not: only the order target, fund can be walked
    values = {
        frozenset(): 10.0,
        frozenset(["target"]): 12.0,
        frozenset(["fund"]): None,
        frozenset(["fund", "target"]): 7.0,
    }
    made = attribute(["fund", "target"], lambda part: values[part])
    assert made.method == FEASIBLE_ORDERS
    assert made.shares == {("fund",): -5.0, ("target",): 2.0}


def test_changes_that_only_have_a_plan_together_share_one_step() -> None:
    made = attribute(["a", "b"], lambda part: None if len(part) == 1 else float(len(part)))
    assert made.method == IN_ORDER
    assert made.shares == {("a", "b"): 2.0}


def test_more_than_six_changes_are_made_in_their_order() -> None:
    made = attribute(list(range(8)), lambda part: None if len(part) == 3 else float(len(part)) ** 2)
    assert made.method == IN_ORDER
    assert made.shares[(0,)] == 1.0
    assert made.shares[(2, 3)] == 12.0  # 16 − 4: the third alone has no plan
    assert math.fsum(made.shares.values()) == made.total == 64.0


def test_ends_without_a_plan_cannot_be_compared() -> None:
    with pytest.raises(ValueError, match="both ends"):
        attribute(["a"], lambda part: None if part else 1.0)


@given(st.integers(1, 6), st.randoms(use_true_random=False), st.floats(0, 0.6))
def test_shares_add_up_to_the_difference(count: int, draw: object, infeasible: float) -> None:
    random = draw.random  # type: ignore[attr-defined]
    values: dict[frozenset[Hashable], float | None] = {}

    def value(part: frozenset[Hashable]) -> float | None:
        if part not in values:
            ends = len(part) in (0, count)
            values[part] = None if not ends and random() < infeasible else 1e4 * random() - 5e3
        return values[part]

    made = attribute(list(range(count)), value)
    assert math.fsum(made.shares.values()) == pytest.approx(made.total, abs=1e-9)
    assert [change for step in made.shares for change in step] == list(range(count))
