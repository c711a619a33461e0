"""Drawings of three kinds of thing: a scale, columns on it, and bars with their names; the legend stands below.

One unit is one point on paper. Every drawing is WIDTH × HEIGHT. Labels are measured before they are written, those that
would touch are left out, and none is turned.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from axplan.report.brief.markup import element
from axplan.report.brief.numbers import printed, shortened, width
from axplan.report.styles import GREY, INK, PAPER, RULE, SERIES

WIDTH, HEIGHT = 168.0, 150.0
SIZE, LINE = 6.8, 10.0
"""Of letters, and from one line of them to the next."""

AIR = 4.0
"""Between two things that must not touch."""

FILLED = 0.66
"""Part of its place that a column or bar takes."""

THICKEST = 15.0
NOISE = 1e-9
MOST_NAME = 62.0
"""Room for names beside bars."""


@dataclass(frozen=True)
class Series:
    """Part of every column or bar."""

    name: str
    values: Sequence[float]


@dataclass(frozen=True)
class Scale:
    """From values between `low` and `high` to places between `start` and `end`."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)


def drawing(name: str, title: str, description: str, parts: Sequence[Element]) -> Element:
    """The drawing with what a screen reader says of it; `name` is its own on the page."""
    titled, described = f"{name}-title", f"{name}-description"
    return element(
        "svg", element("title", title, id=titled), element("desc", description, id=described), *parts,
        viewBox=f"0 0 {WIDTH:g} {HEIGHT:g}", role="img", aria_labelledby=titled, aria_describedby=described,
        font_size=SIZE, fill=INK,
    )  # fmt: skip


def columns(categories: Sequence[str], series: Sequence[Series], number: str, language: str) -> list[Element]:
    """Columns of parts on top of each other, those below zero downwards, with their totals where there is room."""
    legend, bottom = _legend(series)
    ups, downs = (_totals(series, sign) for sign in (1, -1))
    low, marks = min(downs, default=0.0), round_marks(min(downs, default=0.0), max(ups, default=0.0))
    kind = _finer(number, marks[1] - marks[0])
    texts = [printed(mark, kind, language) if mark else "0" for mark in marks]
    left = max(width(text, SIZE) for text in texts) + AIR
    scale = Scale(low, marks[-1], bottom - LINE - AIR, LINE)
    drawn = [*legend, *_grid([scale(mark) for mark in marks], texts, left, scale(0.0))]
    place = (WIDTH - AIR - left) / max(len(categories), 1)
    middles = [left + place * (n + 0.5) for n in range(len(categories))]
    drawn += [
        _box(middles[n] - _thick(place) / 2, min(scale(a), scale(b)), _thick(place), abs(scale(a) - scale(b)), colour)
        for n, a, b, colour in _stacked(series)
    ]
    totals = [printed(a + b, number, language) for a, b in zip(ups, downs, strict=True)]
    if len(series) > 1 and not any(downs) and all(width(text, SIZE) + AIR / 2 <= place for text in totals):
        tops = zip(middles, ups, totals, strict=True)
        drawn += [_text(total, x, scale(top) - 2.5, "middle") for x, top, total in tops]
    every = math.ceil((max((width(c, SIZE) for c in categories), default=0.0) + AIR / 2) / place)
    return drawn + [
        _text(categories[n], middles[n], bottom - AIR / 2, "middle", GREY) for n in range(0, len(categories), every)
    ]


def bars(names: Sequence[str], series: Sequence[Series], number: str, language: str) -> list[Element]:
    """Bars of parts side by side, each with its name before it and its total behind it."""
    legend, bottom = _legend(series)
    totals = _totals(series, 1)
    texts = [printed(total, number, language) for total in totals]
    shown = [shortened(name, SIZE, MOST_NAME) for name in names]
    left = max((width(name, SIZE) for name in shown), default=0.0) + 1.5 * AIR
    right = WIDTH - max((width(text, SIZE) for text in texts), default=0.0) - AIR
    scale = Scale(0.0, max(totals, default=0.0) or 1.0, left, right)
    place = (bottom - AIR) / max(len(names), 1)
    drawn = [*legend, element("path", d=f"M{left:.2f} 0V{bottom - AIR:.2f}", stroke=GREY, stroke_width=0.6)]
    for n, a, b, colour in _stacked(series):
        top = place * (n + 0.5) - _thick(place) / 2
        drawn.append(_box(scale(a), top, scale(b) - scale(a), _thick(place), colour))
    for n, (name, total, text) in enumerate(zip(shown, totals, texts, strict=True)):
        line = place * (n + 0.5) + SIZE * 0.36
        drawn.append(_text(name, left - AIR, line, "end"))
        drawn.append(_text(text, scale(total) + AIR / 2, line))
    return drawn


