"""The explanation as sections: a heading, what to know, sentences, and a table. Memo and workbook are made of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from axplan.report.tables.table import Column, Line


@dataclass(frozen=True)
class Section:
    """`sentences` say in the memo what the table shows in the workbook."""

    heading: str
    note: str = ""
    sentences: Sequence[str] = ()
    columns: Sequence[Column] = ()
    lines: Sequence[Line] = field(default=())
