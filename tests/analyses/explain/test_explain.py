"""`axplan explain SCENARIO`: the memo, the workbook and the document, with a plan and without, in both languages."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from axplan.analyses.explain import removals as removals_module
from axplan.analyses.explain import shadow_prices as prices_module
from axplan.workbook import write_tables
from batch_study import contents, scenario, study_with
from command_line import Run
from small_baseline import small_baseline
from solved_cases import ONE_STAGE

HANGUL = re.compile(r"[가-힣]")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A study with a tiny workbook that has a plan, and scenarios of it that have none."""
    changes: dict[str, Any] = {
        "appropriations": {"main": {2026: 40, 2027: 10}}, "funds": {"main": {"private_ratio": 0}},
        "rules": {"cap": {"relation": "<=", "value": 30, "label_ko": "상한", "label_en": "Cap"}},
    }  # fmt: skip
    scenarios = {
        "baseline": "title: {ko: 기준, en: Base}",
        "weighted": "title: {ko: 가중, en: Weighted}\nextends: starved\nobjective: {employment: 1, production: 2}",
        "starved": "title: {ko: 굶음, en: Starved}\nextends: baseline\nchanges: {tracks.reskilled.target: 1500, appropriations.main.*: {scale: 0.2}}",
    }
    study = study_with(tmp_path / "study", scenarios, **changes)
    monkeypatch.chdir(study)
    return study


@pytest.mark.parametrize(
    ("language", "words"),
    [("ko", ("# 기준", "계획이 있습니다: 생산유발", "정책 제약 ‘상한’(2026–2027)의 한도: 1억원 늘리면 생산유발 +4억원", "제약의 가격", "정책 제약 ‘상한’을(를) 없애면 생산유발 +60억원. 자동차 · 채택 +10억원, 자동차 · 확산 +10억원")),
     ("en", ("# Base", "There is a plan: Production induced", "Limit of the rule ‘Cap’ (2026–2027): KRW 100m more means +KRW 0.4 bn of Production induced", "Without the rule ‘Cap’"))],
)  # fmt: skip
def test_a_plan_is_explained(axplan: Run, here: Path, language: str, words: tuple[str, ...]) -> None:
    """The cap of 30 on commitments leaves 10 of 40 억원 unused; each would be worth 4 in 2026, or 2 in 2027."""
    ended = axplan("explain", "baseline", lang=language)
    assert ended.code == 0
    for word in words:
        assert word in ended.out, ended.out
    folder = here / "outputs" / "explain" / "baseline"
    assert ended.out.startswith((folder / "memo.md").read_text(encoding="utf-8").rstrip("\n"))
    assert sorted(path.name for path in folder.iterdir()) == ["explanation.json", "explanation.xlsx", "memo.md"]


def test_without_a_plan_a_weighted_objective_is_valued_by_its_first_indicator(axplan: Run, here: Path) -> None:
    """Both name the same causes; what a way out is worth is said in the unit of the indicator it is measured in."""
    weighted, alone = (axplan("explain", name, "--json", "--elastic").document for name in ("weighted", "starved"))
    assert weighted["causes"] == alone["causes"]
    assert [way["setting"] for way in weighted["ways"]] == [way["setting"] for way in alone["ways"]]
    told = axplan("explain", "weighted", "--elastic")
    assert told.code == 0
    assert "Employment induced" in told.out
    assert "points" not in told.out


@pytest.mark.parametrize(
    ("language", "words"),
    [("ko", ("모든 요구를 함께 만족하는 계획이 없습니다", "양성 목표", "tracks!", "하나만 바꾸어 푸는 길", 'axplan run starved --set "tracks.reskilled.target=')),
     ("en", ("No plan satisfies all requirements together", "Training target", "tracks!", "Single ways out", 'axplan run starved --set "tracks.reskilled.target='))],
)  # fmt: skip
def test_why_there_is_no_plan_and_what_would_help(
    axplan: Run, here: Path, language: str, words: tuple[str, ...]
) -> None:
    ended = axplan("explain", "starved", "--elastic", lang=language)
    assert ended.code == 0
    for word in words:
        assert word in ended.out, ended.out
    assert (here / "outputs" / "explain" / "starved" / "elastic.yaml").exists()


def test_what_is_offered_can_be_run_as_it_is_printed(axplan: Run, here: Path) -> None:
    document = axplan("explain", "starved", "--elastic", "--json").document
    assert document["status"] == "infeasible"
    assert axplan("run", "starved", "-q").code == 3
    assert document["ways"]
    for way in document["ways"]:
        ended = axplan("run", "starved", "--set", way["setting"], "--json")
        assert ended.code == 0, way
        assert ended.document["objective"]["value"] == pytest.approx(way["worth"], rel=1e-6)
    elastic = (here / "outputs" / "explain" / "starved" / "elastic.yaml").read_text(encoding="utf-8")
    (here / "scenarios" / "elastic.yaml").write_text(elastic, encoding="utf-8")
    ended = axplan("run", "elastic", "--json")
    assert ended.code == 0
    assert ended.document["objective"]["value"] == pytest.approx(document["elastic"]["worth"], rel=1e-4, abs=1e-9)


def test_the_document_has_prices_and_removals(axplan: Run, here: Path) -> None:
    document = axplan("explain", "baseline", "--json").document
    written = json.loads((here / "outputs" / "explain" / "baseline" / "explanation.json").read_text(encoding="utf-8"))
    assert written == document
    assert document["status"] == "optimal"
    cap = next(price for price in document["prices"] if price["kind"] == "rule")
    assert cap["key"] == ["cap", "all"]
    assert cap["up"]["slope"] == pytest.approx(4e-4)
    assert next(r for r in document["removals"] if r["key"] == "cap")["gain"] == pytest.approx(
        60e-4
    )  # 10 more in 2026 and 10 in 2027


