"""The table at the end of a batch: how every scenario ended, what its plan is worth, and how long it took."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from axplan.core.text import Text
from axplan.inputs.objective import NAMES
from axplan.inputs.schema.indicators import UNITS
from axplan.report.tables.table import Column, Line
from axplan.report.terminal_table import print_table
from axplan.runs.batch.endings import ENDINGS

if TYPE_CHECKING:
    from rich.console import Console

    from axplan.runs.batch import Ending

WORDS = {
    "scenario": Text("시나리오", "Scenario"),
    "ending": Text("끝", "Ended"),
    "objective": Text("목적", "Objective"),
    "worth": Text("값", "Value"),
    "unit": Text("단위", "Unit"),
    "seconds": Text("초", "Seconds"),
    "weighted": Text("가중합", "Weighted"),
}


def print_endings(endings: Sequence[Ending], language: str, console: Console) -> None:
    """One row a scenario, and how many ended in each way."""
    words = {name: text.in_(language) for name, text in WORDS.items()}
    kinds = {"worth": "right", "seconds": "right"}
    columns = [
        Column(words[name], kinds.get(name, "text"))
        for name in ("scenario", "ending", "objective", "worth", "unit", "seconds")
    ]
    lines = [
        Line(ending.scenario, [ENDINGS[ending.kind].in_(language), *_worth(ending, words, language)])
        for ending in endings
    ]
    print_table(console, columns, lines)
    counts = {kind: sum(ending.kind == kind for ending in endings) for kind in ENDINGS}
    said = (f"{ENDINGS[kind].in_(language)} {count}" for kind, count in counts.items() if count)
    console.print(" · ".join(said), highlight=False)


def _worth(ending: Ending, words: dict[str, str], language: str) -> tuple[str, str, str, str]:
    """Objective, value, unit and seconds; blank without a plan, and no time for what was not solved."""
    seconds = f"{ending.seconds:.1f}" if ending.seconds else ""
    if "objective" not in ending.document:
        return "", "", "", seconds
    objective = ending.document["objective"]
    value, weights = float(objective["value"]), objective["weights"]
    digits = 0 if abs(value) >= 1000 else 2
    name, unit = words["weighted"], ""
    if len(weights) == 1:
        (v,) = weights
        name, unit = NAMES[v].in_(language), UNITS[v].ko if language == "ko" else UNITS[v].en
    return name, f"{value:,.{digits}f}", unit, seconds
