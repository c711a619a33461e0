"""One cell at a time: is it what its column's declaration asks for?"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from axplan.checks.suggest import NO_HINT, did_you_mean, nearest, number_behind
from axplan.errors import Text
from axplan.schema.core import CHOICE, INTEGER, KEY, NUMERIC, REFERENCE, REFERENCES, YES_NO, Column
from axplan.tables import CellError, Raw

IDENTIFIER = re.compile(r"\w[\w-]*")
"""Identifiers name files, columns and overlay addresses: letters of any script, digits, `_` and `-`."""


@dataclass(frozen=True)
class Fault:
    """Why a cell cannot be read: a code and what may stand there instead."""

    code: str
    allowed: Text


Known = Mapping[str, Mapping[str, str]]
"""The keys of every sheet that may be referred to: sheet → label or key → key."""


def read_cell(column: Column, raw: Raw, known: Known) -> Any | Fault:
    """The value of a cell in the model's units, or the fault that keeps it from being read."""
    if isinstance(raw, CellError):
        return Fault(
            "E206",
            Text(
                "값이 있는 셀; Excel에서 열어 계산하고 저장한 뒤 다시 실행하십시오",
                "a cell with a value; open the file in Excel, let it calculate, save, try again",
            ),
        )
    if column.kind in NUMERIC:
        return _number(column, raw)
    if not isinstance(raw, str):
        return Fault("E203", _allowed(column))
    text = raw.strip()
    if column.kind == REFERENCES:
        names = [name.strip() for name in text.split(",") if name.strip()]
        faults = [name for name in names if name not in known[column.refers_to or ""].values()]
        return _unknown(column, faults[0], known) if faults else tuple(dict.fromkeys(names))
    return _word(column, text, known)


def _word(column: Column, text: str, known: Known) -> Any | Fault:
    if column.kind == REFERENCE and text not in known[column.refers_to or ""].values():
        return _unknown(column, text, known)
    if column.kind == CHOICE and text not in column.choices:
        hint = did_you_mean(nearest(text, column.choices))
        return Fault("E201", _join(_allowed(column), hint))
    if column.kind == YES_NO:
        return {"yes": True, "no": False}.get(text.casefold(), Fault("E203", _allowed(column)))
    if column.kind == KEY and not IDENTIFIER.fullmatch(text):
        return Fault("E207", _allowed(column))
    return text


def _number(column: Column, raw: Raw) -> float | int | Fault:
    if isinstance(raw, str):
        suggested = number_behind(raw)
        hint = None if suggested is None else f"{suggested:.12g}"
        return Fault("E203", _join(_allowed(column), did_you_mean(hint)))
    if isinstance(raw, bool) or not isinstance(raw, int | float) or not math.isfinite(raw):
        return Fault("E203", _allowed(column))
    if column.kind == INTEGER and raw != int(raw):
        return Fault("E203", _allowed(column))
    if not _within(column, raw):
        return Fault("E204", _allowed(column))
    return int(raw) if column.kind == INTEGER else float(raw) * column.scale


def _within(column: Column, number: float) -> bool:
    low = -math.inf if column.minimum is None else column.minimum
    high = math.inf if column.maximum is None else column.maximum
    return (low < number if column.above_minimum else low <= number) and number <= high


def _unknown(column: Column, name: str, known: Known) -> Fault:
    candidates = known[column.refers_to or ""]
    hint = did_you_mean(nearest(name, candidates.values(), labels=candidates))
    return Fault("E201", _join(_allowed(column), hint))


def _join(allowed: Text, hint: Text) -> Text:
    return allowed if hint is NO_HINT else Text(f"{allowed.ko}.{hint.ko}", f"{allowed.en}.{hint.en}")


def _allowed(column: Column) -> Text:
    """What may stand in a cell of this column, in words."""
    if column.numeric:
        return _allowed_number(column)
    sheet = column.refers_to
    return {
        KEY: Text("글자, 숫자, _ 와 - 로만 된 식별자", "an identifier of letters, digits, _ and - only"),
        YES_NO: Text("yes 또는 no", "yes or no"),
        CHOICE: Text(f"{', '.join(column.choices)} 가운데 하나", f"one of {', '.join(column.choices)}"),
        REFERENCE: Text(f"{sheet} 시트의 행 가운데 하나", f"one of the rows of sheet {sheet}"),
        REFERENCES: Text(f"{sheet} 시트의 행을 쉼표로 나눈 목록", f"a comma list of rows of sheet {sheet}"),
    }.get(column.kind, Text("글", "text"))


def _allowed_number(column: Column) -> Text:
    low, high = column.minimum, column.maximum
    kind = Text("정수", "a whole number") if column.kind == INTEGER else Text("숫자", "a number")
    unit_ko, unit_en = (f" ({word})" if word else "" for word in (column.unit.ko, column.unit.en))
    parts_ko, parts_en = [kind.ko + unit_ko], [kind.en + (f" in {column.unit.en}" if unit_en else "")]
    if low is not None and column.above_minimum:
        parts_ko.append(f"{low:g} 초과")
        parts_en.append(f"above {low:g}")
    elif low is not None:
        parts_ko.append(f"{low:g} 이상")
        parts_en.append(f"at least {low:g}")
    if high is not None:
        parts_ko.append(f"{high:g} 이하")
        parts_en.append(f"at most {high:g}")
    return Text(", ".join(parts_ko), ", ".join(parts_en))


def found_text(name: str, raw: Raw) -> Text:
    """What stands in a cell, as the messages quote it."""
    if raw is None:
        return Text(f"{name} 이(가) 비어 있음", f"{name} is blank")
    shown = raw.text if isinstance(raw, CellError) else repr(raw)
    return Text(f"{name} = {shown}", f"{name} = {shown}")


def is_needed(column: Column, row: Mapping[str, Raw]) -> bool:
    """Is a blank cell of this column a problem in this row?"""
    if column.needed_for is None:
        return column.required
    other, value = column.needed_for
    return str(row.get(other, "")).strip() == value


def first_fault(values: Sequence[Any]) -> Fault | None:
    return next((value for value in values if isinstance(value, Fault)), None)
