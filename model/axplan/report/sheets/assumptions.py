"""The assumptions that matter: how far the objective moves with every input, and what is known about that input."""

from collections.abc import Mapping, Sequence

from axplan.core.text import Text
from axplan.inputs.objective import NAMES
from axplan.inputs.schema.policy import GRADES
from axplan.report.charts import bars
from axplan.report.context import Book
from axplan.report.page.layout import Page
from axplan.report.page.placed import Placed, Series
from axplan.report.prices import readable
from axplan.report.sheets.assumptions_inputs import Input, inputs, name, ranges, signed, strongest, today, values
from axplan.report.sheets.provenance import NOT_STATED
from axplan.report.spec import SheetSpec
from axplan.report.styles import decimals
from axplan.report.tables.table import LABEL, Column, Formula, Line, Value, share_of
from axplan.report.words import heading

WEAKEST_FIRST = (NOT_STATED, *reversed(GRADES))
UNBACKED = WEAKEST_FIRST[:2]
"""Grades of what nothing public supports."""

TOP, NAMED = 10, 3
"""How many inputs are charted, and how many are named in a sentence."""

ENDS = ("at_low_ends", "at_high_ends")
LIMIT = " †"


def write(book: Book) -> None:
    """What matters most: a sentence, by grade, charts with their tables; then every input; then how to read all this.

    The tables above show cells of the table of all inputs, whose place is known before it is written.
    """
    page, found = book.start("assumptions"), inputs(book)
    together = [one for one in found if one.is_together and one.size]
    if not together:
        page.note(book.say("nothing_moves"))
        return
    _write_sentences(book, page, together)
    page.row += 1
    columns, ordered = _columns(book, found), sorted(together, key=_grade)
    top, ranged = together[:TOP], sorted((one for one in found if one.width), key=lambda one: -one.width)
    graded = [mine for grade in WEAKEST_FIRST if (mine := [one for one in ordered if one.grade == grade])]
    page.section(book.say("by_grade_heading"))
    first = page.ahead(1 + len(graded), 1)
    second = below(first, len(top))
    lines = [_line(book, one) for one in ordered]
    every = page.sketch(columns, lines, below(second, len(ranged)) if ranged else second)
    _write_grades(book, page, graded, every)
    strong = columns, _top_lines(book, top, every)
    wide = _range_columns(book, ranged), [_range_line(book, one) for one in ranged]
    charts = [_top_chart(book, page.sketch(*strong, first), top)]
    page.band([*charts, _range_chart(book, page.sketch(*wide, second), ranged)] if ranged else charts)
    page.section(book.say("top_heading"))
    page.table(*strong)
    if ranged:
        page.section(book.say("ranges_heading"))
        page.table(*wide)
    page.section(book.say("all_inputs_heading"))
    book.placed["assumptions"] = page.table(columns, lines)
    _write_singly(book, page, columns, [one for one in found if not one.is_together and one.size])
    _write_notes(book, page, found)


def below(row: int, lines: int) -> int:
    """The row of a table's headings, under a section heading below a table of so many lines headed in `row`."""
    return row + lines + 3


def _grade(one: Input) -> int:
    return WEAKEST_FIRST.index(one.grade)


def _write_sentences(book: Book, page: Page, together: Sequence[Input]) -> None:
    """The inputs without public support that move the objective most, and how much rests on such inputs in all."""
    unbacked = [one for one in together if one.grade in UNBACKED]
    named = (unbacked or together)[:NAMED]
    names = ", ".join(_moving(book, one) for one in named)
    page.note(book.say("matters_most" if unbacked else "matters_most_of_all", names=names))
    share = sum(one.size for one in unbacked) / sum(one.size for one in together)
    page.note(book.say("rests_on_assumptions", share=f"{share:.0%}", count=len(unbacked), all=len(together)))


def _moving(book: Book, one: Input) -> str:
    """An input with the per cent by which it moves the objective; without them where the plan is worth nothing."""
    worth = abs(book.exact.value)
    return f"{name(book, one)} ({signed(book, 100 * one.row.change / worth)})" if worth else name(book, one)


