"""What answers hard questions, as sheets in the book of a plan: what binds, how firm the plan is, what aims cost each other."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from axplan.report.context import Book
from axplan.report.explaining import write_sections
from axplan.report.explaining.context import ExplainBook
from axplan.report.explaining.sections import Section
from axplan.report.firmness.book import SHEETS as FIRMNESS
from axplan.report.firmness.book import bound as firmly_bound
from axplan.report.frontier import SHEETS as FRONTIER
from axplan.report.frontier import FrontierBook, write_pages

if TYPE_CHECKING:
    from axplan.firmness import Firmness
    from axplan.frontier import Frontier


@dataclass(frozen=True)
class Annex:
    """Sheets beside those of the plan: their names, and what fills their pages, which are there already."""

    sheets: Sequence[str]
    write: Callable[[Book], None]


def explained(opening: str, sheets: Mapping[str, Sequence[Section]]) -> Annex:
    """The sections of an explanation, by sheet."""

    def write(book: Book) -> None:
        x, objective = book.plan.inputs, book.plan.objective
        write_sections(ExplainBook(book.language, book.money, book.pages, book.workbook, x, objective), opening, sheets)

    return Annex(tuple(sheets), write)


def firm(firmness: Firmness) -> Annex:
    """Ranges, lists and other plans that are nearly as good."""

    def write(book: Book) -> None:
        bound = firmly_bound(firmness, book.language, book.money, book.pages, book.workbook, {})
        for sheet in FIRMNESS.values():
            sheet.write(bound)

    return Annex(tuple(FIRMNESS), write)


def exchanged(frontier: Frontier) -> Annex:
    """The points of a frontier."""

    def write(book: Book) -> None:
        x = book.plan.inputs
        write_pages(FrontierBook(book.language, book.money, book.pages, book.workbook, frontier, x, (), "", {}))

    return Annex(FRONTIER, write)
