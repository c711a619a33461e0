"""Plan → result workbook, one-page brief and CSV tables.

`tables/columns` declares every column of every result table once; `sheets` has one file per sheet, with its words in
both languages, `words` what more than one says; `book` declares the workbook, and `writer` writes any that is declared;
`terminal_table` draws the same tables in a terminal; `brief` is the page to hand over.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from axplan.plan.result import Plan
    from axplan.plan.rounding.printed import Printed
    from axplan.report.spec import Annex
from axplan.plan.certificate.checks import Check

BOOK, BRIEF = "plan.xlsx", "brief.html"


def write_results(
    plan: Plan | Printed, checks: Sequence[Check], folder: Path, language: str, facts: Mapping[str, str], unit: str = "억원",
    annexes: Sequence[Annex] = (),
) -> list[str]:  # fmt: skip
    """Write `plan.xlsx`, `brief.html` and `tables/*.csv` into `folder`; return the names of the files, relative to it.

    `language` is "ko" or "en"; `facts` identify the run on the provenance sheet; `unit` is the unit money is printed in
    (a key of `styles.MONEY_UNITS`): the workbook and the brief show whole units, the CSV tables have every digit, in
    억원. A `plan` that is printed already, in that unit, is not rounded again.
    `annexes` are further sheets of the workbook.
    """
    from axplan.plan.rounding.printed import Printed, print_plan
    from axplan.report.book import plan_book
    from axplan.report.brief import write_brief
    from axplan.report.styles import money_of
    from axplan.report.tables.csv_tables import write_csv
    from axplan.report.writer import write_book

    printed = plan if isinstance(plan, Printed) else print_plan(plan, money_of(unit, language).step)
    write_book(plan_book(printed, checks, folder / BOOK, language, facts, unit, annexes))
    write_brief(printed, checks, folder / BRIEF, language, facts, unit)
    return [BOOK, BRIEF, *(path.relative_to(folder).as_posix() for path in write_csv(printed.exact, checks, folder))]