def _columns(book: Book, found: Sequence[Input]) -> list[Column]:
    """Columns of the tables of inputs."""
    unit = readable(book, 0.0)[1]
    largest = readable(book, max(one.size for one in found))[0]
    return [
        Column(book.say("input"), widest=LABEL),
        Column(book.say("grade"), "centre"),
        Column(book.say("source"), widest=46.0),
        Column(book.say("today"), widest=26.0),
        Column(
            book.say("unit_below", what=book.say("per_percent"), unit=unit), f"n{decimals(largest, 5)}", name="change"
        ),
        Column(book.say("per_percent_relative"), "n2", name="percent"),
        Column(book.say("strongest_row"), widest=46.0),
    ]


def _line(book: Book, one: Input) -> Line:
    cells = [*_words(book, one), readable(book, one.row.change)[0], one.row.elasticity, strongest(book, one)]
    return Line(name(book, one) + (LIMIT if one.at_limit else ""), cells, key=one.key)


def _words(book: Book, one: Input) -> list[str]:
    return [book.word("grade", one.grade), one.source, today(book, one)]


def _write_grades(book: Book, page: Page, graded: Sequence[Sequence[Input]], every: Placed) -> None:
    """Grade → how many columns, the sizes of their changes added up, and their share, over all inputs."""
    columns = [
        Column(book.say("grade"), widest=LABEL),
        Column(book.say("columns"), "n0", adds=True),
        Column(book.say("grade_meaning"), widest=46.0),
        Column(book.say("share"), "share", adds=True, computed=share_of("added")),
        Column(book.say("added_changes", unit=readable(book, 0.0)[1]), "n1", adds=True, name="added"),
    ]
    lines = tuple(
        Line(book.word("grade", mine[0].grade),
             [len(mine), book.say(f"means_{mine[0].grade}"), None, _size(book, mine, every)])
        for mine in graded
    )  # fmt: skip
    page.table(columns, [Line(book.say("total"), lines=lines)])


def _size(book: Book, mine: Sequence[Input], every: Placed) -> Formula:
    """Σ |change| of lines that stand together."""
    first, last = every.address(mine[0].key, "change"), every.local(mine[-1].key, "change")
    size = sum(abs(readable(book, one.row.change)[0]) for one in mine)
    return Formula(f"=SUMPRODUCT(ABS({first}:{last}))", size)


def _top_lines(book: Book, top: Sequence[Input], every: Placed) -> list[Line]:
    """The inputs that matter most, whatever their grade: cells of the table of all inputs."""
    return [
        Line(
            name(book, one),
            [*_words(book, one), *(every.cell(one.key, name) for name in ("change", "percent")), strongest(book, one)],
            key=one.key,
        )
        for one in top
    ]


def _range_columns(book: Book, ranged: Sequence[Input]) -> list[Column]:
    largest = max((abs(end) for one in ranged for end in one.ends), default=0.0)
    unit, number = book.tell(book.plan.objective.unit), f"n{decimals(largest)}"
    return [
        Column(book.say("input"), widest=LABEL),
        Column(book.say("grade"), "centre"),
        Column(book.say("ranges"), widest=46.0),
        Column(book.say("today"), widest=26.0),
        *(Column(book.say("unit_below", what=book.say(key), unit=unit), number, name=key) for key in ENDS),
    ]


def _range_line(book: Book, one: Input) -> Line:
    cells: list[Value] = [book.word("grade", one.grade), ranges(book, one), values(book, one), *one.ends]
    return Line(name(book, one), cells, key=one.key)


def _top_chart(book: Book, placed: Placed, top: Sequence[Input]) -> object:
    return bars(book, book.say("top_chart"), "%", [_series(placed, top, "percent", "top_chart", book)], number="n1")


def _range_chart(book: Book, placed: Placed, ranged: Sequence[Input]) -> object:
    series = [_series(placed, ranged, key, key, book) for key in ENDS]
    return bars(book, book.say("ranges_chart"), book.tell(book.plan.objective.unit), series, number="n0")


def _series(placed: Placed, shown: Sequence[Input], column: str, key: str, book: Book) -> Series:
    first, last = shown[0].key, shown[-1].key
    return book.say(key), placed.labels(first, last), placed.stack(first, last, column)


