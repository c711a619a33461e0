"""For any changes: an overlay is the edit one would make by hand, and the order of its lines does not matter."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from axplan.inputs.tables import Raw, Row, Tables
from axplan.runs.run_record import input_hash
from axplan.scenario import Applied
from axplan.scenario.addresses import changeable_sheets, declaration, row_name
from axplan.workbook.baseline import baseline_tables
from tiny_scenarios import overlaid

BASE = baseline_tables()

Edits = Mapping[str, tuple[str, str]]
"""Address → what to do, and the number as it is written."""


def numbers() -> dict[str, tuple[str, int, str]]:
    """Address → sheet, row number and column of every cell of the baseline that holds a number and can be changed."""
    return {
        f"{name}.{row_name(sheet, row)}.{column}": (name, row.number, column)
        for name, sheet in changeable_sheets().items()
        for row in BASE[name].rows
        for column, raw in row.values.items()
        if (declared := declaration(sheet, row_name(sheet, row), column)) and declared.numeric and raw is not None
    }


CELLS = numbers()

written = st.decimals(min_value=-1000, max_value=1000, places=3).map(str)
edits = st.dictionaries(
    st.sampled_from(sorted(CELLS)),
    st.tuples(st.sampled_from(["set", "scale", "add"]), written),
    min_size=1,
    max_size=12,
)


def by_hand(tables: Tables, changed: Edits) -> Tables:
    """The tables with each cell typed over, in exact arithmetic."""
    typed: dict[tuple[str, int, str], Raw] = {}
    for address, (how, number) in changed.items():
        name, row_number, column = CELLS[address]
        (row,) = (row for row in tables[name].rows if row.number == row_number)
        old, given_ = Fraction(repr(row.values[column])), Fraction(number)
        typed[CELLS[address]] = float({"set": given_, "scale": old * given_, "add": old + given_}[how])
    return Tables(
        tables.source,
        {
            name: table.with_rows(
                tuple(
                    Row(row.number, {c: typed.get((name, row.number, c), raw) for c, raw in row.values.items()})
                    for row in table.rows
                )
            )
            for name, table in tables.tables.items()
        },
    )


def lines(changed: Edits, order: Sequence[str] = ()) -> str:
    said = {address: number if how == "set" else f"{{{how}: {number}}}" for address, (how, number) in changed.items()}
    return "changes:\n" + "".join(f"  {address}: {said[address]}\n" for address in order or said)


def applied(text: str, options: Sequence[str] = (), **others: str) -> Applied:
    with tempfile.TemporaryDirectory() as folder:
        return overlaid(Path(folder), text, BASE, options, **others)


@given(edits)
def test_an_overlay_of_numbers_is_the_same_as_typing_them_over(changed: Edits) -> None:
    made = applied(lines(changed))
    assert made.refused == ()
    assert input_hash(made.tables) == input_hash(by_hand(BASE, changed))
    assert [change.address for change in made.changes] == list(changed)


@given(edits, st.randoms())
def test_the_order_of_the_lines_does_not_matter(changed: Edits, draw) -> None:
    order = list(changed)
    draw.shuffle(order)
    assert applied(lines(changed)).tables.content() == applied(lines(changed, order)).tables.content()


@given(edits)
def test_options_say_the_same_as_the_file(changed: Edits) -> None:
    signs = {"set": "", "scale": "*", "add": "+"}
    options = [f"{address}={signs[how]}{number}" for address, (how, number) in changed.items()]
    assert applied("", options).tables.content() == applied(lines(changed)).tables.content()


@given(edits, edits)
def test_a_file_that_extends_another_is_one_edit_after_the_other(first: Edits, second: Edits) -> None:
    made = applied(f"extends: b\n{lines(second)}", b=lines(first))
    assert input_hash(made.tables) == input_hash(by_hand(by_hand(BASE, first), second))


@given(st.sets(st.sampled_from(sorted(CELLS)), min_size=1, max_size=12))
def test_scaling_by_one_and_adding_nothing_changes_nothing(addresses: set[str]) -> None:
    nothing = {address: (("scale", "1"), ("add", "0"))[n % 2] for n, address in enumerate(sorted(addresses))}
    made = applied(lines(nothing))
    assert input_hash(made.tables) == input_hash(BASE)
    assert len(made.changes) == len(nothing)


@given(st.sampled_from(sorted({tuple(a.split(".")) for a in CELLS})), st.booleans(), st.booleans())
def test_a_star_is_every_row_or_column_named_one_by_one(
    address: tuple[str, str, str], rows: bool, columns: bool
) -> None:
    table, row, column = address
    across = bool(changeable_sheets()[table].across) and columns
    mine = [
        other
        for other in CELLS
        if other.split(".")[0] == table
        and (rows or other.split(".")[1] == row)
        and (across or other.split(".")[2] == column)
    ]
    wild = f"{table}.{'*' if rows else row}.{'*' if across else column}"
    by_name = {other: ("scale", "0.5") for other in mine}
    assert applied(lines({wild: ("scale", "0.5")})).tables.content() == applied(lines(by_name)).tables.content()
