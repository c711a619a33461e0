"""The same plan gives the same bytes, and calculating again changes nothing."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from axplan.plan.optimise import CertifiedPlan
from book_cells import filled
from written_results import FACTS, Written, write

WRITE = """
import pickle, sys
from pathlib import Path
from axplan.plan.rounding.printed import print_plan
from axplan.report.book import plan_book
from axplan.report.writer import write_book
plan, checks = pickle.loads(Path(sys.argv[1]).read_bytes())
facts = dict(item.split("=", 1) for item in sys.argv[3:])
write_book(plan_book(print_plan(plan, 1.0), checks, Path(sys.argv[2]), "ko", facts))
"""
ALWAYS_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>
"""


def test_two_runs_of_the_same_plan_are_the_same_bytes(small: CertifiedPlan, korean: Written, tmp_path: Path) -> None:
    again = write(small, tmp_path, "ko")
    assert again.path.read_bytes() == korean.path.read_bytes()


def test_another_process_with_other_hashes_writes_the_same_bytes(
    korean: Written, pickled: Path, tmp_path: Path
) -> None:
    facts = [f"{name}={text}" for name, text in FACTS.items()]
    for seed in ("1", "2"):
        path = tmp_path / f"{seed}.xlsx"
        command = [sys.executable, "-c", WRITE, str(pickled), str(path), *facts]
        subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": seed})
        assert path.read_bytes() == korean.path.read_bytes()


def test_no_time_of_day_is_in_the_file(korean: Written) -> None:
    with zipfile.ZipFile(korean.path) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2000-01-01T00:00:00Z" in archive.read("docProps/core.xml")


def without_values(path: Path, target: Path) -> None:
    """A copy of a workbook in which every formula shows 0, so that only calculating can bring its value back."""
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w") as copy:
        for info in source.infolist():
            content = source.read(info)
            if info.filename.startswith("xl/worksheets/sheet"):
                content = re.sub(rb"(<f>[^<]*</f>)<v>[^<]*</v>", rb"\1<v>0</v>", content)
            copy.writestr(info, content)


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
def test_calculating_again_changes_no_cell(korean: Written, tmp_path: Path) -> None:
    profile = tmp_path / "profile" / "user"
    profile.mkdir(parents=True)
    (profile / "registrymodifications.xcu").write_text(ALWAYS_RECALCULATE, encoding="utf-8")
    blank = tmp_path / "plan.xlsx"
    without_values(korean.path, blank)
    summary, emptied = korean.sheet("summary"), load_workbook(blank, data_only=True)[korean.sheet("summary").title]
    assert emptied["A4"].value == summary["A4"].value  # not a formula
    assert emptied["A5"].value == 0 != summary["A5"].value
    command = ["soffice", f"-env:UserInstallation={profile.parent.as_uri()}", "--headless", "--convert-to", "xlsx"]
    subprocess.run(
        [*command, "--outdir", str(tmp_path / "out"), str(blank)], check=True, capture_output=True, timeout=120
    )
    calculated = load_workbook(tmp_path / "out" / "plan.xlsx", data_only=True)
    count = 0
    for title, cell in filled(korean.shown):
        found = calculated[title][cell.coordinate].value
        if isinstance(cell.value, int | float) and not isinstance(cell.value, bool):
            assert found == pytest.approx(cell.value, rel=1e-12, abs=1e-9), (title, cell.coordinate)
        else:
            assert found == cell.value, (title, cell.coordinate)
        count += 1
    assert count > 5000
