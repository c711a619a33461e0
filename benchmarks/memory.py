"""Peak memory of `axplan run` and start-up of `axplan --help`, as whole processes.

    python benchmarks/memory.py

Held: peak memory of a run ≤ 600 MB; `axplan --help` within 2.5 × of a bare `python -c "import click"` (medians of
interleaved runs). Exits with 1 when one of them is not held. Needs a system with `resource` (not Windows).
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
AXPLAN = [sys.executable, "-m", "axplan.cli"]
ROUNDS = 15


def wall(command: list[str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


def main() -> int:
    helps, bares = [], []
    for _ in range(ROUNDS):
        helps.append(wall([*AXPLAN, "--help"]))
        bares.append(wall([sys.executable, "-c", "import click"]))
    ratio = statistics.median(helps) / statistics.median(bares)
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([*AXPLAN, "run", "--quiet", "--output", folder], check=True, cwd=ROOT)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"axplan --help ÷ python -c 'import click'   {ratio:7.2f}      (held: ≤ 2.5)")
    print(f"peak memory of axplan run                  {peak:7.0f} MB   (held: ≤ 600)")
    return 0 if ratio <= 2.5 and peak <= 600 else 1


if __name__ == "__main__":
    sys.exit(main())
