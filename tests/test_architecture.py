"""Data moves one way through the house: rooms import only from rooms below them, and each library has its rooms."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from repository import ROOT

PACKAGE = ROOT / "model" / "axplan"

ROOMS: dict[str, str] = {
    "core": "numpy",
    "inputs": "numpy",
    "workbook": "openpyxl xlsxwriter",
    "solver": "highspy numpy",
    "scenario": "yaml",
    "formulation": "numpy pyomo",
    "plan": "numpy pandas",
    "report": "pandas xlsxwriter",
    "runs": "distributed",
    "analyses": "numpy pandas rich",
    "cli": "click rich",
}
"""room → third-party libraries it may use, lowest room first."""

FACE = {"__init__.py", "py.typed", "data"}
"""What stands at the top beside the rooms: the public face, the mark of a typed package, the packaged baseline."""


def modules() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py") if path.parent != PACKAGE)


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0]


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names = (f".{alias.name}" for alias in node.names) if node.module == "axplan" else [""]
            yield from (f"{node.module}{name}" for name in names)


def test_the_top_of_the_package_is_its_rooms() -> None:
    entries = {path.name for path in PACKAGE.iterdir()} - {"__pycache__"}
    assert entries == {*ROOMS, *FACE}
    assert len(entries - {"py.typed", "data"}) <= 12


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_room_imports_only_from_the_rooms_below_it(path: Path) -> None:
    below, libraries = list(ROOMS)[: list(ROOMS).index(room(path)) + 1], ROOMS[room(path)].split()
    for name in imports(path):
        top, _, rest = name.partition(".")
        if top == "axplan":
            assert rest.partition(".")[0] in {*below, "__version__"}, f"{path.name} imports {name}"
        else:
            assert top in sys.stdlib_module_names or top in libraries, f"{path.name} imports {name}"


@pytest.mark.parametrize("name", ROOMS)
def test_no_library_is_allowed_where_it_is_not_used(name: str) -> None:
    used = {library.partition(".")[0] for path in modules() if room(path) == name for library in imports(path)}
    assert set(ROOMS[name].split()) <= used


def test_a_question_does_not_know_the_others() -> None:
    for path in modules():
        if room(path) == "analyses" and len(path.relative_to(PACKAGE).parts) > 2:
            own = path.relative_to(PACKAGE).parts[1]
            asked = {name.split(".")[2] for name in imports(path) if name.startswith("axplan.analyses.")}
            assert not {other for other in asked if (PACKAGE / "analyses" / other).is_dir()} - {own}, path


def test_blocks_of_the_formulation_do_not_know_each_other() -> None:
    blocks = {"growth", "programmes", "workforce", "funds", "rules", "objective"}
    for name in blocks:
        used = {i.removeprefix("axplan.formulation.") for i in imports(PACKAGE / "formulation" / f"{name}.py")}
        assert not used & blocks, name


def test_files_stay_small() -> None:
    for path in modules():
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 300, path
