"""Checks of the sheets that speak about other sheets: ranges of uncertainty, and grades of evidence."""

from collections.abc import Iterator

from axplan.core.problem import Problem
from axplan.core.text import Text
from axplan.inputs.schema import sheet_declarations
from axplan.inputs.schema.core import ColumnSpec, Sheet
from axplan.inputs.schema.words import allowed
from axplan.inputs.tables import Row, plain
from axplan.inputs.validation.cells import within
from axplan.inputs.validation.checked import Check, Checked
from axplan.inputs.validation.suggest import hint, nearest

EVERY = "*"
AT_LEAST_ZERO = Text("0 이상의 숫자", "a number, at least 0")


def _rows(c: Checked, table: str) -> Iterator[tuple[int, Row]]:
    """The rows of a sheet without a key, by position, where every cell could be read."""
    rows = c.tables[table].rows if table in c.tables else ()
    yield from ((n, row) for n, row in enumerate(rows) if c.is_sound(table, row))


def _column(c: Checked, sheet: Sheet, name: str, key: str) -> ColumnSpec | None:
    """The declaration of a column of numbers that is there; in a record sheet the row says which value it is."""
    table = c.tables.get(sheet.name)
    if table is None:
        return None
    if name == EVERY:
        return sheet.cell
    if name not in table.columns:
        return None
    if sheet.record:
        return sheet.columns.get(key) if name == "value" else None
    column = sheet.columns.get(name, sheet.cell)
    return column if column and column.numeric and name not in sheet.key else None


def _number_columns(c: Checked, sheet: Sheet | None) -> list[str]:
    table = c.tables.get(sheet.name) if sheet else None
    return [name for name in table.columns if _column(c, sheet, name, "")] if sheet and table else []


def ranges_have_a_column(c: Checked) -> Iterator[Problem]:
    """A range belongs to a column of numbers in the inputs."""
    ranges = c.sheets.uncertainty
    for n, row in _rows(c, "uncertainty"):
        table, name, key = ranges.table[n], ranges.column[n], ranges.row[n]
        sheet = sheet_declarations().get(table)
        if sheet is None or (_column(c, sheet, name, key) is None and not (sheet.record and name == "value")):
            likely = nearest(name, _number_columns(c, sheet)) if sheet else nearest(table, sheet_declarations())
            at = "column" if sheet else "table"
            yield c.problem("E330", "uncertainty", row, at, sheet=table, name=name, hint=hint(likely))


def ranges_have_a_row(c: Checked) -> Iterator[Problem]:
    """A range belongs to a row of its sheet, or to all of them."""
    ranges = c.sheets.uncertainty
    for n, row in _rows(c, "uncertainty"):
        sheet = sheet_declarations().get(ranges.table[n])
        table = c.tables.get(sheet.name) if sheet else None
        if sheet is None or table is None or ranges.row[n] == EVERY:
            continue
        keys = [plain(other.values.get(sheet.first_column)) for other in table.rows]
        if ranges.row[n] not in keys:
            values = {"key": ranges.row[n], "sheet": sheet.name, "hint": hint(nearest(ranges.row[n], keys))}
            yield c.problem("E331", "uncertainty", row, "row", **values)


def ranges_are_in_order(c: Checked) -> Iterator[Problem]:
    """low ≤ mode ≤ high; a uniform range has no mode."""
    ranges = c.sheets.uncertainty
    for n, row in _rows(c, "uncertainty"):
        low, high = ranges.low[n], ranges.high[n]
        mode = ranges.mode.get(n, low)
        if not low <= mode <= high:
            yield c.problem("E332", "uncertainty", row, "low", found=f"{low:g}, {mode:g}, {high:g}")


def ranges_stay_within_bounds(c: Checked) -> Iterator[Problem]:
    """Values stay within the bounds of their column; factors do not turn a sign."""
    ranges = c.sheets.uncertainty
    for n, row in _rows(c, "uncertainty"):
        sheet = sheet_declarations().get(ranges.table[n])
        column = _column(c, sheet, ranges.column[n], ranges.row[n]) if sheet else None
        for name, value in (("low", ranges.low[n]), ("high", ranges.high[n])):
            if ranges.applies[n] == "factor":
                fits, may = value >= 0, AT_LEAST_ZERO
            else:
                fits, may = (column is None or within(column, value)), (allowed(column) if column else AT_LEAST_ZERO)
            if not fits:
                yield c.problem("E333", "uncertainty", row, name, column=name, value=value, allowed=may)


def correlations_are_of_ranges(c: Checked) -> Iterator[Problem]:
    """A correlation is one of two different rows of sheet uncertainty."""
    ranges, pairs = c.sheets.uncertainty, c.sheets.correlations
    known = [f"{ranges.table[n]}.{ranges.row[n]}.{ranges.column[n]}" for n, _ in _rows(c, "uncertainty")]
    for n, row in _rows(c, "correlations"):
        for name, address in (("a", pairs.a[n]), ("b", pairs.b[n])):
            if address not in known and c.is_sound("uncertainty"):
                yield c.problem("E334", "correlations", row, name, column=name, name=address,
                                hint=hint(nearest(address, known)))  # fmt: skip
        if pairs.a[n] == pairs.b[n]:
            yield c.problem("E335", "correlations", row, "b", name=pairs.b[n])


def evidence_is_about_something(c: Checked) -> Iterator[Problem]:
    """Provenance names sheets of the inputs and their columns (or settings)."""
    evidence = c.sheets.provenance
    for n, row in _rows(c, "provenance"):
        name = evidence.table[n]
        sheet, table = sheet_declarations().get(name), c.tables.get(name)
        if sheet is not None and table is None and not sheet.optional:
            continue  # that the sheet is missing has been said
        if sheet is None or table is None:
            yield c.problem("W330", "provenance", row, "table", column="table", name=name)
            continue
        unknown = [word for word in evidence.columns[n].split() if word not in {EVERY, *sheet.columns, *table.columns}]
        if unknown:
            yield c.problem("W330", "provenance", row, "columns", column="columns", name=", ".join(unknown))


REFERENCE_CHECKS: tuple[Check, ...] = (
    ranges_have_a_column,
    ranges_have_a_row,
    ranges_are_in_order,
    ranges_stay_within_bounds,
    correlations_are_of_ranges,
    evidence_is_about_something,
)
