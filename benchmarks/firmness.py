"""The firmness of the whole baseline against solving it once from nothing.

    python benchmarks/firmness.py [--rounds 3]

In turns: some cold solves of the compiled model (wall time, their median), then every end of every range with two processes.
Shown: how many aggregates and ends there are, and the ratio. Held: all ends take at most 40 times as long as a cold solve.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable

from axplan.analyses.near_optimal.mga import near_optimal_ranges, near_optimal_space
from axplan.formulation import build_model
from axplan.formulation.compile import compile_model
from axplan.inputs.objective import single
from axplan.inputs.parameters import build_inputs
from axplan.plan.optimise import optimise
from axplan.solver import solve
from axplan.workbook.baseline import baseline_tables

HELD, JOBS, COLD = 40.0, 2, 5


def seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def main(rounds: int) -> int:
    x = build_inputs(baseline_tables())
    arrays = compile_model(build_model(x, {"production": 1.0}))
    best = optimise(x, single("production"), measured=False)
    cold, whole = [], []
    for _ in range(rounds):
        cold += [seconds(lambda: solve(arrays)) for _ in range(COLD)]
        whole.append(seconds(lambda: near_optimal_ranges(best, jobs=JOBS)))
    space = near_optimal_space(best)
    once, every = statistics.median(cold), statistics.median(whole)
    print(f"aggregates {len(space.aggregates)}, ends {len(space.directions)}")
    print(f"one cold solve: {once:.2f} s (median of {len(cold)})")
    print(f"every end, {JOBS} processes: {every:.1f} s (median of {len(whole)})")
    print(f"firmness against one cold solve: {every / once:.1f} (at most {HELD:.0f})")
    return 0 if every <= HELD * once else 1


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=3)
    sys.exit(main(parser.parse_args().rounds))
