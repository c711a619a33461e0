"""`axplan check --annotate`: a copy that shows every problem in its place, while the original stays as it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from axplan.core.errors import UsageError
from axplan.inputs.validation import check_tables
from axplan.workbook import read_tables, write_tables
from axplan.workbook.annotate import AMBER, RED, annotate, annotated_path
from tiny import tiny_tables

MISTAKES: dict[str, Any] = {
    "industries": {"cars": {"production": "250,1", "label_ko": "=자동차"}},
    "tasks": {"design": {"uplift": 12}, "repair": {"uplift": 30}},
    "unlocks": {"data": {"design": 0.5}},
}
"""E203 at industries!D4, E214 at tasks!D4:D5, W304 at tasks!F4."""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "inputs.xlsx"
    write_tables(tiny_tables(**MISTAKES), path)
    return path


def annotated(source: Path, target: Path | None = None, language: str = "en") -> Any:
    tables = read_tables(source)
    path = annotate(source, tables, check_tables(tables)[1], target or annotated_path(source), language)
    return openpyxl.load_workbook(path)


def fill(cell: Any) -> str:
    return str(cell.fill.fgColor.rgb)


def edit(path: Path, place: str, value: Any) -> None:
    book = openpyxl.load_workbook(path)
    name, _, cell = place.partition("!")
    book[name][cell] = value
    book.save(path)


def listed(book: Any) -> list[tuple[str, str]]:
    return [(row[0].value, row[1].value) for row in book["errors"].iter_rows(min_row=5)]


def test_the_copy_lists_the_problems_and_links_to_their_cells(source: Path) -> None:
    book = annotated(source)
    assert book.sheetnames[0] == "errors"
    assert book.active.title == "errors"
    assert listed(book) == [("industries!D4", "E203"), ("tasks!D4:D5", "E214"), ("tasks!F4", "W304")]
    links = [book["errors"].cell(row, 1).hyperlink.location for row in (5, 6, 7)]
    assert links == ["'industries'!D4", "'tasks'!D4:D5", "'tasks'!F4"]
    assert book["errors"]["C5"].value == "production = '250,1'"
    assert book["errors"]["D5"].value == "a number in KRW tn, above 0. Did you mean 250.1?"
    assert book["errors"]["A2"].value.startswith("2 error(s), 1 warning(s)")


def test_the_cells_are_coloured_and_say_in_a_comment_what_is_wrong(source: Path) -> None:
    book = annotated(source)
    assert [fill(book["tasks"][cell]) for cell in ("D4", "D5", "F4")] == [RED, RED, AMBER]
    assert fill(book["tasks"]["E4"]) not in (RED, AMBER)
    assert book["industries"]["D4"].comment.text == (
        "axplan check:\n[E203] production = '250,1' → a number in KRW tn, above 0. Did you mean 250.1?"
    )


def test_the_copy_speaks_korean_too(source: Path) -> None:
    book = annotated(source, language="ko")
    assert book["errors"]["A4"].value == "셀"
    assert "혹시 250.1입니까?" in book["industries"]["D4"].comment.text


def test_the_original_is_not_touched(source: Path) -> None:
    before = source.read_bytes()
    annotated(source)
    assert source.read_bytes() == before


def test_text_stays_text_and_formulas_stay_formulas(source: Path) -> None:
    edit(source, "industries!F4", "=1+1")
    book = annotated(source)
    label = book["industries"]["B4"]
    assert (label.value, label.data_type) == ("=자동차", "s")
    assert (book["industries"]["F4"].value, book["industries"]["F4"].data_type) == ("=1+1", "f")
    assert book["industries"]["D4"].data_type == "s"


def test_the_copy_has_the_same_problems_as_the_original(source: Path) -> None:
    before = check_tables(read_tables(source))[1]
    annotated(source)
    after = check_tables(read_tables(annotated_path(source)))[1]
    assert [p.line("en") for p in after] == [p.line("en") for p in before]


def test_comments_that_were_there_are_kept(source: Path) -> None:
    book = openpyxl.load_workbook(source)
    book["industries"]["D4"].comment = openpyxl.comments.Comment("from the ministry", "me")
    book.save(source)
    headings = [cell.comment.text for cell in book["industries"][1]]
    book = annotated(source)
    assert book["industries"]["D4"].comment.text.startswith("from the ministry\naxplan check:\n[E203]")
    assert [cell.comment.text for cell in book["industries"][1]] == headings


def test_an_annotated_copy_can_be_corrected_and_annotated_again(source: Path) -> None:
    annotated(source)
    copy = annotated_path(source)
    edit(copy, "industries!D4", 250.1)
    book = annotated(copy)
    assert listed(book) == [("tasks!D4:D5", "E214"), ("tasks!F4", "W304")]
    assert book["industries"]["D4"].comment is None
    assert fill(book["industries"]["D4"]) != RED
    assert book["tasks"]["D4"].comment.text.count("axplan check:") == 1
    assert [name for name in book.sheetnames if name.startswith("errors")] == ["errors"]


def test_a_copy_nobody_changed_is_replaced_by_the_next_check(source: Path) -> None:
    annotated(source)
    edit(source, "industries!D4", 250.1)
    assert ("industries!D4", "E203") not in listed(annotated(source))


def test_a_copy_that_somebody_corrected_is_not_replaced(source: Path) -> None:
    annotated(source)
    copy = annotated_path(source)
    edit(copy, "industries!D4", 250.1)
    before = copy.read_bytes()
    with pytest.raises(UsageError, match=r"inputs-checked\.xlsx holds something else"):
        annotated(source)
    assert copy.read_bytes() == before


def test_neither_the_original_nor_another_file_is_overwritten(source: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.xlsx"
    write_tables(tiny_tables(), other)
    (tmp_path / "text.xlsx").write_text("precious")
    for target, words in (
        (source, "is the original"),
        (other, "something else"),
        (tmp_path / "text.xlsx", "something else"),
    ):
        before = target.read_bytes()
        with pytest.raises(UsageError, match=words):
            annotated(source, target)
        assert target.read_bytes() == before
    with pytest.raises(UsageError, match=r"\.xlsx file, not"):
        annotated(source, tmp_path / "copy.csv")


def test_a_link_to_the_original_is_the_original(source: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.xlsx"
    link.symlink_to(source)
    with pytest.raises(UsageError, match="is the original"):
        annotated(source, link)


def test_a_folder_of_tables_becomes_a_workbook_with_the_addresses_of_its_files(tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    write_tables(tiny_tables(**MISTAKES), folder)
    book = annotated(folder)
    assert listed(book) == [("industries!D2", "E203"), ("tasks!D2:D3", "E214"), ("tasks!F2", "W304")]
    assert fill(book["industries"]["D2"]) == RED
    assert (book["industries"]["B2"].value, book["industries"]["B2"].data_type) == ("=자동차", "s")
    assert book["tasks"]["D2"].value == 12
    after = check_tables(read_tables(tmp_path / "tables-checked.xlsx"))[1]
    assert [p.line("en") for p in after] == [p.line("en") for p in check_tables(read_tables(folder))[1]]


def test_a_problem_in_a_merged_range_is_marked_at_its_first_cell(source: Path) -> None:
    book = openpyxl.load_workbook(source)
    book["tasks"].merge_cells("D4:D5")
    book.save(source)
    book = annotated(source)
    assert ("tasks!D4:D5", "E108") in listed(book)
    assert "[E108]" in book["tasks"]["D4"].comment.text


def test_problems_without_a_cell_are_listed_and_those_of_a_sheet_linked_to_its_corner(source: Path) -> None:
    book = openpyxl.load_workbook(source)
    book["effectiveness"].delete_rows(5)
    del book["regions"]
    book.save(source)
    book = annotated(source)
    links = {row[0].value: row[0].hyperlink for row in book["errors"].iter_rows(min_row=5)}
    assert links["regions"] is None
    assert links["effectiveness"].location == "'effectiveness'!A1"
    assert "[E106]" in book["effectiveness"]["A1"].comment.text


def test_without_problems_the_copy_says_so(tmp_path: Path) -> None:
    path = tmp_path / "clean.xlsx"
    write_tables(tiny_tables(), path)
    book = annotated(path)
    assert listed(book) == []
    assert book["errors"]["A2"].value.startswith("0 error(s), 0 warning(s)")
    assert check_tables(read_tables(annotated_path(path)))[1] == []


def test_where_the_original_lies_read_only_the_copy_goes_to_the_current_folder(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("os.access", lambda *_: False)
    assert annotated_path(source) == tmp_path / "inputs-checked.xlsx"
