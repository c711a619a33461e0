"""Explanation → workbook and memo."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from axplan.analyses.explain.book_context import ExplainBook, Section
from axplan.analyses.explain.words import WORDS
from axplan.inputs.objective import Objective
from axplan.inputs.parameters import Inputs
from axplan.report.spec import Annex, BookSpec, OpenBook, SheetSpec
from axplan.report.styles import money_of
from axplan.report.writer import write_book

BOOK, MEMO = "explanation.xlsx", "memo.md"
UNIT = "억원"


def speaker(x: Inputs, objective: Objective, language: str) -> ExplainBook:
    """What sections are worded with, before there is a workbook."""
    return ExplainBook(OpenBook(language, money_of(UNIT, language), WORDS), x, objective)


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
    """Write `explanation.xlsx` (one sheet for each of `sheets`) and `memo.md` into `folder`; return their names."""
    said = [section for sections in sheets.values() for section in sections]
    text = "\n".join(memo(title, opening, said))
    (folder / MEMO).write_text(text + "\n", encoding="utf-8", newline="\n")
    own = annex(book.inputs, book.objective, opening, sheets)
    return [write_book(BookSpec(folder / BOOK, book.language, UNIT, title, facts, own)), MEMO]


def annex(x: Inputs, objective: Objective, opening: str, sheets: Mapping[str, Sequence[Section]]) -> Annex:
    """The sections of an explanation, by sheet, as sheets of a book."""
    specs = [SheetSpec(name, partial(_write, name=name)) for name in sheets]
    return Annex(specs, WORDS, lambda book: ExplainBook(book, x, objective, opening, sheets))


def _write(book: ExplainBook, name: str) -> None:
    page = book.start(name, of=book.open.title)
    page.note(book.opening)
    for section in book.sections[name]:
        page.section(section.heading)
        if section.note:
            page.note(section.note)
        if section.lines:
            page.table(section.columns, section.lines)
        else:
            page.row += 1
    for fact, text in book.facts.items():
        page.note(f"{book.word('fact', fact)}: {text}")
