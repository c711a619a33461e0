"""The assumptions that matter: how far the objective moves with every input, and what is known about that input."""

from __future__ import annotations

from collections.abc import Sequence

from axplan.inputs.objective import NAMES
from axplan.inputs.schema.policy import GRADES
from axplan.report.charts import Series, bars
from axplan.report.context import Book
from axplan.report.page.layout import Page, Placed
from axplan.report.prices import readable
from axplan.report.sheets.assumptions_inputs import Input, inputs, name, ranges, signed, strongest, today, values
from axplan.report.sheets.provenance import NOT_STATED
from axplan.report.styles import decimals
from axplan.report.tables.table import LABEL, Column, Formula, Line, Value, share_of

WEAKEST_FIRST = (NOT_STATED, *reversed(GRADES))
UNBACKED = WEAKEST_FIRST[:2]
"""Grades of what nothing public supports."""

TOP, NAMED = 10, 3
"""How many inputs are charted, and how many are named in a sentence."""

CHANGE, PERCENT, LOW, HIGH = 4, 5, 4, 5
"""Columns of the tables of inputs, and of the table of ranges, that are shown elsewhere."""

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
    """The row of a table's headings, under a section heading below a table of so many lines whose headings stand in `row`."""
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
    return f"{name(book, one)} ({signed(100 * one.row.change / worth)})" if worth else name(book, one)


def _columns(book: Book, found: Sequence[Input]) -> list[Column]:
    """Columns of the tables of inputs."""
    unit = readable(book, 0.0)[1]
    largest = readable(book, max(one.size for one in found))[0]
    return [
        Column(book.say("input"), widest=LABEL),
        Column(book.say("grade"), "centre"),
        Column(book.say("source"), widest=46.0),
        Column(book.say("today"), widest=26.0),
        Column(book.say("unit_below", what=book.say("per_percent"), unit=unit), f"n{decimals(largest, 5)}"),
        Column(book.say("per_percent_relative"), "n2"),
        Column(book.say("strongest_row"), widest=46.0),
    ]


def _line(book: Book, one: Input) -> Line:
    cells = [*_words(book, one), readable(book, one.row.change)[0], one.row.elasticity, strongest(book, one)]
    return Line(name(book, one) + (LIMIT if one.at_limit else ""), cells, key=one.key)


def _words(book: Book, one: Input) -> list[str]:
    return [book.word("grade", one.grade), one.source, today(book, one)]


def _write_grades(book: Book, page: Page, graded: Sequence[Sequence[Input]], every: Placed) -> None:
    """Grade → how many columns, the sizes of their changes added up, and their share; sums over the table of all inputs."""
    columns = [
        Column(book.say("grade"), widest=LABEL),
        Column(book.say("columns"), "n0", adds=True),
        Column(book.say("grade_meaning"), widest=46.0),
        Column(book.say("share"), "share", adds=True, computed=share_of(CHANGE)),
        Column(book.say("added_changes", unit=readable(book, 0.0)[1]), "n1", adds=True),
    ]
    lines = tuple(
        Line(book.word("grade", mine[0].grade), [len(mine), book.say(f"means_{mine[0].grade}"), None, _size(book, mine, every)])
        for mine in graded
    )  # fmt: skip
    page.table(columns, [Line(book.say("total"), lines=lines)])


def _size(book: Book, mine: Sequence[Input], every: Placed) -> Formula:
    """Σ |change| of lines that stand together."""
    first, last = (every.address(one.key, CHANGE) for one in (mine[0], mine[-1]))
    size = sum(abs(readable(book, one.row.change)[0]) for one in mine)
    return Formula(f"=SUMPRODUCT(ABS({first}:{last.rpartition('!')[2]}))", size)


def _top_lines(book: Book, top: Sequence[Input], every: Placed) -> list[Line]:
    """The inputs that matter most, whatever their grade: cells of the table of all inputs."""
    return [
        Line(
            name(book, one),
            [*_words(book, one), *(every.cell(one.key, at) for at in (CHANGE, PERCENT)), strongest(book, one)],
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
        *(Column(book.say("unit_below", what=book.say(key), unit=unit), number) for key in ENDS),
    ]


def _range_line(book: Book, one: Input) -> Line:
    cells: list[Value] = [book.word("grade", one.grade), ranges(book, one), values(book, one), *one.ends]
    return Line(name(book, one), cells, key=one.key)


def _top_chart(book: Book, placed: Placed, top: Sequence[Input]) -> object:
    return bars(book, book.say("top_chart"), "%", [_series(placed, top, PERCENT, "top_chart", book)], number="n1")


def _range_chart(book: Book, placed: Placed, ranged: Sequence[Input]) -> object:
    series = [_series(placed, ranged, at, key, book) for at, key in zip((LOW, HIGH), ENDS, strict=True)]
    return bars(book, book.say("ranges_chart"), book.tell(book.plan.objective.unit), series, number="n0")


def _series(placed: Placed, shown: Sequence[Input], at: int, key: str, book: Book) -> Series:
    sheet, first, last = placed.sheet, placed.rows[shown[0].key], placed.rows[shown[-1].key]
    return book.say(key), [sheet, first, 0, last, 0], [sheet, first, at, last, at]


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
