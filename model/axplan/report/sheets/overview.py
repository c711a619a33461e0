"""총괄표: every programme by year, with the fund that pays, as a budget office lists them."""

from collections.abc import Iterable, Iterator, Mapping

from axplan.core.text import Text
from axplan.plan.frames import PROGRAMMES, USES, Use
from axplan.plan.ledger import COSTS
from axplan.report.context import Book
from axplan.report.sheets.changes import write_changes
from axplan.report.spec import SheetSpec
from axplan.report.tables.pivot import by_pillar, sums
from axplan.report.tables.table import LABEL, Column, Line, across, share_of
from axplan.report.words import heading


def write(book: Book) -> None:
    """Growth initiative by stage, workforce by track, programmes by pillar and what they cost to run, costs of the
    funds; in all, all spending.

    A line is found by (name of its use, row of the inputs), a use or a cost by its name.
    """
    page = book.start("overview", book.money_unit)
    columns = [
        Column(book.say("use_and_item"), widest=LABEL),
        *book.year_columns(),
        book.money_column(book.say("sum"), computed=across(book.year_names), name="sum"),
        Column(book.say("share"), "share", adds=True, computed=share_of("sum")),
        Column(book.heading("ledger", "fund"), widest=40),
    ]
    uses = [
        Line(book.heading("ledger", use.name), lines=lines, key=use.name)
        for use in USES
        if (lines := _lines(book, use))
    ]
    total = Line(book.say("total"), lines=(*uses, *_costs(book)), key="total")
    page.keep(list(_groups(total, page.row + 1))[1:])
    placed = page.table(columns, [total])
    book.placed["overview"] = placed
    write_changes(book, page, placed, Column(columns[0].title))


def _groups(line: Line, row: int) -> Iterator[int]:
    """The rows in which the groups of a table begin that adds up to a line in this row; a title goes with its first
    group."""
    if not any(part.lines for part in line.lines):
        yield row
        return
    first = row
    row += 1
    for part in line.lines:
        _, *others = _groups(part, row)
        yield from (first, *others)
        row = first = row + _length(part)


def _length(line: Line) -> int:
    return 1 + sum(_length(part) for part in line.lines)


def _lines(book: Book, use: Use) -> tuple[Line, ...]:
    """One line for each stage, track or programme that is paid for; programmes under their pillars."""
    items = _items(book, use)
    if use is not PROGRAMMES:
        return tuple(items.values())
    pillars = by_pillar(book.plan.inputs.programmes.pillar)
    return tuple(Line(book.word("pillar", name), lines=tuple(items[p] for p in mine)) for name, mine in pillars.items())


def _items(book: Book, use: Use) -> dict[str, Line]:
    """Row → its amounts by year and the fund that pays."""
    x = book.plan.inputs
    spent, fund = sums(book.plan.frames[use.frame], f"{use.key} year", use.public), use.column(x, "fund")
    return {
        row: Line(
            book.label(use.sheet, row),
            [*(book.cash(spent[row, t]) for t in x.years), None, None, book.label("funds", fund[row])],
            key=(use.name, row),
        )
        for row in use.rows(x)
    }


def _costs(book: Book) -> Iterable[Line]:
    """Administration and preferred return, by the fund that has them."""
    ledger = book.plan.frames["ledger"]
    for cost in COSTS:
        lines = []
        for f in book.plan.inputs.funds.fund:
            amounts = ledger.loc[ledger["fund"] == f, cost].tolist()
            name = book.label("funds", f)
            lines.append(Line(name, [*(book.cash(v) for v in amounts), None, None, name], key=(cost, f)))
        if ledger[cost].any():
            yield Line(book.heading("ledger", cost), lines=tuple(lines), key=cost)


# fmt: off
WORDS: Mapping[str, Text] = {
    **heading("overview", Text("총괄표", "Overall table"), Text("총괄표: 사업·연도별 예산", "Overall table: budget by programme and year"),
        Text("모든 사업의 기금 지출과 연도별·전체 합계",
             "What the funds spend on every programme, with sums by year and over the whole plan")),
    "change_rate": Text("증감률", "Change in per cent"),
}
# fmt: on

SHEET = SheetSpec("overview", write)
