"""What must be true of every input: properties of the optimum on tiny cases with drawn figures."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from axplan.core.errors import Infeasible
from axplan.formulation import build_model
from axplan.formulation.compile import compile_model
from axplan.inputs.parameters import Inputs, build_inputs
from axplan.inputs.tables import Row, Tables
from axplan.solver import Arrays, Solution, solve
from tiny import EQUITY, LOAN, Cells, tiny_tables

FEW = settings(
    max_examples=20,
    derandomize=True,
    deadline=None,
    database=None,
    phases=[Phase.explicit, Phase.generate],  # shrinking a case of a hundred figures takes longer than reading it
    suppress_health_check=[HealthCheck.too_slow],
)


def figures(low: float, high: float) -> st.SearchStrategy[float]:
    return st.floats(low, high, allow_nan=False).map(lambda number: round(number, 4))


@st.composite
def cases(draw: st.DrawFn) -> Tables:
    """Two industries, two regions, three years, a loan and equity, two tracks, rules hard and soft, little money."""
    track = {
        "requirement": draw(figures(0, 1)),
        "attrition": draw(figures(0, 0.3)),
        "initial_stock": draw(figures(1, 80)),  # with none, nobody could supervise and the track could never begin
    }
    places = {
        "initial_capacity": draw(figures(10, 60)),
        "capacity_growth": draw(figures(0, 0.5)),
        "target": draw(figures(0, 10)),
    }
    fund = {
        "opening_balance": draw(figures(0, 20)), "interest": draw(figures(0, 0.1)), "admin_rate": draw(figures(0, 0.1)),
        "private_ratio": draw(figures(0, 2)), "preferred_return": draw(figures(0, 0.1)), "solvency_share": draw(figures(0, 1)),
        "receivable_haircut": draw(figures(0, 1)), "carry_over_limit": draw(st.one_of(st.none(), figures(0, 0.5))),
    }  # fmt: skip
    share = draw(figures(0, 1))
    return tiny_tables(
        settings={"plan_years": 3, "appraisal_end": 2032, "social_discount_rate": 0.05, "effect_depreciation": 0.1},
        industries={"ships": {"production": 0.5, "production_inducement": draw(figures(0.5, 4)), "exports": 0.2}},
        regions={"south": {"investment_cost": draw(figures(0.5, 2))}},
        siting={"cars": {"north": share, "south": 1 - share}},
        tasks={"design": {"ceiling": 0.5}},
        unlocks={"data": {"design": draw(figures(0, 0.5))}},
        programmes={"data": {"minimum_progress": draw(figures(0, 0.2)), "private_match": draw(figures(0, 1)), "regional": "yes"}},
        stages={
            "adoption": {**LOAN, "lending_rate": draw(figures(0, 0.1)), "conversion": draw(figures(0, 1)), "initial_depth": 0.02},
            "scale_up": {**EQUITY, "private_match": draw(figures(0, 2))},
        },
        effect_profile={"adoption": {"age_0": draw(figures(-0.5, 0.5)), "age_1": 1.0}},
        segments={("adoption", 2): {"cost_multiplier": draw(figures(1, 3))}},
        tracks={"reskilled": {**track, **places}, "leaders": {"supervisor": "reskilled", "span": draw(figures(1, 20)), "target": 2}},
        funds={"main": fund},
        appropriations={"main": {t: draw(figures(30, 80)) for t in (2026, 2027, 2028)}},
        rules={
            "ships": {"industry": "ships", "relation": ">=", "unit": "share", "value": draw(figures(0, 0.5)), "penalty": 1e-4},
            "north": {"measure": "investment", "region": "north", "value": draw(figures(20, 60)), "penalty": 1e-5},
            "ramp": {"unit": "growth", "value": draw(figures(-0.5, 0.5)), "relation": "=", "penalty": 1e-5},
            "outlays": {"measure": "outlay", "value": draw(figures(20, 60))},
            "toys": {"measure": "trainees", "industry": "toys", "relation": ">=", "value": draw(figures(0, 5))},
        },
    )  # fmt: skip


def arrays_of(tables: Tables, valuation: str = "production") -> Arrays:
    return compile_model(build_model(build_inputs(tables), {valuation: 1.0}))


def optimum(tables: Tables, valuation: str = "production") -> float:
    """The optimum; −∞ where nothing is feasible."""
    try:
        return solve(arrays_of(tables, valuation)).objective
    except Infeasible:
        return -math.inf


def changed(tables: Tables, change: Callable[[str, Cells], Cells]) -> Tables:
    """The tables with every row put through change(sheet, cells)."""
    rows = {
        name: tuple(Row(row.number, change(name, dict(row.values))) for row in table.rows)
        for name, table in tables.tables.items()
    }
    return Tables(tables.source, {name: table.with_rows(rows[name]) for name, table in tables.tables.items()})


@FEW
@given(cases(), st.sampled_from([2026, 2027, 2028]), figures(1, 500))
def test_more_money_never_makes_a_plan_worse_or_impossible(tables: Tables, year: int, more: float) -> None:
    def richer(sheet: str, row: Cells) -> Cells:
        return {**row, str(year): row[str(year)] + more} if sheet == "appropriations" else row

    before, after = optimum(tables), optimum(changed(tables, richer))
    assert after >= before - 1e-9


@FEW
@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_rows_and_columns_changes_nothing(tables: Tables, random: Any) -> None:
    # the order of the stages alone means something
    shuffled = {}
    for name, table in tables.tables.items():
        rows, columns = list(table.rows), list(table.columns)
        if name != "stages":
            random.shuffle(rows)
        random.shuffle(columns)
        positions = {column: position for position, column in enumerate(columns, start=1)}
        shuffled[name] = type(table)(name, positions, tuple(rows))
    assert optimum(Tables(tables.source, shuffled)) == pytest.approx(optimum(tables), rel=1e-7, abs=1e-12)


MONEY = {
    "industries": ("production", "exports", "trade_balance"),
    "tracks": ("unit_cost",),
    "programmes": ("cost", "operating_cost"),
    "funds": ("opening_balance",),
}
"""Amounts of money, by sheet. Besides: every appropriation, and the amounts of rules on money."""
PER_MONEY = {"industries": ("employment_inducement",), "tracks": ("requirement",)}
"""Persons per amount of money."""


def in_money_worth(c: float) -> Callable[[str, Cells], Cells]:
    """Write everything in a money of which c units are one of the old."""

    def rewrite(sheet: str, row: Cells) -> Cells:
        if sheet == "appropriations":
            return {name: amount if name == "fund" else amount * c for name, amount in row.items()}
        if sheet == "rules":
            return _rule(row)
        row |= {name: row[name] * c for name in MONEY.get(sheet, ()) if name in row}
        return row | {name: row[name] / c for name in PER_MONEY.get(sheet, ()) if name in row}

    def _rule(row: Cells) -> Cells:
        on_people = row["measure"] == "trainees"
        if row["unit"] == "amount" and not on_people:
            row["value"] *= c
        if "penalty" in row and on_people:  # so much money for each person; for each 억원 it stays as it is
            row["penalty"] *= c
        return row

    return rewrite


@FEW
@given(cases(), st.sampled_from([0.01, 0.5, 3.0, 40.0]))
def test_money_in_another_unit_changes_the_amounts_of_money_and_nothing_else(tables: Tables, c: float) -> None:
    before, after = arrays_of(tables), arrays_of(changed(tables, in_money_worth(c)))
    try:
        found = solve(before)
    except Infeasible:
        with pytest.raises(Infeasible):
            solve(after)
        return
    totals = ("committed", "task_total", "place_total", "stage_total", "invested")
    money = ("commitment", *totals, "outlay", "subscription", "lapse", "balance", "shortfall", "excess")
    times = np.ones(len(found.x))
    for name in money:  # no soft rule of these cases counts people
        times[before.columns[name].start : before.columns[name].stop] = c
    same_plan = found.x * times
    assert solve(after).objective == pytest.approx(c * found.objective, rel=1e-7, abs=1e-12)
    assert after.cost @ same_plan == pytest.approx(c * found.objective, rel=1e-9, abs=1e-12)
    assert violation(after, same_plan) <= 1e-6 * max(1.0, c)


@FEW
@given(cases(), st.sampled_from([0.1, 20.0]))
def test_the_people_a_plan_employs_do_not_depend_on_the_unit_of_money(tables: Tables, c: float) -> None:
    def without_penalties(sheet: str, row: Cells) -> Cells:
        return {name: value for name, value in row.items() if name != "penalty"} if sheet == "rules" else row

    hard = changed(tables, without_penalties)
    people = optimum(hard, "employment")
    assert optimum(changed(hard, in_money_worth(c)), "employment") == pytest.approx(people, rel=1e-7, abs=1e-9)


def violation(arrays: Arrays, x: np.ndarray) -> float:
    """The largest amount by which a row or bound is missed."""
    body = arrays.times(x)
    missed = [arrays.row_lower - body, body - arrays.row_upper, arrays.col_lower - x, x - arrays.col_upper]
    return max(float(part.max(initial=0.0)) for part in missed)


ROUNDING = 1e-13
"""Smaller prices are the solver's rounding errors; those of these cases are 1e-6 to 1e-2."""


