"""The room a sheet's contents need: widths of columns from what stands in them, heights of rows from wrapped text."""

import math
from collections.abc import Callable
from dataclasses import dataclass, field

from axplan.report.page.measure import (
    PADDING,
    PIXELS_BESIDE,
    PIXELS_PER_POINT,
    PIXELS_PER_UNIT,
    lines_needed,
    longest_word,
    number_width,
    pixels,
    text_width,
)
from axplan.report.styles import ROW_HEIGHT
from axplan.report.tables.table import NARROWEST, Column

HEAD_LINES = 2
LONGEST_WORD = 22.0
"""Longest word of a heading, or of a cell in a wide column, that a column is widened for."""

HALVINGS = 20
"""Steps in which the widest columns that fit are found."""

HIGHEST = 409.0
"""No spreadsheet has higher rows, in points."""


@dataclass
class Room:
    """What is known about a sheet while it is filled; widths in character units, heights in points.

    `least` is how narrow a column can be made: what stands in it wraps then, and no number or word is cut.
    """

    widths: dict[int, float] = field(default_factory=dict)
    least: dict[int, float] = field(default_factory=dict)
    _wrapping: list[tuple[int, int, int, str, float]] = field(default_factory=list)

    def widen(self, at: int, width: float, least: float = NARROWEST, wrapped: float | None = None) -> None:
        """Make a column at least this wide, and `least` in any case; `wrapped`: the width what needs it can wrap to."""
        self.widths[at] = max(self.widths.get(at, least), width)
        self.least[at] = max(self.least.get(at, least), width if wrapped is None else wrapped)

    def heading(self, row: int, at: int, column: Column) -> None:
        """A heading, which may take two lines."""
        lines = column.title.split("\n")
        widest = max(text_width(line) for line in lines) / (HEAD_LINES if len(lines) == 1 else 1)
        word = min(longest_word(column.title), LONGEST_WORD)
        self.widen(at, max(word, widest) + PADDING, column.narrowest, word + PADDING)
        self.wraps(row, at, at, column.title)

    def cell(self, row: int, at: int, seen: str | float | None, column: Column, indent: int) -> None:
        """A cell: numbers are never clipped, text wraps where it is wider than its column may become."""
        if isinstance(seen, str):
            word = min(longest_word(seen), LONGEST_WORD, column.widest) + 2 * indent + PADDING
            self.widen(at, min(text_width(seen) + 2 * indent, column.widest) + PADDING, column.narrowest, word)
            self.wraps(row, at, at, "  " * indent + seen)
        elif seen is not None and math.isfinite(seen):
            self.widen(at, number_width(seen, column.number) + PADDING, column.narrowest)

    def wraps(self, row: int, first: int, last: int, text: str, size: float = 1.0) -> None:
        """Text that wraps within columns; `size` of its letters against the usual ones."""
        self._wrapping.append((row, first, last, text, size))

    def across(self, first: int, last: int) -> float:
        """Width of some columns together."""
        return sum(self.widths.setdefault(at, NARROWEST) for at in range(first, last + 1))

    def points(self, columns: int) -> float:
        """Width of the sheet in points."""
        return sum(pixels(self.widths.setdefault(at, NARROWEST)) for at in range(columns)) / PIXELS_PER_POINT

    def narrow(self, columns: int, most: float) -> None:
        """Make a sheet that is wider than `most` points narrower by wrapping text, so that its rows get least high."""
        if self.points(columns) <= most:
            return
        given = {at: self.widths[at] for at in range(columns)}
        least = {at: min(width, self.least.get(at, width)) for at, width in given.items()}

        def all_alike(part: float) -> dict[int, float]:
            return {at: least[at] + part * (width - least[at]) for at, width in given.items()}

        def widest_first(part: float) -> dict[int, float]:
            return {at: max(least[at], min(width, part * max(given.values()))) for at, width in given.items()}

        ways = [self._largest(way, columns, most) for way in (all_alike, widest_first)]
        best = min(ways, key=self._height_of)
        self.widths.update(best)

    def _largest(self, way: Callable[[float], dict[int, float]], columns: int, most: float) -> dict[int, float]:
        """The widest columns that fit, of those a part of 0 to 1 gives."""
        low, high = 0.0, 1.0
        for _ in range(HALVINGS):
            middle = (low + high) / 2
            self.widths.update(way(middle))
            low, high = (low, middle) if self.points(columns) > most else (middle, high)
        return way(low)

    def _height_of(self, widths: dict[int, float]) -> float:
        """What rows of more than one line take more than others."""
        self.widths.update(widths)
        return sum(height - ROW_HEIGHT for height in self.heights().values())

    def stretch(self, columns: int, factor: float) -> None:
        """Make the sheet wider by a factor, every column in proportion."""
        for at in range(columns):
            wider = pixels(self.widths.setdefault(at, NARROWEST)) * factor
            self.widths[at] = (wider - PIXELS_BESIDE) / PIXELS_PER_UNIT

    def heights(self, wider: float = 1.0) -> dict[int, float]:
        """Row → height, of rows whose text takes more than one line, were the columns wider by a factor."""
        lines: dict[int, int] = {}
        for row, first, last, text, size in self._wrapping:
            width = (wider * self.across(first, last) - PADDING / 2) / size
            lines[row] = max(lines.get(row, 1), lines_needed(text, width))
        return {row: min(HIGHEST, n * (ROW_HEIGHT - 2.5) + 3.5) for row, n in sorted(lines.items()) if n > 1}
