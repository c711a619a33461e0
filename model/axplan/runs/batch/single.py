"""One scenario of a batch, from its name to its end."""

import json
import time
from collections.abc import Callable
from typing import Any

from axplan.plan.optimise import Timings
from axplan.runs.batch.endings import Ending, done_ending, fault_ending, unchanged_ending
from axplan.runs.run import RECORD, Options, Prepared, now, prepare, run_prepared
from axplan.runs.run_record import file_hash

Reuse = Callable[[Prepared], dict[str, Any] | None]
"""The document of results in place that need not be made again, or None."""


def unchanged(prepared: Prepared) -> dict[str, Any] | None:
    """The document of the results in place, if they are whole and what planning anew would give; else None."""
    try:
        record = json.loads((prepared.folder / RECORD).read_text(encoding="utf-8"))
        if record["fingerprint"] != prepared.fingerprint:
            return None
        if any(file_hash(prepared.folder / name) != value for name, value in record["sha256"].items()):
            return None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    names = (
        "schema", "scenario", "status", "objective", "yardsticks", "indicators", "appraisal", "without", "money", "people",
        "giving_way", "without_required_progress", "files", "certificate",
    )  # fmt: skip
    return {name: record[name] for name in names if name in record}


def run_to_ending(name: str, options: Options, reuse: Reuse | None) -> Ending:
    """Plan a scenario and place its results; whatever happens becomes an ending."""
    begun = time.monotonic()
    try:
        timings, started = Timings(), now()
        with timings.of("read"):
            prepared = prepare(name, options)
        before = reuse(prepared) if reuse else None
        if before is not None:
            return unchanged_ending(name, before)
        outcome = run_prepared(prepared, timings, started)
        warnings = [problem.line(options.language) for problem in outcome.result.plan.inputs.warnings]
        return done_ending(name, outcome.document, warnings, time.monotonic() - begun)
    except Exception as fault:
        return fault_ending(name, fault, options.language, time.monotonic() - begun)
