"""How far the optimum moves with the inputs: worked out by hand, and against models that are solved again."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import numpy as np
import pytest

from axplan.core.errors import AxplanError, Infeasible
from axplan.formulation import CONSTRAINTS, build_model
from axplan.formulation.compile import compile_model
from axplan.inputs.objective import Objective, single
from axplan.inputs.parameters import Inputs, build_inputs
from axplan.plan.certificate.values import VARIABLES, Dense
from axplan.plan.optimise import optimise
from axplan.plan.sensitivity import sensitivities
from axplan.plan.sensitivity.input_columns import ALL, BASES, RELATIVE, SHARED, InputColumn, input_columns
from axplan.plan.sensitivity.lagrangian import Lagrangian
from axplan.plan.warm_start import WarmStartedSolver
from axplan.solver import Solution, solve
from full_case import WEIGHTS, full_inputs, full_solution
from moved_inputs import frame_of, poor
from random_tables import random_tables
from small_baseline import Changes, small_baseline
from solved_cases import money
from tiny import tiny_inputs
from totals import tied

STEP = 1e-4
Case = tuple[Inputs, WarmStartedSolver, Solution, Lagrangian]


OBJECTIVES = {"small": "production", "full": "production", "net": "net_benefit"}
STAGES = ("adoption", "commercialisation", "scale_up")
SMALL: Changes = {
    "stages": {s: {"annual_ceiling": 0.097} for s in STAGES},
    "tasks": {"design": {"ceiling": 0.05}, "autonomous_manufacturing": {"ceiling": 0.2}},
    "tracks": {"leaders": {"requirement": 0.72}, "practitioners": {"requirement": 6.0}, "reskilled": {"requirement": 48.0}},
}  # fmt: skip
"""Changes of the small baseline under which everything binds somewhere. A speed of 0.1 would make three years of it as
wide as a segment of 0.3: at such a kink the slopes to the left and to the right differ, and nothing can be compared."""


@cache
def case(name: str) -> Case:
    x = full_inputs() if name == "full" else build_inputs(small_baseline(SMALL))
    solver = WarmStartedSolver(x, single(OBJECTIVES[name]))
    solution = solver.solution(x)
    return x, solver, solution, Lagrangian(x, solution, {OBJECTIVES[name]: 1.0})


def read_columns(name: str) -> Iterator[InputColumn]:
    x, _, _, lagrangian = case(name)
    yield from (column for column in input_columns(x) if lagrangian.reads(column))


def column_of(x: Inputs, sheet: str, name: str) -> InputColumn:
    return next(c for c in input_columns(x) if (c.sheet, c.name) == (sheet, name))


# worked out by hand


@pytest.mark.parametrize(
    ("column", "elasticity"),
    [
        ("industries.production_inducement", 1.0),  # the objective is proportional to it
        ("tasks.uplift", 1.0),
        ("stages.additionality", 1.0),
        ("appropriations.*", 1.0),  # and to the money, of which there is too little
        ("stages.private_match", 0.5),  # (1 + m) = 2 of each 억원, of which m = 1 rises
        ("tasks.cost_intensity", -1.0),
        ("industries.production", 0.0),  # there is more to gain and it costs as much more
        ("tasks.ceiling", 0.0),  # nowhere reached
        ("settings.social_discount_rate", 0.0),  # 1 % of nothing
        ("tracks.unit_cost", 0.0),  # nobody is trained
    ],
)
def test_where_money_is_short_the_plan_is_worth_what_the_money_buys(column: str, elasticity: float) -> None:
    row = frame_of(poor()).loc[column]
    assert row["elasticity"] == pytest.approx(elasticity, abs=1e-7)
    assert row["change"] == pytest.approx(0.01 * elasticity * 0.0120, abs=1e-9)  # 조원


def test_where_money_is_plenty_what_can_be_absorbed_counts() -> None:
    frame = frame_of(tiny_inputs(industries={"cars": {"production": 2.0}}))
    assert frame.loc["industries.production", "elasticity"] == pytest.approx(1.0)
    assert frame.loc["tasks.cost_intensity", "elasticity"] == frame.loc["appropriations.*", "elasticity"] == 0.0
    assert frame.loc["industries.production", "highest"] == 2.0  # in 조원, as in the workbook


def test_money_that_depreciates_and_is_discounted_counts_by_its_present_value() -> None:
    """30 억원 bring 60 of output in 2026 and 60 · (1 − 0.1) ÷ 1.05 in 2027."""
    frame = frame_of(poor(settings={"social_discount_rate": 0.05, "effect_depreciation": 0.1}))
    value, later = 1 + 0.9 / 1.05, 0.9 / 1.05
    assert frame.loc["settings.social_discount_rate", "elasticity"] == pytest.approx(-0.05 / 1.05 * later / value)
    assert frame.loc["settings.effect_depreciation", "elasticity"] == pytest.approx(-0.1 / 0.9 * later / value)


def test_only_columns_of_numbers_that_the_model_reads_are_listed() -> None:
    found = set(frame_of(full_inputs()).index)
    assert {"funds.interest", "unlocks.*", "segments.width", "rules.value", "rules.penalty"} <= found
    assert not {"settings.krw_per_usd", "programmes.quantity", "stages.expenditure_inducement", "tasks.task"} & found
    assert not {"settings.plan_years", "stages.conversion_lag", "stages.grace_years", "tracks.target_year"} & found


def test_the_strongest_row_is_the_one_that_alone_moves_the_objective_most() -> None:
    x = poor(tasks={"design": {}, "quality": {"uplift": 0.06}}, effectiveness={"quality": {"cars": 1.0}})
    row = frame_of(x).loc["tasks.uplift"]
    assert row["row"] == "quality"
    assert row["row_change"] == pytest.approx(row["change"])  # all of the money goes there
    assert frame_of(x).loc["effectiveness.*", "row"] == "quality cars"


# ranges


# against the model, solved again


@pytest.mark.parametrize("name", CONSTRAINTS)
def test_a_dual_is_held_against_its_row_the_right_way_round(name: str) -> None:
    """Whatever the duals y, the Lagrangian rises with the variables by c − Aᵀy; with a sign turned, by something else."""
    x, solution = full_solution()
    random, span = np.random.default_rng(1), solution.arrays.rows[name]
    y = np.zeros(len(solution.row_dual))
    y[span.start : span.stop] = random.uniform(0.5, 1.5, len(span.indices))
    lagrangian = Lagrangian(x, dataclasses.replace(solution, row_dual=y, reduced_cost=0 * solution.x), WEIGHTS)
    by = (
        tied(x, solution.arrays, random.uniform(0.5, 1.5, len(solution.x)))
        if name == "rule_limit"
        else (random.uniform(0.5, 1.5, len(solution.x)))
    )
    moved = dataclasses.replace(solution, x=solution.x + by)
    here, there = (Dense(x, {v: at.values(v) for v in VARIABLES}) for at in (solution, moved))
    risen = sum(part(there) - part(here) for part in lagrangian.parts.values())
    priced = solution.arrays.transposed_times(y)
    assert abs(priced @ by) > 0.1
    assert risen == pytest.approx((solution.arrays.cost - priced) @ by, rel=1e-9)


@pytest.mark.parametrize("name", OBJECTIVES)
def test_at_the_optimum_the_lagrangian_is_the_objective(name: str) -> None:
    x, _, solution, lagrangian = case(name)
    assert lagrangian.at(x) == pytest.approx(solution.objective, rel=1e-8)


@cache
def slopes(name: str) -> dict[str, tuple[float, float | None, float]]:
    """Column → slope to the left, to the right (None: no plan there) of the optimum that is solved again, and ours."""
    x, solver, solution, lagrangian = case(name)

    def best(column: InputColumn, step: float) -> float | None:
        try:
            return solver.solution(column.multiplied(x, 1 + step)).objective
        except Infeasible:
            return None

    found = {}
    for column in read_columns(name):
        right, left = (best(column, step) for step in (STEP, -STEP))
        assert left is not None
        found[f"{column.sheet}.{column.name}"] = (
            (solution.objective - left) / STEP,
            None if right is None else (right - solution.objective) / STEP,
            lagrangian.growth(column),
        )
    return found


@pytest.mark.parametrize("name", OBJECTIVES)
def test_no_column_moves_the_optimum_otherwise_than_a_new_solution_does(name: str) -> None:
    for column, (left, right, ours) in slopes(name).items():
        sides = [left] if right is None else [left, right]
        slack = 2e-4 * abs(case(name)[2].objective)
        assert min(sides) - slack <= ours <= max(sides) + slack, column


def test_the_columns_that_are_compared_are_many_and_of_every_kind() -> None:
    moving = {column for column, (left, _, _) in slopes("small").items() if abs(left) > 0.005}
    assert {
        "appropriations.*", "funds.admin_rate", "funds.solvency_share", "stages.conversion", "stages.exit_multiple",
        "tasks.cost_intensity", "tasks.ceiling", "tracks.target", "tracks.unit_cost", "programmes.cost",
        "programmes.minimum_progress", "segments.width", "settings.social_discount_rate", "rules.value", "siting.*",
        "effectiveness.*", "unlocks.*", "effect_profile.*", "industries.production_inducement",
        "stages.annual_ceiling", "programmes.operating_cost", "tracks.requirement",
    } <= moving  # fmt: skip
    smooth = [c for c, (left, right, _) in slopes("small").items() if right is not None and abs(left - right) < 1e-3]
    assert len(set(smooth) & moving) > 25  # there, the left side, the right side and ours are all the same
    net = {column for column, (left, _, _) in slopes("net").items() if abs(left) > 0.01}
    assert {
        "industries.value_added_rate",
        "tracks.employer_share",
        "programmes.private_match",
        "stages.additionality",
    } <= net
    assert "industries.production_inducement" not in net


@pytest.mark.parametrize(("sheet", "name"), [("stages", "cost_share"), ("stages", "effect_share"), ("siting", "*"), ("segments", "width")])  # fmt: skip
def test_one_share_rises_and_the_others_of_its_whole_give_way(sheet: str, name: str) -> None:
    x, solver, solution, _ = case("small")
    frame = sensitivities(x, solution, WEIGHTS).set_index(["sheet", "column"])
    row, column = frame.loc[(sheet, name)], column_of(x, sheet, name)
    assert row["basis"] == SHARED
    key = next(
        key for key in column.values if " ".join(map(str, key if isinstance(key, tuple) else (key,))) == row["row"]
    )
    whole = [other for other in column.values if not isinstance(other, tuple) or other[0] == key[0]]
    room = sum(column.values[other] for other in whole) - column.values[key]

    def best(step: float) -> float:
        changed = x
        for other in whole:
            share = column.values[key] if other == key else -column.values[key] / room * column.values[other]
            changed = column_of(changed, sheet, name).moved(changed, other, step * share)
        return solver.solution(changed).objective

    assert (best(STEP) - best(-STEP)) / (2 * STEP) == pytest.approx(100 * row["change"], rel=1e-3)
    assert abs(row["change"]) > 5e-5


@pytest.mark.parametrize("name", OBJECTIVES)
def test_values_one_by_one_add_up_to_all_together(name: str) -> None:
    lagrangian = case(name)[3]
    for column in read_columns(name):
        one_by_one = sum(lagrangian.slope(column, key) * value for key, value in column.values.items())
        assert one_by_one == pytest.approx(lagrangian.growth(column), rel=1e-6, abs=1e-9), (column.sheet, column.name)


# what follows from the meaning of the columns


def test_in_another_currency_the_plan_is_worth_the_same() -> None:
    """All money 1 % more in figures, people per money 1 % fewer: so is what the plan is worth."""
    elasticity = frame_of(case("small")[0])["elasticity"]
    money = [
        "industries.production",
        "appropriations.*",
        "tracks.unit_cost",
        "programmes.cost",
        "programmes.operating_cost",
        "funds.opening_balance",
    ]
    assert elasticity[money].sum() - elasticity["tracks.requirement"] == pytest.approx(1.0, abs=1e-6)
    assert (elasticity[money].abs() > 0.1).sum() == 5


def test_columns_without_a_level_of_their_own_do_not_count_beside_those_that_carry_it() -> None:
    x, _, solution, lagrangian = case("small")
    level = lagrangian.growth(column_of(x, "tasks", "cost_intensity"))
    for sheet, name in (("stages", "cost_share"), ("segments", "cost_multiplier"), ("regions", "investment_cost")):
        assert lagrangian.growth(column_of(x, sheet, name)) == pytest.approx(level)
    basis = sensitivities(x, solution, WEIGHTS).set_index(["sheet", "column"])["basis"]
    assert set(basis) <= set(BASES)
    assert set(basis[basis != ALL].index) <= set(RELATIVE)


def test_a_weighted_objective_moves_by_the_weight_of_what_moves() -> None:
    made = optimise(tiny_inputs(), Objective({"production": 1.0, "exports": 2.0}))  # at best 1 + 2 points
    frame = made.plan.frames["sensitivities"].set_index("column")
    assert frame.loc["production_inducement", "change"] == pytest.approx(0.01)
    assert frame.loc["production_inducement", "elasticity"] == pytest.approx(1 / 3)
    assert frame.loc["uplift", "elasticity"] == pytest.approx(1.0)


def test_a_plan_that_is_worth_nothing_has_no_elasticities() -> None:
    frame = frame_of(tiny_inputs(appropriations=money(0, 0)))
    assert frame["elasticity"].isna().all()
    assert (frame["change"].abs() >= 0).all()


@pytest.mark.parametrize("seed", range(12))
def test_any_plan_has_its_sensitivities(seed: int) -> None:
    x = refused_or(lambda: build_inputs(random_tables(seed, 150)))
    solution = x and refused_or(lambda: solve(compile_model(build_model(x, WEIGHTS))))
    if not solution:
        pytest.skip("these tables are refused or have no plan")
    frame = sensitivities(x, solution, WEIGHTS)
    assert len(frame) > 20
    assert np.isfinite(frame.loc[frame["basis"] == ALL, "change"]).all()


def refused_or(make: Callable[[], Any]) -> Any:
    try:
        return make()
    except AxplanError:
        return None


def test_everything_is_looked_at_and_the_inputs_stay_as_they_are() -> None:
    x, _, solution, _ = case("full")
    before = {f.name: getattr(x, f.name) for f in dataclasses.fields(x)}
    sensitivities(x, solution, WEIGHTS)
    assert all(getattr(x, name) is value for name, value in before.items())
    assert len(list(itertools.chain(read_columns("full")))) > 45
