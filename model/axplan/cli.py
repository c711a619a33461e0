"""The command line: options in, exit code out. No logic of its own; nobody imports it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from axplan import __version__
from axplan.errors import AxplanError, InputError, Text, UsageError, listed
from axplan.terminal import (
    detected_language,
    internal_fault,
    leave_a_busy_solver,
    print_json,
    say,
    shared_options,
    tell,
)

if TYPE_CHECKING:
    from axplan.errors import Problem
    from axplan.running import Options
    from axplan.tables import Tables

INTERRUPTED = 130


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help=say(
        "산업정책 제안을 최적의 다년도 예산계획으로 바꿉니다.",
        "Turn an industrial-policy proposal into an optimised budget plan.",
    ),
)
@click.version_option(__version__, "-V", "--version", prog_name="axplan")
def cli() -> None:
    pass


@cli.command(
    help=say("연구 폴더를 만듭니다: inputs, scenarios, outputs", "Make a study folder: inputs, scenarios, outputs")
)
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@shared_options
def init(folder: Path, lang: str, as_json: bool, quiet: bool) -> None:
    from axplan.study import make_study

    made, kept = make_study(folder)
    if as_json:
        print_json({"schema": 1, "made": [str(p) for p in made], "kept": [str(p) for p in kept]})
    elif not quiet:
        for path in made:
            click.echo(Text(f"만듦: {path}", f"made: {path}").in_(lang))
        for path in kept:
            click.echo(Text(f"그대로 둠: {path}", f"kept: {path}").in_(lang))
        click.echo(Text(f"다음: cd {folder} 하고 axplan run", f"Next: cd {folder}, then axplan run").in_(lang))


@cli.command(help=say("입력의 모든 문제를 한 번에 알려 줍니다", "List every problem of the inputs in one pass"))
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
@shared_options
def check(target: str, copy: str | None, lang: str, as_json: bool, quiet: bool) -> None:
    from axplan.checks import check_tables

    source = _inputs_of(target)
    tables = _read(source, as_json, lang)
    _, problems = check_tables(tables)
    errors = [p for p in problems if p.is_error]
    written = None if copy is None else _annotated(source, copy, tables, problems, lang)
    if as_json:
        document = {
            "schema": 1,
            "source": str(source),
            "ok": not errors,
            "problems": [p.as_dict(lang) for p in problems],
        }
        print_json(document if written is None else document | {"annotated": str(written)})
    elif not quiet:
        for line in listed(problems, lang):
            click.echo(line)
        warnings = len(problems) - len(errors)
        click.echo(Text(f"{source}: 오류 {len(errors)}건, 경고 {warnings}건",
                        f"{source}: {len(errors)} error(s), {warnings} warning(s)").in_(lang))  # fmt: skip
        if written is not None:
            click.echo(Text(f"표시한 사본: {written}", f"Annotated copy: {written}").in_(lang))
        elif errors:
            code = errors[0].code
            click.echo(Text(f"코드의 설명: axplan explain {code}", f"About a code: axplan explain {code}").in_(lang))
    if errors:
        sys.exit(InputError.exit_code)


def _read(source: Path, as_json: bool, lang: str) -> Tables:
    """The tables, or for --json a document about a file that is refused."""
    from axplan.workbook import read_tables

    try:
        return read_tables(source)
    except InputError as refusal:
        if as_json:
            problems = [p.as_dict(lang) for p in refusal.problems]
            print_json({"schema": 1, "source": str(source), "ok": False, "problems": problems})
            sys.exit(refusal.exit_code)
        raise


def _annotated(source: Path, copy: str, tables: Tables, problems: list[Problem], lang: str) -> Path:
    from axplan.workbook.annotate import annotate, annotated_path

    return annotate(source, tables, problems, Path(copy) if copy else annotated_path(source), lang)


@cli.command(help=say("오류 코드의 뜻과 고치는 법을 알려 줍니다", "Tell what a code means and how to cure it"))
@click.argument("code", required=False)
@shared_options
def explain(code: str | None, lang: str, as_json: bool, quiet: bool) -> None:
    from axplan.catalogue.page import entry_named, explained, page, titles

    entry = None if code is None else entry_named(code)
    if as_json:
        print_json({"schema": 1, **(explained(entry, lang) if entry else {"codes": titles(lang)})})
    elif not quiet:
        click.echo(page(entry, lang) if entry else "\n".join(f"{c}  {title}" for c, title in titles(lang).items()))


@cli.command(help=say("통합문서와 CSV 폴더를 서로 바꿉니다", "Turn a workbook into a folder of CSV tables, or back"))
@click.argument("source", type=click.Path(path_type=Path))
@click.argument("destination", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help=say("있는 파일을 바꿈", "Replace what is there"))
@shared_options
def convert(source: Path, destination: Path, force: bool, lang: str, as_json: bool, quiet: bool) -> None:
    from axplan.workbook import read_tables, write_tables

    if not force and (destination.is_file() or (destination.is_dir() and any(destination.iterdir()))):
        raise UsageError(Text(f"이미 있습니다: {destination}. 바꾸려면 --force를 붙이십시오.",
                              f"{destination} is already there. Add --force to replace it."))  # fmt: skip
    tables = read_tables(source)
    write_tables(tables, destination)
    if as_json:
        print_json(
            {"schema": 1, "source": str(source), "destination": str(destination), "tables": sorted(tables.tables)}
        )
    elif not quiet:
        click.echo(Text(f"{source} → {destination}: 시트 {len(tables.tables)}개",
                        f"{source} → {destination}: {len(tables.tables)} tables").in_(lang))  # fmt: skip


@cli.command(help=say("예산계획을 만들어 outputs/<시나리오>/ 에 둡니다", "Make the budget plan in outputs/<scenario>/"))
@click.argument("scenarios", nargs=-1, metavar="[SCENARIO]...")
@click.option(
    "--inputs",
    type=click.Path(path_type=Path),
    help=say("시나리오의 입력 대신 쓸 통합문서나 폴더", "Workbook or folder to use instead of the scenario's"),
)
@click.option(
    "--valuation",
    help=say("최대화할 지표", "Indicator to maximise") + ": production, output, value_added, employment, exports",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("outputs"),
    show_default=True,
    help=say("결과를 둘 폴더", "Folder for the results"),
)
@click.option(
    "--unit",
    type=click.Choice(["억원", "백만원", "조원"]),
    default="억원",
    show_default=True,
    help=say("통합문서에 적는 돈의 단위", "Unit of money in the workbook: KRW 100m, million or trillion"),
)
@click.option("-v", "--verbose", is_flag=True, help=say("걸린 시간도 보임", "Show timings as well"))
@shared_options
def run(
    scenarios: tuple[str, ...], inputs: Path | None, valuation: str | None, output: Path, unit: str,
    verbose: bool, lang: str, as_json: bool, quiet: bool,
) -> None:  # fmt: skip
    from axplan.running import Options

    _check_valuation(valuation)
    options = Options(Path.cwd(), output, lang, inputs, valuation, unit)
    documents, codes = [], [0]
    for name in dict.fromkeys(scenarios or ("baseline",)):
        document, code = _run_one(name, options, speak=not (quiet or as_json), verbose=verbose and not quiet)
        documents.append(document)
        codes.append(code)
    if as_json:
        print_json(documents[0] if len(documents) == 1 else {"schema": 1, "results": documents})
    if max(codes):
        sys.exit(max(codes))


def _check_valuation(valuation: str | None) -> None:
    from axplan.checks.suggest import did_you_mean, nearest
    from axplan.inputs import VALUATIONS

    if valuation is not None and valuation not in VALUATIONS:
        hint = did_you_mean(nearest(valuation, VALUATIONS))
        listed = ", ".join(VALUATIONS)
        raise UsageError(Text(f"지표가 없습니다: '{valuation}'.{hint.ko} 가능한 지표: {listed}",
                              f"There is no indicator '{valuation}'.{hint.en} Indicators: {listed}"))  # fmt: skip


def _run_one(name: str, options: Options, speak: bool, verbose: bool) -> tuple[dict[str, Any], int]:
    """Run a scenario; its document and exit code. An error is told at once and does not stop the other scenarios."""
    from rich.console import Console

    from axplan.record import failure_document

    try:
        with Console(stderr=True).status(
            Text(f"{name}: 계획을 찾는 중", f"{name}: looking for the plan").in_(options.language)
        ):
            from axplan.running import run_scenario

            outcome = run_scenario(name, options)
    except AxplanError as fault:
        tell(fault, options.language)
        return failure_document(name, fault, options.language), fault.exit_code
    if speak:
        from axplan.summary import Terminal, print_summary

        for problem in outcome.result.plan.inputs.warnings:
            click.echo(problem.line(options.language), err=True)
        print_summary(outcome.result.plan, outcome.scenario.title.in_(options.language), options.language, Terminal())
        click.echo(
            Text(f"결과: {outcome.folder / 'plan.xlsx'}", f"Results: {outcome.folder / 'plan.xlsx'}").in_(
                options.language
            )
        )
    if verbose:
        for phase, seconds in outcome.timings.seconds.items():
            click.echo(f"{phase:>10} {seconds:8.3f} s", err=True)
    return outcome.document, 0


def _inputs_of(target: str) -> Path:
    """The workbook or folder a word on the command line means: a path, or a scenario's inputs."""
    from axplan.scenario import SUFFIX, read_scenario

    path = Path(target)
    if path.suffix != SUFFIX and (path.exists() or path.suffix or len(path.parts) > 1):
        return path
    return read_scenario(Path.cwd(), target).inputs


def main() -> None:
    """Run the command line. Every end has its exit code; no traceback ever reaches the user."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal that cannot show a letter still gets the message
    sys.exit(_end_of(sys.argv[1:]))


def _end_of(arguments: list[str]) -> int:
    """The exit code of a command; whatever went wrong has been told by then."""
    code = 0
    try:
        with cli.make_context("axplan", arguments) as context:
            cli.invoke(context)
    except click.exceptions.Exit as end:
        code = end.exit_code
    except click.ClickException as fault:
        fault.show()
        code = fault.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo(say("중단했습니다. 저장된 결과는 그대로입니다.", "Stopped. Saved results are untouched."), err=True)
        code = INTERRUPTED
        leave_a_busy_solver(code)
    except AxplanError as fault:
        tell(fault, detected_language())
        code = fault.exit_code
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except Exception as fault:
        code = internal_fault(fault)
    return code


if __name__ == "__main__":
    main()
