"""`axplan firmness`: tables, files, resuming where it was interrupted, and what is refused. Ranges by hand: test_firmness_ranges.py."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from axplan.analyses.near_optimal.run import PARTIAL as PARTIAL_NAME
from axplan.analyses.near_optimal.run import share
from axplan.analyses.near_optimal.search import NearOptimalSpace
from axplan.core import checkpoint
from axplan.core.errors import UsageError
from batch_study import scenario, study_with
from command_line import Run
from solved_cases import TWO

FOLDER = Path("outputs") / "firmness" / "baseline"
PARTIAL = Path("outputs") / "baseline" / PARTIAL_NAME


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    scenarios = {
        "baseline": "title: {ko: 기준, en: Base}",
        "none": "extends: baseline\nchanges: {tracks.reskilled.target: 1500, appropriations.main.*: 0}",
    }
    study = study_with(tmp_path / "study", scenarios, **TWO)
    monkeypatch.chdir(study)
    return study


@pytest.mark.parametrize(
    ("language", "words"),
    [("ko", ("기준", "10%", "견고", "중간", "배정 없음", "Ships", "결과:")), ("en", ("Base", "10%", "Firm", "In between", "Not planned", "Ships", "Results:"))],
)  # fmt: skip
def test_the_ranges_are_told_and_written(axplan: Run, here: Path, language: str, words: tuple[str, ...]) -> None:
    scenario(
        here,
        "baseline",
        "title: {ko: 기준, en: Base}\nchanges: {industries.ships.label_ko: Ships, industries.ships.label_en: Ships}",
    )
    ended = axplan("firmness", "--within", "10%", "--jobs", "1", lang=language)
    assert ended.code == 0, ended.err
    for word in words:
        assert word in ended.out, (word, ended.out)
    assert sorted(path.name for path in FOLDER.iterdir()) == ["firmness.csv", "firmness.json", "firmness.xlsx"]
    assert not PARTIAL.exists()


def test_json_and_csv_have_every_range(axplan: Run, here: Path) -> None:
    document = axplan("firmness", "--within", "0.1", "--json").document
    ships = next(row for row in document["aggregates"] if (row["kind"], row["name"]) == ("industry", "ships"))
    assert (ships["least"], ships["most"], ships["firmness"]) == (pytest.approx(0), pytest.approx(2), "unplanned")
    assert json.loads((FOLDER / "firmness.json").read_text(encoding="utf-8")) == document
    with (FOLDER / "firmness.csv").open(encoding="utf-8", newline="") as source:
        rows = list(csv.DictReader(source))
    assert len(rows) == len(document["aggregates"])
    assert [float(row["most"]) for row in rows] == pytest.approx([row["most"] for row in document["aggregates"]])


def files() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in FOLDER.iterdir()}


@pytest.fixture
def interrupted(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Ctrl-C after five ends; the list holds the directions that were searched."""
    searched: list[Any] = []
    real = NearOptimalSpace.end

    def end(self: NearOptimalSpace, direction: Any) -> Any:
        if len(searched) == 5:
            raise KeyboardInterrupt
        searched.append(direction)
        return real(self, direction)

    monkeypatch.setattr(checkpoint, "EVERY_SECONDS", 0.0)
    monkeypatch.setattr(NearOptimalSpace, "end", end)
    return searched


def test_an_interrupted_search_resumes_and_comes_to_the_same(
    axplan: Run, here: Path, interrupted: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    ended = axplan("firmness", "--jobs", "1")
    assert (ended.code, "Saved results are untouched" in ended.err) == (130, True)
    assert PARTIAL.is_file()
    assert not FOLDER.exists()
    before, again = list(interrupted), []
    real = NearOptimalSpace.solution

    def solution(self: NearOptimalSpace, direction: Any) -> Any:
        again.append(direction)
        return real(self, direction)

    monkeypatch.setattr(
        NearOptimalSpace, "end", lambda self, direction: self.plan_at(direction, self.solution(direction))
    )
    monkeypatch.setattr(NearOptimalSpace, "solution", solution)
    assert axplan("firmness", "--jobs", "1").code == 0
    assert again
    assert not set(again) & set(before)
    resumed = files()
    assert axplan("firmness", "--jobs", "1").code == 0
    assert files() == resumed


def test_what_was_found_for_other_inputs_is_not_used(axplan: Run, here: Path, interrupted: list[Any]) -> None:
    axplan("firmness", "--jobs", "1")
    kept = json.loads(PARTIAL.read_text(encoding="utf-8"))
    assert len(kept["answers"]) == 5
    interrupted.clear()
    axplan("firmness", "--jobs", "1", "--set", "appropriations.main.2026=20")
    assert json.loads(PARTIAL.read_text(encoding="utf-8"))["fingerprint"] != kept["fingerprint"]
    assert len(interrupted) == 5  # begun anew


@pytest.mark.parametrize("content", ["", "{", "[]", '{"schema": 2, "fingerprint": 3}'])
def test_a_damaged_file_of_ends_counts_as_none(axplan: Run, here: Path, content: str) -> None:
    PARTIAL.parent.mkdir(parents=True)
    PARTIAL.write_text(content, encoding="utf-8")
    assert axplan("firmness", "--jobs", "1").code == 0
    assert FOLDER.is_dir()


def test_the_same_bytes_again_and_with_two_processes(axplan: Run, here: Path) -> None:
    axplan("firmness", "--jobs", "1")
    first = files()
    axplan("firmness", "--jobs", "2")
    assert files() == first


@pytest.mark.parametrize(("text", "found"), [("1%", 0.01), ("0.5 %", 0.005), ("0.01", 0.01), ("0", 0.0), ("99%", 0.99)])
def test_a_share_is_read_as_people_write_it(text: str, found: float) -> None:
    assert share(text) == pytest.approx(found)


@pytest.mark.parametrize("text", ["-1%", "100%", "1", "many", "", "nan", "inf"])
def test_what_is_no_share_is_refused(axplan: Run, here: Path, text: str) -> None:
    with pytest.raises(UsageError):
        share(text)
    ended = axplan("firmness", f"--within={text}")
    assert (ended.code, "must be from 0 to below 100 %" in ended.err) == (2, True)


def test_other_ends(axplan: Run, here: Path) -> None:
    assert axplan("firmness", "bseline").code == 2
    ended = axplan("firmness", "none", lang="ko")
    assert (ended.code, "모든 요구를 함께 만족하는 계획이 없습니다" in ended.err) == (3, True)
    assert axplan("firmness", "none", "--json").document["status"] == "infeasible"
    assert axplan("firmness", "--quiet", "--jobs", "1").out == ""
