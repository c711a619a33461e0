"""Results appear whole or not at all: written beside their place, synced to disk, put there in one step."""

import csv
import ctypes
import errno
import glob
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from axplan.core.errors import EnvironmentFault
from axplan.core.text import NO_TEXT, Text

STALE_SECONDS = 3600
"""A draft that is older than this belongs to a run that was interrupted."""

AT_FDCWD, RENAME_EXCHANGE = -100, 2

OURS = ("plan.xlsx", "brief.html", "run.json", "tables")
"""What a run writes into its folder; everything else there is the user's."""

LOCKS = (".~lock.{name}#", "~${name}")
"""What LibreOffice and Excel put beside a file they have open; LibreOffice writes into it who opened it and when."""


@contextmanager
def atomic_folder(directory: Path) -> Iterator[Path]:
    """Yield an empty folder, the draft; when the block ends well, it takes the place of `directory`.

    Files of `directory` that the block did not write (the user's own notes) are carried over. When the block fails or
    the process is stopped, `directory` stays as it was.

    Raises
    ------
    EnvironmentFault: the folder cannot be written or replaced (disk full, no permission, a result open elsewhere).
    """
    with environment_faults(directory):
        require_closed(directory)
        directory.parent.mkdir(parents=True, exist_ok=True)
        recover(directory)
        draft = Path(tempfile.mkdtemp(prefix=f".{directory.name}.", suffix=".new", dir=directory.parent))
        try:
            draft.chmod(0o755)  # mkdtemp makes it private; results are for the team
            yield draft
            _carry_over(directory, draft)
            _sync(draft)
            require_closed(directory)  # writing took a while
            _exchange(draft, directory)
            _sync_folder(directory.parent)
        finally:
            shutil.rmtree(draft, ignore_errors=True)


def recover(directory: Path) -> None:
    """Undo what an interrupted run left: put back a folder that was moved away, remove drafts never finished."""
    old = _old_folder(directory)
    if old.exists() and not directory.exists():
        old.rename(directory)
    shutil.rmtree(old, ignore_errors=True)
    _sweep(directory, "")


def _old_folder(directory: Path) -> Path:
    return directory.with_name(f".{directory.name}.old")


def _sweep(path: Path, suffix: str) -> None:
    """Remove the drafts of a file or folder that interrupted runs have left."""
    for draft in path.parent.glob(f".{glob.escape(path.name)}.*.new{suffix}"):
        with suppress(OSError):
            if time.time() - draft.stat().st_mtime <= STALE_SECONDS:
                continue
            if draft.is_dir():
                shutil.rmtree(draft, ignore_errors=True)
            else:
                draft.unlink()


def require_closed(path: Path) -> None:
    """Nobody has the file open, or a result in the folder.

    Where the system itself does not keep an open file from being replaced, the program that shows the old plan would
    write it over the new one when it is saved.

    Raises
    ------
    EnvironmentFault: someone has; it says who and what to do.
    """
    files = [path] if not path.is_dir() else [path / name for name in OURS] + sorted((path / "tables").glob("*.csv"))
    for file in files:
        for lock in (file.with_name(form.format(name=file.name)) for form in LOCKS):
            if lock.exists():
                raise EnvironmentFault(_open_elsewhere(file, lock))


def _open_elsewhere(file: Path, lock: Path) -> Text:
    who = _opened_by(lock)
    return Text(
        f"{file} 이 다른 프로그램에서 열려 있어{who} 바꾸지 않았습니다. 닫은 뒤 다시 실행하십시오. 이전 결과는 그대로입니다. "
        f"아무도 열고 있지 않다면, 비정상으로 끝난 프로그램이 남긴 {lock.name} 파일을 지우십시오.",
        f"{file} is open in another program{who} and was not replaced. Close it and run again. Earlier results are untouched. "
        f"If nobody has it open, a program that crashed has left the file {lock.name}: delete it.",
    )


def _opened_by(lock: Path) -> str:
    """Who opened the file and when, in brackets, where LibreOffice says so: name,user,host,time,profile;"""
    try:
        parts = lock.read_text(encoding="utf-8").split(",")
    except (OSError, UnicodeDecodeError):
        return ""
    known = (
        [part for part in (parts[0] or parts[1], *parts[2:4]) if part.isprintable() and part] if len(parts) > 4 else []
    )
    return f" ({', '.join(known)})" if known else ""


