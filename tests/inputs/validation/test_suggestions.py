"""What the user probably meant: suggested in the messages, never applied."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from axplan.inputs.schema.core import BILLION_USD, EOK, PERSONS, TRILLION
from axplan.inputs.tables import CellError, Table, Tables
from axplan.inputs.validation import check_tables
from axplan.inputs.validation.suggest import did_you_mean, nearest, number_behind
from tiny import tiny_tables

REGIONS = ["capital", "central", "honam", "yeongnam"]
LABELS = {"수도권": "capital", "중부권": "central", "호남권": "honam", "영남권": "yeongnam"}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("250,1", 250.1),
        ("250.1", 250.1),
        ("1,234", 1234.0),
        ("1,234.5", 1234.5),
        ("1,234억", 1234.0),
        ("1조", 10_000.0),
        ("1조 2,000억원", 12_000.0),
        ("3천만원", 0.3),
        ("500백만원", 5.0),
        ("15%", 0.15),
        ("0%", 0.0),
        ("△120", -120.0),
        ("▲120", -120.0),
        ("−120", -120.0),
        ("(120)", -120.0),
        ("２５０．１", 250.1),
        ("\N{NO-BREAK SPACE}1 234\N{NO-BREAK SPACE}", 1234.0),
        ("1e3", 1000.0),
        ("2026년", 2026.0),
    ],
)
def test_the_number_behind_a_text_in_a_column_of_eok(text: str, number: float) -> None:
    assert number_behind(text, EOK.worth) == number


@pytest.mark.parametrize(
    ("text", "worth", "number"),
    [
        ("1,234억", TRILLION.worth, 0.1234),
        ("250.1조원", TRILLION.worth, 250.1),
        ("956억달러", BILLION_USD.worth, 95.6),
        ("3만명", PERSONS.worth, 30_000.0),
        ("3만 5000명", PERSONS.worth, 35_000.0),
        ("1억", PERSONS.worth, 1e8),
    ],
)
def test_counting_words_are_turned_into_the_unit_of_the_column(text: str, worth: float, number: float) -> None:
    assert number_behind(text, worth) == number


@pytest.mark.parametrize("text", ["", "없음", "1.2.3", "1,23,4", "12-3", "1~2", "약 100", "%", "-", "inf", "nan"])
def test_no_number_is_made_up(text: str) -> None:
    assert number_behind(text) is None


@given(st.text())
def test_any_text_is_either_a_number_or_not(text: str) -> None:
    number = number_behind(text)
    assert number is None or number == number


def test_a_label_suggests_its_key_and_so_does_a_slip_in_it() -> None:
    assert nearest("영남권", REGIONS, labels=LABELS) == "yeongnam"
    assert nearest("영낚", REGIONS, labels=LABELS) == "yeongnam"
    assert nearest("Yeongnam ", REGIONS, labels=LABELS) == "yeongnam"
    assert nearest("yongnam", REGIONS) == "yeongnam"


def test_a_name_like_nothing_suggests_nothing() -> None:
    assert nearest("xyz", REGIONS, labels=LABELS) is None
    assert did_you_mean(None).en == ""


def test_names_are_quoted_and_numbers_are_not() -> None:
    assert did_you_mean("honam").ko == " 혹시 'honam'입니까?"
    assert did_you_mean(250.1).en == " Did you mean 250.1?"


def first_line(**changes: Any) -> str:
    return check_tables(tiny_tables(**changes))[1][0].line("en")


@pytest.mark.parametrize(
    ("raw", "found", "suggested"),
    [
        ("1,234억", "'1,234억'", 0.1234),
        ("15%", "'15%'", 0.15),
        ("２５０．１", "'２５０．１'", 250.1),
        ("\N{NO-BREAK SPACE}250.1", "' 250.1'", 250.1),
        (datetime(1905, 7, 18), "1905-07-18", 2026),
    ],
)
def test_a_text_in_a_column_of_numbers_gets_a_suggestion(raw: Any, found: str, suggested: float) -> None:
    line = first_line(industries={"cars": {"production": raw}})
    assert (
        line
        == f"industries!D2  production = {found}  → a number in KRW tn, above 0. Did you mean {suggested:g}?   [E203]"
    )


def test_a_negative_number_in_budget_notation_is_recognised() -> None:
    line = first_line(industries={"cars": {"trade_balance": "△120"}})
    assert line == "industries!H2  trade_balance = '△120'  → a number in USD bn. Did you mean -120?   [E203]"


def test_a_number_without_a_guess_gets_no_question() -> None:
    line = first_line(industries={"cars": {"production": "미정"}})
    assert line == "industries!D2  production = '미정'  → a number in KRW tn, above 0   [E203]"


@pytest.mark.parametrize("raw", [True, float("nan"), float("inf"), 10**400])
def test_what_is_no_finite_number_is_reported_not_raised(raw: Any) -> None:
    assert first_line(industries={"cars": {"exports": raw}}).endswith("a number in USD bn, at least 0   [E203]")


def test_what_is_shown_of_a_cell_stays_on_one_line() -> None:
    line = first_line(stages={"adoption": {"instrument": "grant\n\x1b[31m" + "x" * 100}})
    assert line.startswith(f"stages!D2  instrument = 'grant  [31m{'x' * 49}…'")


def test_whole_numbers_are_asked_for_where_they_are_needed() -> None:
    line = first_line(tracks={"reskilled": {"target_year": 2026.5}})
    assert line == "tracks!F2  target_year = 2026.5  → a whole number (year)   [E203]"


@pytest.mark.parametrize(
    ("raw", "suggested"),
    [("≤", "'<='"), ("이상", "'>='"), ("=>", "'>='"), ("==", "'='"), ("<>", None), ("약 50%", None)],
)
def test_other_signs_of_comparison_suggest_those_that_are_read(raw: str, suggested: str | None) -> None:
    line = first_line(rules={"cap": {"relation": raw}})
    assert line.startswith(f"rules!M2  relation = '{raw}'  → one of >=, <=, =")
    assert (f"Did you mean {suggested}?" in line) == (suggested is not None)


def test_korean_words_suggest_the_choice_they_stand_for() -> None:
    assert "Did you mean 'loan'?" in first_line(stages={"scale_up": {"instrument": "융자"}})
    assert "Did you mean" not in first_line(rules={"cap": {"measure": "융자"}})


@pytest.mark.parametrize(
    ("raw", "question"),
    [
        ("north;south", "Did you mean 'north, south'?"),
        ("북부·남부", "Did you mean 'north, south'?"),
        ("nroth,sout", "Did you mean 'north', 'south'?"),
        ("north,south,xyz", None),
    ],
)
def test_every_unknown_name_of_a_list_is_told_with_what_was_meant(raw: str, question: str | None) -> None:
    line = first_line(regions={"south": {"label_ko": "남부"}}, rules={"cap": {"region": raw}})
    assert line.startswith("rules!F2  region = ")
    assert (question in line) if question else line.endswith("one of the rows of sheet regions   [E201]")


@pytest.mark.parametrize(
    ("raw", "question"),
    [
        (datetime(2027, 1, 1), "Did you mean 2027?"),
        (datetime(1905, 7, 19), "Did you mean 2027?"),
        ("2027년", "Did you mean 2027?"),
        (time(12), None),
    ],
)
def test_a_date_in_a_column_of_years_suggests_its_year(raw: Any, question: str | None) -> None:
    line = first_line(tracks={"reskilled": {"target_year": raw}})
    assert line.endswith(f"{question}   [E203]") if question else "Did you mean" not in line


@pytest.mark.parametrize(
    ("raw", "question"),
    [
        ("15", "Did you mean 0.15?"),
        (time(12), "Did you mean 0.5?"),
        (timedelta(hours=6), "Did you mean 0.25?"),
        (datetime(2026, 1, 2), None),
    ],
)
def test_what_is_suggested_for_a_share_is_a_share(raw: Any, question: str | None) -> None:
    line = first_line(tasks={"design": {"uplift": raw}})
    assert line.endswith(f"{question}   [E203]") if question else "Did you mean" not in line


def test_an_optional_sheet_under_a_wrong_name_is_not_left_out_silently() -> None:
    tables = tiny_tables()
    for name, meant in (("Rules", "rules"), ("정책 제약", "rules"), ("sorces", "sources")):
        added = Tables(tables.source, {**tables.tables, name: Table(name, {}, ())})
        (said,) = [p.line("en") for p in check_tables(added)[1]]
        assert said.startswith(f"{meant}  the sheet is missing")
        assert said.endswith(f"Rename sheet '{name}'   [E101]")


def test_a_sheet_of_notes_is_only_said_not_to_be_read() -> None:
    tables = tiny_tables()
    added = Tables(tables.source, {**tables.tables, "memo": Table("memo", {}, ())})
    assert [p.line("en") for p in check_tables(added)[1]] == ["memo  an unknown sheet  → it is not read   [W101]"]


def test_an_error_shows_the_formula_behind_it() -> None:
    line = first_line(industries={"cars": {"production": CellError("#DIV/0!", "=A1/B1")}})
    assert line.startswith("industries!D2  production = #DIV/0! (=A1/B1)  → ")


def test_among_thousands_of_names_only_another_spelling_is_looked_for() -> None:
    names = [f"name_{n}" for n in range(2_000)]
    assert nearest("NAME_7", names) == "name_7"
    assert nearest("nam_7", names) is None
    assert nearest("nam_7", names[:10]) == "name_7"
