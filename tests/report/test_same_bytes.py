"""The same inputs give the same files to the byte, wherever, whenever and in whatever surroundings `axplan run` runs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from axplan.workbook import write_tables
from tiny import tiny_tables

RECORD = "run.json"
"""The only file that tells the time; where the files are is in it too."""

ANOTHER_DAY = """
import datetime, time
import highspy, numpy, pandas, pyomo.environ  # their machine code does not take other classes for dates

LATER = 3 * 365.25 * 86400 + 12345.678
told = {name: getattr(time, name) for name in ("time", "time_ns", "localtime", "gmtime", "strftime", "ctime", "asctime")}
time.time = lambda: told["time"]() + LATER
time.time_ns = lambda: told["time_ns"]() + int(LATER * 1e9)
for name in ("localtime", "gmtime", "ctime"):
    setattr(time, name, lambda seconds=None, of=told[name]: of(time.time() if seconds is None else seconds))
time.strftime = lambda form, when=None: told["strftime"](form, time.localtime() if when is None else when)
time.asctime = lambda when=None: told["asctime"](time.localtime() if when is None else when)


class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)

    @classmethod
    def utcnow(cls):
        return cls.fromtimestamp(time.time(), datetime.timezone.utc).replace(tzinfo=None)

    @classmethod
    def today(cls):
        return cls.now()


class LaterDate(datetime.date):
    @classmethod
    def today(cls):
        return cls.fromtimestamp(time.time())


datetime.datetime, datetime.date = Later, LaterDate
from axplan.cli import main
main()
"""
"""The command line with every clock three years ahead."""

Files = dict[str, bytes]


def study(folder: Path) -> Path:
    """A study folder with the tiny case, and its scenario in another unit of money."""
    write_tables(tiny_tables(), folder / "inputs" / "baseline.xlsx")
    (folder / "scenarios").mkdir()
    (folder / "scenarios" / "baseline.yaml").write_text("title: {ko: 기준 계획, en: Base plan}\n", encoding="utf-8")
    return folder


def files(folder: Path, *more: str, program: Sequence[str] = ("-m", "axplan.cli"), **environment: str) -> Files:
    """What a run in a process of its own, in the folder, writes, by name."""
    plain = {
        name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "TZ", "PYTHONHASH"))
    }
    command = [sys.executable, *program, "run", "--lang", "ko", "--quiet", *more]
    ended = subprocess.run(command, cwd=folder, env={**plain, **environment}, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stderr
    result = folder / "outputs" / "baseline"
    return {path.relative_to(result).as_posix(): path.read_bytes() for path in result.rglob("*") if path.is_file()}


def without_record(found: Files) -> Files:
    return {name: content for name, content in found.items() if name != RECORD}


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Files]:
    """A study folder, and what an ordinary run writes into it."""
    folder = study(tmp_path_factory.mktemp("usual"))
    return folder, files(folder, PYTHONHASHSEED="0", TZ="Asia/Seoul", LANG="ko_KR.UTF-8")


def test_the_files_are_those_that_are_promised(usual: tuple[Path, Files]) -> None:
    assert {"plan.xlsx", "run.json", "tables/commitments.csv", "tables/checks.csv", "tables/columns.csv"} <= set(
        usual[1]
    )


ENVIRONMENTS: tuple[dict[str, str], ...] = (
    {"PYTHONHASHSEED": "4294967295", "TZ": "Pacific/Chatham", "LC_ALL": "tr_TR.UTF-8", "LANG": "de_DE.UTF-8"},
    {"PYTHONHASHSEED": "1", "TZ": "America/St_Johns", "LC_ALL": "C", "LANG": "C"},
    {"PYTHONHASHSEED": "random", "PYTHONUTF8": "0", "LC_ALL": "POSIX", "PYTHONOPTIMIZE": "1"},
)


@pytest.mark.parametrize(
    "environment",
    [ENVIRONMENTS[0], *(pytest.param(of, marks=pytest.mark.slow) for of in ENVIRONMENTS[1:])],
    ids=lambda of: " ".join(of.values()),
)
def test_other_hashes_time_zones_and_locales_write_the_same_bytes(
    usual: tuple[Path, Files], environment: dict[str, str]
) -> None:
    folder, expected = usual
    assert without_record(files(folder, **environment)) == without_record(expected)


def test_another_day_writes_the_same_bytes(usual: tuple[Path, Files]) -> None:
    folder, expected = usual
    found = files(folder, program=("-c", ANOTHER_DAY))
    years = [int(json.loads(run[RECORD])["started"][:4]) for run in (expected, found)]
    assert years[1] - years[0] == 3  # the clock was believed
    assert without_record(found) == without_record(expected)


def test_another_working_directory_writes_the_same_bytes(usual: tuple[Path, Files], tmp_path: Path) -> None:
    elsewhere = tmp_path / "다른 곳" / "deep"
    elsewhere.mkdir(parents=True)
    study(elsewhere)
    found = files(elsewhere, "--inputs", str(usual[0] / "inputs" / "baseline.xlsx"))
    assert without_record(found) == without_record(usual[1])


def test_what_the_record_says_but_for_time_and_place_is_the_same(usual: tuple[Path, Files]) -> None:
    folder, expected = usual
    documents = [json.loads(run[RECORD]) for run in (expected, files(folder, PYTHONHASHSEED="7"))]
    for document in documents:
        for name in ("timings", "started", "finished"):
            del document[name]
    assert documents[0] == documents[1]


def test_other_inputs_write_other_bytes(usual: tuple[Path, Files], tmp_path: Path) -> None:
    folder = study(tmp_path)
    write_tables(tiny_tables(appropriations={"main": {2026: 900}}), folder / "inputs" / "baseline.xlsx")
    found = files(folder)
    assert found["plan.xlsx"] != usual[1]["plan.xlsx"]
    assert found["tables/ledger.csv"] != usual[1]["tables/ledger.csv"]
