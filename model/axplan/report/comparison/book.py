"""Comparison → comparison.xlsx: a table of contents."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from axplan.comparing import plan_differences
from axplan.printing import print_plan
from axplan.report.comparison import cells, overview, plans, shares
from axplan.report.comparison.context import PairBook
from axplan.report.opened import finish, opened, pages_of
from axplan.report.styles import MONEY_UNITS

if TYPE_CHECKING:
    from axplan.comparing import Pair

SHEETS = {"compared": overview, "compared_cells": cells, "compared_plans": plans, "compared_shares": shares}
OF_PLANS = ("compared_plans", "compared_shares")
"""Sheets that need a plan on both sides."""


def write_pair(pair: Pair, path: Path, language: str, facts: Mapping[str, str], unit: str = "억원") -> Path:
    """Write the workbook. Both plans are printed as in their own workbooks, to the last digit."""
    title, money = facts.get(f"title.{language}", ""), MONEY_UNITS[unit]
    whole = [print_plan(side.plan, money.step).plan for side in pair.sides if side.plan]
    printed = plan_differences(*whole) if len(whole) == 2 else {}
    names = [name for name in SHEETS if printed or name not in OF_PLANS]
    with opened(path, language, title) as (workbook, styles):
        book = PairBook(language, money, pages_of(workbook, styles, names), workbook, pair, printed, facts)
        for name in names:
            SHEETS[name].write(book)
        finish(book, title)
    return path
