"""Charts cover no cell and no other chart, print on one page, and read cells that hold what they show."""

from __future__ import annotations

import math
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from xlsxwriter import Workbook

from axplan.report.page.layout import Page
from axplan.report.page.paper import PRINT_WIDTH, fall, paginate, widening
from axplan.report.styles import Styles
from axplan.report.tables.table import Column, Line
from book_faults import covered, unreadable_series
from book_places import PAGE_HEIGHT, PIXELS_PER_POINT, charts, contents, pages
from written_results import Written

CHARTS = {"by_industry": 1, "by_region": 1, "workforce": 2, "ledger": 1}


@pytest.fixture(params=["korean", "english"])
def book(request: pytest.FixtureRequest) -> Written:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Written)
    return found


def test_the_sheets_by_place_people_and_fund_have_their_charts(book: Written) -> None:
    for name, count in CHARTS.items():
        assert len(charts(book.sheet(name, "written"))) == count, name


def test_no_chart_of_any_sheet_covers_another_chart_or_a_cell_with_something_in_it(book: Written) -> None:
    assert sum(len(sheet._charts) for sheet in book.written.worksheets) >= sum(CHARTS.values())
    assert list(covered(book.written)) == []


def test_every_chart_is_as_large_as_can_be_read(book: Written) -> None:
    for sheet in book.written.worksheets:
        for box in charts(sheet):
            assert box.right - box.left >= 200, sheet.title
            assert box.bottom - box.top >= 150, sheet.title


def test_every_series_reads_cells_that_hold_names_and_numbers(book: Written) -> None:
    assert list(unreadable_series(book.written, book.shown)) == []


def page_of(sheet: Any, pixel: float) -> int:
    """The page a place of a sheet prints on: one page, or as many as it takes with the breaks it is told."""
    if sheet.page_setup.fitToHeight == 1:
        return 1
    width = max(area.right for _, area in contents(sheet)) / PIXELS_PER_POINT
    most = PAGE_HEIGHT * PIXELS_PER_POINT * max(1.0, width / PRINT_WIDTH)
    before = [page for page in pages(sheet) if page[0] <= pixel]
    return sum(ceil(min(bottom, pixel) - top, most) for top, bottom in before)


def ceil(height: float, page: float) -> int:
    return max(1, math.ceil(height / page))


def test_no_chart_of_these_sheets_is_split_over_two_pages(book: Written) -> None:
    for name in CHARTS:
        sheet = book.sheet(name, "written")
        for box in charts(sheet):
            assert page_of(sheet, box.top) == page_of(sheet, box.bottom), name


def laid_out(tmp_path: Path, fill: Any) -> Any:
    """A sheet with what `fill(page, workbook)` puts on it, read back."""
    path = tmp_path / "page.xlsx"
    with Workbook(path) as workbook:
        page = Page(workbook.add_worksheet("표"), Styles(workbook, "ko"))
        page.text("제목", "title")
        page.row = 3
        fill(page, workbook)
        page.finish("")
    return load_workbook(path)["표"]


def chart(workbook: Workbook) -> Any:
    made = workbook.add_chart({"type": "column"})
    made.add_series({"values": ["표", 4, 1, 4, 1]})
    return made


def rows(count: int) -> list[Line]:
    return [Line(f"줄 {n}", [float(n)]) for n in range(count)]


COLUMNS = [Column("이름"), Column("값", "n0")]


