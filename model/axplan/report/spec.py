"""A workbook as it is declared, and while it is open: its sheets in order, and what all of them are written with."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from axplan.core.text import Text
from axplan.report.styles import Money, money_of

if TYPE_CHECKING:
    from axplan.report.page.layout import Page


@dataclass(frozen=True)
class SheetSpec:
    """A sheet as it is declared: its name, and `write`, which fills its page from the context of its book.

    `shows`: the sheets of the same book whose cells it shows; it is written after them.
    """

    name: str
    write: Callable[[Any], object]
    shows: Sequence[str] = ()


@dataclass(frozen=True)
class OpenBook:
    """What every sheet is written with: language, unit of money, words, and the pages by the name of the sheet.

    `facts` (name → text) identify the run. Without pages nothing can be written, but everything can be worded.
    """

    language: str
    money: Money
    words: Mapping[str, Text]
    title: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    pages: Mapping[str, Page] = field(default_factory=dict)
    workbook: Any = None


@dataclass(frozen=True)
class Annex:
    """Sheets that go into a book together: their words, tabs among them, and what makes their context of the book."""

    sheets: Sequence[SheetSpec]
    words: Mapping[str, Text]
    bind: Callable[[OpenBook], object]

    def write(self, book: OpenBook) -> None:
        """Fill the pages of the sheets, each after those whose cells it shows."""
        context = self.bind(book)
        for sheet in in_writing_order(self.sheets):
            sheet.write(context)


def in_writing_order(sheets: Sequence[SheetSpec]) -> list[SheetSpec]:
    """The sheets, each after those it shows; else in their own order.

    Raises ValueError: a sheet shows one that is not among them, or two show each other.
    """
    written: dict[str, SheetSpec] = {}
    while len(written) < len(sheets):
        before = len(written)
        for sheet in sheets:
            if sheet.name not in written and written.keys() >= set(sheet.shows):
                written[sheet.name] = sheet
        if len(written) == before:
            raise ValueError(f"no order in which to write {', '.join(s.name for s in sheets if s.name not in written)}")
    return list(written.values())


@dataclass(frozen=True)
class BookSpec:
    """A workbook as it is declared: file, language ("ko" or "en"), unit of money, title, facts, and its own sheets.

    `unit` is a key of `styles.MONEY_UNITS`. `annexes` are further sheets, which stand behind the sheet `behind`; title
    and facts are not repeated on them.
    """

    path: Path
    language: str
    unit: str
    title: str
    facts: Mapping[str, str]
    own: Annex
    annexes: Sequence[Annex] = ()
    behind: str = ""

    @property
    def sheets(self) -> list[str]:
        """The names of all sheets in the order of their tabs."""
        own, further = ([sheet.name for annex in some for sheet in annex.sheets] for some in ([self.own], self.annexes))
        at = own.index(self.behind) + 1 if self.behind else len(own)
        return [*own[:at], *further, *own[at:]]

    @property
    def unwritten(self) -> OpenBook:
        """The book before it has pages."""
        words = {name: text for annex in (self.own, *self.annexes) for name, text in annex.words.items()}
        return OpenBook(self.language, money_of(self.unit, self.language), words, self.title, self.facts)
