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
    "workbook": ("catalogue errors schema store tables", "openpyxl xlsxwriter"),
    "checks": ("catalogue errors schema tables", ""),
    "finance": ("", "numpy"),
    "inputs": ("checks errors finance schema tables", ""),
    "objective": ("errors schema", ""),
    "scenario": ("catalogue checks errors inputs objective proportional schema store tables workbook", "yaml"),
    "constraint_names": ("errors inputs schema", ""),
    "input_output": ("errors", "numpy"),
    "formulation": ("finance inputs schema", "pyomo"),
    "solve": ("errors", "pyomo highspy numpy"),
    "certificate": ("errors inputs schema", "numpy"),
    "plan": ("finance inputs objective schema", "pandas numpy"),
    "printing": ("certificate inputs plan schema", "numpy pandas"),
    "report": (
        "apportioning attribution comparing constraint_names errors explaining firmness frontier inputs objective plan printing schema "
        "store sweeping",
        "pandas xlsxwriter",
    ),
    "apportioning": ("", "numpy"),
    "keeping": ("store", ""),
    "attribution": ("apportioning", ""),
    "pooling": ("errors", ""),
    "proportional": ("inputs schema", ""),
    "figures": ("inputs schema solve", ""),
    "comparing": ("attribution errors figures inputs objective plan resolving scenario schema tables", "pandas"),
    "yardstick": ("errors formulation inputs proportional solve", ""),
    "sweeping": ("errors figures pooling resolving scenario solve tables", ""),
    "varying": ("errors sweeping", ""),
    "template": ("formulation inputs solve", "numpy pyomo"),
    "resolving": ("errors formulation inputs objective solve template", ""),
    "tie_breaking": ("errors inputs solve", "numpy"),
    "sensitivity": ("certificate inputs schema template", "numpy pandas"),
    "planning": (
        "catalogue certificate constraint_names errors formulation inputs objective plan sensitivity solve tie_breaking "
        "yardstick",
        "",
    ),
    "firmness": (
        "certificate errors formulation inputs keeping objective plan planning pooling schema solve tie_breaking",
        "numpy pandas",
    ),
    "frontier": (
        "certificate errors figures formulation inputs planning schema solve tie_breaking",
        "numpy",
    ),
    "frontiers": ("checks errors frontier inputs record report running scenario schema store", ""),
    "answers": (
        "errors explaining explanations firmness frontier frontiers inputs keeping ranging report running schema",
        "",
    ),
    "explaining": (
        "constraint_names errors figures formulation inputs keeping objective plan planning scenario schema solve tables "
        "tie_breaking",
        "numpy",
    ),
    "explanations": ("errors explaining inputs record report running scenario solve store", ""),
    "ranging": ("errors firmness keeping record report running scenario store", ""),
    "record": ("certificate errors plan tables", ""),
    "running": ("errors inputs objective planning record report scenario store", ""),
    "comparisons": ("comparing errors objective planning record report running scenario store", ""),
    "sweeps": ("errors ranging record report running scenario store sweeping varying", ""),
    "batch": ("errors planning record running store", "distributed"),
    "summary": ("errors inputs objective plan schema", "rich"),
    "study": ("scenario store workbook", ""),
    "terminal": ("errors", "click"),
    "cli": (
        "answers apportioning attribution batch catalogue checks comparing comparisons errors explanations firmness frontier frontiers objective "
        "ranging record running scenario schema study summary sweeping sweeps terminal workbook",
        "click rich",
    ),
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
            assert target in {module, "__version__", ""} | inside, f"{path.name} imports {name}"
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


@pytest.mark.parametrize("module", sorted(ALLOWED))
def test_nothing_is_allowed_that_is_not_needed(module: str) -> None:
    used = {name for of, path in modules() if of == module for name in imports(path)}
    inside, outside = (set(column.split()) for column in ALLOWED[module])
    assert inside <= {name.split(".")[1] for name in used if name.startswith("axplan.")}
    assert outside <= {name.split(".")[0] for name in used}


def test_the_docs_say_a_line_about_every_module() -> None:
    page = (PACKAGE.parents[1] / "docs" / "architecture.md").read_text(encoding="utf-8")
    rows = "".join(line.split("|")[1] for line in page.splitlines() if line.startswith("| `"))
    assert {name.strip("/") for name in rows.split("`")[1::2]} == set(ALLOWED)
