"""Larger cases: the baseline's tables with more industries, regions and years, still valid and feasible.

    python benchmarks/larger.py --industries 12 --regions 8 --years 10 FOLDER

writes the tables as CSV; `larger_tables` returns them. New industries and regions are copies of the baseline's with
other names; production, employment and money are split or scaled so that the case stays as tight as the baseline.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path

from axplan.inputs.tables import Raw, Row, Table, Tables
from axplan.workbook.baseline import baseline_tables
from axplan.workbook.csv_folder import write_folder

Cells = dict[str, Raw]
MONEY_PER_INDUSTRY = 4


def rebuilt(table: Table, rows: list[Cells]) -> Table:
    """The table with other rows; columns that the rows bring are added, columns none of them has are dropped."""
    names = list(dict.fromkeys([*table.columns, *(name for row in rows for name in row)]))
    kept = [name for name in names if any(name in row for row in rows)]
    numbered = tuple(Row(number, {k: v for k, v in row.items() if v is not None}) for number, row in enumerate(rows, 2))
    return Table(table.name, {name: n for n, name in enumerate(kept, 1)}, numbered)


def mapped(table: Table, change: Callable[[Cells], Cells]) -> Table:
    return rebuilt(table, [change(dict(row.values)) for row in table.rows])


def copies(names: list[str], count: int) -> dict[str, str]:
    """New name → the baseline's name it copies."""
    return {
        names[n] if n < len(names) else f"{names[n % len(names)]}_{n // len(names)}": names[n % len(names)]
        for n in range(count)
    }


def larger_tables(industries: int = 4, regions: int = 4, years: int = 5) -> Tables:
    """The baseline with that many industries in the initiative, regions and years."""
    base = baseline_tables()
    rows = {name: [dict(row.values) for row in table.rows] for name, table in base.tables.items()}
    inside = [str(row["industry"]) for row in rows["industries"] if row["initiative"] == "yes"]
    many = copies(inside, industries)
    places = copies([str(row["region"]) for row in rows["regions"]], regions)
    tables = dict(base.tables)
    tables["industries"] = rebuilt(base["industries"], _industries(rows["industries"], many))
    tables["regions"] = rebuilt(base["regions"], _copied(rows["regions"], "region", places))
    tables["siting"] = rebuilt(base["siting"], _siting(rows["siting"], many, places))
    tables["effectiveness"] = mapped(
        base["effectiveness"], lambda row: {"task": row["task"], **{new: row[old] for new, old in many.items()}}
    )
    tables["settings"] = mapped(
        base["settings"], lambda row: row | ({"value": years} if row["key"] == "plan_years" else {})
    )
    factor = max(1.0, industries / MONEY_PER_INDUSTRY)
    tables["appropriations"] = mapped(base["appropriations"], lambda row: _appropriations(row, years, factor))
    tables["tracks"] = mapped(base["tracks"], lambda row: row | {"target_year": 2026 + years - 1} if years < 5 else row)
    tables["rules"] = base["rules"].with_rows(())
    return Tables(base.source, tables)


def _copied(rows: list[Cells], key: str, names: Mapping[str, str]) -> list[Cells]:
    by_name = {str(row[key]): row for row in rows}
    return [by_name[old] | {key: new} for new, old in names.items()]


def _industries(rows: list[Cells], many: Mapping[str, str]) -> list[Cells]:
    others = [row for row in rows if row["initiative"] != "yes"]
    return _copied(rows, "industry", many) + others


def _siting(rows: list[Cells], many: Mapping[str, str], places: Mapping[str, str]) -> list[Cells]:
    """Every baseline region's share is split evenly among its copies."""
    shared = {old: sum(o == old for o in places.values()) for old in places.values()}
    known = {str(row["industry"]): row for row in rows}
    names = {**many, **{name: name for name in known if name not in many.values()}}
    missing = [old for old in known[next(iter(known))] if old not in shared and old != "industry"]
    spread = []
    for new, old in names.items():
        shares = {place: float(str(known[old][of])) / shared[of] for place, of in places.items()}
        shares[next(iter(shares))] += sum(float(str(known[old][of])) for of in missing)
        spread.append({"industry": new, **shares})
    return spread


def _appropriations(row: Cells, years: int, factor: float) -> Cells:
    amounts = [float(str(row[str(2026 + min(n, 4))])) for n in range(years)]
    return {"fund": row["fund"], **{str(2026 + n): factor * amount for n, amount in enumerate(amounts)}}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    for name, size in (("industries", 4), ("regions", 4), ("years", 5)):
        parser.add_argument(f"--{name}", type=int, default=size)
    chosen = parser.parse_args()
    write_folder(larger_tables(chosen.industries, chosen.regions, chosen.years), chosen.folder)


if __name__ == "__main__":
    main()
