"""The public face: what docs/python.md shows runs as it stands, and importing axplan costs nothing."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

import axplan
from axplan.core.errors import InputError, UsageError
from axplan.workbook import write_tables
from repository import ROOT
from small_baseline import small_baseline

PAGE = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")


@pytest.fixture
def workbook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A study with the small baseline, and the working directory in it."""
    path = tmp_path / "inputs" / "baseline.xlsx"
    write_tables(small_baseline(), path)
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "scenarios" / "baseline.yaml").write_text("title: Base\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return path


def test_every_example_of_the_page_runs(workbook: Path) -> None:
    seen: dict[str, object] = {}
    for block in re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL):
        exec(compile(block, "docs/python.md", "exec"), seen)
    frontier, points = seen["frontier"], seen["points"]
    assert isinstance(frontier, pd.DataFrame)
    assert isinstance(points, pd.DataFrame)
    assert frontier["production"].is_monotonic_decreasing
    assert points["status"].tolist() == ["optimal"] * 3
    assert (workbook.parents[1] / "outputs" / "baseline" / "plan.xlsx").exists()


def test_a_changed_figure_changes_the_plan_and_the_difference_is_told(workbook: Path) -> None:
    before = axplan.optimise(axplan.load_inputs(workbook))
    after = axplan.optimise(axplan.load_inputs(str(workbook), "appropriations.axpf.*=*1.1"))
    assert after.objective > before.objective
    told = axplan.compare(before, after)
    assert list(told) == ["dimension", "key", "measure", "before", "after", "difference"]
    years = told[(told["dimension"] == "year") & (told["measure"] == "public")]
    assert years["difference"].sum() > 0
    assert (told["after"] - told["before"] - told["difference"]).abs().max() < 1e-9


def test_near_optimal_ranges_hold_the_plan(workbook: Path) -> None:
    ranges = axplan.near_optimal(axplan.optimise(axplan.load_inputs(workbook))).aggregates
    assert (ranges["least"] <= ranges["amount"] + 1e-6).all()
    assert (ranges["amount"] <= ranges["most"] + 1e-6).all()


def test_what_is_wrong_is_listed_by_check_and_raised_by_load_inputs(workbook: Path) -> None:
    broken = "tasks.design.ceiling=7"
    assert [p.code for p in axplan.check(workbook, broken) if p.is_error]
    with pytest.raises(InputError):
        axplan.load_inputs(workbook, broken)
    with pytest.raises(UsageError):
        axplan.load_inputs(workbook.with_name("nothing.xlsx"))


def test_importing_axplan_imports_nothing_else() -> None:
    told = "import sys; before = set(sys.modules); import axplan; print(*sorted(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) <= {"axplan", "__future__"}


def test_every_verb_is_there_and_says_what_it_does() -> None:
    for verb in axplan.__all__:
        assert f"axplan.{verb}(" in PAGE, verb
        assert getattr(axplan, verb).__doc__
