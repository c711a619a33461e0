"""모든 점: every figure of every point."""

from __future__ import annotations

from axplan.report.sweep.context import OBJECTIVE, SweepBook, cell_of
from axplan.report.table import Column


def write(book: SweepBook) -> None:
    """One line a point; blank where there is no plan."""
    from axplan.sweeping import columns_of

    page = book.start("swept_points", book.money_unit)
    figures = [
        figure for figure in columns_of([book.own, *book.points]) if figure != OBJECTIVE or book.objective.is_weighted
    ]
    columns = [
        *(book.value_column(vary, vary.address) for vary in book.varied),
        Column(book.say("swept_status"), "centre"),
        *(book.column(figure) for figure in figures),
    ]
    page.headings(columns)
    for point in book.points:
        values = [cell_of(value) for value in book.setting(point)]
        page.line([*values, book.status(point), *(book.amount(point, figure) for figure in figures)], columns)
