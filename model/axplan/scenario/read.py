"""One scenario file: what it says, key by key, and every problem in how it says it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from axplan.core.problem import Problem
from axplan.core.text import Text
from axplan.inputs.objective import Objective, single
from axplan.inputs.schema.indicators import VALUATIONS
from axplan.inputs.validation.suggest import NO_HINT, hint, nearest
from axplan.scenario.changes import Layer, Origin
from axplan.scenario.parse_yaml import Value, read_yaml
from axplan.scenario.read_changes import read_changes, read_rules

Faults = list[Problem]


@dataclass(frozen=True)
class FileContent:
    """What one file says. What it does not say is None, and comes from the file it extends or is the default."""

    title: Text | None = None
    extends: tuple[str, Origin] | None = None
    inputs: str | None = None
    objective: Objective | None = None
    note: Text | None = None
    changes: Layer = field(default_factory=Layer)
    rules: Layer = field(default_factory=Layer)

    @property
    def layer(self) -> Layer:
        """The changes of the file, those of rules among them."""
        return replace(self.rules, edits=(*self.changes.edits, *self.rules.edits))


@dataclass(frozen=True)
class Key:
    """A key of a scenario file: what it means, and how its value is read."""

    meaning: Text
    read: Callable[[Value, Faults], Any]


def read_file(path: Path, rank: int) -> tuple[FileContent, Faults]:
    """What the file says and what is wrong with it; a key with a problem counts as not said."""
    value, faults = read_yaml(path, rank)
    content: Mapping[str, Value] = value.content if value else {}
    for key, part in content.items():
        if key not in KEYS:
            likely = hint(nearest(key, KEYS))
            faults.append(part.origin.problem("E403", found=key, keys=", ".join(KEYS), hint=likely))
    values = {key: KEYS[key].read(part, faults) for key, part in content.items() if key in KEYS}
    return FileContent(**{key: said for key, said in values.items() if said is not None}), faults


def _text(key: str) -> Callable[[Value, Faults], Text | None]:
    """Reads a text that is the same in both languages, or one for each."""

    def read(value: Value, faults: Faults) -> Text | None:
        if isinstance(value.content, str):
            return Text(value.content, value.content)
        if isinstance(value.content, Mapping) and value.content and set(value.content) <= {"ko", "en"}:
            words = {language: part.content for language, part in value.content.items()}
            if all(isinstance(said, str) for said in words.values()):
                ko = words.get("ko", words.get("en", ""))
                return Text(ko, words.get("en", ko))
        faults.append(value.another_kind(key, Text("글, 또는 ko와 en", "text, or ko and en")))
        return None

    return read


def _extends(value: Value, faults: Faults) -> tuple[str, Origin] | None:
    if value.is_scalar and value.content and isinstance(value.content, str | int):
        return str(value.content), value.origin
    faults.append(value.another_kind("extends", Text("다른 시나리오의 이름", "the name of another scenario")))
    return None


def _inputs(value: Value, faults: Faults) -> str | None:
    if isinstance(value.content, str):
        return value.content
    faults.append(value.another_kind("inputs", Text("통합문서나 폴더의 경로", "the path of a workbook or folder")))
    return str(value)


def _objective(value: Value, faults: Faults) -> Objective | None:
    before = len(faults)
    weights = value.content if isinstance(value.content, Mapping) else None
    for name in [str(value)] if weights is None else weights:
        if name not in VALUATIONS:
            faults.append(_no_indicator(value, name))
    if weights is not None and not (weights and all(_is_weight(part.content) for part in weights.values())):
        allowed = Text("0보다 큰 가중치", "weights above 0")
        faults.append(value.origin.problem("E405", found=value, allowed=allowed, hint=NO_HINT))
    if len(faults) > before:
        return None
    return single(str(value)) if weights is None else Objective({v: float(w.content) for v, w in weights.items()})


def _no_indicator(value: Value, name: str) -> Problem:
    listed = ", ".join(VALUATIONS)
    allowed = Text(f"{listed} 가운데 하나", f"one of {listed}")
    return value.origin.problem("E405", found=name, allowed=allowed, hint=hint(nearest(name, VALUATIONS)))


def _is_weight(weight: object) -> bool:
    return isinstance(weight, int | float) and 0 < weight < float("inf")


KEYS: Mapping[str, Key] = {
    "title": Key(Text("보고서에 쓰는 제목", "Title printed in reports"), _text("title")),
    "extends": Key(Text("먼저 적용할 다른 시나리오", "Another scenario whose changes come first"), _extends),
    "inputs": Key(Text("통합문서나 CSV 폴더의 경로", "Path of a workbook or a folder of CSV tables"), _inputs),
    "objective": Key(Text("최대화할 지표, 또는 지표마다 가중치", "Indicator to maximise, or a weight for each"), _objective),
    "changes": Key(Text("바꿀 셀: 시트.행.열과 새 값", "Cells to change: table.row.column and the new value"), read_changes),
    "rules": Key(Text("정책 제약의 추가, 제외, 완화", "Policy rules to add, drop or soften"), read_rules),
    "note": Key(Text("설명", "Remarks"), _text("note")),
}  # fmt: skip
"""THE keys of a scenario file, in the order in which they are usually written."""
