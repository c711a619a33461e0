"""Comparison → workbook: both sides, the cells that differ, the plans beside each other, and what each change made."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from axplan.comparing import Pair

BOOK = "comparison.xlsx"


def write_comparison(
    pair: Pair, folder: Path, language: str, facts: Mapping[str, str], unit: str = "억원"
) -> list[str]:
    """Write `comparison.xlsx` into `folder`; return its name.

    `language` is "ko" or "en"; `facts` (name → text) identify both sides; `unit` is the unit money is printed in (a key of
    `styles.MONEY_UNITS`). The same arguments give the same bytes.
    """
    from axplan.report.comparison.book import write_pair

    write_pair(pair, folder / BOOK, language, facts, unit)
    return [BOOK]
