"""훑어보기: lines over the values of one parameter, or a map over those of two, above or beside the figures they show."""

from collections.abc import Sequence
from typing import Any

from axplan.analyses.sweep.book_context import COMMITMENT, MONEY, SweepBook, cell_of
from axplan.analyses.sweep.search import OBJECTIVE
from axplan.report.charts import line
from axplan.report.page.layout import Page
from axplan.report.page.placed import Placed
from axplan.report.styles import LITTLE, MUCH
from axplan.report.tables.table import LABEL, Column, Line, Value

MOST_TOLD = 20
"""Points without a plan that are told one by one; the other sheet has them all."""

MAPPED = (OBJECTIVE, COMMITMENT)
"""Figures that get a map each when two parameters are varied."""


def write(book: SweepBook) -> None:
    """What is varied, charts or maps, the points without a plan, and what identifies the run."""
    page = book.start("swept")
    page.note(book.say("swept_note", count=len(book.points)))
    for n, vary in enumerate(book.varied, start=1):
        page.note(book.say("swept_parameter", number=n, address=vary.address, count=len(vary.values)))
    page.note(book.say("swept_ties"))
    if len(book.varied) == 1:
        _write_lines(book, page)
    else:
        for figure in MAPPED:
            _write_map(book, page, figure)
        page.repeated = None  # no map goes on over a page
    _write_faults(book, page)
    for name, text in book.facts.items():
        page.note(f"{book.word('fact', name)}: {text}")


def _write_lines(book: SweepBook, page: Page) -> None:
    """The objective and the money over the parameter; the first line is the scenario as it is."""
    figures = [OBJECTIVE, *MONEY]
    (vary,) = book.varied
    columns = [
        book.value_column(vary, book.say("swept_value")),
        Column(book.say("swept_status"), "centre"),
        *(book.column(figure) for figure in figures),
    ]
    lines = [_line(book, point, figures, n) for n, point in enumerate(book.points)]
    solved = [n for n, point in enumerate(book.points) if point.figures]
    if solved:
        placed = page.sketch(columns, lines, page.ahead(charts=2))
        page.band([_chart(book, placed, figures[:1]), _chart(book, placed, figures[1:4])])
    page.section(book.say("swept_heading"))
    page.table(columns, lines)
    page.row -= 1
    own = [book.say("swept_own"), book.status(book.own), *(book.amount(book.own, figure) for figure in figures)]
    page.line(own, [Column("", widest=LABEL), *columns[1:]], "subtotal")
    page.row += 1


def _line(book: SweepBook, point: Any, figures: Sequence[str], key: int) -> Line:
    (value,) = map(cell_of, book.setting(point))
    cells = [book.status(point), *(book.amount(point, figure) for figure in figures)]
    return Line(value, cells, key=key)  # type: ignore[arg-type]


def _chart(book: SweepBook, placed: Placed, figures: Sequence[str]) -> Any:
    """Lines of figures over the parameter; where there is no plan the line is broken."""
    series = [placed.down(figure, 0, len(book.points) - 1) for figure in figures]
    title, number = book.say("swept_chart_money"), ""
    if figures[0] == OBJECTIVE:
        title, number = book.name(OBJECTIVE), book.axis_of(OBJECTIVE)
    chart = line(book, title, book.unit_of(figures[0]), series, number=number)
    chart.show_blanks_as("gap")
    return chart


def _write_map(book: SweepBook, page: Page, figure: str) -> None:
    """A row for each value of the first parameter, a column for each of the second; the darker, the more."""
    rows, across = book.varied
    page.section(book.say("with_unit", what=book.name(figure), unit=book.unit_of(figure)))
    columns = [
        book.value_column(rows, f"{rows.address} ↓\n{across.address} →"),
        *(Column(str(cell_of(value)) if value[0] in "*+" else value, book.number(figure)) for value in across.values),
    ]
    width = len(across.values)
    lines = []
    for n, value in enumerate(rows.values):
        mine = book.points[n * width : (n + 1) * width]
        amounts: list[Value] = [book.amount(point, figure) for point in mine]
        lines.append(Line(cell_of(value), amounts, key=n))  # type: ignore[arg-type]
    placed = page.table(columns, lines)
    page.sheet.conditional_format(
        placed.rows[0], 1, placed.rows[len(rows.values) - 1], width,
        {"type": "2_color_scale", "min_color": LITTLE, "max_color": MUCH},
    )  # fmt: skip


def _write_faults(book: SweepBook, page: Page) -> None:
    failed = [point for point in book.points if point.fault]
    if not failed:
        return
    page.section(book.say("swept_faults", count=len(failed)))
    for point in failed[:MOST_TOLD]:
        said = point.fault.in_a_line(book.language) if point.fault else ""
        page.note(f"{', '.join(point.setting)}: {book.status(point)}. {said}")
    if len(failed) > MOST_TOLD:
        page.note(book.say("swept_more_faults", count=len(failed) - MOST_TOLD))
    page.row += 1
