"""The one-page brief says what the workbook says, in lines that add up, and text in it is nothing but text."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from axplan.inputs.objective import single
from axplan.plan.ledger import SPENDING
from axplan.plan.optimise import CertifiedPlan, optimise
from axplan.plan.result import Plan
from axplan.plan.yardsticks import Yardsticks
from axplan.report import BRIEF
from axplan.report.book import PLAN_WORDS as WORDS
from axplan.report.styles import MONEY_UNITS, money_of
from book_cells import numbers, row_of
from brief_page import Page, as_printed, brief, many_inputs, number, text
from tiny import tiny_inputs
from written_results import FACTS, Written, write

HANGUL = re.compile(r"[가-힣]")
LATIN = re.compile(r"[A-Za-z]{2,}")
NAMES_IN_KOREAN = frozenset(("AI", "NPV", "SHA", "plan", "xlsx", "axplan"))
"""Latin letters a Korean budget paper has."""

UNITS = tuple(MONEY_UNITS)
HOSTILE = {
    "markup": "<script>alert(1)</script>",
    "attribute": "\"><img src=x onerror='alert(1)'>",
    "entity": "R&D &lt;b&gt; &amp;",
    "formula": "=1+1",
    "ending": "</text></svg></style></title><iframe src='http://example.org'>",
}


def page_of(written: Written) -> Page:
    return Page(written.folder / BRIEF)


@pytest.fixture(params=["korean", "english"])
def written(request: pytest.FixtureRequest) -> Written:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Written)
    return found


@pytest.fixture(scope="session")
def many(tmp_path_factory: pytest.TempPathFactory) -> Page:
    """The brief of a plan the page cannot show every line of."""
    return brief(optimise(many_inputs(), single("production")), tmp_path_factory.mktemp("many"), "ko")


# Figures


def test_the_figures_at_the_head_are_those_of_the_workbook(written: Written) -> None:
    sheet, first = written.sheet("summary"), 4
    shown = [cell for cell in sheet[first] if cell.value is not None]
    figures = page_of(written).figures
    assert [label for label, _, _ in figures] == [cell.value for cell in shown]
    for (label, value, remark), cell in zip(figures, shown, strict=True):
        below = sheet.cell(first + 1, cell.column)
        assert value == as_printed(below.value, below.number_format), label
        said = sheet.cell(first + 2, cell.column).value
        assert remark.replace(" ", "").endswith(said.replace(" ", "")), label


@pytest.mark.parametrize("unit", UNITS)
def test_every_line_of_the_budget_is_that_of_the_workbook(small: CertifiedPlan, tmp_path: Path, unit: str) -> None:
    written = write(small, tmp_path, "en", unit=unit)
    sheet, page = written.sheet("overview"), page_of(written)
    row = 4
    assert [cell.value for cell in sheet[row]][1 : len(page.heads)] == page.heads[1:]
    for _, label, cells in page.rows:
        row = row_of(sheet, label, after=row + 1)
        expected = [sheet.cell(row, at) for at in range(2, len(cells) + 2)]
        assert cells == [as_printed(cell.value, cell.number_format) for cell in expected], label
    assert WORDS["unit_note"].format(unit=money_of(unit, "en").unit.en).en in text(page.one("h2", id="budget-title"))


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("language", ["ko", "en"])
def test_printed_totals_are_the_sums_of_printed_parts(small: CertifiedPlan, tmp_path: Path, language: str, unit: str) -> None:  # fmt: skip
    add_up(brief(small, tmp_path, language, unit))


def test_lines_and_years_that_are_put_together_add_up_too(many: Page, tiny: CertifiedPlan, tmp_path: Path) -> None:
    add_up(many)
    assert many.heads[1:3] == ["2026–27", "2028–29"]
    labels = [label for _, label, _ in many.rows]
    assert labels.count("그 밖의 3개") == 2  # of 6 stages and of 6 tracks
    assert labels.count("그 밖의 4개") == 1  # of 11 pillars
    assert "그 밖의 4개" in many.told("industries")  # of 11 industries
    assert WORDS["put_together"].ko in many.notes
    assert WORDS["put_together"].ko not in brief(tiny, tmp_path, "ko").notes


def add_up(page: Page) -> None:
    amounts = [(role, [number(cell) for cell in cells[:-1]]) for role, _, cells in page.rows]
    for _, cells in amounts:
        assert cells[-1] == sum(cells[:-1])
    (first, total), *rest = amounts
    uses = [cells for role, cells in rest if role == "subtotal"]
    assert first == "total"
    assert total == [sum(column) for column in zip(*uses, strict=True)]
    for use, items in parts(rest):
        assert not items or use == [sum(column) for column in zip(*items, strict=True)]
    assert sum(number(cells[-1]) for role, _, cells in page.rows if role == "subtotal") == pytest.approx(100, abs=0.3)
    assert total[-1] > 0


def parts(rows: list[tuple[str, list[Decimal]]]) -> list[tuple[list[Decimal], list[list[Decimal]]]]:
    found: list[tuple[list[Decimal], list[list[Decimal]]]] = []
    for role, cells in rows:
        if role == "subtotal":
            found.append((cells, []))
        else:
            found[-1][1].append(cells)
    assert any(items for _, items in found)
    return found


@pytest.mark.parametrize(("unit", "factor", "places"), [("억원", 1, 0), ("백만원", 100, 0), ("조원", 1e-4, 4)])
def test_money_is_printed_in_the_unit_that_is_asked_for(small: CertifiedPlan, tmp_path: Path, unit: str, factor: float, places: int) -> None:  # fmt: skip
    page = brief(small, tmp_path, "ko", unit)
    ledger = small.plan.frames["ledger"]
    exact = ledger[[*SPENDING]].to_numpy().sum() * factor
    total = page.rows[0][2][-2]
    assert float(number(total)) == pytest.approx(exact, abs=60 * 10.0**-places)
    assert len(total.partition(".")[2]) == places
    state = (ledger["appropriation"] - ledger["lapse"]).sum() * factor
    label, value, _ = page.figures[1]
    assert label == f"국비 ({unit})"
    assert float(number(value)) == pytest.approx(state, abs=20 * 10.0**-places)
    assert f"({unit})" in text(page.all("figcaption")[0])


# Charts


def test_the_charts_show_the_lines_of_the_budget_and_of_the_industries(written: Written) -> None:
    page, x = page_of(written), written.plan.inputs
    lines = {label: dict(zip(page.heads[1:], cells, strict=True)) for _, label, cells in page.rows}
    money = page.told("money")
    assert list(money) == [str(t) for t in x.years]
    for year, amounts in money.items():
        assert amounts == {label: lines[label][year] for label in amounts}
    sheet = written.sheet("by_industry")
    industries = page.told("industries")
    assert list(industries) == [written.label("industries", i) for i in x.initiative_industries]
    for name, amounts in industries.items():
        row = row_of(sheet, name)
        stages = [numbers(sheet, row_of(sheet, stage, after=row), 1, first=len(x.years) + 2)[0] for stage in amounts]
        assert [float(number(cell)) for cell in amounts.values()] == pytest.approx(stages)


def test_the_path_of_the_effect_is_that_of_the_workbook(written: Written) -> None:
    sheet, effects = written.sheet("effects"), page_of(written).told("effects")
    years = {str(sheet.cell(row, 1).value): row for row in range(1, sheet.max_row + 1)}
    heading = {"ko": "생산유발\n(조원)", "en": "Production induced\n(KRW tn)"}[written.language]
    column = {cell.value: cell.column for cell in sheet[years["2026"] - 3]}[heading]
    assert list(effects) == [str(t) for t in written.plan.inputs.effect_years]
    for year, amounts in effects.items():
        assert float(number(amounts[""])) == pytest.approx(sheet.cell(years[year], column).value, abs=0.00501)


def test_every_chart_says_what_it_shows_to_those_who_cannot_see_it(written: Written) -> None:
    page = page_of(written)
    drawings = page.all("svg")
    assert len(drawings) == 3
    ids = [e.get("id") for e in page.root.iter() if e.get("id")]
    assert len(set(ids)) == len(ids)
    for drawing in drawings:
        assert drawing.get("role") == "img"
        assert {drawing.get("aria-labelledby"), drawing.get("aria-describedby")} <= set(ids)


# Text


@pytest.mark.parametrize("language", ["ko", "en"])
def test_hostile_names_are_printed_as_they_are_and_become_nothing_else(tmp_path: Path, language: str) -> None:
    labels = {name: {"label_ko": label, "label_en": label} for name, label in HOSTILE.items()}
    x = tiny_inputs(
        industries={"cars": labels["markup"]},
        stages={"adoption": labels["attribute"], "scale_up": labels["entity"]},
        tracks={"reskilled": {**labels["formula"], "target": 100}},
        programmes={"data": {"pillar": HOSTILE["ending"], "minimum_progress": 1.0}},
        rules={"dear": {**labels["ending"], "relation": ">=", "value": 900.0, "penalty": 1e-9}},
    )
    title = "<img src=x onerror=alert(1)>"
    facts = {**FACTS, f"title.{language}": title, "versions.axplan": "<b>0</b>"}
    page = brief(optimise(x, single("production")), tmp_path, language, facts=facts)
    tags = {element.tag for element in page.root.iter()}
    assert not tags & {"script", "img", "iframe", "link", "object", "embed", "form", "a", "base"}
    assert not [name for element in page.root.iter() for name in element.attrib if name.startswith("on")]
    assert text(page.one("h1")) == title
    assert page.seen[0].startswith(title)
    labels_of_lines = [label for _, label, _ in page.rows]
    for name in ("attribute", "entity", "formula", "ending"):
        assert HOSTILE[name] in labels_of_lines
    assert HOSTILE["markup"] in text(page.one("desc", id="chart-industries-description"))
    assert HOSTILE["ending"] in page.notes
    assert "<b>0</b>" in text(page.one("footer"))


def test_marks_that_turn_the_direction_of_text_and_control_characters_are_left_out(tmp_path: Path) -> None:
    x = tiny_inputs(stages={"adoption": {"label_ko": "앞\u202e뒤\u2066\n다음\u0000"}})
    page = brief(optimise(x, single("production")), tmp_path, "ko")
    assert "앞뒤 다음\ufffd" in [label for _, label, _ in page.rows]
    assert not set("\u202e\u2066\u0000") & set(page.source)


def test_the_page_holds_all_it_shows(written: Written) -> None:
    page = page_of(written)
    assert not re.search(r"https?:|url\(|@import|javascript:|<script|\bsrc=|\bhref=", page.source, re.IGNORECASE)
    (policy,) = page.all("meta", None, **{"http-equiv": "Content-Security-Policy"})
    assert (policy.get("content") or "").startswith("default-src 'none'")
    assert page.source.startswith("<!doctype html>\n")
    assert page.one("html").get("lang") == written.language
    assert page.all("meta", charset="utf-8")


def test_the_same_plan_gives_the_same_bytes(small: CertifiedPlan, korean: Written, tmp_path: Path) -> None:
    assert brief(small, tmp_path, "ko").source == page_of(korean).source
    other = {**FACTS, "title.ko": "다른 안"}
    assert brief(small, tmp_path, "ko", facts=other).source != page_of(korean).source


def test_an_english_page_has_no_korean_and_a_korean_page_no_english_words(korean: Written, english: Written) -> None:
    assert not [line for line in page_of(english).seen if HANGUL.search(line)]
    x = korean.plan.inputs
    frames = (x.industries, x.stages, x.tracks, x.funds, x.programmes)
    named = {word for frame in frames for label in frame.label_ko.values() for word in LATIN.findall(label)}
    found = {word for line in page_of(korean).seen for word in LATIN.findall(line)}
    assert found <= named | NAMES_IN_KOREAN
    assert all(HANGUL.search(label) for label, _, _ in page_of(korean).figures)


# Plans of other kinds


def test_a_weighted_objective_is_shown_with_its_weights(weighted: CertifiedPlan, tmp_path: Path) -> None:
    page = brief(weighted, tmp_path, "ko")
    label, value, remark = page.figures[0]
    assert label == "가중 목적 (점)"
    assert float(number(value)) == pytest.approx(weighted.plan.value, abs=0.005)
    assert "생산유발 1, 수출 2" in remark
    assert "수출 2" in page.notes


def test_soft_rules_that_are_missed_are_named(written: Written) -> None:
    name = {"ko": "철강 대부분", "en": "Most to steel"}[written.language]
    assert WORDS["note_soft"].format(count=1, names=name).in_(written.language) in page_of(written).notes


def test_a_plan_without_tracks_and_programmes_has_no_figure_or_line_for_them(empty: CertifiedPlan, tmp_path: Path) -> None:  # fmt: skip
    page = brief(empty, tmp_path, "en")
    assert len(page.figures) == 4
    assert [label for _, label, _ in page.rows] == ["Total", "Growth initiative", "Adoption", "Scale-up"]


def test_a_plan_without_money_says_that_there_is_no_ratio(tmp_path: Path) -> None:
    nothing = optimise(tiny_inputs(appropriations={"main": {2026: 0, 2027: 0}}), single("production"))
    page = brief(nothing, tmp_path, "ko")
    assert page.figures[-1][1] == "-"
    assert WORDS["no_cost"].ko in page.notes
    assert set(page.rows[0][2]) == {"-"}


@pytest.mark.parametrize(("rate", "warns"), [(0.9, False), (0.01, True)])
def test_a_ratio_below_one_is_said_plainly_and_one_above_is_not_marked(tmp_path: Path, rate: float, warns: bool) -> None:  # fmt: skip
    inputs = tiny_inputs(industries={"cars": {"value_added_rate": rate}}, settings={"appraisal_end": 2040})
    page = brief(optimise(inputs, single("production")), tmp_path, "ko")
    assert (number(page.figures[-1][1]) < 1) == warns
    assert bool(page.all("div", class_="figure warns")) == warns
    assert ("1보다 작습니다" in page.notes) == warns
    assert ("편익이 비용보다 큽니다" in page.notes) != warns
    assert WORDS["not_valued"].ko in page.notes


MARKED = Yardsticks(2.0, 3.0, 2.5, None, 100.0, ("steel_floor",))
"""Of a plan that is worth 2: without the rules on the split 3, a proportional split 2.5, no even one."""


@pytest.mark.parametrize(("language", "said"), [
    ("ko", ("최선의 계획은 생산유발(어긴 제약의 벌점을 뺀 값) 3.00조원", "생산 비중대로 나눈 계획(2.50조원)보다 20.0% 많습니다", "고르게 나눈 계획으로는 모든 요구를 지킬 수 없어")),
    ("en", ("brings KRW 3.00 tn (Production induced, less the penalties of missed rules)", "20.0% more than a split over industries and regions by production (KRW 2.50 tn)", "No plan with the same split with every task alike meets all requirements")),
])  # fmt: skip
def test_book_and_brief_compare_like_with_like(
    small: CertifiedPlan, tmp_path: Path, language: str, said: tuple[str, ...]
) -> None:
    marked = replace(small.plan, value=2.0, yardsticks=MARKED)
    for page in told(small, marked, tmp_path / "marked", language):
        assert [part for part in said if part not in page] == []
    heading = WORDS["comparisons_heading"].in_(language)
    for page in told(small, replace(small.plan, yardsticks=None), tmp_path / "none", language):
        assert heading not in page
        assert not any(part in page for part in said)


def told(small: CertifiedPlan, plan: Plan, folder: Path, language: str) -> tuple[str, str]:
    """What the summary and the brief of a plan say."""
    found = write(replace(small, plan=plan), folder, language)
    cells = " ".join(str(cell.value) for row in found.sheet("summary").iter_rows() for cell in row if cell.value)
    return cells, (found.folder / "brief.html").read_text(encoding="utf-8").replace('<span class="whole">', "").replace(
        "</span>", ""
    )
