"""Near-optimal ranges → workbook and CSV table: the ranges, what is spent in every good plan, and plans that are nearly
as good."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from axplan.analyses.near_optimal.book_context import FirmBook
from axplan.analyses.near_optimal.printed import of_exact, of_plan
from axplan.analyses.near_optimal.sheets import alternatives, lists, ranges
from axplan.analyses.near_optimal.words import WORDS
from axplan.plan.rounding.printed import print_plan
from axplan.report.context import Annex, Book
from axplan.report.page.layout import Page
from axplan.report.page.workbook import BookSpec, write_workbook
from axplan.report.styles import MONEY_UNITS, Money

if TYPE_CHECKING:
    from axplan.analyses.near_optimal.result import NearOptimalRanges

BOOK, TABLE = "firmness.xlsx", "firmness.csv"

SHEETS = {"firmness": ranges, "firm_lists": lists, "firm_plans": alternatives}


def write_firmness(
    firmness: NearOptimalRanges, folder: Path, language: str, facts: Mapping[str, str], unit: str = "억원"
) -> list[str]:
    """Write `firmness.xlsx` and `firmness.csv` into `folder`; return their names.

    `language` is "ko" or "en"; `facts` (name → text) identify the run, "title.ko" and "title.en" among them name the
    scenario; `unit` is the unit money is printed in in the workbook (a key of `styles.MONEY_UNITS`), where the plan
    itself is printed as in its result workbook, to the last digit. The table has every digit, in 억원, and labels in both
    languages.
    The same arguments give the same bytes.
    """
    title = facts.get(f"title.{language}", "")

    def bind(pages: Mapping[str, Page], workbook: Any) -> FirmBook:
        return bound(firmness, language, MONEY_UNITS[unit], pages, workbook, facts)

    write_workbook(BookSpec(folder / BOOK, language, title, tuple(SHEETS), WORDS, bind, fill))
    firmness.listed().to_csv(folder / TABLE, index=False, encoding="utf-8", lineterminator="\n")
    return [BOOK, TABLE]


def fill(book: FirmBook) -> None:
    """Write every sheet."""
    for sheet in SHEETS.values():
        sheet.write(book)


def annex(firmness: NearOptimalRanges) -> Annex:
    """Ranges, lists and other plans that are nearly as good, as sheets in the book of the plan."""

    def write(book: Book) -> None:
        fill(bound(firmness, book.language, book.money, book.pages, book.workbook, {}))

    return Annex(tuple(SHEETS), WORDS, write)


def bound(
    firmness: NearOptimalRanges, language: str, money: Money, pages: Mapping[str, Page], workbook: Any,
    facts: Mapping[str, str],
) -> FirmBook:  # fmt: skip
    """What the sheets are written with, the plans in whole units."""
    printed = [of_plan(print_plan(firmness.plan, money.step).plan.frames)]
    others = firmness.plans[firmness.plans["plan"] > 0]
    printed += [of_exact(mine, money.step) for _, mine in others.groupby("plan")]
    return FirmBook(language, money, pages, workbook, firmness, printed, facts)
