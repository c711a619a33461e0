"""What the plan was made from: the run, the sources, and the grade of evidence of every input column."""

import dataclasses
import itertools
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from axplan.core.text import Text
from axplan.inputs.schema import Sheet, sheet_declarations
from axplan.inputs.schema.core import KEY, REFERENCE, TEXT
from axplan.inputs.schema.policy import GRADES
from axplan.report.context import Book
from axplan.report.spec import SheetSpec
from axplan.report.tables.table import Column, Line
from axplan.report.words import heading

SAYS_NOTHING = ("rules", "floors", "uncertainty", "correlations", "provenance", "sources")
"""Sheets whose columns need no evidence of their own unless provenance speaks of them."""

NOT_STATED = "not_stated"


@dataclass(frozen=True)
class Evidence:
    """The grade, source and note that provenance gives for a column."""

    sheet: str
    column: str
    grade: str
    source: str = ""
    note: str = ""


def write(book: Book) -> None:
    """Facts of the run, grades counted, sources; then what is said of every column of the inputs."""
    page = book.start("provenance")
    page.section(book.say("facts_heading"))
    page.table(
        [Column(book.say("fact")), Column(book.say("content"), widest=70)],
        [Line(book.word("fact", name), [text]) for name, text in book.facts.items()],
    )
    found = list(evidence(book))
    page.section(book.say("grades_heading"))
    _write_grades(book, found)
    page.section(book.say("sources_heading"))
    _write_sources(book)
    page.section(book.say("evidence_heading"))
    columns = [
        Column(book.say("sheet")),
        Column(book.say("column"), widest=70),
        Column(book.say("grade"), "centre"),
        Column(book.say("source"), widest=44),
        Column(book.say("note"), widest=60),
    ]
    page.table(columns, [_line(book, list(items)) for _, items in itertools.groupby(found, key=_statement)])


def evidence(book: Book) -> Iterator[Evidence]:
    """What provenance says of every column that holds figures, in the order of the workbook; then what else it says."""
    given = {(item.sheet, item.column): item for item in _given(book)}
    used = set()
    for name, sheet in sheet_declarations().items():
        for column in _columns(sheet):
            at = next((at for at in ((name, column), (name, "*")) if at in given), None)
            if at:
                used.add(at)
                yield dataclasses.replace(given[at], column=column)
            elif name not in SAYS_NOTHING and _is_figure(sheet, column):
                yield Evidence(name, column, NOT_STATED)
    yield from (item for at, item in given.items() if at not in used)


def _given(book: Book) -> Iterator[Evidence]:
    rows = book.plan.inputs.provenance
    for n, table in rows.table.items():
        for column in rows.columns[n].split():
            yield Evidence(table, column, rows.grade[n], rows.source[n], book.given("provenance", "note", n))


def _columns(sheet: Sheet) -> list[str]:
    return [*sheet.columns, *(["*"] if sheet.across else [])]


def _is_figure(sheet: Sheet, column: str) -> bool:
    return column == "*" or sheet.columns[column].kind not in (KEY, TEXT, REFERENCE)


def _statement(item: Evidence) -> tuple[str, ...]:
    """What columns of a sheet have in common that stand in one line."""
    return item.sheet, item.grade, item.source, item.note


def _line(book: Book, items: list[Evidence]) -> Line:
    first = items[0]
    sheet = sheet_declarations().get(first.sheet)
    role = "" if first.grade != NOT_STATED else "bad"
    columns = ", ".join(_title(book, sheet, item.column) for item in items)
    cells = [columns, book.word("grade", first.grade), source_title(book, first.source), first.note]
    return Line(book.tell(sheet.title) if sheet else first.sheet, cells, role=role)


def _title(book: Book, sheet: Sheet | None, column: str) -> str:
    """The title of an input column with its name; `*` is the cell of a matrix."""
    declared = sheet and (sheet.cell if column == "*" else sheet.columns.get(column))
    if not declared:
        return column
    title = book.tell(declared.title)
    return title if column == "*" else f"{title} ({column})"


def source_title(book: Book, source: str) -> str:
    """The title of a source, or its name where it has none."""
    return book.given("sources", "title", source) or source


def grade_counts(book: Book) -> Counter[str]:
    """Grade → how many columns of the inputs have it."""
    return Counter(item.grade for item in evidence(book))


def _write_grades(book: Book, found: list[Evidence]) -> None:
    counts = Counter(item.grade for item in found)
    columns = [
        Column(book.say("grade")),
        Column(book.say("grade_meaning"), widest=70),
        Column(book.say("columns"), "n0", adds=True),
    ]
    lines = tuple(
        Line(book.word("grade", grade), [book.say(f"means_{grade}"), counts[grade]])
        for grade in (*GRADES, NOT_STATED)
        if counts[grade]
    )
    if lines:
        book.pages["provenance"].table(columns, [Line(book.say("total"), lines=lines)])


def _write_sources(book: Book) -> None:
    page, data = book.pages["provenance"], book.plan.inputs.sources
    if not data.source:
        page.note(book.say("nothing_here"))
        return
    columns = [
        Column(book.say("source")),
        Column(book.say("source_title"), widest=70),
        Column(book.say("year"), "centre"),
        Column(book.say("publisher"), widest=44),
        Column(book.say("note"), widest=60),
    ]
    lines = []
    for n in data.source:
        title, publisher, note = (book.given("sources", name, n) for name in ("title", "publisher", "note"))
        lines.append(Line(n, [title, data.year.get(n), publisher, note]))
    page.table(columns, lines)


# fmt: off
WORDS: Mapping[str, Text] = {
    **heading("provenance", Text("출처와 근거", "Provenance"), Text("실행 정보와 근거", "Run and evidence"),
        Text("입력 해시, 프로그램 버전, 입력 열마다의 근거 등급과 출처",
             "Input hash, versions, grade of evidence and source of every input column")),
    "facts_heading": Text("실행 정보", "Run"), "fact": Text("항목", "Fact"), "content": Text("내용", "Content"), "grades_heading": Text("근거 등급별 입력 열", "Input columns by grade of evidence"),
    "grade": Text("등급", "Grade"), "grade_meaning": Text("뜻", "Meaning"), "columns": Text("열", "Columns"),
    "source": Text("출처", "Source"), "source_title": Text("제목", "Title"), "publisher": Text("발행", "Publisher"), "sources_heading": Text("자료 목록", "Sources"),
    "evidence_heading": Text("입력 열마다의 근거", "Evidence by input column"),
    "grade_proposal": Text("제안서", "Proposal"), "means_proposal": Text("산업정책 제언에 적힌 값", "Stated in the policy proposal"),
    "grade_official": Text("공식", "Official"), "means_official": Text("공식 통계나 규정", "Official statistics or regulations"),
    "grade_study": Text("연구", "Study"), "means_study": Text("연구 보고서나 논문", "A study or paper"),
    "grade_derived": Text("계산", "Derived"), "means_derived": Text("공식 자료에서 계산한 값", "Computed from official data"),
    "grade_assumption": Text("가정", "Assumption"), "means_assumption": Text("공개 자료로 뒷받침하지 못한 값: 반드시 검토", "Not backed by public sources: review it"),
    "grade_not_stated": Text("미기재", "Not stated"), "means_not_stated": Text("근거를 적지 않은 열", "No evidence is given"),
}
# fmt: on

SHEET = SheetSpec("provenance", write)
