"""`axplan check`: every problem of a workbook or of a scenario, in one pass."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from axplan.cli.options import set_option
from axplan.cli.terminal import print_json, say, shared_options
from axplan.core.errors import InputError
from axplan.core.problem import listed
from axplan.core.text import Text

if TYPE_CHECKING:
    from axplan.core.problem import Problem
    from axplan.scenario import Applied, Scenario


@click.command(help=say("입력의 모든 문제를 한 번에 알려 줍니다", "List every problem of the inputs in one pass"))
@click.argument("target", default="baseline", metavar="[WORKBOOK|SCENARIO]")
@click.option(
    "--annotate",
    "copy",
    is_flag=False,
    flag_value="",
    metavar="[FILE]",
    help=say(
        "문제를 표시한 사본도 씀 (기본: <이름>-checked.xlsx)",
        "Also write a copy that shows the problems (default: <name>-checked.xlsx)",
    ),
)
@set_option
@shared_options
def check(target: str, copy: str | None, changes: tuple[str, ...], lang: str, as_json: bool, quiet: bool) -> None:
    """Print every problem of the inputs; --annotate marks them in a copy. Exit code 1 if one is an error."""
    from axplan.scenario import scenario_or_inputs, with_options
    from axplan.scenario.describe import change_count, change_documents

    scenario = with_options(scenario_or_inputs(Path.cwd(), target), changes)
    applied = _applied(scenario, as_json, lang)
    problems = applied.problems()
    errors = [p for p in problems if p.is_error]
    written = None if copy is None else _annotated(scenario.inputs, copy, applied, problems, lang)
    if as_json:
        document = {
            "schema": 1,
            "source": str(scenario.inputs),
            "ok": not errors,
            "problems": [p.as_dict(lang) for p in problems],
            "changes": change_documents(applied.changes),
        }
        print_json(document if written is None else document | {"annotated": str(written)})
    elif not quiet:
        _print_problems(target, scenario.inputs, problems, change_count(applied.changes), lang)
        if written is not None:
            click.echo(Text(f"표시한 사본: {written}", f"Annotated copy: {written}").in_(lang))
        elif errors:
            code = errors[0].code
            click.echo(Text(f"코드의 설명: axplan explain {code}", f"About a code: axplan explain {code}").in_(lang))
    if errors:
        sys.exit(InputError.exit_code)


def _print_problems(target: str, source: Path, problems: list[Problem], changed: int, lang: str) -> None:
    for line in listed(problems, lang):
        click.echo(line)
    errors = sum(problem.is_error for problem in problems)
    warnings = len(problems) - errors
    if changed:
        click.echo(Text(f"{target}: 입력을 {changed:,}건 바꿈",
                        f"{target}: {changed:,} change(s) to the inputs").in_(lang))  # fmt: skip
    click.echo(Text(f"{source}: 오류 {errors}건, 경고 {warnings}건",
                    f"{source}: {errors} error(s), {warnings} warning(s)").in_(lang))  # fmt: skip


def _applied(scenario: Scenario, as_json: bool, lang: str) -> Applied:
    """The inputs as the scenario changes them, or for --json a document about a file that is refused."""
    from axplan.scenario import applied_inputs

    try:
        return applied_inputs(scenario)
    except InputError as refusal:
        if as_json:
            problems = [p.as_dict(lang) for p in refusal.problems]
            print_json({"schema": 1, "source": str(scenario.inputs), "ok": False, "problems": problems, "changes": []})
            sys.exit(refusal.exit_code)
        raise


def _annotated(source: Path, copy: str, applied: Applied, problems: list[Problem], lang: str) -> Path:
    from axplan.workbook.annotate import annotate, annotated_path

    return annotate(source, applied.base, problems, Path(copy) if copy else annotated_path(source), lang)
