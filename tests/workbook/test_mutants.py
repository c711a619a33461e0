"""A small campaign of mutants (the long one is `make fuzz`), and tests that a campaign would notice what it looks for."""

from __future__ import annotations

import signal
import time
from collections import Counter
from pathlib import Path

import pytest

import fuzz
from axplan.core.errors import InputError
from axplan.inputs.tables import Tables
from axplan.workbook import read_tables
from book_parts import packed, plain
from fuzz import Tally, bases, campaign, examine
from mutations import mutant
from second_reader import disagreements, our_cells, their_cells, third_cells

COUNT = 400

pytestmark = pytest.mark.skipif(
    not hasattr(signal, "SIGPROF"), reason="this system cannot interrupt what takes too long"
)


def test_mutants_of_workbooks_are_refused_or_read_whole() -> None:
    tally = campaign(range(10**9, 10**9 + COUNT))
    assert tally.failures == []
    assert tally.outcomes.total() == COUNT
    assert {"E114", "same", "changed"} <= set(tally.outcomes)
    assert tally.slowest < fuzz.SECONDS


def test_a_seed_always_gives_the_same_mutant() -> None:
    base = packed(plain())
    mutants = [mutant(base, seed) for seed in range(60)]
    assert mutants == [mutant(base, seed) for seed in range(60)]
    assert len(set(mutants)) > 45


@pytest.mark.parametrize("name", ["plain", "two", "tiny", "saved", "baseline"])
def test_other_readers_read_the_same_cells(name: str, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(bases()[name])
    ours = our_cells(path)
    assert sum(map(len, ours.values())) >= 7
    assert disagreements(ours, their_cells(path)) == []
    assert disagreements(ours, third_cells(path)) == []


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    path = tmp_path / "a.xlsx"
    path.write_bytes(packed(plain()))
    return path


def changed(path: Path, old: bytes, new: bytes) -> Path:
    parts = {name: content.replace(old, new) for name, content in plain().items()}
    path.write_bytes(packed(parts))
    return path


def test_a_campaign_notices_a_reader_that_loses_a_cell(sound: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = our_cells(sound)
    assert examine(sound, before) == "same"
    changed(sound, b"100.5", b"7")
    assert examine(sound, before) == "changed"
    lossy = our_cells(sound)
    del lossy["funds"][2, 3]
    monkeypatch.setattr(fuzz, "our_cells", lambda _: lossy)
    assert "funds (2, 3): None / 7" in examine(sound, before)


def test_a_campaign_notices_a_table_that_leaves_out_a_column(sound: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = our_cells(sound)
    changed(sound, b'<c r="C1" t="s"><v>2</v></c>', b"")
    assert examine(sound, before) == "changed"

    def silent(path: Path) -> Tables:
        tables = read_tables(path)
        return Tables(path, tables.tables)

    monkeypatch.setattr(fuzz, "read_tables", silent)
    assert examine(sound, before).startswith("loss: no table holds")


@pytest.mark.parametrize(("fault", "outcome"), [(ValueError("x"), "traceback"), (MemoryError(), "traceback")])
def test_a_campaign_notices_an_exception(
    fault: Exception, outcome: str, sound: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Path) -> Tables:
        raise fault

    monkeypatch.setattr(fuzz, "read_tables", fail)
    tally = campaign(range(3))
    assert tally.outcomes == Counter({outcome: 3})
    assert [words.split(" ")[1] for words in tally.failures] == ["0", "1", "2"]


def test_a_campaign_notices_what_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    def calculate(_: Path) -> Tables:
        start = time.process_time()
        while time.process_time() - start < 10:
            pass
        raise InputError([])

    monkeypatch.setattr(fuzz, "SECONDS", 0.05)
    monkeypatch.setattr(fuzz, "read_tables", calculate)
    tally = campaign(range(2))
    assert tally.outcomes == Counter({"hang": 2})
    assert tally.slowest < 5


def test_tallies_add_up() -> None:
    total = Tally(Counter({"same": 1}), 0.5, ["a"])
    total.add(Tally(Counter({"same": 2, "E114": 1}), 0.1, ["b"]))
    assert total == Tally(Counter({"same": 3, "E114": 1}), 0.5, ["a", "b"])
