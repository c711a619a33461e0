"""Plan → result workbook and CSV tables.

`columns` declares every column of every result table once; `words` holds every other text in Korean and English;
`styles` and `layout` know how things look; `sheets` has one file per sheet of the workbook.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from axplan.plan import Plan
    from axplan.report.context import Check

BOOK = "plan.xlsx"


def write_results(
    plan: Plan, checks: Sequence[Check], folder: Path, language: str, facts: Mapping[str, str], unit: str = "억원"
) -> list[str]:
    """Write `plan.xlsx` and `tables/*.csv` into `folder`; return the names of the files, relative to it.

    `language` is "ko" or "en"; `facts` identify the run on the provenance sheet; `unit` is the unit money is printed in
    (a key of `styles.MONEY_UNITS`; the CSV tables are always in 억원).
    """
    from axplan.report.book import write_book
    from axplan.report.csv_tables import write_csv

    write_book(plan, checks, folder / BOOK, language, facts, unit)
    return [BOOK, *(path.relative_to(folder).as_posix() for path in write_csv(plan, checks, folder))]
