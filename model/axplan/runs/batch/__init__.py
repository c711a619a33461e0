"""Many scenarios, each to its own end: what happens to one never touches the rest.

`endings` says how a scenario can end, `single` takes one to its end, `processes` and `cluster` let several be at work
at once. Every scenario is solved anew, also where it differs from another one in numbers alone: so its results are
those of running it alone, to the bit of the tables.
"""

from collections.abc import Iterator, Sequence

from axplan.runs.batch.endings import DONE, ENDINGS, Ending, exit_code
from axplan.runs.batch.single import unchanged
from axplan.runs.run import Options

__all__ = ["DONE", "ENDINGS", "Ending", "exit_code", "run_batch"]


def run_batch(
    names: Sequence[str], options: Options, jobs: int = 1, cluster: str | None = None, again: bool = False
) -> Iterator[Ending]:
    """The endings of the scenarios, as they come; results are in place by then.

    Scenarios whose results are there already, whole and made from the same inputs by the same programs, are not solved
    again, unless `again`. So an interrupted batch resumes where it stopped. `jobs` processes of this machine are at
    work, or, by its address, the workers of a Dask cluster. Closing the iterator stops all work; results stay.

    Raises
    ------
    UsageError: the library for clusters is not installed.
    EnvironmentFault: the cluster does not answer, or has other programs.
    """
    if cluster is not None:
        from axplan.runs.batch.cluster import on_cluster

        return on_cluster(names, options, cluster, again)
    from axplan.runs.batch.processes import run_in_processes

    return run_in_processes(unchanged if not again else None, names, options, jobs)
