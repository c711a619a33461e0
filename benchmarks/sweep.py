"""A sweep over the baseline: hot against anew, against raw arrays, and two processes against one.

    python benchmarks/sweep.py [points]

Point by point and interleaved: the package's sweep (changed tables, checks, inputs, exchanged numbers, solved from the base
case's basis, figures), the same through the same code but built, compiled and solved anew, and the solver alone on arrays that
are already there, from the same basis. CPU seconds, so that other work on the machine does not count. Then the wall time of
the whole grid with one process and with two.
"""

from __future__ import annotations

import gc
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from axplan.analyses.sweep.search import Setting, Sweeper, VariedInput, grid, sweep
from axplan.formulation import build_model
from axplan.formulation.compile import compile_model
from axplan.inputs.parameters import Inputs
from axplan.plan.key_figures import figures
from axplan.scenario import apply_scenario, load_scenario, with_options
from axplan.solver import solve
from axplan.workbook import read_tables

STUDY = Path(__file__).parents[1]
WEIGHTS = {"production": 1.0}


def points(count: int) -> list[Setting]:
    """Private money of the fund and its first appropriation: one changes a bound, the other several right sides."""
    ratios = tuple(f"{0.5 + n / 20:.3f}" for n in range(20))
    money = tuple(f"*{0.9 + 0.02 * n:.3f}" for n in range(-(-count // 20)))
    return grid([VariedInput("appropriations.axpf.2027", money), VariedInput("funds.axpf.private_ratio", ratios)])[
        :count
    ]


@dataclass
class Stopwatch:
    """CPU seconds of one way of solving points, and the objectives it found."""

    seconds: list[float] = field(default_factory=list)
    objectives: list[float] = field(default_factory=list)

    def time(self, work: Callable[[], float]) -> None:
        gc.collect()
        started = time.process_time()
        self.objectives.append(work())
        self.seconds.append(time.process_time() - started)


def main(count: int) -> None:
    scenario = load_scenario(STUDY, "baseline")
    tables = read_tables(scenario.inputs)
    sweeper = Sweeper(tables, scenario)
    basis = sweeper.solver.basis

    def changed(setting: Setting) -> Inputs:
        return apply_scenario(with_options(scenario, setting), tables).inputs()

    def anew(setting: Setting) -> float:
        x = changed(setting)
        return figures(x, solve(compile_model(build_model(x, WEIGHTS))))["objective"]

    hot, cold, raw = Stopwatch(), Stopwatch(), Stopwatch()
    for setting in points(count):
        arrays = compile_model(build_model(changed(setting), WEIGHTS))
        hot.time(partial(lambda s: sweeper.point(s).figures["objective"], setting))
        cold.time(partial(anew, setting))
        raw.time(partial(lambda a: solve(a, basis=basis).objective, arrays))
    worst = max(abs(a / b - 1) for a, b in zip(hot.objectives, cold.objectives, strict=True))
    print(f"points {count}; largest relative difference of objectives {worst:.1e}")
    for name, way in (("hot sweep", hot), ("built and solved anew", cold), ("raw arrays, hot", raw)):
        print(f"{name:>22}: {sum(way.seconds):8.1f} s of CPU, median {statistics.median(way.seconds):.3f} s a point")
    print(f"points per second against anew: {sum(cold.seconds) / sum(hot.seconds):.2f} (at least 2)")
    print(f"points per second against raw arrays: {sum(raw.seconds) / sum(hot.seconds):.2f} (at least 0.85)")
    walls = {}
    for jobs in (1, 2):
        started = time.perf_counter()
        sweep(scenario, tables, points(count), jobs)
        walls[jobs] = time.perf_counter() - started
        print(f"{jobs} process(es): {walls[jobs]:.1f} s")
    print(f"two processes against one: {walls[1] / walls[2]:.2f} (at least 1.7)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
