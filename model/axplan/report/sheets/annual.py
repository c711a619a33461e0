"""연차별 투자계획: public and private investment of every year, so far, and against the year before."""

from collections.abc import Mapping

from axplan.core.text import Text
from axplan.plan.frames import MATCHED
from axplan.plan.ledger import SPENDING
from axplan.report.charts import stacked
from axplan.report.context import Book
from axplan.report.sheets.changes import write_changes, write_so_far
from axplan.report.spec import SheetSpec
from axplan.report.tables.table import LABEL, Column, Line, across, number, share_of
from axplan.report.words import heading


def write(book: Book) -> None:
    """Each amount shows the cell of the overall table or of the financing plan it comes from."""
    page = book.start("annual", book.money_unit)
    columns = [
        Column(book.say("use_and_item"), widest=LABEL),
        *book.year_columns(),
        book.money_column(book.say("sum"), computed=across(book.year_names), name="sum"),
        Column(book.say("share"), "share", adds=True, computed=share_of("sum")),
    ]
    total = Line(book.say("investment_total"), lines=(_public(book), _private(book)), key="total")
    placed = page.table(columns, [total])
    book.placed["annual"] = placed
    write_changes(book, page, placed, Column(columns[0].title))
    page.row -= 1
    write_so_far(book, page, placed, columns[0])
    page.row += 1
    keys = [key for key in (*SPENDING, "private") if any(number(v) for v in placed.values.get(key, ())[1:])]
    first, last = book.year_names[0], book.year_names[-1]
    if series := [placed.along(key, first, last) for key in keys]:
        page.band([stacked(book, book.say("investment_by_year"), book.money_unit, series)])


def _public(book: Book) -> Line:
    overview = book.placed["overview"]
    lines = tuple(
        Line(book.heading("ledger", item), [overview.cell(item, t) for t in book.year_names], key=item)
        for item in SPENDING
        if item in overview.rows
    )
    return Line(book.say("public_by_funds"), lines=lines, key="public")


def _private(book: Book) -> Line:
    financing = book.placed["financing"]
    lines = tuple(
        Line(
            book.say(f"private_{use.name}"),
            [financing.cell(("private", use.name), t) for t in book.year_names],
            key=("private", use.name),
        )
        for use in MATCHED
    )
    return Line(book.say("private_total"), lines=lines, key="private")


# fmt: off
WORDS: Mapping[str, Text] = {
    **heading("annual", Text("연차별 투자계획", "Annual plan"), Text("연차별 투자계획", "Investment plan by year"),
        Text("해마다의 공공·민간 투자, 누계와 전년 대비 증감",
             "Public and private investment by year, cumulative, and the change on the year before")),
    "investment_total": Text("총투자", "Investment in all"), "public_by_funds": Text("기금 지출", "Fund spending"),
    "so_far": Text("누계", "So far"), "investment_by_year": Text("연차별 투자", "Investment by year"),
}
# fmt: on

SHEET = SheetSpec("annual", write, shows=("overview", "financing"))