def test_a_run_without_a_plan_points_to_the_explanation(axplan: Run, here: Path) -> None:
    assert "axplan explain <scenario>" in axplan("run", "starved").err
    assert "axplan explain <시나리오>" in axplan("run", "starved", lang="ko").err


def test_the_same_scenario_gives_the_same_bytes(axplan: Run, here: Path) -> None:
    def written() -> dict[str, bytes]:
        axplan("explain", "starved", "--elastic", "-q")
        folder = here / "outputs" / "explain" / "starved"
        return {path.name: path.read_bytes() for path in folder.iterdir()}

    assert written() == written()


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_workbook_speaks_one_language_and_its_sheets_are_filled(
    axplan: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    study = tmp_path / "small"
    (study / "scenarios").mkdir(parents=True)
    write_tables(small_baseline({"tracks": {"leaders": {"target": 40_000}}}), study / "inputs" / "baseline.xlsx")
    scenario(study, "baseline", "title: {ko: 기준, en: Base}")
    monkeypatch.chdir(study)
    assert axplan("explain", "baseline", "--elastic", "-q", lang=language).code == 0
    book = load_workbook(study / "outputs" / "explain" / "baseline" / "explanation.xlsx")
    texts = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert len(texts) > 20
    assert any("leaders" in text for text in texts)
    assert not [text for text in texts if re.search(r"[\[(][a-z]+_[a-z_]+[\])]", text)], "raw keys"
    if language == "en":
        assert not [text for text in texts if HANGUL.search(text)]


@pytest.mark.parametrize(("language", "apart"), [("ko", "바닥 (북부)"), ("en", "Floor (North)")])
def test_rules_of_one_name_are_told_apart_by_what_they_select(
    axplan: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, apart: str
) -> None:
    """Two floors have one name; the one in the north keeps 20 억원 there, where each is worth half of one in the south."""
    floor = {"relation": ">=", "value": 20, "label_ko": "바닥", "label_en": "Floor"}
    study = study_with(
        tmp_path / "study", {"baseline": "title: {ko: 기준, en: Base}"}, stages=ONE_STAGE,
        regions={"north": {"investment_cost": 2.0}, "south": {"label_ko": "남부", "label_en": "South", "investment_cost": 1.0}},
        siting={"cars": {"north": 0.5, "south": 0.5}, "toys": {"north": 0.5, "south": 0.5}},
        appropriations={"main": {2026: 25, 2027: 0}},
        rules={"one": {**floor, "region": "north"}, "other": {**floor, "value": 0, "region": "south"}},
    )  # fmt: skip
    monkeypatch.chdir(study)
    said = axplan("explain", "baseline", lang=language).out
    assert apart in said, said
    assert "[one]" not in said
    assert "(one)" not in said


@pytest.mark.parametrize(
    ("language", "words"),
    [("ko", ("+0.06억원", "1억원 넘게 달라지는 줄은 없음")), ("en", ("+KRW 0.006 bn", "no line moves by as much as KRW 100m"))],
)  # fmt: skip
def test_a_gain_for_which_hardly_anything_moves_is_not_told_to_be_none(
    axplan: Run, here: Path, language: str, words: tuple[str, ...]
) -> None:
    """The cap keeps 0.015 of 30.015 억원 from being committed, each worth 4."""
    scenario(
        here, "nearly", "extends: baseline\nchanges: {appropriations.main.2026: 30.015, appropriations.main.2027: 0}"
    )
    said = axplan("explain", "nearly", lang=language).out
    for word in words:
        assert word in said, said


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [(("explain", "nonesuch"), 2, "nonesuch"), (("explain", "baseline", "--valuation", "fun"), 2, "fun"), (("explain", "E999"), 2, "E999")],
)  # fmt: skip
def test_what_is_not_there_is_told(
    axplan: Run, here: Path, arguments: tuple[str, ...], code: int, words: str
) -> None:  # fmt: skip
    ended = axplan(*arguments)
    assert ended.code == code
    assert words in ended.err


def test_questions_that_were_broken_off_are_not_asked_again(
    axplan: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Broken off between the prices and what leaving the rules out is worth."""
    asked: list[str] = []
    price_of, without = prices_module.price_of, removals_module._without

    def priced(ranging: Any, move: Any) -> Any:
        asked.append(move.kind)
        return price_of(ranging, move)

    def left_out(*given: Any) -> Any:
        if broken:
            raise KeyboardInterrupt
        asked.append("without")
        return without(*given)

    monkeypatch.setattr(prices_module, "price_of", priced)
    monkeypatch.setattr(removals_module, "_without", left_out)
    broken, folder = False, here / "outputs" / "explain" / "baseline"
    assert axplan("explain", "baseline").code == 0
    whole = contents(folder)
    shutil.rmtree(here / "outputs")
    broken = True
    assert axplan("explain", "baseline").code == 130
    partial = here / "outputs" / "baseline" / "explain.partial.json"
    assert partial.is_file()
    assert not folder.exists()
    broken, before = False, asked.copy()
    asked.clear()
    assert axplan("explain", "baseline").code == 0
    assert "rule" in before
    assert set(asked) == {"without"}
    assert contents(folder) == whole
    assert not partial.exists()


def test_a_way_from_nothing_is_not_told_as_a_share_of_it(axplan: Run, here: Path) -> None:
    scenario(here, "wanting", "extends: baseline\nchanges: {floors.production.at_least: 0.02}\nrules: {drop: [cap]}")
    ended = axplan("explain", "wanting")
    assert ended.code == 0
    assert "Private ratio of Main fund 0 times" in ended.out
    assert "00.0%" not in ended.out
