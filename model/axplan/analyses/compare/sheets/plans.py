"""계획의 차이: what both plans spend and whom they train, by use, industry, stage, year, region, track and programme."""

from collections.abc import Iterator, Sequence
from typing import Any

from axplan.analyses.compare.amounts import DIMENSIONS, PEOPLE, PUBLIC_MONEY, USE, YEAR
from axplan.analyses.compare.book_context import SIDES, PairBook
from axplan.report.charts import clustered, stacked
from axplan.report.page.placed import Placed, Series
from axplan.report.tables.columns import TABLES
from axplan.report.tables.pivot import records
from axplan.report.tables.table import LABEL, Column, Line, minus, quotient

DRAWN = ("industry", "stage", "region", "year")
"""Dimensions with a chart of their own; the others have too many names, or stand on the first sheet."""

STACKED = ("stage",)
"""Dimensions whose parts are stacked, a column for each plan: few parts with long names."""

MOST_BARS = 12


def write(book: PairBook) -> None:
    """Charts of the public money, then a table for each dimension."""
    page = book.start("compared_plans", book.money_unit)
    page.note(book.say("compared_plans_note"))
    shown = [name for name in DIMENSIONS if name != USE and not book.printed[name].empty]
    drawn = [name for name in shown if name in DRAWN and len(book.printed[name]) <= 2 * MOST_BARS]
    charts = [_chart(book, name, placed) for name, placed in _sketched(book, shown, drawn)]
    for few in [charts[:2], charts[2:]] if len(charts) == 4 else [charts]:
        page.band(few)
    for name in shown:
        page.section(_title(book, name))
        page.table(dimension_columns(book, name), [dimension_line(book, name)])


def _sketched(book: PairBook, shown: Sequence[str], drawn: Sequence[str]) -> Iterator[tuple[str, Placed]]:
    """Where the tables that are drawn will stand, below all charts: headings, total, lines, blank row, section."""
    page = book.pages["compared_plans"]
    row = page.ahead(charts=len(drawn))
    for name in shown:
        line = dimension_line(book, name)
        if name in drawn:
            yield name, page.sketch(dimension_columns(book, name), [line], row)
        row += len(line.lines) + 4


def _title(book: PairBook, name: str) -> str:
    sheet = DIMENSIONS[name].sheet
    keys = {"industries": "commitments", "stages": "commitments", "regions": "commitments", "tracks": "trainees"}
    return book.say("year") if name == YEAR else book.heading(keys.get(sheet, "outlays"), name)


def change_columns(book: PairBook, number: str, what: str = "", adds: bool = True, of: str = "") -> list[Column]:
    """Before, after, the difference, and the difference as a share of what was before; `of` tells several such groups
    apart."""
    heads = [f"{book.say(name)}\n{what}".rstrip() for name in ("before", "after", "change_of", "change_share")]
    return [
        Column(heads[0], number, adds=adds, name=f"{of}before"),
        Column(heads[1], number, adds=adds, name=f"{of}after"),
        Column(heads[2], number, adds=adds, computed=minus(f"{of}after", f"{of}before"), name=f"{of}change"),
        Column(heads[3], "share", adds=adds, computed=quotient(f"{of}change", f"{of}before")),
    ]


def dimension_columns(book: PairBook, name: str) -> Sequence[Column]:
    """The name of a line, and the change of both measures of the dimension."""
    columns = [Column(book.say("use") if name == USE else _title(book, name), widest=LABEL)]
    for measure in DIMENSIONS[name].measures:
        number = "n0" if measure == PEOPLE else book.money_number
        what = book.say(f"compared_{measure}")
        columns += change_columns(book, number, what, of=f"{measure} ")
    return columns


def dimension_line(book: PairBook, name: str) -> Line:
    """The total of a dimension with a line for each key."""
    measures = DIMENSIONS[name].measures
    amounts: dict[Any, dict[str, tuple[float, float]]] = {}
    for row in records(book.printed[name]):
        amounts.setdefault(row.key, {})[row.measure] = (row.before, row.after)
    lines = tuple(
        Line(_label(book, name, key), [cell for m in measures for cell in _cells(book, m, *mine[m])], key=(name, key))
        for key, mine in amounts.items()
    )
    return Line(book.say("total"), lines=lines, key=(name, "total"))


def _cells(book: PairBook, measure: str, before: float, after: float) -> list[float | None]:
    ends = [amount if measure == PEOPLE else book.cash(amount) for amount in (before, after)]
    return [*ends, None, None]


def _label(book: PairBook, name: str, key: Any) -> str:
    if name == USE:
        return book.tell(TABLES["ledger"][key].title)
    if name == YEAR:
        return str(key)
    return book.label(DIMENSIONS[name].sheet, key)


def _chart(book: PairBook, name: str, placed: Placed) -> Any:
    """Public money of both plans, side by side."""
    keys = [key for key in placed.rows if key != (name, "total")]
    title, sides = book.say("compared_chart", what=_title(book, name)), book.placed[SIDES]
    ends = {end: f"{PUBLIC_MONEY} {end}" for end in ("before", "after")}
    if name in STACKED:
        both = sides.stack("before", "after", "title")
        parts: list[Series] = [(placed.label(key), both, placed.span(key, *ends.values())) for key in keys]
        return stacked(book, title, book.money_unit, parts, years=False)
    names = placed.labels(keys[0], keys[-1])
    series: list[Series] = [
        ([sides.sheet, sides.rows[end], sides.at["title"]], names, placed.stack(keys[0], keys[-1], column))
        for end, column in ends.items()
    ]
    return clustered(book, title, book.money_unit, series, years=name == YEAR)