def _carry_over(directory: Path, draft: Path) -> None:
    for path in directory.iterdir() if directory.is_dir() else ():
        target = draft / path.name
        if path.name in OURS or os.path.lexists(target) or path.name.startswith(("~$", ".~lock.")):
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.copytree(path, target, symlinks=True)
        else:
            shutil.copy2(path, target, follow_symlinks=False)


def _sync(folder: Path) -> None:
    """Make sure that everything below `folder` is on disk before it takes its place."""
    for path in (*folder.rglob("*"), folder):
        if path.is_dir():
            _sync_folder(path)
        elif not path.is_symlink():
            _sync_file(path)


def _sync_file(path: Path) -> None:
    """A file of the user's may be protected from writing, and then need not be synced."""
    if not os.access(path, os.W_OK):
        return
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


def _exchange(draft: Path, directory: Path) -> None:
    if not directory.exists():
        draft.rename(directory)
    elif not _swapped(draft, directory):
        # Without a swap in one step the old folder is moved away first; `recover` puts it back if we stop in between.
        old = _old_folder(directory)
        directory.rename(old)
        try:
            draft.rename(directory)
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
def atomic_file(path: Path) -> Iterator[Path]:
    """Yield a path for a draft; when the block ends well, its file takes the place of `path` in one step.

    Raises
    ------
    EnvironmentFault: the file cannot be written or replaced (disk full, no permission, open elsewhere).
    """
    with environment_faults(path):
        require_closed(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        _sweep(path, path.suffix)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=f".new{path.suffix}", dir=path.parent)
        os.close(handle)
        draft = Path(name)
        try:
            yield draft
            draft.chmod(0o644)
            _sync_file(draft)
            os.replace(draft, path)
            _sync_folder(path.parent)
        finally:
            draft.unlink(missing_ok=True)


def write_file(path: Path, content: str | bytes) -> None:
    """Put a file with this content in place in one step; text in UTF-8, its ends of lines as they are.

    Raises
    ------
    EnvironmentFault: as `atomic_file`.
    """
    with atomic_file(path) as draft:
        draft.write_bytes(content.encode() if isinstance(content, str) else content)


@contextmanager
def environment_faults(path: Path) -> Iterator[None]:
    """Turn an operating-system error, or a library's that holds one, into words that say what to do."""
    try:
        yield
    except Exception as fault:
        cause = next((part for part in (fault, *fault.args) if isinstance(part, OSError)), None)
        if cause is None:
            raise
        raise EnvironmentFault(_in_words(path, cause)) from fault


FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
"""No room on the disk, or none that this user or process may still take."""


def _in_words(path: Path, fault: OSError) -> Text:
    kept = Text(" 이전 결과는 그대로입니다.", " Earlier results are untouched.") if path.exists() else NO_TEXT
    if fault.errno in FULL:
        return Text(
            f"디스크가 가득 차서 {path} 에 쓸 수 없습니다. 자리를 만든 뒤 다시 실행하십시오.{kept.ko}",
            f"The disk is full, {path} could not be written. Make room and run again.{kept.en}",
        )
    if fault.errno in (errno.EACCES, errno.EPERM, errno.EBUSY):
        return Text(
            f"{path} 에 쓸 수 없습니다. 그 파일이나 그 안의 파일이 다른 프로그램에서 열려 있으면 닫고, 쓰기 권한을 확인한 뒤 다시 실행하십시오.{kept.ko}",
            f"{path} cannot be written. Close it, or the files in it, if another program has them open, check that you may "
            f"write there, and run again.{kept.en}",
        )
    said = fault.strerror or str(fault)
    return Text(
        f"{path} 을 만들 수 없습니다({said}). 다른 위치를 고르십시오.{kept.ko}",
        f"{path} cannot be made ({said}). Choose another place.{kept.en}",
    )


def write_json(path: Path, document: object) -> None:
    """Write a document of plain values."""
    text = json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")


def write_rows(path: Path, columns: Sequence[str], rows: Iterable[Iterable[object]]) -> Path:
    """Write a table with a row of headings; return its path."""
    with path.open("w", encoding="utf-8", newline="") as target:
        writer = csv.writer(target, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)
    return path
