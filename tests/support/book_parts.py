"""Workbooks put together by hand, part by part: what no program writes can be written here."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEET = "xl/worksheets/sheet1.xml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
FUNDS = (
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>'
    '<row r="2"><c r="A2" t="s"><v>3</v></c><c r="B2" t="inlineStr"><is><t>기금</t></is></c><c r="C2"><v>100.5</v></c></row>'
    '<row r="3"><c r="A3" t="str"><v>second</v></c><c r="C3"><f>C2*2</f><v>201</v></c></row>'
)
STRINGS = ("fund", "label_ko", "opening_balance", "axpf")
Parts = dict[str, bytes]


def sheet(data: str = FUNDS, before: str = "", after: str = "", namespace: str = MAIN) -> bytes:
    """A worksheet with these rows."""
    return f'{HEAD}<worksheet xmlns="{namespace}">{before}<sheetData>{data}</sheetData>{after}</worksheet>'.encode()


def strings(*items: str) -> bytes:
    """Shared strings from what stands in each `<si>`."""
    return f'{HEAD}<sst xmlns="{MAIN}">{"".join(f"<si>{item}</si>" for item in items)}</sst>'.encode()


def book(sheets: Mapping[str, bytes], state: str = "", more: Mapping[str, bytes] | None = None) -> Parts:
    """The parts of a workbook with these sheets; `state` stands in the tag of each, `more` are added or take the place."""
    count = range(1, len(sheets) + 1)
    listed = "".join(
        f'<sheet name="{name}" sheetId="{n}" {state} r:id="rId{n}"/>' for n, name in zip(count, sheets, strict=True)
    )
    links = [(f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in count]
    links += [("rIdS", "sharedStrings", "sharedStrings.xml"), ("rIdT", "styles", "styles.xml")]
    formats = '<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/>'
    parts = {
        "[Content_Types].xml": content_types(len(sheets)),
        "_rels/.rels": relationships(("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relationships(*links),
        "xl/styles.xml": f'{HEAD}<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy&quot;년&quot;"/>'
        f"</numFmts><cellXfs>{formats}</cellXfs></styleSheet>",
    }  # fmt: skip
    shared = {"xl/sharedStrings.xml": strings(*(f"<t>{text}</t>" for text in STRINGS))}
    worksheets = {f"xl/worksheets/sheet{n}.xml": content for n, content in zip(count, sheets.values(), strict=True)}
    return {name: text.encode() for name, text in parts.items()} | shared | worksheets | dict(more or {})


def content_types(sheets: int) -> str:
    """The table of contents."""
    kinds = {"workbook": "sheet.main", "sharedStrings": "sharedStrings", "styles": "styles"}
    kinds |= {f"worksheets/sheet{n}": "worksheet" for n in range(1, sheets + 1)}
    listed = "".join(
        f'<Override PartName="/xl/{name}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    defaults = '<Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return f'{HEAD}<Types xmlns="{PACKAGE}/content-types">{defaults}{listed}</Types>'


def relationships(*links: tuple[str, str, str]) -> str:
    """A part of relationships: identifier, kind and target of each."""
    listed = "".join(f'<Relationship Id="{key}" Type="{LINKS}/{kind}" Target="{to}"/>' for key, kind, to in links)
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>'


def plain() -> Parts:
    """A small sound workbook: one sheet of funds with every kind of cell."""
    return book({"funds": sheet()})


def packed(parts: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The parts as a file."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, method)
    return buffer.getvalue()


def unpacked(content: bytes) -> Parts:
    """The file as parts."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
