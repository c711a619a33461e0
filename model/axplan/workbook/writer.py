"""Tables as a workbook that is pleasant to edit: titles and units in both languages, notes, drop-downs, print setup.

The same tables always give the same bytes.
"""

import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from axplan import __version__
from axplan.core.atomic_files import write_file
from axplan.core.errors import InputError
from axplan.inputs import messages
from axplan.inputs.schema import sheet_declarations
from axplan.inputs.schema.core import TITLE_ROWS, ColumnSpec, Sheet
from axplan.inputs.schema.words import described
from axplan.inputs.tables import CellError, Raw, Row, Tables, column_letters, plain
from axplan.workbook.columns import Shown, shown_columns
from axplan.workbook.entry_rules import ROOM, entry_rule
from axplan.workbook.style import FONT, FONT_SIZE, LINE_HEIGHT, NOTE, CellFormats, lines, number_format, tab_colour

CREATED = datetime.datetime(2000, 1, 1)
MOST_LETTERS = 32_767
"""What a cell of a workbook can hold."""

NAME, TITLE, UNIT = range(TITLE_ROWS)
A4 = 9
PAGE_LETTERS = 190
"""A sheet wider than this is printed on several pages side by side: on one it would be too small to read."""

NOTE_WIDTH, NOTE_LETTERS, NOTE_LINE = 330, 50, 17
"""A note is so many pixels wide, which is room for so many letters, and needs so many pixels for a line."""


class Exact(float):
    """A number written with every digit it needs: XlsxWriter by itself keeps 16, which loses the last bit of some."""

    def __format__(self, _: str) -> str:
        return repr(float(self))


def write_workbook(tables: Tables, path: Path) -> None:
    """Write every declared sheet of `tables`, in the order of the data dictionary, as the workbook `path`.

    Raises
    ------
    InputError: texts too long for a cell of a workbook, every one of them (E116).
    EnvironmentFault: the file is open elsewhere, the disk is full, or the folder may not be written.
    """
    write_file(path, workbook_content(tables))


def workbook_content(tables: Tables) -> bytes:
    """The workbook as bytes."""
    import xlsxwriter

    _check_lengths(tables)
    options = {
        "in_memory": True, "strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False,
        "default_format_properties": {"font_name": FONT, "font_size": FONT_SIZE},
    }  # fmt: skip
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties({"title": "axplan inputs", "author": f"axplan {__version__}", "created": CREATED})
        styles = CellFormats(book)
        for name, sheet in sheet_declarations().items():
            if name in tables:
                _write_sheet(book.add_worksheet(name), styles, tables, sheet)
    return buffer.getvalue()


def _check_lengths(tables: Tables) -> None:
    problems = [
        messages.problem("E116", table.place(row.number, name), length=len(value))
        for table in tables.tables.values()
        for row in table.rows
        for name, value in row.values.items()
        if isinstance(value, str) and len(value) > MOST_LETTERS
    ]
    if problems:
        raise InputError(problems)


def _write_sheet(target: Any, styles: CellFormats, tables: Tables, sheet: Sheet) -> None:
    columns = shown_columns(tables, sheet)
    rows = tables[sheet.name].rows
    for position, column in enumerate(columns):
        _write_headings(target, styles, position, column)
        target.set_column(position, position, column.width, styles.get(column.role, column.number, column.align))
        if column.declared is not None:
            _write_note(target, NAME, position, _about(sheet, column))
            _set_entry_rule(target, tables, column.declared, position, TITLE_ROWS, TITLE_ROWS + len(rows) + ROOM)
    for number, row in enumerate(rows, start=TITLE_ROWS):
        _write_row(target, styles, number, columns, row)
    if sheet.record:
        _write_settings(target, styles, tables, sheet, columns)
    _set_heights(target, columns, rows)
    _set_screen_and_paper(target, sheet, len(rows), columns)


def _write_headings(target: Any, styles: CellFormats, position: int, column: Shown) -> None:
    for row, role, text in (
        (NAME, "name", column.name), (TITLE, "title", column.title.both), (UNIT, "unit", column.unit),
    ):  # fmt: skip
        _write_value(target, row, position, text or None, styles.get(role, "@", column.align))


