"""A table as it is declared: columns, lines that may hold lines, and cells that are computed from other cells."""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

LABEL = 48.0
"""Widest a column of labels gets before it wraps."""

NARROWEST = 9.0
"""Width of a column unless it needs more."""

NOISE = 10
"""Sums are rounded to so many decimals: what lies behind is not in the cells they add up."""


@dataclass(frozen=True)
class Formula:
    """A live formula and its value, which is stored beside it so that no program need calculate first."""

    text: str
    value: str | float | None


Value = str | float | None | Formula
"""What a cell holds: text, a number, nothing, or a formula."""


def shown(value: Value) -> str | float | None:
    """What a cell shows: its value, or that of its formula."""
    return value.value if isinstance(value, Formula) else value


@dataclass(frozen=True)
class Computed:
    """How every cell of a column follows from others in its row: `text` with {a}, {b} and {t} for addresses.

    a, b: the names of the columns used; {t} is the cell of column a in the table's total line. `leaves` keeps it to
    lines that hold no others: the lines above add the results up. `of_size`: b counts without its sign.
    """

    kind: str
    text: str
    a: str
    b: str = ""
    leaves: bool = False
    of_size: bool = False

    def value(self, row: Sequence[Value], total: Sequence[Value], at: Mapping[str, int]) -> float:
        """The number of the cell in a row whose columns stand `at` their positions."""
        if not self.a:
            return 0.0
        first, second = at[self.a], at[self.b or self.a]
        a, b = number(row[first]), number(row[second])
        if self.kind == "across":
            return round(math.fsum(number(cell) for cell in row[first : second + 1]), NOISE)
        if self.kind == "plus":
            return round(a + b, NOISE)
        if self.kind == "minus":
            return a - b
        if self.kind == "times":
            return a * b
        whole = number(total[first]) if self.kind == "share" else abs(b) if self.of_size else b
        return a / whole if whole else 0.0


def across(names: Sequence[str]) -> Computed:
    """The sum of columns that stand side by side, from the first to the last of `names`, if any."""
    return Computed("across", "=SUM({a}:{b})", names[0], names[-1]) if names else Computed("across", "=0", "")


def plus(a: str, b: str) -> Computed:
    """The sum of two columns."""
    return Computed("plus", "={a}+{b}", a, b)


def minus(a: str, b: str) -> Computed:
    """One column less another; lines above add the differences up."""
    return Computed("minus", "={a}-{b}", a, b, leaves=True)


def times(a: str, b: str) -> Computed:
    """The product of two columns; lines above add the products up."""
    return Computed("times", "={a}*{b}", a, b, leaves=True)


def quotient(a: str, b: str) -> Computed:
    """One column over another, 0 where there is nothing to divide by."""
    return Computed("quotient", "=IF({b}=0,0,{a}/{b})", a, b)


def share_of(column: str) -> Computed:
    """The row's part of the table's total."""
    return Computed("share", "=IF({t}=0,0,{a}/{t})", column)


def number(value: Value) -> float:
    """The number in a cell; nothing and text count as 0, as they do in SUM."""
    seen = shown(value)
    return 0.0 if seen is None or isinstance(seen, str) else float(seen)


@dataclass(frozen=True)
class Column:
    """A column of a table: heading, kind of number (see `styles.number_format`), whether lines above add it up.

    `name` is what computed columns and other tables call it by; a column that nothing refers to needs none.
    """

    title: str
    number: str = "text"
    adds: bool = False
    computed: Computed | None = None
    widest: float = 34.0
    narrowest: float = NARROWEST
    name: str = ""

    @property
    def summed(self) -> bool:
        """Whether a line that holds lines adds this column up (else it computes it like any other line)."""
        return self.adds and (self.computed is None or self.computed.leaves)


def positions(columns: Sequence[Column]) -> dict[str, int]:
    """Name → position of the columns that have a name.

    Raises
    ------
    ValueError: two columns have one name, or a column is computed from one that is not there.
    """
    named = [column.name for column in columns if column.name]
    used = [name for c in columns if c.computed for name in (c.computed.a, c.computed.b) if name]
    if len(set(named)) < len(named) or set(used) - set(named):
        raise ValueError(f"columns {named} do not go with what is computed from {used}")
    return {column.name: at for at, column in enumerate(columns) if column.name}


@dataclass(frozen=True)
class Line:
    """A line of a table: its label and values, or the lines it adds up. `key` finds its row again.

    `values` begins with the second column; columns that are computed may be left out at the end.
    """

    label: str
    values: Sequence[Value] = ()
    lines: tuple[Line, ...] = ()
    key: Hashable = None
    role: str = ""


@dataclass
class Laid:
    """A line in its place: row, depth, the values of its cells, and the rows of the lines it adds up."""

    line: Line
    row: int
    level: int
    values: list[Value] = field(default_factory=list)
    parts: list[Laid] = field(default_factory=list)

    def walk(self) -> Iterator[Laid]:
        """This line, and every line it holds, from top to bottom."""
        yield self
        for part in self.parts:
            yield from part.walk()


def lay_out(lines: Sequence[Line], columns: Sequence[Column], row: int) -> list[Laid]:
    """Give lines their rows from `row` on, a line before the lines it adds up, and fill in every value.

    Shares are of the first line, which is the total.
    """
    laid, position = _placed(lines, len(columns), row, 0), positions(columns)
    for top in laid:
        _fill(top, columns, position)
    for here in (h for top in laid for h in top.walk()):
        for at, column in enumerate(columns):
            if column.computed is not None and column.computed.kind == "share" and (column.adds or not here.parts):
                here.values[at] = column.computed.value(here.values, laid[0].values, position)
    return laid


def _placed(lines: Sequence[Line], width: int, row: int, level: int) -> list[Laid]:
    laid = []
    for line in lines:
        given = [line.label, *line.values]
        here = Laid(line, row, level, [*given, *[None] * (width - len(given))])
        here.parts = _placed(line.lines, width, row + 1, level + 1)
        laid.append(here)
        row += sum(1 for _ in here.walk())
    return laid


def _fill(here: Laid, columns: Sequence[Column], position: Mapping[str, int]) -> None:
    """Sums and computed cells of a line and the lines it holds; shares wait for the total."""
    for part in here.parts:
        _fill(part, columns, position)
    for at, column in enumerate(columns):
        if here.parts and column.summed:
            here.values[at] = round(math.fsum(number(part.values[at]) for part in here.parts), NOISE)
        elif column.computed is not None and (column.adds or not here.parts):
            here.values[at] = column.computed.value(here.values, here.values, position)
