"""What binds a plan, in words: the price of one unit of every right side, and of every rule and target as a whole."""

import math
from collections.abc import Sequence

from axplan.analyses.explain.binding import Binding
from axplan.analyses.explain.book_context import ExplainBook, Section, trimmed
from axplan.analyses.explain.removals import INDUSTRY_STAGE, RUNNING, TRACK, Moved, PlanLine, Removal
from axplan.analyses.explain.shadow_prices import BORDER, LIMIT, WITHIN, Price, RangeSide
from axplan.formulation.constraint_registry import EOK, INDICATOR, PERSONS, SHARE
from axplan.inputs.schema.policy import APPROPRIATION_SHARE
from axplan.plan.right_hand_sides import APPROPRIATION, CAPACITY, FLOOR, POINT, RULE, SOLVENCY, SPEED, TARGET, Move
from axplan.report.prices import significant
from axplan.report.styles import decimals
from axplan.report.tables.table import LABEL, Column, Line


def sections(book: ExplainBook, found: Binding) -> list[Section]:
    """The prices, dearest first, and the price of leaving out, dearest first."""
    return [prices_section(book, found.prices), removals_section(book, found.removals)]


def prices_section(book: ExplainBook, prices: Sequence[Price]) -> Section:
    """The shadow prices that are not zero, the worthiest first, and how far each holds."""
    binding = sorted((p for p in prices if p.binds), key=lambda p: -p.worth)
    number = _number(book, [s.slope for p in binding for s in (p.up, p.down)])
    columns = [
        Column(book.say("right_side"), widest=LABEL),
        Column(book.say("now_stands"), "right"),
        Column(book.say("one_more", unit=book.small_unit), number),
        Column(book.say("holds_up"), "right"),
        Column(book.say("one_less", unit=book.small_unit), number),
        Column(book.say("holds_down"), "right"),
    ]
    lines = [Line(what(book, p.move), _cells(book, p), key=p.move.key) for p in binding]
    return Section(
        book.say("explain_prices_heading"),
        book.say("explain_prices_note", within=f"{WITHIN:.0%}") if binding else book.say("no_prices"),
        [sentence(book, p) for p in binding], columns, lines,
    )  # fmt: skip


def _number(book: ExplainBook, amounts: Sequence[float]) -> str:
    return f"n{decimals(max((abs(book.small(a)) for a in amounts), default=0.0))}"


def _cells(book: ExplainBook, price: Price) -> list[str | float]:
    move, up, down = price.move, price.up, price.down
    ups, downs = reach(book, up, move), reach(book, down, move, down=True)
    return [now_stands(book, move), book.small(up.slope), ups, -book.small(down.slope), downs]


def now_stands(book: ExplainBook, move: Move) -> str:
    """What stands there now; a share of appropriations with the amount it comes to."""
    if move.now != move.now:
        return book.say("moves_with_plan")
    if move.unit == SHARE:
        return book.quantity(POINT * move.now, SHARE)
    stands = amount(book, move, move.now)
    if move.kind == RULE and book.inputs.rules.unit[move.key[0]] == APPROPRIATION_SHARE:
        share = book.quantity(book.inputs.rules.value[move.key[0]], SHARE)
        return book.say("share_and_amount", share=share, amount=stands)
    return stands


def amount(book: ExplainBook, move: Move, size: float) -> str:
    """An amount of what is moved, in its unit."""
    if move.unit == INDICATOR:
        return book.of_indicator(size, *move.key)
    if move.unit == SHARE:
        return book.say("points", amount=trimmed(significant(100 * POINT * size)))
    return book.quantity(size, move.unit)


def one(book: ExplainBook, move: Move) -> str:
    """One unit of what is moved."""
    if move.unit in (INDICATOR, SHARE):
        return amount(book, move, 1.0)
    return book.say("one_person" if move.unit == PERSONS else "one_won")


LABELLED = {
    FLOOR: ("price_of_indicator", "floors"), SOLVENCY: ("price_of_solvency", "funds"), SPEED: ("price_of_speed", "stages"),
}  # fmt: skip
"""Kinds that are told by the name of their row alone."""


