"""Sweep → workbook: lines over one parameter or a heat map over two, and every figure of every point."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from axplan.analyses.sweep.search import Point, Vary
    from axplan.inputs.objective import Objective
    from axplan.inputs.parameters import Inputs

BOOK = "sweep.xlsx"


def write_sweep(
    varied: Sequence[Vary], own: Point, points: Sequence[Point], inputs: Inputs, objective: Objective,
    folder: Path, language: str, facts: Mapping[str, str], unit: str = "억원",
) -> list[str]:  # fmt: skip
    """Write `sweep.xlsx` into `folder`; return its name.

    `own` is the scenario itself, `inputs` are its inputs, whose labels are printed; `language` is "ko" or "en"; `facts` identify
    the run; `unit` is the unit money is printed in. A point without a plan has blank cells. The same arguments give the same bytes.
    """
    from axplan.analyses.sweep.book_context import SweepBook
    from axplan.analyses.sweep.sheets import grids, listing
    from axplan.report.page.workbook import finish, opened, pages_of
    from axplan.report.styles import MONEY_UNITS

    sheets, title = {"swept": grids, "swept_points": listing}, facts.get(f"title.{language}", "")
    with opened(folder / BOOK, language, title) as (workbook, styles):
        book = SweepBook(
            language, MONEY_UNITS[unit], pages_of(workbook, styles, sheets), workbook, varied, own, points, inputs,
            objective, facts,
        )  # fmt: skip
        for sheet in sheets.values():
            sheet.write(book)
        finish(book, title)
    return [BOOK]
