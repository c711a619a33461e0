"""The workbook of a comparison: what it says, that it adds up, that nothing is clipped, and what it says without a plan."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from axplan.analyses.compare.book import write_comparison
from axplan.analyses.compare.cases import ComparedCase, Comparer
from axplan.analyses.compare.pairs import Pair, pair
from axplan.analyses.compare.words import WORDS
from axplan.core.errors import Infeasible
from axplan.core.text import Text
from axplan.inputs.objective import single
from axplan.inputs.parameters import build_inputs
from axplan.inputs.tables import Tables
from axplan.plan.optimise import optimise
from axplan.plan.rounding.printed import print_plan
from axplan.report.styles import money_of
from book_cells import filled, row_of, rows_under
from book_faults import clipped_numbers, clipped_texts, covered, unreadable_series
from small_baseline import small_baseline

HANGUL = re.compile("[가-힣]")
FACTS = {"title.ko": "가 → 나", "title.en": "A → B", "before_side": "A, SHA-256 " + "0" * 64}
CHANGES: Any = {
    "appropriations": {"axpf": {"2027": 6000.0}}, "tracks": {"leaders": {"unit_cost": 0.16}},
    "tasks": {"design": {"label_en": "=1+1"}},
}  # fmt: skip


def side(name: str, ko: str, en: str, tables: Tables) -> ComparedCase:
    plan = optimise(build_inputs(tables), single("production")).plan
    return ComparedCase(name, Text(ko, en), tables, single("production"), plan)


@pytest.fixture(scope="module")
def made() -> Pair:
    before, after = (side("a", "=가", "=A", small_baseline()), side("b", "나", "B", small_baseline(CHANGES)))
    return pair(before, after, Comparer(before))


class Book:
    """A comparison on disk."""

    def __init__(self, made: Pair, folder: Path, language: str, unit: str = "억원") -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.made, self.language = made, language
        (name,) = write_comparison(made, folder, language, FACTS, unit)
        self.path = folder / name
        self.shown, self.written = load_workbook(self.path, data_only=True), load_workbook(self.path)

    def sheet(self, name: str) -> Any:
        return self.shown[self.say(f"sheet_{name}")]

    def say(self, name: str, **values: object) -> str:
        return WORDS[name].format(**values).in_(self.language)


@pytest.fixture(scope="module", params=["ko", "en"])
def book(request: pytest.FixtureRequest, made: Pair, tmp_path_factory: pytest.TempPathFactory) -> Book:
    return Book(made, tmp_path_factory.mktemp(request.param), request.param)


def test_it_has_a_sheet_for_the_summary_the_inputs_the_plans_and_the_attribution(book: Book) -> None:
    names = [book.say(f"sheet_{name}") for name in ("compared", "compared_cells", "compared_plans", "compared_shares")]
    assert book.shown.sheetnames == names
    assert all(0 < len(name) <= 31 for name in names)


def test_nothing_is_clipped_and_no_chart_covers_anything(book: Book) -> None:
    assert list(clipped_numbers(book.shown)) == []
    assert list(clipped_texts(book.shown)) == []
    assert list(covered(book.written)) == []
    assert list(unreadable_series(book.written, book.shown)) == []
    assert [len(sheet._charts) for sheet in book.written.worksheets] == [0, 0, 4, 1]


def test_every_sheet_prints_on_a4_paper_with_page_numbers(book: Book) -> None:
    for sheet in book.written.worksheets:
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.oddFooter.center.text == "&P / &N"


def test_the_book_speaks_one_language(book: Book) -> None:
    if book.language == "en":
        korean = [
            cell.value for _, cell in filled(book.shown) if isinstance(cell.value, str) and HANGUL.search(cell.value)
        ]
        assert korean == [f"{book.say('fact_title.ko')}: {FACTS['title.ko']}"]
    else:
        said = {cell.value for _, cell in filled(book.shown)}
        assert {"자동차", "수도권", "전국", "생산유발"} <= said
        assert not {"Automotive", "Production induced", "National"} & said


def test_titles_that_look_like_formulas_are_text(book: Book) -> None:
    cells = [cell for _, cell in filled(book.written) if cell.value in ("=A", "=가", "=1+1")]
    assert len(cells) >= 2
    assert all(cell.data_type == "s" for cell in cells)


def test_every_cell_that_differs_is_listed_with_both_values_and_what_it_is_changed_with(book: Book) -> None:
    rows = {row[4]: row for row in book.sheet("compared_cells").iter_rows(min_row=6, values_only=True)}
    assert set(rows) == {cell.address for cell in book.made.cells}
    assert rows["appropriations.axpf.2027"][5:7] == (pytest.approx(0.77 * 7000), 6000)
    assert rows["tasks.design.label_en"][7] == book.say("compared_idle")
    assert rows["tracks.leaders.unit_cost"][7] != book.say("compared_idle")


def test_the_headline_has_both_values_and_their_difference(book: Book) -> None:
    sheet = book.sheet("compared")
    before, after = (s.plan.indicators["production"] for s in book.made.sides if s.plan)
    row = row_of(sheet, "생산유발" if book.language == "ko" else "Production induced")
    cells = [sheet.cell(row, at).value for at in range(3, 7)]
    assert cells[:2] == [round(before, 2), round(after, 2)]
    assert cells[2] == pytest.approx(round(after, 2) - round(before, 2))
    assert cells[3] == pytest.approx(cells[2] / cells[0])


def test_both_plans_are_printed_as_in_their_own_books(book: Book) -> None:
    before, after = (print_plan(s.plan, 1.0).plan.frames["commitments"] for s in book.made.sides if s.plan)
    sheet = book.sheet("compared_plans")
    row = row_of(sheet, "자동차" if book.language == "ko" else "Automotive")
    per_eok = money_of("억원", book.language).per_eok
    for at, frame in ((2, before), (3, after)):
        mine = per_eok * frame.loc[frame["industry"] == "automotive", ["commitment", "private"]].sum()
        assert sheet.cell(row, at).value == pytest.approx(mine["commitment"])
        assert sheet.cell(row, at + 4).value == pytest.approx(mine["private"])


def test_totals_are_the_sums_of_their_lines_and_differences_those_of_their_rows(book: Book) -> None:
    sheet, total, checked = book.sheet("compared_plans"), WORDS["total"].in_(book.language), 0
    for row in range(1, sheet.max_row + 1):
        if sheet.cell(row, 1).value != total:
            continue
        lines = list(rows_under(sheet, total, row).values())
        for at in (2, 3, 4, 6, 7, 8):
            assert sheet.cell(row, at).value == pytest.approx(sum(sheet.cell(n, at).value for n in lines))
        for n in (row, *lines):
            assert sheet.cell(n, 4).value == pytest.approx(sheet.cell(n, 3).value - sheet.cell(n, 2).value)
            checked += 1
    assert checked > 20


def test_the_printed_shares_add_up_to_the_printed_difference(book: Book) -> None:
    sheet = book.sheet("compared_shares")
    first = row_of(sheet, book.say("difference_in_all"))
    steps = book.made.comparison.shares()  # type: ignore[union-attr]
    shares = [sheet.cell(first + n, 2).value for n in range(1, len(steps) + 1)]
    assert len(shares) == 2
    assert math.fsum(shares) == pytest.approx(sheet.cell(first, 2).value, abs=1e-12)
    assert shares == pytest.approx([share for _, share in steps], abs=1e-3)
    before, after = (sheet.cell(first + len(steps) + n, 2).value for n in (1, 2))
    assert after - before == pytest.approx(sheet.cell(first, 2).value, abs=1e-12)
    assert math.fsum(sheet.cell(first + n, 3).value for n in range(1, 3)) == pytest.approx(1)


def test_the_same_comparison_gives_the_same_bytes(made: Pair, book: Book, tmp_path: Path) -> None:
    assert Book(made, tmp_path, book.language).path.read_bytes() == book.path.read_bytes()


def test_another_unit_of_money_changes_money_alone(made: Pair, tmp_path: Path) -> None:
    trillions = Book(made, tmp_path, "en", "조원")
    sheet = trillions.sheet("compared_plans")
    automotive = sum(made.before.plan.frames["commitments"].query("industry == 'automotive'")["commitment"])  # type: ignore[union-attr]
    assert sheet.cell(row_of(sheet, "Automotive"), 2).value == pytest.approx(automotive / 1e4, abs=0.2)
    assert trillions.sheet("compared")["A3"].value is None


@pytest.mark.parametrize("language", ["ko", "en"])
def test_without_a_plan_the_book_says_why_and_still_lists_the_cells(made: Pair, tmp_path: Path, language: str) -> None:
    fault = Infeasible(Text("계획이 없습니다", "there is no plan"), [Text("목표", "a target")])
    half = pair(made.before, replace(made.after, plan=None, fault=fault))
    book = Book(half, tmp_path, language)
    assert book.shown.sheetnames == [book.say("sheet_compared"), book.say("sheet_compared_cells")]
    texts = [str(cell.value) for _, cell in filled(book.shown)]
    assert f"b: {fault.message.in_(language)}" in texts
    sheet = book.sheet("compared")
    row = row_of(sheet, "생산유발" if language == "ko" else "Production induced")
    assert sheet.cell(row, 3).value > 0
    assert [sheet.cell(row, at).value for at in (4, 5, 6)] == [None, None, None]
    assert any("appropriations.axpf.2027" in text for text in texts)
    assert list(clipped_texts(book.shown)) == []


def test_two_sides_that_are_the_same_have_nothing_to_tell(made: Pair, tmp_path: Path) -> None:
    same = pair(made.before, replace(made.before, name="copy"), Comparer(made.before))
    book = Book(same, tmp_path, "en")
    assert WORDS["compared_same_cells"].en in {cell.value for _, cell in filled(book.shown)}
    assert list(covered(book.written)) == []
