"""The one-off effect of the spending itself, kept apart from the effect of the plan."""

from __future__ import annotations

from typing import Any

from axplan.report.context import Book
from axplan.report.table import LABEL, Column, Line, times

SHEETS = {
    "stage": ("stages", "commitment_uses"),
    "track": ("tracks", "trainee_uses"),
    "programme": ("programmes", "outlay_uses"),
}
"""The parts of the spending: the sheet their names are rows of, and the item of the ledger they belong to."""


def write(book: Book) -> None:
    """Spending × inducement by stage, track and programme."""
    page = book.start("expenditure", book.money_unit)
    frame = book.plan.frames["expenditure_effect"]
    columns = [
        Column(book.say("use_and_item"), widest=LABEL),
        book.money_column(book.heading("expenditure_effect", "spending")),
        Column(book.heading("expenditure_effect", "expenditure_inducement"), "n2"),
        book.money_column(book.heading("expenditure_effect", "effect"), computed=times(1, 2)),
    ]
    parts = []
    for part, (sheet, item) in SHEETS.items():
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
        if lines:
            parts.append(Line(book.heading("ledger", item), lines=lines, key=part))
    book.placed["expenditure"] = page.table(columns, [Line(book.say("total"), lines=tuple(parts), key="total")])
    page.note(book.say("expenditure_note"))
