"""The five figures a committee asks for first, as they are printed: those of the workbook's summary, for brief and
terminal."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from axplan.inputs.objective import NAMES
from axplan.report.context import Book
from axplan.report.prices import told
from axplan.report.sheets.appraisal import headline as appraised
from axplan.report.sheets.summary_headline import objective_remark
from axplan.report.styles import written_number
from axplan.report.whose_money import mobilised


@dataclass(frozen=True)
class HeadlineFigure:
    """What it is, the number as it is printed, and what to know about it."""

    label: str
    value: str
    remark: str
    warns: bool = False


def headline_figures(book: Book) -> Iterator[HeadlineFigure]:
    """The indicator that is maximised, state money, all money mobilised, people trained, benefit over cost."""
    yield _objective(book)
    yield from _money(book)
    if len(book.plan.frames["targets"]):
        yield _people(book)
    yield _ratio(book)


def _objective(book: Book) -> HeadlineFigure:
    """The maximised indicator; penalties of soft rules are not taken off."""
    objective = book.plan.objective
    label = book.say("with_unit", what=book.tell(NAMES[objective.indicator]), unit=book.tell(objective.unit))
    value = objective_value(book)
    number = written_number(value, book.indicator_number(value), book.language)
    return HeadlineFigure(label, number, objective_remark(book))


def objective_value(book: Book) -> float:
    """The indicator that is maximised, or the weighted sum of indicators, in the unit of the objective."""
    per_unit = book.plan.objective.per_unit(book.plan.best)
    return math.fsum(factor * book.plan.indicators[v] for v, factor in per_unit.items())


def _money(book: Book) -> Iterator[HeadlineFigure]:
    found, unit = mobilised(book.plan), book.money_unit
    names = ("appropriated", "lapsed", "state", "subscribed", "returned", "match", "total")
    said = {name: written_number(book.cash(getattr(found, name)), book.money_number, book.language) for name in names}
    for name, of in (("state", "card_state"), ("total", "card_total")):
        yield HeadlineFigure(book.say(of, unit=unit), said[name], book.say(f"{of}_remark", **said))


def _people(book: Book) -> HeadlineFigure:
    frame = book.plan.frames["targets"]
    achieved, target = float(frame["achieved"].sum()), float(frame["target"].sum())
    share = f"{achieved / target if target else 1.0:.1%}"
    remark = book.say("card_people_remark", target=f"{target:,.0f}", share=share)
    return HeadlineFigure(book.say("card_people"), f"{achieved:,.0f}", remark)


def _ratio(book: Book) -> HeadlineFigure:
    """As a feasibility study counts: own value added against the additional investment."""
    row = appraised(book)
    ratio = row["benefit_cost_ratio"]
    value = written_number(ratio, "n2", book.language) if ratio == ratio else "-"
    return HeadlineFigure(
        book.say("ratio"), value, book.say("card_ratio_remark", npv=told(book, row["npv"])), ratio < 1
    )
