"""Mutations of workbooks: of their bytes, of the archive, and of the XML inside. The same seed gives the same mutant."""

from __future__ import annotations

import random
import re
import struct
import zipfile
from collections.abc import Callable

from book_parts import Parts, packed, unpacked

ELEMENT = re.compile(r"<(\w+)\b[^<>]*?(?:/>|>(?:[^<]*(?:<(?!/?\1\b)[^<]*)*)</\1>)")
TAG = re.compile(r"<[A-Za-z][^<>]*>")
ATTRIBUTE = re.compile(r'([\w:]+)="([^"]*)"')
TEXT = re.compile(r">([^<>]+)<")
LONG = 5_000
VALUES = ["", "0", "1", "-1", "2", "A1", "B2", "A0", "C3", "XFD1048576", "XFE1", "a1", "$A$1", "A10001", "ALL1", "A1:C3", "1048577",
          "99999999999999999999", "1e999", "NaN", "1_0", "true", "s", "n", "e", "str", "b", "d", "inlineStr", "x", "hidden",
          "veryHidden", "rId1", "rId2", "External", "funds", "FUNDS", "rules", "worksheet", "xl/workbook.xml", "worksheets/sheet1.xml",
          "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "UTF-16", "UTF-7", "긴" * 50, "&amp;", "&#x0;", "&e;"]  # fmt: skip
WORDS = ["", " ", "0", "-5", "1e308", "1e999", "nan", "=1+1", "#REF!", "_x000D_", "_x005F_x000D_", "２５", "1,234억", "&lt;", "&e;", "&#0;",
         "긴" * 100, "]]>", "<!--", "<c/>", "<row/>", "<v>1</v>", "<![CDATA[5]]>", "<?x y?>", "<x:y xmlns:x='z'/>"]  # fmt: skip
NAMES = [
    "row",
    "c",
    "v",
    "f",
    "is",
    "t",
    "r",
    "si",
    "sst",
    "sheetData",
    "worksheet",
    "sheets",
    "sheet",
    "rPh",
    "x",
    "extLst",
    "Relationship",
]
PARTS = ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet99.xml", "xl/vbaProject.bin", "content.xml", "xl/workbook.bin",
         "mimetype", "xl\\workbook.xml", "../../etc/passwd", "XL/WORKBOOK.XML", "/xl/styles.xml", "한글.xml"]  # fmt: skip


def mutant(base: bytes, seed: int) -> bytes:
    """The mutant of a workbook with this seed: a third each of bytes, archive and XML, one to three mutations together."""
    chance = random.Random(seed)
    family = chance.choice((_bytes, _archive, _xml, _xml))
    return family(base, chance)


def _bytes(base: bytes, chance: random.Random) -> bytes:
    content = bytearray(base)
    for _ in range(chance.choice((1, 1, 1, 2, 3, 8))):
        # Half of all hits go to the directory at the end, where a single byte can change the most.
        at = (
            chance.randrange(len(content))
            if chance.random() < 0.5
            else max(0, len(content) - chance.randrange(1, 1500))
        )
        at = min(at, len(content) - 1)
        _hit(content, at, chance)
        if not content:
            content = bytearray(b"P")
    return bytes(content)


def _hit(content: bytearray, at: int, chance: random.Random) -> None:
    length = chance.randint(1, 40)
    how = chance.randrange(7)
    if how <= 1:
        content[at] ^= 1 << chance.randrange(8)
    elif how == 2:
        content[at] = chance.choice((0, 1, 0x7F, 0x80, 0xFF, chance.randrange(256)))
    elif how == 3:
        del content[at : at + length]
    elif how == 4:
        content[at:at] = chance.randbytes(length)
    elif how == 5:
        there = chance.randrange(len(content))
        content[at:at] = content[there : there + length]
    else:
        del content[at:]


