"""Ends that have been found are kept in a small file until all are, so that an interrupted search goes on where it stopped."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from axplan.firmness.searching import End, Question
from axplan.store import placing_file

SCHEMA = 1
EVERY_SECONDS = 2.0
"""How often the file is written; what is lost is found again in that time."""


class Kept:
    """The ends of one search on disk. A file of another search, or one that cannot be read, counts as none."""

    def __init__(self, path: Path, fingerprint: str) -> None:
        self.path, self.fingerprint = path, fingerprint
        self.ends: dict[Question, End] = dict(_read(path, fingerprint))
        self._saved = time.monotonic()

    def add(self, end: End) -> None:
        """Keep an end; it is on disk within moments.

        Raises
        ------
        EnvironmentFault: the file cannot be written.
        """
        self.ends[end.question] = end
        if time.monotonic() - self._saved >= EVERY_SECONDS:
            self.save()

    def save(self) -> None:
        """Write the file, whole or not at all.

        Raises
        ------
        EnvironmentFault: it cannot be written.
        """
        document = {"schema": SCHEMA, "fingerprint": self.fingerprint, "ends": [_plain(e) for e in self.ends.values()]}
        with placing_file(self.path) as aside:
            aside.write_text(json.dumps(document, allow_nan=False), encoding="utf-8")
        self._saved = time.monotonic()

    def remove(self) -> None:
        """Remove the file, and its folder where nothing else is in it."""
        with suppress(OSError):
            self.path.unlink(missing_ok=True)
            self.path.parent.rmdir()


def _plain(end: End) -> dict[str, Any]:
    n, which = end.question
    return {"aggregate": n, "end": which, "worth": end.worth, "amounts": end.amounts, "places": end.places}


def _read(path: Path, fingerprint: str) -> Mapping[Question, End]:
    with suppress(OSError, ValueError, KeyError, TypeError):
        document = json.loads(path.read_text(encoding="utf-8"))
        if document["schema"] == SCHEMA and document["fingerprint"] == fingerprint:
            return {end.question: end for end in map(_end, document["ends"])}
    return {}


def _end(row: Mapping[str, Any]) -> End:
    amounts, places = (tuple(float(amount) for amount in row[name]) for name in ("amounts", "places"))
    return End((int(row["aggregate"]), str(row["end"])), float(row["worth"]), amounts, places)
