"""The terms of a stage, track or programme in words: form of support, who pays what part, the years in which money
flows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from axplan.plan.frames import STAGES, TRACKS
from axplan.report.tables.table import number

if TYPE_CHECKING:
    from axplan.plan.frames import Use
    from axplan.report.context import Book
    from axplan.report.page.placed import Placed


def support(book: Book, use: Use, name: str) -> str:
    """지원형태: the instrument with its terms; training and programmes are paid for directly."""
    if use is not STAGES:
        return book.say(f"support_{use.key}")
    stages = book.plan.inputs.stages
    given = {
        column: getattr(stages, column).get(name)
        for column in ("lending_rate", "grace_years", "repayment_years", "exit_year", "exit_multiple")
    }
    return book.say(f"support_{stages.instrument[name]}", **given)


def public_share(book: Book, use: Use, name: str) -> float:
    """The part of the whole cost that the fund pays."""
    x = book.plan.inputs
    if use is TRACKS:
        return 1 - x.tracks.employer_share[name]
    return 1 / (1 + float(use.column(x, "private_match")[name]))


def shares(book: Book, use: Use, name: str) -> str:
    """The fund's part and the private match in per cent, and what one unit of the fund's money brings."""
    public = public_share(book, use, name)
    match = 1 / public - 1 if public else 0.0
    words = "shares_all_private" if not public else "shares_all_public" if public == 1 else "shares_both"
    return book.say(words, public=public, private=1 - public, match=f"{match:.3g}")


def period(book: Book, below: Placed) -> str:
    """사업기간: from the first to the last year in which money flows."""
    years = [t for t in book.plan.inputs.years if number(below.value("total", str(t)))]
    if not years:
        return book.say("period_none")
    if len(years) == 1:
        return book.say("period_one", year=years[0])
    return book.say("period_span", first=years[0], last=years[-1], count=years[-1] - years[0] + 1)
