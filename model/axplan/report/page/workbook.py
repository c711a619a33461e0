"""A workbook from its first byte to its last: how it is opened, its pages by name, and how they are finished."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

import xlsxwriter

from axplan.report.context import Binder
from axplan.report.page.layout import Page
from axplan.report.page.plain_text import PlainSheet, footer_text, plain
from axplan.report.styles import FONT_SIZE, FONTS, Styles
from axplan.report.words import WORDS

CREATED = datetime.datetime(2000, 1, 1)
"""No time of day goes into the file: the same plan gives the same bytes."""

MOST_FOOTER = 100
"""Letters of a title in a footer, where each may count twice and there is room for 255."""


@contextmanager
def opened(path: Path, language: str, title: str) -> Iterator[tuple[Any, Styles]]:
    """A workbook and its styles, written to `path` in the end. No text in it becomes a formula, a link or a number."""
    options = {
        "in_memory": True,  # else parts of the plan would lie in the system's folder for temporary files
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_format_properties": {"font_name": FONTS[language], "font_size": FONT_SIZE},
    }
    content = BytesIO()
    with xlsxwriter.Workbook(content, options) as workbook:
        workbook.set_properties({"title": plain(title[:MOST_FOOTER]), "author": "axplan", "created": CREATED})
        yield workbook, Styles(workbook, language)
    path.write_bytes(content.getvalue())


def pages_of(workbook: Any, styles: Styles, names: Iterable[str]) -> dict[str, Page]:
    """An empty page for each name, with the tab `sheet_<name>` of the catalogue of words."""
    return {
        name: Page(workbook.add_worksheet(WORDS[f"sheet_{name}"].in_(styles.language), PlainSheet), styles)
        for name in names
    }


def finish(binder: Binder, title: str) -> None:
    """Links back to the first page, and everything that follows from what the pages hold."""
    footer = f"&L&9{footer_text(title, MOST_FOOTER)}&C&9&P / &N&R&9&A"
    first = next(iter(binder.pages))
    for name, page in binder.pages.items():
        if name != first:
            page.back = (f"internal:'{binder.pages[first].sheet.get_name()}'!A1", binder.say("back"))
        page.finish(footer)
