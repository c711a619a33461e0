"""How the workbook looks, in one place: palette, number formats, cell styles, units of money."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from axplan.schema.core import EOK, TRILLION, Unit

INK, NAVY, GREY, RULE, HEAD, TOTAL, SUBTOTAL = (
    "#262626", "#1F3A5F", "#6B6B6B", "#BFC5CC", "#DDE4EC", "#E9EDF2", "#F5F7F9",
)  # fmt: skip
GOOD, BAD = "#2E6B4F", "#A23B3B"
SERIES = ("#1F3A5F", "#6C8EAD", "#C2A878", "#7F8C7A", "#A66A5B", "#9AA5B1", "#5B7B7A", "#8C7AA0")
"""Colours of chart series, in order; a chart with more series begins again."""

FONTS = {"ko": "맑은 고딕", "en": "Malgun Gothic"}
FONT_SIZE = 10
ROW_HEIGHT = 17.25
"""Height of one line in points; 4/3 pixels each."""


@dataclass(frozen=True)
class Money:
    """The unit money is printed in: `per_eok` of it make one 억원, shown with `decimals`."""

    unit: Unit
    per_eok: float
    decimals: int


MONEY_UNITS: Mapping[str, Money] = {
    "억원": Money(EOK, 1.0, 0),
    "백만원": Money(Unit("백만원", "KRW m"), 100.0, 0),
    "조원": Money(TRILLION, 1e-4, 3),
}


def decimals(largest: float, digits: int = 4, most: int = 10) -> int:
    """Decimals that show the `largest` of some numbers with this many significant digits."""
    if not largest or not math.isfinite(largest):
        return 0
    return min(most, max(0, digits - 1 - math.floor(math.log10(abs(largest)))))


def number_format(number: str) -> str:
    """The Excel format of a kind of number: `n2` (two decimals), share, year, tiny; decreases are marked △, zero is -.

    Unknown kinds (text) are General.
    """
    if number.startswith("n") and number[1:].isdigit():
        places = int(number[1:])
        body = "#,##0" + ("." + "0" * places if places else "")
        return f'{body};"△"{body};"-"'
    return {"share": '0.0%;"△"0.0%;"-"', "year": "0", "tiny": '0.0E+00;"△"0.0E+00;"-"'}.get(number, "General")


LINE = {"bottom": 1, "bottom_color": RULE}
ROLES: Mapping[str, Mapping[str, Any]] = {
    "title": {"bold": True, "font_size": 16, "font_color": NAVY},
    "about": {"font_color": GREY},
    "unit": {"font_color": GREY, "align": "right"},
    "heading": {"bold": True, "font_size": 12, "font_color": NAVY},
    "head": {"bold": True, "bg_color": HEAD, "font_color": NAVY, "align": "center", "text_wrap": True,
             "top": 1, "top_color": NAVY, "bottom": 1, "bottom_color": NAVY},
    "cell": LINE,
    "subtotal": {"bold": True, "bg_color": SUBTOTAL, **LINE},
    "total": {"bold": True, "bg_color": TOTAL, **LINE},
    "key": {"bold": True, "font_size": 11, "font_color": NAVY, **LINE},
    "good": {"font_color": GOOD, **LINE},
    "bad": {"font_color": BAD, "bold": True, **LINE},
    "note": {"text_wrap": True, "valign": "top"},
    "link": {"font_color": NAVY, "underline": 1, **LINE},
    "remark": {"font_color": GREY, "font_size": 9, **LINE},
    "plain": {},
    "back": {"font_color": NAVY, "underline": 1, "align": "right", "font_size": 9},
}  # fmt: skip


LETTERS = {role: look["font_size"] / FONT_SIZE for role, look in ROLES.items() if "font_size" in look}
"""How much larger or smaller than usual the letters of a role are."""

ONE_LINE = ("title", "about", "heading", "plain", "unit", "link", "back")
"""Roles whose text runs over the cells beside it instead of wrapping."""


class Styles:
    """Formats by role and kind of number, each made once per workbook."""

    def __init__(self, workbook: Any, language: str) -> None:
        self._workbook = workbook
        self._font = FONTS[language]
        self._made: dict[tuple[str, str, int], Any] = {}

    def get(self, role: str, number: str = "text", indent: int = 0) -> Any:
        """The format of a cell: its role, what kind of number it holds, and how far its label is set in."""
        at = role, number, indent
        if at not in self._made:
            self._made[at] = self._workbook.add_format(self._properties(role, number, indent))
        return self._made[at]

    def _properties(self, role: str, number: str, indent: int) -> dict[str, Any]:
        base = {"font_name": self._font, "font_size": FONT_SIZE, "font_color": INK, "valign": "vcenter"}
        placed: dict[str, Any] = {"align": "left", "text_wrap": role not in ONE_LINE}
        if number in ("centre", "right"):
            placed = {"align": number.replace("centre", "center")}
        elif number != "text":
            placed = {"align": "right", "num_format": number_format(number)}
        if indent:
            placed["indent"] = indent
        return {**base, **placed, **ROLES[role]}
