"""Comparison → workbook: both sides, the cells that differ, the plans beside each other, and what each change made."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from axplan.analyses.compare.amounts import plan_differences
from axplan.analyses.compare.book_context import PairBook
from axplan.analyses.compare.sheets import cells, overview, plans, shares
from axplan.analyses.compare.words import WORDS
from axplan.plan.rounding.printed import print_plan
from axplan.report.page.layout import Page
from axplan.report.page.workbook import BookSpec, write_workbook
from axplan.report.styles import MONEY_UNITS

if TYPE_CHECKING:
    from axplan.analyses.compare.pairs import Pair

BOOK = "comparison.xlsx"

SHEETS = {"compared": overview, "compared_cells": cells, "compared_plans": plans, "compared_shares": shares}
OF_PLANS = ("compared_plans", "compared_shares")
"""Sheets that need a plan on both sides."""


def write_comparison(
    pair: Pair, folder: Path, language: str, facts: Mapping[str, str], unit: str = "억원"
) -> list[str]:
    """Write `comparison.xlsx` into `folder`; return its name. Both plans are printed as in their own workbooks, to the
    last digit.

    `language` is "ko" or "en"; `facts` (name → text) identify both sides; `unit` is the unit money is printed in (a key
    of `styles.MONEY_UNITS`). The same arguments give the same bytes.
    """
    title, money = facts.get(f"title.{language}", ""), MONEY_UNITS[unit]
    whole = [print_plan(side.plan, money.step).plan for side in pair.sides if side.plan]
    printed = plan_differences(*whole) if len(whole) == 2 else {}
    names = [name for name in SHEETS if printed or name not in OF_PLANS]

    def bind(pages: Mapping[str, Page], workbook: Any) -> PairBook:
        return PairBook(language, money, pages, workbook, pair, printed, facts)

    def fill(book: PairBook) -> None:
        for name in names:
            SHEETS[name].write(book)

    return [write_workbook(BookSpec(folder / BOOK, language, title, names, WORDS, bind, fill))]
