"""`axplan compare` as its users meet it: two scenarios, two workbooks, sides without a plan. Tiny studies, worked out by hand."""

from __future__ import annotations

import csv
import math
from pathlib import Path

import openpyxl
import pytest

from axplan.workbook import write_tables
from command_line import Run
from tiny import tiny_tables


def scenarios(study: Path, **texts: str) -> None:
    for name, text in texts.items():
        (study / "scenarios" / f"{name}.yaml").write_text(text, encoding="utf-8")


STRONG = (
    "title: {ko: 강한 효과, en: Strong}\nchanges:\n  tasks.design.uplift: 0.08\n  stages.scale_up.additionality: 0.25\n"
)
POOR = "changes:\n  appropriations.*.*: 0\n  tracks.*.target: 500\n"


def test_two_scenarios_by_hand(axplan: Run, study: Path) -> None:
    """Of the 600 억원 that tiny.py works out, adoption brings 2·(100 + 100) = 400 and scale-up, a year later, 2·100 = 200. With twice
    the uplift they bring 800 and 400; with half the additionality of scale-up 400 and 100; with both 800 and 200. Shapley: uplift
    ((1200 − 600) + (1000 − 500)) / 2 = 550, additionality ((500 − 600) + (1000 − 1200)) / 2 = −150."""
    scenarios(study, strong=STRONG)
    document = axplan("compare", "baseline", "strong", "--json").document
    assert document["status"] == "compared"
    assert document["headline"]["production"] == pytest.approx({"before": 0.06, "after": 0.1, "difference": 0.04})
    made = document["attribution"]
    assert (made["indicator"], made["method"]) == ("production", "shapley")
    shares = {share["changes"][0]: share["share"] for share in made["shares"]}
    assert shares == pytest.approx({"tasks.design.uplift": 0.055, "stages.scale_up.additionality": -0.015})
    assert math.fsum(shares.values()) == pytest.approx(made["difference"], abs=1e-9)
    assert [(c["address"], c["old"], c["new"]) for c in document["inputs"]] == [
        ("tasks.design.uplift", 0.04, 0.08), ("stages.scale_up.additionality", 0.5, 0.25),
    ]  # fmt: skip
    files = {Path(file).name for file in document["files"]}
    assert files == {"comparison.xlsx", "inputs.csv", "plan.csv", "attribution.csv", "comparison.json"}
    assert all((study / file).is_file() for file in document["files"])


def test_the_tables_on_disk_have_every_digit(axplan: Run, study: Path) -> None:
    scenarios(study, strong=STRONG)
    document = axplan("compare", "baseline", "strong", "--json").document
    folder = study / "outputs" / "compare" / "baseline_vs_strong"
    with (folder / "attribution.csv").open(encoding="utf-8", newline="") as source:
        shares = [float(row["share"]) for row in csv.DictReader(source)]
    assert shares == [share["share"] for share in document["attribution"]["shares"]]
    with (folder / "plan.csv").open(encoding="utf-8", newline="") as source:
        rows = list(csv.DictReader(source))
    assert {row["dimension"] for row in rows} >= {"use", "industry", "stage", "year", "region"}


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", ("Comparison: Base → Strong", "Production induced", "+0.040", "AI tasks · Design · Uplift", "0.04", "0.08",
                "tasks.design.uplift", "Shapley", "Whole difference", "+0.055", "-0.015")),
        ("ko", ("비교: 기준 → 강한 효과", "생산유발", "다른 입력 (2건)", "설계", "샤플리", "전체 차이", "+0.055", "-0.015")),
    ],
)  # fmt: skip
def test_the_terminal_tells_the_same(axplan: Run, study: Path, lang: str, words: tuple[str, ...]) -> None:
    scenarios(study, strong=STRONG)
    ended = axplan("compare", "baseline", "strong", lang=lang)
    assert ended.code == 0
    for word in words:
        assert word in ended.out, word


def test_two_workbooks_of_the_same_name_in_different_folders(axplan: Run, study: Path) -> None:
    write_tables(tiny_tables(tasks={"design": {"uplift": 0.08}}), study / "later" / "baseline.xlsx")
    ended = axplan("compare", "inputs/baseline.xlsx", "later/baseline.xlsx", "--json")
    assert ended.code == 0
    assert ended.document["headline"]["production"]["difference"] == pytest.approx(0.06)
    assert (study / "outputs" / "compare" / "inputs-baseline_vs_later-baseline" / "comparison.xlsx").is_file()
    assert ended.document["before"]["title"]["ko"] == "inputs/baseline.xlsx"


def test_a_folder_of_tables_and_a_scenario(axplan: Run, study: Path) -> None:
    axplan("convert", "inputs/baseline.xlsx", "inputs/tables")
    ended = axplan("compare", "inputs/tables", "baseline", "--json")
    assert ended.code == 0
    assert ended.document["inputs"] == []
    assert ended.document["attribution"]["shares"] == []


