"""Columns in words, as messages, notes and the manual use them."""

from __future__ import annotations

import pytest

from axplan.core.text import Text
from axplan.inputs.schema import sheet_declarations
from axplan.inputs.schema.words import allowed, blank, described

SHEETS = sheet_declarations()


@pytest.mark.parametrize(
    ("sheet", "column", "ko", "en"),
    [
        ("industries", "production", "숫자 (조원), 0 초과", "a number in KRW tn, above 0"),
        ("industries", "trade_balance", "숫자 (십억달러)", "a number in USD bn"),
        ("funds", "admin_rate", "숫자 (비율), 0 이상, 1 이하", "a number (share), at least 0, at most 1"),
        ("rules", "value", "숫자", "a number"),
        ("rules", "from", "정수 (연도)", "a whole number (year)"),
        ("rules", "relation", ">=, <=, = 가운데 하나", "one of >=, <=, ="),
        ("rules", "region", "regions 시트의 행을 쉼표로 나눈 목록", "a comma list of rows of sheet regions"),
        ("stages", "fund", "funds 시트의 행 가운데 하나", "one of the rows of sheet funds"),
        ("tasks", "priority", "yes 또는 no", "yes or no"),
        ("tasks", "task", "글자, 숫자, _ 와 - 로 된 식별자", "an identifier of letters, digits, _ and -"),
        ("tasks", "label_ko", "글", "text"),
    ],
)
def test_what_may_stand_in_a_cell(sheet: str, column: str, ko: str, en: str) -> None:
    assert allowed(SHEETS[sheet].columns[column]) == Text(ko, en)


@pytest.mark.parametrize(
    ("sheet", "column", "ko", "en"),
    [
        ("tasks", "uplift", "필수", "needed"),
        ("industries", "production", "initiative = yes인 행에 필수", "needed where initiative = yes"),
        ("stages", "expenditure_inducement", "비우면 0", "blank = 0"),
        ("rules", "each_year", "비우면 no", "blank = no"),
        ("funds", "carry_over_limit", "비워도 됨", "may be blank"),
    ],
)
def test_what_a_blank_cell_means(sheet: str, column: str, ko: str, en: str) -> None:
    assert blank(SHEETS[sheet].columns[column]) == Text(ko, en)


def test_a_column_is_described_in_a_few_lines() -> None:
    words = described(SHEETS["funds"].columns["opening_balance"])
    assert words.ko == "기초 잔액 (억원)\n계획 전의 잔액; 첫해에 이자가 붙음\n허용: 숫자 (억원), 0 이상\n필수"
    assert words.en == (
        "Opening balance (KRW 100m)\nBalance before the plan; earns interest in the first year\n"
        "Allowed: a number in KRW 100m, at least 0\nNeeded"
    )
    assert described(SHEETS["siting"].cell or SHEETS["tasks"].columns["task"], Text("수도권", "Capital")).ko.startswith(
        "수도권"
    )
