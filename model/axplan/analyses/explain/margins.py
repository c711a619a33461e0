"""B/C at the margin: what every pillar and programme brings and costs, as the plan that is made without it tells."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from axplan.core.checkpoint import Checkpoint
from axplan.plan.result import Plan
from axplan.plan.without import Without, Worth, choices, planned_without, worth
from axplan.solver import Solution


def margins(plan: Plan, base: Solution, done: Callable[[], object], checkpoint: Checkpoint) -> list[Without]:
    """The plan without each pillar, then without each programme; `base` is the optimum with its basis. `done` is called
    for each that is known. What the checkpoint has is not asked again."""
    whole, found = worth(plan), []
    for of, left_out in choices(plan.inputs).items():
        ask = partial(planned_without, plan.inputs, base, left_out)
        name = f"planned without {sorted(left_out)}"  # a pillar of one programme is asked once
        found.append(Without(*of, whole, checkpoint.get_or_find(name, ask, _plain, _revived)))
        done()
    return found


def _plain(found: Worth | None) -> list[Any]:
    return [] if found is None else [found.objective, found.benefit, dict(found.costs)]


def _revived(plain: Sequence[Any]) -> Worth | None:
    return Worth(*plain) if plain else None
