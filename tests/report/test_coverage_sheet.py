"""The coverage of the proposal: every element once, money that adds up, and studies of something else."""

from __future__ import annotations

import dataclasses
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from axplan.inputs.parameters import Inputs
from axplan.inputs.schema.economy import Applications
from axplan.inputs.schema.policy import Provenance, Sources
from axplan.plan.optimise import CertifiedPlan
from axplan.report.book import PLAN_WORDS as WORDS
from axplan.report.sheets.coverage import UNMODELLED
from axplan.workbook.baseline import baseline_tables
from book_cells import filled, row_of, rows_under
from written_results import Written, write

CLOSE = {"rel": 1e-12, "abs": 1e-9}
ANSWER, GRADE, PUBLIC, PRIVATE, ASKED, DELIVERED, UNIT, COMPLETION = range(2, 10)
"""Columns of the table of measures, counted from 1."""

BILLION = 0.1
"""An English book tells money in KRW bn, ten 억원 each."""

ELEMENTS = (
    "AI Transformation Promotion Fund", "Stage 1 adoption acceleration", "Stage 2 commercialisation and early growth",
    "Stage 3 large-scale production and export", "AI Leaders 10K", "Industrial AI innovation centres (practitioners)",
    "K-AI reskilling (incumbent workers)", "Industry AI innovation working groups",
    "Public-private frontier model project", "Robotisation R&D centre", "AI regulation-response R&D centre",
    "AI business-model office", "Industrial AI data bank", "Data policy centre",
    "Federated data collaboration centres", "AI compute infrastructure highway",
    "Compute quality and security certification", "Distributed-energy zones for data centres",
    "Public LLM and sLLM (sovereign AI)", "Industrial AI safety evaluation institute", "AI standards and R&D linkage",
    "Industrial AI standards institute", "International AI standards platform (APEC)", "Automotive", "Shipbuilding",
    "Steel", "Home appliances",
)  # fmt: skip
"""What the proposal proposes, as the baseline calls it; tasks and applications have tests of their own."""


def replaced(result: CertifiedPlan, **sheets: Any) -> CertifiedPlan:
    """The same plan as if other sheets had stood beside it in the inputs."""
    x: Inputs = dataclasses.replace(result.plan.inputs, **sheets)
    return dataclasses.replace(result, plan=dataclasses.replace(result.plan, inputs=x))


def labels(sheet: Any) -> Counter[str]:
    return Counter(str(cell.value) for cell in sheet["A"] if cell.value is not None)


def measures(book: Written) -> dict[str, tuple[str, str]]:
    """Label → (sheet, key) of stages, tracks and programmes."""
    x = book.plan.inputs
    kinds = {"stages": x.stages.stage, "tracks": x.tracks.track, "programmes": x.programmes.programme}
    return {book.label(sheet, key): (sheet, key) for sheet, keys in kinds.items() for key in keys}


def spent(book: Written, sheet: str, key: str, side: str) -> float:
    """Public or private money of a measure over the plan, from the frames."""
    frames = book.printed.frames
    columns = {
        "stages": (("commitments", "stage", "commitment", "private"),),
        "tracks": (("trainees", "track", "public", "employer"),),
        "programmes": (
            ("outlays", "programme", "outlay", "private"),
            ("running_costs", "programme", "running_cost", "private"),
        ),
    }
    at = 2 if side == "public" else 3
    return sum(float(frames[c[0]].loc[frames[c[0]][c[1]] == key, c[at]].sum()) for c in columns[sheet])


def test_every_element_of_the_proposal_stands_once_in_the_sheet(english: Written) -> None:
    found = labels(english.sheet("coverage"))
    assert {element: found[element] for element in ELEMENTS} == dict.fromkeys(ELEMENTS, 1)
    assert set(measures(english)) <= set(ELEMENTS)  # a new one belongs into the list


def test_the_elements_of_the_test_are_those_of_the_baseline() -> None:
    tables = baseline_tables()
    named = {row.values["label_en"] for name in ("stages", "tracks", "programmes") for row in tables[name].rows}
    assert named < set(ELEMENTS)
    assert len(tables["tasks"].rows) == 12
    assert len(tables["applications"].rows) == 48


def test_the_money_of_every_measure_is_that_of_the_plan_and_adds_up_to_all_uses(korean: Written) -> None:
    sheet, ledger = korean.sheet("coverage"), korean.printed.frames["ledger"]
    for label, (of, key) in measures(korean).items():
        row = row_of(sheet, label)
        assert sheet.cell(row, PUBLIC).value == pytest.approx(spent(korean, of, key, "public"), **CLOSE)
        assert sheet.cell(row, PRIVATE).value == pytest.approx(spent(korean, of, key, "private"), **CLOSE)
    uses = [name for name in ledger.columns if name.endswith("_uses")]
    assert sheet.cell(row_of(sheet, "합계"), PUBLIC).value == pytest.approx(ledger[uses].to_numpy().sum(), **CLOSE)


