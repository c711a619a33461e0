"""The figures at the head of the brief, those of the workbook's summary."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from axplan.inputs.objective import NAMES
from axplan.plan.frames import USES
from axplan.report.brief.budget import BudgetTable
from axplan.report.brief.markup import element, flowing
from axplan.report.brief.numbers import fitting_size, printed, shortened
from axplan.report.context import Book
from axplan.report.sheets.summary_headline import gained

ROOM, LARGEST, SMALLEST, REMARK = 90.0, 17.0, 7.0, 6.8
"""Points across a figure, sizes its letters may have, and the size of those below it."""

REMARK_LINES = 4


@dataclass(frozen=True)
class HeadlineFigure:
    """What it is, the number as it is printed, and what to know about it."""

    label: str
    value: str
    remark: str
    warns: bool = False


def figures(book: Book, made: BudgetTable) -> Iterator[HeadlineFigure]:
    """The indicator that is maximised, public money, all investment, people trained, benefit over cost."""
    yield _objective(book)
    yield from _money(book, made)
    if len(book.plan.frames["targets"]):
        yield _people(book)
    yield _ratio(book)


def shown(items: Iterator[HeadlineFigure]) -> Element:
    """The figures side by side."""
    return element("dl", *(_figure(item) for item in items), class_="figures")


def appraised(book: Book, item: str, side: str = "with_compute") -> float:
    """An item of benefit and cost; money in the unit of the book, nan for a ratio without costs."""
    frame = book.plan.frames["appraisal"]
    amount = float(dict(zip(frame["item"], frame[side], strict=True))[item])
    return amount if item == "benefit_cost_ratio" else amount * book.money.per_eok


def net_present_value(book: Book) -> str:
    """The net present value with its unit."""
    return printed(appraised(book, "npv"), book.money_number) + book.say("unit_after", unit=book.money_unit)


def weights(book: Book) -> str:
    """The weights of a weighted objective."""
    listed = ", ".join(f"{book.tell(NAMES[v])} {weight:g}" for v, weight in book.plan.objective.weights.items())
    return book.say("weighted_remark", weights=listed)


def _figure(item: HeadlineFigure) -> Element:
    size = fitting_size(item.value, ROOM, SMALLEST, LARGEST)
    remark = shortened(item.remark, REMARK, REMARK_LINES * ROOM * 0.9)
    return element(
        "div",
        element("dt", *flowing(item.label)),
        element("dd", item.value, class_="value", style=f"font-size: {size:.1f}pt"),
        element("dd", *flowing(remark), class_="remark"),
        class_="figure warns" if item.warns else "figure",
    )


def _objective(book: Book) -> HeadlineFigure:
    """The maximised indicator; penalties of soft rules are not taken off."""
    objective, x = book.plan.objective, book.plan.inputs
    label = book.say("with_unit", what=book.tell(NAMES[objective.indicator]), unit=book.tell(objective.unit))
    per_unit = objective.per_unit(book.plan.best)
    value = math.fsum(factor * book.plan.indicators[v] for v, factor in per_unit.items())
    remark = book.say(
        "objective_remark", first=x.effect_years[0], last=x.effect_years[-1], rate=x.settings.social_discount_rate
    )
    said = weights(book) if objective.is_weighted else remark
    remark = f"{book.say('maximised')} {said}{gained(book)}"
    return HeadlineFigure(label, printed(value, book.indicator_number(value)), remark)


def _money(book: Book, made: BudgetTable) -> Iterator[HeadlineFigure]:
    frames, kind, unit, years = book.plan.frames, book.money_number, book.money_unit, book.plan.inputs.years
    private = book.cash(math.fsum(frames[use.frame][use.private].sum() for use in USES))
    remark = book.say("card_public_remark", first=years[0], last=years[-1])
    yield HeadlineFigure(book.say("card_public", unit=unit), printed(made.total, kind), remark)
    remark = book.say("card_private") + printed(private, kind)
    yield HeadlineFigure(book.say("card_total", unit=unit), printed(round(made.total + private, 9), kind), remark)


def _people(book: Book) -> HeadlineFigure:
    frame = book.plan.frames["targets"]
    achieved, target = float(frame["achieved"].sum()), float(frame["target"].sum())
    share = printed(achieved / target if target else 1.0, "share")
    parts = (book.say("card_target"), printed(target, "n0"), book.say("card_target_part"), share)
    return HeadlineFigure(book.say("card_people"), printed(achieved, "n0"), "".join(parts))


def _ratio(book: Book) -> HeadlineFigure:
    ratio = appraised(book, "benefit_cost_ratio")
    return HeadlineFigure(
        book.say("ratio"), printed(ratio, "n2"), book.say("card_npv") + net_present_value(book), ratio < 1
    )
