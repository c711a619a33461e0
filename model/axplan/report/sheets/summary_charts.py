"""The charts of the summary: money by year and use, industry by stage, and the path of what the plan is judged by."""

from typing import Any

from axplan.inputs.objective import NAMES
from axplan.report.charts import line, stacked
from axplan.report.context import Book
from axplan.report.page.placed import Placed, Series
from axplan.report.sheets.by_industry import stages_of_industries


def charts(book: Book, by_year: Placed) -> list[Any]:
    """Three charts, without those that have nothing to show."""
    return [chart for chart in (_money(book, by_year), _industries(book), _path(book)) if chart is not None]


def _money(book: Book, by_year: Placed) -> Any:
    """The uses of the funds on top of each other; a use that never occurs is left out."""
    years = book.year_names
    series = [
        by_year.along(key, years[0], years[-1])
        for key in by_year.rows
        if key != "total" and any(by_year.value(key, t) for t in years)
    ]
    return stacked(book, book.say("money_by_year"), book.money_unit, series) if series else None


def _industries(book: Book) -> Any:
    """The stages of every industry on top of each other."""
    x, placed = book.plan.inputs, book.placed["industry_by_stage"]
    if not x.initiative_industries or not x.stages.stage:
        return None
    series = stages_of_industries(book, placed)
    return stacked(book, book.say("industry_by_stage"), book.money_unit, series, years=False)


def _path(book: Book) -> Any:
    """The valuation the plan is judged by, year by year."""
    v, placed, years = book.reference_valuation, book.placed["effects"], book.plan.inputs.effect_years
    title = book.say("path_of", name=book.tell(NAMES[v]))
    series: Series = (title, placed.labels(years[0], years[-1]), placed.stack(years[0], years[-1], v))
    largest = max(abs(float(placed.value(y, v) or 0)) for y in years)
    return line(book, title, book.indicator_unit(v), [series], number="n0" if largest >= 10 else "n1")
