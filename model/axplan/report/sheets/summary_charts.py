"""The charts of the summary; they read the cells of the tables beside them."""

from __future__ import annotations

from typing import Any

from axplan.objective import VALUATIONS
from axplan.report.context import Book
from axplan.report.layout import Placed
from axplan.report.sheets.effects import FIRST_MEASURE
from axplan.report.styles import FONTS, GREY, INK, NAVY, RULE, SERIES

Area = list[Any]
"""[sheet, first row, first column, last row, last column]."""


def charts(book: Book, by_stage: Placed, by_year: Placed) -> list[Any]:
    """Commitments by industry and stage; money by year and use; the path of the valuation the plan is judged by."""
    x = book.plan.inputs
    industries = [by_stage.rows[i] for i in x.initiative_industries]
    uses = [row for key, row in by_year.rows.items() if key != "total" and any(by_year.values[key][1:])]
    sheet, count = by_stage.sheet, len(x.years)
    stages = _stacked(book, book.say("industry_by_stage"), book.money_unit, [
        (book.label("stages", s), [sheet, industries[0], 0, industries[-1], 0], [sheet, industries[0], n, industries[-1], n])
        for n, s in enumerate(x.stages.stage, start=1)
    ] if industries else [])  # fmt: skip
    head = min(by_year.rows.values()) - 1
    money = _stacked(book, book.say("money_by_year"), book.money_unit, [
        ([sheet, row, 0], [sheet, head, 1, head, count], [sheet, row, 1, row, count]) for row in uses
    ])  # fmt: skip
    return [stages, money, _path(book)]


def _path(book: Book) -> Any:
    v = book.reference_valuation
    placed, years = book.placed["effects"], book.plan.inputs.effect_years
    column = FIRST_MEASURE + 1 + VALUATIONS.index(v)
    first, last = placed.rows[years[0]], placed.rows[years[-1]]
    title = book.say("path_of", name=book.heading("effects", v))
    series = (title, [placed.sheet, first, 0, last, 0], [placed.sheet, first, column, last, column])
    return _chart(book, {"type": "column"}, title, book.indicator_unit(v), [series], legend=False)


def _stacked(book: Book, title: str, unit: str, series: list[tuple[Any, Area, Area]]) -> Any:
    return _chart(book, {"type": "column", "subtype": "stacked"}, title, unit, series, legend=True)


def _chart(
    book: Book, kind: dict[str, str], title: str, unit: str, series: list[tuple[Any, Area, Area]], legend: bool
) -> Any:
    chart = book.workbook.add_chart(kind)
    font = {"name": FONTS[book.language], "size": 9, "color": INK}
    for n, (name, categories, values) in enumerate(series):
        colour = SERIES[n % len(SERIES)]
        chart.add_series({"name": name, "categories": categories, "values": values, "gap": 60,
                          "fill": {"color": colour}, "border": {"none": True}})  # fmt: skip
    titled = book.say("with_unit", what=title, unit=unit)
    chart.set_title({"name": titled, "overlay": False, "name_font": {**font, "size": 10, "bold": True, "color": NAVY}})
    chart.set_x_axis({"num_font": font, "line": {"color": RULE}, "major_tick_mark": "none", "label_position": "low"})
    chart.set_y_axis({"num_font": {**font, "color": GREY}, "num_format": '#,##0.##;"△"#,##0.##;0', "line": {"none": True},
                      "major_gridlines": {"visible": True, "line": {"color": RULE, "width": 0.5}}})  # fmt: skip
    chart.set_legend({"position": "bottom", "font": font} if legend and len(series) > 1 else {"none": True})
    chart.set_chartarea({"border": {"color": RULE}})
    return chart
