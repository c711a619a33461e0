"""The equations of the certificate and those of the model, compared on random tables.

The two were written apart. On an optimum they agree that nothing is missed; on values drawn at random, where nearly
every constraint is missed, they agree by how much. A rule is one on whatever totals its filters allow in the model, and
one on cells in the certificate: rules are compared where the totals are what commitments and progress come to.
"""

from __future__ import annotations

import dataclasses
from functools import cache
from random import Random
from typing import Any

import numpy as np
import pytest

from axplan.core.errors import AxplanError
from axplan.formulation import CONSTRAINTS, build_model
from axplan.formulation.compile import compile_model
from axplan.inputs.parameters import Inputs, build_inputs
from axplan.inputs.schema.indicators import VALUATIONS
from axplan.inputs.schema.policy import Floors
from axplan.plan.certificate import certify, check_plan
from axplan.solver import Arrays, solve
from axplan.solver.arrays import Floats
from random_tables import random_tables
from totals import tied

SEEDS = range(30)
DRAWS = 6
SMALL = 150
"""Commitment variables at most: these tables are many, not large."""

Missed = tuple[Any, float, float]
"""Index of a row; by how much it is missed according to the certificate, and according to the model."""

SIZES = {"depth": 1.0, "progress": 1.0, "reach": 1.0}
"""How large a value may be drawn: about what is usual, so that every part of a row weighs something."""


def compiled(seed: int, floors: bool = False) -> tuple[Inputs, Arrays, dict[str, float]] | None:
    """Random inputs, their model and random weights; None where the tables are refused. Floors under all indicators,
    low ones and ones out of reach, where they are asked for."""
    draw = Random(f"certificate {seed}")
    weights = {v: draw.uniform(0.1, 1.0) for v in draw.sample(VALUATIONS, draw.choice([1, 2, 6]))}
    try:
        inputs = build_inputs(random_tables(seed, SMALL))
    except AxplanError:
        return None
    if floors:
        at_least = {v: 10 ** draw.uniform(-6, 6) for v in VALUATIONS}
        inputs = dataclasses.replace(inputs, floors=Floors(indicator=VALUATIONS, at_least=at_least))
    return inputs, compile_model(build_model(inputs, weights)), weights


def solved_and_certified(seed: int) -> bool:
    """Was there a plan? If so it must have passed."""
    case = compiled(seed)
    if case is None:
        return False
    inputs, arrays, weights = case
    try:
        solution = solve(arrays)
    except AxplanError:
        return False
    certificate = certify(inputs, solution, weights)
    assert certificate.failures == (), seed
    return True


def test_every_optimum_of_random_tables_is_certified() -> None:
    assert sum(solved_and_certified(seed) for seed in SEEDS) > len(SEEDS) // 2


@cache
def differences() -> dict[str, list[Missed]]:
    """Constraint → what `missed_by` finds, over all draws."""
    found: dict[str, list[Missed]] = {name: [] for name in CONSTRAINTS}
    for seed in SEEDS:
        case = compiled(seed, floors=True)
        for number in range(DRAWS if case else 0):
            inputs, arrays, weights = case  # type: ignore[misc]
            x = drawn(arrays, np.random.default_rng([seed, number]))
            for values, names in ((x, set(found) - {"rule_limit"}), (tied(inputs, arrays, x), set(found))):
                for name, missed in missed_by(inputs, arrays, weights, values).items():
                    found[name] += [missed] if name in names else []
    return found


def missed_by(inputs: Inputs, arrays: Arrays, weights: dict[str, float], x: Floats) -> dict[str, Missed]:
    """The worst row of every constraint that has any, by the certificate, and by how much both say it is missed."""
    values = {name: span.named(x) for name, span in arrays.columns.items()}
    checks = {check.name: check for check in check_plan(inputs, values, weights, float(arrays.cost @ x))}
    assert checks["objective"].ok
    beyond = np.maximum(arrays.row_lower - arrays.times(x), arrays.times(x) - arrays.row_upper)
    found: dict[str, Missed] = {}
    for name, span in arrays.rows.items():
        index = checks[name].index
        assert (index is None) == (not span.indices)
        if index is not None:
            row = span.start + span.indices.index(index if len(index) > 1 else index[0])
            found[name] = index, signed(name, inputs, checks[name]), float(beyond[row])
    return found


def drawn(arrays: Arrays, random: np.random.Generator) -> Floats:
    """Some values of every variable are drawn and the others are 0, so that now this row is missed by most and now that."""
    share = random.uniform(0.1, 1.0)
    return np.concatenate([
        random.uniform(-0.2, 1.0, count) * SIZES.get(name, 100.0) * (random.uniform(0.0, 1.0, count) < share)
        for name, count in ((name, len(span.indices)) for name, span in arrays.columns.items())
    ])  # fmt: skip


def signed(name: str, inputs: Inputs, check: Any) -> float:
    """By how much a row is missed, below zero where there is room."""
    relation = {"progress_requirement": ">=", "target": ">=", "solvency": ">=", "indicator_floor": ">="}.get(name, "<=")
    if name == "rule_limit":
        relation = inputs.rules.relation[check.index[0]]
    elif name.endswith("_balance"):
        relation = "="
    left, right = check.left, check.right
    return float({"<=": left - right, ">=": right - left, "=": abs(left - right)}[relation])


@pytest.mark.parametrize("name", CONSTRAINTS)
def test_both_agree_by_how_much_a_constraint_is_missed(name: str) -> None:
    compared = differences()[name]
    assert sum(model > 0 for _, _, model in compared) > 20
    for index, certificate, model in compared:
        assert certificate == pytest.approx(model, rel=1e-9, abs=1e-9), index
