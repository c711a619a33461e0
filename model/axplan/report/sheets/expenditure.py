"""The one-off effect of the spending itself, kept apart from the effect of the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from axplan.plan.effects import expenditure_effect
from axplan.report.context import Book
from axplan.report.page.layout import Page
from axplan.report.tables.table import Column, Line, times

if TYPE_CHECKING:
    import pandas as pd

SHEETS = {
    "stage": ("stages", "commitment_uses"),
    "track": ("tracks", "trainee_uses"),
    "programme": ("programmes", "outlay_uses"),
}
"""The parts of the spending: the sheet their names are rows of, and the item of the ledger they belong to."""


def write_expenditure(book: Book, page: Page) -> None:
    """The warning not to add it to anything, then spending × inducement by stage, track and programme."""
    page.span(page.row, 0, book.say("expenditure_note"), "bad")
    page.row += 1
    money = [
        book.say("unit_below", what=book.heading("expenditure_effect", name), unit=book.money_unit)
        for name in ("spending", "effect")
    ]
    columns = [
        Column(book.say("use_and_item")),
        book.money_column(money[0], name="spending"),
        Column(book.heading("expenditure_effect", "expenditure_inducement"), "n2", name="inducement"),
        book.money_column(money[1], computed=times("spending", "inducement")),
    ]
    frame = expenditure_effect(
        book.plan.inputs, book.plan.frames
    )  # of the printed amounts, as the budget sheets show them
    parts = tuple(part for name in SHEETS for part in _part(book, frame, name))
    book.placed["expenditure"] = page.table(columns, [Line(book.say("total"), lines=parts, key="total")])


def _part(book: Book, frame: pd.DataFrame, part: str) -> list[Line]:
    """The line of a part and the lines below it; nothing where the plan has no such part."""
    sheet, item = SHEETS[part]
    rows: Any = frame[frame["part"] == part].set_index("name")
    known = [name for name in getattr(getattr(book.plan.inputs, sheet), part) if name in rows.index]
    lines = tuple(
        Line(
            book.label(sheet, name),
            [book.cash(float(rows.at[name, "spending"])), float(rows.at[name, "expenditure_inducement"])],
            key=(part, name),
        )
        for name in known
    )
    return [Line(book.heading("ledger", item), lines=lines, key=part)] if lines else []
