"""The proof that no plan is worth more: it holds for the right prices, and for no others."""

from __future__ import annotations

import dataclasses
from typing import Any

import numpy as np
import pytest

from axplan.formulation import build_model
from axplan.formulation.compile import compile_model
from axplan.inputs.schema.indicators import VALUATIONS
from axplan.plan.certificate import certify, check_duality
from axplan.plan.certificate.checks import Check
from axplan.plan.certificate.duality import dual_bound, implied_upper
from axplan.solver import Arrays, Solution, solve
from axplan.solver.arrays import Span
from full_case import WEIGHTS, full_inputs, full_solution
from tiny import tiny_inputs

INF = np.inf


def small(
    cost: list[float], rows: list[tuple[float, dict[int, float], float]], upper: list[float] | None = None
) -> Arrays:
    """maximise cost·x, each row lower ≤ Σ value · x ≤ upper, 0 ≤ x ≤ upper (infinite if not given)."""
    count = len(cost)
    return Arrays(
        cost=np.array(cost), col_lower=np.zeros(count), col_upper=np.array(upper or [INF] * count),
        row_lower=np.array([low for low, _, _ in rows]), row_upper=np.array([high for _, _, high in rows]),
        start=np.cumsum([0, *(len(row) for _, row, _ in rows)]).astype(np.int32),
        index=np.array([column for _, row, _ in rows for column in row], dtype=np.int32),
        value=np.array([value for _, row, _ in rows for value in row.values()]),
        columns={"x": Span(0, tuple(range(count)))}, rows={"rows": Span(0, tuple(range(len(rows))))},
    )  # fmt: skip


TWO_GOODS = small([3.0, 2.0], [(-INF, {0: 1.0, 1: 1.0}, 4.0), (-INF, {0: 1.0}, 3.0)])
"""maximise 3a + 2b, a + b ≤ 4, a ≤ 3: a = 3, b = 1, worth 11; prices 2 and 1, for 2·4 + 1·3 = 11."""
BEST, PRICES = np.array([3.0, 1.0]), np.array([2.0, 1.0])


def checks(arrays: Arrays, x: Any, prices: Any, objective: float) -> dict[str, Check]:
    return {check.name: check for check in check_duality(arrays, np.array(x), np.array(prices), objective)}


def failing(arrays: Arrays, x: Any, prices: Any, objective: float) -> set[str]:
    return {name for name, check in checks(arrays, x, prices, objective).items() if not check.ok}


def test_the_right_prices_prove_the_optimum() -> None:
    found = checks(TWO_GOODS, BEST, PRICES, 11.0)
    assert set(found) == {"model_rows", "model_bounds", "model_objective", "dual_infeasibility", "duality_gap"}
    assert all(check.ok for check in found.values())
    assert (found["duality_gap"].left, found["duality_gap"].right) == (11.0, 11.0)


def test_a_worse_plan_passes_all_but_the_gap() -> None:
    assert failing(TWO_GOODS, [3.0, 0.0], PRICES, 9.0) == {"duality_gap"}
    assert checks(TWO_GOODS, [3.0, 0.0], PRICES, 9.0)["duality_gap"].violation == pytest.approx(2 / 9)


def test_wrong_prices_prove_too_little() -> None:
    assert failing(TWO_GOODS, BEST, [2.5, 1.0], 11.0) == {"duality_gap"}
    assert failing(TWO_GOODS, BEST, [2.0, 1.5], 11.0) == {"duality_gap"}


def test_prices_that_leave_a_column_too_good_are_wrong_even_where_the_bound_is_right() -> None:
    """At 0.9 for the second row another a seems to be worth 0.1, and the rows let there be 3 of it: 2·4 + 0.9·3 + 0.1·3."""
    found = checks(TWO_GOODS, BEST, [2.0, 0.9], 11.0)
    assert found["duality_gap"].left == pytest.approx(11.0)
    assert found["dual_infeasibility"].index == ("column", 0)
    assert found["dual_infeasibility"].violation == pytest.approx(0.1 / 3.0)
    assert {name for name, check in found.items() if not check.ok} == {"dual_infeasibility"}


