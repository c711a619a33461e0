"""What the checks found besides relations that fail: money above the cheapest order, and every warning about the
inputs with its cell."""

from collections.abc import Mapping

from axplan.core.text import Text
from axplan.report.cautions import title_of
from axplan.report.context import Book
from axplan.report.page.layout import Page
from axplan.report.prices import told
from axplan.report.tables.table import LABEL, Column, Line

MOST_LINES = 20
"""So many cells and stages are listed, those with most money above the cheapest order first."""


def write_padding(book: Book, page: Page) -> None:
    """Money above the cheapest order of the same depth, by cell and stage, and the rules that make it pay."""
    found = book.exact.padding
    if found is None:
        return
    page.section(book.say("padding_heading"))
    names = ", ".join(book.label("rules", n) for n, _ in found.rules) or book.say("no_such_rule")
    page.note(book.say(
        "padding_stated" if found.paths else "padding_none", end=told(book, found.end), ahead=told(book, found.ahead),
        share=f"{found.share:.2%}", names=names,
    ))  # fmt: skip
    if found.paths:
        sheets = ("industries", "regions", "tasks", "stages")
        dearest = sorted(found.paths.items(), key=lambda item: -sum(item[1]))[:MOST_LINES]
        columns = [
            Column(book.say("padding_path"), widest=LABEL),
            *(Column(book.say(f"padding_{name}"), book.finer_number) for name in ("end", "ahead")),
        ]
        page.table(columns, [
            Line(" · ".join(book.label(sheet, key) for sheet, key in zip(sheets, path, strict=True)),
                 [book.cash(amount) for amount in amounts])
            for path, amounts in dearest
        ])  # fmt: skip
    page.row += 1


def write_warnings(book: Book, page: Page) -> None:
    """Every warning about the inputs: the cell, what stands there, what may, and the page that explains it."""
    warnings = book.plan.inputs.warnings
    if not warnings:
        return
    page.section(book.say("warnings_heading"))
    columns = [
        Column(book.say("warning_what"), widest=LABEL),
        Column(book.say("warning_cell"), "centre"),
        Column(book.say("warning_code"), "centre"),
        Column(book.say("warning_found"), widest=50),
        Column(book.say("warning_allowed"), widest=50),
    ]
    page.table(columns, [
        Line(book.tell(title_of(problem)),
             [problem.place, problem.code, book.tell(problem.found), book.tell(problem.allowed)])
        for problem in warnings
    ])  # fmt: skip


# fmt: off
WORDS: Mapping[str, Text] = {
    "padding_heading": Text("같은 도입률을 가장 싸게 사는 길보다 더 쓴 돈", "Money above the cheapest way to the same depth"),
    "padding_none": Text("없습니다: 모든 셀과 단계가 싼 구간부터 삽니다. 총액의 일부를 정하는 제약은 돈을 더 쓰게 만들 수 있어 확인합니다.", "None: every cell and stage buys the cheap steps first. It is looked at because a rule on a share of a total can make it pay to spend more."),
    "padding_stated": Text("계획이 끝날 때 {end}, 미리 쓴 것 {ahead}: 공공 지원액의 {share}. 지원액·투자·지출에 관한 제약 가운데 잠재가격이 0이 아닌 것: {names}.", "{end} at the end of the plan and {ahead} ahead of time: {share} of commitments. Rules on commitments, investment or spending whose shadow price is not zero: {names}."),
    "padding_path": Text("산업 · 권역 · 태스크 · 단계", "Industry · region · task · stage"),
    "padding_end": Text("끝날 때", "At the end"), "padding_ahead": Text("미리 쓴 것", "Ahead of time"),
    "warnings_heading": Text("입력에 대한 경고", "Warnings about the inputs"),
    "warning_what": Text("무엇인가", "What it is"), "warning_cell": Text("자리", "Cell"), "warning_code": Text("코드", "Code"),
    "warning_found": Text("적힌 값", "What stands there"), "warning_allowed": Text("맞는 값", "What would go together"),
}
# fmt: on
