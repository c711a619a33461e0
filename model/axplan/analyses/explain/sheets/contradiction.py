"""Why there is no plan, in words: what collides, single ways out, and a plan that meets what can be met."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from axplan.analyses.explain.book_context import EOK, PERSONS, SHARE, ExplainBook
from axplan.analyses.explain.causes import SUBSCRIPTION, Cause
from axplan.analyses.explain.relaxations import (
    APPROPRIATION,
    CAPACITY,
    CAPACITY_GROWTH,
    FLOOR,
    PACE,
    PROGRESS,
    RULE,
    SOLVENCY,
    TARGET,
    TARGET_YEAR,
    Lever,
    Way,
)
from axplan.analyses.explain.sections import Section
from axplan.analyses.explain.shortfalls import Shortfall
from axplan.formulation.constraint_registry import describe
from axplan.inputs.schema.policy import AMOUNT, TRAINEES
from axplan.report.prices import significant
from axplan.report.tables.table import LABEL, Column, Line

if TYPE_CHECKING:
    from axplan.analyses.explain.infeasibility import Contradicted

SHEETS: Mapping[str, str] = {
    RULE: "rules", PROGRESS: "programmes", PACE: "programmes", TARGET: "tracks", TARGET_YEAR: "tracks", CAPACITY: "tracks",
    CAPACITY_GROWTH: "tracks", "span": "tracks", FLOOR: "floors",
}  # fmt: skip
"""The sheet a lever's row belongs to, where it is not one of the funds."""

SHORT_SHEETS = {"target": "tracks", "progress": "programmes", "rule": "rules", "floor": "floors"}


def sections(book: ExplainBook, found: Contradicted, name: str, file: str) -> list[Section]:
    """The causes with their cells, the ways out, and the elastic plan where it was asked for."""
    made = [causes_section(book, found), ways_section(book, found.ways, name)]
    if found.elastic is not None:
        made.append(elastic_section(book, found, file))
    return made


def causes_section(book: ExplainBook, found: Contradicted) -> Section:
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
    return book.tell(describe(book.inputs, cause.constraint, cause.key or None))


def shortfall_words(book: ExplainBook, cause: Cause) -> str:
    if cause.is_physical:
        return book.say("cause_physical")
    if cause.shortfall is None:
        return book.say("cause_not_alone")
    if cause.constraint == "indicator_floor":
        return book.of_indicator(cause.shortfall, cause.key)
    return book.quantity(cause.shortfall, cause.unit)


def ways_section(book: ExplainBook, ways: Sequence[Way], name: str) -> Section:
    if not ways:
        return Section(book.say("ways_heading"), book.say("no_ways", name=name))
    columns = [
        Column(book.say("way"), widest=LABEL),
        *(Column(book.say(word), "right") for word in ("from_figure", "to_figure", "move")),
        Column(book.say("worth_then", name=book.name, unit=book.unit), "n2"),
        Column(book.say("setting"), widest=60),
    ]
    lines, sentences = [], []
    for way in ways:
        lever = way.lever
        now, figure = (figure_words(book, lever, value) for value in (lever.now, way.figure))
        command = f'axplan run {name} --set "{way.setting}"'
        lines.append(Line(lever_words(book, lever), [now, figure, move_words(book, way), way.worth, command]))
        said = book.say(
            "way_sentence", what=lever_words(book, lever), now=now, figure=figure, change=move_words(book, way),
            name=book.name, worth=book.value(way.worth), unit=book.unit,
        )  # fmt: skip
        sentences.append(f"{said}\n    {command}")
    return Section(book.say("ways_heading"), book.say("ways_note"), sentences, columns, lines)


def lever_words(book: ExplainBook, lever: Lever) -> str:
    return book.say(f"lever_{lever.kind}", label=book.label(SHEETS.get(lever.kind, "funds"), lever.key))


def figure_words(book: ExplainBook, lever: Lever, figure: float) -> str:
    """A figure of a lever in the unit of its column."""
    if lever.kind == TARGET_YEAR:
        return f"{figure:.0f}"
    if lever.kind == FLOOR:
        return book.of_indicator(figure, lever.key)
    if lever.kind == RULE:
        return _rule_figure(book, lever.key, figure)
    unit = {APPROPRIATION: EOK, TARGET: PERSONS, CAPACITY: PERSONS, CAPACITY_GROWTH: SHARE, PROGRESS: SHARE,
            SOLVENCY: SHARE, PACE: SHARE, "carry_over": SHARE}.get(lever.kind)  # fmt: skip
    return book.quantity(figure, unit) if unit else book.say("times", figure=significant(figure, 4))


def _rule_figure(book: ExplainBook, rule: str, figure: float) -> str:
    rules = book.inputs.rules
    if rules.unit[rule] != AMOUNT:
        return f"{figure:.2%}"
    return book.quantity(figure, PERSONS if rules.measure[rule] == TRAINEES else EOK)


def move_words(book: ExplainBook, way: Way) -> str:
    """By how much a figure moves, with its sign and, for amounts, as a share of what stands now."""
    sign = "△" if way.amount < 0 else "+"
    size = figure_words(book, way.lever, abs(way.amount))
    untold = way.lever.kind == TARGET_YEAR or size.endswith("%") or not way.lever.scale
    share = "" if untold else f", {sign}{way.relative:.1%}"
    return f"{sign}{size}{share}"


def elastic_section(book: ExplainBook, found: Contradicted, file: str) -> Section:
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
    return book.say(f"shortfall_{missed.kind}", label=book.label(SHORT_SHEETS[missed.kind], missed.key))


def _amounts(book: ExplainBook, missed: Shortfall) -> tuple[str, str]:
    if missed.kind == "floor":
        return book.of_indicator(missed.required, missed.key), book.of_indicator(missed.missed, missed.key)
    unit = {"target": PERSONS, "progress": SHARE}.get(missed.kind)
    if unit is None:
        unit = PERSONS if book.inputs.rules.measure[missed.key] == TRAINEES else EOK
    required = (
        book.quantity(missed.required, unit) if missed.required == missed.required else book.say("moves_with_plan")
    )
    return required, book.quantity(missed.missed, unit)
