"""A copy of the inputs that shows every problem where it is: coloured cells with comments, and a list of links."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from axplan.core.atomic_files import atomic_file
from axplan.core.errors import InputError, UsageError
from axplan.core.problem import Problem
from axplan.core.text import Text
from axplan.inputs import messages
from axplan.inputs.schema.core import NOTES_SHEET
from axplan.inputs.tables import Tables
from axplan.workbook.editable_copy import filled, fingerprint, from_folder, is_ours, loaded, put, sign, signature
from axplan.workbook.style import FONT, FONT_SIZE, INK, LINE, LINE_HEIGHT, NAVY, lines

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

SUFFIX = "-checked.xlsx"
AUTHOR = "axplan check"
CELL = re.compile(r"([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?")
RED, AMBER = "FFFFC7CE", "FFFFEB9C"
HEADINGS = (
    Text("셀", "Cell"), Text("코드", "Code"), Text("찾은 것", "Found"), Text("허용되는 것과 고치는 법", "Allowed, and the likely cure"),
    Text("설명", "Explanation"),
)  # fmt: skip
WIDTHS = (24, 8, 46, 56, 76)
FIRST_LINE = 5
"""The row of the sheet `errors` in which the list begins."""


def annotated_path(source: Path) -> Path:
    """Where the copy goes by default: beside the source, or in the current folder if that may not be written."""
    name = f"{source.stem if source.is_file() else source.resolve().name}{SUFFIX}"
    beside = source.resolve().parent
    return source.parent / name if os.access(beside, os.W_OK) else Path.cwd() / name


def annotate(source: Path, tables: Tables, problems: Sequence[Problem], target: Path, language: str) -> Path:
    """Write a copy of the workbook (or folder of tables) `source` that shows the problems; the source is never touched.

    Raises
    ------
    UsageError: `target` is the source, is no .xlsx file, or is there already and is not an earlier copy left as it was
    made.
    EnvironmentFault: the target cannot be written.
    """
    _require_free(source, target)
    book = from_folder(source, tables) if source.is_dir() else loaded(source)
    _unmark(book)
    sign(book)
    for problem in problems:
        _mark(book, problem, language)
    _list(book, source.name, problems, language)
    _fit_comments(book)
    with atomic_file(target) as draft:
        book.save(draft)
    return target


def _require_free(source: Path, target: Path) -> None:
    if target.suffix.lower() != ".xlsx":
        raise UsageError(
            Text(f"점검 결과는 .xlsx 파일에 씁니다: {target}", f"The annotated copy is an .xlsx file, not {target}.")
        )
    if source.exists() and target.exists() and source.samefile(target):
        raise UsageError(
            Text(f"원본은 바꾸지 않습니다: {target}. 다른 이름을 주십시오: axplan check {source} --annotate 이름.xlsx",
                 f"{target} is the original and stays as it is. Give another name: axplan check {source} --annotate NAME.xlsx")
        )  # fmt: skip
    if target.exists() and not _left_as_made(target):
        raise UsageError(
            Text(f"다른 내용이 있는 파일은 바꾸지 않습니다: {target}. 그 파일을 점검하려면 axplan check {target} --annotate, "
                 "아니면 다른 이름을 주십시오.",
                 f"{target} holds something else and stays as it is. To check that file: axplan check {target} --annotate. "
                 "Otherwise give another name.")
        )  # fmt: skip


def _left_as_made(path: Path) -> bool:
    """Is this a copy of ours in which nobody has changed anything?"""
    from axplan.workbook import read_tables

    try:
        read_tables(path)  # nothing is opened that has not passed the gate
        book = loaded(path)
    except InputError:
        return False
    return signature(book) == fingerprint(book)


def _cells(book: Workbook, place: str) -> Iterator[Any]:
    """The cells of a place such as `industries!D4`, `siting!B4:E7`, `rules!5:5`, `funds`; none without such a sheet."""
    name, _, address = (place, "", "") if place in book.sheetnames else place.rpartition("!")
    if name not in book.sheetnames:
        return
    sheet = book[name]
    found = CELL.fullmatch(address)
    if found is None:
        row = int(address.partition(":")[0]) if address.partition(":")[0].isdigit() else 1
        yield _anchor(sheet, row, 1)
        return
    from openpyxl.utils import column_index_from_string

    left, top = column_index_from_string(found[1]), int(found[2])
    right, bottom = (column_index_from_string(found[3]), int(found[4])) if found[3] else (left, top)
    for row in range(top, bottom + 1):
        for column in range(left, right + 1):
            yield _anchor(sheet, row, column)


def _anchor(sheet: Worksheet, row: int, column: int) -> Any:
    """The cell, or the first cell of the merged range it lies in, which is the only one that can be written to."""
    for merged in sheet.merged_cells.ranges:
        if merged.min_row <= row <= merged.max_row and merged.min_col <= column <= merged.max_col:
            return sheet.cell(merged.min_row, merged.min_col)
    return sheet.cell(row, column)


def _mark(book: Workbook, problem: Problem, language: str) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    colour = RED if problem.is_error else AMBER
    for n, cell in enumerate(_cells(book, problem.place)):
        marked = cell.comment is not None and AUTHOR in cell.comment.text
        if not marked or colour == RED:  # a warning does not hide an error of the same cell
            cell.fill = PatternFill("solid", fgColor=colour)
        if n == 0:
            said = f"[{problem.code}] {problem.found.in_(language)} → {problem.allowed.in_(language)}"
            before = f"{cell.comment.text}\n" if cell.comment else ""
            cell.comment = Comment(before + (said if marked else f"{AUTHOR}:\n{said}"), AUTHOR)


def _unmark(book: Workbook) -> None:
    """Take away what an earlier check left in its copy: our part of the comments, our colours, our sheet."""
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    if not is_ours(book):
        return
    if NOTES_SHEET in book.sheetnames:
        book.remove(book[NOTES_SHEET])
    for sheet in book.worksheets:
        for cell in filled(sheet):
            if cell.comment is not None and f"{AUTHOR}:\n" in cell.comment.text:
                kept = cell.comment.text.partition(f"{AUTHOR}:\n")[0].strip()
                cell.comment = Comment(kept, cell.comment.author) if kept else None
            if cell.has_style and cell.fill.fgColor.rgb in (RED, AMBER):
                cell.fill = PatternFill()


def _fit_comments(book: Workbook) -> None:
    """Every comment large enough to be read: their sizes are not kept when a workbook is copied."""
    for sheet in book.worksheets:
        for cell in (cell for cell in filled(sheet) if cell.comment is not None):
            cell.comment.width, cell.comment.height = 320, 24 + 18 * lines(cell.comment.text, 44)


def _list(book: Workbook, name: str, problems: Sequence[Problem], language: str) -> None:
    """The sheet `errors`, in front of all others: a line for each problem, linked to its cell."""
    from openpyxl.styles import Font, PatternFill

    sheet = book.create_sheet(NOTES_SHEET, 0)
    errors = sum(problem.is_error for problem in problems)
    title = put(sheet, 1, 1, Text(f"{name} 점검 결과", f"Problems found in {name}").in_(language))
    title.font = Font(name=FONT, bold=True, size=14, color=_rgb(NAVY))
    put(sheet, 2, 1, _counted(errors, len(problems) - errors).in_(language)).font = _font()
    for column, (heading, width) in enumerate(zip(HEADINGS, WIDTHS, strict=True), start=1):
        cell = put(sheet, FIRST_LINE - 1, column, heading.in_(language))
        cell.font, cell.fill = _font(bold=True, color="FFFFFFFF"), PatternFill("solid", fgColor=_rgb(NAVY))
        sheet.column_dimensions[cell.column_letter].width = width
    for row, problem in enumerate(problems, start=FIRST_LINE):
        _list_one(book, sheet, row, problem, language)
    sheet.freeze_panes = f"A{FIRST_LINE}"
    sheet.sheet_view.showGridLines = False
    _show_first(book, sheet)


def _list_one(book: Workbook, sheet: Worksheet, row: int, problem: Problem, language: str) -> None:
    from openpyxl.styles import Alignment, Border, PatternFill, Side

    needed = 1
    for column, (text, width) in enumerate(zip(_line(problem, language), WIDTHS, strict=True), start=1):
        cell = put(sheet, row, column, text)
        cell.font, cell.alignment = _font(), Alignment(vertical="top", wrap_text=True)
        cell.border = Border(bottom=Side("thin", color=_rgb(LINE)))
        needed = max(needed, lines(text, width - 2))
    sheet.cell(row, 2).fill = PatternFill("solid", fgColor=RED if problem.is_error else AMBER)
    sheet.row_dimensions[row].height = needed * LINE_HEIGHT + 2
    _link(book, sheet.cell(row, 1), problem.place)


def _font(bold: bool = False, color: str = "", link: bool = False) -> Any:
    from openpyxl.styles import Font

    return Font(name=FONT, size=FONT_SIZE, bold=bold, color=color or _rgb(INK), underline="single" if link else "none")


def _rgb(colour: str) -> str:
    """#RRGGBB as openpyxl wants it."""
    return f"FF{colour[1:]}"


