"""A declared book → the file: every workbook of the product is written here."""

import datetime
from dataclasses import replace
from io import BytesIO

import xlsxwriter

from axplan.report.page.layout import Page
from axplan.report.page.plain_text import PlainSheet, footer_text, plain
from axplan.report.spec import BookSpec, OpenBook
from axplan.report.styles import FONT_SIZE, FONTS, Styles

CREATED = datetime.datetime(2000, 1, 1)
"""No time of day goes into the file: the same plan gives the same bytes."""

MOST_FOOTER = 100
"""Letters of a title in a footer, where each may count twice and there is room for 255."""


def write_book(spec: BookSpec) -> str:
    """Write a declared book; its name. The same one gives the same bytes.

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
        styles, book = Styles(workbook, spec.language), spec.unwritten
        tabs = {name: book.words[f"sheet_{name}"].in_(spec.language) for name in spec.sheets}
        pages = {name: Page(workbook.add_worksheet(tab, PlainSheet), styles) for name, tab in tabs.items()}
        book = replace(book, pages=pages, workbook=workbook)
        spec.own.write(book)
        for annex in spec.annexes:
            annex.write(replace(book, title="", facts={}))
        _finish(book)
    spec.path.write_bytes(content.getvalue())
    return spec.path.name


def _finish(book: OpenBook) -> None:
    """Links back to the first page, and everything that follows from what the pages hold."""
    footer = f"&L&9{footer_text(book.title, MOST_FOOTER)}&C&9&P / &N&R&9&A"
    first = next(iter(book.pages.values()))
    for page in book.pages.values():
        if page is not first:
            page.back = (f"internal:'{first.sheet.get_name()}'!A1", book.words["back"].in_(book.language))
        page.finish(footer)
