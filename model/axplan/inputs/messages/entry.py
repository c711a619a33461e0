"""The words of a code: its line, its page and its example."""

from collections.abc import Mapping
from dataclasses import dataclass

from axplan.core.problem import Problem
from axplan.core.text import Text


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One code: the two halves of its line, with `{fields}`, and the page that explains it.

    `title` names the problem, `found` and `allowed` are the halves of its line, `meaning` says why it is a problem,
    `cure` what to do; `place` and the values of `sample` make an example for the page.
    """

    code: str
    title: Text
    found: Text
    allowed: Text
    meaning: Text
    cure: Text
    place: str
    sample: Mapping[str, object]

    @property
    def example(self) -> Problem:
        """The problem as a user might meet it."""
        return Problem(self.code, self.place, self.found.format(**self.sample), self.allowed.format(**self.sample))
