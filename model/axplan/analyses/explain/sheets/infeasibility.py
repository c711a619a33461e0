"""Why there is no plan, in words: what collides, single ways out, and a plan that meets what can be met."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from axplan.analyses.explain.book_context import ExplainBook
from axplan.analyses.explain.causes import Cause
from axplan.analyses.explain.relaxations import Cure, Relaxation
from axplan.analyses.explain.sections import Section
from axplan.analyses.explain.shortfalls import Shortfall
from axplan.formulation.constraint_registry import (
    FLOOR,
    PHYSICAL,
    RULE,
    SUBSCRIPTION,
    TARGET_YEAR,
    TIMES,
    describe,
    unit_of,
)
from axplan.inputs.schema.policy import AMOUNT
from axplan.report.prices import significant
from axplan.report.tables.table import LABEL, Column, Line

if TYPE_CHECKING:
    from axplan.analyses.explain.infeasibility import Infeasibility


def sections(book: ExplainBook, found: Infeasibility, name: str, file: str) -> list[Section]:
    """The causes with their cells, the ways out, and the elastic plan where it was asked for."""
    made = [causes_section(book, found), cures_section(book, found.ways, name)]
    if found.elastic is not None:
        made.append(elastic_section(book, found, file))
    return made


def causes_section(book: ExplainBook, found: Infeasibility) -> Section:
    columns = [
        Column(book.say("cause"), widest=60),
        Column(book.say("cells"), widest=LABEL),
        Column(book.say("shortfall"), widest=30),
    ]
    told = [(cause_words(book, c), found.cells.get(c, ""), shortfall_words(book, c)) for c in found.causes]
    lines = [Line(what, [cells, short]) for what, cells, short in told]
    sentences = [f"{what} [{cells}] — {short}" for what, cells, short in told]
    note = book.say("causes_note") if told else book.say("cause_unproven")
    return Section(book.say("causes_heading"), note, sentences, columns, lines)


def cause_words(book: ExplainBook, cause: Cause) -> str:
    if cause.constraint == SUBSCRIPTION:
        ratio = significant(book.inputs.funds.private_ratio[cause.key])
        return book.say("subscription_limit", fund=book.label("funds", cause.key), ratio=ratio)
    return book.tell(describe(book.inputs, cause.constraint, cause.key))


def shortfall_words(book: ExplainBook, cause: Cause) -> str:
    if cause.entry.kind == PHYSICAL:
        return book.say("cause_physical")
    if cause.shortfall is None:
        return book.say("cause_not_alone")
    if FLOOR in cause.entry.movable:
        return book.of_indicator(cause.shortfall, cause.key)
    return book.quantity(cause.shortfall, cause.unit)


def cures_section(book: ExplainBook, cures: Sequence[Cure], name: str) -> Section:
    if not cures:
        return Section(book.say("ways_heading"), book.say("no_ways", name=name))
    columns = [
        Column(book.say("way"), widest=LABEL),
        *(Column(book.say(word), "right") for word in ("from_figure", "to_figure", "move")),
        Column(book.say("worth_then", name=book.name, unit=book.unit), "n2"),
        Column(book.say("setting"), widest=60),
    ]
    lines, sentences = [], []
    for cure in cures:
        what, change = relaxation_words(book, cure.relaxation), move_words(book, cure)
        now, figure = (figure_words(book, cure.relaxation, value) for value in (cure.relaxation.now, cure.figure))
        command = f'axplan run {name} --set "{cure.setting}"'
        lines.append(Line(what, [now, figure, change, cure.worth, command]))
        said = book.say(
            "way_sentence", what=what, now=now, figure=figure, change=change,
            name=book.name, worth=book.value(cure.worth), unit=book.unit,
        )  # fmt: skip
        sentences.append(f"{said}\n    {command}")
    return Section(book.say("ways_heading"), book.say("ways_note"), sentences, columns, lines)


def relaxation_words(book: ExplainBook, relaxation: Relaxation) -> str:
    """What is moved: the figure and whose it is."""
    movable = relaxation.movable
    return book.say(f"lever_{movable.name}", label=book.label(movable.label_sheet, relaxation.key))


def figure_words(book: ExplainBook, relaxation: Relaxation, figure: float) -> str:
    """A figure in the unit of its column."""
    movable = relaxation.movable
    if movable is TARGET_YEAR:
        return f"{figure:.0f}"
    if movable is FLOOR:
        return book.of_indicator(figure, relaxation.key)
    if movable is RULE:
        return _rule_figure(book, relaxation.key, figure)
    if movable.unit == TIMES:
        return book.say("times", figure=significant(figure, 4))
    return book.quantity(figure, movable.unit)


def _rule_figure(book: ExplainBook, rule: str, figure: float) -> str:
    if book.inputs.rules.unit[rule] != AMOUNT:
        return f"{figure:.2%}"
    return book.quantity(figure, unit_of(book.inputs, "rule_limit", rule))


def move_words(book: ExplainBook, cure: Cure) -> str:
    """By how much a figure moves, with its sign and, for amounts, as a share of what stands now."""
    sign = "△" if cure.amount < 0 else "+"
    size = figure_words(book, cure.relaxation, abs(cure.amount))
    no_share = cure.relaxation.movable is TARGET_YEAR or size.endswith("%") or not cure.relaxation.scale
    return f"{sign}{size}{'' if no_share else f', {sign}{cure.relative:.1%}'}"


def elastic_section(book: ExplainBook, found: Infeasibility, file: str) -> Section:
    elastic = found.elastic
    assert elastic is not None
    if elastic.shortfalls is None:
        return Section(book.say("elastic_heading"), book.say("elastic_nothing"))
    columns = [Column(book.say("cause"), widest=60), *(Column(book.say(w), "right") for w in ("required", "missed"))]
    told = [(short_words(book, s), *_amounts(book, s)) for s in elastic.shortfalls]
    sentences = [
        f"{what}: {book.say('missed')} {missed} ({book.say('required')} {required})" for what, required, missed in told
    ]
    if elastic.worth is not None:
        sentences.append(
            book.say("elastic_worth", name=book.name, worth=book.value(elastic.worth), unit=book.unit)
        )  # fmt: skip
    lines = [Line(what, [required, missed]) for what, required, missed in told]
    return Section(book.say("elastic_heading"), book.say("elastic_note", file=file), sentences, columns, lines)


def short_words(book: ExplainBook, missed: Shortfall) -> str:
    """Which requirement falls short."""
    return book.say(f"shortfall_{missed.kind}", label=book.label(missed.movable.sheet, missed.key))


def _amounts(book: ExplainBook, missed: Shortfall) -> tuple[str, str]:
    if missed.movable is FLOOR:
        return book.of_indicator(missed.required, missed.key), book.of_indicator(missed.missed, missed.key)
    unit = unit_of(book.inputs, missed.constraint, missed.key)
    known = missed.required == missed.required
    required = book.quantity(missed.required, unit) if known else book.say("moves_with_plan")
    return required, book.quantity(missed.missed, unit)
