"""What answers hard questions, as sheets in the book of a plan: what binds, how firm the plan is, what aims cost each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from axplan.analyses.explain.book import write_sections
from axplan.analyses.explain.book_context import ExplainBook
from axplan.analyses.explain.sections import Section
from axplan.analyses.near_optimal.book import SHEETS as FIRMNESS
from axplan.analyses.near_optimal.book import bound as firmly_bound
from axplan.analyses.pareto.book import SHEETS as FRONTIER
from axplan.analyses.pareto.book import FrontierBook, write_pages
from axplan.report.context import Annex, Book

if TYPE_CHECKING:
    from axplan.analyses.near_optimal.mga import Firmness
    from axplan.analyses.pareto.frontier import Frontier


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
