"""One cell at a time: is it what its column's declaration asks for?"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from axplan.checks.suggest import hint, nearest, number_behind
from axplan.schema.core import (
    CHOICE,
    INTEGER,
    KEY,
    NUMERIC,
    REFERENCE,
    REFERENCES,
    SHARE,
    SHARE_PER_YEAR,
    TEXT,
    YES_NO,
    Column,
)
from axplan.schema.words import allowed
from axplan.tables import CellError, Raw, is_blank, plain

IDENTIFIER = re.compile(r"\w[\w-]*")
"""Identifiers name files, columns and overlay addresses: letters of any script, digits, `_` and `-`."""

SAID_YES = {"yes": "yes", "y": "yes", "예": "yes", "네": "yes", "o": "yes", "○": "yes", "true": "yes", "1": "yes",
            "no": "no", "n": "no", "아니오": "no", "아니요": "no", "x": "no", "×": "no", "false": "no", "0": "no"}  # fmt: skip
"""What people write for yes and no: suggested, never applied."""

FIRST_DAY = date(1899, 12, 30)
"""The day a spreadsheet counts as 0: 2026 in a cell formatted as a date reads as 1905-07-18."""

Known = Mapping[str, Mapping[str, str]]
"""The keys of every sheet that can be referred to: sheet → label or key → key. A sheet that is missing is not in it."""


@dataclass(frozen=True)
class Fault:
    """Why a cell cannot be read: the code and the values of its texts."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)


def read_cell(column: Column, raw: Raw, known: Known) -> Any | Fault:
    """The value of a cell that is not blank, in the model's units, or the fault that keeps it from being read."""
    if isinstance(raw, CellError):
        return Fault("E206")
    if column.kind in NUMERIC:
        return _number(column, raw)
    if column.kind == YES_NO:
        return _yes_or_no(raw)
    if not isinstance(raw, str) and (column.kind != TEXT or not _is_number(raw)):
        return Fault("E213")
    return READERS[column.kind](column, plain(raw), known)


def _is_number(raw: Raw) -> bool:
    return isinstance(raw, int | float) and not isinstance(raw, bool)


def _yes_or_no(raw: Raw) -> bool | Fault:
    said = plain(raw).casefold()
    if isinstance(raw, str) and said in ("yes", "no"):
        return said == "yes"
    return Fault("E212", {"hint": hint(SAID_YES.get(said))})


def _key(_column: Column, text: str, _known: Known) -> str | Fault:
    if IDENTIFIER.fullmatch(text):
        return text
    likely = re.sub(r"[^\w-]+", "_", text).strip("_-")
    return Fault("E207", {"hint": hint(likely or None)})


def _choice(column: Column, text: str, _known: Known) -> str | Fault:
    if text in column.choices:
        return text
    return Fault("E209", {"choices": ", ".join(column.choices), "hint": hint(nearest(text, column.choices))})


def _reference(column: Column, text: str, known: Known) -> str | Fault:
    sheet = column.refers_to or ""
    if sheet not in known or text in known[sheet].values():
        return text
    likely = nearest(text, known[sheet].values(), labels=known[sheet])
    return Fault("E201", {"found": f"'{text}'", "sheet": sheet, "hint": hint(likely)})


def _references(column: Column, text: str, known: Known) -> tuple[str, ...] | Fault:
    names = dict.fromkeys(name for part in text.split(",") if (name := plain(part)))
    read = [_reference(column, name, known) for name in names]
    return next((name for name in read if isinstance(name, Fault)), tuple(names))


def _text(_column: Column, text: str, _known: Known) -> str:
    return text


READERS: Mapping[str, Callable[[Column, str, Known], Any]] = {
    KEY: _key, CHOICE: _choice, REFERENCE: _reference, REFERENCES: _references, TEXT: _text,
}  # fmt: skip


def _number(column: Column, raw: Raw) -> float | int | Fault:
    number = _as_number(raw)
    if number is None or (column.kind == INTEGER and not number.is_integer()):
        return Fault("E203", {"allowed": allowed(column), "hint": hint(_number_meant(column, raw))})
    if not within(column, number):
        return Fault("E204", {"allowed": allowed(column), "hint": hint(_share_meant(column, number))})
    return int(number) if column.kind == INTEGER else number * column.scale


def _as_number(raw: Raw) -> float | None:
    """A finite number, or None for anything else."""
    if isinstance(raw, bool) or not isinstance(raw, int | float) or abs(raw) > 1e300 or raw != raw:
        return None
    return float(raw)


def _number_meant(column: Column, raw: Raw) -> float | None:
    if isinstance(raw, str):
        return number_behind(raw, column.unit.worth)
    if isinstance(raw, datetime):
        return float((raw.date() - FIRST_DAY).days)
    return None


def _share_meant(column: Column, number: float) -> float | None:
    """15 in a column of shares is likely to be a percentage."""
    if column.unit in (SHARE, SHARE_PER_YEAR) and abs(number) >= 1 and within(column, number / 100):
        return number / 100
    return None


def within(column: Column, number: float) -> bool:
    """Is the number within the bounds of its column?"""
    low = -math.inf if column.minimum is None else column.minimum
    high = math.inf if column.maximum is None else column.maximum
    return (low < number if column.above_minimum else low <= number) and number <= high


def shown(raw: Raw) -> str:
    """What stands in a cell, as messages quote it: text in quotation marks, at most a line of it."""
    if isinstance(raw, CellError):
        return raw.text
    if isinstance(raw, str):
        visible = "".join(letter if letter.isprintable() else " " for letter in raw[:60])
        return f"'{visible}{'…' if len(raw) > 60 else ''}'"
    if isinstance(raw, float) and raw.is_integer() and abs(raw) < 1e15:
        return str(int(raw))
    return str(raw.date() if isinstance(raw, datetime) else raw)


def is_needed(column: Column, row: Mapping[str, Raw]) -> bool:
    """Is a blank cell of this column a problem in this row?"""
    if column.needed_for is None:
        return column.required
    other, value = column.needed_for
    return not is_blank(row.get(other)) and plain(row[other]).casefold() == value
