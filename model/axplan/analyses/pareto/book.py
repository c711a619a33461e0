"""Frontier → workbook: the exchange between two or three aims, point by point, and what their plans are like."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from axplan.analyses.pareto.aims import AIM_NAMES, AIM_UNITS, REGIONAL_BALANCE
from axplan.analyses.pareto.conflict import no_conflict
from axplan.analyses.pareto.frontier import ParetoFrontier, price_unit, small_price
from axplan.analyses.pareto.words import WORDS
from axplan.inputs.parameters import Inputs
from axplan.inputs.schema.indicators import INDICATOR_NAMES, UNITS, VALUATIONS
from axplan.plan.result import Plan
from axplan.plan.rounding.printed import print_plan
from axplan.report.charts import scatter
from axplan.report.context import Binder
from axplan.report.page.layout import Page
from axplan.report.page.placed import Placed
from axplan.report.spec import Annex, BookSpec, SheetSpec
from axplan.report.styles import decimals
from axplan.report.tables.pivot import sums
from axplan.report.tables.table import Column, Line, across
from axplan.report.writer import write_book

BOOK = "frontier.xlsx"

DIGITS = 6
"""Significant digits of aims: points of a flat frontier differ only behind the fourth."""


@dataclass
class FrontierBook(Binder):
    """The workbook of a frontier while it is written; `files` names the scenario of each point, or of none."""

    found: ParetoFrontier
    inputs: Inputs
    files: Sequence[str] = ()

    @cached_property
    def printed(self) -> list[Plan]:
        """The plan of every point in whole units, as its own book prints it."""
        return [print_plan(point.plan, self.money.step).plan for point in self.found.points]

    @property
    def has_prices(self) -> bool:
        """Whether it is worth telling what one aim costs in terms of the other."""
        return len(self.found.aims) == 2 and self.found.conflict

    def name(self, aim: str) -> str:
        """An aim in words."""
        return self.tell(AIM_NAMES[aim])

    def unit(self, aim: str) -> str:
        """The unit an aim is printed in."""
        return self.money_unit if aim == REGIONAL_BALANCE else self.tell(AIM_UNITS[aim])

    def amount(self, aim: str, value: float) -> float:
        """The value of an aim in that unit."""
        return self.cash(value) if aim == REGIONAL_BALANCE else value

    def number(self, aim: str, digits: int = DIGITS) -> str:
        """The kind of number an aim is printed as."""
        at = self.found.aims.index(aim)
        return f"n{decimals(max((abs(p.values[at]) for p in self.found.points), default=0.0), digits, 8)}"


def write_frontier(
    found: ParetoFrontier, x: Inputs, files: Sequence[str], title: str, folder: Path, language: str,
    facts: Mapping[str, str],     unit: str = "억원",
) -> list[str]:  # fmt: skip
    """Write `frontier.xlsx` into `folder`; return its name. `files`: the scenario of every point. The same arguments
    give the same bytes."""
    return [write_book(BookSpec(folder / BOOK, language, unit, title, facts, annex(found, x, files)))]


def annex(found: ParetoFrontier, x: Inputs, files: Sequence[str] = ()) -> Annex:
    """The points of a frontier and their plans, as sheets of a book."""
    return Annex(SHEETS, WORDS, lambda book: FrontierBook(book, found, x, files))


def _write_points(book: FrontierBook) -> None:
    page, found = book.start("frontier", of=book.open.title), book.found
    aims, lines = found.aims, [_line(book, n) for n in range(len(found.points))]
    page.note(book.say("frontier_note", names=", ".join(map(book.name, aims)), count=len(found.points)))
    if REGIONAL_BALANCE in aims:
        page.note(book.say("frontier_balance"))
    if book.inputs.rules.penalty:
        page.note(book.say("frontier_penalties", name=book.name(aims[0])))
    if not found.conflict:
        page.note(no_conflict(found, book.language))
    columns = _columns(book)
    if found.conflict:
        placed = page.sketch(columns, lines, page.ahead(charts=len(aims) - 1))
        page.band([_chart(book, placed, n) for n in range(1, len(aims))])
    page.section(book.say("frontier_heading"))
    page.table(columns, lines)
    page.note(book.say("frontier_prices" if book.has_prices else "frontier_shares"))
    if book.files:
        page.note(book.say("frontier_run"))
    for name, text in book.facts.items():
        page.note(f"{book.word('fact', name)}: {text}")


def _columns(book: FrontierBook) -> list[Column]:
    aims = book.found.aims
    titles = [book.say("unit_below", what=book.name(aim), unit=book.unit(aim)) for aim in aims]
    exchange = book.say(
        "frontier_price",
        first=book.name(aims[0]),
        unit=book.tell(price_unit(book.found)),
        one=f"1 {book.unit(aims[-1])}",
    )
    prices = [abs(price) for n in range(len(book.found.points)) if (price := _price(book, n)) is not None]
    return [
        Column(book.say("frontier_point"), "centre"),
        *(Column(title, book.number(aim), name=aim) for title, aim in zip(titles, aims, strict=True)),
        *(Column(book.say("frontier_of_best", name=book.name(aim)), "share") for aim in _shared(book)),
        *([Column(exchange, f"n{decimals(max(prices, default=0.0), 4, 10)}")] if book.has_prices else []),
        *([Column(book.say("frontier_scenario"))] if book.files else []),
    ]  # fmt: skip


def _line(book: FrontierBook, n: int) -> Line:
    found, point = book.found, book.found.points[n]
    amounts = [book.amount(aim, value) for aim, value in zip(found.aims, point.values, strict=True)]
    shares = [point.values[found.aims.index(aim)] / most for aim, most in _shared(book).items()]
    price = [_price(book, n)] if book.has_prices else []
    return Line(str(n + 1), [*amounts, *shares, *price, *book.files[n : n + 1]], key=n)


def _shared(book: FrontierBook) -> dict[str, float]:
    """The aims of which every point has some, with the most of each: no share is taken of a loss or of nothing."""
    ends = zip(book.found.aims, book.found.ends, strict=True)
    return {aim: most for aim, (least, most) in ends if most > 0 and least >= 0}


def _price(book: FrontierBook, n: int) -> float | None:
    price = small_price(book.found, n)
    return None if price is None else price / book.amount(book.found.aims[1], 1.0)


def _chart(book: FrontierBook, placed: Placed, across: int) -> object:
    """The first aim over another one."""
    aims = book.found.aims
    along, up = (placed.stack(0, len(book.found.points) - 1, aim) for aim in (aims[across], aims[0]))
    return scatter(
        book, book.name(aims[0]), book.unit(aims[0]), [(book.name(aims[0]), along, up)],
        across=book.say("with_unit", what=book.name(aims[across]), unit=book.unit(aims[across])),
        up=_reach(book, 0), along=_reach(book, across),
    )  # fmt: skip


def _reach(book: FrontierBook, at: int) -> tuple[float, float]:
    """From the least to the most of an aim."""
    values = [book.amount(book.found.aims[at], point.values[at]) for point in book.found.points]
    return min(values), max(values)


def _write_plans(book: FrontierBook) -> None:
    """What the plan of each point brings, and to whom its money goes."""
    page, x = book.start("frontier_plans", book.money_unit, of=book.open.title), book.inputs
    points = book.found.points
    effects = [book.say("unit_below", what=book.tell(INDICATOR_NAMES[v]), unit=book.tell(UNITS[v])) for v in VALUATIONS]
    kinds = [f"n{decimals(max(abs(p.figures[v]) for p in points), 5, 8)}" for v in VALUATIONS]
    _table(book, page, "frontier_effects", [Column(t, k) for t, k in zip(effects, kinds, strict=True)],
           [[p.figures[v] for v in VALUATIONS] for p in points])  # fmt: skip
    for title, sheet, keys in (
        ("frontier_by_stage", "stages", x.stages.stage), ("frontier_by_industry", "industries", x.initiative_industries)
    ):  # fmt: skip
        columns = [*_labelled(book, sheet, keys), _whole(book, keys)]
        _table(book, page, title, columns, [_by(book, plan, SHEET_KEYS[sheet], keys) for plan in book.printed])
    regions = list(points[0].regions)
    columns = [*_labelled(book, "regions", regions), _whole(book, regions)]
    _table(book, page, "frontier_by_region", columns, [_by(book, plan, "region", regions) for plan in book.printed])


SHEET_KEYS = {"stages": "stage", "industries": "industry"}


def _by(book: FrontierBook, plan: Plan, key: str, names: Sequence[str]) -> list[float]:
    """The printed commitments by a key; what has none has 0."""
    spent = sums(plan.frames["commitments"], key, "commitment")
    return [book.cash(spent[name]) for name in names]


def _labelled(book: FrontierBook, sheet: str, keys: Sequence[str]) -> list[Column]:
    return [Column(book.inputs.label(sheet, key, book.language), book.money_number, name=key) for key in keys]


def _whole(book: FrontierBook, keys: Sequence[str]) -> Column:
    """The sum of the columns: all commitments."""
    return Column(book.say("sum"), book.money_number, computed=across(keys))


def _table(
    book: FrontierBook, page: Page, title: str, columns: Sequence[Column], rows: Sequence[Sequence[float]]
) -> None:
    page.section(book.say(title))
    lines = [Line(str(n), list(row)) for n, row in enumerate(rows, start=1)]
    page.table([Column(book.say("frontier_point"), "centre"), *columns], lines)


SHEETS = (SheetSpec("frontier", _write_points), SheetSpec("frontier_plans", _write_plans))
