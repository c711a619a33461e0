"""The CSV tables are the frames of the plan, digit by digit."""

from __future__ import annotations

import csv
from pathlib import Path

import pandas as pd
import pytest

from axplan.plan.optimise import CertifiedPlan
from axplan.report import write_results
from written_results import Written, write


def test_every_frame_reads_back_as_it_was_to_the_last_digit(korean: Written) -> None:
    for name, frame in korean.plan.frames.items():
        with (korean.folder / "tables" / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
            header, *rows = csv.reader(lines)
        assert header == list(frame.columns)
        assert len(rows) == len(frame)
        for column, fields in zip(header, zip(*rows, strict=True), strict=False):
            for field, value in zip(fields, frame[column].tolist(), strict=True):
                blank = value is None or value != value
                read = "" if blank else type(value)(field)
                assert read == ("" if blank else value), (name, column)


def test_the_checks_are_written_with_their_verdict(korean: Written) -> None:
    read = pd.read_csv(korean.folder / "tables" / "checks.csv")
    assert read["name"].tolist() == [check.name for check in korean.checks]
    assert set(read["ok"]) == {"yes"}


def test_lines_end_the_same_way_on_every_system(korean: Written) -> None:
    for path in (korean.folder / "tables").glob("*.csv"):
        content = path.read_bytes()
        assert b"\r" not in content
        assert content.endswith(b"\n")


def test_the_files_that_are_named_are_the_files_that_are_there(small: CertifiedPlan, tmp_path: Path) -> None:
    named = write_results(small.plan, small.certificate.checks, tmp_path, "ko", {})
    found = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert sorted(named) == sorted(found)
    assert {"plan.xlsx", "tables/commitments.csv", "tables/columns.csv", "tables/checks.csv"} <= found


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_tables_do_not_depend_on_the_language(small: CertifiedPlan, korean: Written, tmp_path: Path, language: str) -> None:  # fmt: skip
    other = write(small, tmp_path, language)
    for path in (korean.folder / "tables").glob("*.csv"):
        assert (other.folder / "tables" / path.name).read_bytes() == path.read_bytes()
