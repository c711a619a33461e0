"""Killed at any step, a run leaves the complete earlier result or the complete new one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import kills
from kills import Case, contents

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills forked children with a POSIX signal")

STEPS = """
import os, shutil, signal, sys
from pathlib import Path
from axplan.core import atomic_files as store

folder, swaps = Path(sys.argv[1]) / "baseline", sys.argv[2] == "swap"
if not swaps:
    store._swapped = lambda *_: False
EVENTS = ("open", "os.", "shutil.", "tempfile.", "ctypes.")

def write(mark):
    with store.atomic_folder(folder) as aside:
        (aside / "tables").mkdir()
        for name in ("plan.xlsx", "run.json", "tables/a.csv"):
            (aside / name).write_text(mark)

def dies_at(step):
    seen = 0
    def hook(event, _):
        nonlocal seen
        if event.startswith(EVENTS):
            seen += 1
            if seen == step:
                os.kill(os.getpid(), signal.SIGKILL)
    sys.addaudithook(hook)

step, met = 0, []
while not met or met[-1] != "end":
    step += 1
    shutil.rmtree(folder.parent, ignore_errors=True)
    folder.parent.mkdir()
    write("old")
    (folder / "notes.txt").write_text("mine")
    child = os.fork()
    if child == 0:
        dies_at(step)
        write("new")
        os._exit(0)
    killed = os.WIFSIGNALED(os.waitpid(child, 0)[1])
    store.recover(folder)
    found = {path.name: path.read_text() for path in folder.rglob("*") if path.is_file()}
    assert found.pop("notes.txt") == "mine", step
    assert sorted(found) == ["a.csv", "plan.xlsx", "run.json"], (step, found)
    assert len(set(found.values())) == 1, (step, found)
    met.append(found["a.csv"] if killed else "end")
    store.STALE_SECONDS = -1
    store.recover(folder)
    assert [path.name for path in folder.parent.iterdir()] == ["baseline"], step
    store.STALE_SECONDS = 3600
print(*met)
"""


@pytest.mark.parametrize("way", ["swap", "set aside"])
def test_killed_before_any_step_of_the_file_system_one_complete_result_is_there(tmp_path: Path, way: str) -> None:
    """Every opening, renaming, removing … of the writing is the last thing a child does, one child after the other."""
    command = [sys.executable, "-c", STEPS, str(tmp_path / "outputs"), way]
    ended = subprocess.run(command, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stderr
    met = ended.stdout.split()
    assert met[-1] == "end"
    assert met.count("old") > 20  # while writing, carrying over and syncing
    assert met.count("new") > 5  # while the old result is removed
    assert met[:-1] == sorted(met[:-1], reverse=True)  # never back to the old one


@pytest.mark.slow
def test_a_small_campaign_of_kills_leaves_no_half_result() -> None:
    """The long one is `make kills`."""
    ended = subprocess.run([sys.executable, kills.__file__, "10"], capture_output=True, text=True)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "10 kills" in ended.stdout
    assert "while writing" in ended.stdout


CARELESS = """
import sys
import time
from contextlib import contextmanager
from axplan.runs import run as running
import kills

@contextmanager
def careless(folder):
    yield folder

kept = running.atomic_folder
def atomic_folder(folder):
    return careless(folder) if (folder / kills.NOTES).exists() else kept(folder)

kept_writing = running.write_results
def unhurried(*arguments):
    files = kept_writing(*arguments)
    time.sleep(0.4)  # between the first file and the last, so that some of the kills fall there
    return files

running.atomic_folder, running.write_results = atomic_folder, unhurried
sys.exit(kills.main(15, 1))
"""


@pytest.mark.slow
def test_a_campaign_finds_results_that_are_written_in_place() -> None:
    search = os.pathsep.join([str(Path(kills.__file__).parent), os.environ.get("PYTHONPATH", "")])
    ended = subprocess.run(
        [sys.executable, "-c", CARELESS], capture_output=True, text=True, env={**os.environ, "PYTHONPATH": search}
    )
    assert ended.returncode == 1, ended.stdout + ended.stderr
    assert "half a result" in ended.stdout


def test_what_is_not_whole_is_named(tmp_path: Path) -> None:
    written = {"plan.xlsx": b"ko", "run.json": b"", "tables/a.csv": b"1"}
    case = Case(tmp_path, {"ko": kills.without_record(written), "en": {"plan.xlsx": b"en"}})

    def put(name: str, content: bytes) -> None:
        (case.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (case.folder / name).write_bytes(content)

    put("plan.xlsx", b"ko")
    assert case.fault() == "the user's file is gone"
    put("notes.txt", b"mine")
    assert "only ['plan.xlsx']" in case.fault()
    put("run.json", b'{"options": {"lang')
    assert case.fault() == "half of run.json"
    put("run.json", b'{"options": {"language": "ko"}}')
    assert case.fault() == "not the ko result: ['tables/a.csv']"
    put("tables/a.csv", b"1")
    assert case.fault() == ""
    put("plan.xlsx", b"en")
    assert case.fault() == "not the ko result: ['plan.xlsx']"
    assert len(contents(case.folder)) == 4
