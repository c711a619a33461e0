"""A study with a tiny workbook and a few scenarios, one for every way a scenario can end."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from axplan.workbook import write_tables
from tiny import Change, tiny_tables

SCENARIOS: Mapping[str, str] = {
    "baseline": "title: {ko: 기준, en: Base}",
    "half": "extends: baseline\nchanges: {appropriations.main.*: {scale: 0.5}}",
    "more": "extends: baseline\nchanges: {appropriations.main.2026: {add: 5}}",
    "starved": "extends: baseline\nchanges: {tracks.reskilled.target: 1200, appropriations.main.*: 0}",
    "unreadable": "extends: baseline\nchanges: {nonesuch.main.x: 1}",
}
"""Name → what its file says."""


def study_with(folder: Path, scenarios: Mapping[str, str], **changes: Change) -> Path:
    """Make the study, its workbook the tiny one with changes; its folder."""
    write_tables(tiny_tables(**changes), folder / "inputs" / "baseline.xlsx")
    (folder / "scenarios").mkdir()
    for name, text in scenarios.items():
        scenario(folder, name, text)
    return folder


def scenario(study: Path, name: str, text: str) -> None:
    (study / "scenarios" / f"{name}.yaml").write_text(f"{text}\n", encoding="utf-8")


def contents(folder: Path) -> dict[str, bytes]:
    """The files of a result but for its record, which tells the time."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*")) if path.is_file() and path.name != "run.json"
    }  # fmt: skip
