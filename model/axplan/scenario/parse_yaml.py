"""YAML text → values that know their line.

What counts is the text of a value as it is written: `yes` is a word and not a truth value, `1e3` a number, `010` ten.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from axplan.core.errors import EnvironmentFault
from axplan.core.problem import Problem
from axplan.core.text import Text
from axplan.inputs.tables import Raw, as_number
from axplan.scenario.changes import Origin

NUMBER = re.compile(r"[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?", re.ASCII)
BLANK = ("null", "~")
"""How a blank cell is written."""

MOST_SHOWN = 60


class Nothing(Enum):
    """A key with nothing behind its colon: a slip, and not a blank cell."""

    NOTHING = ""


NOTHING = Nothing.NOTHING


@dataclass(frozen=True)
class Value:
    """A value of the file: a raw cell value (or NOTHING), a tuple of values, or values by key."""

    content: Any
    origin: Origin

    @property
    def is_scalar(self) -> bool:
        """Is the value neither a list nor a mapping?"""
        return not isinstance(self.content, tuple | Mapping)

    def another_kind(self, key: str, allowed: Text) -> Problem:
        """The problem of a value that is not of the kind its key allows (E404)."""
        return self.origin.problem("E404", found=f"{key}: {self}".strip(), allowed=allowed)

    def __str__(self) -> str:
        """The value in a line, as messages quote it."""
        text = _written(self)
        return text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}…"


def _written(value: Value) -> str:
    if isinstance(value.content, Mapping):
        return ", ".join(f"{key}: {_written(part)}" for key, part in value.content.items())
    if isinstance(value.content, tuple):
        return ", ".join(map(_written, value.content))
    return {None: "null", NOTHING: ""}.get(value.content, str(value.content))


def scalar(text: str, quoted: bool = False) -> Raw:
    """The cell value that a text stands for: a number, None for a blank cell, NOTHING, or the text itself."""
    if quoted:
        return text
    if NUMBER.fullmatch(text):
        return as_number(float(text))
    return None if text in BLANK else text or NOTHING


def read_yaml(path: Path, rank: int) -> tuple[Value | None, list[Problem]]:
    """The content of a file, None for an empty or unreadable one, and what is wrong with its YAML.

    Raises
    ------
    EnvironmentFault: the file may not be read.
    """
    import yaml

    try:
        text = path.read_text(encoding="utf-8-sig")
        node = None if _has_alias(text) else yaml.compose(text, Loader=yaml.BaseLoader)
        return _checked(node, text, Origin(path.name, 1, rank))
    except OSError as fault:
        raise EnvironmentFault(Text(f"{path} 을 읽을 수 없습니다({fault.strerror}).",
                                    f"{path} cannot be read ({fault.strerror}).")) from fault  # fmt: skip
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as fault:
        mark = getattr(fault, "problem_mark", None)
        said = getattr(fault, "problem", None) or str(fault)
        return None, [Origin(path.name, mark.line + 1 if mark else 1, rank).problem("E401", found=said)]


def _has_alias(text: str) -> bool:
    import yaml

    return any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, Loader=yaml.BaseLoader))


def _checked(node: Any, text: str, at: Origin) -> tuple[Value | None, list[Problem]]:
    import yaml

    if node is None:
        return None, list(_aliases(text, at))
    if not isinstance(node, yaml.MappingNode):
        found = Text("목록", "a list") if isinstance(node, yaml.SequenceNode) else f"'{str(node.value)[:60]}'"
        return None, [_at(at, node).problem("E401", found=found)]
    problems: list[Problem] = []
    return _value(node, at, problems), problems


def _aliases(text: str, at: Origin) -> Iterator[Problem]:
    """Anchors and aliases would let a line change what another line says; `*` is also how people multiply."""
    import yaml

    for event in yaml.parse(text, Loader=yaml.BaseLoader):
        if isinstance(event, yaml.AliasEvent):
            said = Text(f"'*{event.anchor}' (YAML의 별칭; 곱하려면 scale을 씁니다)", f"'*{event.anchor}' (an alias of YAML; to multiply write scale)")  # fmt: skip
            yield _at(at, event).problem("E401", found=said)


def _at(at: Origin, node: Any) -> Origin:
    return Origin(at.file, node.start_mark.line + 1, at.rank)


def _value(node: Any, at: Origin, problems: list[Problem]) -> Value:
    """The node and all below it; a key that stands again is a problem and counts once."""
    import yaml

    if isinstance(node, yaml.ScalarNode):
        return Value(scalar(node.value, quoted=node.style is not None), _at(at, node))
    if isinstance(node, yaml.SequenceNode):
        return Value(tuple(_value(part, at, problems) for part in node.value), _at(at, node))
    content: dict[str, Value] = {}
    for key_node, value_node in node.value:
        origin = _at(at, key_node)
        if not isinstance(key_node, yaml.ScalarNode):
            problems.append(origin.problem("E401", found=Text("글이 아닌 항목 이름", "a key that is not text")))
            continue
        if key_node.value in content:
            problems.append(origin.problem("E402", found=key_node.value))
        content[key_node.value] = Value(_value(value_node, at, problems).content, origin)
    return Value(content, _at(at, node))
