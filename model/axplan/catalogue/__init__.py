"""THE catalogue of problems: the words of every code, in one place. Who finds a problem gives a code, a place and values."""

from __future__ import annotations

from collections.abc import Mapping

from axplan.catalogue.across import ACROSS
from axplan.catalogue.audit import AUDIT
from axplan.catalogue.cells import CELLS
from axplan.catalogue.entry import Entry
from axplan.catalogue.files import FILES
from axplan.catalogue.rules import RULES
from axplan.catalogue.scenario_changes import CHANGES
from axplan.catalogue.scenarios import SCENARIOS
from axplan.catalogue.sheets import SHEETS
from axplan.errors import Problem

__all__ = ["CATALOGUE", "Entry", "problem"]

CATALOGUE: Mapping[str, Entry] = {
    entry.code: entry for entry in (*SHEETS, *FILES, *CELLS, *ACROSS, *RULES, *AUDIT, *SCENARIOS, *CHANGES)
}
"""Every code with its page, in the order of the manual: sheets, files, cells, across tables, rules, published
figures, scenarios."""


def problem(code: str, place: str, order: tuple[int, int, int] = (0, 0, 0), /, **values: object) -> Problem:
    """The problem with this code at this place; `values` fill in the fields of its texts (KeyError if one is missing)."""
    entry = CATALOGUE[code]
    return Problem(code, place, entry.found.format(**values), entry.allowed.format(**values), order)
