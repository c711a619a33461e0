"""The data dictionary is complete and agrees with itself."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from axplan.core.text import Text
from axplan.inputs.schema import sheet_declarations
from axplan.inputs.schema.core import CHOICE, KEY, NONE, NUMERIC, REFERENCE, REFERENCES, ColumnSpec, Sheet
from axplan.inputs.schema.policy import FILTERS, MEASURE_FILTERS, MEASURES

SHEETS = sheet_declarations()


def columns(sheet: Sheet) -> Iterator[tuple[str, ColumnSpec]]:
    yield from sheet.columns.items()
    if sheet.cell is not None:
        yield "…", sheet.cell


ALL = [
    pytest.param(sheet, column, id=f"{sheet.name}.{name}")
    for sheet in SHEETS.values()
    for name, column in columns(sheet)
]


@pytest.mark.parametrize(("sheet", "column"), ALL)
def test_every_column_has_words_in_both_languages(sheet: Sheet, column: ColumnSpec) -> None:
    for text in (column.title, column.meaning, sheet.title, sheet.meaning):
        assert text.ko.strip()
        assert text.en.strip()
        assert not any("가" <= letter <= "힣" for letter in text.en)


@pytest.mark.parametrize(("sheet", "column"), ALL)
def test_every_column_makes_sense_in_itself(sheet: Sheet, column: ColumnSpec) -> None:
    assert (column.kind in (REFERENCE, REFERENCES)) == (column.refers_to is not None)
    assert (column.kind == CHOICE) == bool(column.choices)
    assert column.unit == NONE or column.numeric
    assert (column.minimum is None and column.maximum is None) or column.kind in NUMERIC
    if column.minimum is not None and column.maximum is not None:
        assert column.minimum < column.maximum
    assert not (column.required and (column.default is not None or column.needed_for))


@pytest.mark.parametrize(("sheet", "column"), ALL)
def test_columns_refer_to_sheets_and_columns_that_exist(sheet: Sheet, column: ColumnSpec) -> None:
    if column.refers_to is not None:
        assert SHEETS[column.refers_to].columns[SHEETS[column.refers_to].first_column].kind == KEY
    if column.needed_for is not None:
        other, value = column.needed_for
        assert value in (sheet.columns[other].choices or ("yes", "no"))


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
def test_every_sheet_makes_sense_in_itself(sheet: Sheet) -> None:
    assert len(sheet.name) <= 31
    assert set(sheet.key) <= set(sheet.columns)
    assert (sheet.cell is not None) == (sheet.across is not None)
    titles = [column.title.both for column in sheet.columns.values()]
    assert len(set(titles)) == len(titles)


def test_sheets_stand_in_the_order_of_the_workbook() -> None:
    names = list(SHEETS)
    assert names[:3] == ["settings", "industries", "regions"]
    for name, sheet in SHEETS.items():
        for column in sheet.columns.values():
            if column.refers_to not in (None, name, "funds", "sources"):
                assert names.index(column.refers_to or "") < names.index(name)


def test_the_columns_of_a_sheet_are_the_fields_of_its_class() -> None:
    assert list(SHEETS["rules"].columns)[10:12] == ["from", "to"]
    assert list(SHEETS["siting"].columns) == ["industry"]
    assert SHEETS["settings"].first_column == "key"
    assert SHEETS["uncertainty"].first_column == "table"
    assert SHEETS["segments"].first_column == "stage"


def test_the_filters_of_rules_are_columns_that_refer_to_their_sheets() -> None:
    for name, sheet in FILTERS.items():
        assert SHEETS["rules"].columns[name].refers_to == sheet
    assert set(MEASURE_FILTERS) == set(MEASURES)
    assert all(set(filters) <= set(FILTERS) for filters in MEASURE_FILTERS.values())


def test_words_that_are_the_same_in_both_languages_stand_once() -> None:
    assert Text("산업", "Industry").both == "산업 / Industry"
    assert Text("2026", "2026").both == "2026"
