"""axplan turns an industrial AI policy proposal into an optimised multi-year budget plan.

The verbs of the command line, for a notebook or a script:

    inputs = axplan.load_inputs("inputs/baseline.xlsx")
    plan = axplan.optimise(inputs)
    plan.objective, plan.frames["commitments"]

Everything is imported when it is first used, so that importing axplan costs nothing. docs/python.md has an example of
each.
"""

from __future__ import annotations

TYPE_CHECKING = False  # importing typing or pathlib would take longer than all of this file
if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import pandas as pd

    from axplan.analyses.near_optimal.result import NearOptimalRanges
    from axplan.core.problem import Problem
    from axplan.inputs.objective import Objective
    from axplan.inputs.parameters import Inputs
    from axplan.plan.optimise import CertifiedPlan
    from axplan.runs.run import Outcome
    from axplan.scenario import Applied

__version__ = "0.2.0"

__all__ = ["check", "compare", "load_inputs", "near_optimal", "optimise", "pareto", "run", "sweep"]


def load_inputs(path: str | Path, *changes: str) -> Inputs:
    """The checked inputs of a workbook or of a folder of CSV tables.

    `changes` are written as for `--set` (`appropriations.axpf.*=*1.1`); what they make passes the same checks as the
    file itself.

    Raises
    ------
    InputError: what is there cannot be read or planned with; it lists every problem with its cell.
    UsageError: there is nothing at `path`. EnvironmentFault: it may not be read.
    """
    return _applied(path, changes).inputs()


def check(path: str | Path, *changes: str) -> list[Problem]:
    """Every problem and every warning of a workbook or folder, in sheet and row order; empty where there is none.

    Raises
    ------
    InputError: it cannot be read at all. UsageError: there is nothing at `path`.
    """
    return _applied(path, changes).problems()


def optimise(inputs: Inputs, objective: Objective | str = "production") -> CertifiedPlan:
    """The best plan, re-checked outside the solver: `objective` is its value, `frames` its tables by name.

    `objective`: the indicator to maximise, or an `Objective` with weights.

    Raises
    ------
    Infeasible (naming the requirements that cannot hold together), Unbounded, SolverFailure, CertificateError.
    """
    from axplan.plan.optimise import optimise

    return optimise(inputs, objective)


def run(
    scenario: str = "baseline", study: str | Path = ".", output: str | Path = "outputs", lang: str = "en"
) -> Outcome:
    """Plan a scenario of a study folder and write its results to `output/<scenario>/`, as `axplan run` does.

    Raises
    ------
    AxplanError: whatever kept the plan from being made or written; earlier results are untouched then.
    """
    from pathlib import Path

    from axplan.runs.run import Options, run_scenario

    return run_scenario(scenario, Options(Path(study), Path(output), lang))


def compare(before: CertifiedPlan, after: CertifiedPlan) -> pd.DataFrame:
    """What two plans spend and whom they train, beside each other, in 억원 and persons.

    Columns: dimension (use, industry, stage, year, region, track, programme), key, measure, before, after, difference.
    """
    import pandas as pd

    from axplan.analyses.compare.amounts import plan_differences

    frames = plan_differences(before.plan, after.plan)
    return pd.concat(frames, names=["dimension"]).reset_index("dimension").reset_index(drop=True)


def sweep(path: str | Path, *vary: str, changes: Sequence[str] = (), jobs: int = 1) -> pd.DataFrame:
    """The best plan at every value of one or two inputs of a workbook or folder, one row a point.

    `vary` as for `axplan sweep --vary`: `funds.axpf.private_ratio=0:2:0.25`. Columns: the address of each input that is
    varied, status, and the figures plans are compared by (none where there is no plan).

    Raises
    ------
    UsageError: `vary` is no grid. InputError: the inputs are not valid, or an address is not one of theirs.
    """
    from pathlib import Path

    import pandas as pd

    from axplan.analyses.sweep.search import grid, rows_of, sweep
    from axplan.analyses.sweep.vary import read_varied
    from axplan.scenario import inputs_alone, with_options
    from axplan.workbook import read_tables

    varied = read_varied(vary)
    scenario = with_options(inputs_alone(Path(path)), changes)
    return pd.DataFrame(rows_of(varied, sweep(scenario, read_tables(Path(path)), grid(varied), jobs)))


def pareto(inputs: Inputs, aims: Sequence[str] = ("production", "employment"), points: int = 11) -> pd.DataFrame:
    """The Pareto frontier between two or three aims, one row a point, from the most of the first aim to the least of
    it.

    Columns: a column an aim in its unit; `price`, what one more of the second aim costs of the first from the point
    before; and the figures plans are compared by.

    Raises
    ------
    Infeasible, Unbounded, SolverFailure, CertificateError.
    """
    import pandas as pd

    from axplan.analyses.pareto.frontier import pareto_frontier

    found = pareto_frontier(inputs, aims, points)
    return pd.DataFrame(
        {**dict(zip(aims, point.values, strict=True)), "price": price, **point.figures}
        for point, price in zip(found.points, found.prices, strict=True)
    )


def near_optimal(plan: CertifiedPlan, within: float = 0.01, jobs: int = 1) -> NearOptimalRanges:
    """How firm a plan is: the least and the most of every budget in plans that give up no more than `within` of the
    objective (MGA).

    The ranges are in the frame `aggregates` of the result, a few plans that differ in `alternatives`; amounts in 억원.

    Raises
    ------
    SolverFailure: an end could not be found.
    """
    from axplan.analyses.near_optimal.mga import near_optimal_ranges

    return near_optimal_ranges(plan, within, jobs)


def _applied(path: str | Path, changes: Sequence[str]) -> Applied:
    from pathlib import Path

    from axplan.scenario import applied_inputs, inputs_alone, with_options

    return applied_inputs(with_options(inputs_alone(Path(path)), changes))
