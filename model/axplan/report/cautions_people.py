"""What to look at before the figures are used: training far beyond the target, or beyond what the investment needs."""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence

from axplan.core.text import Text
from axplan.report.context import Book
from axplan.report.tables.pivot import sums

MUCH, HALF, TWICE = 0.01, 0.5, 2.0
"""By what part a target is exceeded before it is told; what part of trainees outside the initiative is told; how many
times what is needed."""


def beyond_target(book: Book) -> Iterator[str]:
    """Tracks that train more people than their target."""
    frame = book.plan.frames["targets"]
    rows = list(zip(frame["track"], frame["target"], frame["achieved"], strict=True))
    over = [(w, achieved - target) for w, target, achieved in rows if achieved > (1 + MUCH) * target]
    if over:
        listed = ", ".join(f"{book.label('tracks', w)} {book.say('people_count', count=more)}" for w, more in over)
        yield book.say("note_beyond_target", listed=listed)


def outside(book: Book) -> Iterator[str]:
    """Trainees in industries in which the model values nothing, where they are most of them."""
    x, people = book.plan.inputs, book.plan.frames["trainees"]
    by_industry = sums(people, "industry", "trainees")
    trained, others = math.fsum(by_industry.values()), [i for i in by_industry if i not in x.initiative_industries]
    there = math.fsum(by_industry[i] for i in others)
    if trained and there > HALF * trained:
        names = ", ".join(book.label("industries", i) for i in sorted(others, key=lambda i: -by_industry[i])[:2])
        count, whole = (book.say("people_count", count=amount) for amount in (there, trained))
        yield book.say("note_outside", count=count, whole=whole, share=f"{there / trained:.1%}", names=names)


def beyond_need(book: Book) -> Iterator[str]:
    """Skilled people at the end of the plan far beyond those that the investment requires."""
    x = book.plan.inputs
    growth, people = book.plan.frames["commitments"], book.plan.frames["trainees"]
    invested = float(growth["commitment"].sum() + growth["private"].sum())
    need = invested * math.fsum(x.tracks.requirement.get(w, 0.0) for w in x.tracks.track)
    stock = float(people.loc[people["year"] == x.years[-1], "stock"].sum())
    if stock > TWICE * need and people["trainees"].sum() > 0:
        needed, have = (book.say("people_count", count=amount) for amount in (need, stock))
        yield book.say("note_beyond_need", year=x.years[-1], have=have, need=needed)


PEOPLE: Sequence[Callable[[Book], Iterator[str]]] = (beyond_target, outside, beyond_need)

# fmt: off
WORDS: Mapping[str, Text] = {
    "note_beyond_target": Text("목표보다 더 양성하는 인원: {listed}.", "Trained beyond the target: {listed}."),
    "note_outside": Text("양성 인원 {whole} 가운데 {count}({share})은 모형이 효과를 세지 않는 산업({names})에 있습니다.", "{share} of the {whole} trained ({count}) work in industries in which the model counts no effect ({names})."),
    "note_beyond_need": Text("{year}년 말 숙련인력은 {have}이지만 계획의 투자가 요구하는 인원은 {need}입니다.", "At the end of {year} there are {have} with these skills; the investment of the plan requires {need}."),
}
# fmt: on
