"""Data moves one way through the house: rooms import only from rooms below them, and each library has its rooms."""

from __future__ import annotations

import ast
import sys
import tokenize
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from repository import ROOT

PACKAGE = ROOT / "model" / "axplan"

ROOMS: dict[str, str] = {
    "core": "",
    "inputs": "numpy",
    "workbook": "openpyxl xlsxwriter",
    "solver": "highspy numpy",
    "scenario": "yaml",
    "formulation": "numpy pyomo",
    "plan": "numpy pandas",
    "report": "pandas rich xlsxwriter",
    "runs": "distributed",
    "analyses": "numpy pandas rich",
    "cli": "click rich",
}
"""room → third-party libraries it may use, lowest room first."""

FACE = {"__init__.py", "py.typed", "data"}
"""What stands at the top beside the rooms: the public face, the mark of a typed package, the packaged baseline."""

WIDTH = 120
TEXT = {tokenize.STRING, *(getattr(tokenize, name) for name in ("FSTRING_MIDDLE",) if hasattr(tokenize, name))}
"""Tokens that may cross the width: text literals. From Python 3.12 on, f-strings come in parts."""


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


def test_tests_have_the_rooms_of_the_package_and_helpers_say_what_they_hold() -> None:
    tests = ROOT / "tests"
    rooms = {path.parent.relative_to(tests) for path in tests.rglob("*.py")} - {Path("."), Path("support")}
    assert [folder for folder in sorted(rooms) if not (PACKAGE / folder).is_dir()] == []
    assert {folder.parts[0] for folder in rooms} == set(ROOMS)
    for path in sorted((tests / "support").glob("*.py")):
        assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), path


def parsed() -> Iterator[tuple[Path, ast.Module]]:
    yield from ((path, ast.parse(path.read_text(encoding="utf-8"))) for path in sorted(PACKAGE.rglob("*.py")))


def test_files_stay_small() -> None:
    for path in modules():
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 300, path


def test_no_file_is_a_scrap() -> None:
    lines = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in modules()}
    scraps = {p.relative_to(PACKAGE).as_posix(): n for p, n in lines.items() if n < 30}
    assert {name for name in scraps if not name.endswith(("__init__.py", "__main__.py"))} == set()


def docstring_lines(tree: ast.Module) -> set[int]:
    """The lines of docstrings, and of the texts that stand below an assignment and explain it."""
    texts = (n.value for n in ast.walk(tree) if isinstance(n, ast.Expr) and isinstance(n.value, ast.Constant))
    return {line for text in texts for line in range(text.lineno, (text.end_lineno or text.lineno) + 1)}


def lines_too_long(path: Path) -> Iterator[int]:
    """Lines beyond the width, but for those where a text literal crosses it."""
    documented = docstring_lines(ast.parse(path.read_text(encoding="utf-8")))
    lines = path.read_text(encoding="utf-8").splitlines()
    with path.open("rb") as file:
        texts = {
            line
            for token in tokenize.tokenize(file.readline)
            if token.type in TEXT
            for line in range(token.start[0], token.end[0] + 1)
            if (token.start[0] < line or token.start[1] < WIDTH) and (line < token.end[0] or token.end[1] > WIDTH)
        }
    for number, line in enumerate(lines, 1):
        if len(line) > WIDTH and (number in documented or number not in texts):
            yield number


def test_code_keeps_to_the_width_of_a_page() -> None:
    found = [
        f"{p.relative_to(PACKAGE).as_posix()}:{n}" for p in sorted(PACKAGE.rglob("*.py")) for n in lines_too_long(p)
    ]
    assert found == []


def test_only_a_text_that_crosses_the_width_makes_a_line_longer(tmp_path: Path) -> None:
    short, long = "x" * 60, "가" * 130
    lines = [
        f'"""{long}"""',
        f"name = {short}, {short}, {short}",
        f'text = "{long}"',
        f'text = f"{{name}} {long}"',
        f"text = 1  # {long}",
        f'text = "{short}", {short}, {short}',
        f'"""{long}"""',
        f'text = f"""{short}',
        f'{long}"""',
    ]
    path = tmp_path / "lines.py"
    path.write_text("\n".join(lines), encoding="utf-8")
    assert list(lines_too_long(path)) == [1, 2, 5, 6, 7]


def test_no_two_public_classes_have_one_name() -> None:
    names = Counter(
        node.name
        for _, tree in parsed()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    )
    assert {name for name, times in names.items() if times > 1} == set()


def public_functions(body: list[ast.stmt]) -> Iterator[ast.FunctionDef]:
    """Functions and methods that others may call: not inside a function, no part of their name private."""
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield from [node] if isinstance(node, ast.FunctionDef) else public_functions(node.body)


def test_every_public_function_says_what_it_does() -> None:
    silent = [
        f"{path.relative_to(PACKAGE).as_posix()}:{node.lineno} {node.name}"
        for path, tree in parsed()
        for node in public_functions(tree.body)
        if not ast.get_docstring(node)
    ]
    assert silent == []
