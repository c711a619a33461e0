"""How deep the use of AI goes, by industry, stage and year: a section of the performance indicators."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from axplan.core.text import Text
from axplan.report.tables.pivot import Sums, sums
from axplan.report.tables.table import LABEL, Column, Line

if TYPE_CHECKING:
    from axplan.report.context import Book
    from axplan.report.page.layout import Page


def mean_depths(book: Book, keys: str) -> Sums:
    """(keys …, year) → depth reached by the end of the year: the mean over everything else, weighed by full cost."""
    frame = book.plan.frames["depths"]
    taken = sums(frame.assign(taken=frame["depth"] * frame["full_cost"]), f"{keys} year", "taken")
    whole = sums(frame, f"{keys} year", "full_cost")
    return Sums({at: amount / whole[at] for at, amount in taken.items() if whole[at]})


def write_depths(book: Book, page: Page) -> None:
    """One line for each stage of each industry, with the depth before the plan."""
    x, depth = book.plan.inputs, mean_depths(book, "industry stage")
    if not x.initiative_industries:
        return
    page.section(book.say("depth_heading"))

    def leaf(i: str, s: str) -> Line:
        reached = [depth[i, s, t] for t in x.years]
        return Line(book.label("stages", s), [None, None, x.stages.initial_depth[s], *reached], key=(i, s))

    columns = [
        Column(book.say("industry_and_stage"), widest=LABEL),
        Column(""),
        Column(""),
        Column(book.say("depth_before"), "share"),
        *book.year_columns("share", adds=False),
    ]
    industries = [
        Line(book.label("industries", i), lines=tuple(leaf(i, s) for s in x.stages.stage), role="subtotal")
        for i in x.initiative_industries
    ]
    book.placed["depth"] = page.table(columns, industries)
    page.row -= 1
    page.note(book.say("depth_note"))


# fmt: off
WORDS: Mapping[str, Text] = {
    "depth_before": Text("계획 전", "Before"),
    "depth_note": Text("권역과 태스크를 전체 투자비로 가중하여 평균한 값입니다.", "Averaged over regions and tasks, weighed by full cost."),
}
# fmt: on
