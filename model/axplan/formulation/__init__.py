"""The allocation model, one block per file. `build_model` is its table of contents."""

from collections.abc import Mapping

import pyomo.environ as pyo
from pyomo.common.gc_manager import PauseGC

from axplan.formulation import funds, growth, objective, programmes, rules, workforce
from axplan.formulation.constraint_registry import REGISTRY
from axplan.formulation.objective import objective_terms
from axplan.inputs.parameters import Inputs

__all__ = ["BOUNDS", "CONSTRAINTS", "EXPRESSIONS", "build_model", "objective_terms"]

CONSTRAINTS = {name: known.rule for name, known in REGISTRY.items() if not known.is_bound}
"""Every constraint of the model by name; the docstring of each is its equation."""

EXPRESSIONS = {rule.__name__: rule for block in (growth, programmes, workforce) for rule in block.EXPRESSIONS}
"""What blocks offer to other blocks, by name."""

BOUNDS = {name: known.rule for name, known in REGISTRY.items() if known.is_bound}
"""Bounds that depend on the inputs, by variable; those of other variables are constants."""


def build_model(inputs: Inputs, weights: Mapping[str, float], charge_penalties: bool = True) -> pyo.ConcreteModel:
    """The linear programme for `inputs`, maximising Σ weights[v] · indicator[v] less the penalties of soft rules."""
    with PauseGC():  # a hundred thousand small objects that all stay: collecting among them only costs time
        m = pyo.ConcreteModel(name="axplan")
        m.inputs = inputs
        programmes.add_programmes(m)
        growth.add_growth(m)
        workforce.add_workforce(m)
        funds.add_funds(m)
        rules.add_rules(m)
        objective.add_floors(m)
        objective.add_objective(m, weights, charge_penalties)
    return m
