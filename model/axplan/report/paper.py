"""How a sheet falls on pages of A4 paper, laid on its side."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

PRINT_WIDTH, PRINT_HEIGHT = 750.0, 495.0
"""Room between the margins of an A4 page on its side, in points, less a little for other fonts."""
SQUEEZE, SMALLEST_PRINT = 1.45, 0.6
"""How much smaller a sheet may be printed to save a page that would be nearly empty, and the smallest scale for that."""


def paginate(width: float, rows: Sequence[float], blocks: Sequence[int]) -> tuple[int, list[int]]:
    """Pages high to print a sheet that is one page wide (0 = as many as it takes), and the rows to begin a page with.

    `width` of the sheet and heights of its `rows` in points; `blocks` are rows with which something begins that is kept
    together. A page that would hold little is saved by printing a little smaller.
    """
    scale = min(1.0, PRINT_WIDTH / width)
    tops = list(itertools.accumulate(rows, initial=0.0))
    pages = tops[-1] * scale / PRINT_HEIGHT
    fewer = max(1, math.floor(pages))
    if pages / fewer <= SQUEEZE and scale * fewer / pages >= SMALLEST_PRINT:
        return fewer, []
    return 0, breaks(tops, blocks, PRINT_HEIGHT / scale)


def breaks(tops: Sequence[float], blocks: Sequence[int], page: float) -> list[int]:
    """Rows to begin a page with, so that no block that fits on a page is split; tops[row] is where a row begins."""
    found, start = [], 0.0
    for block, after in itertools.pairwise([*blocks, len(tops) - 1]):
        while tops[block] - start > page:  # a long block before this one ran over
            start += page
        if tops[after] - start > page and tops[after] - tops[block] <= page and tops[block] > start:
            found.append(block)
            start = tops[block]
    return found
