"""`axplan compare`: what differs in the inputs, what that does to the plan, and how much each change made."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from axplan.cli.options import checked_valuation, output_option, unit_option, valuation_option
from axplan.cli.progress import progress_bar
from axplan.cli.terminal import exit_on_fault, print_json, print_location, say, shared_options

if TYPE_CHECKING:
    from axplan.analyses.compare.run import Compared


@click.command(
    help=say(
        "첫째를 기준으로 나머지를 비교합니다: 다른 입력, 계획의 차이, 변화마다의 기여(샤플리 값)",
        "Compare with the first: inputs that differ, plans that differ, and what each change made (Shapley values)",
    )
)
@click.argument("targets", nargs=-1, metavar="SCENARIO|WORKBOOK SCENARIO|WORKBOOK...")
@valuation_option
@output_option
@unit_option
@shared_options
def compare(
    targets: tuple[str, ...], valuation: str | None, output: Path, unit: str, lang: str, as_json: bool, quiet: bool
) -> None:
    """Plan every target and hold it against the first. Exit code: the greatest of the comparisons."""
    from axplan.analyses.compare.run import compare_named
    from axplan.runs.run import Options

    options = Options(Path.cwd(), output, lang, valuation=checked_valuation(valuation), unit=unit)
    with exit_on_fault(", ".join(targets), lang, as_json), progress_bar(lang, quiet) as show:
        found = compare_named(targets, options, show)
    documents = [one.document for one in found]
    if as_json:
        print_json(documents[0] if len(documents) == 1 else {"schema": 1, "results": documents})
    elif not quiet:
        for one in found:
            _print_results(one, lang, unit)
    code = max(one.exit_code for one in found)
    if code:
        sys.exit(code)


def _print_results(found: Compared, lang: str, unit: str) -> None:
    """Why a side has no plan, the tables, and where the results are."""
    from axplan.analyses.compare.terminal import print_pair
    from axplan.cli.summary import Terminal

    for side in found.pair.sides:
        for line in side.fault.lines(lang) if side.fault else ():
            click.echo(f"{side.name}: {line}", err=True)
    print_pair(found.pair, lang, Terminal(), unit)
    print_location(found.folder / "comparison.xlsx", lang)
