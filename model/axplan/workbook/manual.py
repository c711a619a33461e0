"""The manual of the inputs, written from the data dictionary: every sheet, column, unit, range, default and meaning."""

from collections.abc import Iterator

from axplan.core.text import NO_TEXT, Text
from axplan.inputs.schema import sheet_declarations
from axplan.inputs.schema.core import ColumnSpec, Sheet
from axplan.inputs.schema.words import allowed, blank

INTRODUCTION = """\
# 입력 / Inputs

`baseline.xlsx`는 기준 입력입니다. 시트마다 1행은 열 이름, 2행은 제목, 3행은 단위이고 4행부터 자료입니다. 열 이름은 바꾸지 않습니다.
제목과 단위 행이 없는 표, 시트마다 CSV 파일 하나를 둔 폴더도 읽습니다. `axplan check`가 모든 문제를 셀의 위치와 함께 알려 줍니다.

`baseline.xlsx` holds the baseline. In every sheet row 1 has the names of the columns, row 2 titles, row 3 units, and \
the data
begin in row 4. Leave the names as they are. A table without titles and units, or a folder with one CSV file for \
each sheet, is
read as well. `axplan check` reports every problem with the cell it is in.

금액은 억원(생산액은 조원, 수출과 무역수지는 십억달러), 인원은 명, 비율은 0~1입니다. 값은 환산하지 않고 적은 그대로 읽습니다.

Money is in KRW 100m (production in KRW tn, exports and trade balance in USD bn), people in persons, shares between \
0 and 1.
"""

ACROSS = {
    "regions": Text("열: `regions` 시트의 모든 권역", "Columns: every region of sheet `regions`"),
    "initiative": Text(
        "열: `industries` 시트에서 initiative = yes인 산업(다른 산업도 됨)",
        "Columns: the industries with initiative = yes (others may be there)",
    ),
    "tasks": Text("열: `tasks` 시트의 태스크; 빠진 열은 0", "Columns: tasks of sheet `tasks`; a missing one means 0"),
    "years": Text("열: 계획의 모든 연도", "Columns: every year of the plan"),
    "ages": Text("열: age_0, age_1, …", "Columns: age_0, age_1, …"),
}
HEADINGS = "| 열 / column | 이름 / title | 단위 / unit | 값 / values | 빈 셀 / blank | 뜻 / meaning |"


def dictionary() -> str:
    """inputs/README.md."""
    sheets = sheet_declarations()
    contents = [f"- [`{name}`](#{name}) {sheet.title.ko} / {sheet.title.en}" for name, sheet in sheets.items()]
    parts = [INTRODUCTION, "\n".join(contents) + "\n", *("\n".join(_page(sheet)) for sheet in sheets.values())]
    return "\n".join(parts)


def _page(sheet: Sheet) -> Iterator[str]:
    optional = Text(" (없어도 됨)", " (may be absent)") if sheet.optional else NO_TEXT
    yield f"## {sheet.name}\n"
    yield f"**{sheet.title.ko}**{optional.ko}: {sheet.meaning.ko}\n"
    yield f"**{sheet.title.en}**{optional.en}: {sheet.meaning.en}\n"
    if sheet.record:
        yield "한 행에 설정 하나: `key`, `value`, `unit` / One setting in each row: `key`, `value`, `unit`\n"
    if sheet.across:
        yield f"{ACROSS[sheet.across].ko} / {ACROSS[sheet.across].en}\n"
    yield HEADINGS
    yield "|---" * HEADINGS.count(" | ") + "|---|"
    for name, column in sheet.columns.items():
        yield _line(f"`{name}`", column)
    if sheet.cell is not None:
        yield _line("…", sheet.cell)
    yield ""


def _line(name: str, column: ColumnSpec) -> str:
    cells = (column.title, column.unit.words, allowed(column), blank(column), column.meaning)
    return " | ".join([f"| {name}", *(_cell(text) for text in cells)]) + " |"


def _cell(text: Text) -> str:
    return (text.ko if text.ko == text.en else f"{text.ko}<br>{text.en}").replace("|", "\\|")
