"""Near-optimal ranges as tidy frames: the least and the most of every aggregate, and a few plans nearly as good."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from axplan.analyses.near_optimal.aggregates import Aggregate, label
from axplan.analyses.near_optimal.alternatives import distances, most_different, shares
from axplan.analyses.near_optimal.search import Direction, RangeEnd
from axplan.core.text import LANGUAGES, Text
from axplan.plan.result import Plan
from axplan.runs.run_record import objective_document
from axplan.solver.session import LEAST, MOST

NOTHING = 0.01
"""억원: a million won, the last digit of the finest unit a book prints. Less is nothing."""

FIRM, BETWEEN, LOOSE, UNPLANNED = CLASSES = ("firm", "between", "loose", "unplanned")
CLASS_NAMES: Mapping[str, Text] = {
    FIRM: Text("견고", "Firm"), BETWEEN: Text("중간", "In between"), LOOSE: Text("느슨", "Loose"),
    UNPLANNED: Text("배정 없음", "Not planned"),
}  # fmt: skip
"""How much of what is planned every good plan spends: nearly all of it, a good part, little or nothing; or nothing is
planned."""

FIRM_SHARE, LOOSE_SHARE = 0.9, 0.5
"""FIRM: every good plan spends at least this share of the planned amount; LOOSE: some spend less than this share."""

SAME = 1e-6
"""An end of a range is known to this share of the planned amount."""

MOST_PLANS = 5


def class_of(amount: float, least: float) -> str:
    """The class of a planned amount of which every good plan spends the `least`."""
    if amount <= NOTHING:
        return UNPLANNED
    share = least / amount + SAME
    if share >= FIRM_SHARE:
        return FIRM
    return BETWEEN if share >= LOOSE_SHARE else LOOSE


@dataclass(frozen=True)
class NearOptimalRanges:
    """The plans whose objective is at least (1 − `within`) times that of `plan`, which is the best.

    `aggregates`: kind, name, amount (in the plan), least, most (in any such plan), all in 억원, and firmness, one of
    CLASSES.
    `plans`: plan (0 is the best plan, 1 … the others), kind, name, amount (억원); beside the kinds that are ranged also
    `industry_stage_region`, by which plans are compared.
    `alternatives`: plan, objective, given_up (share of the optimum), moved (share of the commitments that goes
    elsewhere than in the best plan), and kind, name, end of the range where it was found; blank for the best plan.
    """

    plan: Plan
    within: float
    keys: tuple[tuple[str, tuple[Any, ...]], ...]
    aggregates: pd.DataFrame
    plans: pd.DataFrame
    alternatives: pd.DataFrame

    @cached_property
    def key_of(self) -> Mapping[tuple[str, str], tuple[Any, ...]]:
        """(kind, name) → the parts of the name."""
        names = zip(self.aggregates["kind"], self.aggregates["name"], strict=True)
        return {name: key for name, (_, key) in zip(names, self.keys, strict=True)}

    def label(self, kind: str, name: str, language: str) -> str:
        """What an aggregate is called."""
        return label(self.plan.inputs, kind, self.key_of[kind, name], language)

    def listed(self) -> pd.DataFrame:
        """`aggregates` with their labels in both languages, in reading order."""
        names = list(zip(self.aggregates["kind"], self.aggregates["name"], strict=True))
        found = self.aggregates.copy()
        for at, language in enumerate(LANGUAGES, start=2):
            found.insert(at, f"label_{language}", [self.label(kind, name, language) for kind, name in names])
        return found

    def frame(self) -> pd.DataFrame:
        """The frame `ranges` of a plan: kind, name, planned, least, most (억원) and firmness."""
        return self.aggregates.rename(columns={"amount": "planned"})

    def document(self) -> dict[str, Any]:
        """Everything as plain values, for JSON."""
        return {
            "objective": objective_document(self.plan),
            "within": self.within,
            "aggregates": self.listed().to_dict("records"),
            "alternatives": [
                {**row, "amounts": self._amounts(row["plan"])} for row in self.alternatives.to_dict("records")
            ],
        }

    def _amounts(self, number: int) -> dict[str, float]:
        mine = self.plans[self.plans["plan"] == number]
        return {
            f"{kind}.{name}": amount
            for kind, name, amount in mine[["kind", "name", "amount"]].itertuples(index=False, name=None)
        }


def ranges_from_ends(
    plan: Plan, within: float, aggregates: Sequence[Aggregate], places: Sequence[Aggregate], best: RangeEnd,
    found: Sequence[RangeEnd],
) -> NearOptimalRanges:  # fmt: skip
    """The ends of all ranges as a result; `best` is the plan itself, seen as they are."""
    by_direction = {end.direction: end for end in found}
    chosen = [found[n] for n in most_different(best.places, [end.places for end in found], MOST_PLANS)]
    return NearOptimalRanges(
        plan,
        within,
        tuple((a.kind, a.key) for a in aggregates),
        _ranges(aggregates, best, by_direction),
        _plans([*aggregates, *places], [best, *chosen]),
        _alternatives(aggregates, best, chosen),
    )


def _ranges(aggregates: Sequence[Aggregate], best: RangeEnd, found: Mapping[Direction, RangeEnd]) -> pd.DataFrame:
    """The plan is one of those that are good enough: its own amount is within the range, whatever the solver rounds."""
    rows = []
    for n, (aggregate, amount) in enumerate(zip(aggregates, best.amounts, strict=True)):
        least, most = (found[n, end].amount if (n, end) in found else 0.0 for end in (LEAST, MOST))
        least, most = max(0.0, min(least, amount)), max(most, amount)
        rows.append((aggregate.kind, aggregate.name, amount, least, most, class_of(amount, least)))
    return pd.DataFrame(rows, columns=["kind", "name", "amount", "least", "most", "firmness"])


def _plans(aggregates: Sequence[Aggregate], plans: Sequence[RangeEnd]) -> pd.DataFrame:
    rows = [
        (number, aggregate.kind, aggregate.name, amount)
        for number, plan in enumerate(plans)
        for aggregate, amount in zip(aggregates, (*plan.amounts, *plan.places), strict=True)
    ]
    return pd.DataFrame(rows, columns=["plan", "kind", "name", "amount"])


def _alternatives(aggregates: Sequence[Aggregate], best: RangeEnd, chosen: Sequence[RangeEnd]) -> pd.DataFrame:
    plans = [best, *chosen]
    moved = distances(shares([best.places]), shares([plan.places for plan in plans]))[0]
    rows: list[tuple[Any, ...]] = []
    for number, plan in enumerate(plans):
        n, end = plan.direction
        found_at = (aggregates[n].kind, aggregates[n].name, end) if number else ("", "", "")
        given_up = (best.worth - plan.worth) / abs(best.worth) if best.worth else 0.0
        rows.append((number, plan.worth, given_up, float(moved[number]), *found_at))
    return pd.DataFrame(rows, columns=["plan", "objective", "given_up", "moved", "kind", "name", "end"])
