"""One cell at a time: is it what its column's declaration asks for?"""

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from axplan.core.text import Text
from axplan.inputs.schema.core import (
    CHOICE,
    INTEGER,
    KEY,
    NUMERIC,
    REFERENCE,
    REFERENCES,
    SHARE,
    SHARE_PER_YEAR,
    TEXT,
    YEAR,
    YES_NO,
    ColumnSpec,
)
from axplan.inputs.schema.words import allowed
from axplan.inputs.tables import CellError, Raw, is_blank, plain
from axplan.inputs.validation.suggest import NO_HINT, hint, nearest, number_behind

IDENTIFIER = re.compile(r"\w[\w-]*")
"""Identifiers name files, columns and overlay addresses: letters of any script, digits, `_` and `-`."""

SEPARATORS = re.compile(r"[,;/|·ㆍ，、；\n]")
"""What people put between the names of a list. Only the comma is read, the others are recognised."""

SAID_YES = {"yes": "yes", "y": "yes", "예": "yes", "네": "yes", "o": "yes", "○": "yes", "true": "yes", "1": "yes",
            "no": "no", "n": "no", "아니오": "no", "아니요": "no", "x": "no", "×": "no", "false": "no",
    "0": "no",
}  # fmt: skip
"""What people write for yes and no: suggested, never applied."""

SAID_CHOICE = {"≤": "<=", "=<": "<=", "<": "<=", "이하": "<=", "≥": ">=", "=>": ">=", ">": ">=", "이상": ">=", "==": "=", "＝": "=",
               "보조금": "grant", "출연": "grant", "융자": "loan", "대출": "loan", "지분": "equity", "출자": "equity",
               "금액": "amount", "비중": "share", "%": "share", "증가율": "growth"}  # fmt: skip
"""What people write instead of the words of a choice: suggested, never applied."""

FIRST_DAY = date(1899, 12, 30)
"""The day a spreadsheet counts as 0: 2026 in a cell formatted as a date reads as 1905-07-18."""

LAST_SMALL_DATE = 1950
"""Numbers up to about 18,000 read as dates before this year."""

Known = Mapping[str, Mapping[str, str]]
"""The keys of every sheet that can be referred to: sheet → label or key → key. A sheet that is missing is not in it."""


@dataclass(frozen=True)
class Fault:
    """Why a cell cannot be read: the code and the values of its texts."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)


def read_cell(column: ColumnSpec, raw: Raw, known: Known) -> Any | Fault:
    """The value of a cell that is not blank, in the model's units, or the fault that keeps it from being read."""
    if isinstance(raw, CellError):
        return Fault("E206" if raw.text.startswith("#") else "E215")
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


def _key(_column: ColumnSpec, text: str, _known: Known) -> str | Fault:
    if IDENTIFIER.fullmatch(text):
        return text
    likely = re.sub(r"[^\w-]+", "_", text).strip("_-")
    return Fault("E207", {"hint": hint(likely or None)})


def _choice(column: ColumnSpec, text: str, _known: Known) -> str | Fault:
    if text in column.choices:
        return text
    said = SAID_CHOICE.get(text.casefold())
    likely = said if said in column.choices else nearest(text, column.choices)
    return Fault("E209", {"choices": ", ".join(column.choices), "hint": hint(likely)})


def _reference(column: ColumnSpec, text: str, known: Known) -> str | Fault:
    sheet = column.refers_to or ""
    if sheet not in known or text in known[sheet].values():
        return text
    likely = nearest(text, known[sheet].values(), labels=known[sheet])
    return Fault("E201", {"found": f"'{text}'", "sheet": sheet, "hint": hint(likely)})


def _references(column: ColumnSpec, text: str, known: Known) -> tuple[str, ...] | Fault:
    """The names of a comma list. Every unknown one is a problem, with all that was meant instead."""
    sheet = column.refers_to or ""
    names = tuple(dict.fromkeys(name for part in text.split(",") if (name := plain(part))))
    unknown = [name for name in names if sheet in known and name not in known[sheet].values()]
    if not unknown:
        return names
    meant = _listed_otherwise(text, known[sheet]) or [
        nearest(name, known[sheet].values(), known[sheet]) for name in unknown
    ]
    found = ", ".join(f"'{name}'" for name in unknown)
    return Fault("E201", {"found": found, "sheet": sheet, "hint": hint(*meant)})


