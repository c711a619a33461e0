"""`axplan run`: the plan of one scenario or of several."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from axplan.cli.options import checked_valuation, plan_options
from axplan.cli.progress import progress_bar
from axplan.cli.terminal import print_fault, print_json, print_location, print_warnings, say, shared_options
from axplan.core.errors import AxplanError, UsageError
from axplan.core.text import Text

if TYPE_CHECKING:
    from axplan.runs.run import Options, Outcome


ONE_AT_A_TIME = Text(
    "--why 는 한 번에 한 시나리오에만 쓸 수 있습니다. 예: axplan run baseline --why",
    "--why takes one scenario at a time. For example: axplan run baseline --why",
)


@click.command(
    help=say("예산계획을 만들어 outputs/<시나리오>/ 에 둡니다", "Make the budget plan in outputs/<scenario>/")
)
@click.argument("scenarios", nargs=-1, metavar="[SCENARIO]...")
@plan_options
@click.option("--all", "every", is_flag=True, help=say("연구 폴더의 모든 시나리오", "Every scenario of the study"))
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    help=say("여러 시나리오를 함께 계획할 프로세스 수", "Processes that plan several scenarios at once"),
)
@click.option(
    "--cluster", metavar="ADDRESS", help=say("Dask 클러스터의 주소", "Address of a Dask cluster") + ": tcp://HOST:8786"
)
@click.option(
    "--again", is_flag=True, help=say("입력이 그대로인 시나리오도 다시 계획함", "Plan again also what has not changed")
)
@click.option(
    "--why",
    is_flag=True,
    help=say(
        "무엇이 묶는지, 얼마나 견고한지, 지표 사이의 교환도 통합문서에 담음(몇 분 걸림)",
        "Also answer in the workbook what binds, how firm the plan is and what aims cost each other (takes minutes)",
    ),
)
@click.option(
    "--no-yardsticks", is_flag=True,
    help=say("단순한 배분과 견주지 않음(빨라짐)", "Do not compare with simpler plans (quicker)"),
)  # fmt: skip
@click.option("-v", "--verbose", is_flag=True, help=say("걸린 시간도 보임", "Show timings as well"))
@shared_options
def run(
    scenarios: tuple[str, ...], inputs: Path | None, valuation: str | None, changes: tuple[str, ...], output: Path,
    unit: str, every: bool, jobs: int | None, cluster: str | None, again: bool, why: bool, no_yardsticks: bool,
    verbose: bool, lang: str, as_json: bool, quiet: bool,
) -> None:  # fmt: skip
    """Plan one scenario, or several as a batch. Exit code: that of the scenario or the batch."""
    from axplan.cli.batch import all_names, run_many
    from axplan.runs.run import Options

    options = Options(
        Path.cwd(), output, lang, inputs, checked_valuation(valuation), unit, changes, why, not no_yardsticks
    )
    names = list(dict.fromkeys([*scenarios, *all_names(options)] if every else scenarios or ("baseline",)))
    if len(names) > 1 or every or jobs or cluster:
        if why:
            raise UsageError(ONE_AT_A_TIME)
        run_many(names, options, jobs or 1, cluster, again, as_json, quiet)
        return
    document, code = _run_one(names[0], options, speak=not (quiet or as_json), verbose=verbose and not quiet)
    if as_json:
        print_json(document)
    if code:
        sys.exit(code)


def _run_one(name: str, options: Options, speak: bool, verbose: bool) -> tuple[dict[str, Any], int]:
    """Run a scenario; its document and exit code. A fault is printed at once and does not stop the other scenarios."""
    from axplan.runs.run_record import failure_document

    try:
        outcome = _answered(name, options, quiet=not speak) if options.why else _planned(name, options)
    except AxplanError as fault:
        print_fault(fault, options.language)
        return failure_document(name, fault, options.language), fault.exit_code
    if speak:
        _print_results(outcome, options.language, options.unit)
    if verbose:
        for phase, seconds in outcome.timings.seconds.items():
            click.echo(f"{phase:>10} {seconds:8.3f} s", err=True)
    return outcome.document, 0


def _planned(name: str, options: Options) -> Outcome:
    from rich.console import Console

    with Console(stderr=True).status(
        Text(f"{name}: 계획을 찾는 중", f"{name}: looking for the plan").in_(options.language)
    ):
        from axplan.runs.run import run_scenario

        return run_scenario(name, options)


def _answered(name: str, options: Options, quiet: bool) -> Outcome:
    """The plan with the answers to the questions a committee asks."""
    from axplan.analyses.answers import answers
    from axplan.runs.run import run_scenario

    with progress_bar(options.language, quiet) as show:
        return run_scenario(name, options, lambda prepared, made: answers(prepared, made, show))


def _print_results(outcome: Outcome, lang: str, unit: str) -> None:
    """The warnings, the summary, and where the results are."""
    from axplan.cli.summary import Terminal, print_summary
    from axplan.scenario.describe import change_count

    result = outcome.result
    print_warnings(result.plan.inputs.warnings, lang)
    print_summary(outcome.printed, result.certificate.checks, outcome.scenario.title.in_(lang), lang, Terminal(), unit)
    changed = change_count(outcome.applied.changes)
    if changed:
        text = Text(
            f"입력을 {changed:,}건 바꾼 계획입니다(목록은 '출처와 근거' 시트와 run.json).",
            f"{changed:,} change(s) to the inputs (listed in sheet Provenance and in run.json).",
        )
        click.echo(text.in_(lang))
    print_location(outcome.folder / "plan.xlsx", lang)
