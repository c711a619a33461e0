"""The cells of a sheet as programs of all kinds write them: kinds of values, texts, dates, addresses, namespaces."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from axplan.inputs.tables import CellError, Raw
from axplan.workbook import read_tables
from axplan.workbook.xlsx.grid import position
from axplan.workbook.xlsx.package import is_date_format
from book_parts import HEAD, MAIN, book, packed, plain, relationships, sheet, strings
from second_reader import our_cells

HEADINGS = '<row r="1"><c r="A1" t="str"><v>fund</v></c><c r="B1" t="str"><v>opening_balance</v></c></row>'


def cells(path: Path, rows: str, shared: bytes | None = None, **around: str) -> dict[tuple[int, int], Raw]:
    parts = book({"funds": sheet(rows, **around)})
    (path / "a.xlsx").write_bytes(packed(parts | ({"xl/sharedStrings.xml": shared} if shared else {})))
    return our_cells(path / "a.xlsx")["funds"]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ('<c r="A1"><v>5</v></c>', 5),
        ('<c r="A1" t="n"><v> -2.50 </v></c>', -2.5),
        ('<c r="A1"><v>1E3</v></c>', 1000),
        ('<c r="A1"><v>12345678901234567890</v></c>', 12345678901234567890.0),
        ('<c r="A1" t="b"><v>1</v></c>', True),
        ('<c r="A1" t="b"><v>false</v></c>', False),
        ('<c r="A1" t="e"><v>#N/A</v></c>', CellError("#N/A")),
        ('<c r="A1" t="str"><f>B1</f><v></v></c>', ""),
        ('<c r="A1" t="str"><v>_x005F_x000D_</v></c>', "_x000D_"),
        ('<c r="A1"><f>1+1</f><v>2</v></c>', 2),
        ('<c r="A1"><f>1+1</f></c>', CellError("=1+1")),
        ('<c r="A1"><f>1+1</f><v></v></c>', CellError("=1+1")),
        ('<c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>굵은 </t></r><r><t>글</t></r></is></c>', "굵은 글"),
        ('<c r="A1" t="inlineStr"><is><t>漢字</t><rPh sb="0" eb="2"><t>한자</t></rPh></is></c>', "漢字"),
        ('<c r="A1" t="d"><v>2026-03-02</v></c>', datetime.datetime(2026, 3, 2)),
        ('<c r="A1" t="d"><v>12:30:00</v></c>', datetime.time(12, 30)),
        ('<c r="A1" s="1"><v>2026</v></c>', datetime.datetime(1905, 7, 18)),
        ('<c r="A1" s="1"><v>0.5</v></c>', datetime.time(12)),
        ('<c r="A1" s="2"><v>46083.25</v></c>', datetime.datetime(2026, 3, 2, 6)),
        ('<c r="A1" s="1"><v>-5</v></c>', -5),
        ('<c r="A1" s="99"><v>7</v></c>', 7),
    ],
)
def test_a_cell_keeps_its_value_and_its_kind(cell: str, value: Raw, tmp_path: Path) -> None:
    found = cells(tmp_path, f"<row>{cell}</row>")
    assert found == {(1, 1): value}
    assert type(found[1, 1]) is type(value)


def test_an_error_remembers_the_formula_behind_it(tmp_path: Path) -> None:
    found = cells(tmp_path, '<row><c t="e"><f>A9*2</f><v>#REF!</v></c><c t="e"><v>#REF!</v></c></row>')
    assert [(cell.text, cell.formula) for cell in found.values() if isinstance(cell, CellError)] == [
        ("#REF!", "=A9*2"), ("#REF!", ""),
    ]  # fmt: skip


def test_cells_without_a_value_are_no_cells(tmp_path: Path) -> None:
    assert cells(tmp_path, '<row><c s="1"/><c><v/></c><c t="s"><v></v></c></row>') == {}


def test_rows_and_cells_without_an_address_follow_those_before(tmp_path: Path) -> None:
    rows = '<row r="3"><c><v>1</v></c><c r="D3"><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row>'
    assert cells(tmp_path, rows) == {(3, 1): 1, (3, 4): 2, (3, 5): 3, (4, 1): 4}


def test_rows_may_stand_in_any_order(tmp_path: Path) -> None:
    data = '<row r="9"><c r="A9" t="str"><v>last</v></c></row><row r="2"><c r="A2" t="str"><v>first</v></c></row>'
    cells(tmp_path, data + HEADINGS)
    assert [row.values["fund"] for row in read_tables(tmp_path / "a.xlsx")["funds"].rows] == ["first", "last"]


def test_the_parts_of_a_shared_text_are_joined_and_its_readings_left_out(tmp_path: Path) -> None:
    shared = strings(
        '<r><t xml:space="preserve">두 </t></r><r><rPr/><t>조각</t></r><rPh sb="0" eb="1"><t>x</t></rPh>', "<t/>"
    )
    rows = '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>'
    assert cells(tmp_path, rows, shared) == {(1, 1): "두 조각", (1, 2): ""}


def test_tags_may_have_a_prefix(tmp_path: Path) -> None:
    prefixed = f'{HEAD}<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="B1"><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    (tmp_path / "a.xlsx").write_bytes(packed(book({"funds": prefixed.encode()})))
    assert our_cells(tmp_path / "a.xlsx") == {"funds": {(1, 2): 5}}


def test_parts_may_be_anywhere_and_be_written_in_utf_16(tmp_path: Path) -> None:
    content = (
        sheet('<row><c t="inlineStr"><is><t>기금</t></is></c></row>')
        .decode()
        .replace("UTF-8", "UTF-16")
        .encode("utf-16")
    )
    parts = book({"funds": b""}, more={"any/where.xml": content})
    del parts["xl/worksheets/sheet1.xml"]
    links = relationships(("rId1", "worksheet", "/any/where.xml"), ("rIdS", "sharedStrings", "sharedStrings.xml"))
    (tmp_path / "a.xlsx").write_bytes(packed(parts | {"xl/_rels/workbook.xml.rels": links.encode()}))
    assert our_cells(tmp_path / "a.xlsx") == {"funds": {(1, 1): "기금"}}


def test_drawings_need_not_be_well_formed(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(
        packed(plain() | {"xl/drawings/vmlDrawing1.vml": b"<xml><br></xml>", "xl/media/a.png": b"\x89PNG"})
    )
    assert len(our_cells(tmp_path / "a.xlsx")["funds"]) == 8


@pytest.mark.parametrize(
    ("code", "is_date"),
    [("yyyy-mm-dd", True), ('yyyy"년" m"월"', True), ("[h]:mm", True), ("[$-412]AM/PM h:mm", True), ("General", False),
     ("#,##0.00", False), ('0.0"days"', False), ("[Red]0", False), ("0.00E+00", False), (r"0\d", False), ('0;[Red]-0;"s"', False), ("@", False)],
)  # fmt: skip
def test_formats_of_dates_are_told_from_formats_of_numbers(code: str, is_date: bool) -> None:
    assert is_date_format(code) is is_date


@pytest.mark.parametrize(
    ("address", "place"),
    [("A1", (1, 1)), ("Z9", (9, 26)), ("AA10", (10, 27)), ("XFD1048576", (1_048_576, 16_384)), ("A1048577", (0, 0)), ("a1", (0, 0)),
     ("A0", (0, 0)), ("1A", (0, 0)), ("A01", (0, 0)), ("", (0, 0))],
)  # fmt: skip
def test_addresses_are_rows_and_columns(address: str, place: tuple[int, int]) -> None:
    assert position(address) == place
