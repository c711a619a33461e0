"""`axplan explain`: the page of a code; or of a scenario what binds its plan, or why it has none."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from axplan.cli.options import checked_valuation, inputs_option, output_option, set_option, valuation_option
from axplan.cli.progress import progress_bar
from axplan.cli.terminal import exit_on_fault, print_json, print_location, print_warnings, say, shared_options
from axplan.core.text import Text

if TYPE_CHECKING:
    from axplan.runs.run import Options

ASKING = Text("계획에 묻는 중", "Questioning the plan")
CODE = re.compile(r"[A-Za-z]\d+")


@click.command(
    help=say(
        "시나리오가 왜 그렇게 되었는지(무엇이 묶는지: 잠재가격과 그 범위, 왜 계획이 없는지: 최소 모순 집합 IIS), 또는 오류 코드의 뜻",
        "Why a scenario comes out as it does (what binds: shadow prices and right-hand-side ranging; or why there is no "
        "plan: IIS), or what a code means",
    )
)
@click.argument("what", required=False, metavar="[SCENARIO or CODE]")
@click.option(
    "--elastic",
    is_flag=True,
    help=say("계획이 없으면, 지킬 수 있는 만큼 지키는 계획도", "Without a plan, also one that meets what can be met"),
)
@inputs_option
@valuation_option
@set_option
@output_option
@shared_options
def explain(
    what: str | None, elastic: bool, inputs: Path | None, valuation: str | None, changes: tuple[str, ...], output: Path,
    lang: str, as_json: bool, quiet: bool,
) -> None:  # fmt: skip
    """Print the page of a code, or plan the scenario and explain its plan, or why there is none."""
    if what is None or CODE.fullmatch(what):
        _explain_code(what, lang, as_json, quiet)
        return
    from axplan.runs.run import Options

    options = Options(Path.cwd(), output, lang, inputs, checked_valuation(valuation), "억원", changes)
    _explain_scenario(what, options, elastic, as_json, quiet)


def _explain_code(code: str | None, lang: str, as_json: bool, quiet: bool) -> None:
    from axplan.inputs.messages.page import entry_named, explained, page, titles

    entry = None if code is None else entry_named(code)
    if as_json:
        print_json({"schema": 1, **(explained(entry, lang) if entry else {"codes": titles(lang)})})
    elif not quiet:
        click.echo(page(entry, lang) if entry else "\n".join(f"{c}  {title}" for c, title in titles(lang).items()))


def _explain_scenario(name: str, options: Options, elastic: bool, as_json: bool, quiet: bool) -> None:
    from axplan.analyses.explain.run import explain_scenario

    lang = options.language
    with exit_on_fault(name, lang, as_json), progress_bar(lang, quiet or as_json) as show:
        found = explain_scenario(name, options, elastic, lambda done, count: show(ASKING, done, count))
    if as_json:
        print_json(found.document)
    elif not quiet:
        print_warnings(found.question.inputs.warnings, lang)
        click.echo("\n".join(found.lines))
        click.echo()
        print_location(found.folder / "explanation.xlsx", lang)
