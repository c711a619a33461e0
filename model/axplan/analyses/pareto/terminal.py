"""What `axplan frontier` prints: every point with its aims, and between two aims what the second costs."""

from rich.console import Console

from axplan.analyses.pareto.aims import AIM_NAMES, AIM_UNITS
from axplan.analyses.pareto.conflict import no_conflict
from axplan.analyses.pareto.frontier import ParetoFrontier, price_unit, small_price
from axplan.core.text import Text
from axplan.report.tables.table import Column, Line
from axplan.report.terminal_table import print_heading, print_table

WORDS = {
    "title": Text("파레토 경계: {title}", "Frontier: {title}"),
    "point": Text("점", "Point"),
    "price": Text("1단위당 대가\n({unit})", "Price per unit\n({unit})"),
}  # fmt: skip

DIGITS = 7
"""Significant digits of an aim."""


def print_frontier(title: str, found: ParetoFrontier, language: str, console: Console) -> None:
    """A line for each point, from the most of the first aim to the least; or that the aims do not conflict."""
    words = {name: text.in_(language) for name, text in WORDS.items()}
    console.print()
    print_heading(console, words["title"].format(title=title))
    columns = [Column(words["point"], "right")]
    columns += [
        Column(f"{AIM_NAMES[aim].in_(language)}\n({AIM_UNITS[aim].words.in_(language)})", "right") for aim in found.aims
    ]
    if len(found.aims) == 2 and found.conflict:
        columns.append(Column(words["price"].format(unit=price_unit(found).words.in_(language)), "right"))
    prices = ("" if price is None else f"{price:,.4g}" for price in (small_price(found, n) for n in _numbers(found)))
    lines = [
        Line(str(n + 1), [*map(_figure, found.points[n].values), price][: len(columns) - 1])
        for n, price in zip(_numbers(found), prices, strict=True)
    ]
    print_table(console, columns, lines)
    if not found.conflict:
        console.print(no_conflict(found, language), highlight=False)


def _numbers(found: ParetoFrontier) -> range:
    return range(len(found.points))


def _figure(value: float) -> str:
    whole = len(f"{abs(value):.0f}")
    return f"{value:,.{max(0, DIGITS - whole)}f}"
