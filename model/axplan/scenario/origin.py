"""Where something was asked for: a line of a scenario file, or an option of the command line."""

from __future__ import annotations

from dataclasses import dataclass

from axplan.core.problem import Problem
from axplan.inputs import messages as catalogue

FIRST_FILE, OPTIONS = -1000, -1
"""Ranks of problems: the file that was named, the files it extends, the options; after them the sheets, from 0."""


@dataclass(frozen=True)
class Origin:
    """A line of a file; line 0 stands for the whole of it. `rank` puts problems in the order of the files."""

    file: str
    line: int = 0
    rank: int = FIRST_FILE

    @property
    def place(self) -> str:
        """`exports.yaml:3`, or the whole file or option."""
        return f"{self.file}:{self.line}" if self.line else self.file

    def problem(self, code: str, /, **values: object) -> Problem:
        """The problem `code` at this line."""
        return catalogue.problem(code, self.place, (self.rank, self.line, 0), **values)
