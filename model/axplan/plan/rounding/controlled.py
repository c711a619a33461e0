"""Controlled rounding: whole numbers for many amounts over years, such that every sum of them stays close to its own.

Rounding each amount by itself lets the errors of a sum of thousands grow to dozens of units; rounding the sums lets
them differ from their parts. Here only the amounts are rounded, each up or down, and which way is chosen so that every
sum that is asked for, every marginal, is near the sum of the exact amounts (controlled rounding: L. H. Cox, A
constructive procedure for unbiased controlled rounding, J. Am. Stat. Assoc. 82 (1987), 520–524; the selection is a
descent on the squared errors).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Whole = NDArray[np.integer[Any]]
Flags = NDArray[np.bool_]

NOISE = 1e-6
"""An amount this close to a whole number is that number: it carries the rounding of a solver."""

DIGITS = 6
"""Amounts are first rounded to so many decimals, so that a solver's noise decides no tie between ways of rounding."""

ROUNDS = 8
"""How often the priority of sums beyond their tolerance is doubled."""

PARTNERS = 12
"""Amounts tried as one half of an exchange, when rounding no single amount the other way helps any more."""


@dataclass(frozen=True)
class Marginals:
    """Weighted sums of amounts: entry n says that amount `item[n]` counts `weight[n]` times in sum `group[n]`.

    For each sum, `tolerance` is an error up to which it is good enough, and `priority` weighs its squared error.
    `known`, shape (sums, years), is the error a sum so far has from what was rounded before, where it is a sum of both.
    """

    item: Whole
    group: Whole
    weight: Floats
    tolerance: Floats
    priority: Floats
    known: Floats | None = None

    def known_in(self, year: int) -> Floats:
        """The errors the sums have from what was rounded before."""
        return np.zeros(self.count) if self.known is None else self.known[:, year]

    @property
    def count(self) -> int:
        """How many sums there are."""
        return len(self.tolerance)

    def of(self, amounts: Floats) -> Floats:
        """The sums of amounts given by item, shape (sums,)."""
        return np.bincount(self.group, self.weight * amounts[self.item], self.count).astype(float)

    def of_moves(self, items: Whole) -> Marginals:
        """The same sums over moves of these items, where an item may move in several ways."""
        order = np.argsort(self.item, kind="stable")
        starts = np.searchsorted(self.item[order], items)
        counts = np.searchsorted(self.item[order], items, side="right") - starts
        within = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
        entries = order[np.repeat(starts, counts) + within]
        move = np.repeat(np.arange(len(items)), counts)
        return Marginals(move, self.group[entries], self.weight[entries], self.tolerance, self.priority)


Bounds = Callable[[int, Whole], tuple[Floats, Floats]]
"""(position of a year, whole sums so far by item and year) → the least and most each item may come to by then."""


def rounded(amounts: Floats, sums: Marginals, bounds: Bounds | None = None, large: float = np.inf) -> Whole:
    """Whole numbers for `amounts`, shape (items, years), none negative: each the amount rounded up or down.

    So is what an item comes to by the end of every year, and each of the `sums` over the years so far is kept near the
    exact one (within about one half where many amounts take part). Amounts of `large` units or more may be one further
    off, where a sum needs it. What is zero stays zero. `bounds` settle which way an item goes where only one of the two
    keeps them.
    """
    exact = sums_so_far(amounts)
    result = np.zeros(amounts.shape, dtype=np.int64)
    before: Any = np.zeros(len(amounts), dtype=np.int64)
    carried = np.zeros(sums.count)
    for year in range(amounts.shape[1]):
        yearly = _snapped(exact[:, year] - (exact[:, year - 1] if year else 0.0))
        low = np.maximum(np.floor(exact[:, year]), before + np.floor(yearly)).astype(np.int64)
        high = np.minimum(np.ceil(exact[:, year]), before + np.ceil(yearly)).astype(np.int64)
        high = np.maximum(low, high)
        settled = high == low
        if bounds is not None:
            least, most = bounds(year, np.cumsum(result, axis=1))
            low, high = np.where(low < least, high, low), np.where(high > most, low, high)
            high = np.maximum(low, high)
        loose = (yearly >= large) & (settled | (high > low))
        so_far = _chosen(exact[:, year], low, high, loose, sums, carried - 2 * sums.known_in(year))
        carried = sums.of(so_far - exact[:, year]) + sums.known_in(year)
        result[:, year], before = so_far - before, so_far
    return result


def sums_so_far(amounts: Floats) -> Floats:
    """What amounts, shape (items, years), come to by the end of each year; nearly whole numbers are whole."""
    return _snapped(np.cumsum(_snapped(amounts.round(DIGITS)), axis=1).round(DIGITS))


