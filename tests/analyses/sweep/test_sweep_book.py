"""The workbook of a sweep: lines over one parameter, maps over two, blanks where there is no plan, nothing clipped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from axplan.analyses.sweep.book import write_sweep
from axplan.analyses.sweep.book_context import MONEY
from axplan.analyses.sweep.search import OPTIMAL, Sweeper, SweepPoint, VariedInput, grid
from axplan.analyses.sweep.words import WORDS
from axplan.inputs.objective import Objective, single
from axplan.inputs.parameters import build_inputs
from axplan.inputs.tables import Tables
from axplan.plan.optimise import optimise
from axplan.plan.rounding.printed import print_plan
from axplan.scenario import apply_scenario, inputs_alone
from book_cells import filled, row_of
from book_faults import clipped_numbers, clipped_texts, covered, unreadable_series
from small_baseline import small_baseline

PRODUCTION = single("production")
HANGUL = re.compile("[가-힣]")
FACTS = {"title.ko": "가", "title.en": "A", "inputs.sha256": "0" * 64}
LINE = [VariedInput("funds.axpf.private_ratio", ("0", "0.5", "1", "many"))]
MAP = [
    VariedInput("appropriations.axpf.*", ("*0.1", "*1", "*1.2")),
    VariedInput("stages.adoption.additionality", ("0.25", "0.5")),
]


class Book:
    """A sweep of the small baseline on disk."""

    def __init__(
        self, varied: Sequence[VariedInput], points: Sequence[SweepPoint], own: SweepPoint, folder: Path, language: str, unit: str = "억원",
        objective: Objective = PRODUCTION,
    ) -> None:  # fmt: skip
        self.points, self.language = points, language
        inputs = apply_scenario(inputs_alone(Path("small")), small_baseline()).inputs()
        (name,) = write_sweep(varied, own, points, inputs, objective, folder, language, FACTS, unit)
        self.path = folder / name
        self.shown, self.written = load_workbook(self.path, data_only=True), load_workbook(self.path)

    def sheet(self, name: str) -> Any:
        return self.shown[WORDS[f"sheet_{name}"].in_(self.language)]


def in_book(book: Book, figure: str, amount: float | None) -> float | None:
    """A figure as the book has it: money in 억원, in English in billions of won."""
    of_money = figure.partition(".")[0] in MONEY and amount is not None and book.language == "en"
    return amount / 10 if of_money and amount is not None else amount


@pytest.fixture(scope="module")
def solved() -> tuple[SweepPoint, list[SweepPoint], list[SweepPoint]]:
    """The scenario itself, the points of the line, and those of the map."""
    tables: Tables = small_baseline()
    sweeper = Sweeper(tables, inputs_alone(Path("small")))
    return sweeper.point(()), list(map(sweeper.point, grid(LINE))), list(map(sweeper.point, grid(MAP)))


Solved = tuple[SweepPoint, list[SweepPoint], list[SweepPoint]]


@pytest.fixture(scope="module", params=["ko", "en"])
def line(request: pytest.FixtureRequest, solved: Solved, tmp_path_factory: pytest.TempPathFactory) -> Book:
    return Book(LINE, solved[1], solved[0], tmp_path_factory.mktemp("line"), request.param)


@pytest.fixture(scope="module", params=["ko", "en"])
def heat(request: pytest.FixtureRequest, solved: Solved, tmp_path_factory: pytest.TempPathFactory) -> Book:
    return Book(MAP, solved[2], solved[0], tmp_path_factory.mktemp("map"), request.param)


def test_the_points_are_what_these_tests_are_about(solved: Solved) -> None:
    own, of_line, of_map = solved
    assert own.status == OPTIMAL
    assert [point.status for point in of_line] == ["optimal", "optimal", "optimal", "invalid"]
    assert [point.status for point in of_map] == ["infeasible"] * 2 + ["optimal"] * 4


def test_a_line_can_be_read_and_printed(line: Book) -> None:
    require_readable(line)


def test_a_map_can_be_read_and_printed(heat: Book) -> None:
    require_readable(heat)


def require_readable(book: Book) -> None:
    """Nothing is clipped, no chart covers anything, it prints on A4, and speaks one language."""
    assert list(clipped_numbers(book.shown)) == []
    assert list(clipped_texts(book.shown)) == []
    assert list(covered(book.written)) == []
    assert list(unreadable_series(book.written, book.shown, blanks=True)) == []
    for sheet in book.written.worksheets:
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.oddFooter.center.text == "&P / &N"
    if book.language == "en":
        texts = [cell.value for _, cell in filled(book.shown) if isinstance(cell.value, str)]
        assert [text for text in texts if HANGUL.search(text)] == ["Scenario (Korean): 가"]
    else:
        assert {"완료", "생산유발\n(조원)"} <= {cell.value for _, cell in filled(book.shown)}


def test_a_line_has_its_objective_and_money_and_breaks_where_there_is_no_plan(line: Book) -> None:
    sheet = line.sheet("swept")
    first = row_of(sheet, WORDS["swept_value"].in_(line.language)) + 1
    for n, point in enumerate(line.points):
        row = [sheet.cell(first + n, at).value for at in range(1, 10)]
        if point.status == OPTIMAL:
            names = ("objective", "commitment", "training", "outlay", "running", "subscription", "lapse")
            figures = [in_book(line, name, point.shown(name)) for name in names]
            assert row[0] == float(point.setting[0].partition("=")[2])
            assert row[2:] == pytest.approx(figures, abs=1e-6)
        else:
            assert row[0] == "many"
            assert row[2:] == [None] * 7
    own = [sheet.cell(first + len(line.points), at).value for at in (1, 3)]
    assert own == [WORDS["swept_own"].in_(line.language), pytest.approx(line.points[2].figures["objective"], rel=1e-9)]
    assert len(line.written.worksheets[0]._charts) == 2


def test_zero_is_written_as_zero_where_it_is_what_was_asked_for(line: Book) -> None:
    sheet = line.sheet("swept")
    first = row_of(sheet, WORDS["swept_value"].in_(line.language)) + 1
    assert sheet.cell(first, 1).value == 0
    assert sheet.cell(first, 1).number_format == "General"


def test_a_map_has_a_row_and_a_column_for_each_value_and_blanks(heat: Book) -> None:
    sheet = heat.sheet("swept")
    rows = [row[:3] for row in sheet.iter_rows(values_only=True) if str(row[0]).startswith("× ")]
    assert [row[0] for row in rows] == ["× 0.1", "× 1", "× 1.2"] * 2  # of the objective, and of commitments
    objective = [value for row in rows[:3] for value in row[1:]]
    known = [point.figures.get("objective") for point in heat.points]
    assert objective[:2] == [None, None]
    assert objective[2:] == pytest.approx(known[2:])
    ranges = heat.written.worksheets[0].conditional_formatting
    assert len(list(ranges)) == 2
    assert all(rule.type == "colorScale" for found in ranges for rule in found.rules)


def test_why_there_is_no_plan_is_said_once_for_each_point(heat: Book, line: Book) -> None:
    texts = [str(cell.value) for _, cell in filled(heat.shown)]
    assert sum(WORDS["point_infeasible"].in_(heat.language) + "." in text for text in texts) == 2
    assert any(
        "funds.axpf.private_ratio=many" in str(cell.value) and "[E2" in str(cell.value)
        for _, cell in filled(line.shown)
    )


def test_every_point_has_all_of_its_figures(heat: Book) -> None:
    sheet, language = heat.sheet("swept_points"), heat.language
    numbers = {round(cell.value, 6) for row in sheet.iter_rows() for cell in row if isinstance(cell.value, int | float)}
    for point in heat.points:
        for figure, value in point.figures.items():
            if figure != "objective" and value:
                value = in_book(heat, figure, point.printed.get(figure, value))
                assert any(abs(value - number) <= 1e-5 * max(1, abs(value)) for number in numbers), (figure, language)


def test_money_and_people_are_those_of_the_plan_that_a_run_would_choose_as_its_book_prints_them(solved: Solved) -> None:
    """In whole units, so that stages and industries add up to the initiative; and those of the scenario itself."""
    own, of_line, _ = solved
    made = print_plan(optimise(build_inputs(small_baseline()), PRODUCTION, measured=False).plan, 1.0).plan
    assert own.printed["commitment"] == made.frames["commitments"]["commitment"].sum()
    assert own.printed["running"] == made.frames["running_costs"]["running_cost"].sum()
    for point in (own, *of_line[:3]):
        parts = {
            kind: [a for name, a in point.printed.items() if name.startswith(f"commitment.{kind}")] for kind in "as"
        }
        assert all(float(amount).is_integer() for amounts in parts.values() for amount in amounts)
        stages = sum(point.printed[f"commitment.{s}"] for s in made.inputs.stages.stage)
        industries = sum(point.printed[f"commitment.{i}"] for i in made.inputs.initiative_industries)
        assert stages == industries == point.printed["commitment"]


def test_money_is_printed_in_the_unit_asked_for(solved: Solved, line: Book, tmp_path: Path) -> None:
    trillions = Book(LINE, solved[1], solved[0], tmp_path, line.language, "조원")
    first = row_of(line.sheet("swept"), WORDS["swept_value"].in_(line.language)) + 1
    here, there = (book.sheet("swept").cell(first, 4).value for book in (line, trillions))
    assert there == pytest.approx(here / (1e4 if line.language == "ko" else 1e3))  # from 억원, or from KRW bn


def test_the_same_sweep_gives_the_same_bytes(solved: Solved, line: Book, tmp_path: Path) -> None:
    assert Book(LINE, solved[1], solved[0], tmp_path, line.language).path.read_bytes() == line.path.read_bytes()


def test_a_sweep_without_any_plan_has_no_charts(solved: Solved, tmp_path: Path) -> None:
    book = Book(LINE, solved[1][3:] * 4, solved[0], tmp_path, "en")
    assert [len(sheet._charts) for sheet in book.written.worksheets] == [0, 0]


def test_a_weighted_objective_has_points(solved: Solved, tmp_path: Path) -> None:
    book = Book(LINE, solved[1], solved[0], tmp_path, "en", objective=Objective({"production": 1, "exports": 1}))
    assert "Weighted objective\n(points)" in {cell.value for _, cell in filled(book.shown)}
