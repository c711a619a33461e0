"""Checks: every relation of the plan recomputed without the solver, the balance of the ledgers, and the rounding."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from axplan.formulation.constraint_registry import REGISTRY
from axplan.inputs.schema.core import NATIONAL
from axplan.report.context import Book, Check
from axplan.report.tables.table import LABEL, Column, Formula, Line, Value

LABELLED = ("industries", "regions", "tasks", "stages", "tracks", "programmes", "funds", "rules", "floors")
VARIABLES = {
    "commitment": "commitments", "depth": "depths", "outlay": "outlays", "progress": "progress", "trainees": "trainees",
    "stock": "trainees", "subscription": "ledger", "lapse": "ledger", "balance": "ledger",
}  # fmt: skip
"""The result table that gives each variable its title."""

BOUNDS = "bounds:"
"""The name of a check of a variable's bounds is this and the variable."""


def write(book: Book) -> None:
    """The ledgers' balance over the plan; what rounding did; then what failed, if anything did, and every other check."""
    page = book.start("checks")
    failed = sum(not check.ok for check in book.checks)
    page.note(book.say("checks_failed" if failed else "checks_passed", count=len(book.checks), failed=failed))
    page.note(book.say("checks_note"))
    page.row += 1
    page.section(book.say("ledger_checks", unit=book.money_unit))
    _write_ledgers(book)
    names = _names(book)
    _write_rounding(book, names)
    page.section(book.say("checks_heading"))
    columns = [
        Column(book.heading("checks", "name"), widest=LABEL),
        *(Column(book.heading("checks", name), "n4") for name in ("left", "right")),
        *(Column(book.heading("checks", name), "tiny") for name in ("violation", "tolerance")),
        Column(book.heading("checks", "ok"), "centre"),
        Column(book.heading("checks", "kind"), "centre"),
        Column(book.heading("checks", "index"), widest=80),
    ]
    page.headings(columns)
    for check in sorted(book.checks, key=lambda c: c.ok):
        page.line(_cells(book, check, names), columns, "cell" if check.ok else "bad")
    page.row += 1


def _write_ledgers(book: Book) -> None:
    """Receipts and expenditures of each fund over the whole plan, from its ledger, and whether they are equal."""
    last = len(book.plan.inputs.years) + 1
    columns = [
        Column(book.heading("ledger", "fund"), widest=LABEL),
        Column(book.say("receipts"), book.money_number),
        Column(book.say("expenditures"), book.money_number),
        Column(book.heading("checks", "ok"), "centre"),
    ]
    lines = []
    for f in book.plan.inputs.funds.fund:
        ledger = book.placed[f"ledger {f}"]
        verdict = Formula(f"={ledger.address('check', last)}", ledger.value("check", last))
        sides = [ledger.cell(side, last) for side in ("receipts", "expenditures")]
        lines.append(Line(book.label("funds", f), [*sides, verdict], key=f))
    book.placed["ledger_checks"] = book.pages["checks"].table(columns, lines)


def _write_rounding(book: Book, names: Mapping[str, str]) -> None:
    """Every constraint as the printed plan keeps it: by how many printed units its worst row is missed."""
    page, worst = book.pages["checks"], max((check.violation for check in book.rounding), default=0.0)
    page.section(book.say("rounding_heading"))
    last = book.say("last_digit", amount=f"{10.0**-book.money.decimals:g}", unit=book.money_unit)
    kept = all(check.ok for check in book.rounding)
    page.note(book.say("rounding_kept" if kept else "rounding_missed", worst=f"{worst:.2f}", step=last))
    page.note(book.say("rounding_note", step=last))
    columns = [
        Column(book.heading("checks", "name"), widest=LABEL),
        *(Column(book.heading("checks", name), "n4") for name in ("left", "right")),
        Column(book.say("missed_by_units"), "n2"),
        Column(book.say("allowed_units"), "n0"),
        Column(book.heading("checks", "ok"), "centre"),
        Column(book.heading("checks", "index"), widest=80),
    ]
    lines = [
        Line(check_name(book, check.name), [side(book, check.left), side(book, check.right), round(check.violation, 6), 1.0,
             book.say("ok" if check.ok else "not_ok"), where(check.index, names)], role="" if check.ok else "bad")
        for check in book.rounding
    ]  # fmt: skip
    page.table(columns, lines)


def _cells(book: Book, check: Check, names: Mapping[str, str]) -> list[Value]:
    return [
        check_name(book, check.name), side(book, check.left), side(book, check.right), check.violation, check.tolerance,
        book.say("ok" if check.ok else "not_ok"), book.word("kind", check.kind), where(check.index, names),
    ]  # fmt: skip


def side(book: Book, value: float) -> Value:
    """One side of a check; in words where there is no limit."""
    return float(value) if math.isfinite(value) else book.say("no_limit")


def check_name(book: Book, name: str) -> str:
    """A check in words: the constraint, the variable whose bounds were looked at, or the comparison."""
    if name in REGISTRY:
        return book.tell(REGISTRY[name].title)
    if not name.startswith(BOUNDS):
        return book.word("check", name)
    variable = name.removeprefix(BOUNDS)
    table = VARIABLES.get(variable)
    return book.say("bounds_of", what=book.heading(table, variable) if table else book.word("variable", variable))


def where(index: Any, names: Mapping[str, str]) -> str:
    """The row of a check in words: the labels of its keys, years as they are."""
    parts = index if isinstance(index, tuple | list) else () if index is None else (index,)
    return " · ".join(names.get(str(part), str(part)) for part in parts)


def _names(book: Book) -> dict[str, str]:
    """Key → label over all sheets; where two sheets share a key, the key itself."""
    names = {NATIONAL: book.say("national")}
    for sheet in LABELLED:
        data = getattr(book.plan.inputs, sheet)
        for key in getattr(data, data.__sheet__.key[0]):
            names[key] = book.label(sheet, key) if key not in names else key
    return names
