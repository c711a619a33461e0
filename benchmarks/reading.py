"""How much of the processor `axplan check` takes on the packaged workbook, as a whole process.

    python benchmarks/reading.py [--rounds 5]

Held: CPU seconds ≤ 0.6 (the least of the rounds: the machine may be busy with something else). Exits with 1 when it is not.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
from pathlib import Path

WORKBOOK = Path(__file__).parents[1] / "inputs" / "baseline.xlsx"
CHECK = """
import sys, time
from axplan.cli import main
try:
    main()
finally:
    print(time.process_time(), file=sys.stderr)
"""
MOST = 0.6


def seconds() -> float:
    command = [sys.executable, "-c", CHECK, "check", str(WORKBOOK)]
    said = subprocess.run(command, capture_output=True, text=True, check=True)
    return float(said.stderr.split()[-1])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    found = [seconds() for _ in range(parser.parse_args().rounds)]
    print(
        f"axplan check inputs/baseline.xlsx, CPU   {min(found):6.2f} s   (held: ≤ {MOST}; median {statistics.median(found):.2f})"
    )
    return 0 if min(found) <= MOST else 1


if __name__ == "__main__":
    sys.exit(main())
