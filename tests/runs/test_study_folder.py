"""A study folder has all that a run needs, and nothing in it is ever overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest

from axplan.core.errors import EnvironmentFault
from axplan.inputs.parameters import build_inputs
from axplan.runs.study_folder import make_study
from axplan.scenario import read_scenario, scenario_names
from axplan.workbook import read_tables


def test_a_new_study_holds_checked_inputs_their_manual_and_scenarios_that_use_them(tmp_path: Path) -> None:
    made, kept = make_study(tmp_path / "study")
    assert kept == []
    assert {path.relative_to(tmp_path / "study").as_posix() for path in made} >= {
        "inputs/baseline.xlsx", "inputs/README.md", "scenarios/baseline.yaml",
    }  # fmt: skip
    assert (tmp_path / "study" / "outputs").is_dir()
    for name in scenario_names(tmp_path / "study"):
        build_inputs(read_tables(read_scenario(tmp_path / "study", name).inputs))


def test_making_it_again_keeps_every_file_and_adds_only_what_is_missing(tmp_path: Path) -> None:
    first, _ = make_study(tmp_path)
    for path in first:
        path.write_bytes(b"mine")
    (tmp_path / "inputs" / "README.md").unlink()
    made, kept = make_study(tmp_path)
    assert made == [tmp_path / "inputs" / "README.md"]
    assert all(path.read_bytes() == b"mine" for path in kept)


def test_a_place_where_no_folder_can_be_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file")
    with pytest.raises(EnvironmentFault):
        make_study(tmp_path / "file" / "study")
