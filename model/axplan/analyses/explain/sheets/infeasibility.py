"""Why there is no plan, in words: what collides, single relaxations, and a plan that meets what can be met."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from axplan.analyses.explain.book_context import ExplainBook, Section
from axplan.analyses.explain.causes import Cause
from axplan.analyses.explain.relaxations import Candidate, InputRelaxation
from axplan.analyses.explain.shortfalls import DEMANDED, Shortfall
from axplan.formulation.constraint_registry import INDICATOR, MEASURE, PHYSICAL, REGISTRY, SHARE, TIMES
from axplan.inputs.schema.policy import AMOUNT, APPROPRIATION_SHARE, AT_LEAST, AT_MOST, EQUAL, SHARE_OF
from axplan.report.prices import significant
from axplan.report.tables.table import LABEL, Column, Line

if TYPE_CHECKING:
    from axplan.analyses.explain.infeasibility import Infeasibility


def sections(book: ExplainBook, found: Infeasibility, name: str, file: str) -> list[Section]:
    """The causes with their cells, the single relaxations, and the elastic plan where it was asked for."""
    made = [causes_section(book, found), relaxations_section(book, found.relaxations, name)]
    if found.elastic is not None:
        made.append(elastic_section(book, found, file))
    return made


def causes_section(book: ExplainBook, found: Infeasibility) -> Section:
    """The requirements of the irreducible infeasible subset, their cells, and by how much each falls short."""
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
    """A requirement in words, with what it demands."""
    if cause.known.is_bound:
        ratio = significant(book.inputs.funds.private_ratio[cause.key])
        return book.say("subscription_limit", fund=book.label("funds", cause.key), ratio=ratio)
    title = book.tell(cause.known.title)
    if not cause.key:
        return title
    if cause.constraint == "rule_limit":
        return f"{title}: {book.label('rules', cause.key)}, {rule_demand(book, cause.key)}"
    size = book.tell(cause.known.size(book.inputs, cause.key))
    return f"{title}: {book.label(cause.known.sheet, cause.key)}{', ' + size if size else ''}"


SIGNS = {AT_LEAST: "≥", AT_MOST: "≤", EQUAL: "="}


def rule_demand(book: ExplainBook, rule: str) -> str:
    """What a rule demands of its measure: at most 20 % of appropriations."""
    return f"{SIGNS[book.inputs.rules.relation[rule]]} {_rule_figure(book, rule, book.inputs.rules.value[rule])}"


def shortfall_words(book: ExplainBook, cause: Cause) -> str:
    """By how much a requirement falls short, or why that says nothing."""
    if cause.known.kind == PHYSICAL:
        return book.say("cause_physical")
    if cause.shortfall is None:
        return book.say("cause_not_alone")
    if cause.known.movable[0].unit == INDICATOR:
        return book.of_indicator(cause.shortfall, cause.key)
    return book.quantity(cause.shortfall, cause.unit)


def relaxations_section(book: ExplainBook, relaxations: Sequence[InputRelaxation], name: str) -> Section:
    """Single figures that make a plan possible, the smallest relative move first, each with its command."""
    if not relaxations:
        return Section(book.say("ways_heading"), book.say("no_ways", name=name))
    columns = [
        Column(book.say("way"), widest=LABEL),
        *(Column(book.say(word), "right") for word in ("from_figure", "to_figure", "move")),
        Column(book.say("worth_then", name=book.name, unit=book.unit), "n2"),
        Column(book.say("setting"), widest=60),
    ]
    lines, sentences = [], []
    for relaxed in relaxations:
        what, change = candidate_words(book, relaxed.candidate), move_words(book, relaxed)
        now, figure = (figure_words(book, relaxed.candidate, f) for f in (relaxed.candidate.now, relaxed.figure))
        command = f'axplan run {name} --set "{relaxed.setting}"'
        lines.append(Line(what, [now, figure, change, relaxed.worth, command]))
        said = book.say(
            "way_sentence", what=what, now=now, figure=figure, change=change,
            name=book.name, worth=book.value(relaxed.worth), unit=book.unit,
        )  # fmt: skip
        sentences.append(f"{said}\n    {command}")
    return Section(book.say("ways_heading"), book.say("ways_note"), sentences, columns, lines)


def candidate_words(book: ExplainBook, candidate: Candidate) -> str:
    """What is moved: the figure and whose it is."""
    movable = candidate.movable
    label = book.label("funds" if movable.sheet == "appropriations" else movable.sheet, candidate.key)
    return book.say(f"lever_{movable.name}", label=label)


def figure_words(book: ExplainBook, candidate: Candidate, figure: float) -> str:
    """A figure in the unit of its column."""
    unit = candidate.movable.unit
    if candidate.is_year:
        return f"{figure:.0f}"
    if unit == INDICATOR:
        return book.of_indicator(figure, candidate.key)
    if unit == MEASURE:
        return _rule_figure(book, candidate.key, figure)
    return book.say("times", figure=significant(figure, 4)) if unit == TIMES else book.quantity(figure, unit)


def _rule_figure(book: ExplainBook, rule: str, figure: float) -> str:
    unit, share = book.inputs.rules.unit[rule], book.quantity(figure, SHARE)
    if unit == AMOUNT:
        return book.quantity(figure, REGISTRY["rule_limit"].unit_of(book.inputs, rule))
    if unit == SHARE_OF:
        return book.say("of_measure", share=share, measure=book.word("measure", book.inputs.rules.measure[rule]))
    return book.say("of_appropriations", share=share) if unit == APPROPRIATION_SHARE else share


def move_words(book: ExplainBook, relaxed: InputRelaxation) -> str:
    """By how much a figure moves, with its sign and, for amounts, as a share of what stands now."""
    sign = book.sign(relaxed.amount) or "+"
    size = figure_words(book, relaxed.candidate, abs(relaxed.amount))
    no_share = relaxed.candidate.is_year or "%" in size or not relaxed.candidate.scale
    return f"{sign}{size}{'' if no_share else f', {sign}{relaxed.relative:.1%}'}"


def elastic_section(book: ExplainBook, found: Infeasibility, file: str) -> Section:
    """What the plan that meets what can be met leaves unmet, and what it is worth."""
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
    return book.say(f"shortfall_{missed.kind}", label=book.label(DEMANDED[missed.kind].sheet, missed.key))


def _amounts(book: ExplainBook, missed: Shortfall) -> tuple[str, str]:
    unit = DEMANDED[missed.kind].unit
    if unit == INDICATOR:
        return book.of_indicator(missed.required, missed.key), book.of_indicator(missed.missed, missed.key)
    unit = REGISTRY["rule_limit"].unit_of(book.inputs, missed.key) if unit == MEASURE else unit
    known = missed.required == missed.required
    required = book.quantity(missed.required, unit) if known else book.say("moves_with_plan")
    return required, book.quantity(missed.missed, unit)
