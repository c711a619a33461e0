"""One planted mistake for every code about the file itself and about what its cells alone do not tell."""

from __future__ import annotations

from book_parts import FUNDS, SHEET, book, packed, plain, sheet
from mistakes import Case, Make, holding, reading

MERGED = '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>'
FAR = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'


def funds(data: str = FUNDS, after: str = "", state: str = "") -> Make:
    """What is said about a workbook with this sheet of funds."""
    return reading(holding(packed(book({"funds": sheet(data, after=after)}, state))), "a.xlsx")


def with_part(name: str, content: bytes, file: str = "a.xlsx") -> Make:
    """What is said about the plain workbook with a part changed or added."""
    return reading(holding(packed(plain() | {name: content})), file)


FILE_CASES = (
    Case("E108", funds(after=MERGED), "funds!A2:A3",
         "병합된 셀: A2:A3  → 병합을 풀고 셀마다 값을 적은 표",
         "merged cells: A2:A3  → a table without merged cells, a value in each"),
    Case("E109", reading(holding(packed(book({"funds": sheet(), "Funds": sheet()}))), "a.xlsx"), "Funds",
         "같은 이름의 시트가 또 있음  → 이름마다 시트 하나(대소문자 구별 없음)",
         "another sheet has the same name  → one sheet for each name, in capital or small letters"),
    Case("E117", with_part("docProps/core.xml", b"<!DOCTYPE x><x/>"), "a.xlsx",
         "docProps/core.xml 안에 문서 형식 선언(DOCTYPE)이 있음  → Excel에서 저장한 통합문서",
         "a document type (DOCTYPE) in docProps/core.xml  → a workbook as Excel saves it"),
    Case("E118", with_part("x", bytes(120_000_000)), "a.xlsx",
         "크기 120MB  → 100MB 이하",
         "120 MB  → at most 100 MB"),
    Case("E119", funds(FAR), "funds!XFD1048576",
         "XFD1048576에 값이 있음  → 10,000행, 1,000열, 100,000셀 이하",
         "a value in XFD1048576  → at most 10,000 rows, 1,000 columns and 100,000 cells"),
    Case("W104", with_part("xl/vbaProject.bin", b"macros", "a.xlsm"), "a.xlsm",
         "매크로가 들어 있음  → 매크로는 실행하지 않고 셀의 값만 읽습니다",
         "the workbook contains macros  → macros are never run, only the values of the cells are read"),
    Case("W105", funds(state='state="hidden"'), "funds",
         "숨긴 시트  → 숨겨도 읽습니다",
         "the sheet is hidden  → it is read all the same"),
    Case("W106", with_part(SHEET, sheet().replace(b'<row r="3"', b'<row r="3" hidden="1"')), "funds",
         "숨긴 행이나 열: 3:3  → 숨겨도 읽습니다",
         "hidden rows or columns: 3:3  → they are read all the same"),
    Case("W107", with_part(SHEET, sheet().replace(b'<c r="B1" t="s"><v>1</v></c>', b"")), "funds!B2",
         "이름 없는 B열에 값이 있음  → 읽지 않고 넘어갑니다",
         "column B has values but no name  → they are not read"),
    Case("W108", with_part(SHEET, sheet().replace(b'<c r="C2">', b'<c r="C2" future="1">')), "a.xlsx",
         "알 수 없는 XML 속성: <c> future  → 속성은 넘어가고 값은 읽습니다",
         "unknown XML attributes: <c> future  → the attributes are passed over, the values are read"),
)  # fmt: skip
