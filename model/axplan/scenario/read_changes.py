"""The keys `changes` and `rules` of a scenario file, and the option --set, which says the same on the command line."""

import math
from collections.abc import Callable, Mapping, Sequence

from axplan.core.problem import Problem
from axplan.core.text import Text, first_few
from axplan.inputs.schema import sheet_declarations
from axplan.inputs.tables import Raw, plain
from axplan.inputs.validation.cells import Fault
from axplan.inputs.validation.suggest import hint, nearest
from axplan.scenario.addresses import read_address
from axplan.scenario.changes import ADD, OPTIONS, RULES, SCALE, SET, Address, Drop, Edit, Layer, NewRule, Origin
from axplan.scenario.parse_yaml import NOTHING, Value, scalar

Faults = list[Problem]

NAMES_OF_RULES = Text("제약 이름의 목록", "a list of names of rules")
CELLS_OF_RULES = Text("제약의 이름마다 그 열과 값", "the columns and values of each rule, under its name")
PENALTIES = Text(
    "제약의 이름마다 벌점(0 이상의 숫자)", "a penalty (a number, at least 0) for each rule, under its name"
)
ADDRESSES = Text("시트.행.열마다 새 값", "a new value for each table.row.column")
RULE_KEYS = Text("add, drop, soften", "add, drop, soften")


def read_changes(value: Value, faults: Faults) -> Layer | None:
    """The entries under `changes`."""
    entries = _mapping(value, "changes", ADDRESSES, faults)
    edits = [_read_edit(text, entry, faults) for text, entry in entries.items()]
    return Layer(edits=tuple(edit for edit in edits if edit is not None))


def _mapping(value: Value, key: str, allowed: Text, faults: Faults) -> Mapping[str, Value]:
    if isinstance(value.content, Mapping):
        return value.content
    faults.append(value.another_kind(key, allowed))
    return {}


def _read_edit(text: str, value: Value, faults: Faults) -> Edit | None:
    address = read_address(text)
    if isinstance(address, Fault):
        faults.append(value.origin.problem(address.code, **address.values))
        return None
    how, amount = _amount(value)
    if isinstance(amount, Fault):
        faults.append(value.origin.problem(amount.code, address=address, **amount.values))
        return None
    return Edit(address, how, amount, value.origin)


def _amount(value: Value) -> tuple[str, Raw | Fault]:
    """What to do with a cell, and with which value; E414 where that is not said."""
    if isinstance(value.content, Mapping):
        how = next(iter(value.content), "")
        if len(value.content) == 1 and how in (SCALE, ADD):
            return how, _number(value.content[how].content, str(value))
        return SET, Fault("E414", {"found": value})
    return SET, _cell_value(value)


def _number(amount: Raw, found: str) -> Raw | Fault:
    """A number to multiply by or to add."""
    usable = isinstance(amount, int | float) and math.isfinite(amount)
    return amount if usable else Fault("E414", {"found": found})


def _cell_value(value: Value) -> Raw | Fault:
    """What is to stand in a cell: a value, or the names of a list with commas between them."""
    if isinstance(value.content, tuple):
        if value.content and all(part.is_scalar and part.content is not NOTHING for part in value.content):
            return ", ".join(str(part) for part in value.content)
        return Fault("E414", {"found": value})
    if value.content is NOTHING or isinstance(value.content, Mapping):
        return Fault("E414", {"found": value})
    raw: Raw = value.content
    return raw


def read_rules(value: Value, faults: Faults) -> Layer | None:
    """The entries under `rules`: whole new rules, names of rules to drop, penalties that make hard rules soft."""
    content = _mapping(value, "rules", RULE_KEYS, faults)
    for key, part in content.items():
        if key not in RULE_READERS:
            keys, likely = ", ".join(RULE_READERS), hint(nearest(key, RULE_READERS))
            faults.append(part.origin.problem("E403", found=key, keys=keys, hint=likely))
    layers = [read(content[key], faults) for key, read in RULE_READERS.items() if key in content]
    return Layer(
        edits=tuple(edit for layer in layers for edit in layer.edits),
        drops=tuple(drop for layer in layers for drop in layer.drops),
        rules=tuple(rule for layer in layers for rule in layer.rules),
    )


def _read_add(value: Value, faults: Faults) -> Layer:
    entries = _mapping(value, "add", CELLS_OF_RULES, faults)
    return Layer(rules=tuple(_read_rule(plain(name), rule, faults) for name, rule in entries.items()))


def _read_rule(name: str, value: Value, faults: Faults) -> NewRule:
    columns = [column for column in sheet_declarations()[RULES].columns if column != "rule"]
    cells: dict[str, tuple[Raw, Origin]] = {}
    for column, part in _mapping(value, name, CELLS_OF_RULES, faults).items():
        raw = _cell_value(part)
        if column not in columns:
            faults.append(_no_column(part.origin, name, column, columns))
        elif isinstance(raw, Fault):
            faults.append(part.origin.problem(raw.code, address=f"{RULES}.{name}.{column}", **raw.values))
        else:
            cells[column] = raw, part.origin
    return NewRule(name, cells, value.origin)


def _no_column(origin: Origin, rule: str, column: str, columns: Sequence[str]) -> Problem:
    likely = hint(nearest(column, columns))
    address = f"{RULES}.{rule}.{column}"
    return origin.problem(
        "E412", address=address, sheet=RULES, column=column, names=first_few(columns) or "-", hint=likely
    )


def _read_drop(value: Value, faults: Faults) -> Layer:
    names = value.content if isinstance(value.content, tuple) else ()
    if not names or not all(part.is_scalar and str(part) for part in names):
        faults.append(value.another_kind("drop", NAMES_OF_RULES))
        return Layer()
    return Layer(drops=tuple(Drop(plain(str(part)), part.origin) for part in names))


def _read_soften(value: Value, faults: Faults) -> Layer:
    edits = []
    for name, part in _mapping(value, "soften", PENALTIES, faults).items():
        if isinstance(_number(part.content, ""), Fault):
            faults.append(part.another_kind(name, PENALTIES))
        else:
            edits.append(Edit(Address(RULES, plain(name), "penalty"), SET, part.content, part.origin))
    return Layer(edits=tuple(edits))


RULE_READERS: Mapping[str, Callable[[Value, Faults], Layer]] = {
    "add": _read_add, "drop": _read_drop, "soften": _read_soften,
}  # fmt: skip
"""THE keys under `rules`."""


SIGNS = {"*": SCALE, "+": ADD}
"""What --set writes in front of a number to multiply by it or to add it."""


def read_options(options: Sequence[str]) -> tuple[Layer, Faults]:
    """The changes of `--set address=value`, `address=*0.9` and `address=+100`, together one layer."""
    faults: Faults = []
    edits = [_read_option(option, faults) for option in options]
    return Layer(edits=tuple(edit for edit in edits if edit is not None)), faults


def _read_option(option: str, faults: Faults) -> Edit | None:
    text, _, written = option.partition("=")
    origin = Origin(f"--set {option}", rank=OPTIONS)
    how, written = SIGNS.get(written[:1], SET), plain(written)
    amount = scalar(written if how == SET else written[1:].strip())
    value = Value(amount if how == SET else {how: Value(amount, origin)}, origin)
    return _read_edit(text, value, faults)
