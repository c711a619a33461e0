"""Scenario files: what they say is read, and what is wrong in them is said with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from axplan.core.errors import InputError, UsageError
from axplan.scenario import PACKAGED, read_scenario, scenario_names
from repository import ROOT


def study(folder: Path, **files: str) -> Path:
    (folder / "scenarios").mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / "scenarios" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def problems(folder: Path, text: str) -> list[tuple[str, str]]:
    with pytest.raises(InputError) as caught:
        read_scenario(study(folder, a=text), "a")
    return [(problem.code, problem.place) for problem in caught.value.problems]


def test_a_scenario_names_its_inputs_and_objective(tmp_path: Path) -> None:
    text = "title: {ko: 수출, en: Exports}\ninputs: inputs/x.xlsx\nobjective: exports\nnote: why\n"
    scenario = read_scenario(study(tmp_path, a=text), "a")
    assert (scenario.title.ko, scenario.title.en) == ("수출", "Exports")
    assert scenario.inputs == tmp_path / "inputs" / "x.xlsx"
    assert scenario.objective.indicator == "exports"
    assert scenario.note.ko == "why"


def test_an_empty_file_is_the_baseline_objective_on_the_baseline_inputs(tmp_path: Path) -> None:
    scenario = read_scenario(study(tmp_path, a=""), "a")
    assert scenario.inputs == tmp_path / "inputs" / "baseline.xlsx"
    assert scenario.objective.weights == {"production": 1.0}
    assert scenario.title.en == "a"


def test_weights_make_a_weighted_objective(tmp_path: Path) -> None:
    scenario = read_scenario(study(tmp_path, a="objective: {production: 2, employment: 1}"), "a")
    assert scenario.objective.is_weighted
    assert scenario.objective.per_unit({"production": 4.0, "employment": 10.0}) == {
        "production": 0.5,
        "employment": 0.1,
    }


def test_every_problem_is_reported_with_its_line(tmp_path: Path) -> None:
    text = "titel: x\nobjective: prodution\nobjective: exports\ninputs: 3\n"
    assert problems(tmp_path, text) == [("E403", "a.yaml:1"), ("E402", "a.yaml:3"), ("E404", "a.yaml:4")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("objective: prodution", "E405"),
        ("objective: {production: -1}", "E405"),
        ("objective: {production: yes}", "E405"),
        ("objective: {}", "E405"),
        ("objective: {exprts: 1}", "E405"),
        ("title: [a]", "E404"),
        ("title: {de: a}", "E404"),
        ("title: 'unclosed", "E401"),
        ("- a list", "E401"),
    ],
)
def test_what_a_scenario_cannot_say(tmp_path: Path, text: str, code: str) -> None:
    assert problems(tmp_path, text)[0][0] == code


def test_the_nearest_indicator_is_offered(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_scenario(study(tmp_path, a="objective: prodution"), "a")
    assert "Did you mean 'production'?" in caught.value.problems[0].line("en")
    assert "'production'" in caught.value.problems[0].line("ko")


def test_an_unknown_scenario_offers_the_nearest_name(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"Did you mean 'export_push'\?"):
        read_scenario(study(tmp_path, export_push="", baseline=""), "exportpush")


def test_a_folder_without_scenarios_knows_only_the_packaged_ones(tmp_path: Path) -> None:
    assert read_scenario(tmp_path, "baseline").title.en == "Baseline"
    with pytest.raises(UsageError, match="axplan init"):
        read_scenario(tmp_path, "other")


def test_the_projects_scenarios_are_the_packaged_ones() -> None:
    assert scenario_names(ROOT) == scenario_names(PACKAGED)
    for name in scenario_names(ROOT):
        parts = ("scenarios", f"{name}.yaml")
        assert ROOT.joinpath(*parts).read_bytes() == PACKAGED.joinpath(*parts).read_bytes()


def test_the_scenario_in_the_readme_can_be_run(tmp_path: Path) -> None:
    block = (ROOT / "README.md").read_text(encoding="utf-8").split("```yaml\n")[1].split("```")[0]
    assert read_scenario(study(tmp_path, a=block), "a").objective.indicator == "exports"
    weights = block.split("with weights, ")[1].strip()
    lines = [line for line in block.splitlines() if not line.startswith("objective")]
    weighted = "\n".join([*lines, f"objective: {weights}"])
    assert read_scenario(study(tmp_path, a=weighted), "a").objective.weights == {"production": 2, "employment": 1}
