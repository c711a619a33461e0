"""How long the result workbook takes to write, how large it gets, and how much memory that needs.

    python benchmarks/book.py [--rounds 5]

Writes the workbook of the baseline and that of a case with 50,000 budget lines (more industries, regions and years; the
amounts are made up, the ledgers balance), each in a process of its own that does nothing else. Held: CPU seconds of the
writing ≤ 1.5 for the baseline and ≤ 6 for the large case (medians). What comes before and after is shown beside it.
Exits with 1 when one of them is not held. Needs a system with `resource` (not Windows).
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from axplan.inputs.objective import single
from axplan.inputs.parameters import Inputs, build_inputs
from axplan.plan.certificate import Check
from axplan.plan.optimise import optimise
from axplan.plan.result import VARIABLES, Plan, build_plan
from axplan.plan.rounding.printed import Printed, print_plan, rounded_plan
from axplan.report.book import plan_book
from axplan.report.tables.csv_tables import write_csv
from axplan.report.writer import write_book
from axplan.workbook.baseline import baseline_tables
from larger import larger_tables

LINES = 50_000
INDUSTRIES, REGIONS, YEARS = 12, 12, 10
"""With the baseline's tasks and stages there are a few more cells and years than lines."""

Values = dict[str, dict[Any, float]]


@dataclass(frozen=True)
class MadeUp:
    """Values that nobody has solved for, as a plan reads a solution."""

    found: Values
    objective: float = 1.0

    def values(self, variable: str) -> dict[Any, float]:
        return self.found[variable]

    def duals(self, _: str) -> dict[Any, float]:
        return {}

    def reduced_costs(self, _: str) -> dict[Any, float]:
        return {}


def made_up_plan(x: Inputs, lines: int) -> Plan:
    """A plan with so many commitments that are not zero; what a fund does not spend lapses."""
    found = made_up_values(x, Random(1), lines)
    ledger = build_plan(x, single("production"), MadeUp(found)).frames["ledger"]
    receipts = ledger[["opening_balance", "interest", "appropriation", "subscription", "recoveries"]].sum(axis=1)
    spent = ledger[["commitment_uses", "trainee_uses", "outlay_uses", "administration", "preferred_return"]].sum(axis=1)
    found["lapse"] = dict(zip(zip(ledger["fund"], ledger["year"], strict=True), receipts - spent, strict=True))
    return build_plan(x, single("production"), MadeUp(found))


def made_up_values(x: Inputs, draw: Random, lines: int) -> Values:
    """Amounts in 억원 and persons, the same ones every time."""
    found: Values = {name: {} for name in VARIABLES}
    chosen = sorted(draw.sample([(*cell, t) for cell in x.full_cost for t in x.years], lines))
    found["commitment"] = {(*cell, 1, t): draw.uniform(0.5, 3.5) for *cell, t in chosen}
    found["depth"] = {(*cell, t): n / len(x.years) for cell in x.full_cost for n, t in enumerate(x.years, 1)}
    people = [(w, i, r, t) for w in x.tracks.track for i, r in x.places for t in x.years]
    found["trainees"] = {at: draw.uniform(0.0, 50.0) for at in people}
    found["stock"] = dict(found["trainees"])
    found["progress"] = {(p, t): n / len(x.years) for p in x.programmes.programme for n, t in enumerate(x.years, 1)}
    found["outlay"] = {(p, r, t): draw.uniform(1.0, 99.0) for p, r in x.sites for t in x.years}
    funds = [(f, t) for f in x.funds.fund for t in x.years]
    found["subscription"] = {at: draw.uniform(0.0, 99.0) for at in funds}
    found["lapse"] = found["balance"] = dict.fromkeys(funds, 0.0)
    return found


@dataclass(frozen=True)
class Measured:
    """CPU seconds (medians) of writing the workbook and the CSV tables, bytes of the workbook, peak memory in MB before the
    writing and after it."""

    book: float
    tables: float
    size: int
    before: float
    peak: float


def peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def cpu(action: Callable[[], Any]) -> tuple[float, Any]:
    """CPU seconds of an action, and what it returns."""
    started = time.process_time()
    result = action()
    return time.process_time() - started, result


def measured(printed: Printed, checks: Sequence[Check], rounds: int) -> Measured:
    """Write the results again and again, in this process."""
    before = peak()
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "plan.xlsx"
        books = [cpu(lambda: write_book(plan_book(printed, checks, path, "ko", {})))[0] for _ in range(rounds)]
        after = peak()
        tables = [cpu(lambda: write_csv(printed.exact, checks, path.parent))[0] for _ in range(rounds)]
        return Measured(statistics.median(books), statistics.median(tables), path.stat().st_size, before, after)


def baseline() -> tuple[float, Printed, Sequence[Check]]:
    """Seconds of rounding, the printed plan and the certificate of the baseline."""
    result = optimise(build_inputs(baseline_tables()), single("production"))
    seconds, printed = cpu(lambda: print_plan(result.plan, 1.0))
    return seconds, printed, result.certificate.checks


def large() -> tuple[float, Printed, Sequence[Check]]:
    """The same of the large case, which is rounded one way and not checked: its amounts are made up, and the sensitivities of its
    columns are those of a baseline."""
    plan = made_up_plan(build_inputs(larger_tables(INDUSTRIES, REGIONS, YEARS)), LINES)
    sensitivities = optimise(build_inputs(baseline_tables()), single("production")).plan.frames["sensitivities"]
    plan = plan.with_frame("sensitivities", sensitivities)
    seconds, printed = cpu(lambda: rounded_plan(plan, 1.0))
    return seconds, Printed(printed, plan, ()), ()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    held = True
    for name, case, limit in (("baseline", baseline, 1.5), ("50,000 lines", large, 6.0)):
        rounding, printed, checks = case()
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            found = pool.apply(measured, (printed, checks, rounds))
        frames = printed.plan.frames
        lines = sum(len(frames[table]) for table in ("commitments", "trainees", "outlays"))
        print(f"{name}: {lines:,} budget lines")
        print(f"  rounding to whole units       {rounding:8.2f} s")
        print(f"  writing plan.xlsx             {found.book:8.2f} s   (held: ≤ {limit})")
        print(f"  writing tables/*.csv          {found.tables:8.2f} s")
        print(f"  size of plan.xlsx             {found.size / 1e6:8.2f} MB")
        print(f"  peak memory of the writing    {found.peak:8.0f} MB  ({found.before:.0f} before)")
        held &= found.book <= limit
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
