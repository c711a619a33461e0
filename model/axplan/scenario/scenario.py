"""A scenario as a whole: what its file says, after the files it extends."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from axplan.core.errors import InputError
from axplan.core.problem import Problem
from axplan.core.text import NO_TEXT, Text
from axplan.inputs.objective import Objective, single
from axplan.inputs.schema.indicators import PRODUCTION
from axplan.scenario.changes import Layer
from axplan.scenario.files import SUFFIX, read_chain, scenario_file
from axplan.scenario.read_changes import read_options

DEFAULT_INPUTS = "inputs/baseline.xlsx"


@dataclass(frozen=True)
class Scenario:
    """A named scenario of a study: its titles, its workbook (or folder of tables), what it changes, its objective.

    `layers` are applied in their order: those of the files it extends first. `problems` is what is wrong in the files
    themselves; with one of them there is no plan. `is_whole` is False where a file that is extended could not be found.
    """

    name: str
    title: Text
    inputs: Path
    objective: Objective
    note: Text
    layers: tuple[Layer, ...] = ()
    problems: tuple[Problem, ...] = ()
    is_whole: bool = True


def load_scenario(study: Path, name: str) -> Scenario:
    """Read `scenarios/<name>.yaml` of the study folder and the files it extends; problems are in the scenario.

    Inputs and objective are those of the first file of the chain that names them; title and note are its own.

    Raises
    ------
    UsageError: there is no such scenario; the nearest name is offered.
    """
    path = scenario_file(study, name)
    chain, problems, is_whole = read_chain(path)
    own = chain[0]
    return Scenario(
        name=path.stem,
        title=own.title or Text(path.stem, path.stem),
        inputs=study / next((content.inputs for content in chain if content.inputs is not None), DEFAULT_INPUTS),
        objective=next((content.objective for content in chain if content.objective), single(PRODUCTION)),
        note=own.note or NO_TEXT,
        layers=tuple(content.layer for content in reversed(chain)),
        problems=tuple(problems),
        is_whole=is_whole,
    )


def read_scenario(study: Path, name: str) -> Scenario:
    """`load_scenario`, refusing what has problems.

    Raises
    ------
    UsageError: there is no such scenario; the nearest name is offered.
    InputError: a file is not a scenario; every problem with its line.
    """
    scenario = load_scenario(study, name)
    if scenario.problems:
        raise InputError(scenario.problems)
    return scenario


def inputs_alone(path: Path) -> Scenario:
    """A workbook or folder of tables as it is: a scenario that changes nothing."""
    return Scenario(path.stem, NO_TEXT, path, single(PRODUCTION), NO_TEXT)


def scenario_or_inputs(study: Path, word: str) -> Scenario:
    """What a word on the command line means: the path of a workbook or folder as it is, or a scenario of the study.

    Raises
    ------
    UsageError: there is no such scenario; the nearest name is offered.
    """
    path = Path(word)
    if path.suffix != SUFFIX and (path.exists() or path.suffix or len(path.parts) > 1):
        return inputs_alone(path)
    return load_scenario(study, word)


def with_options(scenario: Scenario, options: Sequence[str]) -> Scenario:
    """The scenario with the changes of `--set`, which come after its own."""
    layer, problems = read_options(options)
    return replace(scenario, layers=(*scenario.layers, layer), problems=(*scenario.problems, *problems))
