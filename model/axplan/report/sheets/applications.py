"""적용 사례: the named applications of AI by task and industry, with the money of their cell and the depth reached."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from axplan.core.text import Text
from axplan.report.sheets.depths import mean_depths
from axplan.report.spec import SheetSpec
from axplan.report.tables.pivot import Sums
from axplan.report.tables.table import LABEL, Column, Line, Value, share_of
from axplan.report.words import heading

if TYPE_CHECKING:
    from axplan.report.context import Book

Cell = tuple[str, str]
"""(task, industry)"""


def write(book: Book) -> None:
    """Every cell of task × industry under its task, whether or not it has a name, so that all commitments add up."""
    page, x = book.start("applications", book.money_unit), book.plan.inputs
    cells = list(_cells(book))
    if not cells:
        page.note(book.say("nothing_here"))
        return
    depth = mean_depths(book, "task industry stage")
    columns = [
        Column(book.say("task_and_application"), widest=LABEL),
        Column(book.heading("commitments", "industry")),
        book.money_column(book.say("public_total"), name="public"),
        Column(book.say("share"), "share", adds=True, computed=share_of("public")),
        *(Column(book.say("depth_by", stage=book.label("stages", s)), "share", widest=20.0) for s in x.stages.stage),
    ]
    tasks = tuple(
        Line(book.label("tasks", k), lines=tuple(_line(book, cell, depth) for cell in cells if cell[0] == k), key=k)
        for k in dict.fromkeys(k for k, _ in cells)
    )
    book.placed["applications"] = page.table(columns, [Line(book.say("total"), lines=tasks, key="total")])
    page.row -= 1
    page.note(book.say("applications_note"))


def _cells(book: Book) -> Iterator[Cell]:
    """Every cell of the initiative, and what is named outside it, where nothing can be spent; by task."""
    x = book.plan.inputs
    named = set(zip(x.applications.task, x.applications.industry, strict=True))
    for k in x.tasks.task:
        for i in x.industries.industry:
            if i in x.initiative_industries or (k, i) in named:
                yield k, i


def _line(book: Book, cell: Cell, depth: Sums) -> Line:
    (k, i), x = cell, book.plan.inputs
    inside = i in x.initiative_industries
    name = application(book, cell)
    industry = book.label("industries", i)
    money: Value = book.placed["by_task"].cell(k, i) if inside else 0.0
    reached: list[Value] = [depth[k, i, s, x.years[-1]] if inside else None for s in x.stages.stage]
    return Line(name or book.say("no_application"), [industry, money, None, *reached], key=cell)


def application(book: Book, cell: Cell) -> str:
    """The name of an application in the language of the book, else in the other one; nothing where there is none."""
    names = book.plan.inputs.applications
    own, other = (names.label_ko, names.label_en) if book.language == "ko" else (names.label_en, names.label_ko)
    return own.get(cell) or other.get(cell) or ""


# fmt: off
WORDS: Mapping[str, Text] = {
    **heading("applications", Text("적용 사례", "Applications"),
        Text("AI 적용 사례별 공공 지원", "Commitments by application of AI"),
        Text("태스크마다 산업별 적용 사례, 그 칸의 공공 지원액(계획 기간 합계)과 마지막 해의 도입률",
             "Applications of each task by industry, the commitments of their cell over the plan, and the depth in the last year")),
    "task_and_application": Text("태스크 / 적용 사례", "Task / application"),
    "no_application": Text("(이름이 적힌 사례 없음)", "(no application named)"),
    "depth_by": Text("도입률: {stage}", "Depth: {stage}"),
    "applications_note": Text("모형의 배분 단위는 태스크×산업 칸이고, 사례는 그 칸의 예입니다. 금액은 사례 하나가 아니라 칸 전체(모든 권역과 단계)의 지원액입니다. 도입률은 권역을 전체 투자비로 가중하여 평균한 값입니다.", "The plan divides money by task and industry; an application is an example of such a cell. Amounts are those of the whole cell, over all regions and stages. Depth is averaged over regions, weighed by full cost."),
}
# fmt: on

SHEET = SheetSpec("applications", write, shows=("by_task",))
