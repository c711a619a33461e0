"""Random overlays, solved hot and from a model that is built anew: the optimum must be the same to nine digits.

python tests/support/random_overlays.py 200      # make overlays: on the whole baseline, a quarter of an hour long
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from random import Random

from axplan.analyses.sweep.search import INFEASIBLE, INVALID, OPTIMAL, Setting, Sweeper
from axplan.core.errors import Infeasible, InputError
from axplan.formulation import build_model
from axplan.formulation.compile import compile_model
from axplan.inputs.schema.core import NUMBER
from axplan.inputs.tables import Tables
from axplan.scenario import apply_scenario, inputs_alone, with_options
from axplan.scenario.addresses import changeable_sheets, declaration, row_name
from axplan.solver import solve
from axplan.workbook.baseline import baseline_tables

SAME = 1e-9
FACTORS = ("0.9", "0.97", "1.02", "1.1")
MOST_CHANGES = 4


def addresses(tables: Tables) -> list[str]:
    """Every cell with a decimal number that scenarios can change, and every column of them as a whole."""
    found: dict[str, None] = {}
    for name, sheet in changeable_sheets().items():
        table = tables.get(name)
        for row in table.rows if table else ():
            named = row_name(sheet, row)
            for column, raw in row.values.items():
                declared = declaration(sheet, named, column)
                if declared and declared.kind == NUMBER and isinstance(raw, int | float):
                    found[f"{name}.{named}.{column}"] = None
                    if not sheet.record:
                        every = "/".join("*" for _ in named.split("/"))
                        found[f"{name}.{every}.{column}"] = None
    return list(found)


def random_overlay(seed: int, tables: Tables) -> Setting:
    """A few changes as `--set` writes them, no cell twice, the same ones for the same seed."""
    draw, chosen, sheets = Random(seed), [], set()
    for address in draw.sample(addresses(tables), 3 * MOST_CHANGES):
        sheet, _, column = address.split(".")
        if (sheet, column) not in sheets:
            sheets.add((sheet, column))
            chosen.append(f"{address}=*{draw.choice(FACTORS)}")
    return tuple(chosen[: draw.randint(1, MOST_CHANGES)])


def anew(tables: Tables, setting: Setting) -> tuple[str, float | None]:
    """The status and the optimum of the changed tables, from a model of their own."""
    try:
        x = apply_scenario(with_options(inputs_alone(Path("base")), setting), tables).inputs()
        return OPTIMAL, solve(compile_model(build_model(x, {"production": 1.0}))).objective
    except InputError:
        return INVALID, None
    except Infeasible:
        return INFEASIBLE, None


def difference(sweeper: Sweeper, setting: Setting) -> tuple[str, float]:
    """The status both ways agree on, and by how much the optima differ relatively; inf where the ways do not agree."""
    hot = sweeper.point(setting)
    status, objective = anew(sweeper.tables, setting)
    if hot.status != status:
        return status, float("inf")
    if objective is None:
        return status, 0.0
    return status, abs(hot.figures["objective"] - objective) / max(1.0, abs(objective))


def main(count: int) -> int:
    tables = baseline_tables()
    sweeper = Sweeper(tables, inputs_alone(Path("base")))
    found: Counter[str] = Counter()
    worst = 0.0
    for seed in range(count):
        setting = random_overlay(seed, tables)
        status, apart = difference(sweeper, setting)
        found[status] += 1
        worst = max(worst, apart)
        if apart > SAME:
            print(f"seed {seed}: {' '.join(setting)}: {apart:.1e} apart", flush=True)
    print(f"{count} overlays, {dict(found)}; largest relative difference of optima {worst:.1e} (at most {SAME:.0e})")
    return 0 if worst <= SAME and found[OPTIMAL] >= count / 2 else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 200))
