"""The charts of the summary: money by year and use, industry by stage, and the path of what the plan is judged by."""

from __future__ import annotations

from typing import Any

from axplan.inputs.objective import NAMES
from axplan.inputs.schema.indicators import VALUATIONS
from axplan.report.charts import Series, line, stacked
from axplan.report.context import Book
from axplan.report.page.layout import Placed
from axplan.report.sheets.effects_path import FIRST_MEASURE


def charts(book: Book, by_year: Placed) -> list[Any]:
    """Three charts, without those that have nothing to show."""
    return [chart for chart in (_money(book, by_year), _industries(book), _path(book)) if chart is not None]


def _money(book: Book, by_year: Placed) -> Any:
    """The uses of the funds on top of each other; a use that never occurs is left out."""
    sheet, count = by_year.sheet, len(book.plan.inputs.years)
    head = min(by_year.rows.values()) - 1
    series: list[Series] = [
        ([sheet, row, 0], [sheet, head, 1, head, count], [sheet, row, 1, row, count])
        for key, row in by_year.rows.items()
        if key != "total" and any(part.value for part in by_year.values[key][1 : count + 1])  # type: ignore[union-attr]
    ]
    return stacked(book, book.say("money_by_year"), book.money_unit, series) if series else None


def _industries(book: Book) -> Any:
    """The stages of every industry on top of each other."""
    x, placed = book.plan.inputs, book.placed["industry_by_stage"]
    if not x.initiative_industries or not x.stages.stage:
        return None
    sheet, head, count = placed.sheet, placed.rows["total"] - 1, len(x.initiative_industries)
    rows = [placed.rows[s] for s in x.stages.stage]
    series: list[Series] = [
        ([sheet, row, 0], [sheet, head, 1, head, count], [sheet, row, 1, row, count]) for row in rows
    ]
    return stacked(book, book.say("industry_by_stage"), book.money_unit, series, years=False)


def _path(book: Book) -> Any:
    """The valuation the plan is judged by, year by year."""
    v, placed, years = book.reference_valuation, book.placed["effects"], book.plan.inputs.effect_years
    column = FIRST_MEASURE + 1 + VALUATIONS.index(v)
    first, last = placed.rows[years[0]], placed.rows[years[-1]]
    title = book.say("path_of", name=book.tell(NAMES[v]))
    series: Series = (title, [placed.sheet, first, 0, last, 0], [placed.sheet, first, column, last, column])
    largest = max(abs(float(placed.value(y, column) or 0)) for y in years)
    return line(book, title, book.indicator_unit(v), [series], number="n0" if largest >= 10 else "n1")
