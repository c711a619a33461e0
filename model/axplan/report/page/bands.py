"""Bands of charts: rows of a sheet that hold charts side by side and nothing else, sized by the width of the sheet."""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from axplan.report.page.measure import PIXELS_PER_POINT

ROWS, MOST = 14, 3
"""Rows a band takes, whatever their height, and how many charts stand side by side in it."""

SHAPE = {1: 0.33, 2: 0.29, 3: 0.25}
"""Height of a band against the width of the sheet, by how many charts share it."""

WIDTH = 620.0
"""Points a sheet with charts is at least wide."""

GAP, INSET = 12, 2
"""Pixels between charts, and between a chart and the rows above and below, so that its border prints whole."""

MOVES_AND_SIZES = 1
"""Charts keep to their cells, whatever width a program gives those."""


@dataclass
class Bands:
    """The bands of a sheet: first row and charts of each."""

    placed: list[tuple[int, Sequence[Any]]] = field(default_factory=list)

    def add(self, row: int, charts: Sequence[Any]) -> int:
        """Take the rows for up to three charts; return the row after the band."""
        self.placed.append((row, charts))
        return row + ROWS

    def widening(self, width: float) -> float:
        """By what factor a sheet of this width is too narrow for its charts; 1 where it is not."""
        return max(1.0, WIDTH / width) if self.placed else 1.0

    def heights(self, width: float) -> dict[int, float]:
        """Row → its height in points, in steps of 0.75 (one pixel), which every program keeps."""
        return {row: round(width * SHAPE[len(charts)] / ROWS / 0.75) * 0.75 for row, charts in self._rows()}

    def place(self, sheet: Any, width: float, heights: Mapping[int, float]) -> None:
        """Put the charts on the sheet: they share its width and fill the height of their band."""
        whole = round(width * PIXELS_PER_POINT)
        for first, charts in self.placed:
            height = sum(heights[row] for row in range(first, first + ROWS)) * PIXELS_PER_POINT
            begins = [round(n * (whole + GAP) / len(charts)) for n in range(len(charts) + 1)]
            for chart, (left, right) in zip(charts, itertools.pairwise(begins), strict=True):
                chart.set_size({"width": right - GAP - left, "height": int(height) - 2 * INSET})
                offset = {"x_offset": left, "y_offset": INSET}
                sheet.insert_chart(first, 0, chart, {**offset, "object_position": MOVES_AND_SIZES})

    def _rows(self) -> Iterator[tuple[int, Sequence[Any]]]:
        return ((row, charts) for first, charts in self.placed for row in range(first, first + ROWS))