def _counted(errors: int, warned: int) -> Text:
    return Text(f"오류 {errors}건, 경고 {warned}건. 셀을 누르면 그 자리로 갑니다.",
                f"{errors} error(s), {warned} warning(s). Click a cell's address to go there.")  # fmt: skip


def _line(problem: Problem, language: str) -> Iterable[str]:
    entry = messages.MESSAGES[problem.code]
    said = (entry.meaning.in_(language), entry.cure.in_(language))
    return problem.place, problem.code, problem.found.in_(language), problem.allowed.in_(language), " ".join(said)


def _link(book: Workbook, cell: Any, place: str) -> None:
    from openpyxl.worksheet.hyperlink import Hyperlink

    targets = list(_cells(book, place))
    if targets:
        first, last = targets[0], targets[-1]
        area = first.coordinate if first is last else f"{first.coordinate}:{last.coordinate}"
        quoted = first.parent.title.replace("'", "''")
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{quoted}'!{area}", display=place)
        cell.font = _font(color="FF0563C1", link=True)


def _show_first(book: Workbook, sheet: Worksheet) -> None:
    from openpyxl.worksheet.properties import PageSetupProperties

    for other in book.worksheets:
        other.sheet_view.tabSelected = other is sheet
    book.active = book.index(sheet)
    sheet.page_setup.orientation, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = "landscape", 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
