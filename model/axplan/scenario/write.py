"""Scenario files written for the user: what a result found, ready to be put into scenarios/ and run."""

from collections.abc import Iterable, Mapping
from typing import Any

import yaml

from axplan.core.text import Text
from axplan.scenario.changes import OPTIONS, SET, Edit
from axplan.scenario.scenario import Scenario

SCHEMA_LINE = "# yaml-language-server: $schema=scenario.schema.json\n"


def scenario_text(
    base: Scenario, title: Text, note: Text, inputs: str | None = None, objective: str | None = None,
    changes: Mapping[str, float] | None = None, rules: Mapping[str, Any] | None = None,
) -> str:  # fmt: skip
    """A scenario that builds on `base`: its title and note, its workbook and what it maximises where the command line
    named others, cells by address with their values, and the entries under `rules`. What `--set` changed of the base is
    in it."""
    content: dict[str, Any] = {"title": {"ko": title.ko, "en": title.en}, "extends": base.name}
    content |= {key: said for key, said in (("inputs", inputs), ("objective", objective)) if said}
    cells = _of_command_line(base.layers[-1].edits if base.layers else ()) | dict(changes or {})
    content |= {key: part for key, part in (("changes", cells), ("rules", dict(rules or {}))) if part}
    content["note"] = {"ko": note.ko, "en": note.en}
    return SCHEMA_LINE + yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=120)


def _of_command_line(edits: Iterable[Edit]) -> dict[str, Any]:
    """The changes that no file holds, as a file has them."""
    return {
        str(edit.address): edit.amount if edit.how == SET else {edit.how: edit.amount}
        for edit in edits
        if edit.origin.rank == OPTIONS
    }
