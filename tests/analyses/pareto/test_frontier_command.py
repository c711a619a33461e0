"""`axplan frontier`: the table, the files, every point run as a scenario, and what is refused."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest
import yaml

from axplan.analyses.pareto.run import below
from axplan.workbook import write_tables
from batch_study import study_with
from command_line import Run
from small_baseline import small_baseline
from solved_cases import TWO


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Of 10 억원, one in cars brings 4 억원 of production and 2 person-years, one in ships 2 and 6."""
    scenarios = {
        "baseline": "title: {ko: 기준, en: Base}",
        "none": "extends: baseline\nchanges: {floors.employment.at_least: 61}",
    }
    study = study_with(tmp_path / "study", scenarios, **TWO)
    monkeypatch.chdir(study)
    return study


FOLDER = Path("outputs") / "frontier" / "baseline_production_employment"


@pytest.mark.parametrize(
    ("language", "words"),
    [("ko", ("파레토 경계: 기준", "취업유발", "(인·년)", "1단위당 대가", "(억원)", "0.0030", "40.0000", "0.5", "scenarios/", "결과:")),
     ("en", ("Frontier: Base", "Employment", "(person-years)", "Price", "0.0030", "40.0000", "0.5", "To run a point", "Results:"))],
)  # fmt: skip
def test_the_table_has_every_point(axplan: Run, here: Path, language: str, words: tuple[str, ...]) -> None:
    ended = axplan("frontier", "--points", "3", lang=language)
    assert ended.code == 0
    for word in words:
        assert word in ended.out, (word, ended.out)
    names = [f"baseline-production-employment-{n}.yaml" for n in (1, 2, 3)]
    assert sorted(path.name for path in FOLDER.iterdir()) == [*names, "frontier.json", "frontier.xlsx", "points.csv"]


def test_json_and_csv_say_the_same_as_the_table(axplan: Run, here: Path) -> None:
    document = axplan("frontier", "baseline", "--of", "employment,production", "--points", "3", "--json").document
    assert [aim["aim"] for aim in document["aims"]] == ["employment", "production"]
    assert [(p["employment"], p["production"]) for p in document["points"]] == [
        pytest.approx((60, 0.002)), pytest.approx((40, 0.003)), pytest.approx((20, 0.004))
    ]  # fmt: skip
    folder = Path("outputs") / "frontier" / "baseline_employment_production"
    assert json.loads((folder / "frontier.json").read_text(encoding="utf-8")) == document
    with (folder / "points.csv").open(encoding="utf-8", newline="") as source:
        rows = list(csv.DictReader(source))
    assert [float(row["production"]) for row in rows] == pytest.approx([0.002, 0.003, 0.004])
    assert rows[0]["price"] == ""
    assert float(rows[1]["price"]) == pytest.approx(20_000)  # person-years given up for one 조원


@pytest.mark.slow
def test_every_point_runs_as_a_scenario_and_is_what_it_says(axplan: Run, here: Path) -> None:
    write_tables(small_baseline(), here / "inputs" / "baseline.xlsx")
    for aims in ("production,employment", "production,regional_balance", "exports,employment,regional_balance"):
        document = axplan("frontier", "--of", aims, "--points", "4", "--json").document
        folder = Path("outputs") / "frontier" / f"baseline_{aims.replace(',', '_')}"
        for point in document["points"]:
            shutil.copy(folder / point["scenario"], here / "scenarios")
            name = Path(point["scenario"]).stem
            assert axplan("run", name, "--quiet").code == 0
            record = json.loads((here / "outputs" / name / "run.json").read_text(encoding="utf-8"))
            for aim in aims.split(","):
                if aim != "regional_balance":
                    assert record["indicators"][aim] == pytest.approx(point[aim], rel=1e-6)


def test_what_the_command_line_changed_is_in_the_points(axplan: Run, here: Path) -> None:
    axplan("frontier", "--points", "2", "--set", "appropriations.main.2026=*2", "--set", "tasks.design.uplift=0.05")
    content = yaml.safe_load((FOLDER / "baseline-production-employment-2.yaml").read_text(encoding="utf-8"))
    assert content["extends"] == "baseline"
    assert content["changes"]["appropriations.main.2026"] == {"scale": 2}
    assert content["changes"]["tasks.design.uplift"] == 0.05
    assert content["changes"]["floors.employment.at_least"] == pytest.approx(150)
    shutil.copy(FOLDER / "baseline-production-employment-2.yaml", here / "scenarios")
    assert axplan("run", "baseline-production-employment-2", "--quiet").code == 0


def test_the_same_bytes_again(axplan: Run, here: Path) -> None:
    axplan("frontier", "--points", "4")
    first = {path.name: path.read_bytes() for path in FOLDER.iterdir()}
    axplan("frontier", "--points", "4")
    assert {path.name: path.read_bytes() for path in FOLDER.iterdir()} == first


@pytest.mark.parametrize(
    ("aims", "words"),
    [("production,employmnt", "Did you mean 'employment'"), ("production", "two or three different aims"),
     ("production,production", "two or three different aims"), ("production,output,exports,employment", "two or three"), ("", "two or three")],
)  # fmt: skip
def test_what_is_no_set_of_aims_is_refused(axplan: Run, here: Path, aims: str, words: str) -> None:
    ended = axplan("frontier", "--of", aims)
    assert (ended.code, words in ended.err) == (2, True), ended.err
    assert not FOLDER.exists()


def test_other_ends(axplan: Run, here: Path) -> None:
    assert axplan("frontier", "bseline").code == 2
    assert axplan("frontier", "--points", "1").code == 2
    ended = axplan("frontier", "none", lang="ko")
    assert (ended.code, "효과 하한: 취업유발, 61 인·년 이상" in ended.err) == (3, True)
    assert axplan("frontier", "none", "--json").document["status"] == "infeasible"
    assert axplan("frontier", "--quiet", "--points", "2").out == ""


def test_aims_that_do_not_compete_have_one_plan(axplan: Run, here: Path) -> None:
    ended = axplan("frontier", "--of", "production,exports")
    told = "These aims do not conflict: one plan has the most of all: Production induced 0.00400000 KRW tn"
    assert told in " ".join(ended.out.split())
    assert "두 목적은 서로 부딪치지 않습니다" in axplan("frontier", "--of", "production,exports", lang="ko").out
    document = axplan("frontier", "--of", "production,exports", "--json").document
    assert (len(document["points"]), document["conflict"]) == (1, False)
    assert axplan("frontier", "--json").document["conflict"] is True


@pytest.mark.parametrize(
    ("value", "less"), [(87_882.66489, 87_882.6648), (0.0, 0.0), (-7.4867, -7.486701), (5e-7, 4.9999e-7)]
)
def test_a_floor_is_a_hair_below_what_is_reached(value: float, less: float) -> None:
    assert less <= below(value) <= value
