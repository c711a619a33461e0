"""docs/scenarios.md: every example can be run on the baseline, and both languages show the same."""

from __future__ import annotations

import re
import shlex
from itertools import pairwise
from pathlib import Path

import pytest

from axplan.scenario import apply_scenario, inputs_alone, load_scenario, with_options
from axplan.scenario.read import KEYS
from axplan.scenario.shipped import shipped_table, with_tables
from axplan.workbook.baseline import baseline_tables
from repository import ROOT
from tiny_scenarios import files, overlaid, told

PAGE = (ROOT / "docs" / "scenarios.md").read_text(encoding="utf-8")
KOREAN, ENGLISH = PAGE.split("\n## Writing scenarios\n")
BLOCKS = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
COMMANDS = [line for line in PAGE.splitlines() if line.startswith("axplan ")]


@pytest.mark.parametrize("block", BLOCKS)
def test_every_example_applies_to_the_baseline(tmp_path: Path, block: str) -> None:
    applied = overlaid(tmp_path, block, baseline_tables(), baseline="")
    assert applied.changes
    assert told(applied) == []


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_in_the_page_applies_to_the_baseline(tmp_path: Path, command: str) -> None:
    words = shlex.split(command)
    options = [word for before, word in pairwise(words) if before == "--set"]
    scenario = with_options(load_scenario(files(tmp_path, baseline=""), "baseline"), options)
    applied = apply_scenario(scenario, baseline_tables())
    assert len(applied.changes) >= len(options)
    assert told(applied) == []


def test_every_address_in_the_page_is_one_of_the_baseline() -> None:
    addresses = set(re.findall(r"^\| `(\w+\.[\w*/]+\.[\w*]+)` \|", PAGE, re.MULTILINE))
    assert len(addresses) >= 8
    for address in addresses:
        applied = apply_scenario(with_options(inputs_alone(Path("x")), [f"{address}=+0"]), baseline_tables())
        assert applied.changes, address


@pytest.mark.parametrize("page", [KOREAN, ENGLISH])
def test_both_languages_name_every_key(page: str) -> None:
    assert re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE)[: len(KEYS)] == list(KEYS)


def test_the_tables_of_shipped_scenarios_are_up_to_date() -> None:
    assert with_tables(PAGE) == PAGE, "make docs"
    for language in ("ko", "en"):
        assert shipped_table(language) in PAGE
        assert len(shipped_table(language).splitlines()) == 2 + 12


def test_both_languages_show_the_same_examples() -> None:
    def bare(page: str) -> list[str]:
        return [re.sub(r" +#.*", "", block) for block in re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)]

    assert bare(KOREAN) == bare(ENGLISH)
