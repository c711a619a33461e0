"""A catalogue of broken and hostile workbooks, each made here, with the code it must be refused or reported with."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

from book_parts import FUNDS, HEAD, MAIN, SHEET, STRINGS, book, packed, plain, relationships, sheet, strings
from mistakes import OLE

MEGABYTE = 1_000_000
TEXTS = "xl/sharedStrings.xml"


@dataclass(frozen=True)
class Hostile:
    """`code` is how the file is refused, or what is reported about it. `is_heavy`: measured in a process of its own."""

    name: str
    content: Callable[[], bytes]
    code: str
    file: str = "a.xlsx"
    is_heavy: bool = False


def with_part(name: str, content: bytes | str) -> Callable[[], bytes]:
    """The plain workbook with one part changed or added."""
    return lambda: packed(plain() | {name: content.encode() if isinstance(content, str) else content})


def without(name: str) -> Callable[[], bytes]:
    return lambda: packed({part: content for part, content in plain().items() if part != name})


def edited(name: str, old: str, new: str) -> Callable[[], bytes]:
    """The plain workbook with some letters of a part changed."""

    def make() -> bytes:
        parts = plain()
        assert old.encode() in parts[name]
        return packed(parts | {name: parts[name].replace(old.encode(), new.encode())})

    return make


def data(rows: str, **around: str) -> Callable[[], bytes]:
    """A workbook with these rows on its sheet of funds."""
    return lambda: packed(book({"funds": sheet(rows, **around)}))


def zipped(*members: tuple[str, bytes]) -> Callable[[], bytes]:
    return lambda: packed(dict(members))


def patched(signature: bytes, offset: int, change: Callable[[int], int]) -> Callable[[], bytes]:
    """The plain workbook with one number changed in the header of its sheet."""

    def make() -> bytes:
        content = bytearray(packed(plain()))
        names = 46 if signature == b"PK\x01\x02" else 30
        at = next(
            n
            for n in range(len(content))
            if content[n : n + 4] == signature and content[n + names :].startswith(SHEET.encode())
        )
        struct.pack_into("<I", content, at + offset, change(struct.unpack_from("<I", content, at + offset)[0]) % 2**32)
        return bytes(content)

    return make


def twice(other: str) -> Callable[[], bytes]:
    """A second member of the same name, or of one that differs only in ways that do not count."""

    def make() -> bytes:
        stand_in = "~" * len(other)
        return packed(plain() | {stand_in: sheet("")}).replace(stand_in.encode(), other.encode())

    return make


def overlapping() -> bytes:
    """Every entry of the directory leads to the same packed bytes."""
    content = bytearray(packed({f"{n}.xml": sheet() for n in range(9)}))
    for n in range(len(content)):
        if content[n : n + 4] == b"PK\x01\x02":
            struct.pack_into("<I", content, n + 42, 0)
    return bytes(content)


def bomb(name: str, megabytes: int, declared: int | None = None) -> Callable[[], bytes]:
    """A part of blanks that packs to a thousandth; the file may declare it smaller than it is."""

    def make() -> bytes:
        buffer = BytesIO(packed({part: content for part, content in plain().items() if part != name}))
        with (
            zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive,
            archive.open(name, "w", force_zip64=True) as part,
        ):
            for _ in range(megabytes):
                part.write(b" " * MEGABYTE)
        content = buffer.getvalue()
        if declared is None:
            return content
        return content.replace(struct.pack("<I", megabytes * MEGABYTE), struct.pack("<I", declared))

    return make


def doctype(name: str, encoding: str = "utf-8") -> Callable[[], bytes]:
    """A document type before the first tag of a part."""

    def make() -> bytes:
        body = plain().get(name, b"<x/>").decode().partition("?>")[2]
        text = f'<?xml version="1.0" encoding="{encoding}"?><!-- x --><!DOCTYPE x [<!ENTITY e "5">]>{body}'
        return packed(plain() | {name: text.encode(encoding)})

    return make


LAUGHS = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
BILLION = (
    f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">{LAUGHS}]><sst xmlns="{MAIN}"><si><t>&l9;</t></si></sst>'
)


def cell(address: str) -> Callable[[], bytes]:
    """A single value far away."""
    row = "".join(letter for letter in address if letter.isdigit())
    return data(f'{FUNDS}<row r="{row}"><c r="{address}"><v>1</v></c></row>')


def rows(count: int, content: str) -> str:
    return "".join(f"<row>{content}</row>" for _ in range(count))


def hidden(**around: str) -> Callable[[], bytes]:
    return data(FUNDS, **around)


def listed(*sheets: tuple[str, str]) -> str:
    tags = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="{link}"/>' for n, (name, link) in enumerate(sheets, start=1)
    )
    links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{links}"><sheets>{tags}</sheets></workbook>'


def both(*sheets: tuple[str, str]) -> Callable[[], bytes]:
    """A workbook with two sheets and another list of them."""
    return lambda: packed(book({"funds": sheet(), "rules": sheet("")}) | {"xl/workbook.xml": listed(*sheets).encode()})


OTHER_FILES = (
    Hostile("an empty file", lambda: b"", "E110"),
    Hostile("a CSV file under another name", lambda: "fund,기금\n".encode("cp949"), "E110"),
    Hostile("an HTML table under another name", lambda: b"<html><table></table></html>", "E110"),
    Hostile("an empty archive", lambda: packed({}), "E110"),
    Hostile("an archive of notes", zipped(("notes.txt", b"x")), "E110"),
    Hostile("a workbook within an archive", lambda: packed({"a.xlsx": packed(plain())}), "E110"),
    Hostile("an .xls file under another name", lambda: OLE + bytes(600), "E113"),
    Hostile("a file with a password", lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "E112"),
    Hostile("an archive with a password", patched(b"PK\x01\x02", 8, lambda flags: flags | 1), "E112"),
    Hostile("an .xlsb file under another name", zipped(("xl/workbook.bin", b"x")), "E113"),
    Hostile("an .ods file under another name", zipped(("mimetype", b"x"), ("content.xml", b"<x/>")), "E113"),
    Hostile("a .docx file under another name", zipped(("word/document.xml", b"<x/>")), "E113"),
    Hostile("an .hwpx file under another name", zipped(("Contents/header.xml", b"<x/>")), "E113"),
)

ARCHIVES = (
    Hostile("cut in the middle", lambda: packed(plain())[:1000], "E114"),
    Hostile("cut by one byte", lambda: packed(plain())[:-1], "E114"),
    Hostile("a wrong checksum", patched(b"PK\x01\x02", 16, lambda crc: crc ^ 1), "E114"),
    Hostile("a size that is too small", patched(b"PK\x01\x02", 24, lambda size: size - 5), "E114"),
    Hostile("a size that is too large", patched(b"PK\x01\x02", 24, lambda size: size + 5), "E114"),
    Hostile("packed bytes that go beyond the file", patched(b"PK\x01\x02", 20, lambda size: size + 10**6), "E114"),
    Hostile("a header that is not there", patched(b"PK\x01\x02", 42, lambda at: at + 1), "E114"),
    Hostile(
        "a header with another name", lambda: packed(plain()).replace(SHEET.encode(), SHEET.upper().encode(), 1), "E114"
    ),
    Hostile("another compression", lambda: packed(plain(), zipfile.ZIP_LZMA), "E114"),
    Hostile("a part that stands twice", twice(SHEET), "E114"),
    Hostile("a part that stands again in capitals", twice(SHEET.upper()), "E114"),
    Hostile("a part that stands again from the root", twice("/" + SHEET), "E114"),
    Hostile("parts that overlap", overlapping, "E114"),
    Hostile("thousands of parts", lambda: packed({f"{n}": b"" for n in range(20_000)}), "E114", is_heavy=True),
    Hostile("a bomb in a sheet", bomb(SHEET, 150), "E118", is_heavy=True),
    Hostile("a bomb in a picture", bomb("xl/media/image1.png", 150), "E118", is_heavy=True),
    Hostile("a bomb that declares to be small", bomb(SHEET, 150, declared=50_000), "E114", is_heavy=True),
    Hostile("a bomb of blanks before the first tag", bomb(SHEET, 90), "E114", is_heavy=True),
    Hostile("a file of 51 MB", lambda: packed(plain()) + bytes(51 * MEGABYTE), "E118", is_heavy=True),
)

PACKAGES = (
    Hostile("no table of contents", without("[Content_Types].xml"), "E114"),
    Hostile("no way to the workbook", with_part("_rels/.rels", relationships(("a", "thumbnail", "x.png"))), "E114"),
    Hostile("no workbook", without("xl/workbook.xml"), "E114"),
    Hostile("no sheet", without(SHEET), "E114"),
    Hostile("no shared strings", without(TEXTS), "E114"),
    Hostile("something else as the workbook", with_part("xl/workbook.xml", "<html/>"), "E114"),
    Hostile("a link to no sheet", both(("funds", "rId1"), ("rules", "rId9")), "E114"),
    Hostile("a link that stands twice", edited("xl/_rels/workbook.xml.rels", "rIdS", "rIdT"), "E114"),
    Hostile("a sheet that is not listed", both(("funds", "rId1")), "E114"),
    Hostile("a sheet that is listed twice", both(("funds", "rId1"), ("rules", "rId1")), "E114"),
    Hostile("a sheet of an unknown kind", edited("xl/_rels/workbook.xml.rels", "/worksheet", "/worksheep"), "E114"),
    Hostile("a sheet without a name", both(("", "rId1"), ("rules", "rId2")), "E114"),
    Hostile("two sheets of one name", both(("funds", "rId1"), ("Funds", "rId2")), "E109"),
    Hostile("a document type in a sheet", doctype(SHEET), "E117"),
    Hostile("a document type in UTF-16", doctype(SHEET, "utf-16"), "E117"),
    Hostile("a document type in a part nobody reads", doctype("docProps/core.xml"), "E117"),
    Hostile("a document type in a drawing", doctype("xl/drawings/vmlDrawing1.vml"), "E117"),
    Hostile("a billion laughs", with_part(TEXTS, BILLION), "E117"),
    Hostile("a file of the computer as an entity",
            with_part(TEXTS, '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><sst>&e;</sst>'), "E117"),
    Hostile("an entity out of nowhere", edited(SHEET, "second", "&e;"), "E114"),
    Hostile("an encoding of old", with_part("docProps/core.xml", '<?xml version="1.0" encoding="cp949"?><x/>'), "E114"),
    Hostile("an encoding that can hide tags", with_part(SHEET, '<?xml version="1.0" encoding="UTF-7"?>+ADw-x/+AD4-'), "E114"),
)  # fmt: skip

SHEETS = (
    Hostile("a value in the last cell there is", cell("XFD1048576"), "E119"),
    Hostile("a value in row 10,001", cell("A10001"), "E119"),
    Hostile("a value in column 1,001", cell("ALM9"), "E119"),
    Hostile("a cell beyond the last column", cell("XFE9"), "E114"),
    Hostile("a cell in row 0", cell("A0"), "E114"),
    Hostile("a row number of 5,000 digits", data(f'<row r="{"0" * 5_000}"/>'), "E114"),
    Hostile("a sheet within a sheet", data(FUNDS, after=f"<worksheet><sheetData>{FUNDS}</sheetData></worksheet>"), "E114"),
    Hostile("a cell in another row", edited(SHEET, '"C2"', '"C7"'), "E114"),
    Hostile("a cell that stands twice", edited(SHEET, '"B2"', '"A2"'), "E114"),
    Hostile("an address of another kind", edited(SHEET, '"C2"', '"$C$2"'), "E114"),
    Hostile("a misspelt attribute", edited(SHEET, 'r="C2"', 'q="C2"'), "E114"),
    Hostile("a misspelt number of a row", edited(SHEET, 'row r="3"', 'row q="3"'), "E114"),
    Hostile("attributes without end", data("".join(f'<row r="{n}" a{n}=""/>' for n in range(1, 102)) + FUNDS), "E114"),
    Hostile("a value in a list of extensions", edited(SHEET, "<v>100.5</v>", "<extLst><v>100.5</v></extLst>"), "E114"),
    Hostile("a row within something unknown", data(f"<x>{FUNDS}</x>"), "E114"),
    Hostile("a value within something unknown", edited(SHEET, "<v>100.5</v>", "<x><v>100.5</v></x>"), "E114"),
    Hostile("two values in a cell", edited(SHEET, "<v>100.5</v>", "<v>100.5</v><v>1</v>"), "E114"),
    Hostile("text in a number", edited(SHEET, "100.5", "many"), "E114"),
    Hostile("not a number", edited(SHEET, "100.5", "NaN"), "E114"),
    Hostile("digits of another script", edited(SHEET, "<v>3</v>", "<v>３</v>"), "E114"),
    Hostile("a text that is not shared", edited(SHEET, "<v>3</v>", "<v>99</v>"), "E114"),
    Hostile("a text from the end", edited(SHEET, "<v>3</v>", "<v>-1</v>"), "E114"),
    Hostile("a cell of an unknown kind", edited(SHEET, 't="str"', 't="text"'), "E114"),
    Hostile("two texts in one", with_part(TEXTS, strings("<t>fund</t><t>s</t>", *(f"<t>{text}</t>" for text in STRINGS[1:]))), "E114"),
    Hostile("text that some readers pass over", edited(SHEET, "100.5", "<![CDATA[100.5]]>"), "E114"),
    Hostile("data that stand twice", data(FUNDS + "</sheetData><sheetData>"), "E114"),
    Hostile("no data", edited(SHEET, "sheetData", "sheetdata"), "E114"),
    Hostile("a tag that is not closed", edited(SHEET, "</worksheet>", ""), "E114"),
    Hostile("tags of no workbook", edited(SHEET, MAIN, "http://example.org"), "E114"),
    Hostile("tags within tags without end", data(FUNDS, after="<x>" * 10**6), "E114", is_heavy=True),
    Hostile("millions of empty cells", data(rows(5_000, "<c/>" * 1_000)), "E119", is_heavy=True),
    Hostile("too many values", data(rows(9_999, "<c><v>1</v></c>" * 30)), "E119", is_heavy=True),
    Hostile("a few values that span too much", data(FUNDS + "".join(f'<row r="{r}"><c r="ALL{r}"><v>1</v></c></row>' for r in range(9, 999))),
            "E119"),
    Hostile("millions of shared strings", with_part(TEXTS, strings("<t>x</t>", *["<t/>"] * 2_000_000)), "E119", is_heavy=True),
    Hostile("a shared string of 90 MB", lambda: with_part(TEXTS, strings(f"<t>{'x' * 90 * MEGABYTE}</t>"))(), "E118", is_heavy=True),
    Hostile("a tag of 90 MB", lambda: data(f'<row x="{" " * 90 * MEGABYTE}"/>')(), "E118", is_heavy=True),
    Hostile("a comment of 90 MB", lambda: data(f"<!--{'x' * 90 * MEGABYTE}-->")(), "E118", is_heavy=True),
    Hostile("thousands of attributes", data("<row " + " ".join(f"a{n}=''" for n in range(70_000)) + "/>"), "E114"),
)  # fmt: skip

REPORTED = (
    Hostile("macros", with_part("xl/vbaProject.bin", b"\0macros"), "W104", file="a.xlsm"),
    Hostile("macros under another name", with_part("xl/vbaProject.bin", b"\0macros"), "W104"),
    Hostile("old macros", with_part("xl/macrosheets/sheet1.xml", "<x/>"), "W104"),
    Hostile("a hidden sheet", lambda: packed(book({"funds": sheet()}, state='state="hidden"')), "W105"),
    Hostile("a sheet hidden from the menu", lambda: packed(book({"funds": sheet()}, state='state="veryHidden"')), "W105"),
    Hostile("a hidden row", edited(SHEET, '<row r="2">', '<row r="2" hidden="1">'), "W106"),
    Hostile("a hidden column", hidden(before='<cols><col min="2" max="5" hidden="1"/></cols>'), "W106"),
    Hostile("merged cells", hidden(after='<mergeCells><mergeCell ref="A2:A3"/></mergeCells>'), "E108"),
    Hostile("an error", edited(SHEET, '<c r="C2"><v>100.5', '<c r="C2" t="e"><v>#DIV/0!'), "E206"),
    Hostile("a formula that was never calculated", edited(SHEET, "<v>201</v>", ""), "E215"),
    Hostile("a date for a number", edited(SHEET, '<c r="C2">', '<c r="C2" s="1">'), "E203"),
    Hostile("a boolean for a number", edited(SHEET, '<c r="C2"><v>100.5', '<c r="C2" t="b"><v>1'), "E203"),
    Hostile("a column without a name", edited(SHEET, '<c r="C1" t="s"><v>2</v></c>', ""), "W107"),
    Hostile("an attribute of tomorrow", edited(SHEET, '<c r="C2">', '<c r="C2" future="1">'), "W108"),
    Hostile("a misspelt kind of cell", edited(SHEET, '<c r="C2">', '<c r="C2" tt="n">'), "W108"),
    Hostile("a column name that stands twice", edited(SHEET, '<c r="B1" t="s"><v>1', '<c r="B1" t="s"><v>2'), "E103"),
    Hostile("a number beyond all numbers", edited(SHEET, "100.5", "1e999"), "E203"),
)  # fmt: skip

HOSTILE = (*OTHER_FILES, *ARCHIVES, *PACKAGES, *SHEETS, *REPORTED)
