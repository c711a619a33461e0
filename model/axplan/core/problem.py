"""One thing that is wrong in the inputs, and how many of them are listed line by line."""

from collections.abc import Sequence
from dataclasses import dataclass

from axplan.core.text import Text


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong in the inputs, or worth a warning.

    `place` is where ("industries!D4"), `found` is what stands there, `allowed` is what may stand there together
    with the likely cure; `where` is the place in words, where it is known. Codes starting with E stop a run, codes
    starting with W do not.
    """

    code: str
    place: str
    found: Text
    allowed: Text
    order: tuple[int, int, int] = (0, 0, 0)
    where: Text | None = None

    @property
    def is_error(self) -> bool:
        """Does the problem keep a plan from being made?"""
        return self.code.startswith("E")

    def line(self, language: str) -> str:
        """The problem as one line: place, found → allowed [code]."""
        return f"{self.place}  {self.found.in_(language)}  → {self.allowed.in_(language)}   [{self.code}]"

    def as_dict(self, language: str) -> dict[str, str]:
        """The problem as a plain record."""
        found, allowed = self.found.in_(language), self.allowed.in_(language)
        return {"code": self.code, "place": self.place, "found": found, "allowed": allowed}


MOST_LISTED = 500
"""Problems that are listed one by one; a column of blanks can make thousands of them."""


def listed(problems: Sequence[Problem], language: str) -> list[str]:
    """The problems as lines; beyond `MOST_LISTED` only how many more there are."""
    lines = [problem.line(language) for problem in problems[:MOST_LISTED]]
    more = len(problems) - MOST_LISTED
    if more > 0:
        text = Text(
            f"… 그 밖에 {more:,}건 (--json으로 모두 볼 수 있습니다)", f"… and {more:,} more (--json lists them all)"
        )
        lines.append(text.in_(language))
    return lines
