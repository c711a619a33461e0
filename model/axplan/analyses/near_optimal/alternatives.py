"""Which of the plans found at the ends of ranges to show: few, as far as possible from each other and from the optimum.

The distance of two plans is the share of the commitments that goes elsewhere: half the sum of the absolute differences
of their shares by industry, stage and region (0: the same, 1: nothing in common). First the pair that lies furthest
apart, then always the plan whose nearest among the chosen and the optimum is furthest away (Gonzalez, Theor. Comput.
Sci. 38 (1985), 293–306). Nothing is drawn by lot, and nothing more is solved.
"""

from collections.abc import Sequence

import numpy as np

from axplan.solver.arrays import Floats

ALIKE = 1e-3
"""Plans in which less than this share of the commitments goes elsewhere are one plan to a reader."""


def shares(places: Sequence[Sequence[float]]) -> Floats:
    """Amounts by place, one row a plan, as shares of the plan's sum; none where nothing is committed."""
    amounts = np.array(places, dtype=float).reshape(len(places), -1)
    whole = amounts.sum(axis=1, keepdims=True)
    return np.asarray(np.divide(amounts, whole, out=np.zeros_like(amounts), where=whole > 0))


def distances(plans: Floats, others: Floats) -> Floats:
    """The share that goes elsewhere between every plan and every other, shape (plans, others)."""
    return np.array([0.5 * np.abs(others - plan).sum(axis=1) for plan in plans]).reshape(len(plans), len(others))


def most_different(optimum: Sequence[float], plans: Sequence[Sequence[float]], count: int) -> list[int]:
    """The positions of up to `count` plans, in the order in which they were chosen; fewer where the rest are alike."""
    if not len(plans):
        return []
    found = shares(plans)
    apart, moved = distances(found, found), distances(found, shares([optimum]))[:, 0]
    chosen = _furthest_pair(apart, moved)[:count]
    while chosen and len(chosen) < count:
        nearest = np.minimum(moved, apart[:, chosen].min(axis=1))
        best = int(np.argmax(nearest))
        if nearest[best] <= ALIKE:
            break
        chosen.append(best)
    return chosen


def _furthest_pair(apart: Floats, moved: Floats) -> list[int]:
    """The two plans furthest apart of those that differ from the optimum; one or none where there are no two."""
    able = np.flatnonzero(moved > ALIKE)
    if not len(able):
        return []
    among = apart[np.ix_(able, able)]
    one, other = np.unravel_index(int(np.argmax(among)), among.shape)
    if among[one, other] <= ALIKE:
        return [int(able[one])]
    return [int(able[one]), int(able[other])]
