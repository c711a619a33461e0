"""Running many scenarios: progress while they are at work, a table of how each ended, one exit code."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from axplan.cli.terminal import print_json, print_location
from axplan.core.errors import UsageError
from axplan.core.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from axplan.runs.batch import Ending
    from axplan.runs.run import Options


def all_names(options: Options) -> list[str]:
    """Every scenario of the study.

    Raises
    ------
    UsageError: there is none.
    """
    from axplan.scenario.files import scenario_names

    names = scenario_names(options.study)
    if not names:
        raise UsageError(Text(
            "scenarios/ 에 시나리오가 없습니다. 연구 폴더 안에서 실행하거나, `axplan init 폴더`로 만드십시오.",
            "There are no scenarios in scenarios/. Run inside a study folder, or make one with `axplan init DIR`.",
        ))  # fmt: skip
    return names


def run_many(
    names: Sequence[str], options: Options, jobs: int, cluster: str | None, again: bool, as_json: bool, quiet: bool
) -> None:
    """Run a batch, print how each scenario ended, and leave with the exit code of the batch."""
    from axplan.runs.batch import exit_code, run_batch

    endings: dict[str, Ending] = {}
    with (
        _progress(len(names), options.language, quiet or as_json) as show,
        closing(run_batch(names, options, jobs, cluster, again)) as found,  # type: ignore[type-var]
    ):
        for ending in found:
            endings[ending.scenario] = ending
            show(ending)
    ordered = [endings[name] for name in names]
    code = exit_code(ordered)
    if as_json:
        print_json({"schema": 1, "exit_code": code, "results": [ending.document for ending in ordered]})
    elif not quiet:
        _print_results(ordered, options)
    if code:
        sys.exit(code)


@contextmanager
def _progress(count: int, lang: str, quiet: bool) -> Iterator[Callable[[Ending], None]]:
    """A bar with the time that is left, where somebody looks; faults are printed as they come, always."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    words = Text("시나리오를 계획하는 중", "Planning scenarios").in_(lang)
    columns = TextColumn(words), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(compact=True)
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    with Progress(*columns, console=console, transient=True, disable=quiet or not console.is_terminal) as progress:
        task, printed = progress.add_task(words, total=count), set[str]()

        def show(ending: Ending) -> None:
            for line in ending.lines if ending.code or not quiet else ():
                if ending.code:
                    progress.console.print(f"{ending.scenario}: {line}", markup=False)
                elif line not in printed:  # a warning about inputs that scenarios have in common
                    progress.console.print(line, markup=False)
                    printed.add(line)
            progress.advance(task)

        yield show


def _print_results(endings: Sequence[Ending], options: Options) -> None:
    """The table of endings, and where the results are."""
    from axplan.cli.batch_table import print_endings
    from axplan.cli.summary import Terminal

    print_endings(endings, options.language, Terminal())
    print_location(options.output, options.language)