def _write_singly(book: Book, page: Page, columns: Sequence[Column], singly: Sequence[Input]) -> None:
    """Columns of which one value rises alone."""
    if not singly:
        return
    page.section(book.say("singly_heading"))
    page.note(book.say("singly_note"))
    book.placed["assumptions_singly"] = page.table(columns, [_line(book, one) for one in sorted(singly, key=_grade)])


def _write_notes(book: Book, page: Page, found: Sequence[Input]) -> None:
    """How to read the figures, and which inputs are not in the tables."""
    page.section(book.say("reading_heading"))
    notes = [
        book.say(key)
        for key in ("note_first_order", "note_rates", "note_products", "note_ranges", "note_whole_numbers")
    ]
    if book.plan.objective.is_weighted:
        notes.append(book.say("note_weighted"))
    if any(one.at_limit and one.size for one in found):
        notes.append(book.say("note_limit", mark=LIMIT.strip()))
    still = [one for one in found if not one.size]
    for key, which in (
        ("note_many", [one for one in still if not one.is_known]),
        ("note_zero", [one for one in still if one.is_known and one.is_zero]),
        ("note_no_effect", [one for one in still if one.is_known and not one.is_zero]),
    ):
        if which:
            indicator = book.tell(NAMES[book.plan.objective.indicator])
            notes.append(book.say(key, names=", ".join(name(book, one) for one in which), indicator=indicator))
    for note in notes:
        page.note(f"· {note}")


