"""What the shipped scenarios come to on the packaged baseline, kept beside each of them in scenarios/<name>.expected.csv.

python tests/support/expected_results.py      # make expected: plan them all anew and write the files
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

from axplan.analyses.compare.amounts import plan_differences
from axplan.core.process_pool import map_in_processes
from axplan.inputs.schema.indicators import VALUATIONS
from axplan.plan.optimise import optimise
from axplan.plan.result import Plan
from axplan.scenario import apply_scenario, load_scenario, scenario_names
from axplan.workbook.baseline import baseline_tables
from repository import ROOT

STUDY = ROOT
COLUMNS = ("dimension", "key", "measure", "value")
DIMENSIONS = ("use", "industry", "stage", "year", "track")
INDICATOR, DISCOUNTED, FUND = "indicator", "discounted", "fund"

Results = Mapping[tuple[str, str, str], float]
"""(dimension, key, measure) → value: indicators in the unit they are reported in, money in 억원, trainees in persons."""


def results_of(plan: Plan) -> Results:
    """The indicators, the sums of public and private money and of trainees by dimension, and what each fund raises and returns."""
    found = {(INDICATOR, v, DISCOUNTED): plan.indicators[v] for v in VALUATIONS}
    frames = plan_differences(plan, plan)
    for name in DIMENSIONS:
        for key, measure, amount in frames[name][["key", "measure", "before"]].itertuples(index=False, name=None):
            found[name, str(key), measure] = amount
    ledger = plan.frames["ledger"]
    for fund in plan.inputs.funds.fund:
        for column in ("subscription", "lapse"):
            found[FUND, fund, column] = float(ledger.loc[ledger["fund"] == fund, column].sum())
    return found


def file_of(name: str) -> Path:
    return STUDY / "scenarios" / f"{name}.expected.csv"


def expected(name: str) -> Results:
    with file_of(name).open(encoding="utf-8", newline="") as source:
        return {(row["dimension"], row["key"], row["measure"]): float(row["value"]) for row in csv.DictReader(source)}


def planned(study: Path, name: str) -> tuple[str, Results]:
    """A scenario planned as `axplan run` does."""
    scenario = load_scenario(study, name)
    return name, results_of(optimise(apply_scenario(scenario, baseline_tables()).inputs(), scenario.objective).plan)


def main() -> None:
    for name, found in map_in_processes(planned, STUDY, scenario_names(STUDY), 2):
        with file_of(name).open("w", encoding="utf-8", newline="") as target:
            writer = csv.writer(target, lineterminator="\n")
            writer.writerow(COLUMNS)
            writer.writerows((*key, f"{value:.10g}") for key, value in found.items())
        print(name)


if __name__ == "__main__":
    main()