def test_completion_is_what_is_delivered_of_what_was_asked_for(korean: Written) -> None:
    sheet, x = korean.sheet("coverage"), korean.plan.inputs
    targets = korean.printed.frames["targets"]
    row = row_of(sheet, "IV-2 인력(Trinity)")
    asked, delivered, unit, part = (sheet.cell(row, at).value for at in (ASKED, DELIVERED, UNIT, COMPLETION))
    assert [asked, delivered] == [targets["target"].sum(), targets["achieved"].sum()]
    assert (unit, part) == ("명", pytest.approx(delivered / asked))
    progress = korean.printed.frames["progress"].groupby("programme")["progress"].last()
    for p in x.programmes.programme:
        row = row_of(sheet, korean.label("programmes", p))
        assert sheet.cell(row, COMPLETION).value == pytest.approx(progress[p])
        assert sheet.cell(row, ASKED).value == x.programmes.quantity.get(p)
    assert sheet.cell(row_of(sheet, korean.label("programmes", "fdcc")), UNIT).value == "개 주제"


def test_the_same_commitments_stand_by_task_and_by_industry(korean: Written) -> None:
    sheet, frame, x = korean.sheet("coverage"), korean.printed.frames["commitments"], korean.plan.inputs
    for heading, key, of, names in (
        ("I-3·I-6 산업 AI 태스크", "task", "tasks", x.tasks.task),
        ("II-3 분석 대상 산업", "industry", "industries", x.initiative_industries),
    ):
        top = row_of(sheet, heading)
        assert sheet.cell(top, PUBLIC).value == pytest.approx(frame["commitment"].sum(), **CLOSE)
        for name in names:
            row = row_of(sheet, korean.label(of, name), after=top)
            assert sheet.cell(row, PUBLIC).value == pytest.approx(
                frame.loc[frame[key] == name, "commitment"].sum(), **CLOSE
            )


def test_every_rule_is_counted_and_a_soft_one_that_is_missed_is_not_kept(korean: Written) -> None:
    sheet, x = korean.sheet("coverage"), korean.plan.inputs
    top = row_of(sheet, "합계", after=row_of(sheet, "정책 제약이 답하는 요구"))
    count, kept = (sheet.cell(top, at).value for at in (4, 5))
    assert (count, kept) == (len(x.rules.rule), len(x.rules.rule) - 1)
    missed = row_of(sheet, "철강 대부분", after=top)
    assert [sheet.cell(missed, at).value for at in (4, 5)] == [1, 0]
    assert (
        sheet.cell(row_of(sheet, "자동차 쏠림 방지", after=top), 2).value
        == "공공 지원액 ≤ 인공지능 전환 촉진기금(AXPF) 출연금의 20%"
    )


def test_money_shows_the_cells_of_the_sheets_it_comes_from(korean: Written) -> None:
    sheet = korean.sheet("coverage", "written")
    row = row_of(sheet, korean.label("programmes", "compute_highway"))
    assert str(sheet.cell(row, PUBLIC).value).startswith("='총괄표'!")
    assert "'성과지표'!" in str(sheet.cell(row, DELIVERED).value)
    assert str(sheet.cell(row_of(sheet, "합계"), PUBLIC).value).startswith("=SUM(")


def test_what_is_not_modelled_is_said(korean: Written, english: Written) -> None:
    for book in (korean, english):
        said = {text.removeprefix("· ") for text in labels(book.sheet("coverage"))}
        assert {WORDS[f"unmodelled_{name}"].in_(book.language) for name in UNMODELLED} <= said


def test_published_figures_say_what_they_are_used_for(english: Written) -> None:
    sheet = english.sheet("coverage")
    used = {row[0].value: row[1].value for row in sheet.iter_rows() if row[0].value}
    assert used["Industries: Production inducement coefficient"] == "The model: +1.00% of the objective per 1 %"
    assert used["Stages: Stage"] == "The rows of the plan"
    assert used["Programmes: Quantity"] == "Quantities, cross-checks, description"


def test_a_study_that_names_no_proposal_is_told_without_one(tiny: CertifiedPlan, tmp_path: Path) -> None:
    book = write(tiny, tmp_path, "en")
    sheet = book.sheet("coverage")
    found = labels(sheet)
    assert found["Measures of the plan"] == 1
    assert not any(label.startswith(("IV-", "II-3", "I-3", "Published")) for label in found)
    for label in ("Adoption", "Scale-up", "Reskilled", "Main fund", "Design", "Cars"):
        assert found[label] == 1, label
    row = row_of(sheet, "Adoption")
    assert [sheet.cell(row, at).value for at in (ANSWER, GRADE)] == ["Grant, not repaid", "Not stated"]


