"""Equations of the growth initiative and of the enabling programmes, from the columns of the workbook."""

import numpy as np

from axplan.inputs.parameters import Inputs
from axplan.inputs.schema.core import NATIONAL
from axplan.inputs.schema.policy import AT_LEAST, AT_MOST, EQUAL
from axplan.plan.certificate.expressions import Expression, Floats, Labels, Rows, terms
from axplan.plan.certificate.values import Dense, column, earlier, initiative_places, labels, members, sheet_column


def base(x: Inputs) -> Floats:
    """production[i] · siting[i,r], shape (cells,), 억원 a year."""
    return np.array([x.industries.production[i] * x.siting[i, r] for i, r, _ in x.cells])


def task_of_cell(x: Inputs) -> list[int]:
    """The position of each cell's task: what is given by task, indexed with it, is given by cell."""
    return [x.tasks.task.index(k) for _, _, k in x.cells]


def depth_per_won(v: Dense) -> Floats:
    """(1 + private_match[s]) / (base · investment_cost[r] · cost_intensity[k] · cost_share[s] · cost_multiplier[s,g]).

    Shape (cells, stages, segments), in shares of a cell per 억원; where a stage has no such segment it means nothing.
    """
    x = v.inputs
    cell_cost = base(x) * column(x.regions.investment_cost, [r for _, r, _ in x.cells])
    cell_cost = cell_cost * sheet_column(x, "tasks", "cost_intensity")[task_of_cell(x)]
    multiplier = np.ones(v.has_segment.shape)
    multiplier[v.has_segment] = column(x.segments.cost_multiplier, _steps(x))
    full_cost = cell_cost[:, None] * sheet_column(x, "stages", "cost_share")
    public_share = 1 + sheet_column(x, "stages", "private_match")
    return np.asarray(public_share[:, None] / (full_cost[:, :, None] * multiplier))


def _steps(x: Inputs) -> Labels:
    return [(s, g) for s in x.stages.stage for g in x.segment_numbers[s]]


def bought(v: Dense) -> Expression:
    """The depth that each commitment buys: depth_per_won · commitment, shape (cells, stages, segments, years)."""
    return terms(depth_per_won(v)[..., None] * v.commitment)


def depth_balance(v: Dense) -> Rows:
    """depth_t = depth_{t−1} + Σ_g depth_per_won · commitment, depth_0 = initial_depth[s]"""
    x = v.inputs
    initial = sheet_column(x, "stages", "initial_depth")
    right = terms(earlier(v.depth, np.broadcast_to(initial, v.depth.shape[:2]))) + bought(v).sum(2)
    return Rows("depth_balance", terms(v.depth), EQUAL, right, (x.cells, labels(x.stages.stage), v.years))


def segment_limit(v: Dense) -> Rows:
    """Σ_t depth_per_won · commitment ≤ width[s,g]"""
    steps = _steps(v.inputs)
    left = bought(v).sum(3)[:, v.has_segment]
    return Rows("segment_limit", left, AT_MOST, terms(column(v.inputs.segments.width, steps)), (v.inputs.cells, steps))


def stage_transition(v: Dense) -> Rows:
    """depth[s+1,t] ≤ conversion[s] · depth[s, t − conversion_lag[s]], before the plan initial_depth[s]"""
    stages = v.inputs.stages
    first = stages.stage[:-1]
    passed = [
        stages.conversion[s] * earlier(v.depth[:, n], stages.initial_depth[s], stages.conversion_lag[s])
        for n, s in enumerate(first)
    ]
    ready = np.array(passed).reshape(len(first), len(v.inputs.cells), len(v.years)).swapaxes(0, 1)
    axes = (v.inputs.cells, labels(stages.stage[1:]), v.years)
    return Rows("stage_transition", terms(v.depth[:, 1:]), AT_MOST, terms(ready), axes)


def adoption_speed(v: Dense) -> Rows:
    """depth_t − depth_{t−1} ≤ annual_ceiling[s], for the stages that have one; depth_0 = initial_depth[s]"""
    stages = v.inputs.stages
    limited = [s for s in stages.stage if s in stages.annual_ceiling]
    own = [stages.stage.index(s) for s in limited]
    initial = np.broadcast_to(sheet_column(v.inputs, "stages", "initial_depth"), v.depth.shape[:2])
    risen = terms(v.depth)[:, own] - terms(earlier(v.depth, initial))[:, own]
    most = terms(column(stages.annual_ceiling, limited)[:, None])
    return Rows("adoption_speed", risen, AT_MOST, most, (v.inputs.cells, labels(limited), v.years))


def depth_ceiling(v: Dense) -> Rows:
    """depth ≤ ceiling[k] + reach[k,t]"""
    x = v.inputs
    ceiling = terms(sheet_column(x, "tasks", "ceiling")[:, None]) + terms(v.reach)
    right = ceiling[task_of_cell(x)][:, None]
    return Rows("depth_ceiling", terms(v.depth), AT_MOST, right, (x.cells, labels(x.stages.stage), v.years))


