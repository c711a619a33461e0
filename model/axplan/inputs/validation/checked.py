"""What a check looks at: the typed sheets, the tables that know where each value stands, and what is already wrong."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from axplan.core.problem import Problem
from axplan.inputs.schema import Sheets, sheet_declarations
from axplan.inputs.tables import Row, Tables, plain
from axplan.inputs.validation.load import plan_years
from axplan.inputs.validation.places import problem

COLUMN_PROBLEMS = ("E102", "E103", "E105")
"""Missing, repeated and unknown columns: with one of these no row of the sheet is complete."""


@dataclass(frozen=True)
class Checked:
    """The inputs as far as they could be read.

    A value that could not be read is simply absent (a setting: None), and its row is not `sound`: a check that would
    draw conclusions from a gap asks first.
    """

    sheets: Sheets
    tables: Tables
    reported: Collection[Problem]

    @cached_property
    def years(self) -> range | None:
        """The years of the plan, if the settings could be read."""
        return plan_years(self.sheets.settings)

    def problem(self, code: str, table: str, row: Row | None, column: str | None, /, **values: object) -> Problem:
        """The problem `code` at a cell; without a row at the heading of the column, without both at the sheet."""
        return problem(self.tables, code, table, row.number if row else None, column, **values)

    def row(self, table: str, *key: Any) -> Row | None:
        """The first row with this key; part of a key finds the first row that begins with it."""
        found, columns = self.tables.get(table), sheet_declarations()[table].name_columns
        wanted = [plain(part) for part in key]
        for row in found.rows if found else ():
            if all(plain(row.values.get(name)) == part for name, part in zip(columns, wanted, strict=False)):
                return row
        return None

    @cached_property
    def _faulty(self) -> frozenset[tuple[int, int]]:
        return frozenset(p.order[:2] for p in self.reported if p.is_error)

    @cached_property
    def _without_columns(self) -> frozenset[int]:
        return frozenset(p.order[0] for p in self.reported if p.code in COLUMN_PROBLEMS)

    def is_sound(self, table: str, row: Row | None = None) -> bool:
        """Has nothing been found wrong with the whole table, or with one row of it and the columns it needs?"""
        rank = list(sheet_declarations()).index(table)
        if row is not None:
            return (rank, row.number) not in self._faulty and rank not in self._without_columns
        return table in self.tables and all(faulty != rank for faulty, _ in self._faulty)

    def has_all(self, table: str, column: Collection[Any]) -> bool:
        """Could the values of a column be read in every row of the table?"""
        return table in self.tables and len(column) == len(self.tables[table].rows)


Check = Callable[[Checked], Iterator[Problem]]
