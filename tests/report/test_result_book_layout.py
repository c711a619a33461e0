"""The book prints as it is: nothing is clipped or covered, headings come again, pages are numbered."""

from __future__ import annotations

from typing import Any

import pytest

from axplan.plan.optimise import CertifiedPlan
from axplan.report.page.measure import PIXELS_PER_POINT, PIXELS_PER_UNIT, lines_needed, number_width, text_width
from axplan.report.page.paper import PRINT_HEIGHT, PRINT_WIDTH, fall, paginate, widening
from axplan.report.page.room import Room
from axplan.report.styles import number_format
from axplan.report.tables.table import Column
from book_cells import filled
from book_faults import clipped_numbers, clipped_texts
from written_results import Written, write

EMU_PER_PIXEL = 9525


@pytest.fixture(params=["korean", "english"])
def book(request: pytest.FixtureRequest) -> Written:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Written)
    return found


def test_every_sheet_prints_on_a4_paper_one_page_wide_with_headings_and_page_numbers(book: Written) -> None:
    for sheet in book.written.worksheets:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.paperSize == 9
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToWidth in (None, 1)  # one page is the default
        assert sheet.oddFooter.center.text == "&P / &N"
        assert sheet.print_title_rows, sheet.title
        assert sheet.freeze_panes, sheet.title


def test_no_sheet_is_printed_in_letters_of_less_than_seven_points(book: Written) -> None:
    """But for the sheet of data, of which only the sums are printed."""
    for sheet in book.written.worksheets:
        if sheet.title != book.sheet("data").title:
            columns = sheet.column_dimensions.values()
            pixels = sum(column.width * PIXELS_PER_UNIT * (column.max - column.min + 1) for column in columns)
            width = pixels / PIXELS_PER_POINT
            assert 10 * PRINT_WIDTH / width > 7.75, sheet.title


def test_no_number_is_wider_than_its_column(book: Written) -> None:
    assert list(clipped_numbers(book.shown)) == []


def test_no_wrapped_text_is_higher_than_its_row(book: Written) -> None:
    assert list(clipped_texts(book.shown)) == []


def test_charts_cover_no_cell_and_no_other_chart(book: Written) -> None:
    sheet = book.sheet("summary", "written")
    areas = [area(chart.anchor) for chart in sheet._charts]
    assert len(areas) == 3
    for first, last, left, right in areas:
        for row in sheet.iter_rows(min_row=first + 1, max_row=last + 1, min_col=left + 1, max_col=right + 1):
            assert all(cell.value is None for cell in row), (first, last)
    assert (
        len({first for first, _, _, _ in areas}) == 1
    )  # side by side; that none covers another is seen in pixels elsewhere


def area(anchor: Any) -> tuple[int, int, int, int]:
    """First and last row and column of a chart, counted from 0; a border on a boundary does not reach the next cell."""
    last = anchor.to.row if anchor.to.rowOff else anchor.to.row - 1
    right = anchor.to.col if anchor.to.colOff else anchor.to.col - 1
    return anchor._from.row, last, anchor._from.col, right


def test_charts_read_the_cells_of_the_book(book: Written) -> None:
    for chart in book.sheet("summary", "written")._charts:
        for series in chart.series:
            name = series.val.numRef.f.rpartition("!")[0].strip("'")
            assert name in book.written.sheetnames


def test_decreases_are_marked_with_a_triangle_and_thousands_are_separated(korean: Written) -> None:
    assert number_format("n0", "ko") == '#,##0;"△"#,##0;"-"'
    assert number_format("n1", "en") == '#,##0.0;"-"#,##0.0;"-"'
    formats = {cell.number_format for _, cell in filled(korean.shown) if isinstance(cell.value, float)}
    assert number_format("n0", "ko") in formats
    sheet = korean.sheet("effects")
    first = next(cell.row for cell in sheet["A"] if cell.value == korean.plan.inputs.settings.first_year)
    assert sheet.cell(first, 3).value < 0  # adapting costs output at first
    assert "△" in sheet.cell(first, 3).number_format


