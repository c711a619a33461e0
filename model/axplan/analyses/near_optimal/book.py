"""Near-optimal ranges → workbook and CSV table: the ranges, those of the budget lines, which of them are firm, and
plans that are nearly as good."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from axplan.analyses.near_optimal.book_context import FirmBook
from axplan.analyses.near_optimal.printed import of_exact, of_plan
from axplan.analyses.near_optimal.sheets import alternatives, budget, lists, ranges
from axplan.analyses.near_optimal.words import WORDS
from axplan.plan.rounding.printed import print_plan
from axplan.report.spec import Annex, BookSpec, OpenBook, SheetSpec
from axplan.report.writer import write_book

if TYPE_CHECKING:
    from axplan.analyses.near_optimal.result import NearOptimalRanges

BOOK, TABLE = "firmness.xlsx", "firmness.csv"

SHEETS = (
    SheetSpec("firmness", ranges.write),
    SheetSpec("firm_budget", budget.write),
    SheetSpec("firm_lists", lists.write),
    SheetSpec("firm_plans", alternatives.write),
)


def write_firmness(
    firmness: NearOptimalRanges, folder: Path, language: str, facts: Mapping[str, str], unit: str = "억원"
) -> list[str]:
    """Write `firmness.xlsx` and `firmness.csv` into `folder`; return their names.

    `language` is "ko" or "en"; `facts` (name → text) identify the run, "title.ko" and "title.en" among them name the
    scenario; `unit` is the unit money is printed in in the workbook (a key of `styles.MONEY_UNITS`), where the plan
    itself is printed as in its result workbook, to the last digit. The table has every digit, in 억원, and labels in both
    languages.
    """
    title = facts.get(f"title.{language}", "")
    write_book(BookSpec(folder / BOOK, language, unit, title, facts, annex(firmness)))
    firmness.listed().to_csv(folder / TABLE, index=False, encoding="utf-8", lineterminator="\n")
    return [BOOK, TABLE]


def annex(firmness: NearOptimalRanges) -> Annex:
    """Ranges, lists and other plans that are nearly as good, all in whole units, as sheets of a book."""
    return Annex(SHEETS, WORDS, partial(bound, firmness))


def bound(firmness: NearOptimalRanges, book: OpenBook) -> FirmBook:
    """What the sheets are written with, or the terminal where the book has no pages."""
    printed = [of_plan(print_plan(firmness.plan, book.money.step).plan.frames)]
    others = firmness.plans[firmness.plans["plan"] > 0]
    printed += [of_exact(mine, book.money.step) for _, mine in others.groupby("plan")]
    return FirmBook(book, firmness, printed)
