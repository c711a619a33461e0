"""제약의 가격: what the plan would gain without a rule or a target, and what would move."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from axplan.core.checkpoint import Checkpoint
from axplan.core.errors import Infeasible, SolverFailure, Unbounded
from axplan.formulation.constraint_registry import REGISTRY
from axplan.inputs.parameters import Inputs
from axplan.plan.right_hand_sides import FLOOR, RULE, TARGET
from axplan.plan.tie_breaking import break_ties
from axplan.solver import Arrays, Solution, solve

MOST_LINES = 3
"""So many lines that move most are shown of each."""

NOISE = 1e-9

PlanLine = tuple[str, tuple[str, ...]]
"""(INDUSTRY_STAGE, (i, s)), (TRACK, (w,)), (PROGRAMME, (p,)) or (RUNNING, (p,)): its running costs."""

INDUSTRY_STAGE, TRACK, PROGRAMME, RUNNING = "industry_stage", "track", "programme", "running"


@dataclass(frozen=True)
class Moved:
    """A line of the plan, in 억원 of public money, with the requirement and without it."""

    line: PlanLine
    before: float
    after: float

    @property
    def change(self) -> float:
        """What it gains without the requirement."""
        return self.after - self.before


@dataclass(frozen=True)
class Removal:
    """What the objective gains without a rule (kind RULE), target (TARGET) or floor (FLOOR), and what moves most.

    `gain` is None where the solver finds no plan without it (its objective has no limit, or there is no answer).
    """

    kind: str
    key: str
    gain: float | None
    moved: tuple[Moved, ...] = ()


def requirements(arrays: Arrays) -> dict[tuple[str, str], list[int]]:
    """(kind, key) → the rows of every target, rule and floor, in the order of the inputs."""
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for kind, constraint in ((TARGET, "target"), (RULE, "rule_limit"), (FLOOR, "indicator_floor")):
        for index, row in arrays.rows[constraint].items():
            found[kind, REGISTRY[constraint].key(index)].append(row)
    return dict(found)


def removals(
    x: Inputs, arrays: Arrays, base: Solution, plan: Solution, done: Callable[[], object], checkpoint: Checkpoint
) -> list[Removal]:
    """The price of every rule, target and floor; `base` is the optimum with its basis, `plan` the one that is printed.
    What the checkpoint has is not asked again."""
    before, found = lines(x, plan), []
    for of, rows in requirements(arrays).items():
        ask = partial(_without, x, base, of, rows, before)
        found.append(checkpoint.get_or_find(f"without {of}", ask, _plain, partial(_revived, of)))
        done()
    return found


def _plain(removal: Removal) -> list[Any]:
    return [removal.gain, [[m.line[0], list(m.line[1]), m.before, m.after] for m in removal.moved]]


def _revived(of: tuple[str, str], plain: Sequence[Any]) -> Removal:
    gain, moved = plain
    return Removal(*of, gain, tuple(Moved((kind, tuple(key)), before, after) for kind, key, before, after in moved))


def _without(
    x: Inputs, base: Solution, of: tuple[str, str], rows: list[int], before: Mapping[PlanLine, float]
) -> Removal:
    """Nothing moves where no price hangs on the rows: by duality the same plan stays the best without them."""
    if not any(abs(base.row_dual[row]) > NOISE * max(1.0, abs(base.objective)) * 1e-3 for row in rows):
        return Removal(*of, 0.0)
    arrays = base.arrays.relax(rows)
    try:
        found = solve(arrays, basis=base.basis)
    except (Infeasible, SolverFailure, Unbounded):
        return Removal(*of, None)
    chosen, _ = break_ties(x, found)
    after = lines(x, chosen)
    moved = [Moved(line, before.get(line, 0.0), after.get(line, 0.0)) for line in dict.fromkeys([*before, *after])]
    most = sorted((m for m in moved if abs(m.change) >= 0.5), key=lambda m: -abs(m.change))[:MOST_LINES]
    return Removal(*of, found.objective - base.objective, tuple(most))


def lines(x: Inputs, solution: Solution) -> dict[PlanLine, float]:
    """Public money of a solution by line, in 억원."""
    found: dict[PlanLine, float] = defaultdict(float)
    for (i, _, s, _), amount in _nonzero(solution, "place_total"):
        found[INDUSTRY_STAGE, (i, s)] += amount
    for (w, _, _, _), persons in _nonzero(solution, "trainees"):
        found[TRACK, (w,)] += persons * x.public_unit_cost[w]
    for (p, _, _), amount in _nonzero(solution, "outlay"):
        found[PROGRAMME, (p,)] += amount
    for (p, t), progress in _nonzero(solution, "progress"):
        if t < x.years[-1] and x.programmes.operating_cost[p]:
            found[RUNNING, (p,)] += progress * x.programmes.operating_cost[p]
    return dict(found)


def _nonzero(solution: Solution, variable: str) -> Iterator[tuple[Any, float]]:
    yield from ((index, amount) for index, amount in solution.values(variable).items() if amount)
