"""Plan → tables/*.csv: every frame in full precision, and columns.csv, which says what each column is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from axplan.core.atomic_files import write_rows
from axplan.plan.certificate.checks import Check
from axplan.report.tables.columns import TABLES

if TYPE_CHECKING:
    from axplan.plan.result import Plan

FOLDER = "tables"
DICTIONARY = ("table", "column", "title_ko", "title_en", "unit", "meaning_ko", "meaning_en")


def write_csv(plan: Plan, checks: Sequence[Check], folder: Path) -> list[Path]:
    """Write `folder/tables/<frame>.csv` for every frame, `checks.csv` and `columns.csv`; return their paths.

    UTF-8, \\n at the end of a line, shortest digits that read back as the same number, amounts in 억원 and persons.
    """
    target = folder / FOLDER
    target.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, frame in plan.frames.items():
        path = target / f"{name}.csv"
        frame.to_csv(path, index=False, encoding="utf-8", lineterminator="\n")
        paths.append(path)
    columns = list(TABLES["checks"])
    certificate = ([_text(getattr(check, column)) for column in columns] for check in checks)
    paths.append(write_rows(target / "checks.csv", columns, certificate))
    paths.append(write_rows(target / "columns.csv", DICTIONARY, dictionary()))
    return paths


def dictionary() -> Iterable[tuple[str, ...]]:
    """One row for each column of the result tables: table, column, titles, unit, meanings."""
    for table, columns in TABLES.items():
        for name, column in columns.items():
            yield (
                table, name, column.title.ko, column.title.en, column.unit.both, column.meaning.ko, column.meaning.en,
            )  # fmt: skip


def _text(value: Any) -> str:
    if isinstance(value, tuple | list):
        return " ".join(str(part) for part in value)
    if isinstance(value, float):
        return repr(float(value))
    if value is True or value is False:
        return "yes" if value else "no"
    return "" if value is None else str(value)
