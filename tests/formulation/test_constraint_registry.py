"""The registry of constraints is complete, agrees with the model and the data dictionary, and names what it holds in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from axplan.formulation import CONSTRAINTS as FORMULATED
from axplan.formulation import build_model
from axplan.formulation.compile import compile_model
from axplan.formulation.constraint_registry import (
    CONSTRAINTS,
    IDENTITY,
    PHYSICAL,
    POLICY,
    REQUIREMENT,
    SUBSCRIPTION,
    Constraint,
    describe,
)
from axplan.inputs.schema import sheet_declarations
from tiny import tiny_inputs

X = tiny_inputs(
    tracks={"reskilled": {"target": 1500}}, appropriations={"main": {2026: 100, 2027: 200}},
    programmes={"data": {"minimum_progress": 0.4}}, funds={"main": {"carry_over_limit": 0.5, "solvency_share": 0.8}},
    rules={"cap": {"label_ko": "한도", "label_en": "Cap", "value": 5.0}}, floors={"employment": {"at_least": 1234.5}},
)  # fmt: skip
KEYS = {"funds": "main", "tracks": "reskilled", "programmes": "data", "rules": "cap", "floors": "employment"}


def unknown(entries: Mapping[str, Constraint]) -> set[str]:
    """What is wrong with a registry: constraints without an entry, entries without a constraint, columns and rows that are not there."""
    sheets = {name: sheet.columns for name, sheet in sheet_declarations().items()}
    named = {(name, *column) for name, entry in entries.items() for column in entry.columns}
    named |= {(name, m.sheet, m.column) for name, entry in entries.items() for m in entry.movable}
    missing = {f"{n}: {s}.{c}" for n, s, c in named if s not in sheets or c not in {"*", *sheets[s]}}
    keyed = {f"{name}: {entry.sheet}" for name, entry in entries.items() if entry.sheet and entry.sheet not in sheets}
    return missing | keyed | (set(entries) ^ {*FORMULATED, SUBSCRIPTION})


def test_every_constraint_of_the_model_has_an_entry_and_every_entry_stands_for_columns_that_exist() -> None:
    assert unknown(CONSTRAINTS) == set()
    arrays = compile_model(build_model(X, {"production": 1.0}))
    assert {*arrays.rows, SUBSCRIPTION} == set(CONSTRAINTS)
    assert SUBSCRIPTION in arrays.columns


@pytest.mark.parametrize("name", CONSTRAINTS)
def test_an_entry_that_is_forgotten_or_misspelt_is_noticed(name: str) -> None:
    assert unknown({other: entry for other, entry in CONSTRAINTS.items() if other != name}) == {name}
    misspelt = replace(CONSTRAINTS[name], columns=(("funds", "no_such_column"),))
    assert unknown({**CONSTRAINTS, name: misspelt}) == {f"{name}: funds.no_such_column"}


@pytest.mark.parametrize(("name", "entry"), CONSTRAINTS.items())
def test_kind_and_contents_of_an_entry_go_together(name: str, entry: Constraint) -> None:
    """Nobody gives way on identities and limits of nature; an identity demands no figure; what may be missed can be moved."""
    assert bool(entry.movable) == (entry.kind in (POLICY, REQUIREMENT)), name
    assert bool(entry.columns) == (entry.kind != IDENTITY), name
    assert entry.kind in (IDENTITY, PHYSICAL, POLICY, REQUIREMENT)
    assert entry.sheet or entry.kind in (IDENTITY, PHYSICAL)


@pytest.mark.parametrize("constraint", CONSTRAINTS)
def test_every_constraint_is_named_in_both_languages_with_its_name_in_the_model(constraint: str) -> None:
    key = KEYS.get(CONSTRAINTS[constraint].sheet, "")
    text = describe(X, constraint, key)
    assert text.ko != text.en
    for words in (text.ko, text.en):
        assert constraint in words
        assert not key or f"[{key}]" in words


@pytest.mark.parametrize(
    ("constraint", "key", "figure"),
    [
        ("target", "reskilled", "1,500 people by 2027"),
        ("fund_balance", "main", "KRW 30 bn in all"),  # 100 + 200 억원
        ("progress_requirement", "data", "at least 40%"),
        ("carry_over_limit", "main", "50% of receipts"),
        ("solvency", "main", "80% of private subscriptions"),
        ("indicator_floor", "employment", "at least 1,234.5 person-years"),
        ("subscription", "main", "up to 0 times the appropriation"),
        ("capacity", "reskilled", "1,000 people in the first year, +0% a year"),
    ],
)
def test_what_is_demanded_is_said_with_its_size(constraint: str, key: str, figure: str) -> None:
    assert figure in describe(X, constraint, key).en
