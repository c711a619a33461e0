"""How a command ends that could not do what it was asked."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from axplan.cli.terminal import print_json, tell
from axplan.core.errors import AxplanError


@contextmanager
def told_as_failure(name: str, lang: str, as_json: bool) -> Iterator[None]:
    """What goes wrong in the block is told, with --json also as a document, and ends the command with its exit code."""
    try:
        yield
    except AxplanError as fault:
        from axplan.runs.run_record import failure_document

        tell(fault, lang)
        if as_json:
            print_json(failure_document(name, fault, lang))
        sys.exit(fault.exit_code)
