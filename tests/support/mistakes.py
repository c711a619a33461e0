"""Ways to commit a mistake, and what is said about it: used by the cases of every code."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from axplan.core.errors import InputError
from axplan.core.problem import Problem
from axplan.inputs.tables import Row, Table, Tables
from axplan.inputs.validation import check_tables
from axplan.scenario import apply_scenario, load_scenario, read_scenario
from axplan.workbook import read_tables, write_tables
from tiny import Change, tiny_tables

Make = Callable[[Path], list[Problem]]


@dataclass(frozen=True)
class Case:
    """`make` commits the mistake in an empty folder and returns the problems; `also` are codes that rightly come with it."""

    code: str
    make: Make
    place: str
    ko: str
    en: str
    also: tuple[str, ...] = ()


def checking(**changes: Change) -> Make:
    """The tiny case with these changes, checked."""
    return lambda _: check_tables(tiny_tables(**changes))[1]


def editing(sheet: str, edit: Callable[[Table], Table | None], **changes: Change) -> Make:
    """The tiny case with one sheet edited (None takes it away), checked."""

    def make(_: Path) -> list[Problem]:
        tables = tiny_tables(**changes)
        edited = {name: edit(table) if name == sheet else table for name, table in tables.tables.items()}
        return check_tables(Tables(tables.source, {name: t for name, t in edited.items() if t is not None}))[1]

    return make


def renaming(sheet: str, old: str, new: str, **changes: Change) -> Make:
    """The tiny case with a column renamed."""
    return editing(sheet, lambda t: _renamed(t, old, new), **changes)


def _renamed(table: Table, old: str, new: str) -> Table:
    def rename(cells: Mapping[str, Any]) -> dict[str, Any]:
        return {new if name == old else name: value for name, value in cells.items()}

    rows = tuple(Row(row.number, rename(row.values)) for row in table.rows)
    return replace(table, columns=rename(table.columns), rows=rows)


def adding_sheet(name: str) -> Make:
    def make(_: Path) -> list[Problem]:
        tables = tiny_tables()
        return check_tables(Tables(tables.source, {**tables.tables, name: Table(name, {}, ())}))[1]

    return make


def reading(write: Callable[[Path], object], name: str) -> Make:
    """What is said about a file or folder of this name, after `write` has made it."""

    def make(folder: Path) -> list[Problem]:
        path = folder / name
        write(path)
        try:
            return list(read_tables(path).notes)
        except InputError as fault:
            return list(fault.problems)

    return make


def writing_too_much(folder: Path) -> list[Problem]:
    try:
        write_tables(tiny_tables(funds={"main": {"label_ko": "글" * 32_768}}), folder / "long.xlsx")
    except InputError as fault:
        return list(fault.problems)
    return []


def holding(content: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(content)


def industries_csv(content: bytes) -> Callable[[Path], object]:
    def write(folder: Path) -> None:
        folder.mkdir()
        (folder / "industries.csv").write_bytes(content)

    return write


def rule(**cells: Any) -> Make:
    """The tiny case with one rule."""
    return checking(rules={"cap": cells})


def uncertain(**cells: Any) -> Make:
    """The tiny case with one range of uncertainty: tasks, *, uplift, a factor from 0.5 to 1.5."""
    given = {"table": "tasks", "row": "*", "column": "uplift", "applies": "factor", "distribution": "triangular",
             "low": 0.5, "mode": 1, "high": 1.5}  # fmt: skip
    return checking(uncertainty=[given | cells])


def correlated(**cells: Any) -> Make:
    """The tiny case with two ranges of uncertainty and a correlation of 0.5 between them."""
    given = {"table": "tasks", "row": "*", "applies": "factor", "distribution": "uniform", "low": 0.5, "high": 1.5}
    ranges = [given | {"column": name} for name in ("uplift", "cost_intensity")]
    pair = {"a": "tasks.*.uplift", "b": "tasks.*.cost_intensity", "rank_correlation": 0.5}
    return checking(uncertainty=ranges, correlations=[pair | cells])


def evidence(**cells: Any) -> Make:
    given = {"table": "tasks", "columns": "uplift", "grade": "study", "source": "paper"}
    return checking(provenance=[given | cells], sources=[{"source": "paper", "title": "A paper"}])


def scenario(text: str) -> Make:
    """What is said about a scenario file with this text."""

    def make(folder: Path) -> list[Problem]:
        (folder / "scenarios").mkdir(exist_ok=True)
        (folder / "scenarios" / "a.yaml").write_text(text, encoding="utf-8")
        try:
            read_scenario(folder, "a")
        except InputError as fault:
            return list(fault.problems)
        return []

    return make


def overlay(text: str, **others: str) -> Make:
    """What is said about a scenario file with this text, applied to the tiny case; `others` are files beside it."""

    def make(folder: Path) -> list[Problem]:
        (folder / "scenarios").mkdir(exist_ok=True)
        for name, content in {"a": text, **others}.items():
            (folder / "scenarios" / f"{name}.yaml").write_text(content, encoding="utf-8")
        return apply_scenario(load_scenario(folder, "a"), tiny_tables(rules={"cap": {"value": 500}})).problems()

    return make


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files of older Office programs begin."""
