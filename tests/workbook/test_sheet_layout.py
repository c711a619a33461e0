"""Where the table stands on a sheet: with or without titles and units, with something above it."""

from __future__ import annotations

import pytest

from axplan.inputs.tables import Row
from axplan.workbook.layout import Line, to_table

NAMES = ["fund", "label_ko", "opening_balance", "interest"]
TITLES = ["기금 / Fund", "한글 이름 / Korean label", "기초 잔액 / Opening balance", "운용 수익률 / Interest"]
UNITS = [None, None, "억원 / KRW 100m", "비율/년 / share/yr"]
AXPF = ["axpf", "촉진기금", 100, 0.025]


def table(*rows: list[object], name: str = "funds", first: int = 1) -> tuple[int, list[Row]]:
    lines: list[Line] = list(enumerate(rows, start=first))
    read = to_table(name, lines)
    return read.header_row, list(read.rows)


def values(number: int, cells: list[object]) -> Row:
    return Row(number, dict(zip(NAMES, cells, strict=True)))


@pytest.mark.parametrize(
    ("above", "number"),
    [([], 2), ([TITLES], 3), ([UNITS], 3), ([TITLES, UNITS], 4)],
    ids=["plain", "titles", "units", "both"],
)
def test_titles_and_units_are_skipped_where_they_are(above: list[list[object]], number: int) -> None:
    assert table(NAMES, *above, AXPF) == (1, [values(number, AXPF)])


@pytest.mark.parametrize("language", [0, 1])
def test_titles_and_units_in_one_language_are_recognised(language: int) -> None:
    titles = [title.split(" / ")[language] for title in TITLES]
    units = [None, None, ["억원", "KRW 100m"][language], ["비율/년", "share/yr"][language]]
    assert table(NAMES, titles, units, AXPF) == (1, [values(4, AXPF)])


def test_the_column_names_may_stand_further_down() -> None:
    assert table(["2026년도 기금 현황"], [], NAMES, TITLES, UNITS, AXPF) == (3, [values(6, AXPF)])


def test_column_names_below_the_tenth_row_are_not_looked_for() -> None:
    header, rows = table(["x"], *[[] for _ in range(9)], NAMES, AXPF)
    assert header == 1
    assert rows[0].values == {"x": "fund"}


def test_blank_rows_are_skipped_and_numbers_kept() -> None:
    assert table(NAMES, [], AXPF, [None, " "], ["b", None, 1, 0], first=3) == (
        3, [values(5, AXPF), Row(7, {"fund": "b", "opening_balance": 1, "interest": 0})],
    )  # fmt: skip


def test_units_that_were_changed_are_kept_for_the_checks() -> None:
    read = to_table("funds", list(enumerate([NAMES, TITLES, [None, None, "백만원", "비율/년"], AXPF], start=1)))
    assert read.units == Row(3, {"opening_balance": "백만원", "interest": "비율/년"})
    assert list(read.rows) == [values(4, AXPF)]


def test_units_that_were_all_changed_are_still_units() -> None:
    read = to_table(
        "appropriations", list(enumerate([["fund", 2026, 2027], [None, "백만원", "백만원"], ["axpf", 1, 2]], 1))
    )
    assert read.units == Row(2, {"2026": "백만원", "2027": "백만원"})
    assert [row.number for row in read.rows] == [3]


@pytest.mark.parametrize("cells", [[None, "1,234억", "△120"], [None, "미정", 5], [None, "미정", None]])
def test_a_row_of_data_without_its_key_is_not_mistaken_for_units(cells: list[object]) -> None:
    read = to_table("appropriations", list(enumerate([["fund", 2026, 2027], cells, ["axpf", 1, 2]], 1)))
    assert read.units is None
    assert [row.number for row in read.rows] == [2, 3]


def test_data_are_not_mistaken_for_titles_or_units() -> None:
    odd = ["기금", "한글", 0, 0]
    assert table(NAMES, odd)[1] == [values(2, odd)]
    incomplete = [None, "이름", 0, 0]
    assert table(NAMES, incomplete)[1] == [Row(2, dict(zip(NAMES[1:], incomplete[1:], strict=True)))]


def test_the_units_of_settings_are_data() -> None:
    rows = [
        ["key", "value", "unit"],
        ["설정 / Setting", "값 / Value", "단위 / Unit"],
        [],
        ["plan_years", 5, "년 / years"],
    ]
    read = to_table("settings", list(enumerate(rows, start=1)))
    assert list(read.rows) == [Row(4, {"key": "plan_years", "value": 5, "unit": "년 / years"})]
    assert read.units is None


def test_the_titles_of_a_matrix_follow_its_key() -> None:
    rows = [["industry", "capital"], ["산업 / Industry", "수도권 / Capital area"], [None, "비율 / share"], ["steel", 1]]
    read = to_table("siting", list(enumerate(rows, start=1)))
    assert list(read.rows) == [Row(4, {"industry": "steel", "capital": 1})]
    assert read.units == Row(3, {"capital": "비율 / share"})


def test_years_in_headings_may_be_numbers() -> None:
    read = to_table("appropriations", [(1, ["fund", 2026, 2027.0, "2028 "]), (2, ["axpf", 1, 2, 3])])
    assert read.columns == {"fund": 1, "2026": 2, "2027": 3, "2028": 4}
    assert read.rows[0].values == {"fund": "axpf", "2026": 1, "2027": 2, "2028": 3}


def test_columns_keep_their_place_around_blank_headings() -> None:
    read = to_table(
        "funds", [(1, [None, "fund", None, "interest"]), (2, ["note", "axpf", "note", 0.1]), (3, ["aside"])]
    )
    assert read.columns == {"fund": 2, "interest": 4}
    assert list(read.rows) == [Row(2, {"fund": "axpf", "interest": 0.1})]
    assert read.place(2, "interest") == "funds!D2"


def test_a_heading_that_stands_again_is_noted() -> None:
    read = to_table("funds", [(1, ["fund", "interest", "interest"]), (2, ["axpf", 1, 2])])
    assert read.repeated == (("interest", 3),)
    assert read.rows[0].values == {"fund": "axpf", "interest": 1}


@pytest.mark.parametrize("rows", [[], [[]], [[None, " "]]])
def test_an_empty_sheet_is_a_table_without_columns(rows: list[list[object]]) -> None:
    read = to_table("funds", list(enumerate(rows, start=1)))
    assert (dict(read.columns), read.rows) == ({}, ())
