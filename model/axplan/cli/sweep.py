"""`axplan sweep`: the best plan at every value of one or two inputs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from axplan.cli.options import checked_valuation, jobs_option, plan_options
from axplan.cli.progress import progress_bar
from axplan.cli.terminal import exit_on_fault, print_json, print_location, say, shared_options
from axplan.core.text import Text

if TYPE_CHECKING:
    from axplan.analyses.sweep.run import SweepAnswer

SOLVING = Text("점마다 최적화하는 중", "Optimising point by point")

MOST_SHOWN = 10
"""Points without a plan that are named one by one."""


@click.command(
    help=say(
        "입력 하나 또는 둘을 바꾸어 가며 훑어봅니다: 값마다 가장 좋은 계획(이어 풀기)",
        "Sweep over one or two inputs: the best plan at every value (warm starts)",
    )
)
@click.argument("scenario", default="baseline")
@click.option(
    "--vary",
    multiple=True,
    metavar="ADDRESS=VALUES",
    help=say(
        "바꿀 셀과 값: 시트.행.열=처음:끝:간격 또는 =값,값,값; 두 번까지. 값은 --set처럼 *0.9, +100도 됨",
        "Cells and values: table.row.column=first:last:step or =a,b,c; up to twice. Values as for --set, also *0.9, +100",
    ),
)
@jobs_option
@plan_options
@shared_options
def sweep(
    scenario: str, vary: tuple[str, ...], jobs: int | None, inputs: Path | None, valuation: str | None,
    changes: tuple[str, ...], output: Path, unit: str, lang: str, as_json: bool, quiet: bool,
) -> None:  # fmt: skip
    """Find the best plan at every combination of the values of --vary. Exit code: 0 if any point has one."""
    from axplan.analyses.sweep.run import sweep_scenario
    from axplan.runs.run import Options

    options = Options(Path.cwd(), output, lang, inputs, checked_valuation(valuation), unit, changes)
    with exit_on_fault(scenario, lang, as_json), progress_bar(lang, quiet) as show:
        found = sweep_scenario(scenario, options, vary, jobs, lambda n, count: show(SOLVING, n, count))
    if as_json:
        print_json(found.document)
    elif not quiet:
        _print_results(found, lang)
    if found.exit_code:
        sys.exit(found.exit_code)


def _print_results(found: SweepAnswer, lang: str) -> None:
    """The points without a plan, the table or the map, and where the results are."""
    from axplan.analyses.sweep.terminal import print_sweep
    from axplan.cli.summary import Terminal

    for point, fault in found.faults[:MOST_SHOWN]:
        click.echo(f"{', '.join(point.setting)}: {fault.in_a_line(lang)}", err=True)
    more = len(found.faults) - MOST_SHOWN
    if more > 0:
        click.echo(Text(f"… 그 밖에 {more}개 점에 계획이 없습니다(sweep.xlsx).",
                        f"… {more} more points without a plan (sweep.xlsx).").in_(lang), err=True)  # fmt: skip
    print_sweep(found, lang, Terminal())
    print_location(found.folder / "sweep.xlsx", lang)
