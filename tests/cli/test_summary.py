"""The terminal summary: what it says in each language, that it fits, and that its numbers are those of the workbook."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from axplan.cli.summary import WORDS, Terminal, print_summary
from axplan.inputs.objective import single
from axplan.plan.optimise import CertifiedPlan, optimise
from axplan.plan.rounding.printed import print_plan
from axplan.report.styles import money_of
from brief_page import brief
from tiny import tiny_inputs
from written_results import Written

NUMBER = re.compile(r"[△-]?\d[\d,]*(?:\.\d+)?")


@pytest.fixture(scope="module")
def plan() -> CertifiedPlan:
    return optimise(tiny_inputs(tracks={"reskilled": {"target": 1200}}), single("production"))


def said(made: CertifiedPlan, language: str, width: int = 100, unit: str = "억원") -> str:
    out = io.StringIO()
    printed = print_plan(made.plan, money_of(unit, language).step)
    print_summary(printed, made.certificate.checks, "T", language, Console(file=out, width=width), unit)
    return out.getvalue()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ko", ("자동차", "채택", "확산", "재직자", "기금", "생산유발 (최대화)", "0.06", "조원", "1,200", "예")),
        ("en", ("Cars", "Adoption", "Scale-up", "Reskilled", "Main fund", "Production induced (maximised)", "KRW tn", "1,200", "yes")),
    ],
)  # fmt: skip
def test_it_says_what_is_spent_on_whom_and_what_it_brings(plan: CertifiedPlan, language: str, words: tuple[str, ...]) -> None:  # fmt: skip
    for word in words:
        assert word in said(plan, language)


@pytest.mark.parametrize("width", [40, 60, 80])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_nothing_is_cut_short_on_a_narrow_terminal(small: CertifiedPlan, language: str, width: int) -> None:
    narrow, wide = said(small, language, width), said(small, language, 300)
    assert "…" not in narrow
    total = WORDS["total"].in_(language)
    assert narrow.count(total) >= wide.count(total)  # the column and the line of the sums of industries
    assert set(NUMBER.findall(wide)) <= set(NUMBER.findall(narrow))


def test_its_parts_add_up_and_are_those_of_the_workbook_and_the_brief(
    small: CertifiedPlan, korean: Written, tmp_path: Path
) -> None:
    text = said(small, "ko", 300)
    sheet = korean.sheet("summary")
    for row in sheet.iter_rows(min_row=9, max_row=14, max_col=1):
        label = str(row[0].value)
        whole = next(c.value for c in reversed(sheet[row[0].row]) if c.value is not None)
        assert re.search(rf"{re.escape(label)} +{whole:,.0f}".replace("-", "[△-]"), text), label
    for label, value, remark in brief(small, tmp_path, "ko").figures:
        assert f"{label}: {value}" in text
        assert remark[:10] in text


def test_money_is_told_in_the_unit_of_the_book(small: CertifiedPlan) -> None:
    assert "(KRW bn)" in said(small, "en")
    assert "KRW 100m" not in said(small, "en")
    assert "(조원)" in said(small, "ko", unit="조원")


def test_what_was_not_looked_for_is_not_told(small: CertifiedPlan) -> None:
    bare = replace(small, plan=replace(small.plan, yardsticks=None, without=None, completion=None))
    assert "Against simpler splits" in said(small, "en")
    assert "Against simpler splits" not in said(bare, "en")


def test_a_plan_without_policy_rules_says_so(plan: CertifiedPlan) -> None:
    assert "No policy rules are in force." in said(plan, "en")
    ruled = optimise(tiny_inputs(rules={"floor": {"relation": ">=", "value": 1}}), single("production"))
    assert "No policy rules" not in said(ruled, "en")


def test_every_word_has_both_languages() -> None:
    assert all(text.ko and text.en for text in WORDS.values())


def test_a_closed_pipe_is_left_to_the_command_line() -> None:
    with pytest.raises(BrokenPipeError):
        Terminal(file=io.StringIO()).on_broken_pipe()
