"""산출근거: every sentence is arithmetic, and what is printed comes out when it is calculated."""

from __future__ import annotations

from pathlib import Path

import pytest

from axplan.inputs.parameters import build_inputs
from axplan.plan.frames import MATCHED, RUNNING
from axplan.plan.optimise import CertifiedPlan, optimise
from axplan.report.styles import money_of
from axplan.workbook.baseline import baseline_tables
from basis_sentences import blocks, calculated, sentences
from written_results import Written, write


def test_a_sentence_is_calculated_as_it_is_read() -> None:
    assert calculated("4,000억원 × (수도권 입지비용 1.15 × 진도 20.0% + 호남권 0.95 × 80%) = 3,960억원 (4개 지역)") == (
        3960,
        3960,
    )
    assert calculated("KRW 5.5 bn × (step 1 10.0% × price 0.8 + step 2 10% × price 1.2) = KRW 1.1 bn") == (
        pytest.approx(11.0),
        pytest.approx(11.0),
    )
    assert calculated("1,000,000명 × 106만원 = 10,600억원") == (10_600, 10_600)
    assert calculated("10 persons × KRW 15 m = KRW 0.2 bn") == (pytest.approx(1.5), pytest.approx(2.0))


def comes_out(book: Written) -> None:
    """Every line has its sentence, and each sentence comes out within one printed unit."""
    x, money = book.plan.inputs, money_of(book.unit, book.language)
    sheet, eok = book.sheet("details"), 1 / money.per_eok
    found = list(sentences(sheet, eok, len(x.years) + 2))
    named = [book.label(use.sheet, row) for use in MATCHED for row in use.rows(x)]
    assert blocks(sheet) == named
    spent = {
        (use, row)
        for use in (*MATCHED, RUNNING)
        for row, amount in book.printed.frames[use.frame].groupby(use.key)[use.public].sum().items()
        if amount
    }
    assert len(found) == len(spent)
    for sentence in found:
        assert sentence.right == pytest.approx(sentence.lines, abs=1e-6 * eok), sentence.text
        assert abs(sentence.left - sentence.right) < (1 + 1e-6) * money.step, sentence.text


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_basis_of_every_line_of_a_small_plan_comes_out(language: str, request: pytest.FixtureRequest) -> None:
    comes_out(request.getfixturevalue({"ko": "korean", "en": "english"}[language]))


@pytest.fixture(scope="module")
def baseline() -> CertifiedPlan:
    return optimise(build_inputs(baseline_tables()), compared=False)


@pytest.mark.slow
@pytest.mark.parametrize(("language", "unit"), [("ko", "억원"), ("en", "억원"), ("ko", "백만원"), ("en", "조원")])
def test_the_basis_of_every_line_of_the_baseline_comes_out(
    baseline: CertifiedPlan, tmp_path: Path, language: str, unit: str
) -> None:
    comes_out(write(baseline, tmp_path, language, unit=unit))


@pytest.mark.slow
def test_the_baseline_prices_sites_and_steps(baseline: CertifiedPlan, tmp_path: Path) -> None:
    """A centre in Honam costs 0.95 of what it costs elsewhere; dear steps of adoption cost 1.2."""
    book = write(baseline, tmp_path, "ko")
    said = [s.text for s in sentences(book.sheet("details"), 1.0, len(book.plan.inputs.years) + 2)]
    assert any("완료 시 총사업비 2,000억원 × 호남권 입지비용 0.95 × 진도 100.0% = 1,900억원" in text for text in said)
    assert any("1구간" in text and "× 단가 0.8" in text and "2구간" in text and "× 단가 1.2" in text for text in said)
    assert "1,000,000명 × 106만원 = 10,600억원" in said
