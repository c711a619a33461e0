"""The blocks of the sheet of programme details, and their sentences of arithmetic (산출근거) calculated as they are read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

WON = {"억원": 1.0, "만원": 1e-4, "백만원": 1e-2, "조원": 1e4, "bn": 10.0, "m": 1e-2, "tn": 1e4}
"""What a unit of money is in 억원."""

NAMES = re.compile(r"\d+구간|step \d+|\d{4}년 말|at the end of \d{4}")
"""Digits that are part of a name."""

BASES = {
    "산출근거": ("기금", "민간 부담"), "운영비 산출근거": ("운영비(공공)",),
    "Basis of the cost": ("Funds", "Private"), "Basis of running costs": ("Running costs (public)",),
}  # fmt: skip
"""The label of a sentence → the lines of its block whose sum it explains."""

TERMS = ("지원형태: ", "Support: ")


@dataclass(frozen=True)
class Sentence:
    """A sentence: what is printed left and right of its =, and what the lines come to that it explains, in 억원."""

    text: str
    left: float
    right: float
    lines: float


def block_of(sheet: Any, label: str) -> dict[str, int]:
    """First cell → row, of the block of a stage, track or programme."""
    first = next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value == label)
    found: dict[str, int] = {}
    for row in range(first + 1, sheet.max_row + 1):
        if _begins(sheet, row):
            break
        found[str(sheet.cell(row, 1).value)] = row
    return found


def blocks(sheet: Any) -> list[str]:
    """The names of all blocks."""
    return [str(sheet.cell(row, 1).value) for row in range(1, sheet.max_row + 1) if _begins(sheet, row)]


def _begins(sheet: Any, row: int) -> bool:
    return str(sheet.cell(row, 2).value or "").startswith(TERMS)


def sentences(sheet: Any, money: float, total: int) -> Iterator[Sentence]:
    """Every sentence of the sheet that has an =; `money` is the book's unit in 억원, `total` the column of the sums."""
    for label in blocks(sheet):
        block = block_of(sheet, label)
        for name, row in block.items():
            text = str(sheet.cell(row, 2).value)
            if name in BASES and "=" in text:
                lines = sum(float(sheet.cell(block[part], total).value or 0) for part in BASES[name] if part in block)
                yield Sentence(text, *calculated(text), lines * money)


def calculated(text: str) -> tuple[float, float]:
    """Both sides of a sentence, in 억원."""
    left, right = NAMES.sub("", text).split("=")
    amount = re.search(r"(?:KRW )?[\d,.]+ ?(?:억원|백만원|조원|bn|m|tn)", right)
    assert amount, text
    return _value(left), _value(amount.group())


def _value(words: str) -> float:
    units = "|".join(WON)
    words = re.sub(rf"([\d,.]+) ?({units})\b", lambda m: f"{_number(m[1]) * WON[m[2]]:.12f}", words)
    words = re.sub(r"([\d,.]+)%", lambda m: f"{_number(m[1]) / 100:.12f}", words)
    plain = re.sub(r"[^\d.,()+×]", "", words).replace(",", "").replace("×", "*")
    assert re.fullmatch(r"[\d.()+*]+", plain), words
    return float(eval(plain))  # numbers, +, * and brackets alone


def _number(digits: str) -> float:
    return float(digits.replace(",", ""))