def test_a_price_with_the_wrong_sign_is_named() -> None:
    found = checks(TWO_GOODS, BEST, [2.0, -1.0], 11.0)
    assert not found["dual_infeasibility"].ok
    assert found["dual_infeasibility"].index in [("row", 1), ("column", 0)]


def test_a_plan_that_breaks_a_row_or_a_bound_is_named() -> None:
    row = checks(TWO_GOODS, [3.0, 2.0], PRICES, 13.0)["model_rows"]
    assert (row.ok, row.index, row.left, row.right) == (False, (0,), 5.0, 4.0)
    bound = checks(TWO_GOODS, [5.0, -1.0], PRICES, 13.0)["model_bounds"]
    assert (bound.ok, bound.index, bound.left, bound.right) == (False, (1,), -1.0, 0.0)


def test_a_wrong_objective_is_noticed() -> None:
    assert failing(TWO_GOODS, BEST, PRICES, 11.1) == {"model_objective", "duality_gap"}


@pytest.mark.parametrize("wrong", [np.nan, np.inf])
def test_a_number_that_is_none_fails(wrong: float) -> None:
    for x, prices, objective in (([wrong, 1.0], PRICES, 11.0), (BEST, [wrong, 1.0], 11.0), (BEST, PRICES, wrong)):
        assert failing(TWO_GOODS, x, prices, objective) == {"duality_gap"}


def test_a_vector_of_the_wrong_length_fails() -> None:
    assert failing(TWO_GOODS, BEST, [2.0, 1.0, 0.0], 11.0) == {"duality_gap"}


def test_without_a_bound_of_its_own_a_column_takes_the_one_its_rows_leave_it() -> None:
    """a + b ≤ 4, a ≤ 3, a + 2b ≤ 9 without any prices: 3 for at most 3 of a, 2 for at most 4 of b."""
    three = small([3.0, 2.0], [(-INF, {0: 1.0, 1: 1.0}, 4.0), (-INF, {0: 1.0}, 3.0), (-INF, {0: 1.0, 1: 2.0}, 9.0)])
    bound, wrong, where = dual_bound(three, BEST, np.zeros(3))
    assert bound == 3 * 3.0 + 2 * 4.0
    assert (wrong, where) == (3.0, ("column", 0))


def test_bounds_pass_from_row_to_row() -> None:
    chain = small(
        [1.0, 1.0, 1.0], [(0.0, {0: 1.0}, 3.0), (0.0, {1: 1.0, 0: -0.5}, 1.0), (-6.0, {2: -2.0, 1: 2.0}, INF)]
    )
    assert implied_upper(chain, np.array([True, True, True])).tolist() == [3.0, 2.5, 5.5]


def test_where_nothing_bounds_a_column_the_dual_infeasibility_is_reported() -> None:
    endless = small([1.0, 0.0], [(-INF, {0: 1.0, 1: -1.0}, 2.0), (0.0, {1: 1.0}, INF)])
    assert implied_upper(endless, np.array([True, True])).tolist() == [INF, INF]
    found = checks(endless, [2.0, 0.0], [1.0, 0.0], 2.0)
    assert not found["dual_infeasibility"].ok
    assert found["dual_infeasibility"].index == ("column", 1)
    assert found["dual_infeasibility"].left == 1.0


def test_the_price_of_a_soft_row_is_held_to_its_penalty() -> None:
    """maximise 2a − 5s, a ≤ 3, a + s ≥ 4: a = 3, s = 1, worth 1. The price of the soft row is −5, not a hair below it."""
    soft = small([2.0, -5.0], [(-INF, {0: 1.0}, 3.0), (4.0, {0: 1.0, 1: 1.0}, INF)])
    found = checks(soft, [3.0, 1.0], [7.0, -5.0 * (1 + 1e-9)], 1.0)
    assert all(check.ok for check in found.values())
    assert found["duality_gap"].left == pytest.approx(1.0, abs=1e-7)
    assert not checks(soft, [3.0, 1.0], [7.0, -5.1], 1.0)["dual_infeasibility"].ok


