"""How much sooner a batch is finished by two processes than by one.

    python benchmarks/batch.py [--rounds 3] [--scenarios 8]

Plans variants of the baseline with `axplan run --jobs 1` and `--jobs 2`, in turns, each into an empty folder. Shown: seconds of the
whole command (medians) and their ratio, beside the ratio this machine gives two processes that only count. Held: two
processes are at least 1.7 times as quick, or 0.93 of what the machine gives where its two cores are not whole ones.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HELD, SHARE = 1.7, 0.93


def study(folder: Path, scenarios: int) -> None:
    subprocess.run([sys.executable, "-m", "axplan.cli", "init", str(folder), "--quiet"], check=True)
    for path in (folder / "scenarios").glob("*.yaml"):
        if path.stem != "baseline":
            path.unlink()
    for n in range(1, scenarios):
        text = f"extends: baseline\nchanges: {{appropriations.axpf.*: {{scale: {1 + n / 100}}}}}\n"
        (folder / "scenarios" / f"variant_{n}.yaml").write_text(text, encoding="utf-8")


def seconds(folder: Path, jobs: int) -> float:
    with tempfile.TemporaryDirectory() as output:
        command = [sys.executable, "-m", "axplan.cli", "run", "--all", "--quiet", "--jobs", str(jobs), "-o", output]
        started = time.perf_counter()
        subprocess.run(command, cwd=folder, check=True)
        return time.perf_counter() - started


def count(_: object) -> int:
    return sum(n * n for n in range(20_000_000))


def of_the_machine() -> float:
    """How much more two processes count in the same time than one."""
    taken = []
    for processes in (1, 2):
        with multiprocessing.Pool(processes) as pool:
            started = time.perf_counter()
            pool.map(count, range(processes), 1)
            taken.append(time.perf_counter() - started)
    return 2 * taken[0] / taken[1]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--scenarios", type=int, default=8)
    given = parser.parse_args()
    if (os.cpu_count() or 1) < 2:
        print("this machine has one core: nothing to compare")
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "study"
        study(folder, given.scenarios)
        rounds = [(seconds(folder, 1), seconds(folder, 2), of_the_machine()) for _ in range(given.rounds)]
    one, two, machine = (statistics.median(times) for times in zip(*rounds, strict=True))
    ratio = statistics.median(a / b for a, b, _ in rounds)
    print(f"{given.scenarios} scenarios, {given.rounds} rounds in turns (medians)")
    print(f"  one process       {one:8.2f} s")
    print(f"  two processes     {two:8.2f} s")
    print(f"  ratio             {ratio:8.2f}     (held: ≥ {HELD})")
    print(f"  of the machine    {machine:8.2f}     ({ratio / machine:.2f} of it reached)")
    return 0 if ratio >= min(HELD, SHARE * machine) else 1


if __name__ == "__main__":
    sys.exit(main())
