"""How each column of a sheet is shown: its title, unit, kind of cell, number format and width."""

from collections.abc import Sequence
from dataclasses import dataclass

from axplan.core.text import NO_TEXT, Text
from axplan.inputs.schema import sheet_declarations
from axplan.inputs.schema.core import NONE, RECORD_COLUMNS, REFERENCES, TEXT, ColumnSpec, Sheet
from axplan.inputs.tables import Raw, Tables, plain
from axplan.workbook.style import number_format, width

NARROWEST, WIDEST, WIDEST_TEXT = 9, 34, 64
SMALL = 0.85
"""Width of the small letters of column names, next to that of the letters of the data."""


@dataclass(frozen=True)
class Shown:
    """One column as it is shown. `declared` is None for a column that the data dictionary does not know."""

    name: str
    declared: ColumnSpec | None
    title: Text
    role: str
    number: str
    align: str
    width: int

    @property
    def unit(self) -> str:
        """What stands in the row of units: Korean / English, blank for a column that is not declared."""
        return self.declared.unit.both if self.declared else ""

    def number_of(self, value: Raw) -> str:
        """The number format of one cell: a column without a unit holds numbers of different kinds."""
        if self.declared is not None and self.declared.numeric and self.declared.unit == NONE:
            return number_format(self.declared, [value])
        return self.number


def shown_columns(tables: Tables, sheet: Sheet) -> list[Shown]:
    """The columns of a sheet in the order of its table."""
    return [_shown(tables, sheet, name) for name in tables[sheet.name].columns]


def _shown(tables: Tables, sheet: Sheet, name: str) -> Shown:
    column = RECORD_COLUMNS.get(name) if sheet.record else sheet.columns.get(name, sheet.cell)
    title = _title(tables, sheet, name, column)
    values = [row.values.get(name) for row in tables[sheet.name].rows]
    number = number_format(column, values) if column and not sheet.record else "General"
    numeric = column is not None and column.numeric
    role = "key" if name in (*sheet.key, sheet.first_column) else "cell" if numeric else "text"
    return Shown(name, column, title, role, number, "right" if numeric else "left", _width(column, name, title, values))


def _title(tables: Tables, sheet: Sheet, name: str, column: ColumnSpec | None) -> Text:
    if column is None:
        return NO_TEXT
    if sheet.cell is None or name in sheet.columns:
        return column.title
    return _title_across(tables, sheet.parent, name)


def _title_across(tables: Tables, parent: str, name: str) -> Text:
    """The title of a matrix column: the year, the age, or the labels of the row it stands for."""
    if parent == "years":
        return Text(name, name)
    if parent == "ages":
        age = name.removeprefix("age_")
        return Text(f"{age}년차", f"age\N{NO-BREAK SPACE}{age}")
    key, table = sheet_declarations()[parent].first_column, tables.get(parent)
    for row in table.rows if table else ():
        if plain(row.values.get(key)) == name:
            return Text(plain(row.values.get("label_ko", name)), plain(row.values.get("label_en", name)))
    return Text(name, name)


def _width(column: ColumnSpec | None, name: str, title: Text, values: Sequence[Raw]) -> int:
    """Wide enough for the name, for every word of the title and for the values; long text is wrapped instead."""
    heading = max(width(name) * SMALL, *(width(word) * SMALL for word in title.both.split(" "))) + 3
    content = max((width(plain(value)) for value in values), default=0) + 3
    if column is not None and column.numeric:
        content += content // 4  # thousands separators and decimals
    widest = WIDEST_TEXT if column is not None and column.kind in (TEXT, REFERENCES) else WIDEST
    return round(max(NARROWEST, heading, min(content, widest)))
