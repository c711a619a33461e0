"""The terminal summary: what it says in each language, and that it fits."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from axplan.cli.summary import WORDS, Terminal, print_summary
from axplan.inputs.objective import single
from axplan.plan.optimise import optimise
from axplan.plan.result import Plan
from tiny import tiny_inputs


@pytest.fixture(scope="module")
def plan() -> Plan:
    return optimise(tiny_inputs(tracks={"reskilled": {"target": 1200}}), single("production")).plan


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ko", ("자동차", "채택", "확산", "재직자", "기금", "생산유발 (최대화)", "0.06", "조원", "1,200", "예")),
        ("en", ("Cars", "Adoption", "Scale-up", "Reskilled", "Main fund", "Production induced (maximised)", "KRW tn", "1,200", "yes")),
    ],
)  # fmt: skip
def test_it_says_what_is_spent_on_whom_and_what_it_brings(plan: Plan, language: str, words: tuple[str, ...]) -> None:
    out = io.StringIO()
    print_summary(plan, "T", language, Console(file=out, width=100))
    for word in words:
        assert word in out.getvalue()


def test_nothing_is_cut_short_on_a_narrow_terminal(plan: Plan) -> None:
    out = io.StringIO()
    print_summary(plan, "T", "en", Console(file=out, width=80))
    assert "…" not in out.getvalue()
    assert all(len(line) <= 80 for line in out.getvalue().splitlines())


def test_a_plan_without_policy_rules_says_so(plan: Plan) -> None:
    out = io.StringIO()
    print_summary(plan, "T", "en", Console(file=out, width=100))
    assert "No policy rules are in force." in out.getvalue()
    ruled = optimise(tiny_inputs(rules={"floor": {"relation": ">=", "value": 1}}), single("production")).plan
    out = io.StringIO()
    print_summary(ruled, "T", "en", Console(file=out, width=100))
    assert "No policy rules" not in out.getvalue()


def test_every_word_has_both_languages() -> None:
    assert all(text.ko and text.en for text in WORDS.values())


def test_a_closed_pipe_is_left_to_the_command_line() -> None:
    with pytest.raises(BrokenPipeError):
        Terminal(file=io.StringIO()).on_broken_pipe()
