"""`axplan compare`: what differs in the inputs, what that does to the plan, and how much each change made."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from axplan.cli.options import checked_valuation, output_option, unit_option, valuation_option
from axplan.cli.terminal import print_json, say, shared_options
from axplan.core.text import Text

if TYPE_CHECKING:
    from axplan.analyses.compare.run import Compared


@click.command(
    help=say(
        "첫째를 기준으로 나머지를 비교합니다: 다른 입력, 계획의 차이, 변화마다의 기여",
        "Compare with the first: inputs that differ, plans that differ, and what each change made",
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
    from axplan.analyses.compare.run import compare_named
    from axplan.cli.ending import told_as_failure
    from axplan.cli.progress import progress_bar
    from axplan.runs.run import Options

    options = Options(Path.cwd(), output, lang, valuation=checked_valuation(valuation), unit=unit)
    with told_as_failure(", ".join(targets), lang, as_json), progress_bar(lang, quiet) as told:
        found = compare_named(targets, options, told)
    documents = [one.document for one in found]
    if as_json:
        print_json(documents[0] if len(documents) == 1 else {"schema": 1, "results": documents})
    elif not quiet:
        for one in found:
            _speak(one, lang)
    code = max(one.exit_code for one in found)
    if code:
        sys.exit(code)


def _speak(found: Compared, lang: str) -> None:
    """Why a side has no plan, the tables, and where the results are."""
    from axplan.analyses.compare.terminal import print_pair
    from axplan.cli.summary import Terminal

    for side in found.pair.sides:
        for line in side.fault.lines(lang) if side.fault else ():
            click.echo(f"{side.name}: {line}", err=True)
    print_pair(found.pair, lang, Terminal())
    book = found.folder / "comparison.xlsx"
    click.echo(Text(f"결과: {book}", f"Results: {book}").in_(lang))
