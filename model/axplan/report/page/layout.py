"""A worksheet filled from top to bottom, with widths, heights and print settings that follow from what is in it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from axplan.report.page.bands import GAP, MOST, ROWS, Bands
from axplan.report.page.measure import PIXELS_PER_POINT, PIXELS_PER_UNIT, pixels, text_width
from axplan.report.page.paper import PRINT_HEIGHT, PRINT_WIDTH, SMALLEST_PRINT, Repeated, paginate, widening
from axplan.report.page.placed import Placed
from axplan.report.page.room import Room
from axplan.report.styles import LETTERS, ROW_HEIGHT, Styles
from axplan.report.tables.table import Column, Formula, Laid, Line, Value, lay_out, number, positions, shown

A4 = 9
UNIT_ROW, TOP = 2, 3
"""Title and description stand in the first two rows, the unit in the third; what follows begins at TOP."""

BESIDE_TITLE = 12.0
"""Room for the link back, beside the title."""

CHART_COLUMNS, NARROWEST_CHART = 5, 12.0
"""Charts beside a table stand in as many columns of their own, each at least so wide."""

MOST_ARGUMENTS = 200
"""Cells in one SUM; spreadsheets take no more than 255."""

PLAIN = Column("")


class Page:
    """One worksheet. Rows and columns count from 0; `row` is the next free row."""

    def __init__(self, sheet: Any, styles: Styles) -> None:
        self.sheet, self.styles, self.room, self.bands = sheet, styles, Room(), Bands()
        self.row, self.columns = 0, 1
        self.unit = ""
        self.back: tuple[str, str] | None = None
        self.repeated: tuple[int, int] | None = None
        self.fixed_width = False
        self._headroom = 0.0
        self._heads: list[int] = []
        self._blocks: list[int] = []
        self._spans: list[tuple[int, int, int | None, str, str]] = []
        self._charts: list[tuple[int, int, int, Sequence[Any]]] = []
        sheet.hide_gridlines(2)
        sheet.set_default_row(ROW_HEIGHT)

    def put(self, row: int, at: int, value: Value, role: str, like: Column = PLAIN, indent: int = 0) -> None:
        """Write a cell and remember the room it needs. Text is always text, whatever it begins with."""
        indent = indent or int(at > 0 and like.number == "text")  # text beside a number keeps its distance
        look = self.styles.get(role, like.number, indent)
        seen = shown(value)
        if isinstance(value, Formula):
            self.sheet.write_formula(row, at, value.text, look, "" if seen is None else seen)
        elif seen is None or seen == "" or seen != seen:  # nothing, or not a number
            self.sheet.write_blank(row, at, None, look)
        elif isinstance(seen, str) or math.isinf(seen):
            self.sheet.write_string(row, at, str(seen), look)
        else:
            self.sheet.write_number(row, at, seen, look)
        self.columns = max(self.columns, at + 1)
        self.room.cell(row, at, seen, like, indent)

    def text(self, text: str, role: str) -> None:
        """A line of text that may run over the cells beside it."""
        if self.row < UNIT_ROW:
            self._headroom = max(self._headroom, text_width(text) * LETTERS.get(role, 1.0) + BESIDE_TITLE)
        self.sheet.write_string(self.row, 0, text, self.styles.get(role))
        self.row += 1

    def section(self, heading: str) -> None:
        """A heading over what follows, kept together with it on a printed page where it fits on one."""
        self.block()
        self.text(heading, "heading")

    def block(self) -> None:
        """What begins here is kept together on a printed page where it fits on one."""
        self._blocks.append(self.row if self.row > TOP else 0)

    def keep(self, rows: Sequence[int]) -> None:
        """What begins in these rows, of a table too long for a page, is kept together as a block is."""
        self._blocks = sorted({*self._blocks, *rows})

    def span(self, row: int, first: int, text: str, role: str, last: int | None = None) -> None:
        """Wrapped text over columns, to the last one of the sheet unless said otherwise."""
        self._spans.append((row, first, last, text, role))

    def note(self, text: str) -> None:
        """A wrapped paragraph over the whole width."""
        self.span(self.row, 0, text, "note")
        self.row += 1

    def headings(self, columns: Sequence[Column]) -> None:
        """The heading row of a table; the last one of a sheet is repeated on every printed page from there on."""
        for at, column in enumerate(columns):
            write = self.sheet.write_string if column.title else self.sheet.write_blank
            write(self.row, at, column.title, self.styles.get("head"))
            self.room.heading(self.row, at, column)
        self.columns = max(self.columns, len(columns))
        self.repeated = (self.row, self.row)
        self._heads.append(self.row)
        self.row += 1

    def line(self, values: Sequence[Value], columns: Sequence[Column], role: str = "cell", indent: int = 0) -> None:
        """One row, filled up with blanks to the width of the table."""
        for at, column in enumerate(columns):
            value = values[at] if at < len(values) else None
            self.put(self.row, at, value, role, column, indent if at == 0 else 0)
        self.row += 1

    def table(self, columns: Sequence[Column], lines: Sequence[Line]) -> Placed:
        """Headings and lines. A line that holds lines adds them up with SUM and stands above them."""
        self.headings(columns)
        placed = self.lines(columns, lines)
        self.row += 1
        return placed

    def lines(self, columns: Sequence[Column], lines: Sequence[Line]) -> Placed:
        """Lines of a table below headings that stand already."""
        laid, position = lay_out(lines, columns, self.row), positions(columns)
        for here in (here for top in laid for here in top.walk()):
            role = here.line.role or (("total" if here.level == 0 else "subtotal") if here.parts else "cell")
            cells = [_cell(here, column, at, laid[0].row, position) for at, column in enumerate(columns)]
            self.line(cells, columns, role, here.level)
        return Placed.keyed(self.sheet.get_name(), self._heads[-1], laid, columns)

    def ahead(self, lines: int = 0, charts: int = 0) -> int:
        """The row of a table's headings behind a table of so many lines, a band of charts and a section heading."""
        return self.row + (lines + 2 if lines else 0) + math.ceil(charts / MOST) * (ROWS + 1) + 1

    def sketch(self, columns: Sequence[Column], lines: Sequence[Line], row: int) -> Placed:
        """Where the lines of a table will stand whose headings come in `row`: for a table above that refers to it."""
        return Placed.keyed(self.sheet.get_name(), row, lay_out(lines, columns, row + 1), columns)

    def placed(
        self, rows: Mapping[Any, int], values: Mapping[Any, Sequence[Value]], columns: Sequence[Column]
    ) -> Placed:
        """Lines that are written one by one below the last headings."""
        return Placed(self.sheet.get_name(), self._heads[-1], rows, values, positions(columns))

    def beside(self, charts: Sequence[Any], first_row: int) -> None:
        """Charts one below the other in columns of their own, to the right of the rows from `first_row` to here."""
        self._charts.append((first_row, self.row - 1, self.columns + 1, charts))
        self.room.widen(self.columns, 2.0, least=0.0)
        for at in range(self.columns + 1, self.columns + 1 + CHART_COLUMNS):
            self.room.widen(at, NARROWEST_CHART)
        self.columns += 1 + CHART_COLUMNS

    def band(self, charts: Sequence[Any]) -> None:
        """Charts side by side over the width of the sheet, in rows of their own from here on; three at most in a row.

        They stay on one printed page, together with a heading that stands right above them.
        """
        for first in range(0, len(charts), MOST):
            if not self._blocks or self._blocks[-1] != self.row - 1:
                self.block()
            self.row = self.bands.add(self.row, charts[first : first + MOST]) + 1
            self.block()

    def finish(self, footer: str) -> None:
        """Set widths, heights, charts and the way the sheet prints."""
        self._write_corner()
        self.room.narrow(self.columns, PRINT_WIDTH / SMALLEST_PRINT)
        self.room.stretch(self.columns, self.bands.widening(self.room.points(self.columns)))
        self._place_spans()
        self._widen_charts()
        charts = self.bands.heights(self.room.points(self.columns))
        self._save_a_page(charts)
        heights = {**self.room.heights(), **charts}
        for at, width in sorted(self.room.widths.items()):
            self.sheet.set_column(at, at, width)
        for row, height in heights.items():
            self.sheet.set_row(row, height)
        self._place_charts(heights)
        self.bands.place(self.sheet, self.room.points(self.columns), heights)
        self._print(heights, footer)
        alone = len(self._heads) == 1 and all(row > self._heads[0] for row, _ in self.bands.placed)
        self.sheet.freeze_panes(*((self._heads[0] + 1, 1) if alone else (TOP, 0)))

    def _write_corner(self) -> None:
        """The link back and the unit, in the last column; the title must have room beside them."""
        self.columns = max(self.columns, 2)
        if self.back:
            self.sheet.write_url(0, self.columns - 1, self.back[0], self.styles.get("back"), self.back[1])
        if self.unit:
            self.sheet.write_string(UNIT_ROW, self.columns - 1, self.unit, self.styles.get("unit"))
        self.room.widths[0] = max(self.room.across(0, 0), self._headroom - self.room.across(1, self.columns - 1))

    def _place_spans(self) -> None:
        """Merge and write the spanning texts."""
        for row, first, until, text, role in self._spans:
            look, last = self.styles.get(role), self.columns - 1 if until is None else until
            if last > first:
                self.sheet.merge_range(row, first, row, last, "", look)
            self.sheet.write_string(row, first, text, look)
            self.room.wraps(row, first, last, text, LETTERS.get(role, 1.0))

    def _widen_charts(self) -> None:
        """Give charts beside a table the width with which both together fill a page."""
        for _, last, column, _ in self._charts:
            heights = self.room.heights()
            height = sum(heights.get(row, ROW_HEIGHT) for row in range(last + 1))
            spare = height * PRINT_WIDTH / (0.97 * PRINT_HEIGHT) - self.room.points(self.columns)
            more = max(0.0, spare * PIXELS_PER_POINT / PIXELS_PER_UNIT / CHART_COLUMNS)
            for at in range(column, column + CHART_COLUMNS):
                self.room.widths[at] += more

    def _place_charts(self, heights: Mapping[int, float]) -> None:
        """Charts share the height of their rows and fill whole columns, so that they cover nothing."""
        for first, last, column, charts in self._charts:
            height = sum(heights.get(row, ROW_HEIGHT) for row in range(first, last + 1)) * PIXELS_PER_POINT
            width = sum(pixels(self.room.widths[at]) for at in range(column, column + CHART_COLUMNS))
            each = height / len(charts) - GAP
            for n, chart in enumerate(charts):
                chart.set_size({"width": width, "height": int(each)})
                self.sheet.insert_chart(first, column, chart, {"y_offset": int(n * (each + GAP)), "object_position": 1})

    def _save_a_page(self, charts: Mapping[int, float]) -> None:
        """Make the sheet a little wider where it then prints on fewer pages."""
        if self.fixed_width:
            return
        width = self.room.points(self.columns)
        _, blocks, repeated = self._rows(charts)
        factor = widening(width, lambda wider: self._rows({**self.room.heights(wider), **charts})[0], blocks, repeated)
        self.room.stretch(self.columns, factor)

    def _rows(self, heights: Mapping[int, float]) -> tuple[list[float], list[int], Repeated]:
        """Heights of all rows, the blocks that are kept together, and the headings that come again."""
        rows = [heights.get(row, ROW_HEIGHT) for row in range(self.row)]
        first, last = self.repeated or (0, -1)
        return rows, [row for row in self._blocks if row < self.row], (first, sum(rows[first : last + 1]))

    def _print(self, heights: Mapping[int, float], footer: str) -> None:
        """A4 on its side, one page wide, headings on every page, blocks kept together."""
        high, begins = paginate(self.room.points(self.columns), *self._rows(heights))
        self.sheet.set_paper(A4)
        self.sheet.set_landscape()
        self.sheet.fit_to_pages(1, high)
        self.sheet.set_h_pagebreaks(begins)
        self.sheet.set_margins(left=0.55, right=0.55, top=0.6, bottom=0.65)
        self.sheet.set_footer(footer)
        if self.repeated:
            self.sheet.repeat_rows(*self.repeated)


