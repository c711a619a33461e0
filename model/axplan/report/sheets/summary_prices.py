"""What giving way would bring, in sentences: the dearest appropriations, targets and rules of the plan.

Every step lies within the range in which its price holds, and what it brings is found by solving with it.
"""

from typing import Any

from axplan.inputs.schema.policy import TRAINEES, WHOLE_PLAN
from axplan.plan.price_ranges import PriceRange
from axplan.plan.right_hand_sides import APPROPRIATION, TARGET
from axplan.report.comparisons import objective_name
from axplan.report.context import Book
from axplan.report.prices import is_free, objective_words, won
from axplan.report.sheets.rules import demand
from axplan.report.tables.pivot import records


def price_sentences(book: Book) -> list[str]:
    """A sentence for each of the most worthwhile relaxations; one that says so where nothing holds the plan back."""
    found = book.exact.price_ranges
    if found:
        return [sentence(book, relaxed) for relaxed in found]
    ledger = book.exact.frames["ledger"]
    priced = any(not is_free(book, price) for price in ledger["appropriation_price"])
    return [book.say("relax_small" if priced else "relax_nothing")]


def sentence(book: Book, relaxed: PriceRange) -> str:
    """More of this brings so much of the objective."""
    name = objective_name(book)
    gain = book.say("relax_gain", name=name, worth=objective_words(book, relaxed.worth))
    key: Any = relaxed.key
    if relaxed.kind == APPROPRIATION:
        fund, year = key
        what = book.say(
            "relax_appropriation", year=year, fund=book.label("funds", fund), now=won(book, relaxed.now),
            step=won(book, relaxed.step),
        )  # fmt: skip
    elif relaxed.kind == TARGET:
        (track,) = key
        what = book.say(
            "relax_target", track=book.label("tracks", track), year=book.plan.inputs.tracks.target_year[track],
            now=_people(book, relaxed.now), step=_people(book, relaxed.step),
        )  # fmt: skip
    else:
        what = _rule(book, relaxed, *key)
    return f"{what} {gain}"


def _rule(book: Book, relaxed: PriceRange, rule: str, year: Any) -> str:
    years = book.plan.inputs.rule_years(rule) if year == WHOLE_PLAN else (year,)
    period = str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"
    row = next(r for r in records(book.plan.frames["rules"]) if (r.rule, r.year) == (rule, year))
    step = _people(book, relaxed.step) if row.measure == TRAINEES else won(book, relaxed.step)
    return book.say("relax_rule", rule=book.label("rules", rule), period=period, demand=demand(book, row), step=step)


def _people(book: Book, count: float) -> str:
    return book.say("people_count", count=count)
