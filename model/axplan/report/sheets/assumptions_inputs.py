"""An input column in words: its name, its grade of evidence, its values and ranges, the row that matters most."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from axplan.inputs.schema import Sheet, sheet_declarations
from axplan.inputs.schema.core import COEFFICIENT, INTEGER, SHARE, SHARE_PER_YEAR, ColumnSpec
from axplan.report.context import Book
from axplan.report.sheets.provenance import NOT_STATED, evidence, source_title
from axplan.report.styles import MINUS, decimals
from axplan.report.tables.pivot import records

TOGETHER = "all"
"""The basis of columns whose values rise together; see `axplan.plan.sensitivity`."""

MATRIX = "*"
EVERY_ROW, FACTOR = "*", "factor"
RISEN = 1.01


@dataclass(frozen=True)
class Input:
    """A column that the model reads: its line of the frame `sensitivities`, and the evidence for it."""

    row: Any
    grade: str
    source: str

    @property
    def key(self) -> tuple[str, str]:
        """(sheet, column)"""
        return self.row.sheet, self.row.column

    @property
    def sheet(self) -> Sheet:
        """The declaration of its sheet."""
        return sheet_declarations()[self.row.sheet]

    @property
    def declared(self) -> ColumnSpec:
        """The declaration of the column, or of the cells of a matrix."""
        declared = self.sheet.cell if self.row.column == MATRIX else self.sheet.columns[self.row.column]
        assert declared is not None
        return declared

    @property
    def size(self) -> float:
        """How far the objective moves with it, to nine digits, so that equals are equal; 0 where that is not known."""
        return float(f"{abs(self.row.change):.9g}") if self.is_known else 0.0

    @property
    def is_known(self) -> bool:
        """Whether the prices tell what a change of it does."""
        return bool(self.row.change == self.row.change)

    @property
    def is_zero(self) -> bool:
        """Whether all its values are 0, so that a per cent of them is nothing."""
        return bool(self.row.lowest == self.row.highest == 0)

    @property
    def is_together(self) -> bool:
        """Whether all its values can rise together."""
        return bool(self.row.basis == TOGETHER)

    @property
    def ends(self) -> tuple[float, float]:
        """The change of the objective at the low and at the high ends of the ranges given; none without a range."""
        low, high = self.row.low_end, self.row.high_end
        return (low, high) if low == low else (0.0, 0.0)

    @property
    def width(self) -> float:
        """How far apart the ends are, to nine digits."""
        low, high = self.ends
        return float(f"{abs(high - low):.9g}")

    @property
    def at_limit(self) -> bool:
        """Whether a value of the column is too high already to rise by 1 %, though all of them do."""
        most = self.declared.maximum
        return self.is_together and most is not None and RISEN * self.row.highest > most


def inputs(book: Book) -> list[Input]:
    """Every column that the model reads, the one that moves the objective most first."""
    given = {(item.sheet, item.column): item for item in evidence(book)}
    found = []
    for row in records(book.exact.frames["sensitivities"]):
        item = given.get((row.sheet, row.column))
        source = source_title(book, item.source) if item else ""
        found.append(Input(row, item.grade if item else NOT_STATED, source))
    return sorted(found, key=lambda one: -one.size)


def name(book: Book, one: Input) -> str:
    """Sheet and column in words."""
    return f"{book.tell(one.sheet.title)} · {book.tell(one.declared.title)}"


def today(book: Book, one: Input) -> str:
    """The values that rise, with their unit: those of the column, or the single one."""
    if one.is_together:
        return values(book, one)
    return _amounts(book, one, one.row.row_value, one.row.row_value) if one.is_known else ""


def values(book: Book, one: Input) -> str:
    """The values of the column from the smallest to the largest, with their unit."""
    return _amounts(book, one, one.row.lowest, one.row.highest)


def _amounts(book: Book, one: Input, low: float, high: float) -> str:
    unit, factor = one.declared.unit, 1.0
    if unit in (SHARE, SHARE_PER_YEAR):
        factor = 100.0
    first, last = (_plain(book, factor * value) for value in (low, high))
    amount = first if first == last else f"{first}–{last}"
    if factor > 1.0:
        return amount + (book.say("percent_a_year") if unit == SHARE_PER_YEAR else "%")
    return amount if unit == COEFFICIENT else f"{amount} {book.tell(unit)}".strip()


def _plain(book: Book, value: float) -> str:
    """A number with as many digits as it needs, four at most behind leading zeros."""
    text = f"{abs(value):,.{decimals(value)}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return f"{MINUS[book.language]}{text}" if value < 0 else text


def strongest(book: Book, one: Input) -> str:
    """The row that alone moves the objective most, with its part of the change where all values rise together."""
    if not one.row.row:
        return ""
    sheet, parts = one.sheet, one.row.row.split(" ")
    names = [_part(book, sheet, column, part) for column, part in zip(sheet.key, parts, strict=False)]
    if sheet.across:
        names.append(_across(book, sheet.across, parts[-1]))
    words = " · ".join(names)
    return f"{words} ({one.row.row_change / one.row.change:.0%})" if one.is_together else words


def _part(book: Book, sheet: Sheet, column: str, part: str) -> str:
    declared = sheet.columns[column]
    if declared.kind == INTEGER:
        return f"{book.tell(declared.title)} {part}"
    return book.label(declared.refers_to or sheet.name, part)


def _across(book: Book, across: str, part: str) -> str:
    """The column of a matrix: a row of another sheet, a year, or how many years after the commitment."""
    if across == "ages":
        return book.say("age", years=part)
    return part if across == "years" else book.label("industries" if across == "initiative" else across, part)


def ranges(book: Book, one: Input) -> str:
    """The ranges given for values of the column, in words."""
    given = book.plan.inputs.uncertainty
    return "; ".join(_range(book, one, n) for n in _speaking_of(book, one) if given.low[n] <= given.high[n])


def _speaking_of(book: Book, one: Input) -> Iterator[int]:
    given = book.plan.inputs.uncertainty
    for n, sheet in given.table.items():
        column = given.row[n] if one.sheet.record else given.column[n]
        if sheet == one.row.sheet and one.row.column in (column, MATRIX):
            yield n


def _range(book: Book, one: Input, n: int) -> str:
    given = book.plan.inputs.uncertainty
    low, high, row = given.low[n], given.high[n], given.row[n]
    amount = (
        f"× {_plain(book, low)}–{_plain(book, high)}" if given.applies[n] == FACTOR else _amounts(book, one, low, high)
    )
    if one.sheet.record:
        return amount
    where = book.say("every_row") if row == EVERY_ROW else _part(book, one.sheet, one.sheet.key[0], row)
    if one.row.column == MATRIX and one.sheet.across:
        where = f"{where} · {_across(book, one.sheet.across, given.column[n].removeprefix('age_'))}"
    return f"{where} {amount}"


def signed(book: Book, percent: float) -> str:
    """+1.09%; of a decrease △0.59%, in English -0.59%."""
    return f"{MINUS[book.language] if percent < 0 else '+'}{abs(percent):.2f}%"
