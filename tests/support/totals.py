"""The totals that commitments and progress come to, summed here anew, and rows on totals written out over commitments."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from axplan.inputs.parameters import Inputs
from axplan.solver import Arrays
from axplan.solver.arrays import Floats

Values = Mapping[Any, float]


def totals_over(index: Any) -> dict[str, tuple[Any, ...]]:
    """The totals that a commitment counts in: variable → index."""
    i, r, k, s, _, t = index
    return {"committed": (i, r, k, s, t), "task_total": (k, s, t), "place_total": (i, r, s, t), "stage_total": (s, t)}


def written_out(coefficients: Mapping[tuple[str, Any], float], commitments: Any) -> dict[tuple[str, Any], float]:
    """A row with every total replaced by the commitments that it sums."""
    totals = {"committed", "task_total", "place_total", "stage_total"}
    row = {at: c for at, c in coefficients.items() if at[0] not in totals}
    for index in commitments:
        over = [coefficients[at] for at in totals_over(index).items() if at in coefficients]
        if over:
            row["commitment", index] = sum(over)
    return row


def totals(x: Inputs, commitment: Values, progress: Values) -> dict[str, dict[Any, float]]:
    """Every total that these commitments and this progress come to: variable → index → value."""
    found: dict[str, dict[Any, float]] = defaultdict(lambda: defaultdict(float))
    for index, amount in commitment.items():
        i, r, _, s, _, t = index
        for total, at in totals_over(index).items():
            found[total][at] += amount
        for year in range(t, x.years[-1] + 1):
            found["invested"][i, r, year] += (1 + x.stages.private_match[s]) * amount
    for (p, t), part in progress.items():
        for k in x.tasks.task if t < x.years[-1] else ():
            found["reach"][k, t + 1] += (x.unlocks.get((p, k)) or 0.0) * part
    return found


def tied(inputs: Inputs, arrays: Arrays, x: Floats) -> Floats:
    """Values of all columns, but for the totals, which are what commitments and progress come to."""
    spans, follow = arrays.columns, x.copy()
    sums = totals(inputs, spans["commitment"].named(x), spans["progress"].named(x))
    for name in ("committed", "task_total", "place_total", "stage_total", "invested", "reach"):
        for index, column in spans[name].items():
            follow[column] = sums[name][index]
    return follow
