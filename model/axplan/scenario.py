"""Scenarios: small YAML files that say which inputs to plan with and what to maximise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from axplan import catalogue
from axplan.checks.suggest import NO_HINT, did_you_mean, hint, nearest
from axplan.errors import InputError, Problem, Text, UsageError
from axplan.inputs import PRODUCTION, VALUATIONS
from axplan.objective import Objective, single

FOLDER, SUFFIX = "scenarios", ".yaml"
KEYS = ("title", "inputs", "objective", "note")
DEFAULT_INPUTS = "inputs/baseline.xlsx"
PACKAGED = Path(__file__).parent / "data"
"""What `axplan init` copies: scenarios, and the baseline tables."""


@dataclass(frozen=True)
class Scenario:
    """A named scenario of a study: its titles, its workbook (or folder of tables), and its objective."""

    name: str
    title: Text
    inputs: Path
    objective: Objective
    note: Text


def scenario_names(study: Path) -> list[str]:
    """The scenarios of a study folder, in alphabetical order."""
    return sorted(path.stem for path in (study / FOLDER).glob(f"*{SUFFIX}"))


def read_scenario(study: Path, name: str) -> Scenario:
    """Read `scenarios/<name>.yaml` of the study folder.

    Raises
    ------
    UsageError: there is no such scenario; the nearest name is offered.
    InputError: the file is not a scenario; every problem with its line.
    """
    path = _scenario_file(study, name)
    name = path.stem
    content, problems = _parse(path)
    problems += [fault for check in (_keys, _title, _inputs, _objective) for fault in check(path.name, content)]
    if problems:
        raise InputError(problems)
    plain = {key: value for key, (value, _) in content.items()}
    return Scenario(
        name=name,
        title=_text(plain.get("title", name)),
        inputs=study / str(plain.get("inputs", DEFAULT_INPUTS)),
        objective=_read_objective(plain.get("objective", PRODUCTION)),
        note=_text(plain.get("note", "")),
    )


def _scenario_file(study: Path, name: str) -> Path:
    """The scenario's file; a folder without any scenarios still has the packaged baseline."""
    names = scenario_names(study)
    if name.endswith(SUFFIX):  # the path of the file is as good as the name of the scenario
        name = Path(name).stem
    if name in names:
        return study / FOLDER / f"{name}{SUFFIX}"
    if not names and name in scenario_names(PACKAGED):
        return PACKAGED / FOLDER / f"{name}{SUFFIX}"
    raise UsageError(_unknown(study, name, names))


def _unknown(study: Path, name: str, names: list[str]) -> Text:
    if not names:
        return Text(
            f"{study / FOLDER} 에 시나리오가 없습니다. `axplan init 폴더`로 연구 폴더를 만들고 그 안에서 실행하십시오.",
            f"There are no scenarios in {study / FOLDER}. Make a study folder with `axplan init DIR` and run inside it.",
        )
    meant = did_you_mean(nearest(name, names))
    return Text(
        f"시나리오가 없습니다: '{name}'.{meant.ko} 있는 시나리오: {', '.join(names)}",
        f"There is no scenario '{name}'.{meant.en} Scenarios: {', '.join(names)}",
    )


Content = Mapping[str, tuple[Any, int]]
"""key → (value, line)."""


def _parse(path: Path) -> tuple[Content, list[Problem]]:
    """The top level of the file with the line of each key; every key read once."""
    import yaml

    try:
        node = yaml.compose(path.read_text(encoding="utf-8-sig"), Loader=yaml.SafeLoader)
    except (yaml.YAMLError, UnicodeDecodeError) as fault:
        mark = getattr(fault, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        said = getattr(fault, "problem", None) or str(fault)
        return {}, [_problem(path.name, line, "E401", found=said)]
    if node is None:
        return {}, []
    if not isinstance(node, yaml.MappingNode):
        found = Text("목록", "a list") if isinstance(node, yaml.SequenceNode) else f"'{str(node.value)[:60]}'"
        return {}, [_problem(path.name, node.start_mark.line + 1, "E401", found=found)]
    content: dict[str, tuple[Any, int]] = {}
    problems = []
    loader = yaml.SafeLoader("")
    for key_node, value_node in node.value:
        key, line = str(key_node.value), key_node.start_mark.line + 1
        if key in content:
            problems.append(_problem(path.name, line, "E402", found=key))
        content[key] = (loader.construct_object(value_node, deep=True), line)
    return content, problems


def _problem(file: str, line: int, code: str, **values: object) -> Problem:
    return catalogue.problem(code, f"{file}:{line}", (0, line, 0), **values)


def _keys(file: str, content: Content) -> Iterator[Problem]:
    for key, (_, line) in content.items():
        if key not in KEYS:
            yield _problem(file, line, "E403", found=key, keys=", ".join(KEYS), hint=hint(nearest(key, KEYS)))


def _title(file: str, content: Content) -> Iterator[Problem]:
    for key in ("title", "note"):
        value, line = content.get(key, ("", 0))
        if not (isinstance(value, str) or (isinstance(value, dict) and set(value) <= {"ko", "en"}
                                           and all(isinstance(words, str) for words in value.values()))):  # fmt: skip
            yield _problem(file, line, "E404", found=key, allowed=Text("글, 또는 ko와 en", "text, or ko and en"))


def _inputs(file: str, content: Content) -> Iterator[Problem]:
    value, line = content.get("inputs", (DEFAULT_INPUTS, 0))
    if not isinstance(value, str):
        allowed = Text("통합문서나 폴더의 경로", "the path of a workbook or folder")
        yield _problem(file, line, "E404", found=f"inputs: {value}", allowed=allowed)


def _objective(file: str, content: Content) -> Iterator[Problem]:
    value, line = content.get("objective", (PRODUCTION, 0))
    listed = ", ".join(VALUATIONS)
    for name in value if isinstance(value, dict) else [value]:
        if name not in VALUATIONS:
            one_of = Text(f"{listed} 가운데 하나", f"one of {listed}")
            likely = nearest(str(name), VALUATIONS)
            yield _problem(file, line, "E405", found=name, allowed=one_of, hint=hint(likely))
    weights = list(value.values()) if isinstance(value, dict) else [1]
    if not weights or not all(_is_weight(weight) for weight in weights):
        weighty = Text("0보다 큰 가중치", "weights above 0")
        yield _problem(file, line, "E405", found=value, allowed=weighty, hint=NO_HINT)


def _is_weight(weight: object) -> bool:
    return isinstance(weight, int | float) and not isinstance(weight, bool) and 0 < weight < float("inf")


def _text(value: Any) -> Text:
    if isinstance(value, dict):
        ko = str(value.get("ko", value.get("en", "")))
        return Text(ko, str(value.get("en", ko)))
    return Text(str(value), str(value))


def _read_objective(value: Any) -> Objective:
    return Objective({v: float(weight) for v, weight in value.items()}) if isinstance(value, dict) else single(value)
