"""What a cell lets the user enter: drop-downs for names and choices, bounds for numbers. The validation decides."""

from typing import Any

from axplan.inputs.schema import sheet_declarations
from axplan.inputs.schema.core import CHOICE, INTEGER, REFERENCE, YES_NO, ColumnSpec
from axplan.inputs.schema.words import allowed
from axplan.inputs.tables import Tables, column_letters

ROOM = 200
"""Rows below the data that are ready for more."""

ANY_NUMBER = 1e15
MOST_LETTERS = 255
"""What fits into the message of a drop-down, and into a list of choices."""


def entry_rule(column: ColumnSpec, tables: Tables, first_row: int) -> dict[str, Any] | None:
    """The data validation of a column, in the words of XlsxWriter; None where anything may be entered.

    `first_row` is the row of the first data of every sheet. Names that the other sheet does not have yet are
    questioned, not refused: a user may fill in the sheets in any order.
    """
    message = {"error_title": "허용되지 않는 값 / Not allowed", "error_message": allowed(column).both[:MOST_LETTERS]}
    if column.kind in (CHOICE, YES_NO):
        choices = list(column.choices) or ["yes", "no"]
        return {"validate": "list", "source": choices, "error_type": "stop", **message}
    if column.kind == REFERENCE and column.refers_to in tables:
        source = _keys_of(column.refers_to or "", tables, first_row)
        return {"validate": "list", "source": source, "error_type": "warning", **message} if source else None
    if column.numeric:
        low = -ANY_NUMBER if column.minimum is None else column.minimum
        high = ANY_NUMBER if column.maximum is None else column.maximum
        kind = "integer" if column.kind == INTEGER else "decimal"
        bounds = {"criteria": "between", "minimum": low, "maximum": high}
        return {"validate": kind, **bounds, "error_type": "stop", **message}
    return None


def _keys_of(name: str, tables: Tables, first_row: int) -> str | None:
    """The keys of another sheet as a range that grows with it."""
    position = tables[name].position(sheet_declarations()[name].first_column)
    if not position:
        return None
    letters = column_letters(position)
    cells = f"{name}!${letters}${first_row}"
    room = f"{cells}:${letters}${first_row + len(tables[name].rows) + ROOM}"
    return f"=OFFSET({cells},0,0,MAX(1,COUNTA({room})),1)"
