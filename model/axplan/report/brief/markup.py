"""Elements of a page, in which text can be nothing but text.

Nothing is ever pasted together: elements hold text, and the standard library's serialiser escapes it.
"""

import re
from xml.etree.ElementTree import Element, tostring

from axplan.report.page.plain_text import plain

TURNS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Marks that change the direction of the text behind them."""

WHOLE = re.compile(r"\d{4}–\d{4}\S{0,4}|\(?(?:△?[\d.,]*\d )?KRW \w{1,6}[).,;:]*|[가-힣]{1,6}·[가-힣]{1,6}")
"""What is not parted at the end of a line: a range of years, a unit of two words with the number before it, and two
short words with a dot between them."""


def element(tag: str, *content: Element | str | None, **attributes: str | float) -> Element:
    """An element with its attributes, text and elements in their order; None is left out.

    A name of an attribute may end with _ (class_), and _ within it stands for - (font_size). Numbers are coordinates,
    written with at most two decimals.
    """
    made = Element(tag, {_name(name): _value(value) for name, value in attributes.items()})
    for part in content:
        if isinstance(part, str):
            _add_text(made, clean(part))
        elif part is not None:
            made.append(part)
    return made


def flowing(text: str) -> list[Element | str]:
    """The text as it goes from line to line, with what must not be parted kept whole."""
    parts: list[Element | str] = []
    end = 0
    for found in WHOLE.finditer(text):
        parts += [text[end : found.start()], element("span", found[0], class_="whole")]
        end = found.end()
    return [*parts, text[end:]]


def clean(text: str) -> str:
    """The text as a page can hold it, on one line."""
    return " ".join(TURNS.sub("", plain(text)).split("\n"))


def document(root: Element) -> str:
    """The page as text."""
    return "<!doctype html>\n" + tostring(root, encoding="unicode", method="html") + "\n"


def _add_text(made: Element, text: str) -> None:
    if len(made):
        made[-1].tail = (made[-1].tail or "") + text
    else:
        made.text = (made.text or "") + text


def _name(name: str) -> str:
    return name.removesuffix("_").replace("_", "-")


def _value(value: str | float) -> str:
    if isinstance(value, str):
        return clean(value)
    return f"{value:.2f}".rstrip("0").rstrip(".")
