"""A workbook as the zip archive it is: every part is unpacked by the byte count and checksum it was stored with.

Readers of archives differ in what they forgive: of two parts with one name one takes the first and another the last,
and data after the declared size go unseen. Here nothing is forgiven, so that every reader of the file sees the same.
"""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from axplan.core.errors import InputError
from axplan.core.text import Text
from axplan.inputs import messages

LOCAL, CENTRAL = b"PK\x03\x04", b"PK\x01\x02"
LOCAL_SIZE = 30
"""Bytes of the header before a part, up to its name."""

CHUNK = 1 << 16
MEGABYTE = 1_000_000
MOST_UNPACKED = 100 * MEGABYTE
"""All parts of a workbook together. The baseline takes 0.4 MB."""

MOST_PARTS = 5_000
ENCRYPTED_FLAG, UTF8_FLAG = 0x1, 0x800


def refused(code: str, place: str, **values: object) -> InputError:
    """The one reason for which a file is not read."""
    return InputError([messages.problem(code, place, **values)])


def damaged(name: str, ko: str, en: str = "") -> InputError:
    """The refusal of a workbook that cannot be read whole, for a reason in both languages (or as a library words
    it)."""
    return refused("E114", name, reason=Text(ko, en or ko))


def too_large(name: str, size: float, most: float) -> InputError:
    """The refusal of a file of `size` bytes where at most `most` are read."""
    return refused("E118", name, size=size / MEGABYTE, most=most / MEGABYTE)


class Archive:
    """The parts of a zip file by name. Names differ in more than case.

    Raises InputError: a broken archive (E114), one with a password (E112), or one that unpacks to too much (E118).
    """

    def __init__(self, name: str, content: bytes) -> None:
        self.name, self.content = name, content
        self.parts: dict[str, zipfile.ZipInfo] = {}
        for info in self._infos():
            part = canonical(info.filename)
            if part in self.parts:
                raise damaged(name, f"{part}이(가) 두 번 들어 있음", f"it contains {part} twice")
            self.parts[part] = info
        self._check_overlaps()
        unpacked = sum(info.file_size for info in self.parts.values())
        if unpacked > MOST_UNPACKED:
            raise too_large(name, unpacked, MOST_UNPACKED)

    def __contains__(self, part: str) -> bool:
        return canonical(part) in self.parts

    def _infos(self) -> list[zipfile.ZipInfo]:
        if self.content.count(CENTRAL) > MOST_PARTS:
            raise damaged(self.name, f"부분이 {MOST_PARTS:,}개가 넘음", f"more than {MOST_PARTS:,} parts")
        try:
            with zipfile.ZipFile(BytesIO(self.content)) as archive:
                return [info for info in archive.infolist() if not info.is_dir()]
        except Exception as fault:  # a directory of random bytes can fail anywhere inside the library
            raise damaged(self.name, str(fault) or type(fault).__name__) from fault

    def _check_overlaps(self) -> None:
        """Parts that share their packed bytes are how a small file unpacks to petabytes."""
        end = 0
        for info in sorted(self.parts.values(), key=lambda info: info.header_offset):
            if info.header_offset < end:
                raise damaged(self.name, "부분이 서로 겹침", "parts overlap")
            end = info.header_offset + LOCAL_SIZE + info.compress_size

    def unpacked(self, part: str) -> Iterator[bytes]:
        """The bytes of a part in chunks; a fault in them is raised at the latest at the end."""
        info = self.parts[canonical(part)]
        size = checksum = 0
        try:
            for chunk in _inflated(info.compress_type, self._packed(info)):
                size, checksum = size + len(chunk), zlib.crc32(chunk, checksum)
                if size > info.file_size:
                    break
                yield chunk
        except (zlib.error, EOFError) as fault:
            raise damaged(self.name, f"{part}: {fault}") from fault
        if (size, checksum) != (info.file_size, info.CRC):
            raise damaged(self.name, f"{part}의 길이나 검사합이 맞지 않음", f"size or checksum of {part} do not match")

    def _packed(self, info: zipfile.ZipInfo) -> memoryview:
        """The packed bytes of a part, after the header that must repeat its name."""
        start = info.header_offset
        header = self.content[start : start + LOCAL_SIZE]
        if not header.startswith(LOCAL) or len(header) < LOCAL_SIZE:
            raise EOFError("no header")
        if info.flag_bits & ENCRYPTED_FLAG:
            raise refused("E112", self.name)
        letters, extra = struct.unpack("<HH", header[26:])
        start += LOCAL_SIZE
        name = info.orig_filename.encode("utf-8" if info.flag_bits & UTF8_FLAG else "cp437", "replace")
        if self.content[start : start + letters] != name:
            raise EOFError("two names")
        start += letters + extra
        if start + info.compress_size > len(self.content):
            raise EOFError("cut short")
        return memoryview(self.content)[start : start + info.compress_size]


def canonical(part: str) -> str:
    """The name of a part as it is compared."""
    return part.replace("\\", "/").lstrip("/").casefold()


def _inflated(method: int, packed: memoryview) -> Iterator[bytes]:
    """Unpack in chunks of bounded size: what a byte unpacks to is not known before."""
    pieces = (packed[at : at + CHUNK] for at in range(0, len(packed), CHUNK))
    if method == zipfile.ZIP_STORED:
        yield from map(bytes, pieces)
        return
    if method != zipfile.ZIP_DEFLATED:
        raise EOFError(f"compression method {method}")
    inflater = zlib.decompressobj(-15)
    for piece in pieces:
        if inflater.eof:
            raise EOFError("data after the end")
        rest: bytes | memoryview = piece
        while rest and not inflater.eof:
            yield inflater.decompress(rest, CHUNK)
            rest = inflater.unconsumed_tail
    while not inflater.eof and (chunk := inflater.decompress(b"", CHUNK)):
        yield chunk
    if not inflater.eof or inflater.unused_data:
        raise EOFError("cut short" if not inflater.eof else "data after the end")
