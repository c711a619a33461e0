"""A campaign of mutants against the gate, the reader and the checks: `python tests/support/fuzz.py 100000 [first seed]`.

A mutant may be refused, or read; nothing else may escape than the package's own errors, and nothing may take more than
two seconds of the processor. What is read must be what a second reader reads in the mutant, or what stood in the workbook before: a mutant
that loses cells without a word is a failure, and so is a cell that no table holds and no problem mentions.
"""

from __future__ import annotations

import os
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import openpyxl

from axplan.core.errors import InputError
from axplan.inputs.tables import Tables, is_blank
from axplan.inputs.validation import check_tables
from axplan.workbook import read_tables, write_tables
from book_parts import book, packed, plain, sheet
from mutations import mutant
from repository import ROOT
from second_reader import Cells, disagreements, our_cells, their_cells, third_cells
from tiny import tiny_tables

SECONDS = 2.0
PIECE = 250
"""Mutants for one process at a time."""

BASELINE = ROOT / "inputs" / "baseline.xlsx"
FAILURES = ("traceback", "hang", "loss")


class HangError(BaseException):
    """Not an Exception: nobody may catch it on the way."""


@dataclass
class Tally:
    """What became of the mutants: how many by outcome, the slowest, and the failures in full."""

    outcomes: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    failures: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        self.outcomes += other.outcomes
        self.slowest = max(self.slowest, other.slowest)
        self.failures += other.failures


def bases() -> dict[str, bytes]:
    """The workbooks that are mutated: two small ones by hand and the tiny case as two programs write it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tiny.xlsx"
        write_tables(tiny_tables(), path)
        tiny = path.read_bytes()
        openpyxl.load_workbook(path).save(path)
        other = path.read_bytes()
    two = book({"funds": sheet(after='<mergeCells><mergeCell ref="A5:B6"/></mergeCells>'), "메모": sheet()})
    return {
        "plain": packed(plain()),
        "two": packed(two),
        "tiny": tiny,
        "saved": other,
        "baseline": BASELINE.read_bytes(),
    }


NAMES = ("plain",) * 8 + ("two",) * 6 + ("tiny",) * 3 + ("saved",) * 2 + ("baseline",)


def examine(path: Path, before: dict[str, Cells]) -> str:
    """The outcome for one file: the code with which it is refused, "same" or "changed" where it is read, or a failure."""
    try:
        tables = read_tables(path)
        check_tables(tables)
    except InputError as refusal:
        return refusal.problems[0].code
    signal.setitimer(signal.ITIMER_PROF, 0)
    ours = our_cells(path)
    if unmentioned := list(_unmentioned(tables, ours)):
        return f"loss: no table holds {unmentioned[:5]}"
    if not disagreements(ours, before):
        return "same"
    return "changed" if (lost := _lost(path, ours)) is None else f"loss: {lost}"


def _lost(path: Path, ours: dict[str, Cells]) -> str | None:
    """What no other reader agrees on; None if one of them reads exactly the same."""
    words = []
    for read in (their_cells, third_cells):
        try:
            lost = disagreements(ours, read(path))
        except Exception as fault:
            words.append(f"{read.__name__} fails: {fault}")
            continue
        if not lost:
            return None
        words.append(f"{read.__name__}: {lost[:5]}")
    return "; ".join(words)


def _unmentioned(tables: Tables, cells: dict[str, Cells]) -> Iterator[str]:
    """Cells below the headings that are in no column of a table, and no problem says so."""
    for name, found in cells.items():
        table = tables[name]
        known = {*table.columns.values(), *(position for _, position in table.repeated)}
        known |= {
            place[1]
            for problem in tables.notes
            if problem.code == "W107"
            for place in found
            if problem.place == table.place(*place)
        }
        for (row, column), value in found.items():
            if table.columns and row > table.header_row and column not in known and not is_blank(value):
                yield f"{name} {row},{column}"


def campaign(seeds: Iterable[int], keep: Path | None = None) -> Tally:
    """Examine the mutants with these seeds one after the other."""
    tally, originals = Tally(), bases()
    signal.signal(signal.SIGPROF, _ring)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "mutant.xlsx"
        before = {}
        for name, content in originals.items():
            path.write_bytes(content)
            before[name] = our_cells(path)
        for seed in seeds:
            name = NAMES[seed % len(NAMES)]
            path.write_bytes(mutant(originals[name], seed))
            outcome, seconds = _timed(path, before[name])
            tally.add(Tally(Counter([outcome.partition(":")[0]]), seconds))
            if outcome.startswith(FAILURES):
                tally.failures.append(f"seed {seed} ({name}) {outcome}")
    return tally


def _ring(*_: object) -> None:
    raise HangError


def _timed(path: Path, before: dict[str, Cells]) -> tuple[str, float]:
    start = time.process_time()
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        outcome = examine(path, before)
    except HangError:
        outcome = f"hang: {_where()}"
    except BaseException as fault:
        outcome = f"traceback: {fault!r} {_where()}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return outcome, time.process_time() - start


def _where() -> str:
    """The innermost three places of what was just raised."""
    frames = traceback.extract_tb(sys.exc_info()[2])[-3:]
    return ", ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames)


def main(count: int, first: int = 0) -> int:
    """Run the campaign in two processes and say what came of it; 1 if there were failures."""
    start, total = time.perf_counter(), Tally()
    pieces = [range(at, min(at + PIECE, first + count)) for at in range(first, first + count, PIECE)]
    with ProcessPoolExecutor(2, initializer=os.nice, initargs=(10,)) as pool:
        for done, tally in enumerate(pool.map(campaign, pieces), start=1):
            total.add(tally)
            for failure in tally.failures:
                print(failure, flush=True)
            if done % 40 == 0:
                print(f"{done * PIECE:,} mutants, {time.perf_counter() - start:,.0f} s", file=sys.stderr, flush=True)
    outcomes = ", ".join(f"{name} {n:,}" for name, n in total.outcomes.most_common())
    print(f"{count:,} mutants: {outcomes}; slowest {total.slowest:.2f} s; {time.perf_counter() - start:,.0f} s in all")
    return 1 if total.failures else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:3])))
