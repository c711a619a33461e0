"""A tiny complete input with round numbers, so that the right answer can be worked out by hand.

One industry in the initiative (`cars`) and one outside it (`toys`), one region, one task, two stages with two segments
each, one track, one programme, one fund, the years 2026 and 2027. Without changes only absorption limits the plan:

* `full_cost` is 200 억원 per stage, half of it private: one 억원 of public money buys a depth of 0.01 in segment 1 and
  0.005 in segment 2, so that a whole stage takes 50 + 100 = 150 억원 of public money.
* `full_effect` is 100 억원 a year per stage, at once and for ever: one 억원 in segment 1 adds 1 억원 of output in every
  year left until 2027, one 억원 in segment 2 adds 0.5. Nothing is discounted.
* Output is valued at 2 (production inducement), so that 1 억원 in segment 1 is worth 4 억원 in 2026 and 2 in 2027. A quarter
  of it is value added of the industry itself, which only net_benefit counts.
* adoption can begin in 2026, scale_up a year later; all of adoption can go on. Optimum: 2 × (100 × 2 + 100 × 1) = 600 억원.
* Adoption is as fast as money can buy it, programmes cost nothing to run. Nobody need be trained, no progress need be
  made, there is far more money than can be used.

`tiny_tables(stages={"adoption": {"conversion": 0.5}}, ...)` changes cells, see there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from axplan.inputs.parameters import Inputs, build_inputs
from axplan.inputs.schema import sheet_declarations
from axplan.inputs.tables import Row, Table, Tables

Cells = dict[str, Any]
Change = Mapping[Any, Any] | Sequence[Cells] | Callable[[list[Cells]], list[Cells]]

FIRST, SECOND, THIRD = 2026, 2027, 2028
CAR_DESIGN = ("cars", "north", "design")
"""The only cell of the growth initiative."""

SETTINGS: Cells = {
    "first_year": 2026, "plan_years": 2, "appraisal_end": 2027, "social_discount_rate": 0.0,
    "effect_depreciation": 0.0, "krw_per_usd": 1000,
}  # fmt: skip

STAGE: Cells = {
    "instrument": "grant", "fund": "main", "private_match": 1.0, "cost_share": 0.5, "effect_share": 0.5,
    "additionality": 0.5, "initial_depth": 0.0, "expenditure_inducement": 1.5,
}  # fmt: skip
LOAN: Cells = {
    "instrument": "loan", "lending_rate": 0.0, "grace_years": 0, "repayment_years": 2, "annual_loss": 0.0,
    "loss_recovery": 0.0,
}  # fmt: skip
EQUITY: Cells = {"instrument": "equity", "exit_year": 1, "exit_multiple": 1.0}
"""`LOAN` and `EQUITY` are what a stage needs when its instrument is changed: stages={"adoption": EQUITY}."""

ROWS: Mapping[str, list[Cells]] = {
    "industries": [
        {"industry": "cars", "label_ko": "자동차", "label_en": "Cars", "production": 1.0, "exports": 2.0,
         "production_inducement": 2.0, "output_inducement": 1.5, "value_added_rate": 0.25,
         "value_added_inducement": 0.5, "employment_inducement": 10.0, "employment": 1000, "initiative": "yes"},
        {"industry": "toys", "label_ko": "완구", "label_en": "Toys", "employment": 1000, "initiative": "no"},
    ],
    "regions": [
        {"region": "north", "label_ko": "북부", "label_en": "North", "investment_cost": 1.0, "siting_cost": 1.0},
    ],
    "siting": [{"industry": "cars", "north": 1.0}, {"industry": "toys", "north": 1.0}],
    "tasks": [
        {"task": "design", "label_ko": "설계", "label_en": "Design", "uplift": 0.04, "cost_intensity": 0.04, "ceiling": 1.0},
    ],
    "applications": [],
    "effectiveness": [{"task": "design", "cars": 1.0}],
    "stages": [
        {"stage": "adoption", "label_ko": "채택", "label_en": "Adoption", **STAGE, "conversion": 1.0, "conversion_lag": 1},
        {"stage": "scale_up", "label_ko": "확산", "label_en": "Scale-up", **STAGE, **LOAN},
    ],
    "effect_profile": [{"stage": "adoption", "age_0": 1.0}, {"stage": "scale_up", "age_0": 1.0}],
    "segments": [
        {"stage": s, "segment": g, "width": 0.5, "cost_multiplier": float(g)} for s in ("adoption", "scale_up") for g in (1, 2)
    ],
    "tracks": [
        {"track": "reskilled", "label_ko": "재직자", "label_en": "Reskilled", "fund": "main", "target": 0,
         "target_year": 2027, "unit_cost": 0.1, "employer_share": 0.5, "initial_capacity": 1000, "capacity_growth": 0.0,
         "initial_stock": 0, "attrition": 0.0, "requirement": 0.0, "employment_ceiling": 1.0, "expenditure_inducement": 1.5},
    ],
    "programmes": [
        {"programme": "data", "label_ko": "데이터", "label_en": "Data", "pillar": "data", "fund": "main", "cost": 100.0,
         "private_match": 0.0, "annual_ceiling": 1.0, "minimum_progress": 0.0, "quantity": 20, "quantity_unit": "sets",
         "regional": "no", "expenditure_inducement": 1.5},
    ],
    "unlocks": [{"programme": "data", "design": 0.0}],
    "funds": [
        {"fund": "main", "label_ko": "기금", "label_en": "Main fund", "opening_balance": 0.0, "interest": 0.0,
         "admin_rate": 0.0, "private_ratio": 0.0, "preferred_return": 0.0, "solvency_share": 0.0, "receivable_haircut": 0.0},
    ],
    "appropriations": [{"fund": "main"}],
    "rules": [],
    "floors": [],
    "uncertainty": [],
    "correlations": [],
    "provenance": [],
    "sources": [],
}  # fmt: skip

NEW_RULE: Cells = {"measure": "commitment", "relation": "<=", "value": 0.0, "unit": "amount"}

FOLLOW = {
    "siting": ("industries", "industry"), "effectiveness": ("tasks", "task"), "effect_profile": ("stages", "stage"),
    "unlocks": ("programmes", "programme"), "appropriations": ("funds", "fund"), "segments": ("stages", "stage"),
}  # fmt: skip
"""Sheets whose rows follow those of another sheet: a new row there gets one here, and a deleted one loses its."""

BLANK = {"siting": 0.0, "effectiveness": 1.0, "unlocks": 0.0, "appropriations": 1000.0}
"""What stands in a cell of a matrix that nobody has filled in."""


def tiny_inputs(**changes: Change) -> Inputs:
    """`tiny_tables(**changes)`, checked and frozen."""
    return build_inputs(tiny_tables(**changes))


def tiny_tables(**changes: Change) -> Tables:
    """The tiny case with changes by sheet. A change is one of

    * row key → {column: value}: cells of that row; a key that is not there yet makes a new row, which starts as a copy of
      the sheet's first row (of `NEW_RULE` for a rule); None as value blanks a cell, None instead of the dict deletes the
      row. Two-part keys are tuples: segments={("adoption", 1): {"width": 0.2}}. A dict of the sheet `settings` gives
      values: settings={"plan_years": 3}.
    * a list of rows, each a dict: they replace the sheet's rows.
    * a function of the sheet's rows (a list of dicts) that returns new ones, for anything else.

    Matrices complete themselves: a second region gets a column of `siting` (0), a new industry, stage, fund … the rows it
    needs, longer plans their appropriations (1000 a year). Years are given as numbers: appropriations={"main": {2026: 5}}.
    """
    rows = {name: [dict(row) for row in given] for name, given in ROWS.items()}
    settings = SETTINGS | dict(changes.pop("settings", {}))  # type: ignore[arg-type]
    last = settings["first_year"] + settings["plan_years"] - 1
    settings["appraisal_end"] = max(settings["appraisal_end"], last)
    for name in ROWS:  # parents stand before the sheets that follow them
        _follow(rows, name, settings)
        if name in changes:
            rows[name] = _changed(name, rows[name], changes.pop(name))
        _fill(rows, name, settings)
    assert not changes, f"no such sheet: {', '.join(changes)}"
    rows = {"settings": [{"key": name, "value": value} for name, value in settings.items()], **rows}
    return Tables(
        Path("tiny"), {name: _table(name, given) for name, given in rows.items() if given or not _optional(name)}
    )


def _optional(name: str) -> bool:
    return sheet_declarations()[name].optional


def _changed(name: str, rows: list[Cells], change: Change) -> list[Cells]:
    if callable(change):
        return change(rows)
    if not isinstance(change, Mapping):
        return [dict(row) for row in change]
    key = sheet_declarations()[name].key
    found = {_key(row, key): row for row in rows}
    template = NEW_RULE if name == "rules" else rows[0] if rows else {}
    for named, cells in change.items():
        parts = named if isinstance(named, tuple) else (named,)
        if cells is None:
            del found[parts]
            continue
        row = found.setdefault(parts, {**template, **dict(zip(key, parts, strict=True))})
        row.update({str(column): value for column, value in cells.items()})
    return list(found.values())


def _key(row: Cells, key: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple(row[name] for name in key)


def _follow(rows: dict[str, list[Cells]], name: str, settings: Cells) -> None:
    """One row (or set of rows) for each row of the sheet that this one follows."""
    if name not in FOLLOW:
        return
    parent, key = FOLLOW[name]
    first = rows[name][0][key]
    given = {row[key] for row in rows[name]}
    copied = [row for row in rows[name] if row[key] == first]
    parents = [row[key] for row in rows[parent]]
    kept = [row for row in rows[name] if row[key] in parents]
    rows[name] = kept + [{**row, key: new} for new in parents if new not in given for row in copied]
    _fill(rows, name, settings)


def _fill(rows: dict[str, list[Cells]], name: str, settings: Cells) -> None:
    """Give every row of a matrix a value in every column it must have."""
    for column in _columns_across(rows, name, settings):
        for row in rows[name]:
            row.setdefault(column, BLANK[name])


def _columns_across(rows: dict[str, list[Cells]], name: str, settings: Cells) -> list[str]:
    if name == "appropriations":
        return [str(settings["first_year"] + n) for n in range(settings["plan_years"])]
    if name == "effectiveness":
        return [row["industry"] for row in rows["industries"] if row.get("initiative") == "yes"]
    across = {"siting": ("regions", "region"), "unlocks": ("tasks", "task")}.get(name)
    return [row[across[1]] for row in rows[across[0]]] if across else []


def _table(name: str, rows: list[Cells]) -> Table:
    """The sheet as a reader would hand it over: every declared column, headings in row 1, blank cells left out."""
    sheet = sheet_declarations()[name]
    declared = ("key", "value", "unit") if sheet.record else tuple(sheet.columns)
    columns = dict.fromkeys((*declared, *(column for row in rows for column in row)))
    filled = ({column: value for column, value in row.items() if value is not None} for row in rows)
    return Table(
        name,
        {column: position for position, column in enumerate(columns, start=1)},
        tuple(Row(number, values) for number, values in enumerate(filled, start=2)),
    )
