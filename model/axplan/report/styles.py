"""How the workbook looks, in one place: palette, number formats, cell styles, units of money."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from axplan.inputs.schema.core import EOK, TRILLION, Unit

INK, NAVY, GREY, RULE, HEAD, TOTAL, SUBTOTAL = (
    "#262626", "#1F3A5F", "#6B6B6B", "#BFC5CC", "#DDE4EC", "#E9EDF2", "#F5F7F9",
)  # fmt: skip
GOOD, BAD = "#2E6B4F", "#A23B3B"
PAPER = "#FFFFFF"
SERIES = ("#1F3A5F", "#9DBAD5", "#A8644A", "#E3CFA0", "#3F5F4A", "#B9C9AE", "#6B4E71", "#D5D8DC")
"""Colours of the parts of a chart, in order; neighbours differ in luminance, so that they differ in grey as well. A
chart with more series begins again."""

LITTLE, MUCH = "#FFFFFF", "#7FA6CC"
"""Ends of a colour scale: nothing, and the largest amount, on which dark figures are still legible."""

LINES, DASHES, MARKERS = (
    SERIES[::2], ("solid", "dash", "round_dot", "long_dash_dot", "long_dash"), ("circle", "square", "triangle", "diamond", "x", "star"),
)  # fmt: skip
"""Lines have the dark colours only, and differ in their dashes and markers."""

FONTS = {"ko": "맑은 고딕", "en": "Malgun Gothic"}
FONT_SIZE = 10
ROW_HEIGHT = 17.25
"""Height of one line in points; 4/3 pixels each."""


@dataclass(frozen=True)
class Money:
    """The unit money is printed in: `per_eok` of it make one 억원, with `decimals`; `step`: the last digit in 억원."""

    unit: Unit
    per_eok: float
    decimals: int

    def around(self, language: str) -> tuple[str, str]:
        """What stands before and after an amount in a text: 1,851억원, KRW 1,851 bn."""
        if language == "ko":
            return "", self.unit.ko
        before, after = self.unit.en.split(" ")
        return f"{before} ", f" {after}"

    @property
    def step(self) -> float:
        """One printed unit, in 억원."""
        return float(f"{0.1**self.decimals / self.per_eok:.9g}")


BILLION = Unit("10억원", "KRW bn", 1e9)
MILLION = Unit("백만원", "KRW m", 1e6)

MONEY_UNITS: Mapping[str, Money] = {
    "억원": Money(EOK, 1.0, 0),
    "백만원": Money(MILLION, 100.0, 0),
    "조원": Money(TRILLION, 1e-4, 4),
}
"""By the name a user gives. Whatever is 1 억원 or more can be told in each of them."""

ENGLISH: Mapping[str, Money] = {**MONEY_UNITS, "억원": Money(BILLION, 0.1, 1)}
"""English readers count won in billions: one decimal of them is 1 억원, so that both books print the same amounts."""

UNIT_NAMES: Mapping[str, str] = {"bn": "억원", "m": "백만원", "tn": "조원"}
"""English names of the units of money: the same amounts, told in KRW bn, m or tn in an English book."""

SPOKEN: Mapping[str, tuple[Unit, float]] = {"ko": (EOK, 1.0), "en": (BILLION, 10.0)}
"""By language, the unit of money that prices are per, and how many 억원 it is."""

MINUS: Mapping[str, str] = {"ko": "△", "en": "-"}
"""How decreases are marked."""


def money_of(unit: str, language: str) -> Money:
    """The unit of money that a user names (a key of `MONEY_UNITS`, or an English name) in the book of a language."""
    return (MONEY_UNITS if language == "ko" else ENGLISH)[UNIT_NAMES.get(unit, unit)]


def decimals(largest: float, digits: int = 4, most: int = 10) -> int:
    """Decimals that show the `largest` of some numbers with this many significant digits."""
    if not largest or not math.isfinite(largest):
        return 0
    return min(most, max(0, digits - 1 - math.floor(math.log10(abs(largest)))))


PER_CENT = 1
"""Decimals of a share in per cent."""


def places(number: str) -> int | None:
    """The decimals of a kind of number: 2 of `n2`, those in per cent of a share, none of the other kinds."""
    if number == "share":
        return PER_CENT
    return int(number[1:]) if number.startswith("n") and number[1:].isdigit() else None


def number_format(number: str, language: str) -> str:
    """The Excel format of a kind of number: `n2` (two decimals), share, year, tiny; zero is -, decreases are marked △,
    in English -.

    Other kinds (text, and "general": a number as it was given) are General.
    """
    decimal = places(number)
    if decimal is None and number != "tiny":
        return "0" if number == "year" else "General"
    body = "0.0E+00" if number == "tiny" else "0" if number == "share" else "#,##0"
    body += ("." + "0" * decimal if decimal else "") + ("%" if number == "share" else "")
    return f'{body};"{MINUS[language]}"{body};"-"'


def axis_format(number: str, language: str) -> str:
    """The Excel format of numbers on an axis: as in the cells, but zero is written, and shares have no decimals."""
    if number == "share":
        return f'0%;"{MINUS[language]}"0%;0%'
    return number_format(number, language).removesuffix(';"-"') + ";0"


def written_number(value: float, number: str, language: str) -> str:
    """A number in a text as the cells print it: thousands parted, decreases marked; zero is written."""
    decimal = places(number) or 0
    amount = round(100 * value if number == "share" else value, decimal)
    body = f"{abs(amount):,.{decimal}f}" + ("%" if number == "share" else "")
    return f"{MINUS[language]}{body}" if amount < 0 else body


LINE = {"bottom": 1, "bottom_color": RULE}
CARD = {"bg_color": SUBTOTAL, "left": 5, "left_color": PAPER, "right": 5, "right_color": PAPER}
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
    "block": {"bold": True, "bg_color": SUBTOTAL, "font_color": NAVY, "top": 1, "top_color": NAVY, **LINE},
    "terms": {"bg_color": SUBTOTAL, "top": 1, "top_color": NAVY, **LINE},
    "basis": {"text_wrap": True, **LINE},
    "key": {"bold": True, "font_size": 11, "font_color": NAVY, **LINE},
    "good": {"font_color": GOOD, **LINE},
    "bad": {"font_color": BAD, "bold": True, **LINE},
    "note": {"text_wrap": True, "valign": "top"},
    "link": {"font_color": NAVY, "underline": 1, **LINE},
    "remark": {"font_color": GREY, "font_size": 9, **LINE},
    "card_label": {"font_color": INK, "align": "center", "top": 2, "top_color": NAVY, **CARD},
    "card_value": {"bold": True, "font_size": 20, "font_color": NAVY, "align": "center", **CARD},
    "card_remark": {"font_color": GREY, "font_size": 9, "align": "center", "valign": "top", **CARD},
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
        self._workbook, self.language = workbook, language
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
            placed = {"align": "right", "num_format": number_format(number, self.language)}
        if indent:
            placed["indent"] = indent
        return {**base, **placed, **ROLES[role]}