def reach_balance(v: Dense) -> Rows:
    """reach = Σ_p unlocks[p,k] · progress[p, t−1], progress before the plan is 0"""
    x = v.inputs
    programmes, tasks = x.programmes.programme, x.tasks.task
    unlocks = np.array([x.unlocks.get((p, k)) for k in tasks for p in programmes]).reshape(len(tasks), len(programmes))
    opened = (unlocks[:, :, None] * terms(earlier(v.progress, 0.0))).sum(1)
    return Rows("reach_balance", terms(v.reach), EQUAL, opened, (labels(tasks), v.years))


def committed_balance(v: Dense) -> Rows:
    """committed = Σ_g commitment"""
    axes = (v.inputs.cells, labels(v.inputs.stages.stage), v.years)
    return Rows("committed_balance", terms(v.committed), EQUAL, terms(v.commitment).sum(2), axes)


def _by_place_and_task(v: Dense) -> Expression:
    """committed, shape (places, tasks, stages, years)."""
    x = v.inputs
    return terms(v.committed).reshape(-1, len(x.tasks.task), len(x.stages.stage), len(x.years))


def task_total_balance(v: Dense) -> Rows:
    """task_total[k,s,t] = Σ_{i,r} committed"""
    axes = (labels(v.inputs.tasks.task), labels(v.inputs.stages.stage), v.years)
    return Rows("task_total_balance", terms(v.task_total), EQUAL, _by_place_and_task(v).sum(0), axes)


def place_total_balance(v: Dense) -> Rows:
    """place_total[i,r,s,t] = Σ_k committed"""
    axes = (initiative_places(v.inputs), labels(v.inputs.stages.stage), v.years)
    return Rows("place_total_balance", terms(v.place_total), EQUAL, _by_place_and_task(v).sum(1), axes)


def stage_total_balance(v: Dense) -> Rows:
    """stage_total[s,t] = Σ_k task_total"""
    axes = (labels(v.inputs.stages.stage), v.years)
    return Rows("stage_total_balance", terms(v.stage_total), EQUAL, terms(v.task_total).sum(0), axes)


def invested_balance(v: Dense) -> Rows:
    """invested_t = invested_{t−1} + Σ_s (1 + private_match[s]) · place_total, nothing before the plan"""
    match = 1 + sheet_column(v.inputs, "stages", "private_match")
    added = (match[:, None] * terms(v.place_total)).sum(1)
    right = terms(earlier(v.invested, 0.0)) + added
    return Rows("invested_balance", terms(v.invested), EQUAL, right, (initiative_places(v.inputs), v.years))


def made(v: Dense) -> Expression:
    """Progress a year: Σ_r (1 + private_match[p]) · outlay / (cost[p] · siting_cost[r]), siting_cost[national] = 1.

    Shape (programmes, years), in shares of a programme.
    """
    data = v.inputs.programmes
    siting_cost = {**v.inputs.regions.siting_cost, NATIONAL: 1.0}
    per_won = np.array([(1 + data.private_match[p]) / (data.cost[p] * siting_cost[r]) for p, r in v.inputs.sites])
    mine = members((p for p, _ in v.inputs.sites), data.programme)
    return (mine[:, :, None] * terms(per_won[:, None] * v.outlay)).sum(1)


def progress_balance(v: Dense) -> Rows:
    """progress_t = progress_{t−1} + what the outlays of the year make"""
    right = terms(earlier(v.progress, 0.0)) + made(v)
    return Rows("progress_balance", terms(v.progress), EQUAL, right, (_programmes(v), v.years))


def annual_ceiling(v: Dense) -> Rows:
    """progress_t − progress_{t−1} ≤ annual_ceiling[p]"""
    left = terms(v.progress) - terms(earlier(v.progress, 0.0))
    most = sheet_column(v.inputs, "programmes", "annual_ceiling")
    return Rows("annual_ceiling", left, AT_MOST, terms(most[:, None]), (_programmes(v), v.years))


def progress_requirement(v: Dense) -> Rows:
    """progress[p, last year] ≥ minimum_progress[p]"""
    least = sheet_column(v.inputs, "programmes", "minimum_progress")
    return Rows("progress_requirement", terms(v.progress[:, -1]), AT_LEAST, terms(least), (_programmes(v),))


def _programmes(v: Dense) -> Labels:
    return labels(v.inputs.programmes.programme)


FAMILIES = (
    depth_balance, segment_limit, stage_transition, adoption_speed, depth_ceiling, reach_balance, committed_balance,
    task_total_balance, place_total_balance, stage_total_balance, invested_balance,
    progress_balance, annual_ceiling, progress_requirement,
)  # fmt: skip
