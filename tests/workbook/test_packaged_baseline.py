"""The baseline: the packaged tables, inputs/baseline.xlsx, the data dictionary and the manual say the same."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from axplan.inputs.schema import sheet_declarations
from axplan.inputs.schema.core import RECORD_COLUMNS
from axplan.inputs.tables import Row, Table, Tables
from axplan.inputs.validation import check_tables
from axplan.workbook import read_tables
from axplan.workbook.baseline import baseline_tables, write_baseline
from axplan.workbook.manual import dictionary
from axplan.workbook.writer import workbook_content
from repository import ROOT

INPUTS = ROOT / "inputs"
HANGUL = re.compile(r"[가-힣]")
SHARED = ROOT.parent / "shared" / "data" / "baseline-2"
OURS = {"provenance": ("note_en",), "sources": ("title_en", "publisher_en", "note_en")}
"""Columns that the package adds to the shared tables: what English books print in place of Korean."""


def test_the_package_has_every_sheet_and_column_of_the_dictionary() -> None:
    tables = baseline_tables()
    assert list(tables.tables) == list(sheet_declarations())
    for name, sheet in sheet_declarations().items():
        declared = RECORD_COLUMNS if sheet.record else sheet.columns
        assert list(tables[name].columns)[: len(declared)] == list(declared)


def test_the_workbook_in_the_repository_holds_the_packaged_tables() -> None:
    workbook = read_tables(INPUTS / "baseline.xlsx")
    assert list(workbook.tables) == list(baseline_tables().tables)
    for name, table in baseline_tables().tables.items():
        assert workbook[name].content() == table.content(), name


def test_the_workbook_in_the_repository_is_up_to_date_in_every_cell_and_note() -> None:
    kept = (INPUTS / "baseline.xlsx").read_bytes()
    fresh = workbook_content(baseline_tables())
    if kept != fresh:  # another version of XlsxWriter may write the same workbook in other bytes
        assert everything(kept) == everything(fresh), "python -m axplan.workbook.baseline inputs"


def everything(content: bytes) -> dict[str, list[tuple[Any, ...]]]:
    book = openpyxl.load_workbook(BytesIO(content))
    return {
        sheet.title: [
            (cell.coordinate, cell.value, cell.number_format, cell.comment.text if cell.comment else None)
            for row in sheet.iter_rows()
            for cell in row
        ]
        for sheet in book.worksheets
    }


def test_cells_that_differ_are_noticed() -> None:
    tables = baseline_tables()
    changed = Tables(tables.source, {**tables.tables, "rules": tables["rules"].with_rows(())})
    assert everything(workbook_content(changed)) != everything(workbook_content(tables))


def test_the_manual_in_the_repository_is_up_to_date() -> None:
    kept = (INPUTS / "README.md").read_text(encoding="utf-8")
    assert kept == dictionary(), "python -m axplan.workbook.baseline inputs"


def test_the_manual_tells_of_every_sheet_and_column() -> None:
    pages = dictionary().split("\n## ")[1:]
    assert [page.split("\n")[0] for page in pages] == list(sheet_declarations())
    for page, sheet in zip(pages, sheet_declarations().values(), strict=True):
        for name, column in sheet.columns.items():
            line = next(line for line in page.split("\n") if line.startswith(f"| `{name}` "))
            for text in (column.title, column.meaning):
                assert text.ko in line
                assert text.en in line
        assert len({line.count(" | ") for line in page.split("\n") if line.startswith("| ")}) == 1


def test_the_baseline_is_written_where_it_is_wanted(tmp_path: Path) -> None:
    workbook, manual = write_baseline(tmp_path)
    assert read_tables(workbook).content() == baseline_tables().content()
    assert manual.read_text(encoding="utf-8") == dictionary()


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared baseline tables are not beside this repository")
def test_the_package_agrees_with_the_shared_tables() -> None:
    shared, packaged = read_tables(SHARED), baseline_tables()
    written = [name for name, table in packaged.tables.items() if table.rows]
    assert list(shared.tables) == written  # sheets that an analyst may fill in stand there blank
    for name in shared.tables:
        ours = without(packaged[name], OURS.get(name, ()))
        assert with_one_spelling(shared[name]).content() == with_one_spelling(ours).content(), name


def test_the_columns_of_the_package_alone_are_english_and_may_be_absent() -> None:
    packaged = baseline_tables()
    for name, columns in OURS.items():
        assert all(column.endswith("_en") for column in columns)
        assert not any(sheet_declarations()[name].columns[column].required for column in columns)
    bare = {name: without(table, OURS.get(name, ())) for name, table in packaged.tables.items()}
    sheets, _ = check_tables(Tables(packaged.source, bare))
    assert sheets is not None


def test_every_korean_text_of_the_sources_has_its_english() -> None:
    for name in OURS:
        for row in baseline_tables()[name].rows:
            for column, value in row.values.items():
                if HANGUL.search(str(value)):
                    assert row.values.get(f"{column}_en"), (name, row.number, column)
                assert not (column.endswith("_en") and HANGUL.search(str(value)))


def without(table: Table, columns: Sequence[str]) -> Table:
    """A table without some columns."""
    kept = {name: at for name, at in table.columns.items() if name not in columns}
    rows = (Row(row.number, {n: v for n, v in row.values.items() if n in kept}) for row in table.rows)
    return Table(table.name, kept, tuple(rows))


def with_one_spelling(table: Table) -> Table:
    """Units of settings in the spelling of both languages, which is how the package gives them."""
    settings = sheet_declarations()["settings"].columns

    def spelled(row: Row) -> Row:
        unit = settings[str(row.values["key"])].unit
        assert row.values["unit"] in unit.spellings
        return Row(row.number, {**row.values, "unit": unit.both})

    return table.with_rows(tuple(map(spelled, table.rows))) if table.name == "settings" else table


def test_reading_and_checking_needs_no_heavy_library() -> None:
    code = (
        "import sys, axplan.inputs.validation, axplan.workbook.baseline as b; axplan.inputs.validation.check_tables(b.baseline_tables());"
        "print(sorted({'numpy', 'pandas', 'openpyxl', 'xlsxwriter', 'pyomo'} & set(sys.modules)))"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"
