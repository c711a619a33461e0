"""Plan → plan.xlsx: a table of contents; every sheet is a file in `sheets`."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import xlsxwriter

from axplan.report.context import Book, Check
from axplan.report.layout import Page
from axplan.report.sheets import (
    appraisal,
    by_industry,
    by_region,
    by_task,
    by_valuation,
    checks,
    data,
    depth,
    effects,
    expenditure,
    fund_uses,
    ledger,
    programmes,
    progress,
    provenance,
    rules,
    summary,
    workforce,
)
from axplan.report.styles import FONT_SIZE, FONTS, MONEY_UNITS, Styles
from axplan.report.words import WORDS

if TYPE_CHECKING:
    from axplan.plan import Plan

SHEETS = {
    "summary": summary,
    "by_industry": by_industry,
    "by_region": by_region,
    "by_task": by_task,
    "depth": depth,
    "fund_uses": fund_uses,
    "workforce": workforce,
    "programmes": programmes,
    "progress": progress,
    "ledger": ledger,
    "effects": effects,
    "by_valuation": by_valuation,
    "appraisal": appraisal,
    "expenditure": expenditure,
    "rules": rules,
    "checks": checks,
    "data": data,
    "provenance": provenance,
}
"""The sheets in the order a budget office reads them."""

CREATED = datetime.datetime(2000, 1, 1)
"""No time of day goes into the file: the same plan gives the same bytes."""

MOST_FOOTER = 100
"""Letters of a title in a footer, where each may count twice and there is room for 255."""


def write_book(
    plan: Plan, checks: Sequence[Check], path: Path, language: str, facts: Mapping[str, str], unit: str = "억원"
) -> Path:
    """Write the result workbook of a plan.

    `checks` are the lines of the certificate; `facts` (name → text) identify the run on the provenance sheet, and
    "title.ko" / "title.en" among them name the scenario. Money is printed in `unit`, a key of `styles.MONEY_UNITS`. The
    same arguments give the same bytes.
    """
    options = {
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_format_properties": {"font_name": FONTS[language], "font_size": FONT_SIZE},
    }
    with xlsxwriter.Workbook(path, options) as workbook:
        title = facts.get(f"title.{language}", "")
        workbook.set_properties({"title": title[:MOST_FOOTER], "author": "axplan", "created": CREATED})
        styles = Styles(workbook, language)
        names = {name: WORDS[f"sheet_{name}"].in_(language) for name in SHEETS}
        pages = {name: Page(workbook.add_worksheet(text), styles) for name, text in names.items()}
        book = Book(plan, checks, facts, language, MONEY_UNITS[unit], pages, workbook)
        for name in sorted(SHEETS, key=lambda n: n == "summary"):  # the summary shows cells of all others
            SHEETS[name].write(book)
        footer = f"&L&9{title[:MOST_FOOTER].replace('&', '&&')}&C&9&P / &N&R&9&A"
        for name, page in pages.items():
            if name != "summary":
                page.back = (f"internal:'{names['summary']}'!A1", book.say("back"))
            page.finish(footer)
    return path
