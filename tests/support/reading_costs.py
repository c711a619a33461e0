"""What it costs to find the problems of a workbook, in terms of what the baseline costs: `python tests/support/reading_costs.py FILE`.

Prints the first code, the multiple of CPU time and the most memory in MB that this process took (Linux only).
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from axplan.core.errors import InputError
from axplan.core.problem import Problem
from axplan.inputs.validation import check_tables
from axplan.workbook import read_tables
from repository import ROOT

BASELINE = ROOT / "inputs" / "baseline.xlsx"
STATUS = Path("/proc/self/status")
TIMES = 5


def problems_of(path: Path) -> list[Problem]:
    """What is said about a workbook, whether it can be read or not."""
    try:
        return check_tables(read_tables(path))[1]
    except InputError as refusal:
        return list(refusal.problems)


def measured(path: Path) -> tuple[list[Problem], float]:
    """The problems of a workbook, and the CPU time that took, as a multiple of that of the baseline in the same process."""
    problems_of(BASELINE)  # what is imported when it is first used does not count
    start = time.process_time()
    for _ in range(TIMES):
        problems_of(BASELINE)
    begun = time.process_time()
    problems = problems_of(path)
    return problems, TIMES * (time.process_time() - begun) / (begun - start)


def main(path: Path) -> None:
    problems, multiple = measured(path)
    most = next(line for line in STATUS.read_text(encoding="utf-8").splitlines() if line.startswith("VmHWM"))
    print(problems[0].code, multiple, int(most.split()[1]) / 1024)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
