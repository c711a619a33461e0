"""Text from the inputs stays the text it is, wherever in the workbook it stands.

XlsxWriter takes some texts for more than text: "<r>…</r>" is written as markup, control characters get into the value
of a formula as they are, and a text that is too long is cut without a word.
"""

import re
from functools import lru_cache
from typing import Any

from xlsxwriter.worksheet import Worksheet

MOST_LETTERS = 32_767
"""Letters in a cell, as UTF-16 counts them; no spreadsheet takes more."""

LINE_END = re.compile("\r\n?")
UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Control characters but tab and line feed, halves of a letter, and codes that are none."""

ERRORS = frozenset(("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"))
PICTURE = re.compile(r"&(?=G|\[)")
"""XlsxWriter looks for a picture where a footer says &G or &[Picture], doubled or not."""


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """The text as a cell can hold it: what cannot be printed is �, and what is too long ends with ….

    A text that a program would take for markup or an error gets a blank behind it.
    """
    text = UNPRINTABLE.sub("\ufffd", LINE_END.sub("\n", text))
    if len(text) > MOST_LETTERS // 2 and len(text.encode("utf-16-le")) > 2 * MOST_LETTERS:
        text = text.encode("utf-16-le")[: 2 * (MOST_LETTERS - 1)].decode("utf-16-le", "ignore") + "…"
    markup = text.startswith("<r>") and text.endswith("</r>")
    return text + " " if markup or text in ERRORS else text


def footer_text(title: str, most: int) -> str:
    """The beginning of a title for a footer, where & begins a code and a digit would belong to the size."""
    return " " + PICTURE.sub("＆", plain(title[:most]).replace("\n", " ")).replace("&", "&&")


class PlainSheet(Worksheet):  # type: ignore[misc]
    """A worksheet on which every text is plain."""

    def write_string(self, row: int, col: int, string: str, cell_format: Any = None) -> int:
        """Write a text; see `plain`."""
        return int(super().write_string(row, col, plain(string), cell_format))

    def write_formula(self, row: int, col: int, formula: str, cell_format: Any = None, value: Any = 0) -> int:
        """Write a formula and its value, which is plain where it is text."""
        shown = plain(value) if isinstance(value, str) else value
        return int(super().write_formula(row, col, formula, cell_format, shown))