def _listed_otherwise(text: str, names: Mapping[str, str]) -> list[str | None]:
    """The keys meant by a list with other separators than commas (`자동차·조선`), if every part of it is a known name."""
    parts = [plain(part) for part in SEPARATORS.split(text) if plain(part)]
    return [", ".join(names[part] for part in parts)] if len(parts) > 1 and all(part in names for part in parts) else []


def _text(_column: ColumnSpec, text: str, _known: Known) -> str:
    return text


READERS: Mapping[str, Callable[[ColumnSpec, str, Known], Any]] = {
    KEY: _key, CHOICE: _choice, REFERENCE: _reference, REFERENCES: _references, TEXT: _text,
}  # fmt: skip


def _number(column: ColumnSpec, raw: Raw) -> float | int | Fault:
    number = _as_number(raw)
    if number is None or (column.kind == INTEGER and not number.is_integer()):
        return Fault("E203", {"allowed": allowed(column), "hint": hint(_number_meant(column, raw))})
    if abs(number) > LARGEST:
        return Fault("E204", {"allowed": BEYOND, "hint": NO_HINT})
    if not within(column, number):
        return Fault("E204", {"allowed": allowed(column), "hint": hint(_share_meant(column, number))})
    return int(number) if column.kind == INTEGER else number * column.scale


LARGEST = 1e12
"""No amount, number of people or coefficient of a plan comes near this, and the solver refuses what is far beyond."""

BEYOND = Text(
    "1조(1e12)를 넘지 않는 숫자; 열의 단위를 확인하십시오", "a number not beyond 1e12; mind the unit of the column"
)


def _as_number(raw: Raw) -> float | None:
    """A finite number, or None for anything else."""
    if isinstance(raw, bool) or not isinstance(raw, int | float) or abs(raw) > 1e300 or raw != raw:
        return None
    return float(raw)


def _number_meant(column: ColumnSpec, raw: Raw) -> float | None:
    """The number behind what is no number."""
    if isinstance(raw, str):
        number = number_behind(raw, column.unit.worth)
        share = None if number is None or within(column, number) else _share_meant(column, number)
        return number if share is None else share
    number = _date_meant(column, raw) if isinstance(raw, datetime) else _days(raw)
    fits = number is not None and within(column, number) and (column.kind != INTEGER or number.is_integer())
    return number if fits else None


def _date_meant(column: ColumnSpec, raw: datetime) -> float:
    """A year formatted as a date falls in 1905; a true date in a column of years means its year."""
    if column.unit == YEAR and raw.year > LAST_SMALL_DATE:
        return float(raw.year)
    return float((raw.date() - FIRST_DAY).days)


def _days(raw: Raw) -> float | None:
    """A time of day or a duration as the fraction of a day that a spreadsheet keeps."""
    if isinstance(raw, time):
        raw = timedelta(hours=raw.hour, minutes=raw.minute, seconds=raw.second, microseconds=raw.microsecond)
    return float(f"{raw / timedelta(days=1):.6g}") if isinstance(raw, timedelta) else None


def _share_meant(column: ColumnSpec, number: float) -> float | None:
    """15 in a column of shares is likely to be a percentage."""
    if column.unit in (SHARE, SHARE_PER_YEAR) and abs(number) >= 1 and within(column, number / 100):
        return number / 100
    return None


def within(column: ColumnSpec, number: float) -> bool:
    """Is the number within the bounds of its column?"""
    low = -math.inf if column.minimum is None else column.minimum
    high = math.inf if column.maximum is None else column.maximum
    return (low < number if column.above_minimum else low <= number) and number <= high


def shown(raw: Raw) -> str:
    """What stands in a cell, as messages quote it: text in quotation marks, at most a line of it."""
    if isinstance(raw, CellError):
        behind = "" if raw.formula.lstrip("=") in ("", raw.text) else f" ({raw.formula[:60]})"
        return raw.text[:60] + behind
    if isinstance(raw, str):
        visible = "".join(letter if letter.isprintable() else " " for letter in raw[:60])
        return f"'{visible}{'…' if len(raw) > 60 else ''}'"
    if isinstance(raw, float) and raw.is_integer() and abs(raw) < 1e15:
        return str(int(raw))
    return str(raw.date() if isinstance(raw, datetime) else raw)


def is_needed(column: ColumnSpec, row: Mapping[str, Raw]) -> bool:
    """Is a blank cell of this column a problem in this row?"""
    if column.needed_for is None:
        return column.required
    other, value = column.needed_for
    return not is_blank(row.get(other)) and plain(row[other]).casefold() == value
