"""Workbooks as other programs write them: formulas, errors, dates, stray sheets and stray blanks."""

from __future__ import annotations

import datetime
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from axplan.inputs.tables import CellError, Table
from axplan.inputs.validation import check_tables
from axplan.workbook import read_tables, write_tables
from tiny import tiny_tables

HEADINGS = ["fund", "label_ko", "opening_balance"]


def saved(path: Path, *rows: list[Any], sheet: str = "funds") -> Path:
    book = openpyxl.Workbook()
    book.worksheets[0].title = sheet
    for row in rows:
        book.worksheets[0].append(row)
    book.save(path)
    return path


def funds(path: Path) -> Table:
    return read_tables(path)["funds"]


def calculated(path: Path, *formulas: tuple[str, Any]) -> Path:
    """A workbook with formulas and the values they had when it was saved."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("funds")
        sheet.write_row(0, 0, HEADINGS)
        for row, (formula, value) in enumerate(formulas, start=1):
            sheet.write_row(row, 0, [f"f{row}"])
            sheet.write_formula(row, 2, formula, None, value)
    return path


def test_a_formula_stands_for_the_value_it_had(tmp_path: Path) -> None:
    table = funds(calculated(tmp_path / "a.xlsx", ("=1+1", 2), ('="a"&"b"', "ab"), ("=1/4", 0.25)))
    assert [row.values.get("opening_balance") for row in table.rows] == [2, "ab", 0.25]


def test_a_formula_that_is_an_error_or_says_nothing_is_told_apart(tmp_path: Path) -> None:
    path = calculated(tmp_path / "a.xlsx", ("=1/0", "#DIV/0!"), ("=A9", "#REF!"), ('=""', "nothing"))
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:  # XlsxWriter cannot write the empty text that Excel does
        for name, content in members.items():
            archive.writestr(name, content.replace(b"<v>nothing</v>", b"<v></v>"))
    table = funds(path)
    assert [row.values.get("opening_balance") for row in table.rows] == [CellError("#DIV/0!"), CellError("#REF!"), None]


def test_a_formula_that_was_never_calculated_is_an_error(tmp_path: Path) -> None:
    table = funds(saved(tmp_path / "a.xlsx", HEADINGS, ["axpf", None, "=1+1"]))
    assert table.rows[0].values["opening_balance"] == CellError("=1+1")


def test_text_that_looks_like_a_formula_or_an_error_is_text(tmp_path: Path) -> None:
    write_tables(tiny_tables(funds={"main": {"label_ko": "=1+1", "label_en": "#REF!"}}), tmp_path / "a.xlsx")
    values = funds(tmp_path / "a.xlsx").rows[0].values
    assert (values["label_ko"], values["label_en"]) == ("=1+1", "#REF!")


def test_values_keep_their_kind(tmp_path: Path) -> None:
    day = datetime.datetime(2026, 3, 2)
    table = funds(saved(tmp_path / "a.xlsx", HEADINGS, ["a", True, 1], ["b", day, 1.5], ["c", "007", -2]))
    assert [row.values["label_ko"] for row in table.rows] == [True, day, "007"]
    assert [row.values["opening_balance"] for row in table.rows] == [1, 1.5, -2]


def test_rows_and_columns_keep_their_place(tmp_path: Path) -> None:
    rows = [["기금"], [], [None, *HEADINGS], [], [None, "axpf", None, "많음"]]
    path = saved(tmp_path / "a.xlsx", *rows)
    table = funds(path)
    assert (table.header_row, table.columns) == (3, {"fund": 2, "label_ko": 3, "opening_balance": 4})
    problems = [p for p in check_tables(read_tables(path))[1] if p.code == "E203"]
    assert [p.place for p in problems] == ["funds!D5"]


def test_sheets_that_are_not_declared_are_known_by_name_only(tmp_path: Path) -> None:
    tables = read_tables(saved(tmp_path / "a.xlsx", ["x"], [1], sheet="계산"))
    assert tables.tables == {"계산": Table("계산", {}, ())}


def test_a_workbook_that_claims_to_be_huge_is_read_as_it_is(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.xlsx", HEADINGS, ["axpf", None, 1])
    book = openpyxl.load_workbook(path)
    book["funds"].cell(row=60_000, column=40).font = openpyxl.styles.Font(bold=True)
    book.save(path)
    assert len(funds(path).rows) == 1


def test_line_breaks_from_windows_are_read_as_such(tmp_path: Path) -> None:
    write_tables(tiny_tables(funds={"main": {"label_ko": "한 줄\r\n두 줄\x0b"}}), tmp_path / "a.xlsx")
    assert funds(tmp_path / "a.xlsx").rows[0].values["label_ko"] == "한 줄\r\n두 줄\x0b"


def test_drop_downs_and_charts_of_the_user_are_no_problem(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        sheet, chart = book.add_worksheet("funds"), book.add_chart({"type": "line"})
        sheet.write_row(0, 0, HEADINGS)
        sheet.write_row(1, 0, ["axpf", "기금", 1])
        sheet.data_validation("A2", {"validate": "list", "source": ["axpf"]})
        sheet.conditional_format("C2", {"type": "data_bar", "data_bar_2010": True})
        chart.add_series({"values": "=funds!$C$2:$C$2"})
        sheet.insert_chart("E2", chart)
        own, whole_page = book.add_chart({"type": "line"}), book.add_chartsheet("chart")
        own.add_series({"values": "=funds!$C$2:$C$2"})
        whole_page.set_chart(own)
    assert funds(tmp_path / "a.xlsx").rows[0].values == {"fund": "axpf", "label_ko": "기금", "opening_balance": 1}


def test_the_file_is_not_kept_open(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.xlsx", HEADINGS, ["axpf", None, "=1+1"])
    read_tables(path)
    path.rename(tmp_path / "b.xlsx")
    (tmp_path / "b.xlsx").unlink()
    with pytest.raises(Exception, match="There is no file"):
        read_tables(path)
