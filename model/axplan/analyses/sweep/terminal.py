"""What `axplan sweep` prints: the figures over the values of one parameter, or the objective over those of two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console

from axplan.analyses.sweep.search import FAILED, INFEASIBLE, INVALID, OPTIMAL, SweepPoint
from axplan.core.text import Text
from axplan.inputs.objective import NAMES
from axplan.report.styles import money_of
from axplan.report.tables.table import Column, Line
from axplan.report.terminal_table import print_heading, print_table

if TYPE_CHECKING:
    from axplan.analyses.sweep.run import SweepAnswer

MOST_LINES, MOST_COLUMNS = 40, 10
"""What a terminal shows; the workbook has everything."""

WORDS = {
    "title": Text("훑어보기: {title}", "Sweep: {title}"),
    "value": Text("값", "Value"),
    "status": Text("상태", "State"),
    "line": Text("{address} (금액은 {unit})", "{address} (money in {unit})"),
    "commitment": Text("성장 이니셔티브", "Growth initiative"),
    "training": Text("인력양성", "Workforce"),
    "outlay": Text("기반사업", "Programmes"),
    "running": Text("운영비", "Running"),
    "own": Text("시나리오 그대로", "as it is"),
    "map": Text("{name} ({unit}): 행은 {rows}, 열은 {across}", "{name} ({unit}): rows {rows}, columns {across}"),
    "more": Text("… 나머지는 sweep.xlsx 에 있습니다.", "… the rest is in sweep.xlsx."),
    OPTIMAL: Text("완료", "done"),
    INFEASIBLE: Text("불가능", "infeasible"),
    INVALID: Text("입력 오류", "invalid"),
    FAILED: Text("실패", "failed"),
}

MONEY = ("commitment", "training", "outlay", "running")


def print_sweep(found: SweepAnswer, language: str, console: Console) -> None:
    """A line for each value, or a map of the objective; words where there is no plan."""
    words = {name: text.in_(language) for name, text in WORDS.items()}
    title = words["title"].format(title=found.scenario.title.in_(language))
    console.print()
    print_heading(console, title)
    objective = found.scenario.objective
    name, unit = NAMES[objective.indicator].in_(language), objective.unit.words.in_(language)
    if len(found.varied) == 1:
        money = money_of(found.question.options.unit, language).unit.words.in_(language)
        print_heading(console, words["line"].format(address=found.varied[0].address, unit=money))
        whole = _print_lines(found, words, f"{name} ({unit})", console)
    else:
        rows, across = (vary.address for vary in found.varied)
        print_heading(console, words["map"].format(name=name, unit=unit, rows=rows, across=across))
        whole = _print_map(found, words, console)
    if not whole:
        console.print(words["more"])


def _digits(found: SweepAnswer) -> int:
    largest = max((abs(point.figures["objective"]) for point in found.points if point.figures), default=0.0)
    return 0 if largest >= 1000 else 3


def _print_lines(found: SweepAnswer, words: dict[str, str], objective: str, console: Console) -> bool:
    """A line a value, the scenario itself below them; whether all of them are shown."""
    money = money_of(found.question.options.unit, found.question.options.language)
    columns = [
        Column(words["value"], "right"), Column(words["status"], "right"), Column(objective, f"n{_digits(found)}"),
        *(Column(words[figure], f"n{money.decimals}") for figure in MONEY),
    ]  # fmt: skip

    def line(name: str, point: SweepPoint, lines: tuple[Line, ...] = ()) -> Line:
        amounts = (point.shown(figure) for figure in MONEY)
        cells = [None if amount is None else amount * money.per_eok for amount in amounts]
        return Line(name, [words[point.status], point.shown("objective"), *cells], lines)

    points = tuple(line(point.setting[0].partition("=")[2], point) for point in found.points[:MOST_LINES])
    print_table(console, columns, [line(words["own"], found.own, points)])
    return len(found.points) <= MOST_LINES


def _print_map(found: SweepAnswer, words: dict[str, str], console: Console) -> bool:
    """The objective over the values of both inputs; whether all of them are shown."""
    rows, across = found.varied
    width, kind = len(across.values), f"n{_digits(found)}"
    columns = [Column(""), *(Column(value, kind) for value in across.values[:MOST_COLUMNS])]
    lines = []
    for n, value in enumerate(rows.values[:MOST_LINES]):
        mine = found.points[n * width : n * width + min(width, MOST_COLUMNS)]
        lines.append(Line(value, [p.figures["objective"] if p.figures else words[p.status] for p in mine]))
    print_table(console, columns, lines)
    return len(rows.values) <= MOST_LINES and width <= MOST_COLUMNS
