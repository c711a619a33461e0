"""Inputs with a planted contradiction: what was planted, and the requirement that has to be named for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from small_baseline import Changes


@dataclass(frozen=True)
class Planted:
    """Changes to the small baseline, and (constraint, key) of the causes that must be among those that are named."""

    changes: Changes
    named: tuple[tuple[str, str], ...]


def rule(**cells: Any) -> dict[str, Any]:
    return {"label_ko": "심은 제약", "label_en": "Planted rule", "unit": "amount", "measure": "commitment", **cells}


YEARS = ("2026", "2027", "2028", "2029", "2030")
POOR = {"axpf": {year: 900.0 for year in YEARS}}

PLANTED: Mapping[str, Planted] = {
    "too little money": Planted({"appropriations": POOR}, (("fund_balance", "axpf"),)),
    "more people than can be taught": Planted({"tracks": {"leaders": {"target": 40_000}}}, (("capacity", "leaders"), ("target", "leaders"))),
    "a target too early": Planted({"tracks": {"reskilled": {"target_year": 2027}}}, (("capacity", "reskilled"), ("target", "reskilled"))),
    "too few teachers": Planted({"tracks": {"reskilled": {"span": 1.0}}}, (("supervision", "reskilled"), ("target", "reskilled"))),
    "progress faster than it can be made": Planted(
        {"programmes": {"data_bank": {"annual_ceiling": 0.1, "minimum_progress": 0.8}}},
        (("annual_ceiling", "data_bank"), ("progress_requirement", "data_bank")),
    ),
    "a programme beyond its fund": Planted({"programmes": {"public_ai": {"cost": 2_000_000}}}, (("fund_balance", "axpf"), ("progress_requirement", "public_ai"))),
    "two rules against each other": Planted(
        {"rules": [rule(relation=">=", industry="steel", value=0.6, unit="share"),
                   rule(relation="<=", industry="steel", value=0.5, unit="share"),
                   rule(relation=">=", value=1000.0)]},
        (("rule_limit", "new_0"), ("rule_limit", "new_1"), ("rule_limit", "new_2")),
    ),
    "a floor beyond all money": Planted({"rules": [rule(relation=">=", value=500_000.0)]}, (("rule_limit", "new_0"),)),
    "a floor for people nobody can train": Planted(
        {"rules": [rule(relation=">=", measure="trainees", track="leaders", value=50_000.0)]},
        (("rule_limit", "new_0"), ("capacity", "leaders")),
    ),
    "more employment than there is": Planted(
        {"floors": [{"indicator": "employment", "at_least": 400_000.0}]}, (("indicator_floor", "employment"),)
    ),
    "growth that cannot go on": Planted(
        {"rules": [rule(relation=">=", value=2_000.0, to=2026.0, **{"from": 2026.0}), rule(relation=">=", value=2.0, unit="growth")]},
        (("rule_limit", "new_0"), ("rule_limit", "new_1")),
    ),
    "nobody but subscribers to pay": Planted(
        {"appropriations": {"axpf": {year: 3_000.0 for year in YEARS}}, "funds": {"axpf": {"solvency_share": 1.0, "private_ratio": 3.0}}},
        (("solvency", "axpf"),),
    ),
}  # fmt: skip
