"""Firmness → firmness.xlsx: a table of contents."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from axplan.printing import print_plan
from axplan.report.firmness import alternatives, lists, ranges
from axplan.report.firmness.context import FirmBook
from axplan.report.firmness.printed import of_exact, of_plan
from axplan.report.layout import Page
from axplan.report.opened import finish, opened, pages_of
from axplan.report.styles import MONEY_UNITS, Money

if TYPE_CHECKING:
    from axplan.firmness import Firmness

SHEETS = {"firmness": ranges, "firm_lists": lists, "firm_plans": alternatives}


def write_firm_book(
    firmness: Firmness, path: Path, language: str, facts: Mapping[str, str], unit: str = "억원"
) -> Path:
    """Write the workbook. The plan itself is printed as in its result workbook, to the last digit."""
    title = facts.get(f"title.{language}", "")
    with opened(path, language, title) as (workbook, styles):
        pages = pages_of(workbook, styles, SHEETS)
        book = bound(firmness, language, MONEY_UNITS[unit], pages, workbook, facts)
        for sheet in SHEETS.values():
            sheet.write(book)
        finish(book, title)
    return path


def bound(
    firmness: Firmness, language: str, money: Money, pages: Mapping[str, Page], workbook: Any, facts: Mapping[str, str]
) -> FirmBook:
    """What the sheets are written with, the plans in whole units."""
    printed = [of_plan(print_plan(firmness.plan, money.step).plan.frames)]
    others = firmness.plans[firmness.plans["plan"] > 0]
    printed += [of_exact(mine, money.step) for _, mine in others.groupby("plan")]
    return FirmBook(language, money, pages, workbook, firmness, printed, facts)
