"""What the plan brings: five valuations, the path by year, what is direct and what is induced, ranks; spending apart."""

from __future__ import annotations

from typing import Any

from axplan.inputs.objective import NAMES
from axplan.inputs.schema.core import TRILLION
from axplan.inputs.schema.indicators import VALUATIONS
from axplan.report.charts import Series, line, stacked
from axplan.report.context import Book
from axplan.report.page.layout import Placed
from axplan.report.sheets.by_valuation import ranking_notes, write_coefficients, write_totals
from axplan.report.sheets.effects_path import DIRECT, FIRST_MEASURE, write_path
from axplan.report.sheets.effects_split import BEYOND, write_split
from axplan.report.sheets.expenditure import write_expenditure


def write(book: Book) -> None:
    """One section each; the effect of the spending itself comes last, as it must not be added to the others."""
    page = book.start("effects")
    page.section(book.say("totals_heading"))
    write_totals(book, page)
    page.section(book.say("path_heading"))
    path = write_path(book, page)
    page.section(book.say("split_heading"))
    split = write_split(book, page)
    page.band(_charts(book, path, split))
    page.section(book.say("coefficients_heading"))
    write_coefficients(book, page)
    for v in VALUATIONS:
        page.note(f"· {book.tell(NAMES[v])}: {book.say(f'coefficient_{v}')}")
    page.row += 1
    page.section(book.say("ranking_heading"))
    for text in (*ranking_notes(book), book.say("note_overlap"), book.say("note_employment")):
        page.note(f"· {text}")
    page.row += 1
    page.section(book.say("expenditure_heading"))
    write_expenditure(book, page)
    page.repeated = (0, 0)


def _charts(book: Book, path: Placed, split: Placed) -> list[Any]:
    """The path of everything that is money, and what is direct and what is induced by industry."""
    x, unit = book.plan.inputs, book.tell(TRILLION)
    sheet, first, last = path.sheet, path.rows[x.effect_years[0]], path.rows[x.effect_years[-1]]
    measures = {DIRECT: book.heading("effects", "direct_effect")} | {
        FIRST_MEASURE + 1 + VALUATIONS.index(v): book.tell(NAMES[v]) for v in ("output", "production", "value_added")
    }
    years: list[Series] = [
        (name, [sheet, first, 0, last, 0], [sheet, first, at, last, at]) for at, name in measures.items()
    ]
    charts = [line(book, book.say("path_chart"), unit, years, number="n1")]
    if x.initiative_industries:
        top, bottom = (split.rows[i] for i in (x.initiative_industries[0], x.initiative_industries[-1]))
        parts: list[Series] = [
            (name, [sheet, top, 0, bottom, 0], [sheet, top, at, bottom, at])
            for at, name in ((1, book.heading("effects", "direct_effect")), (BEYOND["production"], book.say("beyond")))
        ]
        charts.append(stacked(book, book.say("split_chart"), unit, parts, number="n1", years=False))
    return charts
