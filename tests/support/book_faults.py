"""What could be wrong with the look of a workbook: clipped numbers and texts, charts over cells, series without numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import Any

from axplan.report.page.measure import lines_needed
from book_places import cells, charts, contents, series, widths

Fault = tuple[Any, ...]


def printed(value: float, look: str) -> str:
    """A number as its format prints it."""
    places = len(match[1]) if (match := re.match(r"[#,0]*\.(0+)", look)) else 0
    if "%" in look:
        return f"{100 * value:.1f}%"
    return f"{value:.1E}" if "E" in look else f"{value:,.{places}f}"


def clipped_numbers(shown: Any) -> Iterator[Fault]:
    """Numbers that are wider than their columns; seven pixels a letter leave room for a wider font."""
    for sheet in shown.worksheets:
        known = widths(sheet)
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, int | float) and cell.number_format != "General":
                    text = printed(cell.value, cell.number_format)
                    if len(text) + 0.5 > known[cell.column]:
                        yield sheet.title, cell.coordinate, text, known[cell.column]


def clipped_texts(shown: Any) -> Iterator[Fault]:
    """Wrapped texts that are higher than their rows."""
    for sheet in shown.worksheets:
        merged = {r.coord.split(":")[0]: r for r in sheet.merged_cells.ranges}
        known = widths(sheet)
        for row in sheet.iter_rows():
            for cell in row:
                if not isinstance(cell.value, str) or not cell.alignment.wrap_text:
                    continue
                area = merged.get(cell.coordinate)
                columns = range(area.min_col, area.max_col + 1) if area else (cell.column,)
                width = sum(known[at] for at in columns)
                height = sheet.row_dimensions[cell.row].height or sheet.sheet_format.defaultRowHeight
                lines = lines_needed(cell.value, width * 11 / (cell.font.size + 1))
                if lines * 12.5 > height:
                    yield sheet.title, cell.coordinate, cell.value


def covered(written: Any) -> Iterator[Fault]:
    """Charts that cover another chart or a cell with something in it."""
    for sheet in written.worksheets:
        boxes = charts(sheet)
        for one, other in combinations(boxes, 2):
            if one.covers(other):
                yield sheet.title, one, other
        for address, area in contents(sheet) if boxes else ():
            if any(box.covers(area) for box in boxes):
                yield sheet.title, address


def unreadable_series(written: Any, shown: Any, blanks: bool = False) -> Iterator[Fault]:
    """Series of charts that read cells without numbers (or `blanks`), categories of another length, or no name."""
    for sheet in written.worksheets:
        for name, categories, values in series(sheet):
            found = cells(shown, values)
            allowed = (int, float, type(None)) if blanks else (int, float)
            if not all(isinstance(cell.value, allowed) for cell in found):
                yield sheet.title, values
            if len(cells(shown, categories)) != len(found):
                yield sheet.title, categories
            if not name or ("!" in name and not all(cell.value for cell in cells(shown, name))):
                yield sheet.title, name
