"""Of equally good plans one is chosen, and it is the same whichever way the solver went."""

from __future__ import annotations

import dataclasses
from functools import partial
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from axplan.core.errors import SolverFailure
from axplan.core.text import Text
from axplan.formulation import build_model
from axplan.formulation.compile import compile_model
from axplan.inputs.objective import Objective, single
from axplan.inputs.parameters import Inputs, build_inputs
from axplan.plan import optimise as planning
from axplan.plan import tie_breaking
from axplan.plan.optimise import CertifiedPlan, optimise
from axplan.plan.rounding.printed import print_plan
from axplan.plan.tie_breaking import CRITERIA, break_ties
from axplan.solver import Arrays, solve
from axplan.solver.arrays import Span
from axplan.solver.highs import INTERIOR_POINT, SIMPLEX
from axplan.solver.optimal_face import optimal_face, toward_zero, with_sums
from axplan.workbook.baseline import baseline_tables
from tiny import tiny_inputs


@pytest.fixture(scope="module")
def baseline() -> Inputs:
    return build_inputs(baseline_tables())


def small(cost: list[float], rows: list[list[float]], upper: list[float], bound: float = 10.0) -> Arrays:
    """maximise cost·x subject to rows·x ≤ upper, 0 ≤ x ≤ bound."""
    width, height = len(cost), len(rows)
    return Arrays(
        np.array(cost), np.zeros(width), np.full(width, bound), np.full(height, -np.inf), np.array(upper),
        np.arange(0, width * height + 1, width, dtype=np.int32), np.tile(np.arange(width, dtype=np.int32), height),
        np.array(rows, dtype=float).ravel(), {"x": Span(0, tuple(range(width)))}, {"row": Span(0, tuple(range(height)))},
    )  # fmt: skip


def test_the_face_of_a_shared_budget_is_every_split_of_it() -> None:
    """x + y ≤ 6 with equal worth: the row binds, x and y stay free; z is worth nothing but costs nothing either."""
    face = optimal_face(solve(small([2, 2, 0], [[1, 1, 0]], [6])))
    assert face.row_lower.tolist() == [6] == face.row_upper.tolist()
    assert face.col_lower.tolist() == [0, 0, 0]
    assert face.col_upper.tolist() == [10, 10, 10]
    assert not face.cost.any()


def test_what_is_worth_less_stays_out_of_the_face() -> None:
    face = optimal_face(solve(small([2, 1], [[1, 1]], [6])))
    assert face.col_upper.tolist() == [10, 0]


def test_distances_from_zero_are_minimised_together() -> None:
    """x + y = 6 on the face; |x − 2y| is least at x = 4, y = 2."""
    face = optimal_face(solve(small([2, 2], [[1, 1]], [6])))
    found = solve(toward_zero(face, "distance", [{0: 1.0, 1: -2.0}]))
    assert found.objective == pytest.approx(0)
    assert found.x[:2] == pytest.approx([4, 2])


def test_a_sum_has_a_column_of_its_own() -> None:
    """|x − ¾ of (x + y)| is least at x = 4.5."""
    face, (total,) = with_sums(optimal_face(solve(small([2, 2], [[1, 1]], [6]))), "sum", [{0: 1.0, 1: 1.0}])
    found = solve(toward_zero(face, "distance", [{0: 1.0, total: -0.75}]))
    assert found.x[[0, 1, total]] == pytest.approx([4.5, 1.5, 6])


entries = st.integers(0, 3).map(float)


@st.composite
def programmes(draw: st.DrawFn) -> Arrays:
    width, height = draw(st.integers(2, 5)), draw(st.integers(1, 4))
    rows = [[draw(entries) for _ in range(width)] for _ in range(height)]
    return small([draw(entries) for _ in range(width)], rows, [float(draw(st.integers(0, 9))) for _ in range(height)])


@given(programmes(), st.lists(st.integers(-3, 3).map(float), min_size=5, max_size=5))
def test_every_corner_of_the_face_is_worth_the_optimum_and_every_optimum_lies_on_it(
    arrays: Arrays, aims: list[float]
) -> None:
    """Seen from the other side: with a floor under the objective the same second aim reaches no further."""
    first = solve(arrays)
    aim = np.array(aims[: len(arrays.cost)])
    on_face = solve(dataclasses.replace(optimal_face(first), cost=aim))
    assert float(arrays.cost @ on_face.x) == pytest.approx(first.objective, abs=1e-6)
    floor = dataclasses.replace(
        arrays, cost=aim, row_lower=np.append(arrays.row_lower, first.objective), row_upper=np.append(arrays.row_upper, np.inf),
        start=np.append(arrays.start, arrays.start[-1] + len(aim)).astype(np.int32),
        index=np.append(arrays.index, np.arange(len(aim))).astype(np.int32), value=np.append(arrays.value, arrays.cost),
    )  # fmt: skip
    assert on_face.objective == pytest.approx(solve(floor).objective, abs=1e-5)


