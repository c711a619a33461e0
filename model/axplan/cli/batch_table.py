"""The table at the end of a batch: how every scenario ended, what its plan is worth, and how long it took."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.table import Table

from axplan.core.text import Text
from axplan.inputs.objective import NAMES
from axplan.inputs.schema.indicators import UNITS
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
    table = Table(box=SIMPLE_HEAD)
    for name in ("scenario", "ending", "objective"):
        table.add_column(words[name], overflow="fold")
    table.add_column(words["worth"], justify="right")
    table.add_column(words["unit"])
    table.add_column(words["seconds"], justify="right")
    for ending in endings:
        table.add_row(ending.scenario, ENDINGS[ending.kind].in_(language), *_worth(ending, words, language))
    console.print(table)
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
