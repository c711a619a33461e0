"""Plan → plan.xlsx: a table of contents; every sheet is a file in `sheets`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from axplan.plan.certificate.checks import Check
from axplan.report.brief import notes as brief_notes
from axplan.report.context import Book
from axplan.report.page.layout import Page
from axplan.report.page.workbook import BookSpec, write_workbook
from axplan.report.sheets import (
    annual,
    appraisal,
    assumptions,
    by_industry,
    by_region,
    by_task,
    checks,
    data,
    depths,
    details,
    effects,
    financing,
    ledger,
    overview,
    performance,
    provenance,
    rules,
    summary,
    workforce,
)
from axplan.report.styles import MONEY_UNITS
from axplan.report.words import words_of

if TYPE_CHECKING:
    from axplan.plan.rounding.printed import Printed
    from axplan.report.context import Annex

SHEETS = {
    "summary": summary,
    "overview": overview,
    "details": details,
    "annual": annual,
    "financing": financing,
    "ledger": ledger,
    "by_industry": by_industry,
    "by_task": by_task,
    "by_region": by_region,
    "workforce": workforce,
    "performance": performance,
    "effects": effects,
    "appraisal": appraisal,
    "rules": rules,
    "assumptions": assumptions,
    "checks": checks,
    "data": data,
    "provenance": provenance,
}
"""The sheets in the order a budget office reads them."""

PLAN_WORDS = words_of([*SHEETS.values(), depths, brief_notes])
"""What the book and the brief of a plan say."""

ANNEXED = "assumptions"
"""Annexes stand behind this sheet."""

SHOW_OTHERS = ("details", "financing", "annual", "performance", "summary")
"""Sheets that show cells of sheets behind them; they are written last, in this order."""


def write_book(
    printed: Printed, checks: Sequence[Check], path: Path, language: str, facts: Mapping[str, str], unit: str = "억원",
    annexes: Sequence[Annex] = (),
) -> Path:  # fmt: skip
    """Write the result workbook of a plan.

    `printed` is the plan in whole units of `unit`; `checks` are the lines of the certificate of the exact one; `facts`
    (name → text) identify the run on the provenance sheet, and "title.ko" / "title.en" among them name the scenario.
    Money is printed in `unit`, a key of `styles.MONEY_UNITS`. The same arguments give the same bytes. `annexes` stand
    behind the sheet of assumptions.
    """

    words = {**PLAN_WORDS, **{name: text for annex in annexes for name, text in annex.words.items()}}

    def bind(pages: Mapping[str, Page], workbook: Any) -> Book:
        return Book(
            language, MONEY_UNITS[unit], pages, workbook, printed.plan, printed.exact, printed.checks, checks, facts,
            words=words,
        )  # fmt: skip

    def fill(book: Book) -> None:
        for name in sorted(SHEETS, key=lambda n: SHOW_OTHERS.index(n) if n in SHOW_OTHERS else -1):
            SHEETS[name].write(book)
        for annex in annexes:
            annex.write(book)

    title = facts.get(f"title.{language}", "")
    write_workbook(BookSpec(path, language, title, _names(annexes), words, bind, fill))
    return path


def _names(annexes: Sequence[Annex]) -> list[str]:
    """The sheets in their order, those of the annexes behind ANNEXED."""
    names = list(SHEETS)
    at = names.index(ANNEXED) + 1
    return [*names[:at], *(name for annex in annexes for name in annex.sheets), *names[at:]]
