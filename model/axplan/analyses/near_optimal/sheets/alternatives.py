"""대안 계획: a few plans that are nearly as good and as different as can be, beside the best one."""

from collections.abc import Sequence
from typing import Any

from axplan.analyses.near_optimal.aggregates import KINDS, TOTALS
from axplan.analyses.near_optimal.book_context import FirmBook
from axplan.report.charts import clustered
from axplan.report.page.layout import Page
from axplan.report.page.placed import Placed
from axplan.report.tables.pivot import records
from axplan.report.tables.table import LABEL, Column, Line
from axplan.solver.session import LEAST

Key = tuple[Any, ...]


def write(book: FirmBook) -> None:
    """How far each plan lies from the best one; what all of them spend; the same by stage, region, task and year."""
    page = book.start("firm_plans", book.money_unit)
    page.note(book.say("plans_note", within=book.within))
    page.section(book.say("plans_heading"))
    _write_plans(book, page)
    columns, spending = _columns(book), _spending(book)
    page.band([_chart(book, page.sketch(columns, [spending], page.ahead(charts=1)))])
    page.section(book.say("plans_spending"))
    page.table(columns, [spending])
    for kind in ("stage", "industry_region", "region", "task"):
        _write_kind(book, page, kind, "commitment")
    for kind in ("region_public", "year"):
        _write_kind(book, page, kind, "public")


def _write_plans(book: FirmBook, page: Page) -> None:
    unit, value = book.tell(book.firmness.plan.objective.unit), book.firmness.plan.value
    columns = [
        Column(book.say("plan_name")),
        Column(book.say("unit_below", what=book.say("plan_objective"), unit=unit), book.indicator_number(value)),
        Column(book.say("given_up"), "share"),
        Column(book.say("moved"), "share"),
    ]
    rows = records(book.firmness.alternatives)
    lines = [Line(_name(book, row.plan), [row.objective, row.given_up, row.moved]) for row in rows]
    page.table(columns, lines)
    for row in rows[1:]:
        page.note(_found_at(book, row))
    if len(rows) < 2:
        page.note(book.say("no_other_plans"))


def _name(book: FirmBook, number: int) -> str:
    return book.say("other_plan", number=number) if number else book.say("best_plan")


def _found_at(book: FirmBook, row: Any) -> str:
    """At the end of which range a plan was found."""
    item = book.firmness.label(row.kind, row.name, book.language)
    return book.say(
        "found_least" if row.end == LEAST else "found_most",
        plan=_name(book, row.plan),
        kind=KINDS[row.kind].title,
        item=item,
    )


def _columns(book: FirmBook) -> Sequence[Column]:
    count = range(len(book.printed))
    return [
        Column(book.say("firm_item"), widest=LABEL),
        *(book.money_column(_name(book, n), name=str(n)) for n in count),
    ]


def _amounts(book: FirmBook, kind: str, key: Key) -> list[float]:
    return [book.amount(n, kind, key) for n in range(len(book.printed))]


def _leaf(book: FirmBook, kind: str, key: Key) -> Line:
    label = book.firmness.label(kind, ".".join(map(str, key)), book.language)
    return Line(label, _amounts(book, kind, key), key=(kind, key))


def _keys(book: FirmBook, kind: str) -> list[Key]:
    return [key for of, key in book.firmness.keys if of == kind]


def _total(book: FirmBook, use: str, lines: Sequence[Line]) -> Line:
    return Line(book.tell(TOTALS[use]), lines=tuple(lines), key=("total", (use,)))


def _spending(book: FirmBook) -> Line:
    """All public money: commitments by industry and stage, training by track, outlays and running costs by
    programme."""
    stages = _keys(book, "stage")
    industries = [
        Line(
            book.firmness.label("industry", i, book.language),
            lines=tuple(_stage_of(book, i, s) for (s,) in stages),
            key=("industry", (i,)),
        )
        for (i,) in _keys(book, "industry")
    ]
    parts = [_total(book, "commitment", industries)] if industries else []
    for use, kind in (("training", "track"), ("outlay", "programme"), ("running", "running")):
        if keys := _keys(book, kind):
            parts.append(_total(book, use, [_leaf(book, kind, key) for key in keys]))
    return _total(book, "public", parts)


def _stage_of(book: FirmBook, i: str, s: str) -> Line:
    key = ("industry_stage", (i, s))
    return Line(book.firmness.label("stage", s, book.language), _amounts(book, *key), key=key)


def _write_kind(book: FirmBook, page: Page, kind: str, use: str) -> None:
    keys = _keys(book, kind)
    if keys:
        page.section(book.tell(KINDS[kind].title))
        page.table(_columns(book), [_total(book, use, [_leaf(book, kind, key) for key in keys])])


def _chart(book: FirmBook, placed: Placed) -> Any:
    """The plans side by side, industry by industry."""
    keys = [("industry", key) for key in _keys(book, "industry")] or [("total", ("public",))]
    series = [placed.along(key, "0", str(len(book.printed) - 1)) for key in keys]
    return clustered(book, book.tell(KINDS["industry"].title), book.money_unit, series, years=False)
