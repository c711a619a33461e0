"""The baseline cut down to two regions, a few tasks and less money: small enough to be solved many times, and it binds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from axplan.inputs.schema import sheet_declarations
from axplan.inputs.tables import Row, Table, Tables
from axplan.workbook.csv_folder import read_folder
from repository import ROOT

BASELINE = ROOT / "model" / "axplan" / "data" / "baseline"
REGIONS = ("capital", "yeongnam")
TASKS = ("design", "autonomous_manufacturing")
MONEY = 0.77
"""Share of the appropriations of AXPF that is kept; with all of it, people and not money would limit so few tasks."""
DROPPED = ("priority_task_floor", "outside_capital_floor")
"""Rules that mean nothing with so few tasks and regions, beside the floors of the regions that are left out."""

Cells = dict[str, Any]
Changes = Mapping[str, Mapping[str, Cells | None] | Sequence[Cells]]


def small_baseline(changes: Changes | None = None, tasks: Sequence[str] = TASKS) -> Tables:
    """The small baseline with changes: sheet → {row key: {column: value}} (None deletes the row), or new rows."""
    rows = cut(tasks)
    for sheet, change in (changes or {}).items():
        if isinstance(change, Mapping):
            key = "key" if sheet == "settings" else sheet_declarations()[sheet].key[0]
            rows[sheet] = [
                {**row, **(change.get(row[key]) or {})} for row in rows[sheet] if change.get(row[key], {}) is not None
            ]
        else:
            rows[sheet] = [*rows[sheet], *({"rule": f"new_{n}", **row} for n, row in enumerate(change))]
    return Tables(Path("small baseline"), {name: as_table(name, given) for name, given in rows.items()})


def cut(tasks: Sequence[str]) -> dict[str, list[Cells]]:
    rows: dict[str, list[Cells]] = {
        name: [dict(row.values) for row in table.rows] for name, table in read().tables.items()
    }
    for name in ("provenance", "sources", "uncertainty", "correlations"):
        del rows[name]
    rows["regions"] = [row for row in rows["regions"] if row["region"] in REGIONS]
    rows["tasks"] = [row for row in rows["tasks"] if row["task"] in tasks]
    rows["effectiveness"] = [row for row in rows["effectiveness"] if row["task"] in tasks]
    rows["applications"] = [row for row in rows["applications"] if row["task"] in tasks]
    rows["rules"] = [
        row for row in rows["rules"] if row["rule"] not in DROPPED and row.get("region") in (None, "", *REGIONS)
    ]
    rows["unlocks"] = [{name: row[name] for name in ("programme", *tasks)} for row in rows["unlocks"]]
    for year in set(rows["appropriations"][0]) - {"fund"}:
        rows["appropriations"][0][year] *= MONEY
    for row in rows["siting"]:
        whole = sum(row[r] for r in REGIONS)
        row.update({r: row[r] / whole for r in REGIONS})
        for name in set(row) - {"industry", *REGIONS}:
            del row[name]
    return rows


@cache
def read() -> Tables:
    return read_folder(BASELINE)


def as_table(name: str, rows: Sequence[Cells]) -> Table:
    """Every declared column and every further one that is used, blank cells left out."""
    sheet = sheet_declarations()[name]
    columns = dict.fromkeys((*(("key", "value") if sheet.record else sheet.columns), *(c for row in rows for c in row)))
    filled = ({column: value for column, value in row.items() if value is not None} for row in rows)
    return Table(
        name, {c: n for n, c in enumerate(columns, 1)}, tuple(Row(n, cells) for n, cells in enumerate(filled, 2))
    )