@pytest.mark.parametrize(("penalties", "price"), [([5.0, 7.0], -5.0), ([7.0, 5.0], -5.0), ([5.0], -5.0)])
def test_the_cheapest_way_to_miss_a_row_sets_its_price(penalties: list[float], price: float) -> None:
    """maximise −Σ penalty · s, Σ s ≥ 1: no price below minus the lowest penalty is possible, and it proves the best plan."""
    count = len(penalties)
    missed = small([-p for p in penalties], [(1.0, dict.fromkeys(range(count), 1.0), INF)])
    bound, wrong, _ = dual_bound(missed, np.zeros(count), np.array([-6.0]))
    assert bound == price
    assert wrong == 1.0


@pytest.mark.parametrize("penalties", [[5.0, 7.0], [7.0, 5.0]])
def test_the_cheapest_way_to_exceed_a_row_sets_its_price(penalties: list[float]) -> None:
    """maximise 20a − Σ penalty · e, a − Σ e ≤ 3, a ≤ 4, a ≤ 9: the fourth a costs 5."""
    rows = [(-INF, {0: 1.0, 1: -1.0, 2: -1.0}, 3.0), (-INF, {0: 1.0}, 4.0), (-INF, {0: 1.0}, 9.0)]
    exceeded = small([20.0, *(-p for p in penalties)], rows)
    bound, wrong, _ = dual_bound(exceeded, np.zeros(3), np.array([6.0, 15.0, 0.0]))
    assert bound == 20 * 4.0 - 5.0
    assert wrong == 1.0


@pytest.mark.parametrize(("sides", "price"), [((-INF, 4.0), -0.25), ((1.0, INF), 0.25)])
def test_a_price_of_the_wrong_sign_counts_for_nothing_in_the_bound(sides: tuple[float, float], price: float) -> None:
    two_rows = small([3.0], [(sides[0], {0: 1.0}, sides[1]), (-INF, {0: 1.0}, 2.0)])
    bound, wrong, _ = dual_bound(two_rows, np.array([2.0]), np.array([price, 3.0]))
    assert (bound, wrong) == (6.0, 0.25)


def test_a_row_without_entries_is_looked_at_too() -> None:
    for empty in ((0.0, {}, 1.0), (2.0, {}, INF)):
        arrays = small([3.0], [(-INF, {0: 2.0}, 4.0), empty, (-INF, {0: 1.0}, 9.0)])  # type: ignore[list-item]
        found = checks(arrays, [2.0], [1.5, 0.0, 0.0], 6.0)
        assert found["duality_gap"].ok
        assert found["dual_infeasibility"].ok
        assert found["model_rows"].ok is (empty[0] == 0.0)


def test_a_violation_is_measured_against_the_largest_term_of_its_row_but_at_least_one() -> None:
    for size, expected in ((0.1, 0.01), (10.0, 0.2), (1000.0, 0.2)):
        arrays = small([1.0, 0.0], [(-INF, {0: 1.0, 1: 1.0}, 0.4 * size)])
        row = checks(arrays, [0.5 * size, 0.0], [1.0], 0.5 * size)["model_rows"]
        assert row.violation == pytest.approx(expected)
    for most, expected in ((0.5, 0.25), (10.0, 0.025)):
        bound = checks(small([1.0], [(-INF, {0: 1.0}, 99.0)], [most]), [most + 0.25], [0.0], most + 0.25)[
            "model_bounds"
        ]
        assert bound.violation == pytest.approx(expected)


def test_a_plan_worth_nothing_can_be_proven() -> None:
    nothing = small([2.0], [(-INF, {0: 1.0}, 0.0)])
    assert failing(nothing, [0.0], [2.0], 0.0) == set()
    assert failing(nothing, [0.0], [2.0], 0.1) == {"model_objective", "duality_gap"}


