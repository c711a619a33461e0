"""The plan's quantities as tidy frames: one row per thing decided, zero rows left out where they say nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from axplan.inputs.parameters import Inputs
from axplan.inputs.schema.core import NATIONAL

Values = Mapping[str, Mapping[Any, float]]
"""variable → index → value."""

Frames = Mapping[str, pd.DataFrame]
"""The name of a frame → the frame."""


@dataclass(frozen=True)
class Use:
    """What funds pay for: the rows of a `frame`, by the `key` that says for which row of the inputs.

    `public` and `private` are its columns of money (억원), `name` the column of the ledger that sums it by fund, and
    `persons` its column of people, if it is about people.
    """

    frame: str
    key: str
    public: str
    private: str
    name: str
    persons: str = ""

    @property
    def sheet(self) -> str:
        """The sheet of the inputs whose rows are paid for."""
        return f"{self.key}s"

    def rows(self, x: Inputs) -> tuple[str, ...]:
        """The rows that can be paid for; of running costs, the programmes that have an operating cost."""
        rows: tuple[str, ...] = getattr(getattr(x, self.sheet), self.key)
        return tuple(p for p in rows if x.programmes.operating_cost.get(p)) if self is RUNNING else rows

    def column(self, x: Inputs, name: str) -> dict[str, Any]:
        """key → value, for a column of the sheet whose rows are paid for, such as `fund`."""
        return dict(getattr(getattr(x, self.sheet), name))


STAGES, TRACKS, PROGRAMMES, RUNNING = USES = (
    Use("commitments", "stage", "commitment", "private", "commitment_uses"),
    Use("trainees", "track", "public", "employer", "trainee_uses", "trainees"),
    Use("outlays", "programme", "outlay", "private", "outlay_uses"),
    Use("running_costs", "programme", "running_cost", "private", "running_uses"),
)
"""Every table of what public money is used for has these, in this order."""

MATCHED = (STAGES, TRACKS, PROGRAMMES)
"""The uses that private money stands beside; running costs are public alone."""


def tidy(values: Mapping[Any, float], columns: list[str], name: str) -> pd.DataFrame:
    """A mapping index → value as a frame with one column per part of the index and the value in column `name`."""
    keys = list(values)
    frame = pd.DataFrame(keys, columns=columns) if keys else pd.DataFrame({column: [] for column in columns})
    frame[name] = np.fromiter(values.values(), dtype=float, count=len(keys))
    return frame


def summed(frame: pd.DataFrame, keys: tuple[str, str], amount: str) -> dict[tuple[Any, Any], float]:
    """The sum of a column by two key columns, as a mapping (key, key) → sum."""
    totals = frame.groupby(list(keys), sort=False)[amount].sum()
    return dict(zip(totals.index.to_list(), totals.to_list(), strict=True))


def decided(x: Inputs, values: Values) -> dict[str, pd.DataFrame]:
    """The frames of what is decided, by name: commitments, depths, trainees, outlays, running_costs, progress."""
    return {
        made.__name__: made(x, values) for made in (commitments, depths, trainees, outlays, running_costs, progress)
    }


def commitments(x: Inputs, values: Values) -> pd.DataFrame:
    """industry, region, task, stage, segment, year → commitment (public 억원), private, investment = both (억원).

    And depth, what it adds (share of the cell), and mature_effect (억원 of direct output a year at maturity). Rows
    without a commitment are left out.
    """
    frame = tidy(values["commitment"], ["industry", "region", "task", "stage", "segment", "year"], "commitment")
    frame = frame[frame["commitment"] > 0].reset_index(drop=True)
    frame["private"] = frame["commitment"] * frame["stage"].map(dict(x.stages.private_match)).astype(float)
    frame["investment"] = frame["commitment"] + frame["private"]
    cells = list(zip(frame["industry"], frame["region"], frame["task"], frame["stage"], strict=True))
    per_won = [x.depth_per_won[(*cell, g)] for cell, g in zip(cells, frame["segment"], strict=True)]
    frame["depth"] = frame["commitment"] * np.array(per_won, dtype=float)
    frame["mature_effect"] = frame["depth"] * np.array([x.full_effect[cell] for cell in cells], dtype=float)
    return frame


def depths(x: Inputs, values: Values) -> pd.DataFrame:
    """industry, region, task, stage, year → depth: share of the cell that has passed the stage; full_cost weighs it."""
    frame = tidy(values["depth"], ["industry", "region", "task", "stage", "year"], "depth")
    cells = zip(frame["industry"], frame["region"], frame["task"], frame["stage"], strict=True)
    frame["full_cost"] = np.array([x.full_cost[cell] for cell in cells], dtype=float)
    return frame


def trainees(x: Inputs, values: Values) -> pd.DataFrame:
    """track, industry, region, year → trainees, stock (persons); public, employer = their costs (억원)."""
    frame = tidy(values["trainees"], ["track", "industry", "region", "year"], "trainees")
    frame["stock"] = [values["stock"][key] for key in values["trainees"]]
    cost = frame["trainees"] * frame["track"].map(dict(x.tracks.unit_cost)).astype(float)
    share = frame["track"].map(dict(x.tracks.employer_share)).astype(float)
    frame["public"] = cost * (1 - share)
    frame["employer"] = cost * share
    return frame


def outlays(x: Inputs, values: Values) -> pd.DataFrame:
    """programme, region, year → outlay (public 억원), private (억원)."""
    frame = tidy(values["outlay"], ["programme", "region", "year"], "outlay")
    frame["private"] = frame["outlay"] * frame["programme"].map(dict(x.programmes.private_match)).astype(float)
    return frame


def running_costs(x: Inputs, values: Values) -> pd.DataFrame:
    """programme, region (always `national`), year → running_cost (public 억원), private (always 0).

    operating_cost × progress of the year before: what is built costs money from the year after. Programmes without an
    operating cost are left out.
    """
    costs = {p: cost for p, cost in x.programmes.operating_cost.items() if cost}
    progress = values["progress"]
    spent = {(p, NATIONAL, t): cost * progress.get((p, t - 1), 0.0) for p, cost in costs.items() for t in x.years}
    return tidy(spent, ["programme", "region", "year"], "running_cost").assign(private=0.0)


def progress(x: Inputs, values: Values) -> pd.DataFrame:
    """programme, year → progress (share), quantity delivered by then (in quantity_unit; blank without a quantity)."""
    frame = tidy(values["progress"], ["programme", "year"], "progress")
    frame["delivered"] = frame["progress"] * frame["programme"].map(dict(x.programmes.quantity)).astype(float)
    return frame


def targets(x: Inputs, people: pd.DataFrame, duals: Mapping[str, float]) -> pd.DataFrame:
    """track → target, target_year, achieved by then, trained in the whole plan (persons), public, employer (억원).

    And shadow_price: change of the objective per person by which the target rises, the `duals` of target by track.
    `people`: the frame `trainees`, exact or rounded.
    """
    rows = []
    for w in x.tracks.track:
        mine, year = people[people["track"] == w], x.tracks.target_year[w]
        achieved = mine.loc[mine["year"] <= year, "trainees"].sum()
        sums = (mine[column].sum() for column in ("trainees", "public", "employer"))
        rows.append((w, x.tracks.target[w], year, achieved, *sums, duals.get(w, 0.0)))
    columns = ["track", "target", "target_year", "achieved", "trained", "public", "employer", "shadow_price"]
    return pd.DataFrame(rows, columns=columns)
