"""A study folder: inputs, scenarios and outputs, as `axplan init` makes it."""

from __future__ import annotations

import shutil
from pathlib import Path

from axplan.scenario import FOLDER, PACKAGED
from axplan.store import environment_faults, placing_file
from axplan.workbook import write_tables
from axplan.workbook.baseline import baseline_tables


def make_study(folder: Path) -> tuple[list[Path], list[Path]]:
    """Make `inputs/baseline.xlsx`, `scenarios/*.yaml` and `outputs/` in `folder`.

    Files that are already there are kept as they are. Returns the files made and the files kept.
    """
    made: list[Path] = []
    kept: list[Path] = []
    workbook = folder / "inputs" / "baseline.xlsx"
    with environment_faults(folder):
        (folder / "outputs").mkdir(parents=True, exist_ok=True)
        workbook.parent.mkdir(exist_ok=True)
    if workbook.exists():
        kept.append(workbook)
    else:
        write_tables(baseline_tables(), workbook)
        made.append(workbook)
    for source in sorted((PACKAGED / FOLDER).glob("*.yaml")):
        target = folder / FOLDER / source.name
        if target.exists():
            kept.append(target)
            continue
        with placing_file(target) as aside:
            shutil.copyfile(source, aside)
        made.append(target)
    return made, kept
