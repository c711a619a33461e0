"""A question asked of a scenario: what every question needs before it is answered, and how its answer is put in place.

`ask` chooses the scenario, reads its inputs and applies its changes; `Question.place` puts the files and the document
that --json prints into `output/<question>/<name>/`, whole or not at all. How it is answered is said in its own folder.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from axplan.core.atomic_files import atomic_folder, require_closed, write_json
from axplan.inputs.parameters import Inputs
from axplan.runs.run import Options, chosen_scenario, origin_lines
from axplan.runs.run_record import SCHEMA, versions
from axplan.scenario import Applied, Scenario, applied_inputs
from axplan.scenario.describe import change_documents

Write = Callable[[Path], tuple[Sequence[str], Mapping[str, Any]]]
"""Writes the files of an answer into a folder; their names, and its own part of the document."""

NOTHING: Mapping[str, Any] = {}


@dataclass(frozen=True)
class AnswerFiles:
    """Where answers to a question are: the folder below the outputs, and the names of their book and document."""

    folder: str
    book: str
    document: str


@dataclass(frozen=True)
class Question:
    """A scenario of which something is asked, its inputs as it changes them, and the folder of the answer."""

    scenario: Scenario
    applied: Applied
    inputs: Inputs
    options: Options
    files: AnswerFiles
    folder: Path

    @property
    def title(self) -> str:
        """The scenario's title in the language of the answer."""
        return self.scenario.title.in_(self.options.language)

    @cached_property
    def facts(self) -> dict[str, str]:
        """Where the answer comes from, one line each; see `origin_lines`."""
        return origin_lines(self.scenario, self.applied, self.options.language)

    @property
    def titled_facts(self) -> dict[str, str]:
        """The facts behind the titles of the scenario."""
        return {"title.ko": self.scenario.title.ko, "title.en": self.scenario.title.en, **self.facts}

    def checkpoint(self, name: str) -> Path:
        """Where a search keeps what it has found until it is done."""
        return self.options.output / self.scenario.name / name

    def place(self, status: str, write: Write) -> dict[str, Any]:
        """Put the answer in its folder, whole or not at all; its document.

        Raises
        ------
        EnvironmentFault: a file cannot be written, or is open elsewhere.
        """
        inputs = {"source": self.scenario.inputs.name, "sha256": self.facts["inputs.sha256"]}
        return place_answer(
            self.folder, self.files, write, {"scenario": self.scenario.name, "status": status},
            {"inputs": inputs, "changes": change_documents(self.applied.changes)},
        )  # fmt: skip


@dataclass(frozen=True)
class Answer:
    """An answer in its place: the question, and the document that --json prints."""

    question: Question
    document: dict[str, Any]

    @property
    def scenario(self) -> Scenario:
        """The scenario that was asked about."""
        return self.question.scenario

    @property
    def folder(self) -> Path:
        """Where its files are."""
        return self.question.folder


def ask(
    name: str, options: Options, files: AnswerFiles, folder: Callable[[Scenario], str] = lambda scenario: scenario.name
) -> Question:
    """A question about the scenario `name` as the options change it; `folder` names the folder of its answer.

    Raises
    ------
    UsageError: no such scenario; InputError: it or its inputs are not valid; EnvironmentFault: they cannot be read, or
    the book of an earlier answer is open elsewhere.
    """
    scenario = chosen_scenario(name, options)
    place = options.output / files.folder / folder(scenario)
    require_closed(place / files.book)  # said before solving, which may take minutes
    applied = applied_inputs(scenario)
    return Question(scenario, applied, applied.inputs(), options, files, place)


def place_answer(
    folder: Path, files: AnswerFiles, write: Write, head: Mapping[str, Any] = NOTHING, tail: Mapping[str, Any] = NOTHING
) -> dict[str, Any]:
    """Put files and document into a folder, whole or not at all; the document, its own part between `head` and `tail`.

    Raises
    ------
    EnvironmentFault: a file cannot be written, or is open elsewhere.
    """
    with atomic_folder(folder) as draft:
        names, own = write(draft)
        paths = [str(folder / name) for name in names]
        document = {"schema": SCHEMA, **head, **own, **tail, "versions": versions(), "files": paths}
        write_json(draft / files.document, document)
    return document
