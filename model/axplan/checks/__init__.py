"""What is wrong with the inputs: cell by cell, across tables, and rule by rule, all in one pass."""

from __future__ import annotations

from axplan.checks.across import CHECKS, Checked
from axplan.checks.loading import load_sheets
from axplan.checks.policy_rules import RULE_CHECKS
from axplan.errors import Problem
from axplan.schema import Sheets
from axplan.tables import Tables

__all__ = ["check_tables"]


def check_tables(tables: Tables) -> tuple[Sheets | None, list[Problem]]:
    """Run every check on `tables`.

    Returns the typed sheets (None when even the settings cannot be read) and every problem, errors and warnings,
    in sheet and row order.
    """
    sheets, problems = load_sheets(tables)
    if sheets is not None:
        checked = Checked(sheets, tables)
        problems += [found for check in (*CHECKS, *RULE_CHECKS) for found in check(checked)]
    return sheets, sorted(problems, key=lambda p: (p.order, p.place, p.code))
