"""`axplan sweep` as its users meet it: one parameter, two, points without a plan. A tiny study, worked out by hand."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from axplan.workbook import write_tables
from command_line import Run
from tiny import tiny_tables

UPLIFT = "tasks.design.uplift=0:0.08:0.04"
TRAINING = "tracks.reskilled.target=1500"
"""Costs 75 억원 of public money."""


def points(study: Path, folder: str) -> list[dict[str, str]]:
    with (study / "outputs" / "sweep" / folder / "points.csv").open(encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))


def test_one_parameter_by_hand(axplan: Run, study: Path) -> None:
    """The plan is worth 600 억원 with an uplift of 0.04 (tiny.py) and in proportion to it."""
    ended = axplan("sweep", "baseline", "--vary", UPLIFT, "--jobs", "1")
    assert ended.code == 0
    rows = points(study, "baseline_tasks.design.uplift")
    assert [row["tasks.design.uplift"] for row in rows] == ["0", "0.04", "0.08"]
    assert [float(row["objective"]) for row in rows] == pytest.approx([0, 0.06, 0.12], abs=1e-12)
    assert {row["status"] for row in rows} == {"optimal"}
    for words in ("Sweep: Base", "tasks.design.uplift", "0.060", "0.120", "as it is"):
        assert words in ended.out
    assert "outputs/sweep/baseline_tasks.design.uplift/sweep.xlsx" in ended.out.replace("\\", "/")


def test_two_parameters_by_hand(axplan: Run, study: Path) -> None:
    """Twice the uplift doubles everything; without money there is nothing."""
    ended = axplan(
        "sweep", "--vary", "appropriations.main.*=0,1000", "--vary", "tasks.design.uplift=*1,*2", "--jobs", "1", lang="ko"
    )  # fmt: skip
    assert ended.code == 0
    rows = points(study, "baseline_appropriations.main.all_tasks.design.uplift")
    assert [float(row["objective"]) for row in rows] == pytest.approx([0, 0, 0.06, 0.12], abs=1e-12)
    assert list(rows[0])[:3] == ["appropriations.main.*", "tasks.design.uplift", "status"]
    for words in ("훑어보기: 기준", "행은 appropriations.main.*", "*2", "0.120"):
        assert words in ended.out


def test_points_without_a_plan_are_blank_and_told(axplan: Run, study: Path) -> None:
    ended = axplan(
        "sweep", "--set", TRAINING, "--vary", "appropriations.main.*=0,1000", "--vary", "tasks.design.ceiling=1,3"
    )
    assert ended.code == 0
    rows = points(study, "baseline_appropriations.main.all_tasks.design.ceiling")
    assert [row["status"] for row in rows] == ["infeasible", "invalid", "optimal", "invalid"]
    assert [bool(row["objective"]) for row in rows] == [False, False, True, False]
    assert "appropriations.main.*=0, tasks.design.ceiling=1: No plan satisfies all" in ended.err
    assert "tasks.design.ceiling=3: --vary tasks.design.ceiling=3 (tasks!F4)" in ended.err
    assert "infeasible" in ended.out
    book = openpyxl.load_workbook(
        study / "outputs" / "sweep" / "baseline_appropriations.main.all_tasks.design.ceiling" / "sweep.xlsx"
    )
    maps = [row[1:3] for row in book["Sweep"].iter_rows(values_only=True) if row[0] in (0, 1000)]
    assert maps == [(None, None), (pytest.approx(0.06), None), (None, None), (pytest.approx(30), None)]


def test_json_has_the_grid_the_scenario_itself_and_every_point(axplan: Run, study: Path) -> None:
    document = axplan(
        "sweep", "--vary", UPLIFT, "--vary", "appropriations.main.*=0,1000", "--set", TRAINING, "--json"
    ).document
    assert document["status"] == "incomplete"
    assert document["varied"] == [
        {"address": "tasks.design.uplift", "values": ["0", "0.04", "0.08"]},
        {"address": "appropriations.main.*", "values": ["0", "1000"]},
    ]
    assert document["own"]["objective"] == pytest.approx(0.06)
    assert len(document["points"]) == 6
    assert document["points"][3]["objective"] == pytest.approx(0.06)
    failed = document["points"][2]
    assert (failed["status"], failed["objective"]) == ("infeasible", None)
    assert failed["message"].startswith("No plan")
    assert all((study / file).is_file() for file in document["files"])
    assert {Path(file).name for file in document["files"]} == {"sweep.xlsx", "points.csv", "sweep.json"}


def test_two_processes_find_the_same_as_one(axplan: Run, study: Path) -> None:
    arguments = ("sweep", "--vary", UPLIFT, "--vary", "tasks.design.ceiling=1,3", "--json")
    one, two = (axplan(*arguments, "--jobs", jobs).document for jobs in ("1", "2"))
    assert one == two
    assert "E204" in str(two["points"][1]["problems"])  # told by another process in all its words


def test_a_sweep_without_any_plan_ends_with_the_code_of_its_points(axplan: Run, study: Path) -> None:
    ended = axplan("sweep", "--set", TRAINING, "--vary", "appropriations.main.*=0,10", "--jobs", "1")
    assert ended.code == 3
    assert "infeasible" in ended.out
    assert (study / "outputs" / "sweep" / "baseline_appropriations.main.all" / "sweep.xlsx").is_file()


def test_a_scenario_without_a_plan_may_have_one_elsewhere(axplan: Run, study: Path) -> None:
    poor = tiny_tables(tracks={"reskilled": {"target": 1500}}, appropriations={"main": {2026: 10, 2027: 10}})
    write_tables(poor, study / "inputs" / "baseline.xlsx")
    document = axplan("sweep", "--vary", "tracks.reskilled.target=0,1500", "--json", "--jobs", "1").document
    assert document["own"] == {"status": "infeasible"}
    assert [point["status"] for point in document["points"]] == ["optimal", "infeasible"]


@pytest.mark.parametrize(
    ("vary", "code", "place", "hint"),
    [
        ("tasks.desing.uplift=0,1", "E411", "--vary tasks.desing.uplift", "'design'"),
        ("task.design.uplift=0,1", "E410", "--vary task.design.uplift", "'tasks'"),
        ("tasks.design.uplfit=0,1", "E412", "--vary tasks.design.uplfit", "'uplift'"),
        ("settings.plan_years=1:3:1", "E409", "--vary settings.plan_years", "settings.plan_years.value"),
        ("tasks.design.label_ko=*0.9:1:0.1", "E415", "--vary tasks.design.label_ko", "number"),
    ],
)
def test_an_unknown_address_is_told_with_the_nearest(
    axplan: Run, study: Path, vary: str, code: str, place: str, hint: str
) -> None:
    ended = axplan("sweep", "--vary", vary)
    assert ended.code == 1
    assert ended.err.startswith(place)
    assert f"[{code}]" in ended.err
    assert hint in ended.err
    assert not (study / "outputs").exists()
    assert axplan("sweep", "--vary", vary, "--json").document["problems"][0]["code"] == code


def test_the_same_cells_twice_are_told(axplan: Run, study: Path) -> None:
    ended = axplan("sweep", "--vary", UPLIFT, "--vary", "tasks.*.uplift=0,1")
    assert ended.code == 1
    assert "[E413]" in ended.err
    assert "--set" not in ended.err


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_what_is_no_grid_ends_with_2(axplan: Run, study: Path, lang: str) -> None:
    for vary in ([], ["--vary", "tasks.design.uplift=0:1:0"], ["--vary", "tasks.design.uplift=0:5:0.001"]):
        ended = axplan("sweep", *vary, lang=lang)
        assert ended.code == 2
        assert "--vary" in ended.err
    ended = axplan("sweep", "basline", "--vary", UPLIFT, lang=lang)
    assert ended.code == 2
    assert "'baseline'" in ended.err


def test_what_is_wrong_with_the_scenario_itself_comes_first(axplan: Run, study: Path) -> None:
    (study / "scenarios" / "steep.yaml").write_text("changes:\n  tasks.design.ceiling: 3\n", encoding="utf-8")
    ended = axplan("sweep", "steep", "--vary", UPLIFT)
    assert ended.code == 1
    assert "steep.yaml:2 (tasks!F4)" in ended.err


def test_options_of_the_command_line_come_before_the_grid(axplan: Run, study: Path) -> None:
    arguments = ("--set", "stages.scale_up.additionality=0.25", "--valuation", "exports", "--jobs", "1", "--json")
    document = axplan("sweep", "--vary", "tasks.design.uplift=0.04,0.08", *arguments).document
    assert document["objective"]["weights"] == {"exports": 1.0}
    assert [change["address"] for change in document["changes"]] == ["stages.scale_up.additionality"]
    own, first, second = (part["objective"] for part in (document["own"], *document["points"]))
    assert first == pytest.approx(own)
    assert second == pytest.approx(2 * own)


def test_quiet_says_nothing_but_errors(axplan: Run, study: Path) -> None:
    ended = axplan("sweep", "--vary", UPLIFT, "-q", "--jobs", "1")
    assert (ended.code, ended.out, ended.err) == (0, "", "")


def test_an_open_workbook_is_told_before_solving(axplan: Run, study: Path) -> None:
    folder = study / "outputs" / "sweep" / "baseline_tasks.design.uplift"
    folder.mkdir(parents=True)
    (folder / "~$sweep.xlsx").write_text("", encoding="utf-8")
    assert axplan("sweep", "--vary", UPLIFT).code == 4


def test_the_same_sweep_gives_the_same_bytes(axplan: Run, study: Path) -> None:
    def content() -> dict[str, Any]:
        axplan("sweep", "--vary", UPLIFT, "--jobs", "1", "-q")
        return {path.name: path.read_bytes() for path in (study / "outputs" / "sweep").rglob("*") if path.is_file()}

    assert content() == content()
