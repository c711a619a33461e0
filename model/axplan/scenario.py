"""Scenarios: small YAML files that say which inputs to plan with and what to maximise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from axplan.checks.suggest import did_you_mean, nearest
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
    hint = did_you_mean(nearest(name, names))
    return Text(
        f"시나리오 '{name}'이(가) 없습니다.{hint.ko} 있는 시나리오: {', '.join(names)}",
        f"There is no scenario '{name}'.{hint.en} Scenarios: {', '.join(names)}",
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
        return {}, [_problem(path.name, line, "E401", said, Text("YAML 형식의 글(UTF-8)", "YAML text in UTF-8"))]
    if node is None:
        return {}, []
    if not isinstance(node, yaml.MappingNode):
        found = node.start_mark.line + 1
        return {}, [_problem(path.name, found, "E401", str(node.value), Text("`title:` 같은 항목들", "keys such as `title:`"))]
    content: dict[str, tuple[Any, int]] = {}
    problems = []
    loader = yaml.SafeLoader("")
    for key_node, value_node in node.value:
        key, line = str(key_node.value), key_node.start_mark.line + 1
        if key in content:
            problems.append(_problem(path.name, line, "E402", key, Text("한 번만", "only once")))
        content[key] = (loader.construct_object(value_node, deep=True), line)
    return content, problems


def _problem(file: str, line: int, code: str, found: str, allowed: Text) -> Problem:
    return Problem(code, f"{file}:{line}", Text(found, found), allowed, order=(0, line, 0))


def _keys(file: str, content: Content) -> Iterator[Problem]:
    for key, (_, line) in content.items():
        if key not in KEYS:
            hint = did_you_mean(nearest(key, KEYS))
            listed = ", ".join(KEYS)
            yield _problem(file, line, "E403", key, Text(f"{listed} 가운데 하나.{hint.ko}", f"one of {listed}.{hint.en}"))


def _title(file: str, content: Content) -> Iterator[Problem]:
    for key in ("title", "note"):
        value, line = content.get(key, ("", 0))
        if not (isinstance(value, str) or (isinstance(value, dict) and set(value) <= {"ko", "en"}
                                           and all(isinstance(words, str) for words in value.values()))):  # fmt: skip
            yield _problem(file, line, "E404", key, Text("글, 또는 ko와 en", "text, or ko and en"))


def _inputs(file: str, content: Content) -> Iterator[Problem]:
    value, line = content.get("inputs", (DEFAULT_INPUTS, 0))
    if not isinstance(value, str):
        yield _problem(file, line, "E404", f"inputs: {value}", Text("통합문서나 폴더의 경로", "the path of a workbook or folder"))


def _objective(file: str, content: Content) -> Iterator[Problem]:
    value, line = content.get("objective", (PRODUCTION, 0))
    names = list(value) if isinstance(value, dict) else [value]
    for name in names:
        if name not in VALUATIONS:
            hint = did_you_mean(nearest(str(name), VALUATIONS))
            listed = ", ".join(VALUATIONS)
            yield _problem(file, line, "E405", f"objective: {name}", Text(f"{listed} 가운데 하나.{hint.ko}", f"one of {listed}.{hint.en}"))
    weights = list(value.values()) if isinstance(value, dict) else [1]
    if not weights or not all(_is_weight(weight) for weight in weights):
        yield _problem(file, line, "E405", f"objective: {value}", Text("0보다 큰 가중치", "weights above 0"))


def _is_weight(weight: object) -> bool:
    return isinstance(weight, int | float) and not isinstance(weight, bool) and 0 < weight < float("inf")


def _text(value: Any) -> Text:
    if isinstance(value, dict):
        ko = str(value.get("ko", value.get("en", "")))
        return Text(ko, str(value.get("en", ko)))
    return Text(str(value), str(value))


def _read_objective(value: Any) -> Objective:
    return Objective({v: float(weight) for v, weight in value.items()}) if isinstance(value, dict) else single(value)
