"""Words in the two languages of the product, and lists of names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

LANGUAGES = ("ko", "en")


@dataclass(frozen=True)
class Text:
    """The same words in Korean and in English."""

    ko: str
    en: str

    def in_(self, language: str) -> str:
        """The words in `language` ("ko" or "en")."""
        return self.ko if language == "ko" else self.en

    @property
    def both(self) -> str:
        """Korean / English in one cell; words that are the same in both stand once."""
        return self.ko if self.ko == self.en else f"{self.ko} / {self.en}"

    @property
    def stacked(self) -> str:
        """Korean above English, with a blank line between them."""
        return f"{self.ko}\n\n{self.en}"

    def format(self, **values: object) -> Text:
        """Both texts with their `{fields}` filled in. A `Text` value is filled in in its own language."""
        ko, en = (
            {name: value.in_(lang) if isinstance(value, Text) else value for name, value in values.items()}
            for lang in LANGUAGES
        )
        return Text(self.ko.format(**ko), self.en.format(**en))


NO_TEXT = Text("", "")


def first_few(names: Iterable[str], most: int = 8) -> str:
    """The first names with commas between them, and "…" if there are more than `most`."""
    listed = list(names)
    return ", ".join(listed[:most]) + (" …" if len(listed) > most else "")
