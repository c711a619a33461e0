"""Public commitments by task and industry."""

from __future__ import annotations

from axplan.report.context import Book
from axplan.report.pivot import sums
from axplan.report.table import LABEL, Column, Line, across, plus, share_of


def write(book: Book) -> None:
    """One line a task, one column an industry."""
    page = book.start("by_task", book.money_unit)
    x, frame = book.plan.inputs, book.plan.frames["commitments"]
    public, private = sums(frame, "task industry", "commitment"), sums(frame, "task", "private")
    industries = x.initiative_industries
    count = len(industries)
    columns = [
        Column(book.heading("commitments", "task"), widest=LABEL),
        *(book.money_column(book.label("industries", i)) for i in industries),
        book.money_column(book.say("public_total"), computed=across(1, count)),
        Column(book.say("share"), "share", adds=True, computed=share_of(count + 1)),
        book.money_column(book.heading("commitments", "private")),
        book.money_column(book.heading("commitments", "investment"), computed=plus(count + 1, count + 3)),
    ]
    tasks = tuple(
        Line(
            book.label("tasks", k),
            [*(book.cash(public[k, i]) for i in industries), None, None, book.cash(private[k])],
            key=k,
        )
        for k in x.tasks.task
    )
    book.placed["by_task"] = page.table(columns, [Line(book.say("total"), lines=tasks, key="total")])
