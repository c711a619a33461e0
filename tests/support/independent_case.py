"""What the independent model reads: rows as plain dicts, the sets, and the few parameters that several blocks need.

Nothing here comes from the package; see `independent_model`.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

Row: TypeAlias = Mapping[str, Any]
Raw: TypeAlias = Mapping[str, Sequence[Row]]

HUNDRED_MILLION_PER_TRILLION = 1e4


def read_csvs(folder: Path) -> Raw:
    """Every CSV file of a folder as a list of plain rows."""
    tables = {}
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            tables[path.stem] = list(csv.DictReader(file))
    return tables


def blank(row: Row, column: str) -> bool:
    return str(row.get(column, "") if row.get(column) is not None else "").strip() == ""


def num(row: Row, column: str, otherwise: float | None = None) -> float:
    """The number in a cell; a blank one is an error unless it has a meaning."""
    if blank(row, column):
        if otherwise is None:
            raise ValueError(f"{column} is blank in {dict(row)}")
        return otherwise
    return float(str(row[column]))


def yes(row: Row, column: str) -> bool:
    return str(row.get(column)).strip().lower() in {"yes", "true"}


def keyed(raw: Raw, table: str, key: str) -> dict[str, Row]:
    return {str(row[key]).strip(): row for row in raw.get(table, ())}


class Case:
    """The sets and the few parameters that several blocks need."""

    def __init__(self, raw: Raw) -> None:
        self.settings = {str(row["key"]).strip(): num(row, "value") for row in raw["settings"]}
        self.first = int(self.settings["first_year"])
        self.last = self.first + int(self.settings["plan_years"]) - 1
        self.years = range(self.first, self.last + 1)
        self.industries = keyed(raw, "industries", "industry")
        self.regions = keyed(raw, "regions", "region")
        self.tasks = keyed(raw, "tasks", "task")
        self.stages = keyed(raw, "stages", "stage")
        self.tracks = keyed(raw, "tracks", "track")
        self.programmes = keyed(raw, "programmes", "programme")
        self.funds = keyed(raw, "funds", "fund")
        self.appropriations = keyed(raw, "appropriations", "fund")
        self.siting = keyed(raw, "siting", "industry")
        self.effectiveness = keyed(raw, "effectiveness", "task")
        self.unlocks = keyed(raw, "unlocks", "programme")
        self.profiles = keyed(raw, "effect_profile", "stage")
        self.segments = {s: [row for row in raw["segments"] if str(row["stage"]).strip() == s] for s in self.stages}
        self.rules, self.floors = raw.get("rules", ()), raw.get("floors", ())
        self.sites = [(i, r) for i in self.industries for r in self.regions if self.sited(i, r) > 0]
        self.initiative = [(i, r) for i, r in self.sites if yes(self.industries[i], "initiative")]

    def sited(self, i: str, r: str) -> float:
        return num(self.siting.get(i, {}), r, 0.0)

    def people(self, i: str, r: str) -> float:
        return num(self.industries[i], "employment") * self.sited(i, r)

    def invested(self, s: str) -> float:
        """Public and private money per public won."""
        return 1 + num(self.stages[s], "private_match")

    def training(self, w: str) -> float:
        """Public money per trainee."""
        return num(self.tracks[w], "unit_cost") * (1 - num(self.tracks[w], "employer_share"))

    def running(self, p: str) -> float:
        """Public money a year for a programme at full progress."""
        return num(self.programmes[p], "operating_cost", 0.0)

    def base(self, i: str, r: str) -> float:
        """Output of an industry in a region."""
        return num(self.industries[i], "production") * HUNDRED_MILLION_PER_TRILLION * self.sited(i, r)

    def discounts(self) -> dict[int, float]:
        """What 1억원 of a year is worth in the first one, to the end of the appraisal."""
        rate = self.settings["social_discount_rate"]
        years = range(self.first, int(self.settings["appraisal_end"]) + 1)
        return {y: 1 / (1 + rate) ** (y - self.first) for y in years}

    def effect_factor(self, s: str, t: int) -> float:
        ages = sorted(int(name.removeprefix("age_")) for name in self.profiles[s] if str(name).startswith("age_"))
        shape = [num(self.profiles[s], f"age_{a}") for a in ages if not blank(self.profiles[s], f"age_{a}")]
        rate, wear, total = self.settings["social_discount_rate"], self.settings["effect_depreciation"], 0.0
        for y in range(t, int(self.settings["appraisal_end"]) + 1):
            over = max(0, y - t - (len(shape) - 1))
            total += shape[min(y - t, len(shape) - 1)] * (1 - wear) ** over / (1 + rate) ** (y - self.first)
        return total


def worth_of(industry: Row, indicator: str) -> float:
    """The worth of 1억원 of direct output in the unit in which the indicator is reported; for net_benefit its benefit."""
    if indicator == "exports":
        return num(industry, "exports") / (num(industry, "production") * HUNDRED_MILLION_PER_TRILLION)
    if indicator == "net_benefit":
        return num(industry, "value_added_rate") / HUNDRED_MILLION_PER_TRILLION
    unit = 0.1 if indicator == "employment" else 1 / HUNDRED_MILLION_PER_TRILLION
    return unit * num(industry, f"{indicator}_inducement")


def recovery(stage: Row) -> dict[int, float]:
    """What returns per won committed, by age."""
    instrument = str(stage["instrument"]).strip()
    if instrument == "grant":
        return {}
    if instrument == "equity":
        return {int(num(stage, "exit_year")): num(stage, "exit_multiple")}
    grace, repayment = int(num(stage, "grace_years")), int(num(stage, "repayment_years"))
    loss, returned = num(stage, "annual_loss"), {}
    for a in range(1, grace + repayment + 1):
        still = 1 - max(0, a - 1 - grace) / repayment
        paid = num(stage, "lending_rate") * still + (1 / repayment if a > grace else 0.0)
        returned[a] = (1 - loss) ** a * paid + num(stage, "loss_recovery") * loss * (1 - loss) ** (a - 1) * still
    return returned


def owed(fund: Row) -> float:
    """What the last year of the plan has to cover per won subscribed: redeemed some years later, it earns until then."""
    years, z = int(num(fund, "redemption_years", 0.0)), 1 / (1 + num(fund, "interest"))
    earned = sum(z**a for a in range(1, years + 1))
    return num(fund, "solvency_share") * z**years + num(fund, "preferred_return") * earned


def listed(row: Row, column: str) -> frozenset[str]:
    """The names of a comma list."""
    return frozenset(part.strip() for part in str(row[column]).split(",") if part.strip())


def name_in(row: Row, column: str) -> str:
    return str(row[column]).strip()
