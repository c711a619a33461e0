"""How a sheet falls on pages of A4 paper, laid on its side."""

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass

PRINT_WIDTH, PRINT_HEIGHT = 750.0, 495.0
"""Room between the margins of an A4 page on its side, in points, less a little for other fonts."""
SQUEEZE, SMALLEST_PRINT = 1.43, 0.78
"""How much smaller a sheet may be printed to fit on one page, and the smallest scale: letters of 10 points are 7.8
then, and about 7 where a broader font stands in for the one asked for."""

LEEWAY = 0.03
"""So much below the smallest scale a sheet may be printed on one page alone: less than a line is not worth another."""

WIDENINGS, WORTH_WIDENING = (1.05, 1.1, 1.15, 1.2, 1.25, 1.3, 1.35), 12
"""By how much a sheet may be made wider, and so be printed smaller, to save a page or a cut through a table; sheets of
so many pages at most."""

Repeated = tuple[int, float]
"""The row of the headings that come again on pages below it, and their height."""


@dataclass(frozen=True)
class Falling:
    """How a sheet falls on pages: the rows that begin one because a block would be split, the number of pages, and how
    many blocks are split all the same."""

    begins: list[int]
    pages: int
    split: int = 0


def paginate(
    width: float, rows: Sequence[float], blocks: Sequence[int], repeated: Repeated = (0, 0.0)
) -> tuple[int, list[int]]:
    """Pages high to print a sheet that is one page wide (1, or 0 = as many as it takes), and the rows to begin a page
    with.

    `width` of the sheet and heights of its `rows` in points; `blocks` are rows with which something begins that is kept
    together. A sheet that overruns a page a little is printed smaller.
    """
    scale = min(1.0, PRINT_WIDTH / width)
    tops = _tops(rows)
    pages = tops[-1] * scale / PRINT_HEIGHT
    if pages <= SQUEEZE and scale / max(1.0, pages) >= SMALLEST_PRINT - LEEWAY:
        return 1, []
    return 0, fall(tops, blocks, PRINT_HEIGHT / scale, repeated).begins


def widening(
    width: float, rows_at: Callable[[float], Sequence[float]], blocks: Sequence[int], repeated: Repeated = (0, 0.0)
) -> float:
    """By what factor to make a sheet wider so that, printed smaller, it takes fewer pages or splits fewer blocks; 1
    where that does not help.

    `rows_at` tells the heights of the rows when the sheet is wider by a factor. Of those that help most, the smallest
    factor counts.
    """
    spare = max(1.0, PRINT_WIDTH / width)  # what fills the page without being printed smaller
    if paginate(width, rows_at(1.0), blocks, repeated)[0]:
        return 1.0
    now = _falling(width, rows_at(1.0), blocks, repeated)
    if now.pages > WORTH_WIDENING:
        return 1.0
    most = PRINT_WIDTH / width / SMALLEST_PRINT
    factors = [1.0, *(factor for more in WIDENINGS if (factor := spare * more) < most), max(1.0, most)]
    fallen = {factor: _falling(width * factor, rows_at(factor), blocks, repeated) for factor in factors}
    return min(factors, key=lambda factor: (fallen[factor].pages + fallen[factor].split, factor))


def _falling(width: float, rows: Sequence[float], blocks: Sequence[int], repeated: Repeated) -> Falling:
    return fall(_tops(rows), blocks, PRINT_HEIGHT * max(1.0, width / PRINT_WIDTH), repeated)


def fall(tops: Sequence[float], blocks: Sequence[int], page: float, repeated: Repeated = (0, 0.0)) -> Falling:
    """Pages of this height, begun so that no block that fits on one is split; tops[row] is where a row begins."""
    row, height = repeated
    found, start, count, split = [], 0.0, 1, 0

    def room(top: float) -> float:
        return page - height if top > tops[row] else page

    def turned(until: float) -> tuple[float, int]:
        """The page on which a place falls: where it begins, and which it is."""
        top, number = start, count
        while until - top > room(top):
            top, number = top + room(top), number + 1
        return top, number

    for block, after in itertools.pairwise([*blocks, len(tops) - 1]):
        start, count = turned(tops[block])  # a long block before this one ran over
        needed = tops[after] - tops[block]
        if tops[after] - start > room(start) and needed <= room(tops[block]) and tops[block] > start:
            found.append(block)
            start, count = tops[block], count + 1
        split += tops[after] - start > room(start)
    return Falling(found, turned(tops[-1])[1], split)


def _tops(rows: Sequence[float]) -> list[float]:
    """Where each row begins, and where the last one ends."""
    return list(itertools.accumulate(rows, initial=0.0))
