"""The cells of one sheet: value, formula or error of each, what is merged and what is hidden. All of it is read: what
the file says of its own size (`<dimension>`) is not asked."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from functools import lru_cache
from typing import ClassVar

from axplan.core.errors import InputError
from axplan.core.text import Text
from axplan.inputs.tables import CellError, Raw, as_number, column_letters
from axplan.workbook.layout import Line
from axplan.workbook.xlsx.package import TRUE, Package, SheetPart, unescaped
from axplan.workbook.xlsx.scan import EXTENSIONS, MOST_COLUMNS, MOST_ROWS, Scan, scan, too_many

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
ROW = re.compile(r"[1-9][0-9]{0,6}")
ADDRESS = re.compile(rf"([A-Z]{{1,3}})({ROW.pattern})")
RANGE = re.compile(rf"{ADDRESS.pattern}(?::{ADDRESS.pattern})?")
PLACES = {"row": ROW, "c": ADDRESS}
KNOWN = {
    "row": {"r", "spans", "s", "customFormat", "ht", "hidden", "customHeight", "outlineLevel", "collapsed", "thickTop",
            "thickBot", "ph"},
    "c": {"r", "s", "t", "cm", "vm", "ph"},
}  # fmt: skip
"""Attributes without a namespace of rows and cells, as ECMA-376 (18.3.1) lists them. A later version may have more."""

MOST_UNKNOWN = 100
"""Different attributes that are not known. No version of a format adds that many."""

FIRST_DAY, LAST_DAY = datetime(1899, 12, 30), 2_958_465
"""The days a spreadsheet counts as 0 and can count to."""

Range = tuple[int, int, int, int]
"""First row, first column, last row, last column."""


@dataclass
class Grid:
    """What stands on a sheet: values by row and column, merged ranges, hidden rows and hidden columns (first to last),
    and the attributes of its rows and cells that are not known, such as `<c> future`."""

    cells: dict[int, dict[int, Raw]] = field(default_factory=dict)
    merged: list[Range] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    unknown: set[str] = field(default_factory=set)

    def lines(self) -> list[Line]:
        """The rows that hold something, each with its cells from column A on."""
        return [
            (number, [row.get(column) for column in range(1, max(row) + 1)])
            for number, row in sorted(self.cells.items())
        ]


def read_grid(package: Package, sheet: SheetPart) -> Grid:
    """Read a sheet.

    Raises
    ------
    InputError: broken XML, a cell that stands twice or cannot be understood (E114), too many or too far cells (E119).
    """
    reader = _Sheet(sheet.name, package)
    scan(package.archive, sheet.part, reader)
    if not reader.has_data:
        raise reader.fault("sheetData가 없음", "there is no sheetData")
    return reader.grid


@dataclass
class _Cell:
    """A cell as it is being read."""

    row: int
    column: int
    kind: str
    style: str
    formula: str | None = None
    value: str | None = None
    texts: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"{column_letters(self.column)}{self.row}"


class _Sheet(Scan):
    root: ClassVar[str] = "worksheet"

    def __init__(self, place: str, package: Package) -> None:
        super().__init__(place, package.allowance)
        self.package, self.grid = package, Grid()
        self.has_data = False
        self.widths: dict[int, int] = {}
        self.row = self.column = 0
        self.cell: _Cell | None = None
        self.handlers = {
            ("worksheet", "sheetData"): self._data, ("sheetData", "row"): self._row, ("row", "c"): self._cell,
            ("cols", "col"): self._column, ("mergeCells", "mergeCell"): self._merge,
        }  # fmt: skip

    def opened(self, name: str, parent: str, attributes: dict[str, str]) -> None:
        if EXTENSIONS in self.path:
            return
        if name in KNOWN and not attributes.keys() <= KNOWN[name]:
            self._note_unknown(name, attributes)
        handler = self.handlers.get((parent, name))
        if handler is not None:
            handler(attributes)
        elif (name in ("v", "f") and parent == "c") or (name == "t" and parent in ("is", "r")):
            self.collect()

    def closed(self, name: str, text: str) -> None:
        cell = self.cell
        if cell is None or EXTENSIONS in self.path:
            return
        if name == "v":
            cell.value = text
        elif name == "f":
            cell.formula = text
        elif name == "t":
            cell.texts.append(text)
        elif name == "c":
            self._keep(cell)
            self.cell = None

    def _data(self, _: Mapping[str, str]) -> None:
        self.has_data = True

    def _row(self, attributes: Mapping[str, str]) -> None:
        """A row without a number follows the one before it."""
        given = attributes.get("r", str(self.row + 1))
        if not ROW.fullmatch(given) or int(given) > LAST_ROW:
            raise self.fault(f"행 번호 '{given[:20]}'", f"row number '{given[:20]}'")
        self.row, self.column = int(given), 0
        if attributes.get("hidden") in TRUE:
            self.grid.hidden_rows.add(self.row)

    def _cell(self, attributes: Mapping[str, str]) -> None:
        """A cell without an address follows the one before it."""
        given = attributes.get("r")
        row, column = (self.row, self.column + 1) if given is None else position(given)
        if row != self.row or column > LAST_COLUMN or column == 0:
            raise self.fault(
                f"{self.row}행에 셀 '{(given or '')[:20]}'", f"cell '{(given or '')[:20]}' in row {self.row}"
            )
        self.column = column
        self.cell = _Cell(row, column, attributes.get("t", "n"), attributes.get("s", ""))

    def _column(self, attributes: Mapping[str, str]) -> None:
        first, last = (attributes.get(name, "") for name in ("min", "max"))
        if attributes.get("hidden") in TRUE and first.isdecimal() and last.isdecimal():
            self.grid.hidden_columns.append((int(first[:6]), int(last[:6])))

    def _merge(self, attributes: Mapping[str, str]) -> None:
        found = RANGE.fullmatch(attributes.get("ref", ""))
        if found is None:
            raise self.fault("잘못된 병합 범위", "a broken range of merged cells")
        first = found[0].partition(":")[0]
        self.grid.merged.append((*position(first), *position(found[0].rpartition(":")[2])))

    def _at(self, ko: str, en: str) -> InputError:
        address = self.cell.address if self.cell else ""
        return self.fault(f"{address}: {ko}", f"{address}: {en}")

    def _note_unknown(self, name: str, attributes: Mapping[str, str]) -> None:
        """Unknown attributes do not keep a sheet from being read, but for one that could be the misspelt address of its
        row or cell: without the address the values would be read in another place."""
        unknown = {key[:20]: value for key, value in attributes.items() if key not in KNOWN[name] and " " not in key}
        self.grid.unknown.update(f"<{name}> {key}" for key in unknown)
        is_misplaced = "r" not in attributes and any(map(PLACES[name].fullmatch, unknown.values()))
        if is_misplaced or len(self.grid.unknown) > MOST_UNKNOWN:
            found = ", ".join(list(unknown)[:3])
            raise self.fault(f"<{name}>의 알 수 없는 속성 {found}", f"unknown attribute {found} of <{name}>")

    def _keep(self, cell: _Cell) -> None:
        try:
            value = self._value(cell)
        except (ValueError, LookupError, OverflowError) as fault:
            found = f"{cell.kind[:20]} '{(cell.value or '')[:20]}'"
            raise self._at(f"알 수 없는 값: {found}", f"a value that cannot be read: {found}") from fault
        if value is None:
            return
        row = self.grid.cells.setdefault(cell.row, {})
        if cell.column in row:
            raise self._at("셀이 두 번 나옴", "the cell stands twice")
        if cell.row > MOST_ROWS or cell.column > MOST_COLUMNS:
            what = Text(f"{cell.address}에 값이 있음", f"a value in {cell.address}")
            raise too_many(f"{self.place}!{cell.address}", what)
        width = self.widths.get(cell.row, 0)
        if cell.column > width:
            self.allowance.take_cells(cell.column - width)
            self.widths[cell.row] = cell.column
        row[cell.column] = value

    def _value(self, cell: _Cell) -> Raw:
        """The value of a cell, that of a formula as it was when the file was saved; None where there is none."""
        text = cell.value
        if cell.formula is not None and (text is None or (not text and cell.kind != "str")):
            return CellError(f"={cell.formula}")
        if cell.kind == "inlineStr" and not text:
            return unescaped("".join(cell.texts))
        if cell.texts or (text and cell.kind not in READERS):
            raise ValueError(cell.kind)
        if not text:
            return "" if text is not None and cell.kind == "str" else None
        return READERS[cell.kind](self.package, cell, text)


def _number(package: Package, cell: _Cell, text: str) -> Raw:
    """A number, or the day or time as which it is shown. Days are counted from 1900, as the validation does that asks
    for a number instead: a date is never what a cell of the inputs should hold."""
    if not text.isascii() or "_" in text or "n" in text.lower():
        raise ValueError(text)  # Python would read 1_000 and nan
    number = float(text)
    if cell.style.isdecimal() and int(cell.style[:6]) in package.dates and 0 <= number <= LAST_DAY:
        moment = FIRST_DAY + timedelta(milliseconds=round(number * 86_400_000))
        return moment if number >= 1 else moment.time()
    return as_number(number)


def _shared(package: Package, _: _Cell, text: str) -> Raw:
    if not (text.isascii() and text.strip().isdigit()):
        raise ValueError(text)  # Python would read ５ and -1
    return package.strings[int(text)]


def _boolean(_package: Package, _: _Cell, text: str) -> Raw:
    return {"1": True, "true": True, "0": False, "false": False}[text]


def _error(_package: Package, cell: _Cell, text: str) -> Raw:
    if not text.startswith(("#", "Err:")):
        raise ValueError(text)
    return CellError(text, f"={cell.formula}" if cell.formula else "")


def _text(_package: Package, _: _Cell, text: str) -> Raw:
    return unescaped(text)


def _date(_package: Package, _: _Cell, text: str) -> Raw:
    """Strict Open XML may write days and times as such."""
    return time.fromisoformat(text) if ":" in text[:3] else datetime.fromisoformat(text).replace(tzinfo=None)


READERS = {"n": _number, "s": _shared, "b": _boolean, "e": _error, "str": _text, "d": _date}


@lru_cache(maxsize=2**16)
def position(address: str) -> tuple[int, int]:
    """Row and column of an address; (0, 0) for something else."""
    found = ADDRESS.fullmatch(address)
    if found is None or int(found[2]) > LAST_ROW:
        return 0, 0
    column = 0
    for letter in found[1]:
        column = 26 * column + ord(letter) - 64
    return int(found[2]), column
