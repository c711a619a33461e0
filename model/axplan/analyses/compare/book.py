"""Comparison → workbook: both sides, the cells that differ, the plans beside each other, and what each change made."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from axplan.analyses.compare.book_context import PairBook
from axplan.analyses.compare.sheets import cells, overview, plans, shares
from axplan.analyses.compare.words import WORDS
from axplan.report.spec import Annex, BookSpec, SheetSpec
from axplan.report.styles import money_of
from axplan.report.writer import write_book

if TYPE_CHECKING:
    from axplan.analyses.compare.pairs import Pair

BOOK = "comparison.xlsx"

SHEETS = (
    SheetSpec("compared", overview.write), SheetSpec("compared_cells", cells.write),
    SheetSpec("compared_plans", plans.write), SheetSpec("compared_shares", shares.write),
)  # fmt: skip
WITHOUT_PLANS = SHEETS[:2]
"""The sheets that need no plan on both sides."""


def write_comparison(
    pair: Pair, folder: Path, language: str, facts: Mapping[str, str], unit: str = "억원"
) -> list[str]:
    """Write `comparison.xlsx` into `folder`; return its name. Both plans are printed as in their own workbooks, but
    that a line that does not differ is the same in both; see `printed`.

    `language` is "ko" or "en"; `facts` (name → text) identify both sides; `unit` is the unit money is printed in (a key
    of `styles.MONEY_UNITS`). The same arguments give the same bytes.
    """
    printed = pair.printed(money_of(unit, language).step)
    own = Annex(SHEETS if printed else WITHOUT_PLANS, WORDS, lambda book: PairBook(book, pair, printed))
    return [write_book(BookSpec(folder / BOOK, language, unit, facts.get(f"title.{language}", ""), facts, own))]
