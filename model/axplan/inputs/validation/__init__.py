"""What is wrong with the inputs: sheet by sheet, cell by cell, across tables, rule by rule, and
published figures that contradict each other; all in one pass."""

from axplan.core.problem import Problem
from axplan.inputs.schema import Sheets, sheet_declarations
from axplan.inputs.tables import Tables
from axplan.inputs.validation.across import CHECKS
from axplan.inputs.validation.audit import AUDITS
from axplan.inputs.validation.checked import Checked
from axplan.inputs.validation.headings import check_headings, check_sheets
from axplan.inputs.validation.load import SheetLoader, known_keys, load_sheet
from axplan.inputs.validation.percentages import judge_percentages
from axplan.inputs.validation.policy_rules import RULE_CHECKS
from axplan.inputs.validation.references import REFERENCE_CHECKS

__all__ = ["check_tables"]


def check_tables(tables: Tables) -> tuple[Sheets | None, list[Problem]]:
    """Run every check on `tables`.

    Returns the typed sheets (None if any problem is an error: then something in them is missing) and every problem,
    errors and warnings, in sheet and row order.
    """
    loader = SheetLoader(tables, known_keys(tables))
    check_sheets(loader)
    for sheet in sheet_declarations().values():
        load_sheet(loader, sheet)
        check_headings(loader, sheet)
    checked = Checked(Sheets(**loader.loaded), tables, (*tables.notes, *loader.problems))
    checks = (*CHECKS, *RULE_CHECKS, *REFERENCE_CHECKS, *AUDITS)
    found = [problem for check in checks for problem in check(checked)]
    percentages, needless = judge_percentages(checked)
    of_cells = [p for p in loader.problems if (p.code, p.order) not in needless]
    problems = sorted([*tables.notes, *of_cells, *percentages, *found], key=lambda p: (p.order, p.place, p.code))
    return (None if any(p.is_error for p in problems) else checked.sheets), problems
