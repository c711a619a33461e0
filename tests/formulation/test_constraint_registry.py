"""Groups of constraints in words."""

from __future__ import annotations

import pytest

from axplan.formulation.constraint_registry import CONSTRAINT_NAMES, KEY_SHEETS, describe
from tiny import tiny_inputs

X = tiny_inputs(
    tracks={"reskilled": {"target": 1500}}, appropriations={"main": {2026: 100, 2027: 200}},
    programmes={"data": {"minimum_progress": 0.4}}, funds={"main": {"carry_over_limit": 0.5, "solvency_share": 0.8}},
    rules={"cap": {"label_ko": "한도", "label_en": "Cap", "value": 5.0}}, floors={"employment": {"at_least": 1234.5}},
)  # fmt: skip
KEYS = {"funds": "main", "tracks": "reskilled", "programmes": "data", "rules": "cap", "floors": "employment"}


@pytest.mark.parametrize("constraint", CONSTRAINT_NAMES)
def test_every_constraint_is_told_in_both_languages_with_its_name_in_the_model(constraint: str) -> None:
    key = KEYS[KEY_SHEETS[constraint]] if constraint in KEY_SHEETS else None
    text = describe(X, constraint, key)
    assert text.ko != text.en
    for words in (text.ko, text.en):
        assert constraint in words
        assert key is None or f"[{key}]" in words


@pytest.mark.parametrize(
    ("constraint", "key", "figure"),
    [
        ("target", "reskilled", "1,500 people by 2027"),
        ("fund_balance", "main", "KRW 30 bn in all"),  # 100 + 200 억원
        ("progress_requirement", "data", "at least 40%"),
        ("carry_over_limit", "main", "50% of receipts"),
        ("solvency", "main", "80% of private subscriptions"),
        ("indicator_floor", "employment", "at least 1,234.5 person-years"),
        ("capacity", "reskilled", "1,000 people in the first year, +0% a year"),
    ],
)
def test_what_is_demanded_is_said_with_its_size(constraint: str, key: str, figure: str) -> None:
    assert figure in describe(X, constraint, key).en
