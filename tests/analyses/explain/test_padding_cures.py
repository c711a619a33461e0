"""Padding explained: the rules that make it pay, and a fixed base in their place, planned anew. By hand, and on the baseline."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from axplan.analyses.explain.padding import ExplainedPadding, cures_of, explained_padding, with_fixed
from axplan.analyses.explain.relaxations import with_figure
from axplan.core.checkpoint import Checkpoint
from axplan.inputs.parameters import build_inputs
from axplan.inputs.schema.policy import APPROPRIATION_SHARE
from axplan.plan.optimise import CertifiedPlan, optimise
from axplan.workbook.baseline import baseline_tables
from batch_study import study_with
from command_line import Run
from solved_cases import ONE_STAGE
from tiny import tiny_inputs

PADDED: dict[str, Any] = {
    "stages": ONE_STAGE, "tasks": {"design": {"ceiling": 0.5}},
    "industries": {"ships": {"production_inducement": 1.0, "label_ko": "조선", "label_en": "Ships"}},
    "rules": {"cap": {"industry": "cars", "relation": "<=", "value": 0.3, "unit": "share", "label_ko": "삼 할", "label_en": "Three tenths"}},
}  # fmt: skip
"""Half of each industry can adopt: 50 억원 in its cheap step, or 100 in its dear one. Cars may have three tenths of all
commitments: 3/7 of what ships take. Ships take 100 in their dear step, where 50 would do, so that cars may have 300/7 and
not 150/7: 300/7 · 4 + 100 · 1 = 1900/7 억원 instead of 150/7 · 4 + 50 · 2 = 1300/7."""
CARS, WORTH = 300 / 7, 1900 / 7


def explained(made: CertifiedPlan) -> ExplainedPadding | None:
    return explained_padding(made, lambda: None, Checkpoint())


@pytest.fixture(scope="module")
def padded() -> CertifiedPlan:
    return optimise(tiny_inputs(**PADDED), measured=False)


def test_by_hand_a_fixed_base_keeps_the_worth_and_burns_nothing(padded: CertifiedPlan) -> None:
    """What the rule allows, 300/7 of 2,000 appropriated, is 0.0214286 of them; then ships take 50 in their cheap step."""
    assert padded.objective == pytest.approx(WORTH * 1e-4)
    found = explained(padded)
    assert found is not None
    assert (found.padding.end, found.padding.commitments) == (pytest.approx(50), pytest.approx(100 + CARS))
    assert [rule for rule, _ in found.causes] == ["cap"]
    (cure,) = found.cures
    (fixed,) = cure.rules
    assert (fixed.unit, fixed.value, fixed.amount) == (APPROPRIATION_SHARE, 0.0214286, pytest.approx(CARS))
    assert fixed.settings == ("rules.cap.unit=appropriation_share", "rules.cap.value=0.0214286")
    assert cure.worth == pytest.approx(WORTH * 1e-4, rel=1e-5)
    assert cure.remains == pytest.approx(0, abs=1e-6)


def test_by_hand_a_rule_that_is_just_met_is_a_cause_without_a_price() -> None:
    """A third of all commitments is just 50 where ships take 100: cars want no more, and the rule has no price."""
    rules = {"cap": {**PADDED["rules"]["cap"], "value": 1 / 3}}
    found = explained(optimise(tiny_inputs(**{**PADDED, "rules": rules}), measured=False))
    assert found is not None
    assert (found.padding.rules, found.causes) == ((), (("cap", 0.0),))
    assert found.cures[0].remains == pytest.approx(0, abs=1e-6)


def test_a_plan_without_padding_has_nothing_to_explain() -> None:
    made = optimise(tiny_inputs(stages=ONE_STAGE), measured=False)
    assert explained(made) is None
    assert cures_of(made.plan) == []


@pytest.mark.parametrize(
    ("language", "words"),
    [("ko", ("값없이 쓰는 돈", "50억원 더 씁니다(지원액의 35.00%", "‘삼 할’", "≤ 공공 지원액의 30.00% → ≤ 출연의 2.14%(42.86억원)", "남는 낭비 0억원")),
     ("en", ("Money that is burnt", "KRW 5 bn more", "35.00% of commitments", "‘Three tenths’", "≤ 30.00% of Commitment → ≤ 2.14% of appropriations (KRW 4.286 bn)", "padding left KRW 0 bn"))],
)  # fmt: skip
def test_it_is_told_in_terminal_book_and_document(
    axplan: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, words: tuple[str, ...]
) -> None:
    monkeypatch.chdir(study_with(tmp_path / "study", {"baseline": "title: {ko: 기준, en: Base}"}, **PADDED))
    said = axplan("explain", "baseline", lang=language).out
    for word in words:
        assert word in said, said
    document = axplan("explain", "baseline", "--json").document
    (cure,) = document["padding"]["cures"]
    assert cure["settings"] == ["rules.cap.unit=appropriation_share", "rules.cap.value=0.0214286"]
    planned = axplan("run", "baseline", *(f"--set={setting}" for setting in cure["settings"]), "--json").document
    assert planned["objective"]["value"] == pytest.approx(cure["worth"])
    book = load_workbook(tmp_path / "study" / "outputs" / "explain" / "baseline" / "explanation.xlsx")
    texts = [str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row if cell.value is not None]
    assert any("rules.cap.unit=appropriation_share" in text for text in texts)


@pytest.mark.slow
def test_the_automotive_cap_as_half_of_commitments_burns_a_tenth_of_them() -> None:
    """The baseline with the cap it had before it was a share of appropriations."""
    x = with_figure(build_inputs(baseline_tables()), "rules", "unit", "automotive_cap", "share")
    made = optimise(with_figure(x, "rules", "value", "automotive_cap", 0.5), measured=False)
    assert made.objective == pytest.approx(26.43167, abs=1e-4)
    found = explained(made)
    assert found is not None
    assert found.padding.share == pytest.approx(0.0982, abs=5e-4)
    assert found.padding.rules[0][0] == "automotive_cap"
    cure = found.cures[0]
    assert cure.rules[0].value == pytest.approx(0.222664, abs=2e-5)
    assert cure.worth == pytest.approx(26.53555, abs=1e-4)
    assert cure.end == pytest.approx(0, abs=0.1)
    assert cure.share == pytest.approx(0.0108, abs=1e-3)
    again = optimise(with_fixed(made.inputs, cure.rules), measured=False)
    assert again.objective == pytest.approx(cure.worth, rel=1e-9)
