"""The script that holds the results of two checkouts against each other: what it must find, and what it must not mind."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

import same_outputs
from same_outputs import differences

RUN = Path("ko/00-run-baseline")
BOOK, RECORD, TABLE, SAID = (
    RUN / name for name in ("baseline/plan.xlsx", "baseline/run.json", "baseline/tables/ledger.csv", "said.txt")
)


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """Two folders with the same results of one command."""
    one, other = tmp_path / "one", tmp_path / "other"
    (one / TABLE).parent.mkdir(parents=True)
    book = Workbook()
    book.active["B2"] = 5
    book.save(one / BOOK)
    (one / RECORD).write_text(json.dumps(record("2026-01-01", 0.5)), encoding="utf-8")
    (one / TABLE).write_text("fund,year\nmain,2026\n", encoding="utf-8")
    (one / SAID).write_text("계획을 마쳤습니다 (1.5 초)\n", encoding="utf-8")
    shutil.copytree(one, other)
    return one, other


def record(day: str, seconds: float, objective: float = 43.8) -> dict[str, object]:
    return {
        "started": day,
        "finished": day,
        "versions": {"axplan": day},
        "results": [{"objective": objective, "timings": {"solve": seconds}}],
    }


def fill_a_cell(path: Path) -> None:
    book = load_workbook(path / BOOK)
    book.active["B2"] = 6
    book.save(path / BOOK)


def write(name: Path, text: str) -> Callable[[Path], object]:
    return lambda path: (path / name).write_text(text, encoding="utf-8")


def test_the_same_results_are_the_same(folders: tuple[Path, Path]) -> None:
    assert list(differences(*folders)) == []


def test_a_cell_of_a_workbook_that_differs_is_found_and_its_sheet_named(folders: tuple[Path, Path]) -> None:
    fill_a_cell(folders[1])
    (line,) = differences(*folders)
    assert line.startswith(f"differs: {BOOK}: ")
    assert "xl/worksheets/sheet1.xml" in line


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (write(RECORD, json.dumps(record("2026-01-01", 0.5, 43.9))), f"differs: {RECORD}"),
        (write(TABLE, "fund,year\nmain,2027\n"), f"differs: {TABLE}"),
        (write(SAID, "계획이 없습니다 (1.5 초)\n"), f"differs: {SAID}"),
        (write(RUN / "new.csv", ""), f"only in one: {RUN / 'new.csv'}"),
        (lambda path: (path / TABLE).unlink(), f"only in one: {TABLE}"),
    ],
)
def test_a_figure_a_word_or_a_file_that_differs_is_found(
    change: Callable[[Path], object], line: str, folders: tuple[Path, Path]
) -> None:
    change(folders[1])
    assert list(differences(*folders)) == [line]


def test_times_and_versions_may_differ(folders: tuple[Path, Path]) -> None:
    write(RECORD, json.dumps(record("2027-12-31", 7.25)))(folders[1])
    write(SAID, "계획을 마쳤습니다 (12.0 초)\n")(folders[1])
    assert list(differences(*folders)) == []


def test_commands_that_only_one_folder_has_are_left_out_when_asked(folders: tuple[Path, Path]) -> None:
    more = folders[1] / "ko" / "01-sweep" / SAID.name
    more.parent.mkdir()
    more.write_text("", encoding="utf-8")
    assert list(differences(*folders)) == [f"only in one: {more.relative_to(folders[1])}"]
    assert list(differences(*folders, common=True)) == []


def test_the_exit_code_tells_whether_anything_differs(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["same_outputs.py", "compare", *map(str, folders)])
    assert same_outputs.main() == 0
    assert capsys.readouterr().out == "the same\n"
    fill_a_cell(folders[1])
    assert same_outputs.main() == 1
