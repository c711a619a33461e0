"""Long searches: how far they are, and what they have found, in a small file from which an interrupted one resumes."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

from axplan.core.atomic_files import write_file
from axplan.core.text import Text

SCHEMA = 2
EVERY_SECONDS = 2.0
"""How often the file is written; what is lost is found again in that time."""

Found = TypeVar("Found")

Progress = Callable[[int, int], object]
"""Is called with how much of a search is done and how much there is."""

NamedProgress = Callable[[Text, int, int], object]
"""The same of several searches in turn: what is being done, and 0 where it is not known how much there is."""


def no_progress(*_: object) -> None:
    """Progress that nobody looks at."""


class Checkpoint:
    """Answers by name, as plain values. A file of another search, or one that cannot be read, counts as none.

    `fingerprint` stands for everything the answers depend on. Without a path nothing is on disk.
    """

    def __init__(self, path: Path | None = None, fingerprint: str = "") -> None:
        self.path, self.fingerprint = path, fingerprint
        self.answers: dict[str, Any] = _read(path, fingerprint) if path else {}
        self._saved = time.monotonic()

    def add(self, name: str, answer: Any) -> None:
        """Keep an answer; it is on disk within moments.

        Raises
        ------
        EnvironmentFault: the file cannot be written.
        """
        self.answers[name] = answer
        if time.monotonic() - self._saved >= EVERY_SECONDS:
            self.save()

    def get_or_find(
        self, name: str, find: Callable[[], Found], plain: Callable[[Found], Any], restored: Callable[[Any], Found]
    ) -> Found:
        """The answer of that name, `restored` from plain values; where there is none it is found and kept.

        Raises
        ------
        EnvironmentFault: the file cannot be written; whatever `find` raises.
        """
        if name in self.answers:
            return restored(self.answers[name])
        found = find()
        self.add(name, plain(found))
        return found

    @contextmanager
    def saved_if_interrupted(self) -> Iterator[None]:
        """What has been found is on disk also when the block does not come to its end."""
        try:
            yield
        except BaseException:
            if self.answers:
                self.save()
            raise

    def save(self) -> None:
        """Write the file, whole or not at all.

        Raises
        ------
        EnvironmentFault: it cannot be written.
        """
        if self.path is None:
            return
        document = {"schema": SCHEMA, "fingerprint": self.fingerprint, "answers": self.answers}
        write_file(self.path, json.dumps(document, allow_nan=False))
        self._saved = time.monotonic()

    def remove(self) -> None:
        """Remove the file, and its folder where nothing else is in it."""
        if self.path is None:
            return
        with suppress(OSError):
            self.path.unlink(missing_ok=True)
            self.path.parent.rmdir()


def _read(path: Path, fingerprint: str) -> dict[str, Any]:
    with suppress(OSError, ValueError, KeyError, TypeError):
        document = json.loads(path.read_text(encoding="utf-8"))
        if document["schema"] == SCHEMA and document["fingerprint"] == fingerprint:
            return dict(document["answers"])
    return {}
