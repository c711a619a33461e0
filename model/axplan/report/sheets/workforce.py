"""The Trinity workforce programme: targets and how they are reached, who is trained where and when, skilled people."""

import itertools
from collections.abc import Mapping, Sequence

from axplan.core.text import Text
from axplan.inputs.objective import NAMES
from axplan.report.charts import clustered
from axplan.report.context import Book
from axplan.report.page.layout import Page
from axplan.report.page.placed import Placed, Series
from axplan.report.prices import price_number, worth
from axplan.report.spec import SheetSpec
from axplan.report.tables.pivot import records, sums
from axplan.report.tables.table import LABEL, Column, Formula, Line, Value, across, number, positions, quotient
from axplan.report.words import heading

PROGRESS = ("trained", "so_far", "of_target", "intake", "of_intake", "stock")
"""What is told of a track year by year: persons trained, in all so far, against the target, the most it can take, how
far that is used, and the skilled people at the end of the year."""

SHARES = ("of_target", "of_intake")
CHARTS = 2


def write(book: Book) -> None:
    """Targets and charts, the way of every track to its target, then trainees by track, industry and year.

    The charts and the second table show cells further down, whose place is known before they are written.
    """
    page, x = book.start("workforce", book.say("persons")), book.plan.inputs
    if not x.tracks.track:
        page.note(book.say("nothing_here"))
        return
    page.section(book.say("targets_heading"))
    targets = _write_targets(book, page)
    columns = [
        Column(book.say("track_and_industry"), widest=LABEL),
        *book.year_columns("n0"),
        Column(book.say("sum"), "n0", adds=True, computed=across(book.year_names), name="sum"),
    ]
    trainees = _trainees(book)
    progress = _progress_ahead(book, page)
    page.band(_charts(book, progress))
    page.section(book.say("to_target_heading"))
    detail = page.sketch(columns, [trainees], page.ahead(len(x.tracks.track) * (1 + len(PROGRESS)) + 1))
    _write_progress(book, page, progress, targets, detail)
    page.section(book.say("trainees_heading"))
    book.placed["workforce"] = page.table(columns, [trainees])


def _trainees(book: Book) -> Line:
    x = book.plan.inputs
    trained = sums(book.plan.frames["trainees"], "track industry year", "trainees")

    def leaf(w: str, i: str) -> Line:
        return Line(book.label("industries", i), [trained[w, i, t] for t in x.years], key=(w, i))

    tracks = tuple(
        Line(book.label("tracks", w), lines=tuple(leaf(w, i) for i in x.industries.industry), key=w)
        for w in x.tracks.track
    )
    return Line(book.say("total"), lines=tracks, key="total")


def _write_targets(book: Book, page: Page) -> Placed:
    x, frame = book.plan.inputs, book.plan.frames["targets"]
    places = {w: _places(book, w) for w in x.tracks.track}
    tracks = tuple(
        Line(
            book.label("tracks", row.track),
            [row.target_year, row.target, row.achieved, None, places[row.track], None, book.cash(row.public),
             book.cash(row.employer), 1000 * row.shadow_price],
            key=row.track,
        )
        for row in records(frame)
    )  # fmt: skip
    total = Line(book.say("total"), lines=tracks, key="total")
    placed = book.placed["targets"] = page.table(_target_columns(book), [total])
    page.row -= 1
    name = book.tell(NAMES[book.plan.objective.indicator])
    for row in records(frame):
        gained = worth(book, abs(row.shadow_price), "target")
        page.note(book.say("target_words", track=book.label("tracks", row.track), name=name, worth=gained))
    page.note(book.say("places_note"))
    page.row += 1
    return placed


def _target_columns(book: Book) -> Sequence[Column]:
    prices = 1000 * book.plan.frames["targets"]["shadow_price"]
    return [
        Column(book.heading("targets", "track"), widest=LABEL),
        Column(book.heading("targets", "target_year"), "year"),
        Column(book.heading("targets", "target"), "n0", adds=True, name="target"),
        Column(book.heading("targets", "achieved"), "n0", adds=True, name="achieved"),
        Column(book.say("achievement"), "share", adds=True, computed=quotient("achieved", "target")),
        Column(book.say("places"), "n0", adds=True, name="places"),
        Column(book.say("places_to_target"), "share", adds=True, computed=quotient("places", "target")),
        *(
            book.money_column(book.say("unit_below", what=book.heading("targets", name), unit=book.money_unit))
            for name in ("public", "employer")
        ),
        Column(book.say("price_of_person", unit=book.tell(book.plan.objective.unit)), price_number(prices)),
    ]


def _places(book: Book, w: str) -> float:
    """The most people a track can take until its target year."""
    x = book.plan.inputs
    return sum(x.capacity[w, t] for t in x.years if t <= x.tracks.target_year[w])


def _progress_ahead(book: Book, page: Page) -> Placed:
    """Where the lines of every track will stand below the charts: a heading, the track, a line each, and the target."""
    head, columns = page.ahead(charts=CHARTS), book.year_columns("n0")
    keys = [(w, name) for w in book.plan.inputs.tracks.track for name in ("", *PROGRESS)]
    rows: dict[object, int] = {key: row for row, key in enumerate([*keys, "target"], start=head + 1)}
    return Placed(page.sheet.get_name(), head, rows, {}, positions([Column(""), *columns]))


