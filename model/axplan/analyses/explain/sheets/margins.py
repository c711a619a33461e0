"""B/C at the margin, in words: what every pillar and programme brings and costs against the plan made without it."""

from collections.abc import Sequence

from axplan.analyses.explain.book_context import ExplainBook, Section
from axplan.formulation.constraint_registry import EOK
from axplan.plan.without import PILLAR, Without
from axplan.report.styles import MINUS, decimals
from axplan.report.tables.table import LABEL, Column, Line


def margins_section(book: ExplainBook, margins: Sequence[Without]) -> Section:
    """Benefit lost, cost saved, B/C at the margin and the change of the objective; pillars first, then programmes."""
    changes = [abs(book.small(m.change or 0.0)) for m in margins]
    columns = [
        Column(book.say("left_out"), widest=LABEL),
        Column(book.say("benefit_lost"), "n1"),
        Column(book.say("cost_saved"), "n1"),
        Column(book.say("margin_ratio"), "n2"),
        Column(book.say("change_without", unit=book.small_unit), f"n{decimals(max(changes, default=0.0))}"),
        Column(book.say("margin_reading"), widest=60),
    ]
    lines = [Line(_of(book, m), _cells(book, m), key=(m.kind, m.key)) for m in margins]
    return Section(
        book.say("explain_margins_heading"), book.say("explain_margins_note"),
        [_sentence(book, m) for m in margins], columns, lines,
    )  # fmt: skip


def _cells(book: ExplainBook, margin: Without) -> list[str | float | None]:
    change = None if margin.change is None else book.small(margin.change)
    return [margin.benefit_lost, margin.cost_saved, margin.ratio, change, book.say(reading(margin))]


def reading(margin: Without) -> str:
    """The name of the words that say what the figures mean."""
    lost, saved = margin.benefit_lost, margin.cost_saved
    if lost is None or saved is None:
        return "margin_impossible"
    if saved <= 0:
        return "margin_saves_nothing"
    if lost <= 0:
        return "margin_gains" if lost < 0 else "margin_brings_nothing"
    return "margin_pays" if lost >= saved else "margin_costs"


def _of(book: ExplainBook, margin: Without) -> str:
    if margin.kind == PILLAR:
        return book.say("of_pillar", name=book.word("pillar", margin.key))
    return book.label("programmes", margin.key)


def _sentence(book: ExplainBook, margin: Without) -> str:
    lost, saved, change = margin.benefit_lost, margin.cost_saved, margin.change
    what = _of(book, margin)
    if lost is None or saved is None or change is None:
        return f"{what}: {book.say(reading(margin))}."
    ratio = "-" if margin.ratio is None else f"{margin.ratio:.2f}".replace("-", MINUS[book.language])
    return book.say(
        "margin_sentence", what=what, benefit=_signed(book, -lost), cost=_signed(book, -saved), ratio=ratio,
        name=book.name, change=book.signed(change), reading=book.say(reading(margin)),
    )  # fmt: skip


def _signed(book: ExplainBook, amount: float) -> str:
    sign = MINUS[book.language] if amount < 0 else "+" if amount > 0 else ""
    return sign + book.quantity(abs(amount), EOK)
