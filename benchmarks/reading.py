"""How much of the processor `axplan check` takes on the packaged workbook, against openpyxl that only reads it; whole processes.

    python benchmarks/reading.py [--rounds 7]

Held: `axplan check` takes at most 1.6 times the CPU time of openpyxl (medians of interleaved runs). Exits with 1 when it does not.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
from pathlib import Path

WORKBOOK = Path(__file__).parents[1] / "inputs" / "baseline.xlsx"
MEASURED = """
import sys, time
try:
{work}
finally:
    print(time.process_time(), file=sys.stderr)
"""
CHECK = MEASURED.format(work="    from axplan.cli import main; main()")
READ = MEASURED.format(work="    import openpyxl; openpyxl.load_workbook(sys.argv[2], data_only=True)")
MOST = 1.6


def seconds(code: str) -> float:
    """CPU seconds of a whole process that runs the code."""
    command = [sys.executable, "-c", code, "check", str(WORKBOOK)]
    said = subprocess.run(command, capture_output=True, text=True, check=True)
    return float(said.stderr.split()[-1])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    found = [(seconds(CHECK), seconds(READ)) for _ in range(parser.parse_args().rounds)]
    check, read = (statistics.median(column) for column in zip(*found, strict=True))
    print(
        f"axplan check inputs/baseline.xlsx, CPU   {check:6.2f} s   ÷ openpyxl {check / read:6.2f}   (held: ≤ {MOST})"
    )
    return 0 if check / read <= MOST else 1


if __name__ == "__main__":
    sys.exit(main())
