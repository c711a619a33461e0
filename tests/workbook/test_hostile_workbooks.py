"""Broken and hostile workbooks: each refused, or reported, with its code; none takes long or takes the memory."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import reading_costs
from axplan.core.text import LANGUAGES
from axplan.workbook import read_tables
from book_parts import FUNDS, HEAD, MAIN, SHEET, book, packed, plain, sheet, unpacked
from hostile_books import HOSTILE, REPORTED, Hostile
from reading_costs import BASELINE, STATUS, measured, problems_of

READINGS, MEGABYTES = 100, 300
"""A hostile workbook takes at most the CPU time of so many readings of the baseline, and so much memory."""


def made(hostile: Hostile, folder: Path) -> Path:
    path = folder / hostile.file
    path.write_bytes(hostile.content())
    return path


@pytest.mark.parametrize("hostile", [h for h in HOSTILE if not h.is_heavy], ids=lambda h: h.name)
def test_a_hostile_workbook_is_refused_or_reported_with_its_code(hostile: Hostile, tmp_path: Path) -> None:
    problems, times = measured(made(hostile, tmp_path))
    assert times < READINGS
    if hostile in REPORTED:
        assert hostile.code in {p.code for p in problems}
    else:
        assert [p.code for p in problems] == [hostile.code]
    for language in LANGUAGES:
        assert all(p.line(language).endswith(f"[{p.code}]") for p in problems)


@pytest.mark.skipif(not STATUS.exists(), reason="only Linux tells the most memory a process took")
@pytest.mark.parametrize("hostile", [h for h in HOSTILE if h.is_heavy], ids=lambda h: h.name)
def test_a_heavy_workbook_takes_neither_time_nor_memory(hostile: Hostile, tmp_path: Path) -> None:
    command = [sys.executable, reading_costs.__file__, str(made(hostile, tmp_path))]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    code, times, megabytes = said[0], float(said[1]), float(said[2])
    assert (code, times < READINGS, megabytes < MEGABYTES) == (hostile.code, True, True), said


def test_there_are_at_least_forty_of_them_with_names_of_their_own() -> None:
    assert len({hostile.name for hostile in HOSTILE}) == len(HOSTILE) >= 40


def test_the_workbook_they_are_made_from_is_sound(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(packed(plain()))
    tables = read_tables(tmp_path / "a.xlsx")
    assert tables.notes == ()
    assert [dict(row.values) for row in tables["funds"].rows] == [
        {"fund": "axpf", "label_ko": "기금", "opening_balance": 100.5},
        {"fund": "second", "opening_balance": 201},
    ]


@pytest.mark.parametrize("claim", ["A1:C2", "A1:XFD1048576", "A1", "nonsense"])
def test_what_a_sheet_says_of_its_size_does_not_matter(claim: str, tmp_path: Path) -> None:
    more = "".join(f'<row r="{r}"><c r="A{r}" t="str"><v>f{r}</v></c></row>' for r in range(4, 5_001))
    content = packed(book({"funds": sheet(FUNDS + more, before=f'<dimension ref="{claim}"/>')}))
    (tmp_path / "a.xlsx").write_bytes(content)
    assert len(read_tables(tmp_path / "a.xlsx")["funds"].rows) == 4_999


def test_a_workbook_saved_as_strict_open_xml_reads_as_any_other(tmp_path: Path) -> None:
    parts = {name: strict(content) for name, content in plain().items()}
    assert parts != plain()
    for name, content in (("a.xlsx", plain()), ("strict.xlsx", parts)):
        (tmp_path / name).write_bytes(packed(content))
    assert read_tables(tmp_path / "strict.xlsx").content() == read_tables(tmp_path / "a.xlsx").content()


def strict(content: bytes) -> bytes:
    other = content.replace(MAIN.encode(), b"http://purl.oclc.org/ooxml/spreadsheetml/main")
    return other.replace(b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                         b"http://purl.oclc.org/ooxml/officeDocument/relationships")  # fmt: skip


def test_warnings_of_the_reader_come_with_those_of_the_checks(tmp_path: Path) -> None:
    merged = sheet(after='<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="E1:F9"/></mergeCells>')
    content = packed(book({"funds": merged}, state='state="hidden"', more={"xl/vbaProject.bin": b"x"}))
    (tmp_path / "a.xlsm").write_bytes(content)
    found = [(p.code, p.place) for p in problems_of(tmp_path / "a.xlsm") if p.code in ("W104", "W105", "E108")]
    assert found == [("W104", "a.xlsm"), ("W105", "funds"), ("E108", "funds!A2:A3")]


def test_hidden_rows_and_columns_are_named_together(tmp_path: Path) -> None:
    rows = "".join(
        f'<row r="{r}" hidden="{int(r in (4, 5, 8))}"><c r="A{r}" t="str"><v>f{r}</v></c></row>' for r in range(4, 10)
    )
    content = sheet(FUNDS + rows, before='<cols><col min="2" max="16384" hidden="true"/><col min="1" max="1"/></cols>')
    (tmp_path / "a.xlsx").write_bytes(packed(book({"funds": content})))
    (note,) = read_tables(tmp_path / "a.xlsx").notes
    assert note.line("en").startswith("funds  hidden rows or columns: 4:5, 8:8, B:C")


def test_every_part_of_the_baseline_is_verified(tmp_path: Path) -> None:
    parts = unpacked(BASELINE.read_bytes())
    (tmp_path / "a.xlsx").write_bytes(packed(parts))
    assert read_tables(tmp_path / "a.xlsx").content() == read_tables(BASELINE).content()


FROM_TOMORROW = f"""{HEAD}<worksheet xmlns="{MAIN}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
  xmlns:n="http://example.org/tomorrow" mc:Ignorable="n" n:uid="1" new="1">
