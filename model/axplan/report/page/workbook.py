"""A workbook from its first byte to its last, as it is declared: its sheets, its words, and what fills them."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, Generic, TypeVar

import xlsxwriter

from axplan.core.text import Text
from axplan.report.context import Binder
from axplan.report.page.layout import Page
from axplan.report.page.plain_text import PlainSheet, footer_text, plain
from axplan.report.styles import FONT_SIZE, FONTS, Styles

CREATED = datetime.datetime(2000, 1, 1)
"""No time of day goes into the file: the same plan gives the same bytes."""

MOST_FOOTER = 100
"""Letters of a title in a footer, where each may count twice and there is room for 255."""


Bound = TypeVar("Bound", bound=Binder)


@dataclass(frozen=True)
class BookSpec(Generic[Bound]):
    """A workbook as it is declared, whatever it is about.

    sheets: their names in order, the first is linked back to from all others; words: what is said in it, the tabs among
    them;
    bind: what its sheets are written with, from the empty pages by name and the workbook; fill: writes them.
    """

    path: Path
    language: str
    title: str
    sheets: Sequence[str]
    words: Mapping[str, Text]
    bind: Callable[[Mapping[str, Page], Any], Bound]
    fill: Callable[[Bound], None]


def write_workbook(spec: BookSpec[Bound]) -> str:
    """Write a workbook; its name. The same arguments give the same bytes.

    No text in it becomes a formula, a link or a number, and no time of day goes into it.
    """
    options = {
        "in_memory": True,  # else parts of the plan would lie in the system's folder for temporary files
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_format_properties": {"font_name": FONTS[spec.language], "font_size": FONT_SIZE},
    }
    content = BytesIO()
    with xlsxwriter.Workbook(content, options) as workbook:
        workbook.set_properties({"title": plain(spec.title[:MOST_FOOTER]), "author": "axplan", "created": CREATED})
        styles = Styles(workbook, spec.language)
        tabs = {name: spec.words[f"sheet_{name}"].in_(spec.language) for name in spec.sheets}
        pages = {name: Page(workbook.add_worksheet(tab, PlainSheet), styles) for name, tab in tabs.items()}
        binder = spec.bind(pages, workbook)
        spec.fill(binder)
        _finish(binder, spec.title)
    spec.path.write_bytes(content.getvalue())
    return spec.path.name


def _finish(binder: Binder, title: str) -> None:
    """Links back to the first page, and everything that follows from what the pages hold."""
    footer = f"&L&9{footer_text(title, MOST_FOOTER)}&C&9&P / &N&R&9&A"
    first = next(iter(binder.pages))
    for name, page in binder.pages.items():
        if name != first:
            page.back = (f"internal:'{binder.pages[first].sheet.get_name()}'!A1", binder.say("back"))
        page.finish(footer)
