"""Padding: money that is burnt, for a rule can make it pay to burn money.

A share of an endogenous total leaves room for one thing when something else is made dear: steps are bought at twice the
price while cheaper ones are free. For every cell and stage the money above the cheapest order of the same depth is
stated, at the end and ahead of time, from the columns of the workbook and the values of the plan.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from axplan.inputs.parameters import Inputs
from axplan.inputs.schema.policy import AMOUNT, APPROPRIATION_SHARE, AT_MOST, COMMITMENT, INVESTMENT, SPENDING
from axplan.plan.certificate.expressions import Floats
from axplan.plan.certificate.growth import depth_per_won
from axplan.plan.certificate.values import Dense, Values, sheet_column

Path = tuple[str, str, str, str]
"""(industry, region, task, stage)"""

MUCH = 0.01
"""More than this share of all commitments is worth a warning."""

NOISE = 1e-6
"""억원, and part of the commitments of a cell and stage: less is the rounding of sums."""

PRICE_NOISE = 1e-9
"""A shadow price that is worth less than this part of the plan, per 억원, is none."""


@dataclass(frozen=True)
class Padding:
    """By (industry, region, task, stage): (at the end, ahead of time), 억원 above the cheapest order; none is left out.

    `commitments` are all of the plan (억원). `rules` are the rules on money whose shadow price is not zero, those that
    make most of it pay first: (rule, the largest size of its price, in units of the objective per 억원).
    """

    paths: Mapping[Path, tuple[float, float]]
    commitments: float
    rules: tuple[tuple[str, float], ...]

    @property
    def end(self) -> float:
        """Money above the cheapest order of the same depth at the end of the plan (억원)."""
        return sum(end for end, _ in self.paths.values())

    @property
    def ahead(self) -> float:
        """Money spent on dear steps ahead of cheap ones, beyond what is still above the cheapest order at the end."""
        return sum(ahead for _, ahead in self.paths.values())

    @property
    def share(self) -> float:
        """Both as a share of all commitments."""
        return (self.end + self.ahead) / self.commitments if self.commitments else 0.0

    @property
    def is_much(self) -> bool:
        """Is it worth a warning?"""
        return self.share > MUCH


def can_pad(x: Inputs, n: str) -> bool:
    """Can rule n make it pay to burn money? A ceiling on a fixed base cannot: burning only uses it up."""
    fixed = x.rules.unit[n] in (AMOUNT, APPROPRIATION_SHARE)
    return not (fixed and x.rules.relation[n] == AT_MOST)


def padding(x: Inputs, values: Values, rule_duals: Mapping[Any, float], worth: float) -> Padding:
    """The padding of a plan.

    With M_t the commitments so far, D_t = depth_t − initial_depth, and C(D) the least public money that buys D, the
    cheapest segments first: end = max(0, M_last − C(D_last)), ahead = max(0, max_t (M_t − C(D_t)) − end).
    `rule_duals`: (rule, year) → the dual of rule_limit; `worth`: the objective.
    """
    v = Dense(x, values)
    spent = np.cumsum(v.commitment.sum(2), axis=-1)
    above = np.maximum(0.0, spent - _cheapest(v))
    above[above <= NOISE * np.maximum(1.0, spent)] = 0.0
    end = above[..., -1]
    ahead = above.max(-1, initial=0.0) - end
    paths = {
        (*x.cells[cell], x.stages.stage[stage]): (float(end[cell, stage]), float(ahead[cell, stage]))
        for cell, stage in zip(*np.nonzero(end + ahead), strict=True)
    }
    return Padding(paths, float(spent[..., -1].sum()), _binding(x, rule_duals, worth))


def _cheapest(v: Dense) -> Floats:
    """C(D_t): the least money that buys the depth reached by each year, shape (cells, stages, years)."""
    x = v.inputs
    initial = sheet_column(x, "stages", "initial_depth")
    left = v.depth - initial[:, None]
    money = np.zeros(left.shape)
    per_won = depth_per_won(v)
    for n, s in enumerate(x.stages.stage):
        for position, g in enumerate(x.segment_numbers[s]):
            bought = np.clip(left[:, n], 0.0, x.segments.width[s, g])
            money[:, n] += bought / per_won[:, n, position, None]
            left[:, n] -= bought
    return money


def _binding(x: Inputs, duals: Mapping[Any, float], worth: float) -> tuple[tuple[str, float], ...]:
    """The rules on money that have a price, the largest first."""
    prices: dict[str, float] = {}
    for (n, _), price in duals.items():
        if x.rules.measure[n] in (COMMITMENT, INVESTMENT, SPENDING) and abs(price) > PRICE_NOISE * abs(worth):
            prices[n] = max(abs(price), prices.get(n, 0.0))
    return tuple(sorted(prices.items(), key=lambda item: -item[1]))