def what(book: ExplainBook, move: Move) -> str:
    """The right side in words."""
    if move.kind == APPROPRIATION:
        fund, year = move.key
        return book.say("price_of_appropriation", fund=book.label("funds", fund), year=year)
    if move.kind == TARGET:
        (track,) = move.key
        return book.say(
            "price_of_target", track=book.label("tracks", track), year=book.inputs.tracks.target_year[track]
        )
    if move.kind == CAPACITY:
        track, year = move.key
        return book.say("price_of_capacity", track=book.label("tracks", track), year=year)
    if move.kind in LABELLED:
        word, sheet = LABELLED[move.kind]
        return book.say(word, name=book.label(sheet, *move.key))
    rule, year = move.key
    return book.say("price_of_limit", rule=book.label("rules", rule), period=book.period(rule, year))


def sentence(book: ExplainBook, price: Price) -> str:
    """What one more and one less of it do, and how far that holds."""
    move = price.move
    return book.say(
        "price_sentence", what=what(book, move), one=one(book, move),
        name=book.name, up=book.signed(price.up.slope), up_reach=reach(book, price.up, move),
        down=book.signed(-price.down.slope), down_reach=reach(book, price.down, move, down=True),
    )  # fmt: skip


def reach(book: ExplainBook, side: RangeSide, move: Move, down: bool = False) -> str:
    """How far a price holds, with its sign, and what comes after."""
    text = f"{book.sign(-1.0 if down else 1.0)}{amount(book, move, _rounded(side.reach, 0.0 if move.unit == INDICATOR else 0.01))}"
    if side.end == LIMIT:
        return book.say("or_more", reach=text)
    return book.say("no_plan_beyond", reach=text) if side.end == BORDER else text


def _rounded(distance: float, finest: float) -> float:
    """Three significant digits, or as many as the finest step leaves, never more than was found."""
    if distance <= 0:
        return 0.0
    step = max(finest, 10.0 ** (math.floor(math.log10(distance)) - 2))
    return float(f"{int(distance / step + 1e-9) * step:.10g}")


def removals_section(book: ExplainBook, removals: Sequence[Removal]) -> Section:
    """What leaving out each rule, target and floor would bring, the most first."""
    ordered = sorted(removals, key=lambda r: -(r.gain if r.gain is not None else float("inf")))
    columns = [
        Column(book.say("requirement"), widest=LABEL),
        Column(book.say("gain_without", unit=book.small_unit), _number(book, [r.gain or 0.0 for r in ordered])),
        Column(book.say("moved_lines"), widest=70),
    ]
    lines = [Line(_of(book, r), [_gain(book, r), moved(book, r)], key=(r.kind, r.key)) for r in ordered]
    sentences = [_removal_sentence(book, r) for r in ordered if r.gain is None or r.gain > 0]
    return Section(
        book.say("explain_removals_heading"), book.say("explain_removals_note"), sentences, columns, lines
    )  # fmt: skip


def _of(book: ExplainBook, removal: Removal) -> str:
    if removal.kind == TARGET:
        return book.say("of_target", name=book.label("tracks", removal.key))
    if removal.kind == FLOOR:
        return book.say("of_floor", name=book.label("floors", removal.key))
    return book.say("of_rule", name=book.label("rules", removal.key))


def _gain(book: ExplainBook, removal: Removal) -> str | float:
    return book.say("removal_unknown") if removal.gain is None else book.small(removal.gain)


def _removal_sentence(book: ExplainBook, removal: Removal) -> str:
    gain = book.say("removal_unknown") if removal.gain is None else book.signed(removal.gain)
    return book.say("removal_sentence", what=_of(book, removal), name=book.name, gain=gain, moved=moved(book, removal))


def moved(book: ExplainBook, removal: Removal) -> str:
    """The lines that move most, with the change of their public money; or that none does, or nothing would be
    gained."""
    if removal.moved:
        return ", ".join(_change(book, m) for m in removal.moved)
    if removal.gain is None:
        return ""
    return book.say("removal_nothing" if removal.gain <= 0 else "removal_nothing_moves")


def _change(book: ExplainBook, moved: Moved) -> str:
    whole = float(round(abs(moved.change)))
    return f"{line_name(book, moved.line)} {book.sign(moved.change)}{book.quantity(whole, EOK)}"


def line_name(book: ExplainBook, line: PlanLine) -> str:
    """A line of the budget in words."""
    kind, key = line
    if kind == INDUSTRY_STAGE:
        return f"{book.label('industries', key[0])} · {book.label('stages', key[1])}"
    name = book.label("tracks" if kind == TRACK else "programmes", key[0])
    return book.say("running_of", name=name) if kind == RUNNING else name