def _archive(base: bytes, chance: random.Random) -> bytes:
    if chance.random() < 0.4:
        return _directory(base, chance)
    parts = unpacked(base)
    for _ in range(chance.choice((1, 1, 2))):
        parts = _rearranged(parts, chance) or parts
    return packed(
        parts,
        chance.choice(
            (zipfile.ZIP_DEFLATED, zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
        ),
    )


def _rearranged(parts: Parts, chance: random.Random) -> Parts:
    names = list(parts)
    one, other = chance.choice(names), chance.choice(names)
    how = chance.randrange(7)
    if how == 0:
        return {name: content for name, content in parts.items() if name != one}
    if how == 1:
        return parts | {one: parts[other], other: parts[one]}
    if how == 2:
        new = chance.choice([*PARTS, one.upper(), one + "x", other + "/" + one])
        return {new if name == one else name: content for name, content in parts.items()}
    if how == 3:
        return parts | {chance.choice(PARTS): parts[other]}
    if how == 4:
        return parts | {one: parts[one][: chance.randrange(len(parts[one]) + 1)]}
    if how == 5:
        return parts | {one: parts[one] + chance.choice((b" ", b"\0", b"<a/>", parts[other]))}
    chance.shuffle(names)
    return {name: parts[name] for name in names}


def _directory(base: bytes, chance: random.Random) -> bytes:
    """Change one field of one entry of the central directory or of a local header: sizes, checksum, method, flags, place."""
    content = bytearray(base)
    signature, fields = chance.choice(
        ((b"PK\x01\x02", (8, 10, 16, 20, 24, 28, 30, 32, 34, 36, 42)), (b"PK\x03\x04", (6, 8, 14, 18, 22, 26, 28)),
         (b"PK\x05\x06", (4, 6, 8, 10, 12, 16, 20)))
    )  # fmt: skip
    starts = [found.start() for found in re.finditer(re.escape(signature), base)]
    at = chance.choice(starts) + chance.choice(fields)
    old = struct.unpack_from("<H", content, at)[0] if at + 2 <= len(content) else 0
    new = chance.choice((0, 1, 8, 9, 12, 14, 0xFFFF, old + 1, old - 1, old * 2, chance.randrange(65536)))
    if at + 2 <= len(content):
        struct.pack_into("<H", content, at, new % 65536)
    return bytes(content)


def _xml(base: bytes, chance: random.Random) -> bytes:
    parts = unpacked(base)
    names = [
        name
        for name in parts
        if name.endswith((".xml", ".rels")) and not name.startswith(("docProps", "xl/theme", "xl/comments"))
    ]
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        name = chance.choice([n for n in names if "sheet" in n or "String" in n] if chance.random() < 0.7 else names)
        head, sign, body = parts[name].decode("utf-8", "replace").partition("?>")
        mutate = chance.choice(XML)
        text = mutate(head + sign + body, chance) if mutate is _declare else head + sign + mutate(body, chance)
        parts[name] = text.encode(chance.choice(("utf-8",) * 30 + ("utf-16", "cp949")), "replace")
    return packed(parts)


def _span(pattern: re.Pattern[str], text: str, chance: random.Random) -> re.Match[str] | None:
    """A random match; in a long text the first one after a random place, so that it need not be searched through."""
    if len(text) > LONG:
        return pattern.search(text, chance.randrange(len(text)))
    found = list(pattern.finditer(text))
    return chance.choice(found) if found else None


def _put(text: str, start: int, end: int, new: str) -> str:
    return text[:start] + new + text[end:]


def _drop_element(text: str, chance: random.Random) -> str:
    found = _span(ELEMENT, text, chance)
    return _put(text, *found.span(), "") if found else text


def _repeat_element(text: str, chance: random.Random) -> str:
    found = _span(ELEMENT, text, chance)
    return _put(text, found.end(), found.end(), found[0]) if found else text


def _move_element(text: str, chance: random.Random) -> str:
    found = _span(ELEMENT, text, chance)
    if not found:
        return text
    rest = _put(text, *found.span(), "")
    target = _span(TAG, rest, chance)
    return _put(rest, target.end(), target.end(), found[0]) if target else text


def _rename_element(text: str, chance: random.Random) -> str:
    found = _span(ELEMENT, text, chance)
    if not found:
        return text
    old, new = found[1], chance.choice(NAMES)
    return _put(text, *found.span(), re.sub(rf"(</?){old}\b", rf"\g<1>{new}", found[0]))


def _change_attribute(text: str, chance: random.Random) -> str:
    found = _span(ATTRIBUTE, text, chance)
    if not found:
        return text
    other = _span(ATTRIBUTE, text, chance)
    value = chance.choice([*VALUES, other[2] if other else ""])
    return _put(text, *found.span(2), value)


def _rename_attribute(text: str, chance: random.Random) -> str:
    found = _span(ATTRIBUTE, text, chance)
    return _put(text, *found.span(1), chance.choice(("r", "t", "s", "x", "hidden", "name", "x:r"))) if found else text


def _drop_attribute(text: str, chance: random.Random) -> str:
    found = _span(ATTRIBUTE, text, chance)
    return _put(text, *found.span(), "") if found else text


def _change_text(text: str, chance: random.Random) -> str:
    found = _span(TEXT, text, chance)
    return _put(text, *found.span(1), chance.choice(WORDS)) if found else text


def _insert(text: str, chance: random.Random) -> str:
    found = _span(TAG, text, chance)
    new = chance.choice(
        [*WORDS, '<!DOCTYPE x [<!ENTITY e "5">]>', "<x>" * 200, "<v>7</v>", '<c r="A1"><v>7</v></c>', "<mc:x/>"]
    )
    return _put(text, found.end(), found.end(), new) if found else text


def _drop_letters(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return _put(text, at, at + chance.randint(1, 8), chance.choice(("", "\0", "<", '"', "가")))


def _declare(text: str, chance: random.Random) -> str:
    declared = chance.choice(
        ('<!DOCTYPE x SYSTEM "file:///etc/hostname">', '<!DOCTYPE x [<!ENTITY e "5">]>', "<!-- -->", "")
    )
    encoding = chance.choice(("UTF-8", "UTF-16", "latin-1", "cp949", "nonsense"))
    return f'<?xml version="1.0" encoding="{encoding}"?>{declared}' + text.partition("?>")[2]


XML: tuple[Callable[[str, random.Random], str], ...] = (
    _drop_element, _repeat_element, _move_element, _rename_element, _change_attribute, _change_attribute, _change_attribute,
    _rename_attribute, _drop_attribute, _change_text, _change_text, _insert, _drop_letters, _declare,
)  # fmt: skip
