"""A scenario applied to its inputs: the changed tables, the list of changes, and every problem, where it comes from."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from axplan.core.errors import AxplanError, InputError
from axplan.core.problem import Problem
from axplan.inputs.parameters import Inputs, build_inputs
from axplan.inputs.tables import Tables
from axplan.inputs.validation import check_tables
from axplan.scenario.changes import Change, Layer
from axplan.scenario.overlay import apply_layers
from axplan.scenario.problem_places import placed
from axplan.scenario.scenario import Scenario
from axplan.workbook import read_tables


@dataclass(frozen=True)
class Applied:
    """The inputs before (`base`) and after the changes of a scenario.

    `layers` are what was asked for. `changes` lists every cell in the order in which it was changed; a cell that two
    files change is there twice. `refused` is what is wrong in the scenario's files and what they could not change.
    """

    base: Tables
    tables: Tables
    layers: tuple[Layer, ...] = ()
    changes: tuple[Change, ...] = ()
    refused: tuple[Problem, ...] = ()

    def problems(self) -> list[Problem]:
        """Everything that is wrong, the scenario's files first, and every warning. A problem that a change has made
        names the line of the change and the cell."""
        return self._all_problems(check_tables(self.tables)[1])

    def inputs(self) -> Inputs:
        """The changed tables, checked and frozen.

        Raises
        ------
        InputError: with every problem, if any of them is an error.
        """
        try:
            inputs = build_inputs(self.tables)
        except InputError as fault:
            raise InputError(self._all_problems(fault.problems)) from None
        problems = self._all_problems(inputs.warnings)
        if any(problem.is_error for problem in problems):
            raise InputError(problems)
        return replace(inputs, warnings=tuple(problems))

    def _all_problems(self, found: Sequence[Problem]) -> list[Problem]:
        of_tables = found
        if self.changes:
            of_tables = placed(found, self.base, self.tables, self.layers, self.changes)
        return sorted([*self.refused, *of_tables], key=lambda problem: problem.order)


def apply_scenario(scenario: Scenario, tables: Tables) -> Applied:
    """The tables with the scenario's changes, layer after layer. What cannot be changed is among its `problems`."""
    layers = scenario.layers if scenario.is_whole else ()
    changed, changes, refused = apply_layers(tables, layers)
    return Applied(tables, changed, layers, tuple(changes), (*scenario.problems, *refused))


def applied_inputs(scenario: Scenario) -> Applied:
    """The scenario's inputs, read and changed.

    Raises
    ------
    InputError: the inputs cannot be read, or are not there and the scenario's file has problems; with those.
    UsageError, EnvironmentFault: the inputs are not there, or may not be read.
    """
    try:
        tables = read_tables(scenario.inputs)
    except AxplanError as fault:
        if scenario.problems:
            raise InputError([*scenario.problems, *getattr(fault, "problems", ())]) from fault
        raise
    return apply_scenario(scenario, tables)
