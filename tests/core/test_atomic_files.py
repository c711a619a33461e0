"""Results appear whole or not at all."""

from __future__ import annotations

import errno
import os
import random
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from axplan.core import atomic_files as store
from axplan.core.atomic_files import atomic_file, atomic_folder, recover
from axplan.core.errors import EnvironmentFault


def write_set(folder: Path, mark: str) -> None:
    (folder / "tables").mkdir()
    for name in ("plan.xlsx", "run.json", "tables/a.csv"):
        (folder / name).write_text(mark)


def contents(folder: Path) -> set[str]:
    return {path.read_text() for path in folder.rglob("*") if path.is_file()}


def leftovers(folder: Path) -> list[str]:
    return [path.name for path in folder.parent.iterdir() if path.name.startswith(".")]


def test_a_folder_appears_with_everything_in_it(tmp_path: Path) -> None:
    with atomic_folder(tmp_path / "out" / "baseline") as draft:
        write_set(draft, "new")
        assert not (tmp_path / "out" / "baseline").exists()
    assert contents(tmp_path / "out" / "baseline") == {"new"}
    assert leftovers(tmp_path / "out" / "baseline") == []


@pytest.mark.parametrize("swaps", [True, False], ids=["swapped in one step", "set draft first"])
def test_a_new_result_replaces_the_old_one_whole(tmp_path: Path, swaps: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if not swaps:
        monkeypatch.setattr(store, "_swapped", lambda *_: False)
    for mark in ("old", "new"):
        with atomic_folder(tmp_path / "baseline") as draft:
            write_set(draft, mark)
    assert contents(tmp_path / "baseline") == {"new"}
    assert leftovers(tmp_path / "baseline") == []


def test_a_failure_leaves_the_old_result(tmp_path: Path) -> None:
    with atomic_folder(tmp_path / "baseline") as draft:
        write_set(draft, "old")
    with pytest.raises(RuntimeError), atomic_folder(tmp_path / "baseline") as draft:
        (draft / "plan.xlsx").write_text("half")
        raise RuntimeError
    assert contents(tmp_path / "baseline") == {"old"}
    assert leftovers(tmp_path / "baseline") == []


def test_the_users_own_files_in_the_folder_are_kept(tmp_path: Path) -> None:
    with atomic_folder(tmp_path / "baseline") as draft:
        write_set(draft, "old")
    (tmp_path / "baseline" / "notes.txt").write_text("mine")
    (tmp_path / "baseline" / "slides").mkdir()
    (tmp_path / "baseline" / "slides" / "a.txt").write_text("mine too")
    with atomic_folder(tmp_path / "baseline") as draft:
        write_set(draft, "new")
    assert contents(tmp_path / "baseline") == {"new", "mine", "mine too"}


def test_a_table_that_is_no_longer_written_disappears(tmp_path: Path) -> None:
    with atomic_folder(tmp_path / "baseline") as draft:
        write_set(draft, "old")
        (draft / "tables" / "gone.csv").write_text("old")
    with atomic_folder(tmp_path / "baseline") as draft:
        write_set(draft, "new")
    assert not (tmp_path / "baseline" / "tables" / "gone.csv").exists()


def test_a_folder_set_aside_by_an_interrupted_run_is_put_back(tmp_path: Path) -> None:
    old = tmp_path / ".baseline.old"
    old.mkdir()
    (old / "plan.xlsx").write_text("old")
    recover(tmp_path / "baseline")
    assert contents(tmp_path / "baseline") == {"old"}


def test_only_stale_folders_aside_are_swept(tmp_path: Path) -> None:
    stale, busy = tmp_path / ".baseline.a.new", tmp_path / ".baseline.b.new"
    stale.mkdir()
    busy.mkdir()
    long_ago = time.time() - store.STALE_SECONDS - 60
    os.utime(stale, (long_ago, long_ago))
    recover(tmp_path / "baseline")
    assert not stale.exists()
    assert busy.exists()


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "disk is full"), (errno.EACCES, "another program"), (errno.EIO, "another place")],
)
def test_faults_of_the_system_say_what_to_do(tmp_path: Path, number: int, words: str) -> None:
    with pytest.raises(EnvironmentFault, match=words) as caught, atomic_folder(tmp_path / "baseline"):
        raise OSError(number, os.strerror(number), "some hidden file")
    assert caught.value.exit_code == 4
    assert "hidden" not in caught.value.message.en
    assert "untouched" not in caught.value.message.en  # there is nothing yet


