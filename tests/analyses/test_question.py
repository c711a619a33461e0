"""A new question is a few lines on the skeleton that all questions share: asked, answered, put in place."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from axplan.analyses.question import Answer, AnswerFiles, Question, ask
from axplan.core.errors import EnvironmentFault, InputError, UsageError
from axplan.runs.run import Options
from batch_study import SCENARIOS, study_with

FILES = AnswerFiles("count", "count.xlsx", "count.json")


@dataclass(frozen=True)
class Count(Answer):
    """How many years a scenario has."""

    years: int


def count_years(name: str, options: Options) -> Count:
    """The whole of a question but for its book and its command."""
    question = ask(name, options, FILES)
    years = len(question.inputs.years)
    return Count(question, question.place("optimal", lambda folder: _write(question, years, folder)), years)


def _write(question: Question, years: int, folder: Path) -> tuple[Sequence[str], dict[str, Any]]:
    (folder / FILES.book).write_text(question.title)
    return [FILES.book, FILES.document], {"years": years}


@pytest.fixture
def options(tmp_path: Path) -> Options:
    return Options(study_with(tmp_path / "study", SCENARIOS), tmp_path / "outputs", "en")


def test_an_answer_is_a_folder_with_its_files_and_one_document(options: Options) -> None:
    answer = count_years("half", options)
    folder = options.output / "count" / "half"
    assert (answer.folder, answer.scenario.name, answer.years) == (folder, "half", 2)
    assert sorted(path.name for path in folder.iterdir()) == ["count.json", "count.xlsx"]
    assert json.loads((folder / "count.json").read_text(encoding="utf-8")) == answer.document


def test_the_document_says_what_every_document_says_around_what_is_its_own(options: Options) -> None:
    document = count_years("half", options).document
    assert list(document) == ["schema", "scenario", "status", "years", "inputs", "changes", "versions", "files"]
    assert (document["scenario"], document["status"], document["years"]) == ("half", "optimal", 2)
    assert document["inputs"]["source"] == "baseline.xlsx"
    assert [change["address"] for change in document["changes"]] == [
        "appropriations.main.2026",
        "appropriations.main.2027",
    ]
    assert document["files"] == [str(options.output / "count" / "half" / name) for name in ("count.xlsx", "count.json")]


@pytest.mark.parametrize(("name", "fault"), [("nonesuch", UsageError), ("unreadable", InputError)])
def test_a_scenario_that_cannot_be_asked_leaves_nothing(options: Options, name: str, fault: type[Exception]) -> None:
    with pytest.raises(fault):
        count_years(name, options)
    assert not options.output.exists()


def test_an_answer_that_cannot_be_written_leaves_the_earlier_one(options: Options) -> None:
    count_years("half", options)
    folder = options.output / "count" / "half"
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    question = ask("half", options, FILES)

    def broken(folder: Path) -> tuple[Sequence[str], dict[str, Any]]:
        (folder / FILES.book).write_text("half")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        question.place("optimal", broken)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_book_that_is_open_is_found_before_anything_is_solved(options: Options) -> None:
    folder = count_years("half", options).folder
    (folder / ".~lock.count.xlsx#").write_text("")
    with pytest.raises(EnvironmentFault):
        ask("half", options, FILES)
