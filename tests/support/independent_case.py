"""What the independent model reads and solves with: rows as plain dicts, the few shared parameters, a plain LP.

Nothing here comes from the package; see `independent_model` for the linear programme itself.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

import highspy
import numpy as np

Row = Mapping[str, Any]
Raw = Mapping[str, Sequence[Row]]
Terms = list[tuple[int, float]]
Optimum = float | Literal["infeasible"]

INF = math.inf
HUNDRED_MILLION_PER_TRILLION = 1e4
TOLERANCE = 1e-9


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


class QuietHighs(highspy.Highs):  # type: ignore[misc]
    """HiGHS without the banner that its own constructor prints before any option can be set."""

    def __init__(self) -> None:
        super(highspy.Highs, self).__init__()
        self.setOptionValue("output_flag", False)


class Lp:
    """A linear programme to be maximised, gathered column by column and row by row."""

    def __init__(self) -> None:
        self.bounds: list[tuple[float, float]] = []
        self.values: list[float] = []
        self.rows: list[tuple[dict[int, float], float, float]] = []

    def column(self, upper: float = INF, value: float = 0.0) -> int:
        self.bounds.append((0.0, upper))
        self.values.append(value)
        return len(self.bounds) - 1

    def row(self, terms: Iterable[tuple[int, float]], lower: float = -INF, upper: float = INF) -> None:
        summed: dict[int, float] = {}
        for column, coefficient in terms:
            summed[column] = summed.get(column, 0.0) + coefficient
        self.rows.append((summed, lower, upper))

    def matrix(self) -> highspy.HighsLp:
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = len(self.bounds), len(self.rows)
        sizes = sorted(abs(value) for value in self.values if value) or [1.0]
        lp.col_cost_ = np.array(self.values) / sizes[len(sizes) // 2]  # a few penalties may be much larger
        lp.col_lower_, lp.col_upper_ = (np.array(side) for side in zip(*self.bounds, strict=True))
        lp.row_lower_ = np.array([row[1] for row in self.rows])
        lp.row_upper_ = np.array([row[2] for row in self.rows])
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = np.cumsum([0] + [len(row[0]) for row in self.rows])
        lp.a_matrix_.index_ = np.array([column for row in self.rows for column in row[0]], dtype=np.int32)
        lp.a_matrix_.value_ = np.array([value for row in self.rows for value in row[0].values()])
        lp.sense_ = highspy.ObjSense.kMaximize
        return lp

    def maximum(self) -> Optimum:
        """The best value, or 'infeasible'; any other answer of the solver is an error."""
        highs = QuietHighs()
        highs.setOptionValue("threads", 1)
        highs.setOptionValue("primal_feasibility_tolerance", TOLERANCE)
        highs.setOptionValue("dual_feasibility_tolerance", TOLERANCE)
        highs.passModel(self.matrix())
        highs.run()
        status = highs.getModelStatus()
        if status in {highspy.HighsModelStatus.kInfeasible, highspy.HighsModelStatus.kUnboundedOrInfeasible}:
            return "infeasible"
        if status != highspy.HighsModelStatus.kOptimal:
            raise RuntimeError(f"HiGHS answered {status}")
        return math.fsum(v * x for v, x in zip(self.values, highs.getSolution().col_value, strict=True))


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
        self.rules = raw.get("rules", ())
        self.sites = [(i, r) for i in self.industries for r in self.regions if self.sited(i, r) > 0]
        self.initiative = [(i, r) for i, r in self.sites if yes(self.industries[i], "initiative")]

    def sited(self, i: str, r: str) -> float:
        return num(self.siting.get(i, {}), r, 0.0)

    def people(self, i: str, r: str) -> float:
        return num(self.industries[i], "employment") * self.sited(i, r)

    def invested(self, s: str) -> float:
        """Public and private money per public won."""
        return 1 + num(self.stages[s], "private_match")

    def effect_factor(self, s: str, t: int) -> float:
        ages = sorted(int(name.removeprefix("age_")) for name in self.profiles[s] if str(name).startswith("age_"))
        shape = [num(self.profiles[s], f"age_{a}") for a in ages if not blank(self.profiles[s], f"age_{a}")]
        rate, wear, total = self.settings["social_discount_rate"], self.settings["effect_depreciation"], 0.0
        for y in range(t, int(self.settings["appraisal_end"]) + 1):
            over = max(0, y - t - (len(shape) - 1))
            total += shape[min(y - t, len(shape) - 1)] * (1 - wear) ** over / (1 + rate) ** (y - self.first)
        return total


def worth_of(industry: Row, weights: Mapping[str, float]) -> float:
    """The worth of 1억원 of direct output, by the weight of one reported unit of each indicator."""
    units = {"production": 1e-4, "output": 1e-4, "value_added": 1e-4, "employment": 0.1}
    worth = sum(w * units[v] * num(industry, f"{v}_inducement") for v, w in weights.items() if v in units)
    if "exports" in weights:
        made = num(industry, "production") * HUNDRED_MILLION_PER_TRILLION
        worth += weights["exports"] * num(industry, "exports") / made
    return worth


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
        owed = 1 - max(0, a - 1 - grace) / repayment
        paid = num(stage, "lending_rate") * owed + (1 / repayment if a > grace else 0.0)
        returned[a] = (1 - loss) ** a * paid + num(stage, "loss_recovery") * loss * (1 - loss) ** (a - 1) * owed
    return returned
