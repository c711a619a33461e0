"""What a long search has found is kept in a small file until it is done, so that one that was broken off goes on where it stopped."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

from axplan.core.atomic_files import write_file

SCHEMA = 2
EVERY_SECONDS = 2.0
"""How often the file is written; what is lost is found again in that time."""

Found = TypeVar("Found")


class Keeping:
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

    @contextmanager
    def through(self) -> Iterator[None]:
        """What has been found is on disk also when the block is broken off."""
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


def answered(
    kept: Keeping,
    name: str,
    find: Callable[[], Found],
    plain: Callable[[Found], Any],
    revive: Callable[[Any], Found],
) -> Found:
    """The answer that is kept under a name; where there is none it is found, and kept as plain values."""
    if name in kept.answers:
        return revive(kept.answers[name])
    found = find()
    kept.add(name, plain(found))
    return found


def _read(path: Path, fingerprint: str) -> dict[str, Any]:
    with suppress(OSError, ValueError, KeyError, TypeError):
        document = json.loads(path.read_text(encoding="utf-8"))
        if document["schema"] == SCHEMA and document["fingerprint"] == fingerprint:
            return dict(document["answers"])
    return {}