def dual_objective(solution: Solution) -> float:
    """Σ dual × the side of the row that binds + Σ reduced cost × the bound that binds: an upper bound of every plan."""
    a = solution.arrays
    lower, upper = np.concatenate([a.row_lower, a.col_lower]), np.concatenate([a.row_upper, a.col_upper])
    price = np.concatenate([solution.row_dual, solution.reduced_cost])
    priced = np.abs(price) > ROUNDING
    return float(price[priced] @ np.where(price > 0, upper, lower)[priced])


@FEW
@given(cases())
def test_the_optimum_is_feasible_and_equals_its_dual_objective(tables: Tables) -> None:
    try:
        solution = solve(arrays_of(tables))
    except Infeasible:
        return
    a = solution.arrays
    assert violation(a, solution.x) <= 1e-6
    assert solution.reduced_cost == pytest.approx(a.cost - a.transposed_times(solution.row_dual), abs=1e-9)
    assert dual_objective(solution) == pytest.approx(solution.objective, rel=1e-7, abs=1e-10)


@FEW
@given(cases(), figures(0, 1), figures(0, 1))
def test_no_plan_is_worth_more_than_the_duals_of_the_best_plan_say(tables: Tables, cars: float, ships: float) -> None:
    """Weak duality: other objectives lead to other plans, none of which beats the optimum."""
    x: Inputs = build_inputs(tables)
    try:
        best = solve(arrays_of(tables))
    except Infeasible:
        return
    a = best.arrays
    taste = np.zeros(len(a.cost))
    commitment = a.columns["commitment"]
    for position, index in enumerate(commitment.indices, start=commitment.start):
        taste[position] = (cars if index[0] == "cars" else ships) * (1 + x.years.index(index[-1])) * 1e-4
    other = solve(Arrays(**{**a.__dict__, "cost": taste}))
    assert a.cost @ other.x <= dual_objective(best) + 1e-9


def test_most_of_the_drawn_cases_are_feasible_and_worth_something() -> None:
    """The properties above would say nothing about cases without a plan."""
    worth: list[float] = []

    @FEW
    @given(cases())
    def collect(tables: Tables) -> None:
        worth.append(optimum(tables))

    collect()
    assert sum(value > 0 for value in worth) >= len(worth) / 2