def test_a_penalty_does_not_hide_what_the_plan_is_worth() -> None:
    """A thousand times the worth is lost to a miss that cannot be helped; a worse choice beside it is still seen."""
    soft = small([1.0, -1000.0], [(-INF, {0: 1.0}, 1.0), (1.0, {1: 1.0}, INF)])
    assert failing(soft, [1.0, 1.0], [1.0, -1000.0], -999.0) == set()
    assert failing(soft, [0.999, 1.0], [1.0, -1000.0], -999.001) == {"duality_gap"}


def spoiled(**changes: Any) -> set[str]:
    """What fails when a part of the full case's solution is replaced."""
    inputs, solution = full_solution()
    return {check.name for check in certify(inputs, dataclasses.replace(solution, **changes), WEIGHTS).failures}


def test_every_price_that_matters_is_needed() -> None:
    solution = full_solution()[1]
    side = np.where(solution.row_dual > 0, solution.arrays.row_upper, solution.arrays.row_lower)
    worth = np.abs(solution.row_dual * np.where(np.isfinite(side), side, 0.0))
    priced = np.nonzero(worth > 1e-3 * solution.objective)[0]
    assert len(priced) > 5
    for row in priced:
        prices = solution.row_dual.copy()
        prices[row] *= 1.01
        noticed = spoiled(row_dual=prices)
        assert noticed, solution.arrays.row_name(int(row))
        assert noticed <= {"duality_gap", "dual_infeasibility"}


def test_no_prices_prove_nothing() -> None:
    assert spoiled(row_dual=np.zeros_like(full_solution()[1].row_dual)) == {"duality_gap", "dual_infeasibility"}


def test_a_feasible_plan_that_is_not_the_best_fails_by_its_gap_alone() -> None:
    tighter = full_inputs(rules={"cap": {"value": 25.0}})
    worse = solve(compile_model(build_model(tighter, WEIGHTS)))
    assert worse.objective < full_solution()[1].objective
    assert spoiled(x=worse.x, objective=worse.objective) == {"duality_gap"}
    assert "duality_gap" in spoiled(x=worse.x, objective=worse.objective, row_dual=worse.row_dual)


@pytest.mark.parametrize("seed", range(20))
def test_no_prices_make_the_bound_lower_than_the_optimum(seed: int) -> None:
    solution = full_solution()[1]
    random = np.random.default_rng(seed)
    sizes = np.abs(solution.row_dual) + 10.0 ** random.uniform(-8, -3)
    prices = solution.row_dual + random.normal(size=len(sizes)) * sizes * 10.0 ** random.uniform(-6, 1)
    columns = solution.arrays.col_upper.copy()
    columns[np.isinf(columns)] = 1e6
    bounded = dataclasses.replace(solution.arrays, col_upper=columns)
    assert dual_bound(bounded, solution.x, prices)[0] >= solution.objective * (1 - 1e-12)


@pytest.mark.parametrize("v", VALUATIONS)
def test_solutions_of_the_solver_are_proven_in_every_valuation(v: str) -> None:
    for inputs in (tiny_inputs(), full_inputs()):
        solution: Solution = solve(compile_model(build_model(inputs, {v: 1.0})))
        certificate = certify(inputs, solution, {v: 1.0})
        assert certificate.ok
        assert certificate.duality_gap < 1e-10


def test_a_loss_that_cannot_be_helped_is_proven_too() -> None:
    """What must be built and trained costs more than it brings: the best net benefit is below zero, and there is a proof
    that none is better. A plan that burns a hair more is not the best."""
    inputs, weights = full_inputs(), {"net_benefit": 1.0}
    solution = solve(compile_model(build_model(inputs, weights)))
    assert solution.objective < 0
    assert certify(inputs, solution, weights).ok
    worse = solution.x.copy()
    worse[solution.arrays.columns["outlay"].start] += 0.01
    objective = float(solution.arrays.cost @ worse)
    found = {c.name: c for c in check_duality(solution.arrays, worse, solution.row_dual, objective)}
    assert objective < solution.objective
    assert not found["duality_gap"].ok