def _about(sheet: Sheet, column: Shown) -> str:
    """The note at a heading; that of the first column speaks of the whole sheet as well."""
    assert column.declared is not None
    words = described(column.declared, column.title)
    if column.name != sheet.first_column:
        return words.stacked
    title, meaning = sheet.title, sheet.meaning
    return f"{title.ko}: {meaning.ko}\n\n{words.ko}\n\n{title.en}: {meaning.en}\n\n{words.en}"


def _write_note(target: Any, row: int, position: int, text: str) -> None:
    height = NOTE_LINE * lines(text, NOTE_LETTERS) + NOTE_LINE // 2
    target.write_comment(row, position, text, {
        "author": "axplan", "width": NOTE_WIDTH, "height": height, "color": NOTE, "font_name": FONT, "font_size": 9,
        "start_row": row + 1,
    })  # fmt: skip


def _set_entry_rule(target: Any, tables: Tables, column: ColumnSpec, position: int, first: int, last: int) -> None:
    rule = entry_rule(column, tables, first_row=TITLE_ROWS + 1)
    if rule is not None:
        target.data_validation(first, position, last, position, rule)


def _write_row(target: Any, styles: CellFormats, number: int, columns: list[Shown], row: Row) -> None:
    for position, column in enumerate(columns):
        value = row.values.get(column.name)
        _write_value(target, number, position, value, styles.get(column.role, column.number_of(value), column.align))


def _write_value(target: Any, row: int, position: int, value: Raw, style: Any) -> None:
    """Text stays text whatever it looks like, numbers keep every digit; an error is written as the text it shows."""
    if value is None:
        target.write_blank(row, position, None, style)
    elif isinstance(value, bool):
        target.write_boolean(row, position, value, style)
    elif isinstance(value, int | float):
        target.write_number(row, position, Exact(value), style)
    else:
        target.write_string(row, position, value.text if isinstance(value, CellError) else str(value), style)


def _write_settings(target: Any, styles: CellFormats, tables: Tables, sheet: Sheet, columns: list[Shown]) -> None:
    """Every row of a record sheet has a unit, bounds and a meaning of its own."""
    places = {column.name: position for position, column in enumerate(columns)}
    for number, row in enumerate(tables[sheet.name].rows, start=TITLE_ROWS):
        declared = sheet.columns.get(plain(row.values.get("key")))
        if declared is None or not {"key", "value"} <= places.keys():
            continue
        value = row.values.get("value")
        _write_note(target, number, places["key"], described(declared).stacked)
        style = styles.get("cell", number_format(declared, [value]), "right")
        _write_value(target, number, places["value"], value, style)
        _set_entry_rule(target, tables, declared, places["value"], number, number)


def _set_heights(target: Any, columns: list[Shown], rows: tuple[Row, ...]) -> None:
    titles = max((lines(c.title.both, round(c.width * 1.1)) for c in columns), default=1)
    target.set_row(NAME, LINE_HEIGHT * 1.2)
    target.set_row(TITLE, LINE_HEIGHT * 0.9 * titles + 4)
    units = max((lines(c.unit, round(c.width * 1.2)) for c in columns), default=1)
    target.set_row(UNIT, LINE_HEIGHT * 0.85 * units + 3)
    wrapped = [column for column in columns if column.role == "text"]
    for number, row in enumerate(rows, start=TITLE_ROWS):
        tallest = max((lines(plain(row.values.get(c.name)), c.width - 1) for c in wrapped), default=1)
        target.set_row(number, LINE_HEIGHT * tallest + 2)


def _set_screen_and_paper(target: Any, sheet: Sheet, rows: int, columns: list[Shown]) -> None:
    keys = len(sheet.key) or 1
    target.set_tab_color(tab_colour(sheet))
    target.freeze_panes(TITLE_ROWS, keys)
    target.hide_gridlines(1)
    target.set_landscape()
    target.set_paper(A4)
    target.set_margins(left=0.4, right=0.4, top=0.75, bottom=0.6)
    target.fit_to_pages(1 + sum(column.width for column in columns) // PAGE_LETTERS, 0)
    target.repeat_rows(NAME, UNIT)
    target.repeat_columns(0, keys - 1)
    if columns:
        target.print_area(f"A1:{column_letters(len(columns))}{TITLE_ROWS + rows}")
    heading = f"{sheet.name}: {sheet.title.both}".replace("&", "&&")
    target.set_header(f'&L&"{FONT},Bold"&10{heading}')
    target.set_footer("&C&9&P / &N")
