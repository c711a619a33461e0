"""`axplan firmness`: how much room every budget has in plans that are nearly as good as the best one."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from axplan.cli.options import (
    checked_valuation,
    inputs_option,
    output_option,
    set_option,
    unit_option,
    valuation_option,
)
from axplan.errors import AxplanError, Text
from axplan.terminal import print_json, say, shared_options, tell

if TYPE_CHECKING:
    from axplan.ranging import Judged


@click.command(
    help=say(
        "계획의 견고성: 목적값을 조금 양보하는 모든 계획에서 예산마다 최소와 최대, 그리고 대안 계획",
        "How firm the plan is: the least and the most of every budget in plans that are nearly as good, and such plans",
    )
)
@click.argument("scenario", default="baseline")
@click.option(
    "--within",
    default="1%",
    show_default=True,
    metavar="SHARE",
    help=say("양보할 목적값의 폭", "Share of the objective that may be given up"),
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    help=say("함께 일할 프로세스 수 (기본: 코어 수, 최대 2)", "Processes at work (default: one a core, 2 at most)"),
)
@inputs_option
@valuation_option
@set_option
@output_option
@unit_option
@shared_options
def firmness(
    scenario: str, within: str, jobs: int | None, inputs: Path | None, valuation: str | None, changes: tuple[str, ...],
    output: Path, unit: str, lang: str, as_json: bool, quiet: bool,
) -> None:  # fmt: skip
    from axplan.ranging import judge_scenario, share
    from axplan.record import failure_document
    from axplan.running import Options

    options = Options(Path.cwd(), output, lang, inputs, checked_valuation(valuation), unit, changes)
    given_up = share(within)
    try:
        with _progress(lang, quiet) as done:
            judged = judge_scenario(scenario, options, given_up, jobs, done)
    except AxplanError as fault:
        tell(fault, lang)
        if as_json:
            print_json(failure_document(scenario, fault, lang))
        sys.exit(fault.exit_code)
    if as_json:
        print_json(judged.document)
    elif not quiet:
        _speak(judged, lang)


@contextmanager
def _progress(lang: str, quiet: bool) -> Iterator[Callable[[int, int], None]]:
    """A bar on stderr with the time that is left; nothing where nobody looks."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    words = Text("범위의 끝을 찾는 중", "Looking for the ends of ranges").in_(lang)
    columns = TextColumn(words), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(compact=True)
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=quiet or not console.is_terminal) as progress:
        task = progress.add_task(words, total=None)

        def done(known: int, count: int) -> None:
            progress.update(task, completed=known, total=count)

        yield done


def _speak(judged: Judged, lang: str) -> None:
    """The warnings, the ranges, and where the results are."""
    from axplan.cli.firmness_tables import print_firmness
    from axplan.summary import Terminal

    for problem in judged.firmness.plan.inputs.warnings:
        click.echo(problem.line(lang), err=True)
    print_firmness(judged.firmness, judged.scenario.title.in_(lang), lang, Terminal())
    book = judged.folder / "firmness.xlsx"
    click.echo(Text(f"결과: {book}", f"Results: {book}").in_(lang))
