"""The page of every code, in the terminal and in docs/codes.md."""

from __future__ import annotations

import pytest

from axplan.core.errors import UsageError
from axplan.inputs.messages import MESSAGES
from axplan.inputs.messages.page import entry_named, explained, manual, page, titles
from repository import ROOT


@pytest.mark.parametrize("word", ["E203", "e203", " e203 "])
def test_a_code_is_found_however_it_is_typed(word: str) -> None:
    assert entry_named(word).code == "E203"


@pytest.mark.parametrize(
    ("word", "near"), [("E299", "E301, E302, E303"), ("E200", "E201, E202, E203"), ("w999", "W340, W341, W342")]
)
def test_an_unknown_code_offers_the_nearest(word: str, near: str) -> None:
    with pytest.raises(UsageError, match=f"There is no code {word.upper()}. Near it: {near}"):
        entry_named(word)


@pytest.mark.parametrize("word", ["baseline", "E20", "203", "E2O3", ""])
def test_what_is_no_code_is_declined_politely(word: str) -> None:
    with pytest.raises(UsageError, match="is not a code such as E203"):
        entry_named(word)


def test_the_page_says_what_it_means_shows_an_example_and_tells_the_cure() -> None:
    assert page(MESSAGES["E202"], "en") == (
        "E202  Blank cell\n"
        "  (an error: it has to be cured before a plan can be made)\n\n"
        "Meaning\n  This column cannot be left blank.\n\n"
        "Example\n  siting!C5  central is blank  → a value is needed   [E202]\n\n"
        "Cure\n  Give a value; write 0 for none."
    )
    assert "뜻\n  이 열은 비워 둘 수 없습니다." in page(MESSAGES["E202"], "ko")
    assert explained(MESSAGES["W101"], "en")["kind"] == "a warning: it does not keep a plan from being made"


def test_every_code_is_listed_once_by_its_number() -> None:
    listed = list(titles("ko"))
    assert sorted(listed) == sorted(MESSAGES)
    assert [code[1:] for code in listed] == sorted(code[1:] for code in MESSAGES)


def test_the_manual_holds_every_page_in_both_languages() -> None:
    sections = manual().split("\n### ")[1:]
    assert [section[:4] for section in sections] == list(titles("en"))
    for section in sections:
        for language in ("ko", "en"):
            words = explained(MESSAGES[section[:4]], language)
            assert all(words[name] in section for name in ("title", "meaning", "example", "cure"))


def test_the_manual_in_the_repository_is_up_to_date() -> None:
    assert (ROOT / "docs" / "codes.md").read_text(encoding="utf-8") == manual(), "make docs"
