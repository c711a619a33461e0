"""THE messages: the words of every code, in one place. Who finds a problem gives a code, a place and values."""

from collections.abc import Mapping

from axplan.core.problem import Problem
from axplan.inputs.messages.across import ACROSS
from axplan.inputs.messages.audit import AUDIT
from axplan.inputs.messages.cells import CELLS
from axplan.inputs.messages.entry import Entry
from axplan.inputs.messages.files import FILES
from axplan.inputs.messages.rules import RULES
from axplan.inputs.messages.scenario_changes import CHANGES
from axplan.inputs.messages.scenarios import SCENARIOS
from axplan.inputs.messages.sheets import SHEETS

__all__ = ["MESSAGES", "Entry", "problem"]

MESSAGES: Mapping[str, Entry] = {
    entry.code: entry for entry in (*SHEETS, *FILES, *CELLS, *ACROSS, *RULES, *AUDIT, *SCENARIOS, *CHANGES)
}
"""Every code with its page, in the order of the manual: sheets, files, cells, across tables, rules, published
figures, scenarios."""


def problem(code: str, place: str, order: tuple[int, int, int] = (0, 0, 0), /, **values: object) -> Problem:
    """The problem with this code at this place; `values` fill in its fields (KeyError if one is missing)."""
    entry = MESSAGES[code]
    return Problem(code, place, entry.found.format(**values), entry.allowed.format(**values), order)
