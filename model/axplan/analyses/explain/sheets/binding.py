"""What binds a plan, in words: the price of one unit of every right side, and of every rule and target as a whole."""

import math
from collections.abc import Sequence

from axplan.analyses.explain.binding import Binding
from axplan.analyses.explain.book_context import ExplainBook, Section
from axplan.analyses.explain.removals import INDUSTRY_STAGE, TRACK, Moved, PlanLine, Removal
from axplan.analyses.explain.right_hand_sides import APPROPRIATION, FLOOR, TARGET, Move
from axplan.analyses.explain.shadow_prices import BORDER, LIMIT, WITHIN, Price, RangeSide
from axplan.formulation.constraint_registry import INDICATOR, PERSONS
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
    now = amount(book, move, move.now) if move.now == move.now else book.say("moves_with_plan")
    ups, downs = reach(book, up, move), reach(book, down, move, down=True)
    return [now, book.small(up.slope), ups, -book.small(down.slope), downs]


def amount(book: ExplainBook, move: Move, size: float) -> str:
    """An amount of what is moved, in its unit."""
    return book.of_indicator(size, *move.key) if move.unit == INDICATOR else book.quantity(size, move.unit)


def one(book: ExplainBook, move: Move) -> str:
    """One unit of what is moved."""
    if move.unit == INDICATOR:
        return amount(book, move, 1.0)
    return book.say("one_person" if move.unit == PERSONS else "one_won")


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
    if move.kind == FLOOR:
        return book.say("price_of_indicator", name=book.label("floors", *move.key))
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
    text = f"{'△' if down else '+'}{amount(book, move, _rounded(side.reach, 0.0 if move.unit == INDICATOR else 0.01))}"
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
    lines = [Line(_of(book, r), [_gain(book, r), moved(book, r.moved)], key=(r.kind, r.key)) for r in ordered]
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
    return book.say(
        "removal_sentence", what=_of(book, removal), name=book.name, gain=gain, moved=moved(book, removal.moved)
    )


def moved(book: ExplainBook, lines: Sequence[Moved]) -> str:
    """The lines that move most, with the change of their public money in 억원."""
    if not lines:
        return book.say("removal_nothing")
    return ", ".join(f"{line_name(book, m.line)} {'△' if m.change < 0 else '+'}{abs(m.change):,.0f}" for m in lines)


def line_name(book: ExplainBook, line: PlanLine) -> str:
    """A line of the budget in words."""
    kind, key = line
    if kind == INDUSTRY_STAGE:
        return f"{book.label('industries', key[0])} · {book.label('stages', key[1])}"
    return book.label("tracks" if kind == TRACK else "programmes", key[0])