<sheetPr new="1"><new/></sheetPr><sheetViews><sheetView new="1"><n:pane/></sheetView></sheetViews>
<sheetFormatPr new="1" n:dyDescent="0.25"/><cols new="1"><col min="1" max="2" new="1" n:uid="2"/></cols><new><inner/></new>
<sheetData new="1" n:uid="3">{{rows}}</sheetData>
<mc:AlternateContent><mc:Choice Requires="n"><controls/></mc:Choice></mc:AlternateContent>
<mergeCells new="1"><mergeCell ref="E1:F1" new="1"/></mergeCells><pageMargins new="1"/><extLst><ext n:uri="x"><n:c/></ext></extLst>
</worksheet>"""
EXTENSION = "<extLst><ext uri='x'><n:v>9</n:v><row r='9'><c r='A9'><v>9</v></c></row></ext></extLst>"


def from_tomorrow(rows: str = FUNDS) -> bytes:
    """The plain workbook with something new wherever a later version of the format may add it, but with these rows."""
    parts = plain() | {SHEET: FROM_TOMORROW.format(rows=rows).encode()}
    for name, tag in (("xl/workbook.xml", b"<sheet "), ("xl/styles.xml", b"<xf "), ("xl/sharedStrings.xml", b"<si>")):
        parts[name] = parts[name].replace(tag, tag[:-1] + b" new='1'" + tag[-1:])
    return packed(parts)


def test_what_a_later_version_adds_around_the_cells_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(from_tomorrow())
    (tmp_path / "b.xlsx").write_bytes(packed(plain()))
    tables = read_tables(tmp_path / "a.xlsx")
    assert tables.content() == read_tables(tmp_path / "b.xlsx").content()
    assert tables.notes == ()


def test_what_a_later_version_adds_to_rows_and_cells_is_reported_once_and_their_values_are_read(tmp_path: Path) -> None:
    rows = FUNDS.replace("<row ", "<row pinned='1' n:id='1' ").replace("<c ", "<c future='1' n:id='1' ")
    rows = rows.replace("</v></c>", f"</v>{EXTENSION}</c>").replace("</row>", f"{EXTENSION}</row>", 2)
    (tmp_path / "a.xlsx").write_bytes(from_tomorrow(rows))
    (tmp_path / "b.xlsx").write_bytes(packed(plain()))
    tables = read_tables(tmp_path / "a.xlsx")
    assert tables.content() == read_tables(tmp_path / "b.xlsx").content()
    assert [(p.code, p.place, p.found.en) for p in tables.notes] == [
        ("W108", "a.xlsx", "unknown XML attributes: <c> future, <row> pinned")
    ]


def test_of_many_unknown_attributes_the_first_are_named(tmp_path: Path) -> None:
    rows = FUNDS.replace('<c r="C2"', '<c r="C2" ' + " ".join(f'a{n}=""' for n in range(1, 10)))
    for sheets in (("funds",), ("funds", "rules")):
        (tmp_path / "a.xlsx").write_bytes(packed(book(dict.fromkeys(sheets, sheet(rows)))))
        (note,) = (p for p in read_tables(tmp_path / "a.xlsx").notes if p.code == "W108")
        assert note.found.en.endswith("<c> a7, <c> a8 …")
