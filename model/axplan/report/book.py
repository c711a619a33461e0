"""The workbook of a plan as it is declared: a table of contents; every sheet is a file in `sheets`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from axplan.plan.certificate.checks import Check
from axplan.report.brief import notes as brief_notes
from axplan.report.context import Book
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
from axplan.report.spec import Annex, BookSpec
from axplan.report.words import words_of

if TYPE_CHECKING:
    from axplan.plan.rounding.printed import Printed

MODULES = (
    summary, overview, details, annual, financing, ledger, by_industry, by_task, by_region, workforce, performance,
    effects, appraisal, rules, assumptions, checks, data, provenance,
)  # fmt: skip
"""The sheets in the order a budget office reads them."""

SHEETS = {module.SHEET.name: module.SHEET for module in MODULES}

PLAN_WORDS = words_of([*MODULES, depths, brief_notes])
"""What the book and the brief of a plan say."""

ANNEXED = "assumptions"
"""Annexes stand behind this sheet."""


def plan_book(
    printed: Printed, checks: Sequence[Check], path: Path, language: str, facts: Mapping[str, str], unit: str = "억원",
    annexes: Sequence[Annex] = (),
) -> BookSpec:  # fmt: skip
    """The result workbook of a plan.

    `printed` is the plan in whole units of `unit`; `checks` are the lines of the certificate of the exact one; `facts`
    (name → text) identify the run on the provenance sheet, and "title.ko" / "title.en" among them name the scenario.
    `annexes` stand behind the sheet of assumptions.
    """
    own = Annex(tuple(SHEETS.values()), PLAN_WORDS, lambda book: Book(book, printed, checks))
    return BookSpec(path, language, unit, facts.get(f"title.{language}", ""), facts, own, annexes, ANNEXED)
