"""Which test shows what about which constraint, so that a constraint without tests is found."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

HOLDS, BINDS, BREAKS = KINDS = ("holds", "binds", "breaks")
"""It holds in the optimum; the optimum is the hand-computed one because of it; breaking it is noticed."""

SHOWN: dict[tuple[str, str], list[Callable[..., None]]] = {}
"""(constraint, kind) → the tests that show it."""

Test = TypeVar("Test", bound=Callable[..., None])


def shows(constraint: str, *kinds: str) -> Callable[[Test], Test]:
    """Mark a test as one that shows these kinds of evidence for a constraint."""

    def mark(test: Test) -> Test:
        for kind in kinds:
            assert kind in KINDS
            SHOWN.setdefault((constraint, kind), []).append(test)
        return test

    return mark
