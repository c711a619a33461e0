"""Sweep → workbook: lines over one parameter or a heat map over two, and every figure of every point."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from axplan.analyses.sweep.book_context import SweepBook
from axplan.analyses.sweep.sheets import grids, listing
from axplan.analyses.sweep.words import WORDS
from axplan.report.page.layout import Page
from axplan.report.page.workbook import BookSpec, write_workbook
from axplan.report.styles import MONEY_UNITS

if TYPE_CHECKING:
    from axplan.analyses.sweep.search import SweepPoint, VariedInput
    from axplan.inputs.objective import Objective
    from axplan.inputs.parameters import Inputs

BOOK = "sweep.xlsx"

SHEETS = {"swept": grids, "swept_points": listing}


def write_sweep(
    varied: Sequence[VariedInput], own: SweepPoint, points: Sequence[SweepPoint], inputs: Inputs, objective: Objective,
    folder: Path, language: str, facts: Mapping[str, str], unit: str = "억원",
) -> list[str]:  # fmt: skip
    """Write `sweep.xlsx` into `folder`; return its name.

    `own` is the scenario itself, `inputs` are its inputs, whose labels are printed; `language` is "ko" or "en"; `facts`
    identify the run; `unit` is the unit money is printed in. A point without a plan has blank cells. The same arguments
    give the same bytes.
    """
    title = facts.get(f"title.{language}", "")

    def bind(pages: Mapping[str, Page], workbook: Any) -> SweepBook:
        return SweepBook(language, MONEY_UNITS[unit], pages, workbook, varied, own, points, inputs, objective, facts)

    def fill(book: SweepBook) -> None:
        for sheet in SHEETS.values():
            sheet.write(book)

    return [write_workbook(BookSpec(folder / BOOK, language, title, tuple(SHEETS), WORDS, bind, fill))]
