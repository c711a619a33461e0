"""Do two checkouts of axplan write the same results? What a change of the code's layout must not change, byte by byte.

    python tests/support/same_outputs.py collect CHECKOUT FOLDER   runs every command with the code of a checkout
    python tests/support/same_outputs.py compare FOLDER FOLDER     what differs between two such folders; exit 1 if anything

The results of every command are collected for the scenarios below in both languages; times of day, seconds and versions are left out.
`--quick` leaves out the questions that take minutes. The checkout's package is found through PYTHONPATH, so one environment serves both.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

LANGUAGES = ("ko", "en")

SCENARIOS = ("baseline", "small-fund", "balanced-regions")

BROKE = """\
title: {ko: 기금 삼분의 일, en: A third of the fund}
inputs: inputs/baseline.xlsx
changes:
  appropriations.axpf.*: {scale: 0.3}
"""
"""A scenario that no plan satisfies."""

CHECKED = "checked.xlsx"
"""The annotated copy: the library that copies it writes the time of day into its properties."""

QUICK = (
    ("run", *SCENARIOS, "--again"),
    ("compare", *SCENARIOS),
    ("sweep", "--vary", "funds.axpf.private_ratio=0:1:0.5"),
    ("frontier", "--of", "production,employment", "--points", "3"),
    ("explain", "broke", "--elastic"),
    ("check", "baseline", "--annotate", f"outputs/{CHECKED}"),
)
SLOW = (
    ("frontier", "small-fund", "--of", "production,regional_balance", "--points", "5"),
    *(("explain", name) for name in SCENARIOS),
    ("firmness", "baseline", "--jobs", "2"),
    ("firmness", "small-fund", "--jobs", "2"),
    ("run", "small-fund", "--why"),
)
SECONDS = re.compile(r"[0-9.]+ (s|초)\b|(?<=\s)[0-9]+\.[0-9]\s*$")
"""Times in what a command prints: with their unit, or in the last column of a batch."""

STUDY = re.compile(r"\S*/study/")
"""Where the study stands, which a command may print."""

TRANSIENT = {"timings", "started", "finished", "versions", "sha256", "fingerprint"}


def main() -> int:
    """Collect or compare, as the arguments say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parts = parser.add_subparsers(dest="what", required=True)
    collecting = parts.add_parser("collect")
    collecting.add_argument("checkout", type=Path)
    collecting.add_argument("folder", type=Path)
    collecting.add_argument("--quick", action="store_true")
    collecting.add_argument("--only", metavar="COMMAND", help="this command alone")
    collecting.add_argument("--scenario", help="only what is asked of this scenario")
    collecting.add_argument("--language", choices=LANGUAGES, action="append", help="this language alone")
    comparing = parts.add_parser("compare")
    comparing.add_argument("folders", type=Path, nargs=2)
    comparing.add_argument("--common", action="store_true", help="what both folders have of commands and languages")
    given = parser.parse_args()
    if given.what == "collect":
        collect(given.checkout.resolve(), given.folder.resolve(), chosen(given), given.language or LANGUAGES)
        return 0
    differing = list(differences(*given.folders, given.common))
    print("\n".join(differing) or "the same")
    return 1 if differing else 0


def chosen(given: argparse.Namespace) -> dict[int, Sequence[str]]:
    """The commands to run by their numbers, which name the folders."""
    every = QUICK if given.quick else (*QUICK, *SLOW)
    return {
        number: command
        for number, command in enumerate(every)
        if given.only in (None, command[0]) and (given.scenario is None or given.scenario in command)
    }


def collect(checkout: Path, folder: Path, commands: Mapping[int, Sequence[str]], languages: Sequence[str]) -> None:
    """Run the commands in every language; `folder/<language>/<n>-<command>/` gets what each wrote."""
    for language in languages:
        study = folder / language / "study"
        _axplan(checkout, folder, language, ("init", str(study)))
        (study / "scenarios" / "broke.yaml").write_text(BROKE, encoding="utf-8")
        for number, command in commands.items():
            started = time.perf_counter()
            kept = folder / language / f"{number:02}-{'-'.join(command[:2])}"
            said = _axplan(checkout, study, language, command)
            if (study / "outputs").exists():
                shutil.move(study / "outputs", kept)
            kept.mkdir(exist_ok=True)
            (kept / "said.txt").write_text(said, encoding="utf-8")
            print(f"{language} {' '.join(command)}: {time.perf_counter() - started:.0f} s", flush=True)
        shutil.rmtree(study)


def _axplan(checkout: Path, cwd: Path, language: str, command: Sequence[str]) -> str:
    """Run the command with the checkout's package; what it printed."""
    cwd.mkdir(parents=True, exist_ok=True)
    environment = os.environ | {"PYTHONPATH": str(checkout / "model"), "AXPLAN_LANG": language, "COLUMNS": "160"}
    done = subprocess.run(
        [sys.executable, "-m", "axplan.cli", *command], cwd=cwd, env=environment, capture_output=True, text=True
    )
    if done.returncode not in (0, 3):
        raise SystemExit(f"{command} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


def differences(one: Path, other: Path, common: bool = False) -> Iterator[str]:
    """A line for every file that is not in both folders or not the same in both; `common` looks at the commands in both."""
    files = [{path.relative_to(root) for path in root.rglob("*") if path.is_file()} for root in (one, other)]
    if common:
        asked = set.intersection(*({path.parts[:2] for path in found} for found in files))
        files = [{path for path in found if path.parts[:2] in asked} for found in files]
    yield from (f"only in one: {path}" for path in sorted(files[0] ^ files[1]))
    for path in sorted(files[0] & files[1]):
        if not _same(one / path, other / path):
            yield f"differs: {path}{_where(one / path, other / path)}"


def _same(one: Path, other: Path) -> bool:
    return one.read_bytes() == other.read_bytes() or _lasting(one) == _lasting(other)


def _lasting(path: Path) -> object:
    """The content without what changes from run to run."""
    if path.suffix == ".json":
        return _without(json.loads(path.read_text(encoding="utf-8")))
    if path.name == "said.txt":
        lines = STUDY.sub("study/", path.read_text(encoding="utf-8")).splitlines()
        return [SECONDS.sub("", line).split() for line in lines]
    if path.name == CHECKED:
        with zipfile.ZipFile(path) as book:
            return {name: book.read(name) for name in book.namelist() if name != "docProps/core.xml"}
    return path.read_bytes()


def _without(value: object) -> object:
    if isinstance(value, dict):
        return {key: _without(part) for key, part in value.items() if key not in TRANSIENT}
    return [_without(part) for part in value] if isinstance(value, list) else value


def _where(one: Path, other: Path) -> str:
    """In a workbook, the parts that differ."""
    if one.suffix != ".xlsx":
        return ""
    with zipfile.ZipFile(one) as first, zipfile.ZipFile(other) as second:
        names = sorted({*first.namelist(), *second.namelist()})
        listed = [set(book.namelist()) for book in (first, second)]
        return ": " + ", ".join(
            n for n in names if not all(n in names_of for names_of in listed) or first.read(n) != second.read(n)
        )


if __name__ == "__main__":
    sys.exit(main())