def test_a_pillar_of_the_user_stands_as_it_was_typed(tiny: CertifiedPlan, tmp_path: Path) -> None:
    programmes = dataclasses.replace(tiny.plan.inputs.programmes, pillar={"data": "quantum"}, label_en={"data": "Lab"})
    provenance = Provenance(
        table={0: "programmes"},
        columns={0: "programme"},
        grade={0: "proposal"},
        source={0: "ours"},
        note={},
        note_en={},
    )
    sources = Sources(
        source=("ours",),
        title={"ours": "Ours"},
        title_en={},
        publisher={},
        publisher_en={},
        year={},
        note={},
        note_en={},
    )
    book = write(replaced(tiny, programmes=programmes, provenance=provenance, sources=sources), tmp_path, "en")
    sheet = book.sheet("coverage")
    assert next(iter(rows_under(sheet, "quantum"))) == "Lab"
    assert sheet.cell(row_of(sheet, "Lab"), GRADE).value == "Proposal"
    assert labels(sheet)["Measures, by section of the proposal"] == 1


def test_a_plan_without_programmes_and_tracks_has_its_stages(empty: CertifiedPlan, tmp_path: Path) -> None:
    sheet = write(empty, tmp_path, "ko").sheet("coverage")
    assert labels(sheet)["채택"] == 1
    assert sheet.cell(row_of(sheet, "합계"), PUBLIC).value == pytest.approx(
        empty.plan.frames["commitments"]["commitment"].sum(), abs=2
    )


def some(*cells: tuple[str, str, str, str]) -> Applications:
    """Applications: task, industry, Korean name, English name."""
    return Applications(
        task=tuple(cell[0] for cell in cells), industry=tuple(cell[1] for cell in cells),
        label_ko={cell[:2]: cell[2] for cell in cells if cell[2]}, label_en={cell[:2]: cell[3] for cell in cells if cell[3]},
    )  # fmt: skip


@pytest.fixture(scope="module")
def named(small: CertifiedPlan, tmp_path_factory: pytest.TempPathFactory) -> Written:
    """The small plan with an application in some cells only, one of them outside the initiative."""
    applications = some(
        ("design", "automotive", "디지털 트윈 설계", "Digital twin"), ("design", "steel", "철강 설계", ""),
        ("autonomous_manufacturing", "other_manufacturing", "", "Elsewhere"),
    )  # fmt: skip
    return write(replaced(small, applications=applications), tmp_path_factory.mktemp("named"), "en")


def test_every_cell_of_task_and_industry_stands_with_its_money(named: Written) -> None:
    sheet, frame, x = named.sheet("applications"), named.printed.frames["commitments"], named.plan.inputs
    for k in x.tasks.task:
        top = row_of(sheet, named.label("tasks", k))
        block = {sheet.cell(row, 2).value: row for row in range(top + 1, top + 1 + len(x.initiative_industries))}
        for i in x.initiative_industries:
            money = frame.loc[(frame["task"] == k) & (frame["industry"] == i), "commitment"].sum()
            row = block[named.label("industries", i)]
            assert sheet.cell(row, 3).value == pytest.approx(BILLION * money, **CLOSE)


def test_cells_without_an_application_count_so_that_all_commitments_add_up(named: Written) -> None:
    sheet, frame = named.sheet("applications"), named.printed.frames["commitments"]
    found, x = labels(sheet), named.plan.inputs
    assert (found["Digital twin"], found["철강 설계"], found["Elsewhere"]) == (1, 1, 1)
    assert found["(no application named)"] == len(x.tasks.task) * len(x.initiative_industries) - 2
    assert sheet.cell(row_of(sheet, "Total"), 3).value == pytest.approx(BILLION * frame["commitment"].sum(), **CLOSE)
    assert sheet.cell(row_of(sheet, "Elsewhere"), 3).value == 0
    coverage = named.sheet("coverage")
    assert (
        coverage.cell(row_of(coverage, "I-3, I-6 Industrial AI tasks"), 5).value == 3
    )  # one of them where no money can go


def test_the_depth_of_a_cell_is_the_mean_of_its_regions_weighed_by_full_cost(named: Written) -> None:
    sheet, frame, x = named.sheet("applications"), named.printed.frames["depths"], named.plan.inputs
    mine = frame[(frame["task"] == "design") & (frame["industry"] == "automotive") & (frame["year"] == x.years[-1])]
    for at, s in enumerate(x.stages.stage, 5):
        stage = mine[mine["stage"] == s]
        mean = (stage["depth"] * stage["full_cost"]).sum() / stage["full_cost"].sum()
        assert sheet.cell(row_of(sheet, "Digital twin"), at).value == pytest.approx(mean)


def test_every_application_of_the_inputs_is_printed_once(korean: Written) -> None:
    names, found = (
        korean.plan.inputs.applications,
        Counter(str(cell.value) for title, cell in filled(korean.shown) if title == korean.sheet("applications").title),
    )
    assert names.label_ko
    assert {label: found[label] for label in names.label_ko.values()} == dict.fromkeys(names.label_ko.values(), 1)
