"""Explanation → workbook and memo."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from axplan.analyses.explain.book_context import ExplainBook, Section
from axplan.analyses.explain.words import WORDS
from axplan.inputs.objective import Objective
from axplan.inputs.parameters import Inputs
from axplan.report.context import Annex, Book
from axplan.report.page.layout import Page
from axplan.report.page.workbook import BookSpec, write_workbook
from axplan.report.styles import MONEY_UNITS

BOOK, MEMO = "explanation.xlsx", "memo.md"


def speaker(x: Inputs, objective: Objective, language: str) -> ExplainBook:
    """What sections are worded with, before there is a workbook."""
    return ExplainBook(language, MONEY_UNITS["억원"], {}, None, x, objective)


def memo(title: str, opening: str, sections: Sequence[Section]) -> list[str]:
    """The explanation as lines of Markdown."""
    lines = [f"# {title}", "", opening]
    for section in sections:
        lines += ["", f"## {section.heading}", ""]
        lines += [section.note, ""] if section.note else []
        lines += [f"{n}. {sentence}" for n, sentence in enumerate(section.sentences, start=1)]
    return lines


def write_explanation(
    book: ExplainBook, title: str, opening: str, sheets: Mapping[str, Sequence[Section]], folder: Path,
    facts: Mapping[str, str],
) -> list[str]:  # fmt: skip
    """Write `explanation.xlsx` (one sheet for each of `sheets`) and `memo.md` into `folder`; return their names.

    The same arguments give the same bytes.
    """
    said = [section for sections in sheets.values() for section in sections]
    text = "\n".join(memo(title, opening, said))
    (folder / MEMO).write_text(text + "\n", encoding="utf-8", newline="\n")

    def bind(pages: Mapping[str, Page], workbook: Any) -> ExplainBook:
        return ExplainBook(book.language, book.money, pages, workbook, book.inputs, book.objective)

    def fill(bound: ExplainBook) -> None:
        write_sections(bound, opening, sheets, title, facts)

    return [write_workbook(BookSpec(folder / BOOK, book.language, title, tuple(sheets), WORDS, bind, fill)), MEMO]


def annex(opening: str, sheets: Mapping[str, Sequence[Section]]) -> Annex:
    """The sections of an explanation, as sheets in the book of the plan."""

    def write(book: Book) -> None:
        x, objective = book.plan.inputs, book.plan.objective
        write_sections(ExplainBook(book.language, book.money, book.pages, book.workbook, x, objective), opening, sheets)

    return Annex(tuple(sheets), WORDS, write)


def write_sections(
    book: ExplainBook, opening: str, sheets: Mapping[str, Sequence[Section]], title: str = "",
    facts: Mapping[str, str] = MappingProxyType({}),
) -> None:  # fmt: skip
    """Fill a page of the book for each of `sheets`."""
    for name, sections in sheets.items():
        _write(book, name, title, opening, sections, facts)


def _write(
    book: ExplainBook, name: str, title: str, opening: str, sections: Sequence[Section], facts: Mapping[str, str]
) -> None:  # fmt: skip
    page: Any = book.start(name, of=title)
    page.note(opening)
    for section in sections:
        page.section(section.heading)
        if section.note:
            page.note(section.note)
        if section.lines:
            page.table(section.columns, section.lines)
        else:
            page.row += 1
    for fact, text in facts.items():
        page.note(f"{book.word('fact', fact)}: {text}")
