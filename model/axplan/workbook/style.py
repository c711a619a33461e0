"""How the workbook of inputs looks, in one place: colours, fonts, number formats, widths."""

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from axplan.inputs.schema import economy, enabling, finance, initiative, policy
from axplan.inputs.schema.core import INTEGER, KEY, YEAR, ColumnSpec, Sheet
from axplan.inputs.tables import Raw

INK, NAVY, GREY, LINE, HEAD, PALE = "#262626", "#1F3A5F", "#6B6B6B", "#D5D9DE", "#DDE4EC", "#F5F7F9"
NOTE = "#FBFAF5"
FONT, FONT_SIZE = "맑은 고딕", 10
LINE_HEIGHT = 15.75
"""Height of one line of text in points."""

TABS: Mapping[str, str] = {
    economy.__name__: "#1F3A5F",
    initiative.__name__: "#6C8EAD",
    enabling.__name__: "#7F8C7A",
    finance.__name__: "#C2A878",
    policy.__name__: "#9AA5B1",
}
"""Tabs have the colour of the part of the model that their sheet belongs to."""

EDGE = {"bottom": 1, "bottom_color": LINE}
ROLES: Mapping[str, Mapping[str, Any]] = {
    "name": {"bold": True, "font_size": 9, "bg_color": NAVY, "font_color": "#FFFFFF"},
    "title": {"font_size": 9, "bg_color": HEAD, "font_color": NAVY, "text_wrap": True},
    "unit": {"font_size": 8, "bg_color": PALE, "font_color": GREY, "text_wrap": True, **EDGE, "bottom_color": NAVY},
    "key": {"bold": True, "font_color": NAVY, "bg_color": PALE, **EDGE},
    "cell": EDGE,
    "text": {"text_wrap": True, **EDGE},
}  # fmt: skip
"""What distinguishes each kind of cell; all of them are centred vertically."""

DECIMALS_SHOWN = 6
PADDING = "_0"
"""Room for one digit at the right of a number, where text is set in."""


class CellFormats:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[str, str, str], Any] = {}

    def get(self, role: str, number: str = "General", align: str = "left") -> Any:
        """The format for a role, a number format ("@" = text) and an alignment."""
        wanted = role, number, align
        if wanted not in self._made:
            placed = {"valign": "vcenter", "align": align, "indent": 0 if role == "cell" else 1, "num_format": number}
            base = {"font_name": FONT, "font_size": FONT_SIZE, "font_color": INK}
            self._made[wanted] = self._book.add_format({**base, **placed, **ROLES[role]})
        return self._made[wanted]


def tab_colour(sheet: Sheet) -> str:
    """The colour of a sheet's tab, that of its part of the model."""
    return TABS[sheet.loads_as.__module__]


def number_format(column: ColumnSpec, values: Iterable[Raw]) -> str:
    """Thousands separators and as many decimals as the column's values have; years plain; text as text.

    A value with more decimals than are shown keeps the general format, so that nothing is rounded away unseen.
    """
    if not column.numeric:
        return "@" if column.kind == KEY or column.choices or column.refers_to else "General"
    if column.unit == YEAR:
        return "0" + PADDING
    decimals = 0 if column.kind == INTEGER else max((_decimals(value) for value in values), default=0)
    if decimals > DECIMALS_SHOWN:
        return "General" + PADDING
    return "#,##0" + ("." + "0" * decimals if decimals else "") + PADDING


def _decimals(value: Raw) -> int:
    if not isinstance(value, float) or value.is_integer():
        return 0
    digits = repr(value)
    return DECIMALS_SHOWN + 1 if "e" in digits else len(digits.partition(".")[2])


def width(text: str) -> int:
    """How wide text is, in digits: a Korean character takes two."""
    return max((sum(_letter_width(letter) for letter in line) for line in text.split("\n")), default=0)


def _letter_width(letter: str) -> int:
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def lines(text: str, room: int) -> int:
    """How many lines the text takes in a column of this width, broken between words where possible."""
    return sum(_wrapped(line, room) for line in text.split("\n"))


def _wrapped(line: str, room: int) -> int:
    count, used = 1, 0
    for word in line.split(" "):
        needed = width(word)
        if used and used + 1 + needed > room:
            count, used = count + 1, 0
        used += needed + (1 if used else 0)
        if used > room:  # a word that is itself too long fills further lines
            count, used = count + (used - 1) // room, (used - 1) % room + 1
    return count