def chosen(x: Inputs, objective: Objective = single("production")) -> Any:  # noqa: B008
    return break_ties(x, solve(compile_model(build_model(x, objective.per_unit({})))))[0]


def test_money_that_brings_nothing_is_not_spent() -> None:
    """150 억원 take a whole stage through; scale_up in the last year is worth nothing, outlays unlock nothing: they stay at 0,
    and what the fund has left lapses as soon as it is there."""
    x = tiny_inputs()
    solution = chosen(x)
    spent = sum(sum(solution.values(name).values()) for name in ("commitment", "outlay"))
    worth = compile_model(build_model(x, {"production": 1.0})).cost
    assert spent == pytest.approx(float(solution.x[worth > 0].sum()))
    assert sum(solution.values("outlay").values()) == 0
    assert sum(solution.values("trainees").values()) == 0
    assert sum(solution.values("subscription").values()) == 0
    assert sum(solution.values("balance").values()) == pytest.approx(0)
    assert sum(solution.values("lapse").values()) == pytest.approx(
        sum(x.appropriations[f, t] for f in x.funds.fund for t in x.years) - spent
    )


def test_the_chosen_plan_keeps_the_prices_of_the_first_solution() -> None:
    x = tiny_inputs()
    first = solve(compile_model(build_model(x, {"production": 1.0})))
    second, unanswered = break_ties(x, first)
    assert unanswered == ()
    assert second.objective == pytest.approx(first.objective, rel=1e-12)
    assert second.row_dual is first.row_dual
    assert second.reduced_cost is first.reduced_cost
    assert second.arrays is first.arrays


def planned(monkeypatch: pytest.MonkeyPatch, x: Inputs, objective: Objective, method: str) -> CertifiedPlan:
    with monkeypatch.context() as patch:
        patch.setattr(planning, "solve", partial(solve, method=method))
        return optimise(x, objective)


def without_prices(frame: pd.DataFrame) -> pd.DataFrame:
    return frame[[column for column in frame if not column.endswith("_price")]]


PRINTED = {
    "commitments": ["industry", "region", "task", "stage", "year", "commitment", "private"],
    "trainees": ["track", "industry", "region", "year", "trainees", "public", "employer"],
    "outlays": ["programme", "region", "year", "outlay", "private"],
}
BUDGET = (
    "commitments",
    "trainees",
    "outlays",
    "progress",
    "depths",
    "targets",
    "effects",
    "indicators",
    "expenditure_effect",
    "appraisal",
    "rules",
)


@pytest.mark.slow
@pytest.mark.parametrize(
    "objective", [single("production"), Objective({"employment": 0.5, "exports": 0.5})], ids=["production", "weighted"]
)
def test_simplex_and_interior_point_write_the_same_budget(
    monkeypatch: pytest.MonkeyPatch, baseline: Inputs, objective: Objective
) -> None:
    """To the whole 억원 in print, and to a millionth of one before rounding. Prices alone may differ: they need not be unique."""
    one, other = (planned(monkeypatch, baseline, objective, method) for method in (SIMPLEX, INTERIOR_POINT))
    for name in (*BUDGET, "ledger"):
        mine, yours = (without_prices(result.plan.frames[name]) for result in (one, other))
        pd.testing.assert_frame_equal(mine, yours, rtol=1e-7, atol=1e-6, obj=name)
    printed = [print_plan(result.plan, 1.0).plan for result in (one, other)]
    for name, columns in PRINTED.items():
        assert printed[0].frames[name][columns].equals(printed[1].frames[name][columns]), name


def test_a_criterion_that_is_not_answered_is_told_and_the_others_still_choose(monkeypatch: pytest.MonkeyPatch) -> None:
    def refusing(x: Inputs, face: Arrays) -> Arrays:
        raise SolverFailure(Text("", ""))

    def going_too_far(x: Inputs, face: Arrays) -> Arrays:
        """Leaves the face: the cheapest plan of all is to do nothing."""
        arrays = compile_model(build_model(x, {"production": 1.0}))
        return dataclasses.replace(arrays, cost=-np.abs(arrays.cost))

    order = {"smoothest": refusing, "least_idle": going_too_far}
    monkeypatch.setattr(tie_breaking, "CRITERIA", {**CRITERIA, **order})
    x = tiny_inputs()
    found, unanswered = break_ties(x, solve(compile_model(build_model(x, {"production": 1.0}))))
    assert unanswered == ("smoothest", "least_idle")
    assert found.objective == pytest.approx(0.06)
    assert optimise(x, single("production")).unanswered == unanswered
