"""What is wrong with the inputs: sheet by sheet, cell by cell, across tables, rule by rule, and
published figures that contradict each other; all in one pass."""

from __future__ import annotations

from axplan.checks.across import CHECKS
from axplan.checks.audit import AUDITS
from axplan.checks.checked import Checked
from axplan.checks.headings import check_headings, check_sheets
from axplan.checks.loading import Loading, known_keys, load_sheet
from axplan.checks.percentages import judge_percentages
from axplan.checks.policy_rules import RULE_CHECKS
from axplan.checks.references import REFERENCE_CHECKS
from axplan.errors import Problem
from axplan.schema import Sheets, sheet_declarations
from axplan.tables import Tables

__all__ = ["check_tables"]


def check_tables(tables: Tables) -> tuple[Sheets | None, list[Problem]]:
    """Run every check on `tables`.

    Returns the typed sheets (None if any problem is an error: then something in them is missing) and every problem,
    errors and warnings, in sheet and row order.
    """
    loading = Loading(tables, known_keys(tables))
    check_sheets(loading)
    for sheet in sheet_declarations().values():
        load_sheet(loading, sheet)
        check_headings(loading, sheet)
    checked = Checked(Sheets(**loading.loaded), tables, (*tables.notes, *loading.problems))
    checks = (*CHECKS, *RULE_CHECKS, *REFERENCE_CHECKS, *AUDITS)
    found = [problem for check in checks for problem in check(checked)]
    percentages, needless = judge_percentages(checked)
    of_cells = [p for p in loading.problems if (p.code, p.order) not in needless]
    problems = sorted([*tables.notes, *of_cells, *percentages, *found], key=lambda p: (p.order, p.place, p.code))
    return (None if any(p.is_error for p in problems) else checked.sheets), problems