def apportioned(amounts: Sequence[float], step: float, whole: float | None = None) -> list[float]:
    """Each amount as a multiple of `step`, up or down, so that they add up to `whole` (their rounded sum, if None).

    Those with the largest remainders go up (Hamilton's method: M. Balinski & H. Young, Fair Representation, 1982); a
    `whole` further away than that is shared out in further steps.
    """
    if not amounts:
        return []
    units = _snapped(np.array(amounts) / step)
    low = np.floor(units)
    missing = round((sum(amounts) if whole is None else whole) / step) - int(low.sum())
    order = np.argsort(low - units, kind="stable")  # the largest remainder first
    each, more = divmod(missing, len(amounts))
    low += each
    low[order[:more]] += 1
    return [float(n) * step for n in low]


def _snapped(amounts: Floats) -> Floats:
    near = np.round(amounts)
    return np.where(np.abs(amounts - near) <= NOISE, near, amounts)


def _chosen(exact: Floats, low: Whole, high: Whole, loose: Flags, sums: Marginals, carried: Floats) -> Whole:
    """low or high for every item, or one beyond for `loose` ones; high is low or one more.

    With e the errors of the sums so far and c those `carried` from the year before, e² + (e − c)² is to be small: the
    sums so far and those of the year. Up to what does not depend on the choice that is twice (e − c/2)².
    """
    chosen = np.where(exact - low >= 0.5, high, low)
    free, wide = np.flatnonzero(high > low), np.flatnonzero(loose)
    moves = np.concatenate([free, wide, wide])
    if not len(moves) or not sums.count:
        return chosen
    other_way = np.where(chosen[free] == low[free], 1.0, -1.0)
    steps = np.concatenate([other_way, np.ones(len(wide)), -np.ones(len(wide))])
    search = _Search(sums.of_moves(moves), sums.of(chosen - exact) - carried / 2, steps)
    made = search.best() != steps
    np.add.at(chosen, moves[made], steps[made].astype(np.int64))
    return chosen


class _Search:
    """Moves of items by one unit, each made or not. `steps` is what the next change of a move adds: 1 or −1."""

    def __init__(self, sums: Marginals, errors: Floats, steps: Floats) -> None:
        self.sums, self.errors, self.steps = sums, errors, steps.copy()
        self.priority = sums.priority
        self.order = np.argsort(sums.item, kind="stable")
        self.starts = np.searchsorted(sums.item[self.order], np.arange(len(steps) + 1))

    def best(self) -> Floats:
        """The steps after which the worst error is least, of several descents with growing priorities."""
        least, kept = np.inf, self.steps.copy()
        for _ in range(ROUNDS):
            self.descend()
            size = np.abs(self.errors) / self.sums.tolerance
            worst = float(size.max())
            if worst < least - NOISE:
                least, kept = worst, self.steps.copy()
            if worst <= 1:
                break
            self.priority = np.where(size > 1, 2 * self.priority, self.priority)
        return kept

    def descend(self) -> None:
        """Round single items the other way, then exchange pairs, as long as that lowers the squared errors."""
        own = self.by_item(self.sums.weight**2)
        while True:
            gains = 2 * self.steps * self.by_item(self.sums.weight * self.errors[self.sums.group]) + own
            best = int(np.argmin(gains))
            flipped = (best,) if gains[best] < -NOISE else self.exchange(gains)
            if not flipped:
                return
            for item in flipped:
                self.flip(item)

    def by_item(self, entries: Floats) -> Floats:
        """The sum over an item's entries, each times the priority of its sum."""
        return np.bincount(self.sums.item, entries * self.priority[self.sums.group], len(self.steps)).astype(float)

    def flip(self, item: int) -> None:
        """Make a move, or take it back."""
        mine = self.order[self.starts[item] : self.starts[item + 1]]
        np.add.at(self.errors, self.sums.group[mine], self.sums.weight[mine] * self.steps[item])
        self.steps[item] = -self.steps[item]

    def exchange(self, gains: Floats) -> tuple[int, ...]:
        """Two items which, both rounded the other way, lower the squared errors most; none if no such pair is found."""
        best: float = -NOISE
        pair: tuple[int, ...] = ()
        for first in np.argsort(gains, kind="stable")[:PARTNERS]:
            mine = self.order[self.starts[first] : self.starts[first + 1]]
            shared = np.bincount(self.sums.group[mine], self.sums.weight[mine], len(self.errors))
            common = self.by_item(self.sums.weight * shared[self.sums.group])
            both = gains[first] + gains + 2 * self.steps[first] * self.steps * common
            both[first] = 0.0
            second = int(np.argmin(both))
            if both[second] < best:
                best, pair = float(both[second]), (int(first), second)
        return pair
