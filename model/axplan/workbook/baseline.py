"""The baseline that comes with the package."""

import sys
from collections.abc import Callable, Mapping
from importlib.resources import as_file, files
from pathlib import Path

from axplan.core.atomic_files import write_file
from axplan.inputs.tables import Tables
from axplan.workbook.csv_folder import read_folder
from axplan.workbook.manual import dictionary
from axplan.workbook.writer import write_workbook


def baseline_tables() -> Tables:
    """Every table of the packaged baseline, in workbook order."""
    with as_file(files("axplan") / "data" / "baseline") as folder:
        return read_folder(Path(folder))


BASELINE_FILES: Mapping[str, Callable[[Path], None]] = {
    "baseline.xlsx": lambda path: write_workbook(baseline_tables(), path),
    "README.md": lambda path: write_file(path, dictionary()),
}
"""The files of a study's `inputs/` by name, each with what writes it to a path."""


def write_baseline(folder: Path) -> list[Path]:
    """Write `baseline.xlsx` and its manual `README.md` into `folder`: what the repository keeps in `inputs/`."""
    for name, write in BASELINE_FILES.items():
        write(folder / name)
    return [folder / name for name in BASELINE_FILES]


if __name__ == "__main__":  # python -m axplan.workbook.baseline inputs
    write_baseline(Path(sys.argv[1]))
