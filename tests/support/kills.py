"""Runs that are killed while they write over an earlier result: `python tests/support/kills.py 300 [seed]`.

A child writes the result of a small case again and again, in turns in Korean and in English, as `axplan run` does; only the
solving is left out. It is killed (SIGKILL) at a random moment. Then the folder must hold one complete result, in one of
the two languages to the byte, and the user's own file; what else is left must go when a later run sweeps. Needs fork.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from random import Random

from axplan.core import atomic_files as store
from axplan.plan.optimise import CertifiedPlan
from axplan.runs import run as running
from axplan.runs.run import RECORD, Options, run_scenario
from axplan.workbook import write_tables
from tiny import tiny_tables

LANGUAGES = ("ko", "en")
NOTES = "notes.txt"
"""A file of the user's in the folder of the result."""

Contents = dict[str, bytes]


@dataclass
class Tally:
    """What the kills have met: which result was in place and whether something stood aside, and what was not whole."""

    met: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


def solved_once(optimise: Callable[..., CertifiedPlan]) -> Callable[..., CertifiedPlan]:
    """`optimise` that solves the first time only, and gives the same plan ever after."""
    plans: list[CertifiedPlan] = []

    def kept(*arguments: object, **more: object) -> CertifiedPlan:
        if not plans:
            plans.append(optimise(*arguments, **more))
        return plans[0]

    return kept


@dataclass(frozen=True)
class Case:
    """A study whose only scenario is run; `expected` holds the complete results by language."""

    study: Path
    expected: dict[str, Contents]

    @staticmethod
    def new(study: Path) -> Case:
        """Make the study; its result is in English, written over one in Korean, and a file of the user's lies beside it."""
        write_tables(tiny_tables(), study / "inputs" / "baseline.xlsx")
        (study / "scenarios").mkdir()
        (study / "scenarios" / "baseline.yaml").write_text("title: {ko: 기준, en: Base}\n", encoding="utf-8")
        case = Case(study, {})
        for language in LANGUAGES:
            case.run(language)
            case.expected[language] = without_record(contents(case.folder))
        (case.folder / NOTES).write_text("mine", encoding="utf-8")
        return case

    @property
    def folder(self) -> Path:
        return self.study / "outputs" / "baseline"

    def run(self, language: str) -> None:
        run_scenario("baseline", Options(self.study, self.study / "outputs", language))

    def fault(self) -> str:
        """What is not whole in the folder; nothing if it is."""
        found = contents(self.folder)
        if found.pop(NOTES, b"") != b"mine":
            return "the user's file is gone"
        if RECORD not in found:
            return f"only {sorted(found)}"
        language = self.placed()
        if not language:
            return f"half of {RECORD}"
        expected = self.expected[language]
        other = {name for name in {*found, *expected} - {RECORD} if found.get(name) != expected.get(name)}
        return f"not the {language} result: {sorted(other)}" if other else ""

    def placed(self) -> str:
        """The language of the result that is in place; nothing if its record is not whole."""
        try:
            return str(json.loads((self.folder / RECORD).read_text(encoding="utf-8"))["options"]["language"])
        except ValueError:
            return ""

    def aside(self) -> list[Path]:
        """What stands beside the result."""
        return [path for path in self.folder.parent.iterdir() if path != self.folder]


def contents(folder: Path) -> Contents:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def without_record(found: Contents) -> Contents:
    """Without the only file that tells the time."""
    return {name: content for name, content in found.items() if name != RECORD}


def killed_after(seconds: float, work: Callable[[], None]) -> None:
    """Do the work in a child and kill it after so many seconds."""
    child = os.fork()
    if child == 0:
        try:
            while True:
                work()
        finally:
            os._exit(1)  # only a fault gets here: nothing of the parent's may be done twice
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), "the child ended by itself"


def turns(placed: str) -> Iterator[str]:
    """The languages in turns, the one that is not in place first, so that the first writing already changes the files."""
    yield from cycle(LANGUAGES if placed != LANGUAGES[0] else LANGUAGES[::-1])


def campaign(count: int, seed: int, case: Case) -> Tally:
    """Kill so many runs, at moments spread evenly over one and a half of them."""
    tally, moments = Tally(), Random(seed)
    started = time.perf_counter()
    case.run("en")
    once = time.perf_counter() - started
    for n in range(count):
        languages = turns(case.placed())
        before = len(case.aside())
        killed_after(moments.uniform(0.0, 1.5 * once), lambda of=languages: case.run(next(of)))  # type: ignore[misc]
        store.recover(case.folder)  # as the next run does
        fault = case.fault()
        tally.met[
            "half a result" if fault else "while writing" if len(case.aside()) > before else "between writings"
        ] += 1
        if fault:
            tally.faults.append(f"kill {n}: {fault}")
    case.run("ko")
    store.STALE_SECONDS = -1
    store.recover(case.folder)
    tally.faults += [f"left aside: {path.name}" for path in case.aside()]
    return tally


def main(count: int, seed: int) -> int:
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as elsewhere:
        running.optimise = solved_once(running.optimise)
        tempfile.tempdir = elsewhere  # for whatever wants a temporary file from here on
        tally = campaign(count, seed, Case.new(Path(folder)))
        tally.faults += [f"left in the folder for temporary files: {path.name}" for path in Path(elsewhere).iterdir()]
    print(f"{count} kills: " + ", ".join(f"{n} {what}" for what, n in sorted(tally.met.items())))
    print("\n".join(tally.faults) or "every one left a complete result, and nothing stays behind")
    return 1 if tally.faults else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1))
