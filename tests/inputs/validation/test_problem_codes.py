"""Every code of the messages: found where it was planted, in the words of both languages, and with nothing else; its page."""

from __future__ import annotations

from pathlib import Path

import pytest

from axplan.core.text import LANGUAGES
from axplan.inputs.messages import MESSAGES, problem
from mistakes import Case
from problem_cases import CASES

TEXTS = ("title", "found", "allowed", "meaning", "cure")
BY_CODE = [pytest.param(case, id=case.code) for case in CASES]


@pytest.mark.parametrize("case", BY_CODE)
def test_a_planted_mistake_is_reported_once_at_its_cell_in_both_languages(case: Case, tmp_path: Path) -> None:
    found = [p for p in case.make(tmp_path) if p.code == case.code]
    assert [p.line("ko") for p in found] == [f"{case.place}  {case.ko}   [{case.code}]"]
    assert [p.line("en") for p in found] == [f"{case.place}  {case.en}   [{case.code}]"]


@pytest.mark.parametrize("case", BY_CODE)
def test_one_mistake_does_not_make_the_other_checks_complain(case: Case, tmp_path: Path) -> None:
    assert {p.code for p in case.make(tmp_path)} == {case.code, *case.also}


def test_every_code_has_a_case() -> None:
    assert {case.code for case in CASES} == set(MESSAGES)


@pytest.mark.parametrize("code", MESSAGES)
def test_every_code_has_a_page_in_both_languages(code: str) -> None:
    entry = MESSAGES[code]
    for language in LANGUAGES:
        assert all(getattr(entry, name).in_(language).strip() for name in TEXTS)
        line = entry.example.line(language)
        assert line.startswith(f"{entry.place}  ")
        assert line.endswith(f"[{code}]")
        assert "{" not in line


@pytest.mark.parametrize("code", MESSAGES)
def test_korean_texts_are_korean_and_english_texts_are_not(code: str) -> None:
    entry = MESSAGES[code]
    for name in TEXTS:
        text = getattr(entry, name)
        if text.ko != text.en:
            assert any("가" <= letter <= "힣" for letter in text.ko), text.ko
        english = text.en.replace("억", "")
        assert not any("가" <= letter <= "힣" for letter in english), text.en


def test_codes_say_by_their_first_letter_whether_they_stop_a_run() -> None:
    assert {code[0] for code in MESSAGES} == {"E", "W"}
    assert problem("E312", "tasks").is_error
    assert not problem("W105", "notes").is_error


def test_a_problem_with_a_value_missing_is_a_fault_of_ours() -> None:
    with pytest.raises(KeyError):
        problem("E202", "siting!B2")


def test_values_may_contain_braces() -> None:
    assert problem("E202", "siting!B2", column="{x}").line("en").startswith("siting!B2  {x} is blank")
