"""모든 점: every figure of every point, in tables narrow enough to be printed."""

from collections.abc import Mapping, Sequence

from axplan.analyses.sweep.book_context import COMMITMENT, MONEY, TRAINEES, SweepBook, cell_of
from axplan.analyses.sweep.search import OBJECTIVE
from axplan.inputs.schema.indicators import VALUATIONS
from axplan.report.page.layout import Page
from axplan.report.tables.table import Column, Value


def write(book: SweepBook) -> None:
    """A table each for the effects, the money by use, by stage and by industry, and the people; blank without a
    plan."""
    page = book.start("swept_points", book.money_unit)
    for title, figures in _parts(book).items():
        if figures:
            page.section(book.say(title))
            _write(book, page, figures)


def _parts(book: SweepBook) -> Mapping[str, Sequence[str]]:
    x = book.inputs
    return {
        "swept_effects": [*([OBJECTIVE] if book.objective.is_weighted else []), *VALUATIONS],
        "swept_uses": MONEY,
        "swept_stages": [f"{COMMITMENT}.{s}" for s in x.stages.stage],
        "swept_industries": [f"{COMMITMENT}.{i}" for i in x.initiative_industries],
        "swept_people": [f"{TRAINEES}.{w}" for w in x.tracks.track],
    }


def _write(book: SweepBook, page: Page, figures: Sequence[str]) -> None:
    columns = [
        *(book.value_column(vary, vary.address) for vary in book.varied),
        Column(book.say("swept_status"), "centre"),
        *(book.column(figure) for figure in figures),
    ]
    page.headings(columns)
    for point in book.points:
        values: list[Value] = [cell_of(value) for value in book.setting(point)]
        page.line([*values, book.status(point), *(book.amount(point, figure) for figure in figures)], columns)
    page.row += 1
