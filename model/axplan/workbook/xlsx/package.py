"""What the sheets of a workbook depend on: which sheets there are, shared texts, and which formats are dates."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from axplan.workbook.xlsx.archive import Archive, canonical, damaged, refused
from axplan.workbook.xlsx.scan import Allowance, Scan, scan

TRUE = ("1", "true", "on")
BUILT_IN_DATES = frozenset(map(str, (*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59))))
MOST_CODE = 255
"""Letters of a number format that are looked at: more there cannot be."""

KINDS = ("worksheet", "chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet")
"""What a sheet can be. Only a worksheet has cells that are read."""

SHEET_PART = re.compile(r"xl/worksheets/[^/]+\.xml")
NOT_LETTERS = re.compile(r'"[^"]*"|\[(?!hh?\]|mm?\]|ss?\])[^\]]*\]|[\\_*].', re.IGNORECASE)
"""What a number format quotes, what it colours, and what it escapes or repeats."""

CONTROL = re.compile(r"_x(00[01][0-9A-F]|FFF[EF]|005F)_")
"""Characters that XML cannot hold are written like this; a line break pasted from Windows is _x000D_."""


@dataclass(frozen=True)
class SheetPart:
    """A sheet as the workbook lists it: its name, the part it is in ("" for a chart), and whether it is hidden."""

    name: str
    part: str
    hidden: bool


@dataclass(frozen=True)
class Package:
    """What all sheets of a workbook share. `dates` are the cell formats (by index) that show numbers as dates."""

    archive: Archive
    allowance: Allowance
    sheets: tuple[SheetPart, ...]
    strings: tuple[str, ...]
    dates: frozenset[int]


def open_package(archive: Archive) -> Package:
    """Read everything but the sheets.

    Raises
    ------
    InputError: a part is missing or broken (E114), two sheets have one name (E109), sizes as in `scan`.
    """
    allowance = Allowance(archive.name)
    main = _one(archive, _links(archive, allowance, ""), "officeDocument")
    if not main:
        raise damaged(archive.name, "통합문서를 가리키는 관계가 없음", "no relationship leads to a workbook")
    links = _links(archive, allowance, main)
    book = _Workbook(main, allowance)
    scan(archive, main, book)
    sheets = tuple(_sheet_parts(archive, book.listed, links))
    strings, styles = _Strings("sharedStrings", allowance), _Styles("styles", allowance)
    for kind, into in (("sharedStrings", strings), ("styles", styles)):
        if part := _one(archive, links, kind):
            scan(archive, part, into)
    return Package(archive, allowance, sheets, tuple(strings.found), frozenset(styles.dates()))


@dataclass(frozen=True)
class _Link:
    kind: str
    target: str


class _Links(Scan):
    """The relationships of a part: identifier → what it leads to."""

    root = "Relationships"

    def __init__(self, place: str, allowance: Allowance) -> None:
        super().__init__(place, allowance)
        self.found: dict[str, _Link] = {}

    def opened(self, name: str, parent: str, attributes: dict[str, str]) -> None:
        if parent != self.root or name != "Relationship" or attributes.get("TargetMode") == "External":
            return
        identifier = attributes.get("Id", "")
        if identifier in self.found:
            raise self.fault(f"{identifier}이(가) 두 번 나옴", f"{identifier} stands twice")
        self.found[identifier] = _Link(attributes.get("Type", "").rpartition("/")[2], attributes.get("Target", ""))


def _links(archive: Archive, allowance: Allowance, of: str) -> dict[str, _Link]:
    """The relationships of a part ("" is the package itself), with targets from the root of the package."""
    folder, name = posixpath.split(of)
    part = posixpath.join(folder, "_rels", f"{name}.rels")
    links = _Links(part, allowance)
    scan(archive, part, links)
    return {
        key: _Link(link.kind, posixpath.normpath(posixpath.join("/", folder, link.target)).lstrip("/"))
        for key, link in links.found.items()
    }


def _one(archive: Archive, links: Mapping[str, _Link], kind: str) -> str:
    """The part of a kind there may be one of; "" if there is none."""
    targets = [link.target for link in links.values() if link.kind == kind]
    if len(targets) > 1:
        raise damaged(archive.name, f"{kind}이(가) 둘 이상", f"more than one {kind}")
    return targets[0] if targets else ""


@dataclass(frozen=True)
class _Listed:
    name: str
    link: str
    hidden: bool


class _Workbook(Scan):
    """The list of sheets."""

    root = "workbook"

    def __init__(self, place: str, allowance: Allowance) -> None:
        super().__init__(place, allowance)
        self.listed: list[_Listed] = []

    def opened(self, name: str, parent: str, attributes: dict[str, str]) -> None:
        if parent == "sheets":
            title, links = attributes.get("name", ""), [at for key, at in attributes.items() if key.endswith(" id")]
            if name != "sheet" or not title or len(links) != 1:
                raise self.fault("잘못된 시트 목록", "a broken list of sheets")
            self.listed.append(_Listed(title, links[0], attributes.get("state", "visible") != "visible"))


def _sheet_parts(archive: Archive, listed: list[_Listed], links: Mapping[str, _Link]) -> Iterator[SheetPart]:
    """The sheets in their order. A sheet in the file that is not listed would be lost unseen: that is damage."""
    names: set[str] = set()
    for sheet in listed:
        link = links.get(sheet.link)
        if link is None or link.target not in archive or link.kind not in KINDS:
            raise damaged(
                archive.name, f"시트 {sheet.name}의 내용이 없음", f"the content of sheet {sheet.name} is missing"
            )
        if sheet.name.casefold() in names:
            raise refused("E109", sheet.name)
        names.add(sheet.name.casefold())
        yield SheetPart(sheet.name, link.target if link.kind == KINDS[0] else "", sheet.hidden)
    used = [canonical(links[sheet.link].target) for sheet in listed if links[sheet.link].kind == KINDS[0]]
    there = {part for part in archive.parts if SHEET_PART.fullmatch(part)}
    there |= {canonical(link.target) for link in links.values() if link.kind == KINDS[0]}
    if len(set(used)) < len(used) or there - set(used):
        raise damaged(archive.name, "시트 목록과 시트가 맞지 않음", "the list of sheets does not match the sheets")


class _Strings(Scan):
    """The texts that cells share, by number. Parts of a formatted text are joined, readings above it left out."""

    root = "sst"

    def __init__(self, place: str, allowance: Allowance) -> None:
        super().__init__(place, allowance)
        self.found: list[str] = []
        self.parts: list[str] = []

    def opened(self, name: str, parent: str, _: dict[str, str]) -> None:
        if name == "t" and parent in ("si", "r"):
            self.collect()

    def closed(self, name: str, text: str) -> None:
        if name == "t":
            self.parts.append(text)
        elif name == "si":
            self.found.append(unescaped("".join(self.parts)))
            self.parts = []


def unescaped(text: str) -> str:
    """Text with the characters that had to be written as _xHHHH_."""
    return CONTROL.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


class _Styles(Scan):
    """The number format of every cell format: all that is asked of styles is which numbers are shown as dates."""

    root = "styleSheet"

    def __init__(self, place: str, allowance: Allowance) -> None:
        super().__init__(place, allowance)
        self.codes: dict[str, str] = {}
        self.formats: list[str] = []

    def opened(self, name: str, parent: str, attributes: dict[str, str]) -> None:
        if name == "numFmt" and parent == "numFmts":
            self.codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif name == "xf" and parent == "cellXfs":
            self.formats.append(attributes.get("numFmtId", "0"))

    def dates(self) -> Iterator[int]:
        """The cell formats that show a number as a date or a time."""
        for index, number in enumerate(self.formats):
            code = self.codes.get(number)
            if is_date_format(code) if code is not None else number in BUILT_IN_DATES:
                yield index


def is_date_format(code: str) -> bool:
    """Does a number format show years, months, days, hours, minutes or seconds?"""
    first = NOT_LETTERS.sub("", code[:MOST_CODE]).partition(";")[0]
    return any(letter in "ymdhs" for letter in first.lower()) and "general" not in first.lower()