def test_the_unit_stands_at_the_upper_right(korean: Written) -> None:
    for name in ("by_industry", "by_task", "ledger", "appraisal"):
        sheet = korean.sheet(name)
        assert [cell.value for cell in sheet[3]][-1] == "(단위: 억원)"


def test_money_is_printed_in_the_unit_asked_for(small: CertifiedPlan, korean: Written, tmp_path: Any) -> None:
    trillions = write(small, tmp_path, "ko", unit="조원")
    sheet, other = trillions.sheet("by_industry"), korean.sheet("by_industry")
    assert [cell.value for cell in sheet[3]][-1] == "(단위: 조원)"
    for row in range(6, 10):
        assert sheet.cell(row, 2).value == pytest.approx(other.cell(row, 2).value / 10_000, abs=1e-9)
    assert sheet.cell(6, 2).number_format == number_format("n4", "ko")
    assert trillions.sheet("workforce")["C6"].value == korean.sheet("workforce")["C6"].value


def test_korean_letters_take_nearly_twice_the_room_of_digits() -> None:
    assert text_width("가나다") > 1.5 * text_width("123")
    assert number_width(1234567.0, "n0") >= len("1,234,567")
    assert number_width(-1.0, "n0") > number_width(1.0, "n0")


def test_text_wraps_between_words_and_inside_words_that_are_too_long() -> None:
    assert lines_needed("ab", 10) == 1
    assert lines_needed("aaaa bbbb", 5) == 2
    assert lines_needed("a" * 30, 10) == 3
    assert lines_needed("a\nb", 10) == 2


def test_a_sheet_that_overruns_a_page_a_little_is_printed_smaller() -> None:
    rows = [10.0] * int(PRINT_HEIGHT / 10 * 1.2)
    assert paginate(100.0, rows, []) == (1, [])
    assert paginate(100.0, rows * 2, [0]) == (0, [])


def test_blocks_that_fit_on_a_page_are_not_split() -> None:
    tops = [10.0 * n for n in range(34)]  # 33 rows; a page holds ten
    assert fall(tops, [0, 8, 16, 24], page=100.0).begins == [8, 16, 24]
    assert fall(tops, [0, 4, 9], page=400.0).begins == []
    longer = fall(tops, [0, 8, 27], page=100.0)  # the second is longer than a page, and is not begun on a new one
    assert longer.begins == [27]
    assert [longer.split, longer.pages] == [1, 4]
    assert fall(tops, [0, 8, 16, 24], page=100.0).split == 0


def test_a_sheet_is_made_wider_where_that_saves_a_page_or_a_cut_through_a_table() -> None:
    """Two tables that are a tenth longer than a page each stand on a page each when they are printed smaller."""
    rows = [10.0] * int(2.2 * PRINT_HEIGHT / 10)
    factor = widening(PRINT_WIDTH, lambda _: rows, [0, len(rows) // 2])
    assert 1.05 < factor <= 1.2
    assert widening(PRINT_WIDTH, lambda _: [10.0] * 10, [0]) == 1.0
    many = [10.0] * int(20 * PRINT_HEIGHT / 10)
    assert widening(PRINT_WIDTH, lambda _: many, [0]) == 1.0  # a long list stays legible


def test_a_sheet_too_wide_for_its_page_wraps_its_text_and_cuts_no_number() -> None:
    room = Room()
    room.cell(0, 0, "many words " * 20, Column("", widest=200.0), 0)
    room.cell(0, 1, 123_456_789.0, Column("", "n0"), 0)
    number = room.widths[1]
    assert room.points(2) > 600
    room.narrow(2, 400.0)
    assert 395 <= room.points(2) <= 400.5
    assert room.widths[1] == number
    assert room.heights()[0] > 30
