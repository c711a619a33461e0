"""The gate: is there a file at this path, and is it one that can be opened as a workbook? Words for everything else."""

from __future__ import annotations

import zipfile
from difflib import get_close_matches
from io import BytesIO
from pathlib import Path

from axplan import catalogue
from axplan.errors import EnvironmentFault, InputError, Text, UsageError

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""The stream that holds an encrypted workbook inside an OLE file."""

LARGEST = 300_000_000
"""Bytes that a workbook of inputs may unpack to; more is a mistake or an attack."""

FORMATS = {"content.xml": "OpenDocument (.ods)", "xl/workbook.bin": "Excel (.xlsb)", "word/document.xml": "Word (.docx)",
           "Contents/header.xml": "한글 (.hwpx)"}  # fmt: skip
"""A member that gives another zipped format away."""


def require(path: Path) -> None:
    """Raise UsageError, with the nearest name that does exist, unless there is something at `path`."""
    if path.exists():
        return
    beside = sorted(other.name for other in path.parent.iterdir()) if path.parent.is_dir() else []
    near = get_close_matches(path.name, [name for name in beside if not name.startswith((".", "~$"))], n=1, cutoff=0.4)
    ko, en = (f" 혹시 {path.parent / near[0]}입니까?", f" Did you mean {path.parent / near[0]}?") if near else ("", "")
    raise UsageError(Text(f"파일이나 폴더가 없습니다: {path}{ko}", f"There is no file or folder {path}.{en}"))


def workbook_bytes(path: Path) -> bytes:
    """The content of a workbook file.

    Raises
    ------
    UsageError: no such file. EnvironmentFault: it may not be read. InputError: it is no workbook (E110, E112, E113, E114).
    """
    require(path)
    if path.is_dir():
        raise _fault("E110", path, reason=Text("폴더", "it is a folder"))
    try:
        content = path.read_bytes()
    except OSError as fault:
        raise EnvironmentFault(_unreadable(path, fault)) from fault
    _check_signature(path, content)
    _check_members(path, content)
    return content


def _unreadable(path: Path, fault: OSError) -> Text:
    return Text(
        f"{path} 파일을 읽을 수 없습니다({fault.strerror}). 다른 프로그램에서 열려 있으면 닫고, 읽기 권한을 확인하십시오.",
        f"{path} cannot be read ({fault.strerror}). Close it if another program has it open, and check that you may read it.",
    )


def _check_signature(path: Path, content: bytes) -> None:
    if not content:
        raise _fault("E110", path, reason=Text("빈 파일", "the file is empty"))
    if content.startswith(OLE):
        if ENCRYPTED in content:
            raise _fault("E112", path)
        raise _fault("E113", path, format="Excel 97-2003 (.xls)")
    if not content.startswith(b"PK"):
        raise _fault("E110", path, reason=Text("다른 형식의 파일", "another kind of file"))


def _check_members(path: Path, content: bytes) -> None:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            members = {member.filename: member.file_size for member in archive.infolist()}
    except zipfile.BadZipFile as fault:
        raise damaged(path, fault) from fault
    if sum(members.values()) > LARGEST:
        raise damaged(path, Text(f"압축을 풀면 {LARGEST:,}바이트가 넘음", f"more than {LARGEST:,} bytes unpacked"))
    if "xl/workbook.xml" in members:
        return
    for member, name in FORMATS.items():
        if member in members:
            raise _fault("E113", path, format=name)
    raise _fault("E110", path, reason=Text("압축 파일", "a zip archive"))


def damaged(path: Path, reason: object) -> InputError:
    """The error for a workbook that cannot be opened."""
    return _fault("E114", path, reason=reason)


def _fault(code: str, path: Path, **values: object) -> InputError:
    return InputError([catalogue.problem(code, path.name, **values)])
