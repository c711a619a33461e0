"""`axplan frontier`: what one aim costs in terms of another."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from axplan.cli.options import inputs_option, output_option, set_option, unit_option
from axplan.cli.progress import progress_bar
from axplan.cli.terminal import exit_on_fault, print_json, print_location, say, shared_options
from axplan.core.text import Text

if TYPE_CHECKING:
    from axplan.analyses.pareto.run import ParetoAnswer

SEARCHING = Text("효율적인 계획을 찾는 중", "Looking for efficient plans")


@click.command(
    help=say(
        "두세 지표 사이의 파레토 경계: 하나를 더 얻으려면 다른 것을 얼마나 내주는가",
        "The Pareto frontier of two or three aims: how much of one is given up for another",
    )
)
@click.argument("scenario", default="baseline")
@click.option(
    "--of",
    "aims",
    default="production,employment",
    show_default=True,
    metavar="AIM,AIM[,AIM]",
    help=say("견줄 지표", "Aims")
    + ": production, output, value_added, employment, exports, net_benefit, regional_balance",
)
@click.option(
    "--points",
    type=click.IntRange(min=2, max=101),
    default=11,
    show_default=True,
    help=say("점의 수", "Number of points"),
)
@inputs_option
@set_option
@output_option
@unit_option
@shared_options
def frontier(
    scenario: str, aims: str, points: int, inputs: Path | None, changes: tuple[str, ...], output: Path, unit: str,
    lang: str, as_json: bool, quiet: bool,
) -> None:  # fmt: skip
    """Find Pareto-efficient plans of two or three aims, `points` along each trade-off."""
    from axplan.analyses.pareto.run import frontier_of_scenario
    from axplan.runs.run import Options

    options = Options(Path.cwd(), output, lang, inputs, None, unit, changes)
    with exit_on_fault(scenario, lang, as_json), progress_bar(lang, quiet) as show:
        found = frontier_of_scenario(scenario, options, aims, points, lambda n, count: show(SEARCHING, n, count))
    if as_json:
        print_json(found.document)
    elif not quiet:
        _print_results(found, lang)


def _print_results(found: ParetoAnswer, lang: str) -> None:
    """The table, how to run a point, and where the results are."""
    from axplan.analyses.pareto.terminal import print_frontier
    from axplan.cli.summary import Terminal

    print_frontier(found.scenario.title.in_(lang), found.frontier, lang, Terminal())
    first = found.folder / found.files[0]
    click.echo(Text(f"점을 시나리오로 쓰려면: cp {first} scenarios/ 그다음 axplan run {first.stem}",
                    f"To run a point: cp {first} scenarios/ then axplan run {first.stem}").in_(lang))  # fmt: skip
    print_location(found.folder / "frontier.xlsx", lang)
