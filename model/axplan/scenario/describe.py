"""The changes of a scenario in words: for the run record, and for people."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from axplan.core.text import Text
from axplan.inputs.tables import Raw
from axplan.inputs.validation.cells import shown
from axplan.scenario.changes import ADDED, CHANGED, RULES, Change, net_changes

MOST_LISTED = 100
"""Changes that are listed one by one for people; run.json has them all."""

COUNT = Text("바꾼 입력(건)", "Inputs changed")
BLANK = Text("빈 셀", "blank")
NEW_RULE = Text("제약 추가: {cells}", "rule added: {cells}")
NEW_ROW = Text("행 추가: {cells}", "row added: {cells}")
NO_RULE = Text("제약 제외: {cells}", "rule dropped: {cells}")
MORE = Text("… 그 밖에 {count:,}건", "… and {count:,} more")


def change_documents(changes: Iterable[Change]) -> list[dict[str, Any]]:
    """Every cell that is not what the inputs say: address, old and new value (null = blank), kind, file and line."""
    return [
        {
            "address": change.address,
            "old": _json(change.old),
            "new": _json(change.new),
            "kind": change.kind,
            "place": change.origin.place,
        }
        for change in net_changes(changes)
    ]


def _json(raw: Raw) -> Any:
    return raw if raw is None or isinstance(raw, str | int | float) else str(raw)


def change_count(changes: Iterable[Change]) -> int:
    """How many things are changed: cells, and rules that are added or dropped as a whole."""
    return len({c.address if c.kind == CHANGED else (c.kind, c.row) for c in net_changes(changes)})


def change_lines(changes: Iterable[Change], language: str) -> dict[str, str]:
    """How many changes there are, then each address with its old and new value and where that is asked for; a rule
    that was added or dropped is one line. Empty without changes."""
    entries = list(_entries(net_changes(changes), language))
    lines = {COUNT.in_(language): f"{len(entries):,}"} if entries else {}
    lines |= dict(entries[:MOST_LISTED])
    if len(entries) > MOST_LISTED:
        lines[MORE.format(count=len(entries) - MOST_LISTED).in_(language)] = "run.json"
    return lines


def _entries(changes: Sequence[Change], language: str) -> Iterable[tuple[str, str]]:
    for (kind, table, row), group in groupby(changes, lambda c: (c.kind, c.table, c.row)):
        cells = list(group)
        place = f"({cells[0].origin.place})"
        if kind == CHANGED:
            for c in cells:
                yield c.address, f"{_shown(c.old, language)} → {_shown(c.new, language)} ({c.origin.place})"
        elif kind == ADDED:
            said = (NEW_RULE if table == RULES else NEW_ROW).format(cells=_listed({c.column: c.new for c in cells}))
            yield f"{table}.{row}", f"{said.in_(language)} {place}"
        else:
            said = NO_RULE.format(cells=_listed({c.column: c.old for c in cells}))
            yield f"{table}.{row}", f"{said.in_(language)} {place}"


def _listed(cells: Mapping[str, Raw]) -> str:
    return ", ".join(f"{column} {shown(raw)}" for column, raw in cells.items() if column != "rule")


def _shown(raw: Raw, language: str) -> str:
    return BLANK.in_(language) if raw is None else shown(raw)
