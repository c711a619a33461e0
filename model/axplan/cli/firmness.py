"""`axplan firmness`: how much room every budget has in plans that are nearly as good as the best one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from axplan.cli.options import checked_valuation, jobs_option, plan_options
from axplan.cli.progress import progress_bar
from axplan.cli.terminal import exit_on_fault, print_json, print_location, print_warnings, say, shared_options
from axplan.core.text import Text

if TYPE_CHECKING:
    from axplan.analyses.near_optimal.run import NearOptimalAnswer


SEARCHING = Text("범위의 끝을 찾는 중", "Looking for the ends of ranges")


@click.command(
    help=say(
        "계획의 견고성(준최적 범위, MGA): 목적값을 조금 양보하는 모든 계획에서 예산마다 최소와 최대, 그리고 대안 계획",
        "How firm the plan is (near-optimal ranges, MGA): the least and the most of every budget in plans that are nearly as "
        "good, and such plans",
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
@jobs_option
@plan_options
@shared_options
def firmness(
    scenario: str, within: str, jobs: int | None, inputs: Path | None, valuation: str | None, changes: tuple[str, ...],
    output: Path, unit: str, lang: str, as_json: bool, quiet: bool,
) -> None:  # fmt: skip
    """Search the plans that give up at most the share `within` of the objective (near-optimal plans, MGA)."""
    from axplan.analyses.near_optimal.run import ranges_of_scenario, share
    from axplan.runs.run import Options

    options = Options(Path.cwd(), output, lang, inputs, checked_valuation(valuation), unit, changes)
    given_up = share(within)
    with exit_on_fault(scenario, lang, as_json), progress_bar(lang, quiet) as show:
        found = ranges_of_scenario(scenario, options, given_up, jobs, lambda n, count: show(SEARCHING, n, count))
    if as_json:
        print_json(found.document)
    elif not quiet:
        _print_results(found, lang, unit)


def _print_results(found: NearOptimalAnswer, lang: str, unit: str) -> None:
    """The warnings, the ranges, and where the results are."""
    from axplan.analyses.near_optimal.terminal import print_firmness
    from axplan.cli.summary import Terminal

    print_warnings(found.ranges.plan.inputs.warnings, lang)
    print_firmness(found.ranges, found.scenario.title.in_(lang), lang, Terminal(), unit)
    print_location(found.folder / "firmness.xlsx", lang)
