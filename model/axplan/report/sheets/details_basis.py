"""산출근거: how the cost of a line follows from quantity and price: arithmetic that comes out when it is calculated.

A track: persons × unit cost. A programme: its cost × the progress made, where it is sited at the price of the site. A
stage: its full cost × the points of depth bought in every step × the price of the step. Running costs: operating cost ×
progress of the year before. Factors are printed with as many digits as it takes. The sentences are text, not formulas:
no program takes texts of any length in a formula, and names from the inputs belong in none.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from axplan.inputs.schema.core import NATIONAL
from axplan.plan.frames import STAGES, TRACKS, Use
from axplan.report.styles import places, written_number
from axplan.report.tables.pivot import sums
from axplan.report.tables.table import number

if TYPE_CHECKING:
    from axplan.report.context import Book
    from axplan.report.page.placed import Placed

WON_PER_EOK = {"ko": 10_000.0, "en": 100.0}
"""A unit cost is written in 만원 or in millions."""

PER_CENT = 100.0
MOST_DIGITS, FEWEST = 9, 1
"""Decimals of a percentage."""

CLOSE = 0.05
"""How near the printed factors come to the amount they make, in printed units."""

NOTHING = 1e-12


@dataclass(frozen=True)
class Term:
    """A part of the quantity (a share), the price it is bought at, and the words for both."""

    share: float
    price: float
    words: Callable[[str], str]


def basis(book: Book, use: Use, row: str, placed: Placed) -> str:
    """The text for a line; `placed` are the cells of its yearly money. Running costs have a text of their own."""
    whole = sum(number(placed.value(part, "sum")) for part in ("public", "private") if part in placed.rows)
    if use is TRACKS:
        return _track(book, row, whole)
    return (_stage if use is STAGES else _programme)(book, row, whole)


def _track(book: Book, w: str, whole: float) -> str:
    persons = written_number(number(book.placed["workforce"].value(w, "sum")), "n0", book.language)
    cost = plain(book.plan.inputs.tracks.unit_cost[w] * WON_PER_EOK[book.language])
    return f"{persons}{book.say('basis_persons', cost=cost)}{_amount(book, whole)}"


def _programme(book: Book, p: str, whole: float) -> str:
    cost, made = book.plan.inputs.programmes.cost[p], progress_by_site(book, p)
    terms = [Term(share, price := site_price(book, r), _site(book, r, price)) for r, share in made.items()]
    begin, after = book.say("basis_cost", cost=_money(book, cost)), _quantity(book, p, sum(made.values()))
    return _product(book, begin, cost, terms, whole, after)


def progress_by_site(book: Book, p: str) -> dict[str, float]:
    """Region (or `national`) → the progress that is made there over the plan."""
    x, spent = book.plan.inputs, sums(book.exact.frames["outlays"], "programme region", "outlay")
    whole = x.programmes.cost[p] / (1 + x.programmes.private_match[p])
    return {r: spent[p, r] / (whole * site_price(book, r)) for r in (*x.regions.region, NATIONAL)}


def site_price(book: Book, r: str) -> float:
    """What building costs in a region, against the nation."""
    return 1.0 if r == NATIONAL else book.plan.inputs.regions.siting_cost[r]


def _site(book: Book, r: str, price: float) -> Callable[[str], str]:
    """Progress made in a region, at its price."""
    if r == NATIONAL:
        return lambda share: book.say("basis_progress", progress=share)
    return lambda share: book.say("basis_site", region=book.label("regions", r), price=plain(price), progress=share)


def _quantity(book: Book, p: str, made: float) -> str:
    programmes = book.plan.inputs.programmes
    if p not in programmes.quantity:
        return ""
    unit = book.word("counted", programmes.quantity_unit.get(p, ""))
    return book.say("basis_quantity", amount=f"{programmes.quantity[p] * made:,.6g}", unit=unit)


def _stage(book: Book, s: str, whole: float) -> str:
    x, bought = book.plan.inputs, book.exact.frames["commitments"]
    bought = bought[bought["stage"] == s]
    cells = zip(bought["industry"], bought["region"], bought["task"], bought["stage"], strict=True)
    invested = bought.assign(invested=bought["depth"] * [x.full_cost[cell] for cell in cells])
    by_step = sums(invested, "segment", "invested")
    full = math.fsum(cost for (*_, stage), cost in x.full_cost.items() if stage == s)

    def words(g: int, price: float) -> Callable[[str], str]:
        return lambda share: book.say("basis_step", segment=g, points=share, price=plain(price))

    prices = {g: price for (stage, g), price in x.segments.cost_multiplier.items() if stage == s}
    made = [Term(by_step[g] / full if full else 0.0, price, words(g, price)) for g, price in prices.items()]
    before, gained = depth_gained(book, s)
    after = book.say("basis_depth", before=before, after=before + gained)
    return _product(book, book.say("basis_full", cost=_money(book, full)), full, made, whole, after)


def running_basis(book: Book, p: str, placed: Placed) -> str:
    """Operating cost × progress of the year before, over the years of the plan."""
    x, made = book.plan.inputs, sums(book.exact.frames["progress"], "programme year", "progress")

    def words(t: int) -> Callable[[str], str]:
        return lambda share: book.say("basis_run_year", year=t - 1, progress=share)

    cost = x.programmes.operating_cost[p]
    terms = [Term(made[p, t - 1], 1.0, words(t)) for t in x.years]
    whole = number(placed.value("running", "sum"))
    return _product(book, book.say("basis_running", cost=_money(book, cost)), cost, terms, whole, "")


def _product(book: Book, begin: str, cost: float, terms: Sequence[Term], whole: float, after: str) -> str:
    """cost × (share × price + …) = the amount printed."""
    bought = [term for term in terms if term.share > NOTHING]
    if not bought:
        return book.say("basis_nothing")
    digits = _digits(book, cost, bought)
    words = " + ".join(term.words(plain(PER_CENT * term.share, digits, FEWEST)) for term in bought)
    product = f"({words})" if len(bought) > 1 else words
    return f"{begin}{product} = {_amount(book, whole)}{after}"


def _digits(book: Book, cost: float, terms: Sequence[Term]) -> int:
    """The fewest decimals of the percentages with which the product comes out."""
    exact = book.cash(cost * math.fsum(term.share * term.price for term in terms))
    told = float(_number(book, cost).replace(",", ""))
    for digits in range(FEWEST, MOST_DIGITS):
        made = told * math.fsum(round(PER_CENT * term.share, digits) / PER_CENT * term.price for term in terms)
        if abs(made - exact) <= CLOSE / 10 ** (places(book.money_number) or 0):
            return digits
    return MOST_DIGITS


def plain(amount: float, most: int = 6, fewest: int = 0) -> str:
    """A number with no more decimals than it has, of `fewest` to `most`."""
    whole, _, decimals = f"{amount:,.{most}f}".partition(".")
    decimals = decimals.rstrip("0").ljust(fewest, "0")
    return f"{whole}.{decimals}" if decimals else whole


def _number(book: Book, eok: float) -> str:
    """An amount of 억원 that is no budget line, in the unit of the book, with up to two decimals more than lines have."""
    return plain(book.cash(eok), book.money.decimals + 2, book.money.decimals)


def _money(book: Book, eok: float) -> str:
    before, after = book.money.around(book.language)
    return f"{before}{_number(book, eok)}{after}"


def _amount(book: Book, amount: float) -> str:
    """An amount of a cell with its unit."""
    before, after = book.money.around(book.language)
    return f"{before}{written_number(amount, book.money_number, book.language)}{after}"


def depth_gained(book: Book, s: str) -> tuple[float, float]:
    """The depth of a stage before the plan, and what the plan adds to it: means weighed by full cost."""
    x, frame = book.plan.inputs, book.plan.frames["depths"]
    mine = frame[(frame["stage"] == s) & (frame["year"] == x.years[-1])]
    whole = float(mine["full_cost"].sum())
    reached = float((mine["depth"] * mine["full_cost"]).sum()) / whole if whole else 0.0
    before = x.stages.initial_depth[s]
    return before, max(0.0, reached - before)
