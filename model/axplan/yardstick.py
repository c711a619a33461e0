"""The yardstick: the same funds split in proportion to production (비례배분), and what the optimum gains over it.

A proportional split is what a committee does when it has no plan. Only the split over industries and regions is fixed, over
the whole plan: commitments of an industry are in the proportion of its production, those of a region in that of the production sited
in it. Tasks, stages, years, training and programmes stay free, and every rule that speaks of the split over industries or regions gives way
to it: the gain is what the allocation over industries and regions is worth, less what those rules cost. It is negative where they
cost more than the allocation brings.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from axplan.errors import Infeasible, SolverFailure, Unbounded
from axplan.formulation import build_model
from axplan.inputs import Inputs
from axplan.schema.policy import COMMITMENT, EQUAL, INVESTMENT, SHARE_OF
from axplan.solve import compile_model, solve

BY = ("industry", "region")
"""The keys over which the yardstick splits, and the filters whose rules it replaces."""


def proportional(x: Inputs) -> Inputs:
    """The inputs with the split over industries and regions fixed in proportion to production.

    The share of the last industry and of the last region follows from the others and is not demanded again.
    """
    kept = [n for n in x.rules.rule if not _speaks_of_the_split(x, n)]
    shares = {f"proportional {name} {key}": (name, key, share) for name in BY for key, share in _shares(x, name)[:-1]}
    rules: dict[str, Any] = {"rule": (*kept, *shares)}
    for column, value in vars(x.rules).items():
        if isinstance(value, Mapping):
            rules[column] = {n: value[n] for n in kept if n in value}
    for n, (name, key, share) in shares.items():
        rules[name][n] = (key,)
        for column, cell in (
            ("measure", COMMITMENT),
            ("relation", EQUAL),
            ("unit", SHARE_OF),
            ("value", share),
            ("each_year", False),
        ):
            rules[column][n] = cell
    return replace(x, rules=replace(x.rules, **rules))


def _speaks_of_the_split(x: Inputs, n: str) -> bool:
    of_growth = x.rules.measure[n] in (COMMITMENT, INVESTMENT)
    return of_growth and any(getattr(x.rules, name).get(n) for name in BY)


def _shares(x: Inputs, name: str) -> list[tuple[str, float]]:
    """(industry or region, its share of base[i,r] over the initiative), those without production left out."""
    sums: dict[str, float] = {}
    for i, r in x.base:
        key = {"industry": i, "region": r}[name]
        sums[key] = sums.get(key, 0.0) + x.base[i, r]
    whole = sum(sums.values())
    return [(key, amount / whole) for key, amount in sums.items() if amount]


def proportional_value(x: Inputs, weights: Mapping[str, float]) -> float | None:
    """The objective of the best plan that splits proportionally; None where there is none.

    `weights`: as for `build_model`, so that the value compares with the optimum's.
    """
    try:
        return solve(compile_model(build_model(proportional(x), weights))).objective
    except (Infeasible, Unbounded, SolverFailure):
        return None
