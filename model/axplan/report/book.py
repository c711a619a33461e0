"""The workbook of a plan as it is declared: a table of contents; every sheet is a file in `sheets`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from axplan.plan.certificate.checks import Check
from axplan.report import cautions, cautions_money, cautions_people, comparisons, whose_money
from axplan.report.brief import notes as brief_notes
from axplan.report.context import Book
from axplan.report.sheets import (
    annual,
    applications,
    appraisal,
    assumptions,
    by_industry,
    by_region,
    by_task,
    checks,
    checks_findings,
    coverage,
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
from axplan.report.spec import Annex, BookSpec, OpenBook
from axplan.report.styles import money_of
from axplan.report.words import words_of

if TYPE_CHECKING:
    from axplan.plan.rounding.printed import Printed

MODULES = (
    summary, overview, details, annual, financing, ledger, by_industry, by_task, applications, by_region, workforce,
    performance, coverage, effects, appraisal, rules, assumptions, checks, data, provenance,
)  # fmt: skip
"""The sheets in the order a budget office reads them."""

SHEETS = {module.SHEET.name: module.SHEET for module in MODULES}

SAYING = (comparisons, whose_money, cautions, cautions_money, cautions_people)
"""What book, brief and terminal say in the same words."""

PLAN_WORDS = words_of([*MODULES, *SAYING, checks_findings, depths, brief_notes])
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


def plan_words(
    printed: Printed, checks: Sequence[Check], language: str, facts: Mapping[str, str], unit: str = "억원"
) -> Book:
    """A plan with the words and numbers of its workbook, for what is no workbook: the brief, the terminal."""
    return Book(OpenBook(language, money_of(unit, language), PLAN_WORDS, facts=facts), printed, checks)
