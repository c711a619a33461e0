"""The path of effects, year by year to the end of the appraisal."""

from __future__ import annotations

from collections.abc import Sequence

from xlsxwriter.utility import xl_rowcol_to_cell

from axplan.objective import VALUATIONS
from axplan.report.context import Book
from axplan.report.layout import Placed
from axplan.report.pivot import Sums, sums
from axplan.report.table import Column, Formula, Value

MEASURES = ("direct_effect", *VALUATIONS)
FACTOR, FIRST_MEASURE = 1, 2


def write(book: Book) -> None:
    """Sums before and after discounting, then direct effect and the five valuations by year, undiscounted."""
    page = book.start("effects")
    paths = _paths(book)
    columns = [
        Column(book.heading("effects", "year")),
        Column(book.heading("effects", "discount_factor"), "n4"),
        *(_column(book, name, paths[name]) for name in MEASURES),
    ]
    years = book.plan.inputs.effect_years
    page.headings(columns)
    first = page.row + 2
    rows: dict[object, int] = {
        "discounted": page.row,
        "plain": page.row + 1,
        **{y: first + n for n, y in enumerate(years)},
    }
    factors = _span(first, len(years), FACTOR, fixed=True)
    values: dict[object, list[Value]] = {
        "discounted": [book.say("sum_discounted"), None],
        "plain": [book.say("sum_plain"), None],
    }
    for at, name in enumerate(MEASURES, start=FIRST_MEASURE):
        span, path = _span(first, len(years), at), paths[name]
        worth = sum(a * b for a, b in zip(path, paths["discount_factor"], strict=True))
        values["discounted"].append(Formula(f"=SUMPRODUCT({factors},{span})", worth))
        values["plain"].append(Formula(f"=SUM({span})", sum(path)))
    for n, y in enumerate(years):
        values[y] = [y, *(paths[name][n] for name in ("discount_factor", *MEASURES))]
    for key, line in values.items():
        page.line(line, columns, "total" if key in ("discounted", "plain") else "cell")
    book.placed["effects"] = Placed.of(page, rows, values)
    page.row += 1
    page.note(book.say("effects_note"))


def _paths(book: Book) -> dict[str, list[float]]:
    """Measure → its value in each year; money in the unit of the book."""
    frame, years = book.plan.frames["effects"], book.plan.inputs.effect_years
    factors = Sums(zip(frame["year"], frame["discount_factor"], strict=True))
    paths = {name: [by_year[y] for y in years] for name in MEASURES for by_year in (sums(frame, "year", name),)}
    paths["direct_effect"] = [book.cash(amount) for amount in paths["direct_effect"]]
    return {"discount_factor": [float(factors[y]) for y in years], **paths}


def _column(book: Book, name: str, path: Sequence[float]) -> Column:
    if name == "direct_effect":
        unit, kind = book.money_unit, book.money_number
    else:
        unit, kind = book.indicator_unit(name), book.indicator_number(max(path, key=abs))
    return Column(book.say("unit_below", what=book.heading("effects", name), unit=unit), kind)


def _span(first: int, count: int, column: int, fixed: bool = False) -> str:
    top, bottom = (xl_rowcol_to_cell(row, column, row_abs=fixed, col_abs=fixed) for row in (first, first + count - 1))
    return f"{top}:{bottom}"
