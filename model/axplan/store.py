"""Results appear whole or not at all: written aside, synced to disk, put in place in one step."""

from __future__ import annotations

import ctypes
import errno
import glob
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from axplan.errors import EnvironmentFault, Text

STALE_SECONDS = 3600
"""A folder aside that is older than this belongs to a run that was interrupted."""

AT_FDCWD, RENAME_EXCHANGE = -100, 2


@contextmanager
def placing(directory: Path) -> Iterator[Path]:
    """Yield an empty folder aside; when the block ends well, it takes the place of `directory`.

    Files of `directory` that the block did not write (the user's own notes) are carried over. When the block fails or
    the process is stopped, `directory` stays as it was.

    Raises
    ------
    EnvironmentFault: the folder cannot be written or replaced (disk full, no permission, a file open elsewhere).
    """
    with environment_faults(directory):
        directory.parent.mkdir(parents=True, exist_ok=True)
        recover(directory)
        aside = Path(tempfile.mkdtemp(prefix=f".{directory.name}.", suffix=".new", dir=directory.parent))
        try:
            aside.chmod(0o755)  # mkdtemp makes it private; results are for the team
            yield aside
            _carry_over(directory, aside)
            _sync(aside)
            _exchange(aside, directory)
        finally:
            shutil.rmtree(aside, ignore_errors=True)


def recover(directory: Path) -> None:
    """Undo what an interrupted run left: put back a folder that was set aside, remove folders never finished."""
    old = _set_aside(directory)
    if old.exists() and not directory.exists():
        old.rename(directory)
    shutil.rmtree(old, ignore_errors=True)
    for aside in directory.parent.glob(f".{glob.escape(directory.name)}.*.new"):
        with suppress(OSError):
            if time.time() - aside.stat().st_mtime > STALE_SECONDS:
                shutil.rmtree(aside, ignore_errors=True)


def _set_aside(directory: Path) -> Path:
    return directory.with_name(f".{directory.name}.old")


OURS = ("plan.xlsx", "run.json", "tables")


def _carry_over(directory: Path, aside: Path) -> None:
    for path in directory.iterdir() if directory.is_dir() else ():
        target = aside / path.name
        if path.name in OURS or target.exists() or path.name.startswith("~$"):
            continue
        if path.is_dir():
            shutil.copytree(path, target, symlinks=True)
        else:
            shutil.copy2(path, target)


def _sync(folder: Path) -> None:
    """Make sure that everything below `folder` is on disk before it takes its place."""
    for path in (*folder.rglob("*"), folder):
        if path.is_dir():
            _sync_folder(path)
        else:
            with path.open("r+b") as written:  # Windows syncs only what may be written
                os.fsync(written.fileno())


def _sync_folder(folder: Path) -> None:
    """Best effort: Windows cannot open a folder, and some network drives cannot sync one."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _exchange(aside: Path, directory: Path) -> None:
    if not directory.exists():
        aside.rename(directory)
    elif not _swapped(aside, directory):
        # Without a swap in one step the old folder is set aside first; `recover` puts it back if we stop in between.
        old = _set_aside(directory)
        directory.rename(old)
        try:
            aside.rename(directory)
        except OSError:
            old.rename(directory)
            raise
        shutil.rmtree(old, ignore_errors=True)


def _swapped(one: Path, other: Path) -> bool:
    """Swap two folders in one step of the file system; False where the system cannot."""
    if not sys.platform.startswith("linux"):
        return False
    swap = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    return swap is not None and swap(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) == 0


@contextmanager
def placing_file(path: Path) -> Iterator[Path]:
    """Yield a path aside; when the block ends well, its file takes the place of `path` in one step."""
    with environment_faults(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=path.suffix, dir=path.parent)
        os.close(handle)
        aside = Path(name)
        try:
            yield aside
            aside.chmod(0o644)
            with aside.open("r+b") as written:  # Windows syncs only what may be written
                os.fsync(written.fileno())
            os.replace(aside, path)
        finally:
            aside.unlink(missing_ok=True)


@contextmanager
def environment_faults(path: Path) -> Iterator[None]:
    """Turn an operating-system error into words that say what to do."""
    try:
        yield
    except OSError as fault:
        raise EnvironmentFault(_in_words(path, fault)) from fault


def _in_words(path: Path, fault: OSError) -> Text:
    kept = Text(" 이전 결과는 그대로입니다.", " Earlier results are untouched.") if path.exists() else Text("", "")
    if fault.errno == errno.ENOSPC:
        return Text(
            f"디스크가 가득 차서 {path} 에 쓸 수 없습니다. 자리를 만든 뒤 다시 실행하십시오.{kept.ko}",
            f"The disk is full, {path} could not be written. Make room and run again.{kept.en}",
        )
    if fault.errno in (errno.EACCES, errno.EPERM, errno.EBUSY):
        return Text(
            f"{path} 에 쓸 수 없습니다. 다른 프로그램에서 열려 있으면 닫고, 쓰기 권한을 확인한 뒤 다시 실행하십시오.{kept.ko}",
            f"{path} cannot be written. Close it if another program has it open, check that you may write there, and run "
            f"again.{kept.en}",
        )
    said = fault.strerror or str(fault)
    return Text(
        f"{path} 을 만들 수 없습니다({said}). 다른 위치를 고르십시오.{kept.ko}",
        f"{path} cannot be made ({said}). Choose another place.{kept.en}",
    )
