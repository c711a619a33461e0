"""A split in proportion to production (비례배분), as rules of the plan.

A proportional split is what a committee does when it has no plan. Only the split over industries and regions is fixed,
over the whole plan: commitments of an industry are in the proportion of its production, those of a region in that of
the production sited in it. Tasks, stages, years, training and programmes stay free, and every rule that speaks of the
split over industries or regions gives way to it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from axplan.inputs.parameters import Inputs
from axplan.inputs.schema.policy import COMMITMENT, EQUAL, INVESTMENT, SHARE_OF

BY = ("industry", "region")
"""The keys over which the split is made, and the filters whose rules it replaces."""

LABELS = {"label_ko": "비례배분: {}", "label_en": "In proportion to production: {}"}


@dataclass(frozen=True)
class SplitRules:
    """The rules that give way, and those that fix the split: name → cells of the row by column."""

    dropped: tuple[str, ...]
    added: Mapping[str, Mapping[str, Any]]


def split_rules(x: Inputs) -> SplitRules:
    """What makes of the rules of `x` those of a proportional split.

    The share of the last industry and of the last region follows from the others and is not demanded again.
    """
    dropped = tuple(n for n in x.rules.rule if _speaks_of_the_split(x, n))
    return SplitRules(dropped, {f"proportional_{by}_{key}": _rule(x, by, key, share)
                                for by in BY for key, share in _shares(x, by)[:-1]})  # fmt: skip


def proportional(x: Inputs) -> Inputs:
    """The inputs with the split over industries and regions fixed in proportion to production."""
    split = split_rules(x)
    kept = [n for n in x.rules.rule if n not in split.dropped]
    rules: dict[str, Any] = {"rule": (*kept, *split.added)}
    for column, value in vars(x.rules).items():
        if isinstance(value, Mapping):
            rules[column] = {n: value[n] for n in kept if n in value}
    for n, cells in split.added.items():
        for column, cell in cells.items():
            rules[column][n] = (cell,) if column in BY else cell == "yes" if column == "each_year" else cell
    return replace(x, rules=replace(x.rules, **rules))


def _speaks_of_the_split(x: Inputs, n: str) -> bool:
    of_growth = x.rules.measure[n] in (COMMITMENT, INVESTMENT)
    return of_growth and any(getattr(x.rules, by).get(n) for by in BY)


def _rule(x: Inputs, by: str, key: str, share: float) -> Mapping[str, Any]:
    sheet = x.industries if by == "industry" else x.regions
    labels = {column: text.format(getattr(sheet, column).get(key, key)) for column, text in LABELS.items()}
    return {**labels, "measure": COMMITMENT, by: key, "relation": EQUAL, "value": share, "unit": SHARE_OF,
            "each_year": "no"}  # fmt: skip


def _shares(x: Inputs, by: str) -> list[tuple[str, float]]:
    """(industry or region, its share of base[i,r] over the initiative), those without production left out."""
    sums: dict[str, float] = {}
    for i, r in x.base:
        key = {"industry": i, "region": r}[by]
        sums[key] = sums.get(key, 0.0) + x.base[i, r]
    whole = sum(sums.values())
    return [(key, amount / whole) for key, amount in sums.items() if amount]