def _write_progress(book: Book, page: Page, progress: Placed, targets: Placed, detail: Placed) -> None:
    """A block for each track, and the target as a part of itself for the chart."""
    columns = [Column(book.say("track_and_measure"), widest=LABEL), *book.year_columns("n0")]
    shares = [columns[0], *book.year_columns("share")]
    page.headings(columns)
    for w in book.plan.inputs.tracks.track:
        page.line([book.label("tracks", w)], columns, "subtotal")
        for name, cells in _progress(book, w, progress, targets, detail).items():
            page.line([book.say(f"track_{name}"), *cells], shares if name in SHARES else columns, indent=1)
    page.line([book.say("all_of_target"), *(1.0 for _ in book.plan.inputs.years)], shares, "total")
    page.row += 1


def _progress(book: Book, w: str, progress: Placed, targets: Placed, detail: Placed) -> dict[str, list[Value]]:
    """The lines of a track: persons from the table below, what follows from them, its places, and the stock."""
    x, stock = book.plan.inputs, sums(book.plan.frames["trainees"], "track year", "stock")
    trained = [number(detail.value(w, t)) for t in book.year_names]
    so_far = list(itertools.accumulate(trained))
    most = [x.capacity[w, t] for t in x.years]
    at = {name: [progress.local((w, name), t) for t in book.year_names] for name in PROGRESS}
    goal, whole = targets.address(w, "target"), number(targets.value(w, "target"))
    return {
        "trained": [detail.cell(w, t) for t in book.year_names],
        "so_far": [Formula(f"=SUM(${at['trained'][0]}:{a})", n) for a, n in zip(at["trained"], so_far, strict=True)],
        "of_target": [_part(a, goal, n, whole) for a, n in zip(at["so_far"], so_far, strict=True)],
        "intake": [*most],
        "of_intake": [_part(*four) for four in zip(at["trained"], at["intake"], trained, most, strict=True)],
        "stock": [stock[w, t] for t in x.years],
    }


def _part(a: str, b: str, part: float, whole: float) -> Formula:
    return Formula(f"=IF({b}=0,0,{a}/{b})", part / whole if whole else 0.0)


def _charts(book: Book, progress: Placed) -> list[object]:
    """Tracks differ by a factor of a hundred in persons; in parts of target and intake all of them can be seen."""
    first, last = book.year_names[0], book.year_names[-1]
    years = progress.headings(first, last)

    def of(name: str) -> list[Series]:
        tracks = book.plan.inputs.tracks.track
        return [(book.label("tracks", w), years, progress.span((w, name), first, last)) for w in tracks]

    target = (book.say("all_of_target"), years, progress.span("target", first, last))
    return [
        clustered(book, book.say("chart_of_target"), "%", of("of_target"), number="share", target=target),
        clustered(book, book.say("chart_of_intake"), "%", of("of_intake"), number="share"),
    ]


# fmt: off
WORDS: Mapping[str, Text] = {
    **heading("workforce", Text("인력양성", "Workforce"), Text("Trinity 인력양성", "Trinity workforce programme"),
        Text("목표와 달성, 보유 인력, 트랙·산업·연도별 양성 인원", "Targets met, skilled people, trainees by track, industry and year")),
    "targets_heading": Text("목표와 달성", "Targets"),
    "to_target_heading": Text("트랙별 목표 이행 경로(명)", "The way of each track to its target (persons)"),
    "track_and_measure": Text("트랙 / 구분", "Track / measure"),
    "track_trained": Text("그해 양성 인원", "Trained in the year"), "track_so_far": Text("누적 양성 인원", "Trained so far"),
    "track_of_target": Text("목표 대비 누적 비율", "So far ÷ target"),
    "track_intake": Text("그해 수용 한도", "Most it can take in the year"),
    "track_of_intake": Text("수용 한도 사용률", "Use of what it can take"),
    "track_stock": Text("연말 보유 인력", "Skilled people at the end of the year"),
    "all_of_target": Text("목표", "Target"),
    "chart_of_target": Text("트랙별 목표 대비 누적 양성", "Trained so far against the target, by track"),
    "chart_of_intake": Text("트랙별 수용 한도 사용률", "Use of what each track can take"),
    "trainees_heading": Text("트랙·산업·연도별 양성 인원(명)", "Trainees by track, industry and year (persons)"),
    "achievement": Text("달성률", "Achieved ÷ target"), "places": Text("수용 능력(명)", "Capacity (persons)"),
    "places_to_target": Text("수용 능력 ÷ 목표", "Capacity ÷ target"),
    "price_of_person": Text("잠재가격\n({unit}/천명)", "Shadow price\n({unit}/1,000)"),
    "places_note": Text("그해 수용 한도는 첫해 수용 인원을 해마다 증가율만큼 늘린 값으로, 전년의 자리가 비었어도 늘어납니다. 수용 능력은 목표 연도까지 그 합입니다. 잠재가격은 목표를 1,000명 올릴 때 목적값의 변화입니다.", "What a track can take in a year is its intake of the first year, grown at its rate every year, whether or not the places before were filled; capacity is the sum of that to the target year. The shadow price is the change of the objective when the target rises by 1,000 persons."),
}
# fmt: on

SHEET = SheetSpec("workforce", write)
