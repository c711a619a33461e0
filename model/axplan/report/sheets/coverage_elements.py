"""What sheet provenance says of the elements of the proposal: their grade of evidence, and whether they are its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from axplan.inputs.schema.policy import GRADES
from axplan.report.sheets.provenance import NOT_STATED, Evidence, evidence

if TYPE_CHECKING:
    from axplan.report.context import Book

PROPOSAL = GRADES[0]
"""The grade of what the proposal states."""

WIDEST = 58.0
"""Width of the column of answers, which the tables of the sheet share: wide, so that a printed page holds many rows."""


def stated(book: Book) -> dict[tuple[str, str], Evidence]:
    """(sheet, column) → what provenance says of it."""
    return {(item.sheet, item.column): item for item in evidence(book)}


def grade(book: Book, sheet: str, column: str) -> str:
    """The grade of a column in words."""
    found = stated(book).get((sheet, column))
    return book.word("grade", found.grade if found else NOT_STATED)


def is_proposed(book: Book, sheet: str = "", column: str = "") -> bool:
    """Whether a column, or any column at all, comes from the proposal."""
    return any(
        item.grade == PROPOSAL and (not sheet or (item.sheet, item.column) == (sheet, column))
        for item in evidence(book)
    )
