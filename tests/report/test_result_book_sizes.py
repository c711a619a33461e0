"""The book works for plans of any size, down to plans without programmes, tracks and rules."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from axplan.core.problem import Problem
from axplan.core.text import Text
from axplan.inputs.objective import single
from axplan.plan.optimise import CertifiedPlan, optimise
from axplan.report.book import SHEETS
from axplan.report.styles import money_of
from book_cells import filled, numbers, row_of
from tiny import tiny_inputs
from written_results import write


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("name", ["tiny", "empty", "weighted"])
def test_the_smallest_plans_have_every_sheet(request: pytest.FixtureRequest, tmp_path: Path, name: str, language: str) -> None:  # fmt: skip
    book = write(request.getfixturevalue(name), tmp_path, language)
    assert len(book.shown.sheetnames) == len(SHEETS)
    sheet = book.sheet("by_industry")
    total = {"ko": "합계", "en": "Total"}[language]
    table = row_of(sheet, {"ko": "산업 / 단계", "en": "Industry / stage"}[language])
    eok = book.printed.frames["commitments"]["commitment"].sum()
    per_eok = money_of("억원", language).per_eok
    assert numbers(sheet, row_of(sheet, total, after=table), 3)[-1] == pytest.approx(eok * per_eok)


def test_a_section_without_content_says_so(empty: CertifiedPlan, tmp_path: Path) -> None:
    book = write(empty, tmp_path, "en")
    for name in ("workforce",):
        assert "There is nothing of this kind in the plan." in {cell.value for row in book.sheet(name) for cell in row}
    assert "The plan has no policy rules." in {cell.value for row in book.sheet("rules") for cell in row}


def test_a_weighted_objective_is_shown_with_its_weights(weighted: CertifiedPlan, tmp_path: Path) -> None:
    book = write(weighted, tmp_path, "ko")
    sheet = book.sheet("summary")
    assert sheet["A4"].value == "가중 목적 (점)"
    assert sheet["A5"].value == pytest.approx(weighted.plan.value)
    assert "수출 2" in sheet["A6"].value
    assert row_of(sheet, "생산유발") > 7


def test_a_plan_of_many_years_industries_and_funds_is_written_whole(tmp_path: Path) -> None:
    x = tiny_inputs(
        settings={"plan_years": 12, "appraisal_end": 2050},
        industries={f"i{n}": {"label_ko": f"산업 {n}", "initiative": "yes"} for n in range(6)},
        funds={"second": {"label_ko": "둘째 기금"}},
        siting={f"i{n}": {"north": 1.0} for n in range(6)},
    )
    result = optimise(x, single("exports"))
    book = write(result, tmp_path, "ko")
    sheet = book.sheet("by_industry")
    assert numbers(sheet, row_of(sheet, "합계", after=row_of(sheet, "산업 / 단계")), 13)[-1] == pytest.approx(
        book.printed.frames["commitments"]["commitment"].sum()
    )
    assert row_of(book.sheet("ledger"), "둘째 기금") > row_of(book.sheet("ledger"), "기금")
    assert row_of(book.sheet("effects"), "산업 5")


def test_a_ratio_without_costs_is_left_empty(tmp_path: Path) -> None:
    nothing = optimise(tiny_inputs(appropriations={"main": {2026: 0, 2027: 0}}), single("production"))
    book = write(nothing, tmp_path, "ko")
    sheet = book.sheet("appraisal")
    assert not sheet.cell(row_of(sheet, "편익비용비(B/C, 배)"), 2).value
    assert not any(cell.data_type == "e" for _, cell in filled(book.shown))


def test_warnings_about_the_inputs_stand_on_the_summary_in_words_and_with_their_cell_among_the_checks(
    tiny: CertifiedPlan, tmp_path: Path
) -> None:
    warning = Problem(
        "W340", "rules!A2", Text("드문 값", "an unusual value"), Text("확인 필요", "have a look"),
        where=Text("정책 제약 · 철강 최소", "Policy rules · Steel minimum"),
    )  # fmt: skip
    inputs = dataclasses.replace(tiny.plan.inputs, warnings=(warning,))
    book = write(dataclasses.replace(tiny, plan=dataclasses.replace(tiny.plan, inputs=inputs)), tmp_path, "ko")
    cover, checks = ([str(cell.value) for row in book.sheet(name) for cell in row] for name in ("summary", "checks"))
    assert any("철강 최소" in line and "무역특화지수" in line and "W340" in line for line in cover)
    assert not any("rules!A2" in line for line in cover)
    assert {"rules!A2", "드문 값", "W340"} <= set(checks)
