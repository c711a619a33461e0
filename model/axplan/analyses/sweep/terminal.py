"""What `axplan sweep` prints: the figures over the values of one parameter, or the objective over those of two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from axplan.analyses.sweep.search import FAILED, INFEASIBLE, INVALID, OPTIMAL, SweepPoint
from axplan.core.text import Text
from axplan.inputs.objective import NAMES

if TYPE_CHECKING:
    from axplan.analyses.sweep.run import SweepAnswer

MOST_LINES, MOST_COLUMNS = 40, 10
"""What a terminal shows; the workbook has everything."""

WORDS = {
    "title": Text("훑어보기: {title}", "Sweep: {title}"),
    "value": Text("값", "Value"),
    "status": Text("상태", "Status"),
    "commitment": Text("성장 이니셔티브 (억원)", "Growth initiative (KRW 100m)"),
    "training": Text("인력양성 (억원)", "Workforce (KRW 100m)"),
    "outlay": Text("기반사업 (억원)", "Programmes (KRW 100m)"),
    "own": Text("시나리오 그대로", "as it is"),
    "map": Text("{name} ({unit}): 행은 {rows}, 열은 {across}", "{name} ({unit}): rows {rows}, columns {across}"),
    "more": Text("… 나머지는 sweep.xlsx 에 있습니다.", "… the rest is in sweep.xlsx."),
    OPTIMAL: Text("완료", "done"),
    INFEASIBLE: Text("불가능", "infeasible"),
    INVALID: Text("입력 오류", "invalid"),
    FAILED: Text("실패", "failed"),
}

MONEY = ("commitment", "training", "outlay")


def print_sweep(found: SweepAnswer, language: str, console: Console) -> None:
    """A line for each value, or a map of the objective; words where there is no plan."""
    words = {name: text.in_(language) for name, text in WORDS.items()}
    title = words["title"].format(title=found.scenario.title.in_(language))
    console.print(f"\n[bold]{escape(title)}[/bold]", highlight=False)
    objective = found.scenario.objective
    name, unit = NAMES[objective.indicator].in_(language), objective.unit
    told = unit.ko if language == "ko" else unit.en
    if len(found.varied) == 1:
        console.print(f"[bold]{escape(found.varied[0].address)}[/bold]", highlight=False)
        table, whole = _lines(found, words, name, told)
    else:
        rows, across = (vary.address for vary in found.varied)
        about = words["map"].format(name=name, unit=told, rows=rows, across=across)
        console.print(f"[bold]{escape(about)}[/bold]", highlight=False)
        table, whole = _map(found, words)
    console.print(table)
    if not whole:
        console.print(words["more"])


def _value(point: SweepPoint, figure: str, digits: int = 0) -> str:
    amount = point.figures.get(figure)
    return "" if amount is None else f"{amount:,.{digits}f}"


def _digits(found: SweepAnswer) -> int:
    largest = max((abs(point.figures["objective"]) for point in found.points if point.figures), default=0.0)
    return 0 if largest >= 1000 else 3


def _lines(found: SweepAnswer, words: dict[str, str], name: str, unit: str) -> tuple[Table, bool]:
    digits = _digits(found)
    table = Table(box=SIMPLE_HEAD)
    table.add_column(words["value"], justify="right")
    table.add_column(words["status"])
    for title in (f"{name} ({unit})", *(words[figure] for figure in MONEY)):
        table.add_column(title, justify="right")
    for point in found.points[:MOST_LINES]:
        amounts = (_value(point, figure) for figure in MONEY)
        value = point.setting[0].partition("=")[2]
        table.add_row(escape(value), words[point.status], _value(point, "objective", digits), *amounts)
    table.add_section()
    own = (_value(found.own, figure) for figure in MONEY)
    table.add_row(words["own"], words[found.own.status], _value(found.own, "objective", digits), *own)
    return table, len(found.points) <= MOST_LINES


def _map(found: SweepAnswer, words: dict[str, str]) -> tuple[Table, bool]:
    rows, across = found.varied
    table = Table(box=SIMPLE_HEAD)
    table.add_column("")
    for value in across.values[:MOST_COLUMNS]:
        table.add_column(escape(value), justify="right")
    width, digits = len(across.values), _digits(found)
    for n, value in enumerate(rows.values[:MOST_LINES]):
        mine = found.points[n * width : n * width + min(width, MOST_COLUMNS)]
        cells = (_value(p, "objective", digits) if p.figures else words[p.status] for p in mine)
        table.add_row(escape(value), *cells)
    return table, len(rows.values) <= MOST_LINES and width <= MOST_COLUMNS
