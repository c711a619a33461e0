"""What `axplan frontier` prints: every point with its aims, and between two aims what the second costs."""

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from axplan.analyses.pareto.aims import AIM_NAMES, AIM_UNITS
from axplan.analyses.pareto.frontier import ParetoFrontier, price_unit, small_price
from axplan.core.text import Text

WORDS = {
    "title": Text("효율 변경: {title}", "Frontier: {title}"),
    "point": Text("점", "Point"),
    "price": Text("1단위당 대가\n({unit})", "Price per unit\n({unit})"),
    "alone": Text("이 지표들은 서로 다투지 않습니다. 한 계획이 모두를 최대로 합니다.",
                  "These aims do not compete: one plan maximises them all."),
}  # fmt: skip

DIGITS = 7
"""Significant digits of an aim."""


def print_frontier(title: str, found: ParetoFrontier, language: str, console: Console) -> None:
    """A line for each point, from the most of the first aim to the least."""
    words = {name: text.in_(language) for name, text in WORDS.items()}
    console.print(f"\n[bold]{escape(words['title'].format(title=title))}[/bold]", highlight=False)
    table, two = Table(box=SIMPLE_HEAD), len(found.aims) == 2
    table.add_column(words["point"], justify="right")
    for aim in found.aims:
        table.add_column(f"{AIM_NAMES[aim].in_(language)}\n({AIM_UNITS[aim].words.in_(language)})", justify="right")
    if two:
        unit = price_unit(found).words.in_(language)
        table.add_column(words["price"].format(unit=unit), justify="right")
    for n, point in enumerate(found.points):
        price = small_price(found, n)
        said = "" if price is None else f"{price:,.4g}"
        table.add_row(str(n + 1), *map(_figure, point.values), *([said] if two else []))
    console.print(table)
    if len(found.points) == 1:
        console.print(words["alone"])


def _figure(value: float) -> str:
    whole = len(f"{abs(value):.0f}")
    return f"{value:,.{max(0, DIGITS - whole)}f}"
