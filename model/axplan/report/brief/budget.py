"""The budget of the brief: who spends how much when, in lines that add up, with no more of them than the page holds."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from axplan.plan.frames import RUNNING
from axplan.plan.ledger import COSTS
from axplan.report.brief.markup import element
from axplan.report.brief.numbers import printed, width
from axplan.report.context import Book
from axplan.report.tables.pivot import Sums, sums
from axplan.report.tables.table import Column, Laid, Line, across, lay_out, number, share_of

MOST_STAGES, MOST_TRACKS, MOST_PILLARS = 4, 4, 8
"""Lines under each use before the smallest are put together."""

WIDTH, NAME, SIZE, PADDING = 527.0, 142.0, 8.0, 7.0
"""Points of the table and, at least, of its labels; the size of letters, and what a column takes beside its numbers."""

WIDEST, HIGHEST = 52.0, 14.0
"""Most a column of numbers, and a line, take where there is room."""

TITLED = "budget-title"
"""The heading of the table, by its own name on the page."""


@dataclass(frozen=True)
class BudgetTable:
    """The lines in order, the total first; the spans of years of its columns; whether anything was put together."""

    lines: Sequence[Laid]
    spans: Sequence[Sequence[int]]
    merged: bool

    @property
    def total(self) -> float:
        """All that the funds spend, in the unit of the book."""
        return number(self.lines[0].values[-2])

    @property
    def uses(self) -> list[Laid]:
        """What the total is the sum of: the uses and the costs."""
        return self.lines[0].parts


def budget(book: Book) -> BudgetTable:
    """The money the funds spend, by use and what it is spent on and by year, in the unit of the book."""
    lines = tuple(line for line in (*_uses(book), *_costs(book)) if line.lines or any(line.values))
    kept = tuple(Line(use.label, use.values, tuple(merged(book, use.lines, _most(use))), use.key) for use in lines)
    laid = lay_out([Line(book.say("total"), lines=kept, key="total")], _columns(book), 0)
    spans = _spans(book, number(laid[0].values[-2]))
    walked = [here for top in laid for here in top.walk()]
    less = len(spans) < len(book.plan.inputs.years) or any(
        len(a.lines) > len(b.lines) for a, b in zip(lines, kept, strict=True)
    )
    return BudgetTable(walked, spans, less)


def by_year(book: Book, laid: Laid) -> list[float]:
    """The amounts of a line in every year of the plan."""
    return [number(value) for value in laid.values[1 : len(book.plan.inputs.years) + 1]]


def merged(book: Book, lines: Sequence[Line], most: int) -> Sequence[Line]:
    """The lines, or the largest of them in their order and a last line for the others: no more than `most`."""
    if len(lines) <= most:
        return lines
    size = [math.fsum(number(value) for value in line.values) for line in lines]
    largest = set(sorted(range(len(lines)), key=lambda n: -size[n])[: most - 1])
    others = [line for n, line in enumerate(lines) if n not in largest]
    summed = [math.fsum(number(v) for v in values) for values in zip(*(line.values for line in others), strict=True)]
    rest = Line(book.say("others", count=len(others)), [round(amount, 9) for amount in summed], key="others")
    return [*(line for n, line in enumerate(lines) if n in largest), rest]


def table(book: Book, made: BudgetTable) -> Element:
    """The budget as a table whose headings say what they are the headings of."""
    years = [_span(span) for span in made.spans]
    heads = [book.say("use_and_item"), *years, book.say("sum"), book.say("share")]
    name = _name_width(book, made, len(heads) - 1)
    shown = element(
        "table",
        element("colgroup", element("col", style=f"width: {name:.1f}pt")),
        element("thead", element("tr", *(element("th", head, scope="col") for head in heads))),
        element("tbody", *(_row(book, laid, made.spans, name) for laid in made.lines)),
        aria_labelledby=TITLED,
    )
    heading = element(
        "h2", book.say("title_overview"), element("span", book.say("unit_note", unit=book.money_unit)), id=TITLED
    )
    high = HIGHEST * (len(made.lines) + 2)
    return element(
        "section", heading, element("div", shown, class_="fills"), class_="budget", style=f"max-height: {high:.1f}pt"
    )


def _name_width(book: Book, made: BudgetTable, count: int) -> float:
    """Points for the labels: what they need, if so many columns of numbers beside them have room."""
    needed = max(_label_width(laid) for laid in made.lines)
    least = _least(book, made.total, made.spans)
    column = max(least, min(WIDEST, (WIDTH - max(needed, NAME)) / count))
    return max(NAME, WIDTH - column * count)


def _least(book: Book, largest: float, spans: Sequence[Sequence[int]]) -> float:
    """Points a column of numbers needs, all of them being equally wide."""
    texts = (printed(largest, book.money_number, "ko"), printed(1.0, "share", "ko"), *(_span(span) for span in spans))
    return max(width(text, SIZE) for text in texts) + PADDING


def _label_width(laid: Laid) -> float:
    return width(laid.line.label, SIZE) + 2 * PADDING


def _row(book: Book, laid: Laid, spans: Sequence[Sequence[int]], name: float) -> Element:
    first = book.plan.inputs.years[0]
    amounts = [math.fsum(number(laid.values[1 + t - first]) for t in span) for span in spans]
    money = [*amounts, number(laid.values[-2])]
    cells = [printed(round(amount, 9), book.money_number, book.language) for amount in money]
    cells.append(printed(number(laid.values[-1]), "share", book.language))
    label = laid.line.label
    head = element("th", label, scope="row", **({"title": label} if _label_width(laid) > name else {}))
    role = ("total", "subtotal", "item")[laid.level]
    return element("tr", head, *(element("td", cell) for cell in cells), class_=role)


def _most(use: Line) -> int:
    return {"commitment_uses": MOST_STAGES, "trainee_uses": MOST_TRACKS}.get(str(use.key), MOST_PILLARS)


def _columns(book: Book) -> list[Column]:
    return [
        Column(""),
        *book.year_columns(),
        book.money_column("", computed=across(book.year_names), name="sum"),
        Column("", "share", adds=True, computed=share_of("sum")),
    ]


def _uses(book: Book) -> Iterable[Line]:
    x, frames = book.plan.inputs, book.plan.frames
    stages = sums(frames["commitments"], "stage year", "commitment")
    tracks = sums(frames["trainees"], "track year", "public")
    yield _use(book, "commitment_uses", [_leaf(book, book.label("stages", s), stages, (s,)) for s in x.stages.stage])
    yield _use(book, "trainee_uses", [_leaf(book, book.label("tracks", w), tracks, (w,)) for w in x.tracks.track])
    yield _use(book, "outlay_uses", _pillars(book, x.programmes.pillar))
    running = sums(frames[RUNNING.frame], "year", RUNNING.public)
    yield Line(book.heading("ledger", RUNNING.name), [book.cash(running[t]) for t in x.years], key=RUNNING.name)


def _use(book: Book, name: str, lines: Sequence[Line]) -> Line:
    return Line(book.heading("ledger", name), lines=tuple(lines), key=name)


def _pillars(book: Book, pillar: Mapping[str, str]) -> list[Line]:
    spent = sums(book.plan.frames["outlays"], "programme year", "outlay")
    members: dict[str, list[str]] = {}
    for p, name in pillar.items():
        members.setdefault(name, []).append(p)
    return [_leaf(book, book.word("pillar", name), spent, mine) for name, mine in members.items()]


def _leaf(book: Book, label: str, spent: Sums, names: Sequence[str]) -> Line:
    """A line for what is spent on all these names, year by year."""
    years = book.plan.inputs.years
    return Line(label, [book.cash(math.fsum(spent[name, t] for name in names)) for t in years])


def _costs(book: Book) -> Iterable[Line]:
    ledger = book.plan.frames["ledger"]
    for cost in COSTS:
        by = sums(ledger, "year", cost)
        yield Line(book.heading("ledger", cost), [book.cash(by[t]) for t in book.plan.inputs.years], key=cost)


def _spans(book: Book, largest: float) -> list[Sequence[int]]:
    """The years, each for itself where its column has room, else so many together that all columns have."""
    years = book.plan.inputs.years
    spans: list[Sequence[int]] = []
    for together in range(1, len(years) + 1):
        spans = [years[n : n + together] for n in range(0, len(years), together)]
        if (len(spans) + 2) * _least(book, largest, spans) <= WIDTH - NAME:
            break
    return spans


def _span(years: Sequence[int]) -> str:
    first, last = str(years[0]), str(years[-1])
    return first if first == last else f"{first}–{last[-2:] if first[:2] == last[:2] else last}"
