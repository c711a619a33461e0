"""The command line: options in, exit code out. No logic of its own; nobody imports it. One file for each question; each
command has its options, a progress bar, and what it prints of the results."""

import os
import sys

import click

from axplan import __version__
from axplan.cli.check import check
from axplan.cli.compare import compare
from axplan.cli.explain import explain
from axplan.cli.files import convert, init
from axplan.cli.firmness import firmness
from axplan.cli.frontier import frontier
from axplan.cli.run import run
from axplan.cli.sweep import sweep
from axplan.cli.terminal import detected_language, internal_fault, leave_a_busy_solver, print_fault, say
from axplan.core.errors import AxplanError

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
    """The group of all commands."""


for command in (init, check, explain, convert, run, compare, sweep, frontier, firmness):
    cli.add_command(command)


def main() -> None:
    """Run the command line. Every end has its exit code; no traceback ever reaches the user."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal that cannot show a letter still gets the message
    sys.exit(_end_of(sys.argv[1:]))


def _end_of(arguments: list[str]) -> int:
    """The exit code of a command; whatever went wrong has been printed by then."""
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
        print_fault(fault, detected_language())
        code = fault.exit_code
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except Exception as fault:
        code = internal_fault(fault)
    return code