def _cell(here: Laid, column: Column, at: int, total_row: int, position: Mapping[str, int]) -> Value:
    """What stands in a cell of a line: a sum of the lines it holds, a formula over its row, or a value."""
    value = here.values[at]
    if here.parts and column.summed:
        return Formula(_sum_formula([part.row for part in here.parts], at), number(value))
    if column.computed is None or value is None:
        return value
    first, second = (position.get(used, 0) for used in (column.computed.a, column.computed.b))
    a, b, total = (
        xl_rowcol_to_cell(*cell) for cell in ((here.row, first), (here.row, second), (total_row, first, True))
    )
    return Formula(column.computed.text.format(a=a, b=b, t=total), number(value))


def _sum_formula(rows: Sequence[int], column: int) -> str:
    """SUM of cells of a column, as a range where they stand together."""
    if rows[-1] - rows[0] == len(rows) - 1:
        return f"=SUM({xl_rowcol_to_cell(rows[0], column)}:{xl_rowcol_to_cell(rows[-1], column)})"
    cells = [xl_rowcol_to_cell(row, column) for row in rows]
    parts = [",".join(cells[n : n + MOST_ARGUMENTS]) for n in range(0, len(cells), MOST_ARGUMENTS)]
    return "=" + "+".join(f"SUM({part})" for part in parts)
