"""Firmness → workbook and CSV table: the ranges, what is spent in every good plan, and plans that are nearly as good."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from axplan.firmness import Firmness

BOOK, TABLE = "firmness.xlsx", "firmness.csv"


def write_firmness(
    firmness: Firmness, folder: Path, language: str, facts: Mapping[str, str], unit: str = "억원"
) -> list[str]:
    """Write `firmness.xlsx` and `firmness.csv` into `folder`; return their names.

    `language` is "ko" or "en"; `facts` (name → text) identify the run, "title.ko" and "title.en" among them name the
    scenario; `unit` is the unit money is printed in in the workbook (a key of `styles.MONEY_UNITS`). The table has every
    digit, in 억원, and labels in both languages. The same arguments give the same bytes.
    """
    from axplan.report.firmness.book import write_firm_book

    write_firm_book(firmness, folder / BOOK, language, facts, unit)
    firmness.listed().to_csv(folder / TABLE, index=False, encoding="utf-8", lineterminator="\n")
    return [BOOK, TABLE]
