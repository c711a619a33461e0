"""Scenario files applied to the tiny case."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from axplan.inputs.tables import Tables
from axplan.scenario import Applied, apply_scenario, load_scenario, with_options
from tiny import tiny_tables


def files(folder: Path, **texts: str) -> Path:
    """A study folder with these scenario files."""
    (folder / "scenarios").mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / "scenarios" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def overlaid(
    folder: Path, text: str, tables: Tables | None = None, options: Sequence[str] = (), **others: str
) -> Applied:
    """The scenario `a` with this text, and the options --set, applied to the tiny case; `others` stand beside it."""
    scenario = load_scenario(files(folder, a=text, **others), "a")
    return apply_scenario(with_options(scenario, options), tables or tiny_tables())


def changing(folder: Path, entries: str, tables: Tables | None = None) -> Applied:
    """Entries under `changes`, one in each line, applied to the tiny case."""
    lines = "".join(f"  {line.strip()}\n" for line in entries.strip().splitlines())
    return overlaid(folder, f"changes:\n{lines}", tables)


def cell(tables: Tables, table: str, row: str, column: str) -> Any:
    """The raw value in a sheet whose first column names the row; None for a blank cell."""
    found = [row_.values.get(column) for row_ in tables[table].rows if next(iter(row_.values.values())) == row]
    assert len(found) == 1, (table, row)
    return found[0]


def told(applied: Applied) -> list[tuple[str, str]]:
    """Code and place of every error."""
    return [(problem.code, problem.place) for problem in applied.problems() if problem.is_error]
