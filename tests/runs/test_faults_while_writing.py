"""A result that is open elsewhere or does not fit on the disk: the earlier one stays, and the user reads what to do."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from axplan.core import atomic_files as store
from axplan.core.atomic_files import atomic_file, atomic_folder, require_closed
from axplan.core.errors import EnvironmentFault
from axplan.plan.optimise import CertifiedPlan
from axplan.runs import run as running
from kills import Case, contents, solved_once

LOCK = ",minsu,office-pc,24.11.2026 14:14,file:///home/minsu/.config/libreoffice/4;"
"""As LibreOffice writes it: name, user, host, time, profile."""


@pytest.fixture(scope="module")
def solved() -> Callable[..., CertifiedPlan]:
    return solved_once(running.optimise)


@pytest.fixture(scope="module")
def original(solved: Callable[..., CertifiedPlan], tmp_path_factory: pytest.TempPathFactory) -> Case:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(running, "optimise", solved)
        return Case.new(tmp_path_factory.mktemp("original"))


@pytest.fixture
def case(original: Case, solved: Callable[..., CertifiedPlan], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Case:
    """A study whose scenario has a result in English."""
    monkeypatch.setattr(running, "optimise", solved)
    return copied(original, tmp_path / "study")


def copied(case: Case, study: Path) -> Case:
    shutil.copytree(case.study, study)
    return Case(study, case.expected)


def refused(case: Case, words: str) -> EnvironmentFault:
    """Run in Korean; it must fail with these words, leave the English result and nothing else."""
    before = contents(case.folder)
    with pytest.raises(EnvironmentFault, match=words) as caught:
        case.run("ko")
    assert caught.value.exit_code == 4
    assert contents(case.folder) == before
    assert case.aside() == []
    return caught.value


@pytest.mark.parametrize("lock", [".~lock.plan.xlsx#", "~$plan.xlsx", "tables/.~lock.ledger.csv#"])
def test_a_result_that_is_open_elsewhere_is_not_replaced(case: Case, lock: str) -> None:
    (case.folder / lock).write_text(LOCK, encoding="utf-8")
    fault = refused(case, "another program")
    assert Path(lock).name in fault.message.en  # to be deleted if a crash has left it
    assert Path(lock).name in fault.message.ko
    (case.folder / lock).unlink()
    case.run("ko")
    assert case.fault() == ""


def test_that_a_result_is_open_is_said_before_anything_is_solved(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    (case.folder / ".~lock.plan.xlsx#").write_text(LOCK, encoding="utf-8")
    monkeypatch.setattr(running, "optimise", lambda *_: pytest.fail("solved in vain"))
    refused(case, "another program")


def test_it_is_said_who_has_the_result_open(case: Case) -> None:
    lock = case.folder / ".~lock.plan.xlsx#"
    lock.write_text(LOCK, encoding="utf-8")
    assert "(minsu, office-pc, 24.11.2026 14:14)" in refused(case, "plan.xlsx").message.ko
    lock.write_bytes(b"\xff\xfe half a lock")
    assert "()" not in refused(case, "plan.xlsx").message.ko


def test_a_result_opened_while_the_new_one_is_written_is_not_replaced(case: Case) -> None:
    before = contents(case.folder)
    with pytest.raises(EnvironmentFault, match="another program"), atomic_folder(case.folder) as aside:
        (aside / "plan.xlsx").write_text("new")
        (case.folder / ".~lock.plan.xlsx#").write_text(LOCK, encoding="utf-8")
    (case.folder / ".~lock.plan.xlsx#").unlink()
    assert contents(case.folder) == before


def test_a_note_of_the_users_may_be_open(case: Case) -> None:
    (case.folder / ".~lock.notes.txt#").write_text(LOCK, encoding="utf-8")
    case.run("ko")
    assert case.fault() == ""
    assert not (case.folder / ".~lock.notes.txt#").exists()  # a lock is of the program, not of the user


def test_a_single_file_that_is_open_elsewhere_is_not_replaced(tmp_path: Path) -> None:
    target = tmp_path / "a.xlsx"
    target.write_text("old")
    (tmp_path / ".~lock.a.xlsx#").write_text(LOCK, encoding="utf-8")
    with pytest.raises(EnvironmentFault, match=r"a\.xlsx is open"), atomic_file(target) as aside:
        aside.write_text("new")
    assert target.read_text() == "old"
    require_closed(tmp_path / "b.xlsx")


def test_what_windows_says_of_an_open_file_is_put_in_words(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    """There a folder with an open file cannot be renamed."""
    monkeypatch.setattr(store, "_swapped", lambda *_: False)
    monkeypatch.setattr(Path, "rename", raising(PermissionError(errno.EACCES, "The process cannot access the file")))
    assert "열려 있으면 닫고" in refused(case, "another program").message.ko


def raising(fault: OSError) -> Callable[..., Any]:
    def fails(*_: object, **__: object) -> Any:
        raise fault

    return fails


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
@pytest.mark.parametrize("name", ["plan.xlsx", "run.json", "tables/commitments.csv", "tables/columns.csv"])
def test_a_disk_that_is_full_when_a_file_is_written_keeps_the_earlier_result(
    case: Case, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """The file is one that takes nothing: writing it fails as on a full disk."""
    mkdtemp = tempfile.mkdtemp
    assert (case.folder / name).exists()

    def planted(**place: Any) -> str:
        aside = Path(mkdtemp(**place))
        (aside / name).parent.mkdir(exist_ok=True)
        (aside / name).symlink_to("/dev/full")
        return str(aside)

    monkeypatch.setattr(tempfile, "mkdtemp", planted)
    assert "이전 결과는 그대로입니다" in refused(case, "disk is full").message.ko


@pytest.mark.parametrize(
    ("module", "step"),
    [(os, "fsync"), (Path, "chmod"), (shutil, "copy2"), (tempfile, "mkdtemp"), (Path, "mkdir"), (Path, "write_bytes")],
)
def test_a_disk_that_is_full_at_any_step_of_placing_keeps_the_earlier_result(
    case: Case, monkeypatch: pytest.MonkeyPatch, module: Any, step: str
) -> None:
    monkeypatch.setattr(module, step, raising(OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))))
    refused(case, "disk is full")


@pytest.mark.parametrize(
    "number", sorted({getattr(errno, name) for name in ("EDQUOT", "EFBIG") if hasattr(errno, name)})
)
def test_a_quota_that_is_used_up_is_a_disk_that_is_full(tmp_path: Path, number: int) -> None:
    with pytest.raises(EnvironmentFault, match="disk is full"), atomic_file(tmp_path / "a.xlsx"):
        raise OSError(number, os.strerror(number))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)]
    if (
        not sys.platform.startswith("linux")
        or os.geteuid() != 0
        or subprocess.run(mount, capture_output=True).returncode
    ):
        pytest.skip("only root may make a small disk, and only on Linux")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.9])
def test_a_disk_with_too_little_room_keeps_the_earlier_result(case: Case, small_disk: Path, share: float) -> None:
    case = copied(case, small_disk / "study")
    size = sum(len(content) for content in contents(case.folder).values())
    filler = small_disk / "filler"
    room = os.statvfs(small_disk).f_bavail * os.statvfs(small_disk).f_frsize
    filler.write_bytes(bytes(room - int(share * size)))
    refused(case, "disk is full")
    filler.unlink()
    case.run("ko")
    assert case.fault() == ""


def test_files_of_the_users_that_cannot_be_written_are_carried_over(case: Case) -> None:
    notes, link = case.folder / "slides.txt", case.folder / "link"
    notes.write_text("mine")
    notes.chmod(0o444)
    link.symlink_to("nowhere")
    case.run("ko")
    assert notes.read_text() == "mine"
    assert os.readlink(link) == "nowhere"


def test_a_fault_that_is_not_of_the_system_is_not_called_one(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="wrong"), atomic_folder(tmp_path / "baseline"):
        raise ValueError("wrong", 3)
