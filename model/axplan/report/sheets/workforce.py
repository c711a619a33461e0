"""The Trinity workforce programme: targets, who is trained where and when, and the skilled people there are."""

from __future__ import annotations

from axplan.objective import NAMES
from axplan.report.context import Book
from axplan.report.pivot import records, sums
from axplan.report.prices import price_number, worth
from axplan.report.table import LABEL, Column, Line, across, quotient


def write(book: Book) -> None:
    """Targets, the stock by track, then trainees by track, industry and year."""
    page = book.start("workforce", book.say("persons"))
    if not book.plan.inputs.tracks.track:
        page.note(book.say("nothing_here"))
        return
    page.section(book.say("targets_heading"))
    _write_targets(book)
    page.section(book.say("stock_heading"))
    _write_stock(book)
    page.section(book.say("trainees_heading"))
    x = book.plan.inputs
    trained = sums(book.plan.frames["trainees"], "track industry year", "trainees")
    columns = [
        Column(book.say("track_and_industry"), widest=LABEL),
        *book.year_columns("n0"),
        Column(book.say("sum"), "n0", adds=True, computed=across(1, len(x.years))),
    ]
    tracks = tuple(
        Line(
            book.label("tracks", w),
            lines=tuple(
                Line(book.label("industries", i), [trained[w, i, t] for t in x.years], key=(w, i))
                for i in x.industries.industry
            ),
            key=w,
        )
        for w in x.tracks.track
    )
    book.placed["workforce"] = page.table(columns, [Line(book.say("total"), lines=tracks, key="total")])


def _write_targets(book: Book) -> None:
    page, x, frame = book.pages["workforce"], book.plan.inputs, book.plan.frames["targets"]
    places = {w: _places(book, w) for w in x.tracks.track}
    columns = [
        Column(book.heading("targets", "track"), widest=LABEL),
        Column(book.heading("targets", "target_year"), "year"),
        Column(book.heading("targets", "target"), "n0", adds=True),
        Column(book.heading("targets", "achieved"), "n0", adds=True),
        Column(book.say("achievement"), "share", adds=True, computed=quotient(3, 2)),
        Column(book.say("places"), "n0", adds=True),
        Column(book.say("places_to_target"), "share", adds=True, computed=quotient(5, 2)),
        *(
            book.money_column(book.say("unit_below", what=book.heading("targets", name), unit=book.money_unit))
            for name in ("public", "employer")
        ),
        Column(
            book.say("price_of_person", unit=book.tell(book.plan.objective.unit)),
            price_number(1000 * frame["shadow_price"]),
        ),
    ]
    tracks = tuple(
        Line(
            book.label("tracks", row.track),
            [row.target_year, row.target, row.achieved, None, places[row.track], None, book.cash(row.public),
             book.cash(row.employer), 1000 * row.shadow_price],
            key=row.track,
        )
        for row in records(frame)
    )  # fmt: skip
    book.placed["targets"] = page.table(columns, [Line(book.say("total"), lines=tracks, key="total")])
    page.row -= 1
    name = book.tell(NAMES[book.plan.objective.indicator])
    for row in records(frame):
        gained = worth(book, abs(row.shadow_price), "target")
        page.note(book.say("target_words", track=book.label("tracks", row.track), name=name, worth=gained))
    page.note(book.say("places_note"))
    page.row += 1


def _places(book: Book, w: str) -> float:
    """The most people the track can take until its target year: the capacity of the first year, grown every year."""
    x = book.plan.inputs
    grown = 1 + x.tracks.capacity_growth[w]
    return sum(x.tracks.initial_capacity[w] * grown**n for n, t in enumerate(x.years) if t <= x.tracks.target_year[w])


def _write_stock(book: Book) -> None:
    x = book.plan.inputs
    stock = sums(book.plan.frames["trainees"], "track year", "stock")
    book.pages["workforce"].table(
        [Column(book.heading("targets", "track"), widest=LABEL), *book.year_columns("n0")],
        [Line(book.label("tracks", w), [stock[w, t] for t in x.years]) for w in x.tracks.track],
    )
