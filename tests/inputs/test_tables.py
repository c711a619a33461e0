"""Tables remember where everything stands."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from axplan.inputs.tables import Row, Table, Tables, column_letters, is_blank, plain

TABLE = Table(
    "siting", {"industry": 1, "capital": 2, "far": 28}, (Row(4, {"industry": "steel", "capital": 1}),), header_row=3
)


@pytest.mark.parametrize(
    ("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA"), (16384, "XFD")]
)
def test_columns_are_lettered_as_in_a_spreadsheet(number: int, letters: str) -> None:
    assert column_letters(number) == letters


@given(st.integers(1, 16384))
def test_letters_are_a_number_in_base_26_without_zero(number: int) -> None:
    value = 0
    for letter in column_letters(number):
        value = value * 26 + ord(letter) - 64
    assert value == number


def test_places_are_a_cell_a_heading_a_row_or_a_sheet() -> None:
    assert TABLE.place(4, "capital") == "siting!B4"
    assert TABLE.place(4, "far") == "siting!AB4"
    assert TABLE.place(None, "capital") == "siting!B3"
    assert TABLE.place(4, 5) == "siting!E4"
    assert TABLE.place(4, "nowhere") == "siting!4:4"
    assert TABLE.place(4) == "siting!4:4"
    assert TABLE.place() == "siting"


def test_content_is_what_a_table_says_without_where() -> None:
    moved = Table("siting", {"industry": 5, "capital": 9, "far": 11}, (Row(40, dict(TABLE.rows[0].values)),))
    assert moved.content() == TABLE.content()
    assert TABLE.with_rows(()).content() != TABLE.content()
    assert Tables(Path("a"), {"siting": moved}).content() == Tables(Path("b"), {"siting": TABLE}).content()


def test_tables_are_found_by_name() -> None:
    tables = Tables(Path("a"), {"siting": TABLE})
    assert tables["siting"] is TABLE
    assert tables.get("siting") is TABLE
    assert tables.get("tasks") is None
    assert "siting" in tables
    assert "tasks" not in tables


@pytest.mark.parametrize(
    ("raw", "name"),
    [(None, ""), (2026, "2026"), (2026.0, "2026"), (0.5, "0.5"), (" a\N{NO-BREAK SPACE}", "a"), ("\N{ZERO WIDTH SPACE}a\n", "a"),
     (unicodedata.normalize("NFD", "영남권"), "영남권"), ("a b", "a b")],
)  # fmt: skip
def test_a_cell_as_a_name_is_what_a_reader_sees(raw: object, name: str) -> None:
    assert plain(raw) == name


@pytest.mark.parametrize(
    "raw", [None, "", " ", "\t\n", "\N{NO-BREAK SPACE}", "\N{IDEOGRAPHIC SPACE}", "\N{ZERO WIDTH SPACE}"]
)
def test_cells_that_look_blank_are_blank(raw: object) -> None:
    assert is_blank(raw)


@pytest.mark.parametrize("raw", ["x", "0", 0, 0.0, False])
def test_zero_and_no_are_not_blank(raw: object) -> None:
    assert not is_blank(raw)
