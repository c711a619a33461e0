"""총괄표: every programme by year, with the fund that pays, as a budget office lists them."""

from collections.abc import Iterable, Mapping

from axplan.core.text import Text
from axplan.report.context import Book
from axplan.report.sheets.changes import write_changes
from axplan.report.spec import SheetSpec
from axplan.report.tables.pivot import Sums, by_pillar, sums
from axplan.report.tables.table import LABEL, Column, Line, across, share_of
from axplan.report.words import heading

COSTS = ("administration", "preferred_return")
"""What funds spend besides their uses, in the order of their ledgers."""


def write(book: Book) -> None:
    """Growth initiative by stage, workforce by track, programmes by pillar, costs of the funds; in all, all
    spending."""
    page, x, frames = book.start("overview", book.money_unit), book.plan.inputs, book.plan.frames
    columns = [
        Column(book.say("use_and_item"), widest=LABEL),
        *book.year_columns(),
        book.money_column(book.say("sum"), computed=across(book.year_names), name="sum"),
        Column(book.say("share"), "share", adds=True, computed=share_of("sum")),
        Column(book.heading("ledger", "fund"), widest=40),
    ]
    stages = _items(book, "stage", x.stages.fund, sums(frames["commitments"], "stage year", "commitment"))
    tracks = _items(book, "track", x.tracks.fund, sums(frames["trainees"], "track year", "public"))
    programmes = _items(book, "programme", x.programmes.fund, sums(frames["outlays"], "programme year", "outlay"))
    pillars = tuple(
        Line(book.word("pillar", pillar), lines=tuple(programmes[p] for p in mine))
        for pillar, mine in by_pillar(x.programmes.pillar).items()
    )
    uses = (
        ("commitment_uses", tuple(stages.values())), ("trainee_uses", tuple(tracks.values())), ("outlay_uses", pillars),
    )  # fmt: skip
    groups = [Line(book.heading("ledger", use), lines=lines, key=use) for use, lines in uses if lines]
    placed = page.table(columns, [Line(book.say("total"), lines=(*groups, *_costs(book)), key="total")])
    book.placed["overview"] = placed
    write_changes(book, page, placed, Column(columns[0].title))


SHEET_OF = {"stage": "stages", "track": "tracks", "programme": "programmes"}


def _items(book: Book, kind: str, paid_by: Mapping[str, str], spent: Sums) -> dict[str, Line]:
    """One line for each stage, track or programme: its amounts by year and the fund that pays."""
    years = book.plan.inputs.years
    return {
        name: Line(
            book.label(SHEET_OF[kind], name),
            [*(book.cash(spent[name, t]) for t in years), None, None, book.label("funds", fund)],
            key=(kind, name),
        )
        for name, fund in paid_by.items()
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
        Text("모든 사업의 공공 지출과 연도별·전체 합계",
             "Public spending of every programme, with sums by year and over the whole plan")),
    "change_rate": Text("증감률", "Change in per cent"),
}
# fmt: on

SHEET = SheetSpec("overview", write)
