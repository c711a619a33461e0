"""Numbers as the workbook's formats print them, and labels that are cut to the room there is."""

import math
from decimal import ROUND_HALF_UP, Decimal

from axplan.report.page.measure import text_width
from axplan.report.styles import MINUS

EM = 0.55
"""Width of one unit of `measure` in parts of the size of the letters."""

BROADER = {**dict.fromkeys("mwMW@%", 0.5), "…": 0.9}
"""Letters that may be wider than `measure` has them, and by how many of its units."""


def printed(value: float, number: str, language: str) -> str:
    """A number of a kind (`styles.number_format`): thousands parted, halves up, decreases marked, - for zero."""
    if not value or not math.isfinite(value):
        return "-"
    share = number == "share"
    places = 1 if share else int(number.removeprefix("n"))
    exact = abs(Decimal(repr(float(value)))) * (100 if share else 1)
    body = f"{exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):,f}" + ("%" if share else "")
    return f"{MINUS[language]}{body}" if value < 0 else body


def width(text: str, size: float) -> float:
    """Width of a text in letters of this size, in the unit of the size; rather too much than too little."""
    return (text_width(text) + sum(BROADER.get(letter, 0.0) for letter in text)) * EM * size


def fitting_size(text: str, room: float, least: float, most: float) -> float:
    """The size of letters, between `least` and `most`, in which a text fits the room."""
    return max(least, min(most, room / max(width(text, 1.0), 1.0)))


def shortened(text: str, size: float, room: float) -> str:
    """The text, or its beginning and … where it is wider than the room."""
    if width(text, size) <= room:
        return text
    end = len(text)
    while end and width(text[:end].rstrip() + "…", size) > room:
        end -= 1
    return text[:end].rstrip() + "…"
