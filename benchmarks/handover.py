"""How long the way from the workbook to the solver and back takes, beside the raw arrays and Pyomo's own interface.

    python benchmarks/handover.py [--rounds 5] [--industries 4 --regions 4 --years 5]

Prints medians over interleaved rounds, and the ratios that are held:
read + build + hand-over + extraction ≤ 0.5 × solve, and build + hand-over ≥ 4 times faster than through appsi_highs.
Exits with 1 when one of them is not held.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from pyomo.contrib.appsi.solvers import Highs

from axplan.formulation import build_model
from axplan.formulation.compile import compile_model
from axplan.inputs.objective import single
from axplan.inputs.parameters import build_inputs
from axplan.inputs.schema.indicators import PRODUCTION
from axplan.inputs.tables import Tables
from axplan.plan.result import build_plan
from axplan.solver.highs import SIMPLEX, hand_over, solve
from axplan.workbook import read_tables
from larger import larger_tables

WORKBOOK = Path(__file__).parents[1] / "inputs" / "baseline.xlsx"
WEIGHTS = {PRODUCTION: 1.0}


class Stopwatch:
    """Seconds by step, one entry a round."""

    def __init__(self) -> None:
        self.seconds: dict[str, list[float]] = {}

    def time(self, step: str, action: Callable[[], Any]) -> Any:
        started = time.perf_counter()
        result = action()
        self.seconds.setdefault(step, []).append(time.perf_counter() - started)
        return result

    def median(self, *steps: str) -> float:
        return sum(statistics.median(self.seconds[step]) for step in steps)


def through_appsi(inputs: Any) -> Any:
    """The same Pyomo model handed over by appsi_highs, without solving."""
    interface = Highs()
    interface.config.stream_solver = False
    interface.set_instance(build_model(inputs, WEIGHTS))
    return interface


def one_round(watch: Stopwatch, tables: Callable[[], Tables]) -> None:
    inputs = watch.time("read", lambda: build_inputs(tables()))
    model = watch.time("build", lambda: build_model(inputs, WEIGHTS))
    arrays = watch.time("compile", lambda: compile_model(model))
    watch.time("raw arrays into HiGHS", lambda: hand_over(arrays, 1.0, SIMPLEX))
    solution = watch.time("solve", lambda: solve(arrays))
    watch.time("extract", lambda: build_plan(inputs, single(PRODUCTION), solution))
    watch.time("build + hand-over, appsi_highs", lambda: through_appsi(inputs))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    for name, size in (("industries", 4), ("regions", 4), ("years", 5)):
        parser.add_argument(f"--{name}", type=int, default=size)
    chosen = parser.parse_args()
    baseline = (chosen.industries, chosen.regions, chosen.years) == (4, 4, 5)
    larger = larger_tables(chosen.industries, chosen.regions, chosen.years)
    watch = Stopwatch()
    for _ in range(chosen.rounds):
        one_round(watch, (lambda: read_tables(WORKBOOK)) if baseline else (lambda: larger))
    for step, seconds in watch.seconds.items():
        print(f"{step:32} {statistics.median(seconds):9.4f} s")
    ours = watch.median("build", "compile", "raw arrays into HiGHS")
    aside = watch.median("read", "build", "compile", "raw arrays into HiGHS", "extract") / watch.median("solve")
    faster = watch.median("build + hand-over, appsi_highs") / ours
    print(
        f"{'build + hand-over, this project':32} {ours:9.4f} s  = {ours / watch.median('raw arrays into HiGHS'):.0f} × raw arrays"
    )
    print(f"everything but import and solve  {aside:9.3f} × solve   (held: ≤ 0.5)")
    print(f"appsi_highs ÷ this project       {faster:9.2f}           (held: ≥ 4)")
    return 0 if aside <= 0.5 and faster >= 4 else 1


if __name__ == "__main__":
    sys.exit(main())
