"""Sums of a frame by some of its columns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd


class Sums(dict[Any, float]):
    """Key (a tuple where there are several) → sum; what never occurs sums to 0."""

    def __missing__(self, key: Any) -> float:
        return 0.0


def sums(frame: pd.DataFrame, keys: str, amount: str) -> Sums:
    """The sum of a column by key columns, named in one string separated by blanks."""
    found = frame.groupby(keys.split(), sort=False)[amount].sum()
    return Sums(zip(found.index.to_list(), found.to_list(), strict=True))


def records(frame: pd.DataFrame) -> list[Any]:
    """The rows of a frame; a column is an attribute."""
    return list(frame.itertuples(index=False))


def by_pillar(pillar: Mapping[str, str]) -> dict[str, list[str]]:
    """Pillar → its programmes, in the order of the sheet."""
    found: dict[str, list[str]] = {}
    for p, name in pillar.items():
        found.setdefault(name, []).append(p)
    return found
