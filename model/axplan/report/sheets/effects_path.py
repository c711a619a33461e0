"""The path of effects, year by year to the end of the appraisal: a section of the effects."""

from collections.abc import Sequence

from xlsxwriter.utility import xl_rowcol_to_cell

from axplan.inputs.schema.core import TRILLION
from axplan.inputs.schema.indicators import EFFECTS
from axplan.report.context import Book
from axplan.report.page.layout import Page
from axplan.report.page.placed import Placed
from axplan.report.styles import MONEY_UNITS
from axplan.report.tables.pivot import Sums, sums
from axplan.report.tables.table import Column, Formula, Value

MEASURES = ("direct_effect", *EFFECTS)
FACTOR, FIRST_MEASURE = 1, 2
"""Columns of the discount factor, and of the first of the measures behind it."""

TRILLIONS = MONEY_UNITS["조원"].per_eok
"""The direct effect is shown in the unit of the valuations it is compared with, whatever the unit of the book."""


def write_path(book: Book, page: Page) -> Placed:
    """Sums before and after discounting, then direct effect and the five valuations by year, undiscounted."""
    paths = effect_paths(book)
    columns = [
        Column(book.heading("effects", "year")),
        Column(book.heading("effects", "discount_factor"), "n4", name="discount_factor"),
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
    placed = book.placed["effects"] = page.placed(rows, values, columns)
    page.note(book.say("effects_note"))
    page.row += 1
    return placed


def effect_paths(book: Book) -> dict[str, list[float]]:
    """Measure → its value in each year, undiscounted, in the unit it is reported in (direct effect: 조원); and the
    discount factors."""
    frame, years = book.plan.frames["effects"], book.plan.inputs.effect_years
    factors = Sums(zip(frame["year"], frame["discount_factor"], strict=True))
    paths = {name: [by_year[y] for y in years] for name in MEASURES for by_year in (sums(frame, "year", name),)}
    paths["direct_effect"] = [amount * TRILLIONS for amount in paths["direct_effect"]]
    return {"discount_factor": [float(factors[y]) for y in years], **paths}


def _column(book: Book, name: str, path: Sequence[float]) -> Column:
    unit = book.tell(TRILLION) if name == "direct_effect" else book.indicator_unit(name)
    title = book.say("unit_below", what=book.heading("effects", name), unit=unit)
    return Column(title, book.indicator_number(max(path, key=abs)), name=name)


def _span(first: int, count: int, column: int, fixed: bool = False) -> str:
    top, bottom = (xl_rowcol_to_cell(row, column, row_abs=fixed, col_abs=fixed) for row in (first, first + count - 1))
    return f"{top}:{bottom}"