def round_marks(low: float, high: float, most: int = 5) -> list[float]:
    """At most so many round values and 0, a step of 1, 2 or 5 × 10ⁿ apart: between `low` and `high`, and one not below.

    `low` is at most 0 and `high` at least 0.
    """
    power = math.floor(math.log10((high - low or 1.0) / most))
    for step in (factor * 10.0**at for at in range(power, power + 3) for factor in (1, 2, 5)):
        first, last = math.ceil(low / step - NOISE), max(math.ceil(high / step - NOISE), 1)
        if last - first <= most:
            break
    return [step * n for n in range(first, last + 1)]


def _finer(number: str, step: float) -> str:
    """The kind of number, with the decimals the marks need and no more."""
    if number == "share":
        return number
    return f"n{max(0, -math.floor(math.log10(step) + NOISE))}"


def _totals(series: Sequence[Series], sign: int) -> list[float]:
    """The sum of what is above (or below) zero, of every column."""
    return [math.fsum(v for v in values if v * sign > 0) for values in zip(*(s.values for s in series), strict=True)]


def _stacked(series: Sequence[Series]) -> Iterator[tuple[int, float, float, str]]:
    """Column, where the part begins, where it ends, its colour; parts of nothing are left out."""
    reached: dict[tuple[int, bool], float] = {}
    for s, part in enumerate(series):
        for n, value in enumerate(part.values):
            if value:
                start = reached.get((n, value > 0), 0.0)
                reached[n, value > 0] = start + value
                yield n, start, start + value, SERIES[s % len(SERIES)]


def _thick(place: float) -> float:
    return min(place * FILLED, THICKEST)


def _grid(places: Sequence[float], texts: Sequence[str], left: float, zero: float) -> Iterator[Element]:
    for y, text in zip(places, texts, strict=True):
        colour = GREY if y == zero else RULE
        yield element("path", d=f"M{left:.2f} {y:.2f}H{WIDTH - AIR:.2f}", stroke=colour, stroke_width=0.5)
        yield _text(text, left - AIR / 2, y + SIZE * 0.36, "end", GREY)


def _legend(series: Sequence[Series]) -> tuple[list[Element], float]:
    """Names with their colours at the bottom, as many side by side as fit, and where what is above must end."""
    if len(series) < 2:
        return [], HEIGHT
    lines: list[list[tuple[float, str, str]]] = [[]]
    x = 0.0
    for n, part in enumerate(series):
        name = shortened(part.name, SIZE, WIDTH - 2 * SIZE)
        wide = 1.4 * SIZE + width(name, SIZE)
        if lines[-1] and x + wide > WIDTH:
            lines.append([])
            x = 0.0
        lines[-1].append((x, name, SERIES[n % len(SERIES)]))
        x += wide + 1.5 * AIR
    top = HEIGHT - LINE * len(lines)
    drawn = []
    for n, line in enumerate(lines):
        middle = top + LINE * (n + 0.5)
        for at, name, colour in line:
            drawn.append(_box(at, middle - SIZE / 2, SIZE, SIZE, colour))
            drawn.append(_text(name, at + 1.4 * SIZE, middle + SIZE * 0.36))
    return drawn, top - AIR / 2


def _box(x: float, y: float, wide: float, high: float, colour: str) -> Element:
    return element("rect", x=x, y=y, width=wide, height=high, fill=colour, stroke=PAPER, stroke_width=0.5)


def _text(text: str, x: float, y: float, anchor: str = "start", colour: str = INK) -> Element:
    """A label; lines that run behind it are interrupted."""
    return element(
        "text", text, x=x, y=y, text_anchor=anchor, fill=colour, stroke=PAPER, stroke_width=1.5, paint_order="stroke"
    )
