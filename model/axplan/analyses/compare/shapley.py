"""How much of a difference each change made: shares that add up to the whole of it, whatever the changes do together.

Up to MAX_PLAYERS changes the share is the Shapley value (L. S. Shapley, A value for n-person games, 1953): what a
change adds, averaged over all orders in which the changes can be made. A combination that has no plan has no value;
then the average is over the orders that never pass through such a combination. Beyond MAX_PLAYERS the changes are made
in the order in which they are given.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from axplan.plan.rounding.controlled import apportioned

MAX_PLAYERS = 6
"""2⁶ = 64 combinations are solved at most."""

Changes = frozenset[Hashable]
Value = Callable[[Changes], float | None]
"""The value of what some of the changes make of the base case; None where that has no plan."""

SHAPLEY, FEASIBLE_ORDERS, IN_ORDER = "shapley", "feasible_orders", "in_order"


@dataclass(frozen=True)
class Attribution:
    """The shares of a difference. A key with several changes is a step that could only be made together.

    `method`: SHAPLEY (all orders), FEASIBLE_ORDERS (those in which every combination has a plan), IN_ORDER (one).
    """

    before: float
    after: float
    shares: Mapping[tuple[Hashable, ...], float]
    method: str

    @property
    def total(self) -> float:
        """What is shared out."""
        return self.after - self.before

    def rounded(self, step: float) -> Attribution:
        """The same in multiples of `step`: what is before, plus the shares, is still what is after."""
        before, after = (round(value / step) * step for value in (self.before, self.after))
        shares = apportioned(list(self.shares.values()), step, after - before)
        return replace(self, before=before, after=after, shares=dict(zip(self.shares, shares, strict=True)))


def attribute(changes: Sequence[Hashable], value: Value) -> Attribution:
    """Share the difference between value(no change) and value(all changes) among the changes.

    Raises
    ------
    ValueError: the base case or the case with all changes has no value.
    """
    before, after = value(frozenset()), value(frozenset(changes))
    if before is None or after is None:
        raise ValueError("both ends need a value")
    if len(changes) <= MAX_PLAYERS:
        values = {part: value(part) for part in _subsets(changes)}
        orders = _feasible_orders(changes, values)
        if orders.count:
            shares: dict[tuple[Hashable, ...], float] = {(c,): orders.share(c, values) for c in changes}
            everywhere = all(found is not None for found in values.values())
            return Attribution(before, after, shares, SHAPLEY if everywhere else FEASIBLE_ORDERS)
    return Attribution(before, after, _in_order(changes, value, before), IN_ORDER)


def _subsets(changes: Sequence[Hashable]) -> list[Changes]:
    """Every combination, smaller ones first."""
    return [frozenset(part) for size in range(len(changes) + 1) for part in combinations(changes, size)]


@dataclass(frozen=True)
class FeasibleOrders:
    """How many orders of the changes lead from nothing to a combination, and on from there to all of them."""

    to: Mapping[Changes, int]
    onward: Mapping[Changes, int]
    count: int

    def share(self, change: Hashable, values: Mapping[Changes, float | None]) -> float:
        """What the change adds, averaged over all orders that can be walked."""
        parts = []
        for before, number in self.to.items():
            if number and change not in before:
                after = before | {change}
                weight = number * self.onward[after]
                low, high = values[before], values[after]
                if weight and low is not None and high is not None:
                    parts.append(weight / self.count * (high - low))
        return math.fsum(parts)


def _feasible_orders(changes: Sequence[Hashable], values: Mapping[Changes, float | None]) -> FeasibleOrders:
    parts = list(values)
    to: dict[Changes, int] = {}
    for part in parts:
        before = sum(to[part - {change}] for change in part) if part else 1
        to[part] = before if values[part] is not None else 0
    onward: dict[Changes, int] = {}
    for part in reversed(parts):
        after = (
            sum(onward[part | {change}] for change in changes if change not in part) if len(part) < len(changes) else 1
        )
        onward[part] = after if values[part] is not None else 0
    return FeasibleOrders(to, onward, to[frozenset(changes)])


def _in_order(changes: Sequence[Hashable], value: Value, before: float) -> dict[tuple[Hashable, ...], float]:
    """What each change adds when made one after the other; one that leads nowhere alone is made with the next."""
    shares: dict[tuple[Hashable, ...], float] = {}
    made: list[Hashable] = []
    step: list[Hashable] = []
    for change in changes:
        made.append(change)
        step.append(change)
        now = value(frozenset(made))
        if now is not None:
            shares[tuple(step)] = now - before
            before, step = now, []
    return shares
