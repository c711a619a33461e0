"""Ends that have been found, as they are kept in a file until all are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from axplan.analyses.near_optimal.search import End, Question
from axplan.core.checkpoint import Keeping


def known(kept: Keeping) -> dict[Question, End]:
    """The ends that are kept."""
    return {end.question: end for end in map(_revived, kept.answers.values())}


def keep(kept: Keeping, end: End) -> None:
    """Keep an end."""
    n, which = end.question
    plain = {"aggregate": n, "end": which, "worth": end.worth, "amounts": end.amounts, "places": end.places}
    kept.add(f"{n} {which}", plain)


def _revived(row: Mapping[str, Any]) -> End:
    amounts, places = (tuple(float(amount) for amount in row[name]) for name in ("amounts", "places"))
    return End((int(row["aggregate"]), str(row["end"])), float(row["worth"]), amounts, places)
