"""What the project says of itself holds: README, Makefile, .ci/run, the workflow and the hooks speak of the same commands and files."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any

import yaml

from repository import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
TARGETS = re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE)


def read_yaml(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


def commands_without_make() -> Iterator[str]:
    """The commands for the tests that README gives where there is no make, whichever Python runs them."""
    for line in re.findall(r"^ {4}\.venv\\Scripts\\(python .*)$", README, re.MULTILINE):
        if "pytest" in line or "[test]" in line:
            yield line


def test_the_workflow_gives_the_commands_of_the_readme_and_no_others() -> None:
    (job,) = read_yaml(".github/workflows/tests.yml")["jobs"].values()
    given = [step["run"] for step in job["steps"] if "run" in step]
    assert given == list(commands_without_make())
    assert len(given) == 2


def test_the_workflow_runs_on_every_system_and_python_that_is_named() -> None:
    (job,) = read_yaml(".github/workflows/tests.yml")["jobs"].values()
    matrix = job["strategy"]["matrix"]
    assert {system.partition("-")[0] for system in matrix["os"]} == {"ubuntu", "macos", "windows"}
    assert f">={matrix['python'][0]}" == PROJECT["project"]["requires-python"]
    named = re.search(r"with\s+Python ([0-9.]+) to ([0-9.]+\d)", README)
    assert named is not None
    assert list(named.groups()) == [matrix["python"][0], matrix["python"][-1]]


def test_hooks_are_the_projects_own_tools() -> None:
    (repository,) = read_yaml(".pre-commit-config.yaml")["repos"]
    assert repository["repo"] == "local"
    assert {hook["language"] for hook in repository["hooks"]} == {"system"}
    called = [hook["entry"].removesuffix(" --force-exclude") for hook in repository["hooks"]]
    linting = MAKEFILE.partition("\nlint:")[2].partition("\n\n")[0]
    assert called == [line.removesuffix(" --check") for line in re.findall(r"\$\(BIN\)/(.*)", linting)]


def test_make_runs_scripts_that_are_there() -> None:
    scripts = re.findall(r"\$\(BIN\)/python ((?:tests|benchmarks|docs)/\S+)", MAKEFILE)
    assert len(scripts) > 10
    assert [script for script in scripts if not (ROOT / script).is_file()] == []
    modules = re.findall(r"\$\(BIN\)/python -m (axplan\.\S+)", MAKEFILE)
    sources = [ROOT / "model" / name.replace(".", "/") for name in modules]
    assert [path for path in sources if not path.with_suffix(".py").is_file() and not path.is_dir()] == []


def test_every_target_of_make_is_declared_and_the_pages_name_only_those() -> None:
    declared = MAKEFILE.partition(".PHONY:")[2].partition("\n")[0].split()
    assert sorted(declared) == sorted(TARGETS)
    for target in re.findall(r"(?:^ {4}|`)make ([a-z-]+)", README + GUIDE, re.MULTILINE):
        assert target in TARGETS, target


def test_continuous_integration_runs_the_quick_tests_and_the_slow_ones() -> None:
    said = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert re.search(r"^make test test-slow ", said, re.MULTILINE)
    for target, marker in (("test", '"not slow"'), ("test-slow", "slow")):
        recipe = MAKEFILE.partition(f"\n{target}:")[2].partition("\n\n")[0]
        assert f"-m {marker}" in recipe
        assert "--durations=20" in recipe
    assert any(marker.startswith("slow:") for marker in PROJECT["tool"]["pytest"]["ini_options"]["markers"])


def test_the_guide_names_files_and_folders_that_are_there() -> None:
    package = ROOT / "model" / "axplan"
    named = {name for name in re.findall(r"`([\w./*-]+/[\w./*-]*|\w+\.py|\.[\w/]+)`", GUIDE) if "<" not in name}
    places = (ROOT, ROOT / "model", package, ROOT / "tests" / "formulation")
    nowhere = {"run.py", "book.py", "words.py", "terminal.py", "sheets/"}  # of a question that is still to be asked
    assert len(named) > 30
    assert [name for name in sorted(named - nowhere) if not any([*place.glob(name)] for place in places)] == []


def test_the_guide_has_a_recipe_for_each_kind_of_change() -> None:
    recipes = GUIDE.partition("\n# Recipes\n")[2]
    assert [line.split()[-1] for line in re.findall(r"^## (.*)$", recipes, re.MULTILINE)] == [
        "column", "constraint", "workbook", "command", "plan",
    ]  # fmt: skip
