"""Inputs without a plan: what collides and where it stands, what single change helps, what could still be met."""

import itertools
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from axplan.analyses.explain.causes import Cause, causes
from axplan.analyses.explain.relaxations import MOST, InputRelaxation, candidates, single_relaxations, worth_of_best
from axplan.analyses.explain.shortfalls import Shortfall, lowered, shortfalls
from axplan.core.errors import AxplanError
from axplan.formulation import build_model
from axplan.formulation.compile import compile_model
from axplan.inputs.objective import Objective
from axplan.inputs.parameters import Inputs
from axplan.inputs.tables import Tables
from axplan.plan.infeasibility import Requirement, conflicting_requirements
from axplan.scenario.addresses import Cell, cells_at, read_address
from axplan.scenario.changes import Address
from axplan.solver import Arrays

MOST_CELLS = 3
"""So many cells are named one by one."""


@dataclass(frozen=True)
class ElasticPlan:
    """What the plan that meets what can be met leaves unmet (None where that is not what stands in the way), and what
    it is worth with the requirements lowered (None where the solver finds no plan at that border)."""

    shortfalls: tuple[Shortfall, ...] | None
    worth: float | None


@dataclass(frozen=True)
class Infeasibility:
    """Why there is no plan. `cells`: for every cause the cells of the inputs it comes from, in words."""

    causes: tuple[Cause, ...]
    cells: Mapping[Cause, str]
    relaxations: tuple[InputRelaxation, ...]
    elastic: ElasticPlan | None


def explain_infeasibility(
    x: Inputs, tables: Tables, objective: Objective, elastic: bool,
    done: Callable[[int, int], object] = lambda *_: None,
    conflict: Mapping[Requirement, list[int]] | None = None,
) -> Infeasibility:  # fmt: skip
    """Explain inputs that have no plan; `done` is called with how many candidates have been tried and checked, and of
    how many; the elastic plan is one more.

    A weighted objective is asked for its first indicator: what is possible does not depend on what is wanted.
    `conflict` is what the search for conflicting requirements found, where it was made already.
    """
    weights = {next(iter(objective.weights)): 1.0}
    arrays = compile_model(build_model(x, weights))
    found = causes(x, arrays, conflicting_requirements(arrays) if conflict is None else conflict)
    count, tried = len(candidates(x, found)) + MOST + elastic, itertools.count(1)
    done(0, count)
    relaxed = single_relaxations(x, arrays, found, worth_of_best(weights), lambda: done(min(next(tried), count), count))
    cells = {cause: cells_of(tables, cause) for cause in found}
    done(count - elastic, count)
    made = Infeasibility(tuple(found), cells, tuple(relaxed), _elastic(x, arrays, weights) if elastic else None)
    done(count, count)
    return made


def _elastic(x: Inputs, arrays: Arrays, weights: Mapping[str, float]) -> ElasticPlan:
    missed = shortfalls(x, arrays)
    if missed is None:
        return ElasticPlan(None, None)
    try:
        value = worth_of_best(weights)(lowered(x, missed))
    except AxplanError:
        return ElasticPlan(tuple(missed), None)
    return ElasticPlan(tuple(missed), value)


def cells_of(tables: Tables, cause: Cause) -> str:
    """The cells behind a cause, as sheet!cell; of many the first few and how many more there are."""
    found: list[str] = []
    for text in cause.addresses:
        address = read_address(text)
        if isinstance(address, Address):
            cells = cells_at(tables, address)
            found += [
                tables[c.table].place(c.number, c.column) for c in cells if isinstance(c, Cell) and c.old is not None
            ]
    more = f" … (+{len(found) - MOST_CELLS})" if len(found) > MOST_CELLS else ""
    return ", ".join(found[:MOST_CELLS]) + more
