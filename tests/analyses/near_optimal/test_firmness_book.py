"""The workbook of firmness: nothing clipped, one language, ranges in whole units that hold the printed plan, the same bytes."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from axplan.analyses.near_optimal.book import write_firmness
from axplan.analyses.near_optimal.mga import near_optimal_ranges
from axplan.analyses.near_optimal.result import CLASS_NAMES, NearOptimalRanges
from axplan.inputs.parameters import build_inputs
from axplan.plan.optimise import optimise
from book_cells import filled
from book_faults import clipped_numbers, clipped_texts, covered, unreadable_series
from small_baseline import small_baseline

HANGUL = re.compile("[가-힣]")
FACTS = {"title.ko": "기준", "title.en": "Base", "inputs.sha256": "0" * 64}


@cache
def found() -> NearOptimalRanges:
    best = optimise(build_inputs(small_baseline()))
    return near_optimal_ranges(best)


def write(folder: Path, language: str, unit: str = "억원") -> Path:
    folder.mkdir(exist_ok=True)
    book, table = write_firmness(found(), folder, language, FACTS, unit)
    assert (folder / table).is_file()
    return folder / book


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_book_can_be_read_and_printed(language: str, tmp_path: Path) -> None:
    path = write(tmp_path, language)
    shown, written = load_workbook(path, data_only=True), load_workbook(path)
    assert len(shown.worksheets) == 4
    assert list(clipped_numbers(shown)) == []
    assert list(clipped_texts(shown)) == []
    assert list(covered(written)) == []
    assert list(unreadable_series(written, shown)) == []
    texts = [cell.value for _, cell in filled(shown) if isinstance(cell.value, str)]
    if language == "en":
        assert [text for text in texts if HANGUL.search(text)] == ["Scenario (Korean): 기준"]
    else:
        assert {"견고", "느슨", "중간"} <= {text for text in texts if len(text) < 10}


@pytest.mark.parametrize("unit", ["억원", "백만원", "조원"])
def test_printed_ranges_hold_the_printed_plan(unit: str, tmp_path: Path) -> None:
    sheet: Any = load_workbook(write(tmp_path, "en", unit), data_only=True).worksheets[0]
    rows = [row for row in sheet.iter_rows(values_only=True) if {name.en for name in CLASS_NAMES.values()} & set(row)]
    assert len(rows) > 30
    for row in rows:
        least, amount, most = [cell for cell in row[1:] if isinstance(cell, int | float)][:3]
        assert min(least, amount, most) == min(least, most) <= amount <= max(least, most), row


def test_every_line_of_the_overall_table_stands_with_its_range(tmp_path: Path) -> None:
    """Every line of the uses adds up to its use in the plan, and the uses to all public spending; ends do not add up."""
    sheet: Any = load_workbook(write(tmp_path, "en"), data_only=True)["Budget ranges"]
    rows = {row[0]: row for row in sheet.iter_rows(values_only=True) if isinstance(row[1], int | float)}
    x = found().plan.inputs
    outlays = [rows[label] for p, label in x.programmes.label_en.items() if not x.programmes.operating_cost[p]]
    assert {
        "Fund spending",
        "Running costs of the programmes",
        *x.stages.label_en.values(),
        *x.tracks.label_en.values(),
    } <= set(rows)
    stages = [rows[label][1] for label in x.stages.label_en.values()]
    assert sum(stages) == rows["Commitments of the growth initiative"][1]
    assert outlays
    uses = (
        "Commitments of the growth initiative",
        "Public training cost",
        "Outlay of the programmes",
        "Running costs of the programmes",
    )
    assert sum(rows[use][1] for use in uses) == rows["Fund spending"][1]
    assert all(row[2] <= row[1] <= row[3] for row in rows.values())


def test_the_same_search_gives_the_same_bytes(tmp_path: Path) -> None:
    assert write(tmp_path / "a", "ko").read_bytes() == write(tmp_path / "b", "ko").read_bytes()
