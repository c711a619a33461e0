"""A study folder: inputs, scenarios and outputs, as `axplan init` makes it."""

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from axplan.core.atomic_files import atomic_file, environment_faults
from axplan.scenario import FOLDER, PACKAGED, SUFFIX
from axplan.scenario.json_schema import SCHEMA_FILE, write_schema
from axplan.workbook.baseline import BASELINE_FILES


def make_study(folder: Path) -> tuple[list[Path], list[Path]]:
    """Make `inputs/` (baseline.xlsx and its manual), `scenarios/` (files, schema) and `outputs/` in `folder`.

    Files that are already there are kept as they are. Returns the files made and the files kept.
    """
    made: list[Path] = []
    kept: list[Path] = []
    with environment_faults(folder):
        (folder / "outputs").mkdir(parents=True, exist_ok=True)
        (folder / "inputs").mkdir(exist_ok=True)
    for path, write in _files(folder):
        if path.exists():
            kept.append(path)
        else:
            write(path)
            made.append(path)
    return made, kept


def _files(folder: Path) -> Iterator[tuple[Path, Callable[[Path], None]]]:
    """Every file of a study, with what writes it to a path."""
    yield from ((folder / "inputs" / name, write) for name, write in BASELINE_FILES.items())
    for source in sorted((PACKAGED / FOLDER).glob(f"*{SUFFIX}")):
        yield folder / FOLDER / source.name, partial(_copy, source)
    yield folder / FOLDER / SCHEMA_FILE, write_schema


def _copy(source: Path, target: Path) -> None:
    with atomic_file(target) as draft:
        shutil.copyfile(source, draft)