@pytest.mark.parametrize("count", [1, 2, 3, 4, 7])
def test_a_band_holds_three_charts_at_most_and_what_follows_stands_below(tmp_path: Path, count: int) -> None:
    def fill(page: Page, workbook: Workbook) -> None:
        page.table(COLUMNS, rows(3))
        page.band([chart(workbook) for _ in range(count)])
        page.table(COLUMNS, rows(3))

    sheet = laid_out(tmp_path, fill)
    boxes = charts(sheet)
    assert len(boxes) == count
    assert len({round(box.top) for box in boxes}) == -(-count // 3)
    assert not any(one.covers(other) for one, other in combinations(boxes, 2))
    assert not any(box.covers(area) for box in boxes for _, area in contents(sheet))
    assert {round(box.left) for box in boxes[::3]} == {0}


def test_a_narrow_table_is_widened_for_the_charts_below_it(tmp_path: Path) -> None:
    def fill(page: Page, workbook: Workbook) -> None:
        page.table(COLUMNS, rows(1))
        page.band([chart(workbook), chart(workbook)])

    boxes = charts(laid_out(tmp_path, fill))
    assert all(box.right - box.left > 300 for box in boxes)


def test_a_page_breaks_before_a_band_that_would_not_fit(tmp_path: Path) -> None:
    """For tables of any length the chart is whole, and now and then that takes a break."""
    broken = 0
    for count in range(300, 330, 3):

        def fill(page: Page, workbook: Workbook, count: int = count) -> None:
            page.table(COLUMNS, rows(count))
            page.band([chart(workbook)])

        sheet = laid_out(tmp_path, fill)
        (box,) = charts(sheet)
        assert page_of(sheet, box.top) == page_of(sheet, box.bottom), count
        broken += len(sheet.row_breaks.brk)
    assert 0 < broken < 10


def test_a_heading_right_above_a_band_stays_with_it(tmp_path: Path) -> None:
    def fill(page: Page, workbook: Workbook) -> None:
        page.table(COLUMNS, rows(318))
        page.section("차트")
        page.band([chart(workbook)])

    sheet = laid_out(tmp_path, fill)
    heading = next(cell.row for cell in sheet["A"] if cell.value == "차트")
    assert heading - 1 in [mark.id for mark in sheet.row_breaks.brk]
    assert heading not in [mark.id for mark in sheet.row_breaks.brk]


def test_headings_are_not_frozen_where_a_chart_stands_above_them(tmp_path: Path) -> None:
    def above(page: Page, workbook: Workbook) -> None:
        page.band([chart(workbook)])
        page.table(COLUMNS, rows(3))

    def below(page: Page, workbook: Workbook) -> None:
        page.table(COLUMNS, rows(3))
        page.band([chart(workbook)])

    assert laid_out(tmp_path, above).freeze_panes == "A4"
    assert laid_out(tmp_path, below).freeze_panes == "B5"


def test_where_a_later_table_will_stand_is_known_before_it_is_written(tmp_path: Path) -> None:
    lines = [Line("합계", lines=tuple(Line(f"줄 {n}", [float(n)], key=n) for n in range(5)), key="total")]

    def fill(page: Page, workbook: Workbook) -> None:
        page.section("위")
        sketched = page.sketch(COLUMNS, lines, page.ahead(2, 4))
        page.table(COLUMNS, rows(2))
        page.band([chart(workbook) for _ in range(4)])
        page.section("아래")
        assert page.table(COLUMNS, lines) == sketched

    laid_out(tmp_path, fill)


def test_headings_that_come_again_take_room_on_the_pages_below_them() -> None:
    tops = [10.0 * n for n in range(31)]  # 30 rows; a page holds ten, or nine under headings
    assert fall(tops, [0, 10, 20], 100.0).pages == 3
    assert fall(tops, [0, 10, 20], 100.0, (0, 10.0)).pages == 4
    assert 5 in fall(tops, [0, 5, 14], 100.0, (0, 10.0)).begins  # nine rows fit below the headings
    assert 5 in fall(tops, [0, 5, 15], 100.0).begins
    assert 5 not in fall(tops, [0, 5, 15], 100.0, (0, 10.0)).begins  # ten do not
    assert fall(tops, [0, 10, 20], 100.0, (25, 10.0)).pages == 3  # headings further down do not count


def test_a_sheet_is_widened_where_that_saves_a_page_and_otherwise_left_alone() -> None:
    blocks = [0, 20, 40]
    rows = [17.0] * 55  # 20 + 20 + 15 rows; a page holds 29
    width = PRINT_WIDTH
    assert paginate(width, rows, blocks)[0] == 0
    factor = widening(width, lambda _: rows, blocks)
    assert 1.0 < factor <= 1.3
    assert len(paginate(width * factor, rows, blocks)[1]) == 1  # two pages, where there were three
    assert widening(width, lambda _: [17.0] * 75, [0, 25, 50]) == 1.0  # no page would be saved
    assert widening(width, lambda _: [17.0] * 20, [0]) == 1.0  # one page already
