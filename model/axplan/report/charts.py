"""Charts that read the cells of tables: stacked or clustered columns and lines, in one look that also prints in grey.

A chart holds no numbers of its own. Every series names the cells of its name, its categories and its values, so that a
chart cannot differ from the table it shows. `Page.band` and `Page.beside` place them.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from axplan.report.page.placed import Area, Series
from axplan.report.styles import DASHES, FONTS, GREY, INK, LINES, MARKERS, NAVY, PAPER, RULE, SERIES, axis_format

if TYPE_CHECKING:
    from axplan.report.context import Binder

LETTER, TITLE = 10, 11
"""Sizes of letters in a chart and of its title, in points."""

MOST_LABELS = 12
"""Years on an axis before only every second, third … is written."""

WIDTH = 2.0
"""Of a line, in points."""


@dataclass(frozen=True)
class Axes:
    """What stands around the columns or lines: the title with the unit, the kind of number, whether categories are
    years."""

    title: str
    unit: str
    number: str
    years: bool


def stacked(
    book: Binder, title: str, unit: str, series: Sequence[Series], *, number: str = "", years: bool = True
) -> Any:
    """Columns of parts that add up, parted by thin white lines.

    `number` is the kind of number on the axis (see `styles.number_format`), that of money unless said otherwise.
    `years`:
    the categories are years, of which some go unwritten where there are many; names are always written. The cells must
    have been written, for the axis begins at 0 unless one of them is negative. A chart needs at least one series.
    """
    return _columns(book, series, Axes(title, unit, number, years), {"subtype": "stacked"})


def clustered(
    book: Binder,
    title: str,
    unit: str,
    series: Sequence[Series],
    *,
    number: str = "",
    years: bool = True,
    target: Series | None = None,
) -> Any:
    """Columns side by side, with the `target` they are held against as a broken line; the rest as in `stacked`."""
    chart = _columns(book, series, Axes(title, unit, number, years), {})
    if target:
        over = book.workbook.add_chart({"type": "line"})
        over.add_series(_line(target, 1, INK))
        chart.combine(over)
        chart.set_legend(_legend(book))
    return chart


def bars(
    book: Binder, title: str, unit: str, series: Sequence[Series], *, number: str = "", colours: Sequence[str] = SERIES
) -> Any:
    """Bars lying beside their names, which may be long, the first on top. Several series share a bar."""
    chart = book.workbook.add_chart({"type": "bar"})
    for n, (name, categories, values) in enumerate(series):
        chart.add_series({
            "name": name, "categories": categories, "values": values, "gap": 45, "overlap": 100,
            "fill": {"color": colours[n % len(colours)]}, "border": {"color": PAPER, "width": 0.75},
        })  # fmt: skip
    _dressed(book, chart, series, Axes(title, unit, number, False), {})
    chart.x_axis, chart.y_axis = chart.y_axis, chart.x_axis  # the names stand on the upright axis
    chart.y_axis["reverse"], chart.x_axis["label_position"] = True, "high"  # from the top; numbers stay at the foot
    return chart


def line(book: Binder, title: str, unit: str, series: Sequence[Series], *, number: str = "", years: bool = True) -> Any:
    """Lines told apart by colour, dashes and markers; the rest as in `stacked`, but its axis may begin anywhere."""
    chart = book.workbook.add_chart({"type": "line"})
    for n, one in enumerate(series):
        chart.add_series(_line(one, n, LINES[n % len(LINES)]))
    return _dressed(book, chart, series, Axes(title, unit, number, years), {})


def scatter(
    book: Binder, title: str, unit: str, series: Sequence[Series], *, across: str, up: tuple[float, float],
    along: tuple[float, float],
) -> Any:  # fmt: skip
    """Points joined by lines over an axis of numbers, whose title is `across`. `up` and `along` are the least and the
    most that are
    shown: the axes go a little beyond them, and need not begin at 0."""
    chart = book.workbook.add_chart({"type": "scatter", "subtype": "straight_with_markers"})
    for n, one in enumerate(series):
        chart.add_series(_line(one, n, LINES[n % len(LINES)]))
    _dressed(book, chart, series, Axes(title, unit, "", False), {})
    font, grid = _font(book), {"visible": True, "line": {"color": RULE, "width": 0.5}}
    quiet = {"num_font": {**font, "color": GREY}, "line": {"color": RULE}, "label_position": "low"}
    chart.set_y_axis({**quiet, **_scale(*up, book.language), "major_gridlines": grid})
    chart.set_x_axis({**quiet, **_scale(*along, book.language), "major_gridlines": grid, "name": across,
                      "name_font": {**font, "bold": False}})  # fmt: skip
    return chart


STEPS = 4
"""An axis of numbers has about so many steps."""


def _scale(least: float, most: float, language: str) -> dict[str, Any]:
    """An axis from a round number below the least to one above the most, in round steps that can be told apart."""
    span = (most - least) or abs(most) or 1.0
    power = 10.0 ** math.floor(math.log10(span / STEPS))
    step = next(n * power for n in (1, 2, 5, 10) if n * power * STEPS >= span)
    places = max(0, -math.floor(math.log10(step) + 1e-9))
    low, high = (round(math.floor(least / step) * step, 12), round(math.ceil(most / step) * step, 12))
    return {"min": low, "max": high, "major_unit": round(step, 12), "num_format": axis_format(f"n{places}", language)}


def _columns(book: Binder, series: Sequence[Series], axes: Axes, subtype: Mapping[str, str]) -> Any:
    chart = book.workbook.add_chart({"type": "column", **subtype})
    for n, (name, categories, values) in enumerate(series):
        chart.add_series({
            "name": name, "categories": categories, "values": values, "gap": 60,
            "fill": {"color": SERIES[n % len(SERIES)]}, "border": {"color": PAPER, "width": 0.75},
        })  # fmt: skip
    lowest = min((_lowest(book, values) for _, _, values in series), default=0.0)
    return _dressed(book, chart, series, axes, {} if lowest < 0 else {"min": 0})


def _line(series: Series, n: int, colour: str) -> dict[str, Any]:
    name, categories, values = series
    return {
        "name": name, "categories": categories, "values": values,
        "line": {"color": colour, "width": WIDTH, "dash_type": DASHES[n % len(DASHES)]},
        "marker": {"type": MARKERS[n % len(MARKERS)], "size": 6, "fill": {"color": colour if n % 2 == 0 else PAPER},
                   "border": {"color": colour}},
    }  # fmt: skip


def _dressed(book: Binder, chart: Any, series: Sequence[Series], axes: Axes, begin: Mapping[str, float]) -> Any:
    """Title with the unit, quiet axes, the legend below where there is more than one series."""
    titled, font = book.say("with_unit", what=axes.title, unit=axes.unit) if axes.unit else axes.title, _font(book)
    chart.set_title(
        {"name": titled, "overlay": False, "name_font": {**font, "size": TITLE, "bold": True, "color": NAVY}}
    )
    count = max((_count(categories) for _, categories, _ in series), default=1)
    every = math.ceil(count / MOST_LABELS) if axes.years else 1
    chart.set_x_axis({"num_font": font, "line": {"color": RULE}, "major_tick_mark": "none", "label_position": "low",
                      "interval_unit": every})  # fmt: skip
    look = axis_format(axes.number or book.axis_number, book.language)
    chart.set_y_axis({"num_font": {**font, "color": GREY}, "num_format": look, "line": {"none": True}, **begin,
                      "major_gridlines": {"visible": True, "line": {"color": RULE, "width": 0.5}}})  # fmt: skip
    chart.set_legend(_legend(book) if len(series) > 1 else {"none": True})
    chart.set_chartarea({"border": {"color": RULE}, "fill": {"color": PAPER}})
    return chart


def _legend(book: Binder) -> dict[str, Any]:
    return {"position": "bottom", "font": _font(book)}


def _font(book: Binder) -> dict[str, Any]:
    return {"name": FONTS[book.language], "size": LETTER, "color": INK}


def _count(area: Area) -> int:
    """Cells of an area that is one row or one column."""
    _, top, left, bottom, right = area
    return int(max(bottom - top, right - left) + 1)


def _lowest(book: Binder, area: Area) -> float:
    """The lowest number in cells that are written already; columns of no negative number begin at 0."""
    name, top, left, bottom, right = area
    table = book.workbook.get_worksheet_by_name(name).table
    cells = [table.get(row, {}).get(at) for row in range(top, bottom + 1) for at in range(left, right + 1)]
    found = [getattr(cell, "number", getattr(cell, "value", 0.0)) for cell in cells]
    return min((n for n in found if isinstance(n, int | float)), default=0.0)
