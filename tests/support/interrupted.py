"""Processes that tests interrupt: they hear Ctrl-C also where the tests themselves were started deaf to it (in the background)."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from typing import Any

LISTENING = "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); os.execv(sys.argv[1], sys.argv[1:])"
"""Becomes the command it is given. In the child, not between fork and exec: the tests have threads."""

PATIENCE = 120.0
"""Seconds to wait for what a process does within one on an idle machine; only what hangs takes so long."""


def started(command: Sequence[str], **options: Any) -> subprocess.Popen[str]:
    """The command (its program with its path) at work, its output and errors to be read as text; POSIX only."""
    listening = [sys.executable, "-c", LISTENING, *command]
    return subprocess.Popen(listening, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)
