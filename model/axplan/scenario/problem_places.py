"""Problems of changed tables → the lines of the scenario files they come from, and the cell."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from axplan.core.problem import Problem
from axplan.core.text import first_few
from axplan.inputs.schema import sheet_declarations
from axplan.inputs.tables import Tables
from axplan.inputs.validation import check_tables
from axplan.scenario.changes import ADDED, DROPPED, Change, Layer
from axplan.scenario.overlay import apply_layers

MOST_NAMED = 3
MOST_TRIED = 60
"""Entries that are left out one by one to see which of them makes a problem; a check takes some milliseconds."""

WHOLE_ROW = -1
"""Stands for the column where a row as a whole is meant."""

Spots = dict[tuple[int, ...], list[str]]
"""Rank of the sheet, row and column (or fewer of them) → the places of the changes there."""


def placed(
    found: Sequence[Problem], base: Tables, tables: Tables, layers: Sequence[Layer], changes: Sequence[Change]
) -> list[Problem]:
    """The problems of the changed `tables`, each that comes from a change with its line and the cell:
    `exports.yaml:4 (tasks!D7)`.

    A problem in a changed cell, or in a rule that was added, comes from the line that changed or added it. One
    elsewhere that `base` does not have comes from the lines without which it would not be there; where no single line
    is to blame, from all changes of its sheet, or else from all of them.
    """
    spots = _spots(tables, changes)
    known = [_at_a_change(problem, spots) for problem in found]
    before = {_said(problem) for problem in check_tables(base)[1]}
    new = {p for p, places in zip(found, known, strict=True) if not places and _said(p) not in before}
    blamed = _blamed(base, layers) if new else {}
    return [
        _named(problem, places or (_behind(problem, spots, blamed) if problem in new else []))
        for problem, places in zip(found, known, strict=True)
    ]


def _said(problem: Problem) -> tuple[object, ...]:
    return problem.code, problem.place, problem.found, problem.allowed


def _spots(tables: Tables, changes: Iterable[Change]) -> Spots:
    """A cell belongs to the last change of it, a row to all changes in it."""
    ranks = {name: rank for rank, name in enumerate(sheet_declarations())}
    spots: Spots = {}
    for change in changes:
        cell = ranks[change.table], change.number, tables[change.table].position(change.column)
        for length in range(3):
            spots.setdefault(cell[:length], []).append(change.origin.place)
        if change.kind != DROPPED:
            spots[cell] = [change.origin.place]
        if change.kind == ADDED:
            spots.setdefault((*cell[:2], WHOLE_ROW), [change.origin.place])  # its first cell is its name
    return spots


def _at_a_change(problem: Problem, spots: Spots) -> Sequence[str]:
    """The place of the change of the cell, or of the rule that was added as this row."""
    return spots.get(problem.order) or spots.get((*problem.order[:2], WHOLE_ROW), [])


def _blamed(base: Tables, layers: Sequence[Layer]) -> Mapping[str, set[tuple[str, str]]]:
    """The place of every entry → the problems (code, place) that are there without it."""
    origins = dict.fromkeys(origin for layer in layers for origin in layer.origins)
    if len(origins) > MOST_TRIED:
        return {}
    left = {}
    for origin in origins:
        tables, _, _ = apply_layers(base, [layer.without(origin) for layer in layers])
        left[origin.place] = {(problem.code, problem.place) for problem in check_tables(tables)[1]}
    return left


def _behind(problem: Problem, spots: Spots, blamed: Mapping[str, set[tuple[str, str]]]) -> Sequence[str]:
    """The places of the changes that a new problem comes from."""
    places = [place for place, left in blamed.items() if (problem.code, problem.place) not in left]
    lengths = (1, 0) if blamed else (2, 1, 0)
    return places or next(spots[problem.order[:n]] for n in lengths if problem.order[:n] in spots)


def _named(problem: Problem, places: Iterable[str]) -> Problem:
    """The problem with `a.yaml:3, b.yaml:7` in front of its place, each once; more than a few are cut short."""
    several = list(dict.fromkeys(places))
    if not several:
        return problem
    return replace(problem, place=f"{first_few(several, MOST_NAMED)} ({problem.place})")
