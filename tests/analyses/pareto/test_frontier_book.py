"""The workbook of a frontier: every point, charts, nothing clipped, one language, the same bytes."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from axplan.analyses.pareto.book import write_frontier
from axplan.analyses.pareto.frontier import ParetoFrontier, pareto_frontier
from axplan.inputs.parameters import Inputs, build_inputs
from axplan.plan.rounding.printed import print_plan
from book_cells import filled
from book_faults import clipped_numbers, clipped_texts, covered, unreadable_series
from small_baseline import small_baseline
from solved_cases import TWO
from tiny import tiny_inputs

HANGUL = re.compile("[가-힣]")
FACTS = {"inputs.sha256": "0" * 64}
AIMS = (("value_added", "exports"), ("production", "exports", "regional_balance"))


@cache
def inputs() -> Inputs:
    return build_inputs(small_baseline({"rules": [{"label_ko": "연성", "label_en": "Soft", "measure": "commitment", "relation": ">=", "value": 10, "unit": "amount", "penalty": 0.001}]}))  # fmt: skip


@cache
def found(aims: tuple[str, ...]) -> ParetoFrontier:
    return pareto_frontier(inputs(), aims, 5)


def write(aims: tuple[str, ...], folder: Path, language: str, unit: str = "억원") -> Path:
    folder.mkdir(exist_ok=True)
    files = [f"point-{n}.yaml" for n in range(len(found(aims).points))]
    (name,) = write_frontier(
        found(aims), inputs(), files, "기준" if language == "ko" else "Base", folder, language, FACTS, unit
    )
    return folder / name


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("aims", AIMS)
def test_the_book_can_be_read_and_printed(aims: tuple[str, ...], language: str, tmp_path: Path) -> None:
    path = write(aims, tmp_path, language)
    shown, written = load_workbook(path, data_only=True), load_workbook(path)
    assert list(clipped_numbers(shown)) == []
    assert list(clipped_texts(shown)) == []
    assert list(covered(written)) == []
    assert list(unreadable_series(written, shown)) == []
    assert len(written.worksheets[0]._charts) == len(aims) - 1
    texts = [cell.value for _, cell in filled(shown) if isinstance(cell.value, str)]
    if language == "en":
        assert [text for text in texts if HANGUL.search(text)] == []
    else:
        assert any(text.endswith("유발\n(조원)") for text in texts)
    assert any("soft rules" in text or "벌점 제약" in text for text in texts)


def test_every_point_stands_in_the_table_with_its_scenario(tmp_path: Path) -> None:
    sheet: Any = load_workbook(write(AIMS[0], tmp_path, "en"), data_only=True).worksheets[0]
    rows = [row for row in sheet.iter_rows(values_only=True) if row[0] in map(str, range(1, 9))]
    points = found(AIMS[0])
    assert [row[1:3] for row in rows] == [pytest.approx(p.values) for p in points.points]
    assert [row[5] for row in rows] == [None, *(pytest.approx(1e4 * p) for p in points.prices[1:] if p)]
    assert [row[6] for row in rows] == [f"point-{n}.yaml" for n in range(len(points.points))]


def test_the_commitments_of_a_point_are_those_its_own_book_prints_and_add_up(tmp_path: Path) -> None:
    sheet: Any = load_workbook(write(AIMS[0], tmp_path, "en"), data_only=True).worksheets[1]
    rows = list(sheet.iter_rows(values_only=True))
    tables: list[list[float]] = []
    for row in rows:
        if row[0] == "1":
            tables.append([cell for cell in row[1:] if isinstance(cell, int | float)])
    printed = print_plan(found(AIMS[0]).points[0].plan, 1.0).plan.frames["commitments"]["commitment"].sum()
    for amounts in tables[1:]:
        assert sum(amounts[:-1]) == pytest.approx(amounts[-1], abs=1e-9)
        assert amounts[-1] == pytest.approx(printed / 10)  # KRW bn


def test_aims_that_do_not_conflict_have_no_curve(tmp_path: Path) -> None:
    x = tiny_inputs(**TWO)
    flat = pareto_frontier(x, ("production", "exports"), 5)
    write_frontier(flat, x, ["point.yaml"], "Base", tmp_path, "en", FACTS)
    book = load_workbook(tmp_path / "frontier.xlsx")
    assert book.worksheets[0]._charts == []
    assert any("These aims do not conflict" in str(cell.value) for _, cell in filled(book))


def test_money_is_told_in_the_unit_that_was_asked_for(tmp_path: Path) -> None:
    def balance(unit: str) -> list[float]:
        sheet: Any = load_workbook(write(AIMS[1], tmp_path, "ko", unit), data_only=True).worksheets[0]
        return [row[3] for row in sheet.iter_rows(values_only=True) if row[0] in map(str, range(1, 9))]

    assert balance("백만원") == pytest.approx([100 * amount for amount in balance("억원")])


def test_the_same_frontier_gives_the_same_bytes(tmp_path: Path) -> None:
    assert write(AIMS[0], tmp_path / "a", "ko").read_bytes() == write(AIMS[0], tmp_path / "b", "ko").read_bytes()
