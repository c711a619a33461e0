"""Tables as they were read: raw values that remember the sheet and the cell they came from.

Nothing is judged here. A table holds what the cells hold; `validation` says what is wrong with it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from axplan.core.problem import Problem

Raw = object
"""A raw cell value: str, int, float, bool, datetime, CellError, or None for a blank cell."""


@dataclass(frozen=True)
class CellError:
    """A cell that holds no usable value: an error such as #REF! (and the formula behind it, if there is one), or a
    formula that was never calculated."""

    text: str
    formula: str = field(default="", compare=False)

    def __str__(self) -> str:
        return self.text


UNSEEN = " \t\r\n\f\v\u00a0\u3000\u2002\u2003\u2009\u202f\u200b\u2060\ufeff"
"""What cells carry along unnoticed from other programs: blanks of every width, zero-width and byte-order marks."""


def plain(raw: Raw) -> str:
    """A cell as a name: composed Hangul, nothing unseen around it, 2026 and 2026.0 alike; a blank cell is ""."""
    if raw is None:
        return ""
    if isinstance(raw, float) and raw.is_integer():
        raw = int(raw)
    return unicodedata.normalize("NFC", str(raw)).strip(UNSEEN)


def as_number(number: float) -> float | int:
    """Whole numbers as int, as long as a float holds every one of them."""
    return int(number) if number.is_integer() and abs(number) < 2**53 else number


def is_blank(raw: Raw) -> bool:
    """Is the cell empty, or does it hold only what is unseen?"""
    return raw is None or (isinstance(raw, str) and not raw.strip(UNSEEN))


def column_letters(number: int) -> str:
    """The letters of the column with this number (1 → A, 27 → AA)."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@dataclass(frozen=True)
class Row:
    """One row of data: its number in the sheet and its values by column name (blank cells left out)."""

    number: int
    values: Mapping[str, Raw]


@dataclass(frozen=True)
class Table:
    """One sheet: its column names with the position of each, and its rows, in the order of the sheet.

    A heading that stands again is not a column of its own: `repeated` lists it with its position. `units` is the row
    of units under the headings, if the sheet has one.
    """

    name: str
    columns: Mapping[str, int]
    rows: tuple[Row, ...]
    header_row: int = 1
    repeated: tuple[tuple[str, int], ...] = ()
    units: Row | None = None

    def place(self, row: int | None = None, column: str | int | None = None) -> str:
        """Where something is, as `sheet!cell`; without a row the cell is the column's heading (name or position)."""
        position = self.position(column)
        if not position:
            return self.name if row is None else f"{self.name}!{row}:{row}"
        return f"{self.name}!{column_letters(position)}{row or self.header_row}"

    def position(self, column: str | int | None) -> int:
        """The number of a column given by name (or number), 0 for one that is not there."""
        return column if isinstance(column, int) else self.columns.get(column or "", 0)

    def with_rows(self, rows: tuple[Row, ...]) -> Table:
        """The same table with other rows."""
        return replace(self, rows=rows)

    def content(self) -> tuple[tuple[str, ...], tuple[Mapping[str, Raw], ...]]:
        """What the table says, without where it says it: two tables with the same content are the same input."""
        return tuple(self.columns), tuple(row.values for row in self.rows)


@dataclass(frozen=True)
class Tables:
    """Every table of an input, where it was read from, and what the reader noticed about the file."""

    source: Path
    tables: Mapping[str, Table] = field(default_factory=dict)
    notes: tuple[Problem, ...] = ()

    def __getitem__(self, name: str) -> Table:
        return self.tables[name]

    def __contains__(self, name: object) -> bool:
        return name in self.tables

    def get(self, name: str) -> Table | None:
        """The table of a sheet; None where it is absent."""
        return self.tables.get(name)

    def content(self) -> dict[str, object]:
        """What all tables say, by name, without the file and the cells it stands in."""
        return {name: table.content() for name, table in sorted(self.tables.items())}