def test_earlier_results_are_spoken_of_where_there_are_some(tmp_path: Path) -> None:
    with atomic_folder(tmp_path / "baseline") as draft:
        write_set(draft, "old")
    with pytest.raises(EnvironmentFault, match="untouched") as caught, atomic_folder(tmp_path / "baseline"):
        raise OSError(errno.EIO, os.strerror(errno.EIO))
    assert "그대로" in caught.value.message.ko


def test_a_file_is_replaced_in_one_step(tmp_path: Path) -> None:
    target = tmp_path / "a.xlsx"
    target.write_text("old")
    with pytest.raises(RuntimeError), atomic_file(target) as draft:
        draft.write_text("half")
        raise RuntimeError
    assert target.read_text() == "old"
    with atomic_file(target) as draft:
        draft.write_text("new")
    assert target.read_text() == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["a.xlsx"]


WRITER = """
import sys
from pathlib import Path
from axplan.core.atomic_files import atomic_folder
print("ready", flush=True)
for n in range(10**6):
    with atomic_folder(Path(sys.argv[1])) as draft:
        (draft / "tables").mkdir()
        for name in ("plan.xlsx", "run.json", "tables/a.csv"):
            (draft / name).write_text(str(n))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kills with a POSIX signal")
def test_killed_at_random_moments_the_result_is_always_one_whole_set(tmp_path: Path) -> None:
    moments, seen = random.Random(1), 0
    for _ in range(12):
        process = subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path / "baseline")], stdout=subprocess.PIPE)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(moments.uniform(0.0, 0.05))
        process.kill()
        process.wait()
        process.stdout.close()
        recover(tmp_path / "baseline")
        if (tmp_path / "baseline").exists():
            seen += 1
            assert len(contents(tmp_path / "baseline")) == 1
            assert len([path for path in (tmp_path / "baseline").rglob("*") if path.is_file()]) == 3
    assert seen


def test_files_are_synced_through_handles_that_may_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows refuses to sync a file that was opened for reading."""
    synced: list[int] = []

    def refuses_readers(handle: int) -> None:
        if not stat.S_ISDIR(os.fstat(handle).st_mode):
            os.write(handle, b"")  # fails on a handle for reading
            synced.append(handle)

    monkeypatch.setattr(os, "fsync", refuses_readers)
    with atomic_folder(tmp_path / "baseline") as draft:
        write_set(draft, "new")
    with atomic_file(tmp_path / "a.xlsx") as draft:
        draft.write_text("new")
    assert len(synced) == 4


def test_a_disk_that_fills_up_while_syncing_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with atomic_folder(tmp_path / "baseline") as draft:
        write_set(draft, "old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(EnvironmentFault, match="disk is full"), atomic_folder(tmp_path / "baseline") as draft:
        write_set(draft, "new")
    assert contents(tmp_path / "baseline") == {"old"}


def test_without_a_swap_a_result_that_cannot_be_placed_brings_the_old_one_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with atomic_folder(tmp_path / "baseline") as draft:
        write_set(draft, "old")
    monkeypatch.setattr(store, "_swapped", lambda *_: False)
    rename = Path.rename

    def refuses(self: Path, target: Path) -> Path:
        if self.suffix == ".new":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuses)
    with pytest.raises(EnvironmentFault), atomic_folder(tmp_path / "baseline") as draft:
        write_set(draft, "new")
    assert contents(tmp_path / "baseline") == {"old"}
