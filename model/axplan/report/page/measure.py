"""How much room text and numbers take, so that nothing is clipped whichever program opens the workbook.

Widths are in the character units of a column. They are estimated on the generous side: a Korean letter is nearly twice
as wide as a digit, and the font that stands in for the one asked for may be wider.
"""

import math
import unicodedata

from axplan.report.styles import written_number

WIDE, CAPITAL, SMALL, THIN, PADDING = 1.8, 1.12, 1.0, 0.65, 1.6
THIN_LETTERS = frozenset(" .,:;'|!()[]ijlrtfI·-")
PIXELS_PER_UNIT, PIXELS_BESIDE = 7, 5
PIXELS_PER_POINT = 4 / 3


def text_width(text: str) -> float:
    """Width of one line of text."""
    return sum(_letter_width(letter) for letter in text)


def _letter_width(letter: str) -> float:
    if unicodedata.east_asian_width(letter) in "WF" or letter in "△→":
        return WIDE
    if letter in THIN_LETTERS:
        return THIN
    return SMALL if letter.islower() else CAPITAL


def lines_needed(text: str, width: float) -> int:
    """How many lines the text takes in a column of this width, words kept whole where they fit."""
    return sum(_wrapped(paragraph, width) for paragraph in text.split("\n"))


def _wrapped(paragraph: str, width: float) -> int:
    lines, used = 1, 0.0
    for word in paragraph.split(" "):
        size = text_width(word)
        if used and used + THIN + size > width:
            lines, used = lines + 1, 0.0
        elif used:
            used += THIN
        used += size
        if used > width:  # a word longer than the line is broken inside
            lines += math.ceil(used / width) - 1
            used -= width * (math.ceil(used / width) - 1)
    return lines


def longest_word(text: str) -> float:
    """Width of the longest part that should not be broken."""
    return max((text_width(word) for word in text.split()), default=0.0)


def number_width(value: float, number: str) -> float:
    """Width of a number as its format prints it."""
    if number == "tiny":
        return text_width(f"{value:.1E}")
    return text_width(written_number(value, number, "ko"))


def pixels(width: float) -> int:
    """Pixels of a column of this width."""
    return int(width * PIXELS_PER_UNIT + 0.5) + PIXELS_BESIDE
