"""What a frontier lies between: indicators of the plan, and the balance of the regions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from axplan.core.text import Text
from axplan.formulation import build_model
from axplan.formulation.compile import compile_model
from axplan.inputs.parameters import Inputs
from axplan.inputs.schema.core import EOK, Unit
from axplan.inputs.schema.indicators import INDICATOR_NAMES, UNITS, VALUATIONS
from axplan.solver import Arrays
from axplan.solver.arrays import Floats, Form
from axplan.solver.highs import cost_scale
from axplan.solver.optimal_face import with_least, with_sums

REGIONAL_BALANCE = "regional_balance"
"""What the region that gets least gets: min_r Σ place_total[i,r,s,t], 억원 of public money over the plan (the maximin
of J. Rawls, A Theory of Justice, 1971, which stays linear as a share would not)."""

AIMS = (*VALUATIONS, REGIONAL_BALANCE)

AIM_NAMES: Mapping[str, Text] = {**INDICATOR_NAMES, REGIONAL_BALANCE: Text("권역 균형", "Regional balance")}

AIM_UNITS: Mapping[str, Unit] = {**UNITS, REGIONAL_BALANCE: EOK}


@dataclass(frozen=True)
class Aim:
    """An aim: what is maximised for it, and the column whose lower bound, in `scale` of its unit, is a floor.

    `cost` is in the unit the aim is reported in, by column of the extended model.
    """

    name: str
    cost: Floats
    column: int
    scale: float

    def value(self, x: Floats) -> float:
        """The aim's value in its unit."""
        return float(self.cost @ x)


def with_aims(x: Inputs, arrays: Arrays, names: Sequence[str]) -> tuple[Arrays, list[Aim]]:
    """The model with a column for every aim, and the aims. The first is the model's objective, penalties included."""
    made: list[tuple[str, Form, int, float]] = []
    objective = _form(arrays.cost)
    for name in names:
        if name == REGIONAL_BALANCE:
            arrays, column = with_least(arrays, name, list(_by_region(arrays).values()))
            made.append((name, {column: 1.0}, column, 1.0))
            continue
        form = _worth(x, name) if made else objective
        scale = cost_scale(np.array(list(form.values())))
        arrays, (column,) = with_sums(arrays, name, [{c: scale * price for c, price in form.items()}])
        made.append((name, form, column, scale))
    return arrays, [Aim(name, _dense(form, len(arrays.cost)), column, scale) for name, form, column, scale in made]


def _worth(x: Inputs, name: str) -> Form:
    """What the model maximises when it maximises this indicator, penalties left out."""
    return _form(compile_model(build_model(x, {name: 1.0}, charge_penalties=False)).cost)


def _form(cost: Floats) -> Form:
    return {int(column): float(cost[column]) for column in np.flatnonzero(cost)}


def _by_region(arrays: Arrays) -> Mapping[str, dict[int, float]]:
    """The sum of the commitments of every region in which there can be any."""
    found: dict[str, dict[int, float]] = {}
    for (_, r, *_), column in arrays.columns["place_total"].items():
        found.setdefault(r, {})[column] = 1.0
    return found


def _dense(form: Form, width: int) -> Floats:
    cost = np.zeros(width)
    cost[list(form)] = list(form.values())
    return cost
