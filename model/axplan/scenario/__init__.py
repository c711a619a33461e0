"""Scenarios: small YAML files that say which inputs to plan with, what to change in them, and what to maximise."""

from axplan.scenario.apply import Applied, applied_inputs, apply_scenario
from axplan.scenario.changes import Change, net_changes
from axplan.scenario.files import FOLDER, PACKAGED, SUFFIX, scenario_names
from axplan.scenario.scenario import (
    Scenario,
    inputs_alone,
    load_scenario,
    read_scenario,
    scenario_or_inputs,
    with_options,
)

__all__ = [
    "FOLDER", "PACKAGED", "SUFFIX", "Applied", "Change", "Scenario", "applied_inputs", "apply_scenario",
    "inputs_alone", "load_scenario", "net_changes", "read_scenario", "scenario_names", "scenario_or_inputs",
    "with_options",
]  # fmt: skip
