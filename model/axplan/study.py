"""A study folder: inputs, scenarios and outputs, as `axplan init` makes it."""

from __future__ import annotations

import shutil
from pathlib import Path

from axplan.scenario import FOLDER, PACKAGED
from axplan.store import environment_faults, placing_file
from axplan.workbook.baseline import BASELINE_FILES


def make_study(folder: Path) -> tuple[list[Path], list[Path]]:
    """Make `inputs/` (baseline.xlsx and its manual), `scenarios/*.yaml` and `outputs/` in `folder`.

    Files that are already there are kept as they are. Returns the files made and the files kept.
    """
    made: list[Path] = []
    kept: list[Path] = []
    inputs = folder / "inputs"
    with environment_faults(folder):
        (folder / "outputs").mkdir(parents=True, exist_ok=True)
        inputs.mkdir(exist_ok=True)
    for name, write in BASELINE_FILES.items():
        if (inputs / name).exists():
            kept.append(inputs / name)
            continue
        write(inputs / name)
        made.append(inputs / name)
    for source in sorted((PACKAGED / FOLDER).glob("*.yaml")):
        target = folder / FOLDER / source.name
        if target.exists():
            kept.append(target)
            continue
        with placing_file(target) as aside:
            shutil.copyfile(source, aside)
        made.append(target)
    return made, kept
