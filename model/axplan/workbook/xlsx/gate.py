"""The gate before any reader: a file is looked at as a zip archive first, and refused with the reason and the cure when
it is not a workbook that can be read whole. Nothing is half-read."""

from difflib import get_close_matches
from pathlib import Path
from xml.parsers import expat

from axplan.core.errors import EnvironmentFault, UsageError
from axplan.core.problem import Problem
from axplan.core.text import Text
from axplan.inputs import messages
from axplan.workbook.xlsx.archive import CHUNK, LOCAL, MEGABYTE, Archive, damaged, refused, too_large

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""The stream that holds an encrypted workbook inside an OLE file."""

MOST_FILE = 50 * MEGABYTE
LONGEST_PROLOG = 16 * CHUNK
"""Bytes before the first tag of an XML part. A declaration takes 60."""

FORMATS = {
    "content.xml": "OpenDocument (.ods)",
    "xl/workbook.bin": "Excel (.xlsb)",
    "word/document.xml": "Word (.docx)",
    "ppt/presentation.xml": "PowerPoint (.pptx)",
    "contents/header.xml": "한글 (.hwpx)",
}
"""A member that gives another zipped format away."""

ENCODINGS = ("UTF-8", "UTF-16", "US-ASCII")
"""Other encodings are read by some programs and not by others, which see other texts or a hidden document type."""

MACROS = ("vbaproject.bin", "xl/macrosheets/", "xl/vbaproject")
FIRST = (-1, 0, 0)
"""What concerns the whole file is said before anything about its sheets."""


def require(path: Path) -> None:
    """Raise UsageError, with the nearest name that does exist, unless there is something at `path`."""
    if path.exists():
        return
    beside = sorted(other.name for other in path.parent.iterdir()) if path.parent.is_dir() else []
    near = get_close_matches(path.name, [name for name in beside if not name.startswith((".", "~$"))], n=1, cutoff=0.4)
    ko, en = (f" 혹시 {path.parent / near[0]}입니까?", f" Did you mean {path.parent / near[0]}?") if near else ("", "")
    raise UsageError(Text(f"파일이나 폴더가 없습니다: {path}{ko}", f"There is no file or folder {path}.{en}"))


def admit(path: Path) -> tuple[Archive, list[Problem]]:
    """The archive of a workbook file that passes the gate, and what has to be said about it (W104: macros).

    Raises
    ------
    UsageError: no such file. EnvironmentFault: it may not be read.
    InputError: it is no workbook (E110), has a password (E112), another format (E113), is damaged (E114), declares
    entities (E117), or is too large (E118).
    """
    require(path)
    content = _content(path)
    _check_signature(path.name, content)
    archive = Archive(path.name, content)
    _check_members(archive)
    for info in archive.parts.values():
        _look_at(archive, info.filename)
    has_macros = any(part.endswith(MACROS[0]) or part.startswith(MACROS[1:]) for part in archive.parts)
    return archive, [messages.problem("W104", path.name, FIRST)] if has_macros else []


def _content(path: Path) -> bytes:
    if not path.is_file():
        raise refused("E110", path.name, reason=Text("폴더", "it is a folder"))
    try:
        size = path.stat().st_size
        if size > MOST_FILE:
            raise too_large(path.name, size, MOST_FILE)
        return path.read_bytes()
    except OSError as fault:
        raise EnvironmentFault(_unreadable(path, fault)) from fault


def _unreadable(path: Path, fault: OSError) -> Text:
    return Text(
        f"{path} 파일을 읽을 수 없습니다({fault.strerror}). 다른 프로그램에서 열려 있으면 닫고, 읽기 권한을 확인하십시오.",
        f"{path} cannot be read ({fault.strerror}). Close it if another program has it open, and check that you may read it.",
    )


def _check_signature(name: str, content: bytes) -> None:
    if not content:
        raise refused("E110", name, reason=Text("빈 파일", "the file is empty"))
    if content.startswith(OLE):
        if ENCRYPTED in content:
            raise refused("E112", name)
        raise refused("E113", name, format="Excel 97-2003 (.xls)")
    if not content.startswith(LOCAL):
        raise refused("E110", name, reason=Text("다른 형식의 파일", "another kind of file"))


def _check_members(archive: Archive) -> None:
    for member, name in FORMATS.items():
        if member in archive:
            raise refused("E113", archive.name, format=name)
    if "[Content_Types].xml" in archive and "_rels/.rels" in archive:
        return
    if any(part.startswith("xl/") for part in archive.parts):
        raise damaged(archive.name, "통합문서의 목차가 없음", "the table of contents of the workbook is missing")
    raise refused("E110", archive.name, reason=Text("압축 파일", "a zip archive"))


class _RootReachedError(Exception):
    """No document type can follow."""


def _look_at(archive: Archive, part: str) -> None:
    """Unpack a part whole, which verifies it, and look for a document type before its first tag.

    A document type can declare entities that grow without limit or fetch files; no workbook needs one.
    """

    def refuse(*_: object) -> None:
        raise refused("E117", archive.name, part=part)

    def reached(*_: object) -> None:
        raise _RootReachedError

    def declared(_version: str, encoding: str | None, _standalone: int) -> None:
        if encoding and encoding.upper() not in ENCODINGS:
            raise damaged(archive.name, f"{part}: {encoding} 인코딩", f"{part}: encoding {encoding}")

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler, parser.StartElementHandler, parser.XmlDeclHandler = refuse, reached, declared
    is_looking, size = True, 0
    for chunk in archive.unpacked(part):
        size += len(chunk)
        is_looking = is_looking and _is_prolog(archive, part, parser, chunk, size)


def _is_prolog(archive: Archive, part: str, parser: expat.XMLParserType, chunk: bytes, size: int) -> bool:
    """Feed a chunk of the prolog; False once there is nothing more to look for."""
    is_xml = part.lower().endswith((".xml", ".rels"))
    try:
        parser.Parse(chunk, False)
    except _RootReachedError:
        return False
    except (expat.ExpatError, ValueError, LookupError) as fault:  # unknown encodings among them
        if is_xml:
            raise damaged(archive.name, f"{part}: {fault}") from fault
        return False  # a picture
    if size > LONGEST_PROLOG and is_xml:
        raise damaged(archive.name, f"{part}: 태그가 없음", f"{part}: there are no tags")
    return size <= LONGEST_PROLOG
