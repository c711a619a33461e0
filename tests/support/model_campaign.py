"""Two implementations agree on random tables of any size and structure: `python tests/support/model_campaign.py 5000 [first seed]`.

`independent_model` was written from the specification alone. Where it and the package find the same best value for random
tables, random valuations and every kind of rule, the formulation says what the specification says.
"""

from __future__ import annotations

import math
import sys
from collections import Counter
from collections.abc import Mapping
from random import Random

from axplan.core.errors import AxplanError, Infeasible
from axplan.formulation import build_model
from axplan.formulation.compile import compile_model
from axplan.inputs.parameters import build_inputs
from axplan.inputs.schema.indicators import VALUATIONS
from axplan.inputs.tables import Tables
from axplan.solver import solve
from independent_case import Raw
from independent_model import Optimum, optimum
from random_tables import random_tables

RELATIVE = 1e-7
TYPICAL = {"production": 10.0, "output": 8.0, "value_added": 2.0, "employment": 1e4, "exports": 1.0, "net_benefit": 1.0}
"""About what a plan for random tables is worth, so that a weighted sum has no negligible part."""

Weights = Mapping[str, float]


def own_optimum(tables: Tables, weights: Weights) -> Optimum:
    """The package's own answer; anything but an optimum or a proof of infeasibility is raised."""
    arrays = compile_model(build_model(build_inputs(tables), weights))
    try:
        return solve(arrays).objective
    except Infeasible:
        return "infeasible"


def rows_of(tables: Tables) -> Raw:
    """The tables as the independent model reads them."""
    return {name: [row.values for row in table.rows] for name, table in tables.tables.items()}


def independent_optimum(tables: Tables, weights: Weights) -> Optimum:
    return optimum(rows_of(tables), weights)


def random_weights(seed: int) -> dict[str, float]:
    """One indicator alone, or a weighted sum of some of them."""
    draw = Random(f"weights {seed}")
    chosen = draw.sample(VALUATIONS, draw.choice([1, 1, 2, 3, 6]))
    if len(chosen) == 1:
        return {chosen[0]: 1.0}
    return {v: draw.uniform(0.1, 1.0) / TYPICAL[v] for v in chosen}


def agree(first: Optimum, second: Optimum) -> bool:
    if isinstance(first, str) or isinstance(second, str):
        return first == second
    return math.isclose(first, second, rel_tol=RELATIVE, abs_tol=1e-9)


def campaign(seeds: range) -> Counter[str]:
    """Compare the two models on many more tables; every difference is printed with its seed."""
    found: Counter[str] = Counter()
    for seed in seeds:
        tables, weights = random_tables(seed), random_weights(seed)
        try:
            first, second = own_optimum(tables, weights), independent_optimum(tables, weights)
        except (AxplanError, RuntimeError) as fault:
            found["a difference"] += 1
            print(f"seed {seed}: no answer, {type(fault).__name__}: {fault}, weights {weights}", flush=True)
            continue
        if agree(first, second):
            found["infeasible" if first == "infeasible" else "the same best value"] += 1
            continue
        found["a difference"] += 1
        print(f"seed {seed}: {first!r} and {second!r}, weights {weights}", flush=True)
    return found


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    start = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    result = campaign(range(start, start + count))
    print(", ".join(f"{kind}: {times}" for kind, times in result.items()))
    sys.exit(1 if result["a difference"] else 0)
