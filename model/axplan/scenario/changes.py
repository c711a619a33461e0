"""What a scenario asks for and where, and the list of what was changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from axplan.core.problem import Problem
from axplan.inputs import messages
from axplan.inputs.tables import Raw

SET, SCALE, ADD = "set", "scale", "add"
CHANGED, ADDED, DROPPED = "changed", "added", "dropped"
EVERY = "*"
RULES = "rules"
FIRST_FILE, OPTIONS = -1000, -1
"""Ranks of problems: the file that was named, the files it extends, the options; after them the sheets, from 0."""


@dataclass(frozen=True)
class Origin:
    """Where something was asked for: a line of a scenario file (0 = the whole of it), or an option of the command line.

    `rank` puts problems in the order of the files.
    """

    file: str
    line: int = 0
    rank: int = FIRST_FILE

    @property
    def place(self) -> str:
        """`exports.yaml:3`, or the whole file or option."""
        return f"{self.file}:{self.line}" if self.line else self.file

    def problem(self, code: str, /, **values: object) -> Problem:
        """The problem `code` at this line."""
        return messages.problem(code, self.place, (self.rank, self.line, 0), **values)


@dataclass(frozen=True)
class Address:
    """`table.row.column`; `*` in place of a row (or of a part of its key) and of a matrix column stands for all."""

    table: str
    row: str
    column: str

    def __str__(self) -> str:
        return f"{self.table}.{self.row}.{self.column}"

    @property
    def is_wild(self) -> bool:
        """Does the address stand for several cells?"""
        return EVERY in self.row.split("/") or self.column == EVERY


@dataclass(frozen=True)
class Edit:
    """One entry under `changes`: cells are set to the amount, or it is multiplied by or added to them."""

    address: Address
    how: str
    amount: Raw
    origin: Origin


@dataclass(frozen=True)
class Drop:
    """A rule that is taken out."""

    rule: str
    origin: Origin


@dataclass(frozen=True)
class NewRule:
    """A rule that is added: its cells by column, each with its line."""

    rule: str
    cells: Mapping[str, tuple[Raw, Origin]]
    origin: Origin


@dataclass(frozen=True)
class Layer:
    """Everything one file (or the command line) changes; no cell of it twice."""

    edits: tuple[Edit, ...] = ()
    drops: tuple[Drop, ...] = ()
    rules: tuple[NewRule, ...] = ()

    @property
    def origins(self) -> tuple[Origin, ...]:
        """Where each entry stands."""
        entries: tuple[Drop | Edit | NewRule, ...] = (*self.drops, *self.edits, *self.rules)
        return tuple(entry.origin for entry in entries)

    def without(self, origin: Origin) -> Layer:
        """The layer without the entries of one line."""
        return Layer(
            tuple(edit for edit in self.edits if edit.origin != origin),
            tuple(drop for drop in self.drops if drop.origin != origin),
            tuple(rule for rule in self.rules if rule.origin != origin),
        )


@dataclass(frozen=True)
class Change:
    """One cell that was changed: `old` and `new` are raw values (None = blank), `number` is the row's place in the
    sheet.

    `kind`: a cell of a row that stays (CHANGED), or one of a rule that was ADDED or DROPPED as a whole.
    """

    table: str
    row: str
    column: str
    old: Raw
    new: Raw
    origin: Origin
    number: int
    kind: str = CHANGED

    @property
    def address(self) -> str:
        """The cell as an overlay names it: `table.row.column`."""
        return f"{self.table}.{self.row}.{self.column}"


def net_changes(changes: Iterable[Change]) -> list[Change]:
    """One change for each cell, from what the inputs say to what is planned with; nothing where both are the same.

    The lines are those of the last change of each cell. A rule that one file adds and another one changes is ADDED.
    """
    ordered = sorted(changes, key=lambda change: (change.table, change.row))
    merged = [change for _, row in groupby(ordered, lambda c: (c.table, c.row)) for change in _net_row(list(row))]
    place = {change.address: n for n, change in reversed(list(enumerate(changes)))}
    return sorted(merged, key=lambda change: place[change.address])


def _net_row(changes: list[Change]) -> Iterator[Change]:
    was_there, is_there = changes[0].kind != ADDED, changes[-1].kind != DROPPED
    kind = CHANGED if was_there and is_there else ADDED if is_there else DROPPED
    first = {change.column: change for change in reversed(changes)}
    last = {change.column: change for change in changes}
    for column in dict.fromkeys(change.column for change in changes):
        old, end = first[column].old, last[column]
        if old != end.new:
            yield Change(end.table, end.row, column, old, end.new, end.origin, end.number, kind)
