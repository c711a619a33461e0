"""Sweep → workbook: lines over one parameter or a heat map over two, and every figure of every point."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from axplan.analyses.sweep.book_context import SweepBook
from axplan.analyses.sweep.sheets import grids, listing
from axplan.analyses.sweep.words import WORDS
from axplan.report.spec import Annex, BookSpec, SheetSpec
from axplan.report.writer import write_book

if TYPE_CHECKING:
    from axplan.analyses.sweep.search import SweepPoint, VariedInput
    from axplan.inputs.objective import Objective
    from axplan.inputs.parameters import Inputs

BOOK = "sweep.xlsx"

SHEETS = (SheetSpec("swept", grids.write), SheetSpec("swept_points", listing.write))


def write_sweep(
    varied: Sequence[VariedInput], own: SweepPoint, points: Sequence[SweepPoint], inputs: Inputs, objective: Objective,
    folder: Path, language: str, facts: Mapping[str, str], unit: str = "억원",
) -> list[str]:  # fmt: skip
    """Write `sweep.xlsx` into `folder`; return its name.

    `own` is the scenario itself, `inputs` are its inputs, whose labels are printed; `language` is "ko" or "en"; `facts`
    identify the run; `unit` is the unit money is printed in. A point without a plan has blank cells. The same arguments
    give the same bytes.
    """
    sheets = Annex(SHEETS, WORDS, lambda book: SweepBook(book, varied, own, points, inputs, objective))
    return [write_book(BookSpec(folder / BOOK, language, unit, facts.get(f"title.{language}", ""), facts, sheets))]
