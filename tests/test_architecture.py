"""Data moves one way through the house: who may import whom, and which module may use which library."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "model" / "axplan"

# module → (modules of the package it may import, third-party libraries it may use)
ALLOWED: dict[str, tuple[str, str]] = {
    "errors": ("", ""),
    "catalogue": ("errors", ""),
    "schema": ("errors", ""),
    "tables": ("errors", ""),
    "store": ("errors", ""),
    "workbook": ("catalogue schema errors tables store", "openpyxl xlsxwriter"),
    "scenario": ("catalogue schema errors tables checks inputs objective", "yaml"),
    "checks": ("catalogue schema errors tables", ""),
    "inputs": ("schema checks errors tables finance", ""),
    "finance": ("errors", "numpy"),
    "objective": ("inputs schema errors", ""),
    "constraint_names": ("inputs errors", ""),
    "input_output": ("errors", "numpy"),
    "formulation": ("inputs finance schema", "pyomo"),
    "solve": ("errors", "pyomo highspy numpy"),
    "certificate": ("inputs finance schema errors", "numpy"),
    "plan": ("inputs finance schema objective errors", "pandas numpy"),
    "report": ("plan schema errors objective inputs constraint_names", "xlsxwriter pandas"),
    "planning": ("certificate constraint_names errors formulation inputs objective plan solve", ""),
    "record": ("certificate errors plan tables", ""),
    "running": ("errors inputs objective planning record report scenario store tables workbook", ""),
    "summary": ("errors objective plan", "rich"),
    "study": ("scenario store workbook", ""),
    "cli": ("*", "click rich"),
}


def modules() -> Iterator[tuple[str, Path]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path.relative_to(PACKAGE).parts[0].removesuffix(".py"), path


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            if node.module == "axplan":
                yield from (f"axplan.{alias.name}" for alias in node.names)
            else:
                yield node.module or ""


@pytest.mark.parametrize(("module", "path"), list(modules()), ids=lambda v: v.name if isinstance(v, Path) else v)
def test_a_module_imports_only_what_its_place_in_the_house_allows(module: str, path: Path) -> None:
    if module == "__init__":
        assert list(imports(path)) == []
        return
    inside, outside = (set(column.split()) for column in ALLOWED[module])
    for name in imports(path):
        top, _, rest = name.partition(".")
        if top == "axplan":
            target = rest.partition(".")[0]
            assert target in {module, "__version__", ""} | inside or "*" in inside, f"{path.name} imports {name}"
        else:
            assert top in sys.stdlib_module_names | outside, f"{path.name} imports {name}"


def test_nobody_imports_the_command_line() -> None:
    for module, path in modules():
        assert module == "cli" or "axplan.cli" not in set(imports(path)), path


def test_blocks_of_the_formulation_do_not_know_each_other() -> None:
    blocks = {"growth", "programmes", "workforce", "funds", "rules", "objective"}
    for name in blocks:
        used = {i.removeprefix("axplan.formulation.") for i in imports(PACKAGE / "formulation" / f"{name}.py")}
        assert not used & blocks, name


def test_files_stay_small() -> None:
    for _, path in modules():
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 300, path


def test_every_module_of_the_table_exists() -> None:
    assert set(ALLOWED) == {module for module, _ in modules()} - {"__init__"}