def test_several_are_each_compared_with_the_first(axplan: Run, study: Path) -> None:
    scenarios(study, strong=STRONG)
    ended = axplan("compare", "baseline", "strong", "export_push", "--json")
    assert [(r["before"]["name"], r["after"]["name"]) for r in ended.document["results"]] == [
        ("baseline", "strong"), ("baseline", "export_push"),
    ]  # fmt: skip
    exports = ended.document["results"][1]
    assert [share["changes"] for share in exports["attribution"]["shares"]] == [["objective"]]


def test_another_indicator_can_be_asked_for(axplan: Run, study: Path) -> None:
    scenarios(study, strong=STRONG)
    made = axplan("compare", "baseline", "strong", "--valuation", "exports", "--json").document["attribution"]
    assert made["indicator"] == "exports"
    ended = axplan("compare", "baseline", "strong", "--valuation", "exprots")
    assert ended.code == 2
    assert "'exports'" in ended.err


def test_a_side_without_a_plan_is_told_and_the_cells_are_listed(axplan: Run, study: Path) -> None:
    scenarios(study, poor=POOR, strong=STRONG)
    ended = axplan("compare", "baseline", "poor", "strong")
    assert ended.code == 3
    assert "poor: No plan satisfies all requirements together" in ended.err
    assert "appropriations.main.2026" in ended.out
    assert "no plan" in ended.out
    assert "Strong" in ended.out  # the others are compared all the same
    document = axplan("compare", "baseline", "poor", "--json").document
    assert document["status"] == "incomplete"
    assert document["after"]["status"] == "infeasible"
    assert document["after"]["conflict"]
    assert document["headline"]["production"] == {"before": pytest.approx(0.06), "after": None, "difference": None}
    assert len(document["inputs"]) == 3
    book = openpyxl.load_workbook(study / "outputs" / "compare" / "baseline_vs_poor" / "comparison.xlsx")
    assert book.sheetnames == ["Comparison", "Inputs"]


def test_an_invalid_side_is_told_with_its_problems(axplan: Run, study: Path) -> None:
    scenarios(study, steep="changes:\n  tasks.design.ceiling: 3\n")
    ended = axplan("compare", "steep", "baseline", lang="ko")
    assert ended.code == 1
    assert "steep: steep.yaml:2 (tasks!F4)" in ended.err
    assert "tasks.design.ceiling" in ended.out
    assert "계획 없음" in ended.out


def test_a_name_that_is_not_there_stops_everything_before_solving(axplan: Run, study: Path) -> None:
    ended = axplan("compare", "baseline", "export_pus")
    assert ended.code == 2
    assert "Did you mean 'export_push'?" in ended.err
    ended = axplan("compare", "baseline", "inputs/lost.xlsx")
    assert ended.code == 2
    assert "lost.xlsx" in ended.err
    assert not (study / "outputs").exists()


@pytest.mark.parametrize("names", [(), ("baseline",), ("baseline", "baseline")])
def test_fewer_than_two_are_no_comparison(axplan: Run, study: Path, names: tuple[str, ...]) -> None:
    ended = axplan("compare", *names, lang="ko")
    assert ended.code == 2
    assert "axplan compare baseline small-fund" in ended.err
    assert axplan("compare", *names, "--json").document["status"] == "usage"


def test_a_workbook_that_is_open_elsewhere_is_told_before_solving(axplan: Run, study: Path) -> None:
    folder = study / "outputs" / "compare" / "baseline_vs_export_push"
    folder.mkdir(parents=True)
    (folder / ".~lock.comparison.xlsx#").write_text("", encoding="utf-8")
    ended = axplan("compare", "baseline", "export_push")
    assert ended.code == 4
    assert "open in another program" in ended.err


def test_quiet_says_nothing_and_markup_in_titles_is_text(axplan: Run, study: Path) -> None:
    scenarios(study, odd="title: '[red]odd[/red] [x'\nchanges:\n  tasks.design.uplift: 0.05\n")
    ended = axplan("compare", "baseline", "odd", "-q")
    assert (ended.code, ended.out, ended.err) == (0, "", "")
    assert "[red]odd[/red] [x" in axplan("compare", "baseline", "odd").out


def test_comparing_again_gives_the_same(axplan: Run, study: Path) -> None:
    scenarios(study, strong=STRONG)
    first = axplan("compare", "baseline", "strong", "--json").document
    bytes_before = (study / "outputs" / "compare" / "baseline_vs_strong" / "comparison.xlsx").read_bytes()
    assert axplan("compare", "baseline", "strong", "--json").document == first
    assert (study / "outputs" / "compare" / "baseline_vs_strong" / "comparison.xlsx").read_bytes() == bytes_before
