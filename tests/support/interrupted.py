"""Processes that tests interrupt: they hear Ctrl-C also where the tests themselves were started deaf to it (in the background)."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Sequence
from functools import partial
from typing import Any


def started(command: Sequence[str], **options: Any) -> subprocess.Popen[str]:
    """The command at work, its output and errors to be read as text; POSIX only."""
    listening = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=listening, **options
    )
