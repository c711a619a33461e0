"""Public commitments of the growth initiative by industry and stage, over the whole plan and year by year."""

from collections.abc import Mapping, Sequence

from axplan.core.text import Text
from axplan.report.charts import stacked
from axplan.report.context import Book
from axplan.report.page.layout import Page
from axplan.report.page.placed import Placed, Series
from axplan.report.spec import SheetSpec
from axplan.report.tables.pivot import sums
from axplan.report.tables.table import LABEL, Column, Line, across, plus, share_of
from axplan.report.words import heading


def write(book: Book) -> None:
    """Industry × stage over the whole plan with its chart, then industry, stage and year with the private money they
    bring.

    The first table shows cells of the second, whose place is known before it is written.
    """
    page, x = book.start("by_industry", book.money_unit), book.plan.inputs
    columns = yearly_columns(book, book.say("industry_and_stage"))
    total = yearly_total(book, "industry", "industries", x.initiative_industries)
    charted = bool(x.initiative_industries and x.stages.stage)
    page.section(book.say("by_industry_whole"))
    yearly = page.sketch(columns, [total], page.ahead(1 + len(x.stages.stage), int(charted)))
    whole = book.placed["industry_by_stage"] = _write_whole(book, page, yearly)
    if charted:
        page.band([_chart(book, whole)])
    page.section(book.say("by_industry_yearly"))
    book.placed["by_industry"] = page.table(columns, [total])


def yearly_columns(book: Book, label: str) -> Sequence[Column]:
    """Years, their sum and share, the private money that comes with it, and both together."""
    return [
        Column(label, widest=LABEL),
        *book.year_columns(),
        book.money_column(book.say("public_total"), computed=across(book.year_names), name="sum"),
        Column(book.say("share"), "share", adds=True, computed=share_of("sum")),
        book.money_column(book.heading("commitments", "private"), name="private"),
        book.money_column(book.heading("commitments", "investment"), computed=plus("sum", "private")),
    ]


def yearly_total(book: Book, key: str, sheet: str, names: Sequence[str]) -> Line:
    """Commitments by stage and year of the industries or regions of these `names`; `key`: their column, `sheet`: their
    inputs."""
    x, frame = book.plan.inputs, book.plan.frames["commitments"]
    public, private = (sums(frame, f"{key} stage year", name) for name in ("commitment", "private"))

    def leaf(name: str, s: str) -> Line:
        amounts = [book.cash(public[name, s, t]) for t in x.years]
        matched = book.cash(sum(private[name, s, t] for t in x.years))
        return Line(book.label("stages", s), [*amounts, None, None, matched], key=(name, s))

    lines = tuple(
        Line(book.label(sheet, name), lines=tuple(leaf(name, s) for s in x.stages.stage), key=name) for name in names
    )
    return Line(book.say("total"), lines=lines, key="total")


def _write_whole(book: Book, page: Page, yearly: Placed) -> Placed:
    """One line a stage, one column an industry."""
    x = book.plan.inputs
    columns = [
        Column(book.heading("commitments", "stage"), widest=LABEL),
        *(book.money_column(book.label("industries", i), name=i) for i in x.initiative_industries),
        book.money_column(book.say("public_total"), computed=across(x.initiative_industries), name="sum of all"),
        Column(book.say("share"), "share", adds=True, computed=share_of("sum of all")),
    ]
    lines = tuple(
        Line(book.label("stages", s), [yearly.cell((i, s), "sum") for i in x.initiative_industries], key=s)
        for s in x.stages.stage
    )
    return page.table(columns, [Line(book.say("total"), lines=lines, key="total")])


def _chart(book: Book, whole: Placed) -> object:
    """A column for each industry, its stages on top of each other."""
    return stacked(book, book.say("by_industry_whole"), book.money_unit, stages_of_industries(book, whole), years=False)


def stages_of_industries(book: Book, whole: Placed) -> list[Series]:
    """A series for each stage over the industries, from the table with a line a stage and a column an industry."""
    x = book.plan.inputs
    return [whole.along(s, x.initiative_industries[0], x.initiative_industries[-1]) for s in x.stages.stage]


# fmt: off
WORDS: Mapping[str, Text] = {
    **heading("by_industry", Text("산업×단계", "Industry × stage"), Text("산업·단계·연도별 공공 지원", "Commitments by industry, stage and year"),
        Text("성장 이니셔티브의 공공 지원액과 따라오는 민간 투자",
             "Public commitments of the growth initiative and the private money they bring")),
    "by_industry_whole": Text("산업·단계별 공공 지원액(계획 기간 합계)", "Commitments by industry and stage, over the whole plan"),
    "by_industry_yearly": Text("산업·단계·연도별 공공 지원액", "Commitments by industry, stage and year"),
}
# fmt: on

SHEET = SheetSpec("by_industry", write)
