"""The baseline through LibreOffice: converted, and edited and saved as a user would. Nothing else may change."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from axplan.inputs.tables import Tables
from axplan.inputs.validation import check_tables
from axplan.workbook import read_tables, write_tables
from repository import ROOT

BASELINE = ROOT / "inputs" / "baseline.xlsx"
SOFFICE = shutil.which("soffice")
EDIT = ROOT / "tests" / "support" / "edit_in_libreoffice.py"

pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")


def office(folder: Path, *arguments: str) -> list[str]:
    """A command line of LibreOffice with a profile of its own, so that an open LibreOffice does not matter."""
    return [
        str(SOFFICE),
        "--headless",
        "--norestore",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *arguments,
    ]


def python_with_uno() -> str | None:
    """An interpreter that can speak to LibreOffice: that of the system, or the one LibreOffice brings along."""
    beside = Path(str(SOFFICE)).resolve().parent / "python"
    for python in (shutil.which("python3", path="/usr/bin:/usr/local/bin"), str(beside) if beside.exists() else None):
        if python and subprocess.run([python, "-c", "import uno"], capture_output=True).returncode == 0:
            return python
    return None


def errors_of(tables: Tables) -> list[str]:
    return [problem.line("en") for problem in check_tables(tables)[1] if problem.is_error]


def test_a_workbook_converted_by_libreoffice_holds_the_same_tables(tmp_path: Path) -> None:
    command = office(tmp_path, "--convert-to", "xlsx", "--outdir", str(tmp_path / "out"), str(BASELINE))
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    converted = read_tables(tmp_path / "out" / "baseline.xlsx")
    assert converted.content() == read_tables(BASELINE).content()
    assert converted.notes == ()
    assert errors_of(converted) == []


def test_a_workbook_edited_and_saved_in_libreoffice_differs_in_the_edited_cells_only(tmp_path: Path) -> None:
    python = python_with_uno()
    if python is None:
        pytest.skip("no Python with the module uno")
    path = shutil.copy(BASELINE, tmp_path / "edited.xlsx")
    pipe = f"axplan-{tmp_path.name}-{abs(hash(tmp_path))}"
    with subprocess.Popen(
        office(tmp_path, f"--accept=pipe,name={pipe};urp;"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as running:
        try:
            subprocess.run([python, str(EDIT), pipe, str(path)], check=True, capture_output=True, timeout=120)
        finally:
            running.terminate()
    edited, before = read_tables(path), read_tables(BASELINE)
    assert errors_of(edited) == []
    assert changes(before, edited) == {
        ("industries", 4, "production"): (250.1, 260.5),
        ("funds", 4, "opening_balance"): (0, 14),
    }


def changes(before: Tables, after: Tables) -> dict[tuple[str, int, str], tuple[object, object]]:
    assert list(before.tables) == list(after.tables)
    found = {}
    for name, table in before.tables.items():
        assert table.columns == after[name].columns
        for old, new in zip(table.rows, after[name].rows, strict=True):
            for column in table.columns:
                if old.values.get(column) != new.values.get(column):
                    found[name, old.number, column] = (old.values.get(column), new.values.get(column))
    return found


def test_the_edited_cells_are_those_of_the_baseline() -> None:
    before = read_tables(BASELINE)
    assert before["industries"].rows[0].values["production"] == 250.1
    assert before["funds"].columns["opening_balance"] == 4


def test_a_workbook_as_a_folder_of_tables_and_back_holds_the_same(tmp_path: Path) -> None:
    before = read_tables(BASELINE)
    write_tables(before, tmp_path / "tables")
    write_tables(read_tables(tmp_path / "tables"), tmp_path / "again.xlsx")
    assert read_tables(tmp_path / "tables").content() == before.content()
    assert read_tables(tmp_path / "again.xlsx").content() == before.content()
