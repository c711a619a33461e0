"""The ranges of the sheet `uncertainty`, value by value."""

from collections.abc import Iterator
from typing import Any

from axplan.inputs.parameters import Inputs
from axplan.inputs.schema import sheet_declarations
from axplan.plan.sensitivity.input_columns import CELLS, InputColumn

EVERY, FACTOR = "*", "factor"
"""Stands for every row, and in a matrix for every column."""

Ends = tuple[float, float]
"""What a value is at the low and at the high end of its range, in model units."""


def ends(x: Inputs, column: InputColumn) -> dict[Any, Ends]:
    """key → the ends of its range, for the values of the column that have one; later rows of the sheet win.

    Value by value: whether the values of a range move `together` is all the same where each goes to its end.
    """
    given, scale = x.uncertainty, column.declared.scale
    found: dict[Any, Ends] = {}
    for n, sheet in given.table.items():
        if sheet == column.sheet:
            for key in _keys(x, column, n):
                by = column.values[key] if given.applies[n] == FACTOR else scale
                found[key] = given.low[n] * by, given.high[n] * by
    return found


def _keys(x: Inputs, column: InputColumn, n: int) -> Iterator[Any]:
    """The keys of the values that range n speaks of; EVERY stands for all rows, in a matrix also for all columns."""
    row, name = x.uncertainty.row[n], x.uncertainty.column[n]
    if sheet_declarations()[column.sheet].record:
        if row in (EVERY, column.name):
            yield ()
    elif column.name in (name, CELLS):
        for key in column.values:
            first, last = (key[0], key[-1]) if isinstance(key, tuple) else (key, key)
            here = column.name != CELLS or name in (EVERY, str(last), f"age_{last}")
            if here and row in (EVERY, str(first)):
                yield key
