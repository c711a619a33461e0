"""The result of the appraisal: items in rows, ways of counting in columns, and the plan without a pillar."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from axplan.plan.appraisal import CONVENTIONS, COSTS
from axplan.report.sheets.appraisal_flows import BENEFIT, COST, Flows
from axplan.report.styles import MINUS
from axplan.report.tables.table import Column, Formula, Value, number

if TYPE_CHECKING:
    from axplan.plan.without import Worth
    from axplan.report.context import Book
    from axplan.report.page.layout import Page

RATIO, NPV, IRR = "benefit_cost_ratio", "npv", "irr"
ORDER = (BENEFIT, COST, *COSTS, NPV, RATIO, IRR)
KINDS = {RATIO: "n2", IRR: "share"}
WITHOUT = "without"
LAST = 11
"""The last column of the remarks."""

Sums = Mapping[str, Value]
"""Benefit and the items of cost, as the cells of a column show them."""


def write_result(book: Book, page: Page, flows: Flows) -> None:
    """Item → a column for each convention, one for the plan without a pillar, and what is counted."""
    sides: dict[str, Sums] = {c.name: flows.of(c) for c in CONVENTIONS}
    titles = [Column(book.say("item"), widest=40), *_columns(book)]
    if planned := _planned(book):
        sides[WITHOUT] = _sums(book, planned)
    page.headings(titles)
    page.span(page.row - 1, len(titles), book.say("how"), "head", LAST)
    rows = {name: page.row + n for n, name in enumerate(ORDER)}
    local = page.placed(rows, {}, titles).local
    values: dict[object, list[Value]] = {}
    for name in ORDER:
        cells = [_cell(partial(_at, local, side), name, sums) for side, sums in sides.items()]
        values[name] = [book.say(f"item_{name}"), *cells]
        role = "cell" if name in COSTS else "total"
        like = [titles[0], *(Column("", KINDS.get(name, book.money_number)) for _ in sides), titles[-1]]
        page.span(page.row, len(titles), book.say(f"how_{name}"), role, LAST)
        page.line(values[name], like, role, indent=int(name in COSTS))
    book.placed["appraisal"] = page.placed(rows, values, titles)


def _at(local: Callable[[str, str], str], side: str, item: str) -> str:
    return local(item, side)


def without_words(book: Book) -> str:
    """What the pillar that is set apart brings at the margin, or that nothing can be planned without it."""
    found = book.plan.without
    if found is None:
        return ""
    pillar = book.word("pillar", found.key)
    lost, saved = found.benefit_lost, found.cost_saved
    if lost is None or saved is None:
        return book.say("without_none", pillar=pillar)
    margin = book.say("margin_none") if found.ratio is None else f"{found.ratio:.2f}"
    return book.say(
        "without_note", pillar=pillar, unit=book.money_unit, margin=margin,
        benefit=_changed(book, -lost), cost=_changed(book, -saved),
    )  # fmt: skip


def _changed(book: Book, amount: float) -> str:
    """An amount of 억원 in the unit of the book, with its sign."""
    shown = round(amount * book.money.per_eok, book.money.decimals)
    return f"{MINUS[book.language] if shown < 0 else '+'}{abs(shown):,.{book.money.decimals}f}"


def _columns(book: Book) -> list[Column]:
    money = book.money_number
    columns = [Column(book.say(f"convention_{c.name}"), money, name=c.name) for c in CONVENTIONS]
    if _planned(book) and book.plan.without:
        pillar = book.word("pillar", book.plan.without.key)
        columns.append(Column(book.say("planned_without", pillar=pillar), money, name=WITHOUT))
    return [*columns, Column("", narrowest=2.0)]


def _planned(book: Book) -> Worth | None:
    return book.plan.without.planned if book.plan.without else None


def _sums(book: Book, planned: Worth) -> Sums:
    """The plan without a pillar is no part of the book, so that its sums are figures."""
    return {name: amount * book.money.per_eok for name, amount in ((BENEFIT, planned.benefit), *planned.costs.items())}


def _cell(local: Callable[[str], str], name: str, sums: Sums) -> Value:
    """A cell of the result: a discounted sum, or what follows from the cells of its column."""
    benefit, cost = local(BENEFIT), local(COST)
    worth, spent = number(sums[BENEFIT]), sum(number(sums[item]) for item in COSTS)
    if name == COST:
        return Formula(f"=SUM({local(COSTS[0])}:{local(COSTS[-1])})", spent)
    if name == NPV:
        return Formula(f"={benefit}-{cost}", worth - spent)
    if name == RATIO:
        return Formula(f'=IF({cost}=0,"",{benefit}/{cost})', worth / spent if spent else "")
    return sums.get(name)
