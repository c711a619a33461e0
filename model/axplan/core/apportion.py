"""Rounding parts so that they add up to the rounded whole: the largest remainder method.

M. Balinski & H. Young, Fair Representation, 1982 (there Hamilton's method).
"""

from collections.abc import Sequence

import numpy as np

NOISE = 1e-6
"""An amount this close to a whole unit is that unit."""


def apportioned(amounts: Sequence[float], step: float, whole: float | None = None) -> list[float]:
    """Each amount as a multiple of `step`, up or down, so that they add up to `whole` (their rounded sum, if None).

    Those with the largest remainders go up, the first of equal ones; a `whole` further away than that is shared out in
    further steps. The order is that of `amounts`; money in any unit, `step` in the same.
    """
    if not amounts:
        return []
    units = np.array(amounts) / step
    units = np.where(np.abs(units - np.round(units)) <= NOISE, np.round(units), units)
    low = np.floor(units)
    missing = round((sum(amounts) if whole is None else whole) / step) - int(low.sum())
    order = np.argsort(low - units, kind="stable")  # the largest remainder first
    each, more = divmod(missing, len(amounts))
    low += each
    low[order[:more]] += 1
    return [float(n) * step for n in low]
