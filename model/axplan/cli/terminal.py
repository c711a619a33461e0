"""What every command shares: the user's language, the common options, JSON on stdout and faults on stderr."""

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from axplan.core.errors import AxplanError, InternalFault
from axplan.core.problem import Problem
from axplan.core.text import LANGUAGES, Text


def detected_language() -> str:
    """The user's language before options are read: --lang, else AXPLAN_LANG, else the locale."""
    for n, argument in enumerate(sys.argv):
        if argument == "--lang" and n + 1 < len(sys.argv) and sys.argv[n + 1] in LANGUAGES:
            return sys.argv[n + 1]
        if argument.startswith("--lang=") and argument[7:] in LANGUAGES:
            return argument[7:]
    chosen = os.environ.get("AXPLAN_LANG", "")
    if chosen in LANGUAGES:
        return chosen
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return "ko" if os.environ[name].lower().startswith("ko") else "en"
    return "ko" if sys.platform == "win32" and _windows_speaks_korean() else "en"


def _windows_speaks_korean() -> bool:
    import locale

    return (locale.getlocale()[0] or "").lower().startswith("ko")


LANGUAGE = detected_language()


def say(ko: str, en: str) -> str:
    """The words in the language that was detected before options were read."""
    return Text(ko, en).in_(LANGUAGE)


def shared_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """--lang, --json and --quiet, which every command takes."""
    for option in (
        click.option("-q", "--quiet", is_flag=True, help=say("결과만 남기고 말하지 않음", "Say nothing but errors")),
        click.option("--json", "as_json", is_flag=True, help=say("결과를 JSON 문서로 출력", "Print one JSON document")),
        click.option("--lang", type=click.Choice(LANGUAGES), default=LANGUAGE, show_default=True,
                     help=say("말과 보고서의 언어", "Language of messages and reports")),
    ):  # fmt: skip
        command = option(command)
    return command


def print_json(document: object) -> None:
    """One JSON document on stdout."""
    click.echo(json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False))


def print_fault(fault: AxplanError, language: str) -> None:
    """What went wrong, on stderr."""
    for line in fault.lines(language):
        click.echo(line, err=True)


def print_warnings(warnings: Iterable[Problem], language: str) -> None:
    """What the validation found worth saying, on stderr."""
    for problem in warnings:
        click.echo(problem.line(language), err=True)


def print_location(results: Path, language: str) -> None:
    """The last line of a command: where its results are."""
    click.echo(Text(f"결과: {results}", f"Results: {results}").in_(language))


@contextmanager
def exit_on_fault(name: str, language: str, as_json: bool) -> Iterator[None]:
    """A fault in the block is printed, with --json also as a document, and ends the command with its exit code."""
    try:
        yield
    except AxplanError as fault:
        from axplan.runs.run_record import failure_document

        print_fault(fault, language)
        if as_json:
            print_json(failure_document(name, fault, language))
        sys.exit(fault.exit_code)


def leave_a_busy_solver(code: int) -> None:
    """A solver that is still at work cannot be called off: end the process under it, as nothing awaits its answer."""
    import threading

    if any(thread.name == "axplan-solver" for thread in threading.enumerate()):
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def internal_fault(fault: Exception) -> int:
    """Keep what went wrong in a file for the makers, print a line about it, and return the exit code."""
    kept = InternalFault.of(fault)
    print_fault(kept, LANGUAGE)
    return kept.exit_code
