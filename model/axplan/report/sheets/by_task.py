"""Public commitments by task and industry, as a map: the darker a cell, the more money."""

from collections.abc import Mapping, Sequence

from axplan.core.text import Text
from axplan.report.context import Book
from axplan.report.page.layout import Page
from axplan.report.page.placed import Placed
from axplan.report.spec import SheetSpec
from axplan.report.styles import LITTLE, MUCH
from axplan.report.tables.pivot import sums
from axplan.report.tables.table import LABEL, Column, Formula, Line, Value, across, number, plus, share_of
from axplan.report.words import heading


def write(book: Book) -> None:
    """How to read the map, then one line a task and one column an industry, with sums and shares of both."""
    page, x = book.start("by_task", book.money_unit), book.plan.inputs
    if x.initiative_industries and x.tasks.task:
        page.note(book.say("map_note"))
    columns = _columns(book)
    placed = book.placed["by_task"] = page.table(columns, [_total(book)])
    page.row -= 1
    _write_shares(book, page, columns, placed)
    _colour(page, placed, x.tasks.task, x.initiative_industries)


def _columns(book: Book) -> Sequence[Column]:
    industries = book.plan.inputs.initiative_industries
    return [
        Column(book.heading("commitments", "task"), widest=LABEL),
        *(book.money_column(book.label("industries", i), name=i) for i in industries),
        book.money_column(book.say("public_total"), computed=across(industries), name="sum of all"),
        Column(book.say("share"), "share", adds=True, computed=share_of("sum of all")),
        book.money_column(book.heading("commitments", "private"), name="private of all"),
        book.money_column(book.heading("commitments", "investment"), computed=plus("sum of all", "private of all")),
    ]


def _total(book: Book) -> Line:
    x, frame = book.plan.inputs, book.plan.frames["commitments"]
    public, private = sums(frame, "task industry", "commitment"), sums(frame, "task", "private")
    tasks = tuple(
        Line(
            book.label("tasks", k),
            [*(book.cash(public[k, i]) for i in x.initiative_industries), None, None, book.cash(private[k])],
            key=k,
        )
        for k in x.tasks.task
    )
    return Line(book.say("total"), lines=tasks, key="total")


def _write_shares(book: Book, page: Page, columns: Sequence[Column], placed: Placed) -> None:
    """What part of all public money goes to each industry."""
    shared = [*book.plan.inputs.initiative_industries, "sum of all"]
    whole, most = placed.local("total", "sum of all", fixed=True), number(placed.value("total", "sum of all"))

    def share(name: str) -> Value:
        part = number(placed.value("total", name))
        return Formula(f"=IF({whole}=0,0,{placed.local('total', name)}/{whole})", part / most if most else 0.0)

    like = [columns[0], *(Column("", "share") for _ in shared), *columns[len(shared) + 1 :]]
    page.line([book.say("industry_share"), *map(share, shared)], like, "subtotal")
    page.row += 1


def _colour(page: Page, placed: Placed, tasks: Sequence[str], industries: Sequence[str]) -> None:
    """Shade the amounts from nothing to the most, so light and so dark that the figures stay legible, also in grey."""
    if tasks and industries:
        page.sheet.conditional_format(
            placed.rows[tasks[0]], placed.at[industries[0]], placed.rows[tasks[-1]], placed.at[industries[-1]],
            {"type": "2_color_scale", "min_type": "num", "min_value": 0, "min_color": LITTLE, "max_color": MUCH},
        )  # fmt: skip


# fmt: off
WORDS: Mapping[str, Text] = {
    **heading("by_task", Text("산업×태스크", "Industry × task"), Text("AI 태스크별 공공 지원", "Commitments by AI task"),
        Text("태스크와 산업별 공공 지원액(계획 기간 합계)", "Public commitments by task and industry, over the whole plan")),
    "map_note": Text("읽는 법: 가로줄은 AI 태스크, 세로줄은 산업이며 색이 짙은 칸일수록 공공 지원액이 많습니다. 흰색에 가까울수록 적고, 가장 짙은 칸이 가장 많습니다.",
        "How to read it: rows are AI tasks, columns are industries; the darker a cell, the larger the commitment. The closer to white, the smaller; the darkest cell is the largest."),
    "industry_share": Text("산업별 비중", "Share of the industry"),
}
# fmt: on

SHEET = SheetSpec("by_task", write)