# fmt: off
WORDS: Mapping[str, Text] = {
    **heading("assumptions", Text("민감 가정", "Assumptions"), Text("결과를 좌우하는 가정", "The assumptions that matter"),
        Text("입력 열이 1% 달라질 때 목적값이 달라지는 크기와 근거 등급",
             "How far the objective moves when an input column moves by 1 %, with its grade of evidence")),
    "nothing_moves": Text("이 계획의 목적값은 입력이 조금 달라져도 달라지지 않습니다.", "The objective of this plan does not move when the inputs move a little."),
    "matters_most": Text("결과를 가장 크게 좌우하는 가정은 {names}입니다. 괄호는 값이 1% 오를 때 목적값의 변화입니다.", "The assumptions that matter most are {names}; in brackets, the change of the objective when the values rise by 1 %."),
    "matters_most_of_all": Text("결과를 가장 크게 좌우하는 입력은 {names}입니다. 괄호는 값이 1% 오를 때 목적값의 변화입니다.", "The inputs that matter most are {names}; in brackets, the change of the objective when the values rise by 1 %."),
    "rests_on_assumptions": Text("열마다의 변화를 크기로 더하면 그 {share}가 공개 자료로 뒷받침하지 못한 열({all}개 가운데 {count}개)에서 나옵니다.", "Of the sizes of all changes added up, {share} comes from columns that no public source supports ({count} of {all})."),
    "by_grade_heading": Text("근거 등급별: 결과가 어디에 달려 있는가", "By grade of evidence: what the result rests on"),
    "added_changes": Text("1% 변화 크기의 합\n({unit})", "Sizes of changes per 1 %, added up\n({unit})"),
    "top_heading": Text("결과를 가장 크게 움직이는 입력", "The inputs that move the result most"),
    "top_chart": Text("값이 1% 오를 때 목적값의 변화", "Change of the objective per 1 %"),
    "ranges_heading": Text("범위가 주어진 입력: 범위의 끝에서 목적값의 변화(1차 근사)", "Inputs with a range: change of the objective at its ends (at the slope of today)"),
    "ranges_chart": Text("범위의 끝에서 목적값의 변화", "Change of the objective at the ends of the range"),
    "all_inputs_heading": Text("모든 입력: 등급 안에서 큰 차례", "All inputs, by grade and size"),
    "singly_heading": Text("한 값씩 올린 입력", "Inputs of which one value rises alone"),
    "singly_note": Text("합이 정해진 몫, 기준을 1로 한 상대값, 정책 제약의 값은 함께 오르지 않습니다. 목적값을 가장 크게 바꾸는 값 하나만 1% 올리고, 합이 정해진 몫이면 나머지를 그만큼 비례하여 줄입니다. 위의 합계에는 넣지 않습니다.", "Shares of a whole, values relative to a reference of 1 and the values of policy rules do not rise together. The one value that matters most rises by 1 %; where it is a share, the others of its whole give way in proportion. None of this is in the sums above."),
    "input": Text("입력(시트 · 열)", "Input (sheet · column)"), "today": Text("지금 값", "Value today"),
    "per_percent": Text("1% 오를 때\n목적값의 변화", "Change of the objective\nper 1 %"),
    "per_percent_relative": Text("목적값에 대한 비율\n(%)", "In % of\nthe objective"),
    "strongest_row": Text("가장 크게 움직이는 행(비중)", "Row that matters most (its part)"),
    "at_low_ends": Text("범위의 하한에서", "At the low ends"), "at_high_ends": Text("범위의 상한에서", "At the high ends"),
    "ranges": Text("범위", "Ranges"), "every_row": Text("모든 행", "every row"), "percent_a_year": Text("%/년", "%/yr"),
    "age": Text("{years}년 뒤", "{years} years on"),
    "reading_heading": Text("읽는 법", "How to read this"),
    "note_first_order": Text("다시 최적화하지 않고 최적해의 잠재가격에서 구한 1차 변화로, 작은 변화에 대해 정확합니다. 제약이 막 걸리거나 풀리는 곳에서는 오를 때와 내릴 때가 다르고, 표의 값은 그 둘 사이에 있습니다.", "First-order changes from the shadow prices of the plan, without optimising again: exact for small changes. Where a constraint is just about to bind or to give, rises and falls differ, and the figure lies between the two."),
    "note_rates": Text("비율과 율도 그 값의 1%만큼 움직입니다: 4.5%는 4.545%가 됩니다. 한 열의 모든 값이 함께 움직입니다.", "Shares and rates, too, move by 1 % of themselves: 4.5 % becomes 4.545 %. All values of a column move together."),
    "note_products": Text("서로 곱해지는 열(생산성 효과, 추가성, 유발계수)은 결과를 같은 크기로 움직입니다. 함께 오르면 효과도 곱해집니다.", "Columns that are multiplied with each other (uplift, additionality, inducement coefficients) move the result alike; if they rise together, so do their effects."),
    "note_ranges": Text("범위의 끝에서의 변화는 오늘의 기울기를 끝까지 이은 1차 근사입니다. 크게 움직이면 배분이 바뀌므로 다시 최적화한 값과 다릅니다.", "Changes at the ends of a range extend the slope of today to that end. So far away the allocation changes, and optimising again gives another figure."),
    "note_whole_numbers": Text("햇수와 연도처럼 정수인 열과 모형이 읽지 않는 열(대조용·설명용)은 뺐습니다.", "Whole numbers (years, lags) and columns that the model does not read (cross-checks, descriptions) are left out."),
    "note_weighted": Text("가중 목적의 기준인 지표별 최선값은 그대로 둡니다.", "The best values that a weighted objective is measured against stay as they are."),
    "note_limit": Text("{mark} 이미 허용되는 가장 큰 값이라 더 오를 수 없는 값이 들어 있습니다. 내릴 때의 변화로 읽으십시오(부호 반대).", "{mark} Holds a value that is the largest allowed and cannot rise. Read it as the change when it falls, with the sign turned."),
    "note_many": Text("값이 너무 많아 한 값씩 셈하지 않은 열: {names}.", "Columns with too many values to be looked at one by one: {names}."),
    "note_zero": Text("값이 모두 0이어서 1%를 셈할 수 없는 열: {names}.", "Columns of zeros, of which there is no 1 %: {names}."),
    "note_no_effect": Text("조금 달라져도 목적값이 달라지지 않는 열(여유가 있거나 {indicator}에 들어가지 않음): {names}.", "Columns with which the objective does not move (there is room, or they are no part of the objective, {indicator}): {names}."),
}
# fmt: on

SHEET = SheetSpec("assumptions", write)
