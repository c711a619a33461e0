"""What the workbook offers whoever edits it, and what it never does to what was entered."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.datavalidation import DataValidation

from axplan.core.errors import EnvironmentFault, InputError
from axplan.inputs.schema import sheet_declarations
from axplan.inputs.schema.words import allowed
from axplan.inputs.tables import CellError, Row, Table, Tables
from axplan.workbook import read_tables, write_tables
from axplan.workbook.baseline import baseline_tables
from axplan.workbook.style import lines, width
from axplan.workbook.writer import workbook_content
from tiny import tiny_tables


@pytest.fixture(scope="module")
def book() -> Iterator[Any]:
    opened = openpyxl.load_workbook(BytesIO(workbook_content(baseline_tables())))
    yield opened
    opened.close()


def rules_of(book: Any, sheet: str) -> dict[str, DataValidation]:
    return {str(rule.sqref).split(":")[0]: rule for rule in book[sheet].data_validations.dataValidation}


def test_the_same_tables_give_the_same_bytes() -> None:
    assert workbook_content(baseline_tables()) == workbook_content(baseline_tables())


def test_every_sheet_stands_in_the_order_of_the_dictionary(book: Any) -> None:
    assert book.sheetnames == list(sheet_declarations())


def test_names_titles_and_units_stand_above_the_data(book: Any) -> None:
    rows = [[cell.value for cell in row] for row in book["funds"]["A1:E4"]]
    assert rows[0] == ["fund", "label_ko", "label_en", "opening_balance", "interest"]
    assert rows[1][3:] == ["기초 잔액 / Opening balance", "운용 수익률 / Interest"]
    assert rows[2] == [None, None, None, "억원 / KRW 100m", "비율/년 / share/yr"]
    assert rows[3][:1] == ["axpf"]


def test_the_columns_of_a_matrix_are_titled_by_what_they_stand_for(book: Any) -> None:
    titles = {name: [cell.value for cell in book[name][2]] for name in ("siting", "appropriations", "effect_profile")}
    assert titles["siting"][:2] == ["산업 / Industry", "수도권 / Capital area"]
    assert titles["appropriations"][:2] == ["기금 / Fund", "2026"]
    assert titles["effect_profile"][1] == "0년차 / age\N{NO-BREAK SPACE}0"


def test_every_heading_has_a_note_with_meaning_and_range_in_both_languages(book: Any) -> None:
    for name, sheet in sheet_declarations().items():
        for cell in book[name][1]:
            column = sheet.columns.get(cell.value, sheet.cell)
            assert cell.comment is not None, f"{name}!{cell.coordinate}"
            if column is not None:
                for words in (column.meaning, allowed(column)):
                    assert words.ko in cell.comment.text
                    assert words.en in cell.comment.text


def test_the_first_note_speaks_of_the_whole_sheet(book: Any) -> None:
    sheet = sheet_declarations()["siting"]
    assert sheet.meaning.ko in book["siting"]["A1"].comment.text
    assert sheet.meaning.en in book["siting"]["A1"].comment.text


def test_every_setting_has_a_note_bounds_and_a_format_of_its_own(book: Any) -> None:
    sheet, rules = book["settings"], rules_of(book, "settings")
    for row in range(4, 10):
        column = sheet_declarations()["settings"].columns[sheet.cell(row, 1).value]
        assert column.meaning.ko in sheet.cell(row, 1).comment.text
        assert float(rules[f"B{row}"].formula1) == column.minimum
    assert sheet["B4"].number_format.startswith("0")
    assert sheet["B7"].number_format.startswith("#,##0.000")
    assert (rules["B4"].type, rules["B7"].type) == ("whole", "decimal")


def test_headings_and_keys_stay_in_sight(book: Any) -> None:
    assert book["industries"].freeze_panes == "B4"
    assert book["segments"].freeze_panes == "C4"


def test_pages_print_on_a4_with_their_headings(book: Any) -> None:
    for sheet in book.worksheets:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.paperSize == 9
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.print_title_rows == "$1:$3"
        assert sheet.print_title_cols.startswith("$A:")
    assert book["tasks"].page_setup.fitToWidth in (None, 1)
    assert book["industries"].page_setup.fitToWidth == 2
    assert book["tasks"].oddHeader.left.text == "tasks: AI 태스크 / AI tasks"


def test_choices_are_offered_and_others_refused(book: Any) -> None:
    rule = rules_of(book, "stages")["D4"]
    assert (rule.type, rule.formula1, rule.errorStyle or "stop") == ("list", '"grant,loan,equity"', "stop")
    assert rule.error == allowed(sheet_declarations()["stages"].columns["instrument"]).both
    assert rules_of(book, "industries")["T4"].formula1 == '"yes,no"'


def test_names_of_other_sheets_are_offered_and_new_ones_questioned(book: Any) -> None:
    for sheet, cell, source in (
        ("stages", "E4", "funds!$A$4"),
        ("siting", "A4", "industries!$A$4"),
        ("tracks", "O4", "tracks!$A$4"),
    ):
        rule = rules_of(book, sheet)[cell]
        assert (rule.type, rule.errorStyle) == ("list", "warning")
        assert rule.formula1.startswith(f"OFFSET({source},0,0,MAX(1,COUNTA({source}:$A$")
    assert "F4" not in rules_of(book, "rules")  # a comma list is no choice


def test_numbers_are_bounded_as_the_dictionary_says(book: Any) -> None:
    rule = rules_of(book, "tasks")["D4"]
    assert (rule.type, rule.operator, rule.formula1, rule.formula2) == ("decimal", None, "0", "1")
    assert str(rule.sqref) == "D4:D216"


def test_numbers_show_their_decimals_and_years_are_plain(book: Any) -> None:
    formats = {cell: book["tracks"][cell].number_format for cell in ("E4", "F4", "G4")}
    assert formats == {"E4": "#,##0_0", "F4": "0_0", "G4": "#,##0.0000_0"}
    assert book["rules"]["N26"].number_format == "#,##0_0"
    assert book["rules"]["N4"].number_format == "#,##0.0_0"
    assert book["rules"]["A4"].number_format == "@"


def test_columns_are_wide_enough_for_korean(book: Any) -> None:
    sheet = book["programmes"]
    widest = max(width(str(cell.value)) for cell in sheet["B"][3:])
    assert sheet.column_dimensions["B"].width > widest
    assert width("기금") == 4
    assert width("AI 기금\nx") == 7


@pytest.mark.parametrize(
    ("text", "room", "count"),
    [
        ("", 10, 1),
        ("한 줄", 10, 1),
        ("두 줄로 나뉘는 글", 10, 2),
        ("a\nb", 10, 2),
        ("x" * 25, 10, 3),
        ("aaaa bbbb cccc", 9, 2),
    ],
)
def test_lines_are_counted_for_the_height_of_rows(text: str, room: int, count: int) -> None:
    assert lines(text, room) == count


def test_whatever_text_looks_like_it_stays_text(tmp_path: Path) -> None:
    nasty = ["=1+1", "+1", "-1", "@x", "{=A1}", "http://a.b", "007", "TRUE", "2026-01-01", "#REF!", "' x"]
    rows = tuple(Row(n, {"source": f"s{n}", "title": text}) for n, text in enumerate(nasty, start=2))
    write_tables(Tables(tmp_path, {"sources": Table("sources", {"source": 1, "title": 2}, rows)}), tmp_path / "a.xlsx")
    cells = [row[1] for row in openpyxl.load_workbook(tmp_path / "a.xlsx")["sources"].iter_rows(min_row=4)]
    assert [cell.value for cell in cells] == nasty
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.hyperlink is None for cell in cells)


def test_what_could_not_be_read_is_written_as_it_was_shown(tmp_path: Path) -> None:
    cells = {"fund": "axpf", "opening_balance": CellError("#REF!"), "interest": True, "unknown": "x"}
    columns = {name: n for n, name in enumerate(cells, start=1)}
    write_tables(Tables(tmp_path, {"funds": Table("funds", columns, (Row(2, cells),))}), tmp_path / "a.xlsx")
    assert read_tables(tmp_path / "a.xlsx")["funds"].rows[0].values == {**cells, "opening_balance": "#REF!"}


def test_a_sheet_without_rows_or_parents_can_be_written(tmp_path: Path) -> None:
    columns = {"industry": 1, "capital": 2}
    write_tables(Tables(tmp_path, {"siting": Table("siting", columns, ())}), tmp_path / "a.xlsx")
    assert read_tables(tmp_path / "a.xlsx")["siting"].content() == (("industry", "capital"), ())


def test_every_text_that_is_too_long_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    tables = tiny_tables(funds={"main": {"label_ko": "글" * 40_000}}, tasks={"design": {"label_en": "x" * 32_768}})
    with pytest.raises(InputError) as caught:
        write_tables(tables, tmp_path / "a.xlsx")
    assert [p.place for p in caught.value.problems] == ["funds!B2", "tasks!C2"]
    assert list(tmp_path.iterdir()) == []


def test_a_target_that_is_open_elsewhere_keeps_its_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"old")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("os.replace", refuse)
    with pytest.raises(EnvironmentFault) as caught:
        write_tables(tiny_tables(), path)
    assert "닫고" in caught.value.message.ko
    assert [p.name for p in tmp_path.iterdir()] == ["a.xlsx"]
    assert path.read_bytes() == b"old"


def test_the_file_says_nothing_about_when_or_where_it_was_made(tmp_path: Path) -> None:
    write_tables(tiny_tables(), tmp_path / "a.xlsx")
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2000-01-01T00:00:00Z" in archive.read("docProps/core.xml")
